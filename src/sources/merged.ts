import type { Comment, CommentDraft } from '../content/comment.js';
import {
  errorKind,
  SourceError,
  type CommentAbility,
  type CommentLimit,
  type CommentOrigin,
  type CommentPage,
  type CommentSource,
  type LoadOptions,
  type PostOptions,
  type PostResult,
} from './comment-source.js';
import { inOrder, progressAfter, progressIn, reactionsIn, type Progress } from './merged-pages.js';

export interface MergedOptions {
  /** What readers call each source, by its `name`: `{ wordpress: 'The Daily' }`. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** How long one source may keep the others waiting, in milliseconds; ten seconds when absent. */
  readonly timeout?: number | undefined;
}

/** Several sources as one. */
export interface MergedSource extends CommentSource {
  /** What can be done with this very comment: `can` says what can be done with any. */
  canDo(id: string): readonly CommentAbility[];
}

/** A source, and what its ids begin with here. */
interface Part {
  readonly source: CommentSource;
  readonly prefix: string;
}

const TIMEOUT = 10_000;
const networks = new Map([
  ['bluesky', 'Bluesky'],
  ['mastodon', 'Mastodon'],
  ['webmention', 'Webmention'],
  ['wordpress', 'WordPress'],
]);
/** What is said of a comment that is sent, or of all of them; the rest is about one that is there. */
const ofPosting: readonly CommentAbility[] = ['post', 'idempotency', 'markdown'];

/**
 * The comments of several sources in one thread. The first source is the home: its ids stay as they
 * are, since a server may have written its comments into the page; those of the others begin with the
 * source's name, as in `bluesky-…`.
 *
 * What a reader does goes one way only. A comment is posted to the first source that can `post`, and
 * only its own comments can be answered here; to like, report, edit or remove one asks the source that
 * the comment came from, if it can (`canDo` tells); `count` asks the first source that can. A source
 * that fails or is slow hides no other: it stands among the `origins` with its `error`.
 *
 * @throws TypeError when `sources` is no list of comment sources, or an option is no good
 */
export const merged = (
  sources: readonly CommentSource[],
  options: MergedOptions = {},
): MergedSource => new MergedComments(sources, options);

class MergedComments implements MergedSource {
  readonly name = 'merged';
  readonly can: readonly CommentAbility[];
  readonly limit: CommentLimit | undefined;
  readonly #parts: readonly Part[];
  readonly #names: ReadonlyMap<string, string>;
  readonly #timeout: number;
  readonly #poster: Part | undefined;
  /** Where each comment that was handed out came from. */
  readonly #known = new Map<string, Part>();
  /** What each source calls the place that its comments come from. */
  readonly #places = new Map<Part, string>();

  constructor(sources: readonly CommentSource[], { names, timeout = TIMEOUT }: MergedOptions) {
    if (!Array.isArray(sources) || !sources.length || !sources.every(isSource))
      throw new TypeError('merged: `sources` must be a list of comment sources, at least one.');
    if (names !== undefined && (typeof names !== 'object' || names === null))
      throw new TypeError('merged: `names` must be an object of names by source.');
    if (!(timeout > 0)) throw new TypeError('merged: `timeout` must be a number of milliseconds.');
    this.#parts = partsOf(sources);
    this.#names = new Map(Object.entries(names ?? {}));
    this.#timeout = timeout;
    this.#poster = this.#parts.find(({ source }) => source.can.includes('post'));
    this.limit = this.#poster?.source.limit;
    const all = this.#parts.flatMap(({ source }) => source.can);
    const can = all.filter((one) => !ofPosting.includes(one));
    this.can = [...new Set([...can, ...this.#postingAbilities(), 'sort' as const])];
  }

  canDo(id: string): readonly CommentAbility[] {
    const { part } = this.#route(id);
    return part.source.can.filter((one) => !ofPosting.includes(one) || part === this.#poster);
  }

  async load({ signal, cursor, sort = 'oldest', peek }: LoadOptions = {}): Promise<CommentPage> {
    signal?.throwIfAborted();
    const before = cursor === undefined ? undefined : progressIn(cursor);
    const asked = this.#parts.map(async (part, index) => {
      const [from] = before?.[index] ?? [];
      if (before && typeof from !== 'string') return undefined;
      return this.#page(part, { signal, sort, peek, cursor: from ?? undefined });
    });
    const answers = await Promise.allSettled(asked);
    signal?.throwIfAborted();
    const failure = answers.find((answer) => answer.status === 'rejected');
    const pages = answers.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
    if (failure && !pages.some(Boolean)) throw failure.reason;
    const progress = answers.map((answer, index): Progress => {
      const old = before?.[index];
      // Who fails at the first page is asked again with the whole thread; later, with the next page.
      if (answer.status === 'rejected' || !answer.value) return old ?? [null, null];
      return progressAfter(answer.value, old);
    });
    const totals = progress.map(([, total]) => total);
    return {
      comments: inOrder(
        this.#parts.flatMap((part, index) => this.#renamed(part, pages[index])),
        sort,
      ),
      total: totals.every((one) => one !== null)
        ? totals.reduce((sum, one) => sum + one, 0)
        : undefined,
      cursor: progress.some(([next]) => next !== null) ? JSON.stringify(progress) : undefined,
      kept: first(pages, 'kept'),
      truncated: first(pages, 'truncated'),
      closed: pages[this.#poster ? this.#parts.indexOf(this.#poster) : -1]?.closed,
      origins: this.#origins(answers),
      reactions: reactionsIn(pages),
    };
  }

  async post(draft: CommentDraft, options: PostOptions): Promise<PostResult> {
    const poster = this.#poster;
    if (!poster?.source.post) throw new TypeError('merged: none of the sources can `post`.');
    let { parentId } = draft;
    if (parentId !== null) {
      const { part, id } = this.#route(parentId);
      if (part !== poster)
        throw new SourceError('invalid', `A comment of ${part.source.name} is answered there.`);
      parentId = id;
    }
    const result = await poster.source.post({ ...draft, parentId }, options);
    return { ...result, comment: this.#one(poster, result.comment) };
  }

  async count(
    ids: readonly string[],
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<ReadonlyMap<string, number>> {
    const source = this.#parts.map((part) => part.source).find(({ can }) => can.includes('count'));
    if (!source?.count) throw new TypeError('merged: none of the sources can `count`.');
    return source.count(ids, options);
  }

  async like(id: string, liked: boolean): Promise<Comment | undefined> {
    const to = this.#route(id, 'like');
    return this.#one(to.part, await to.source.like?.(to.id, liked));
  }

  async report(id: string, reason?: string): Promise<void> {
    const to = this.#route(id, 'report');
    await to.source.report?.(to.id, reason);
  }

  async edit(id: string, text: string): Promise<Comment> {
    const { part, source, id: own } = this.#route(id, 'edit');
    const comment = this.#one(part, await source.edit?.(own, text));
    if (!comment) throw new SourceError('server', `${source.name} did not answer with a comment.`);
    return comment;
  }

  async remove(id: string): Promise<void> {
    const to = this.#route(id, 'remove');
    await to.source.remove?.(to.id);
  }

  #postingAbilities(): readonly CommentAbility[] {
    return this.#poster?.source.can.filter((one) => ofPosting.includes(one)) ?? [];
  }

  /** Which source a comment is from, and its id there; of the home's, where nobody claims it. */
  #route(
    id: string,
    ability?: CommentAbility,
  ): { readonly part: Part; readonly source: CommentSource; readonly id: string } {
    const [home, ...others] = this.#parts as [Part, ...Part[]];
    const claims = others.filter(({ prefix }) => id.startsWith(prefix));
    claims.sort((a, b) => b.prefix.length - a.prefix.length);
    const part = this.#known.get(id) ?? claims[0] ?? home;
    const { source } = part;
    if (ability && !source.can.includes(ability))
      throw new SourceError('invalid', `${source.name} cannot ${ability}.`);
    return { part, source, id: id.slice(part.prefix.length) };
  }

  /** The page of one source, for which nobody waits longer than is good for the others. */
  async #page({ source }: Part, { signal, ...options }: LoadOptions): Promise<CommentPage> {
    const stop = new AbortController();
    const leave = () => stop.abort(signal?.reason);
    signal?.addEventListener('abort', leave, { once: true });
    const stopped = new Promise<never>((_, reject) => {
      stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error));
    });
    const timer = setTimeout(() => {
      stop.abort(new SourceError('timeout', `${source.name} did not answer in time.`));
    }, this.#timeout);
    try {
      return await Promise.race([source.load({ ...options, signal: stop.signal }), stopped]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    }
  }

  #renamed(part: Part, page: CommentPage | undefined): readonly Comment[] {
    const [origin] = page?.origins ?? [];
    if (origin) this.#places.set(part, origin.name);
    return (page?.comments ?? []).map((comment) => this.#one(part, comment));
  }

  #one<T extends Comment | undefined>(part: Part, comment: T): T {
    if (!comment) return comment;
    const { prefix, source } = part;
    const id = prefix + comment.id;
    this.#known.set(id, part);
    // Where comments are posted is where the reader is: that needs no name.
    const name = part === this.#poster ? this.#names.get(source.name) : this.#nameOf(part);
    return {
      ...comment,
      id,
      parentId: comment.parentId && prefix + comment.parentId,
      origin: comment.origin ?? this.#places.get(part) ?? name,
    };
  }

  #nameOf({ source: { name } }: Part): string {
    return this.#names.get(name) ?? networks.get(name) ?? name;
  }

  #origins(
    answers: readonly PromiseSettledResult<CommentPage | undefined>[],
  ): readonly CommentOrigin[] | undefined {
    const origins = this.#parts.flatMap((part, index): readonly CommentOrigin[] => {
      const answer = answers[index];
      if (answer?.status !== 'rejected') return answer?.value?.origins ?? [];
      return [{ name: this.#nameOf(part), error: errorKind(answer.reason) }];
    });
    return origins.length ? origins : undefined;
  }
}

const isSource = (value: unknown): boolean =>
  typeof (value as CommentSource | null)?.load === 'function' &&
  Array.isArray((value as CommentSource).can);

/** The first keeps its ids; two of one name are told apart by number. */
function partsOf(sources: readonly CommentSource[]): readonly Part[] {
  const known = new Map<string, number>();
  return sources.map((source, index) => {
    const number = (known.get(source.name) ?? 0) + 1;
    known.set(source.name, number);
    const prefix = number > 1 ? `${source.name}-${number}-` : `${source.name}-`;
    return { source, prefix: index ? prefix : '' };
  });
}

const first = <Key extends 'kept' | 'truncated'>(
  pages: readonly (CommentPage | undefined)[],
  key: Key,
): CommentPage[Key] => pages.find((page) => page?.[key])?.[key];
