import type { Comment, CommentDraft } from '../content/comment.js';
import { listAt, textAt } from './article-source.js';
import { refusalOf, type Answer } from './comment-fetch.js';
import {
  SourceError,
  errorKind,
  type CommentPage,
  type CommentSource,
  type LoadOptions,
  type PostOptions,
  type PostResult,
} from './comment-source.js';
import { classicForm, classicOutcome, parentNumber } from './wordpress-comments-classic.js';
import { countOf } from './wordpress-comments-count.js';
import { COMMENT_FIELDS, heldComment, isSame, readComment } from './wordpress-comments-read.js';
import { isShut, MAX_TEXT, restRefusal } from './wordpress-comments-refusal.js';
import { Site, type WordPressOptions } from './wordpress-comments-site.js';

export type { WordPressOptions };

/** As many as WordPress gives at once, and how many such pages are asked for together. */
const PER_PAGE = 100;
const PAGES = 5;
/** Where a comment that was just sent is looked for. */
const NEWEST = 50;

/**
 * Comments of a WordPress (6 and 7), read and written by its REST interface. Guests may use that only
 * where the site says so; else its classic form takes the comment: by a request on the site's own
 * pages, by a visit to the site from everywhere else. `src` is the site with `post` (an id or a slug),
 * an address in its interface, or the story's page.
 */
export const comments = (options: WordPressOptions = {}): CommentSource =>
  new WordPressComments(options);

class WordPressComments implements CommentSource {
  readonly name = 'wordpress';
  readonly can = ['post', 'count', 'sort'] as const;
  readonly limit = { max: MAX_TEXT, unit: 'bytes' } as const;
  readonly #options: WordPressOptions;
  /** Keys of comments that may have arrived although nobody said so. */
  readonly #unsure = new Set<string>();
  #made: Site | undefined;
  /** For counts, where `src` alone names the site. */
  #counted: Site | undefined;

  constructor(options: WordPressOptions) {
    this.#options = options;
  }

  get #site(): Site {
    return (this.#made ??= new Site(this.#options));
  }

  async load({ signal, cursor, sort }: LoadOptions = {}): Promise<CommentPage> {
    const site = this.#site;
    const id = await site.id(signal);
    const query = {
      post: id,
      order: sort === 'newest' ? 'desc' : 'asc',
      per_page: String(PER_PAGE),
      _fields: COMMENT_FIELDS,
    };
    const page = (number: number) =>
      site.read('comments', { ...query, page: String(number) }, { signal });
    const [, from = '1', known] = /^(\d+)(?:\/(\d+))?$/.exec(cursor ?? '') ?? [];
    const first = Number(from);
    const [post, start] = await Promise.all([cursor ? site.known : site.post(signal), page(first)]);
    const pages = pagesIn(start) ?? (Number(known) || pagesIfFull(start, first));
    const last = Math.min(first + PAGES - 1, pages);
    const rest = await Promise.allSettled(
      Array.from({ length: Math.max(last - first, 0) }, (_, index) => page(first + 1 + index)),
    );
    signal?.throwIfAborted();
    // A page that fails ends what is shown; the reader asks for it again with "Load more".
    const failed = rest.findIndex(({ status }) => status === 'rejected');
    const whole = failed < 0 ? rest : rest.slice(0, failed);
    const answers = [start, ...whole.flatMap((one) => ('value' in one ? [one.value] : []))];
    const next = first + answers.length;
    return {
      comments: answers.flatMap(({ data }) => commentsIn(data, post?.author)),
      total: headerNumber(start, 'x-wp-total'),
      cursor: next <= pages ? `${next}/${pages}` : undefined,
      closed: post?.isClosed || undefined,
    };
  }

  async post(draft: CommentDraft, { signal, key }: PostOptions): Promise<PostResult> {
    const isUnsure = this.#unsure.has(key);
    const site = this.#site;
    const id = await site.id(signal);
    const found = isUnsure ? await this.#find(draft, id, signal) : undefined;
    if (found?.comment) return this.#sure(key, { status: 'published', comment: found.comment });
    try {
      return this.#sure(key, await this.#send(draft, id, key, signal));
    } catch (error) {
      const kind = errorKind(error);
      // The first try did arrive; what is there and not in the list waits for a moderator.
      if (isUnsure && kind === 'duplicate')
        return this.#sure(key, { status: found ? 'held' : 'published' });
      if (signal?.aborted || unsureKinds.has(kind)) this.#unsure.add(key);
      throw error;
    }
  }

  async count(
    ids: readonly string[],
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<ReadonlyMap<string, number>> {
    this.#counted ??= new Site({ ...this.#options, post: this.#options.post ?? ids[0] });
    return countOf(this.#counted, ids, signal);
  }

  #sure(key: string, result: PostResult): PostResult {
    this.#unsure.delete(key);
    return result;
  }

  async #send(
    draft: CommentDraft,
    id: string,
    key: string,
    signal: AbortSignal | undefined,
  ): Promise<PostResult> {
    const site = this.#site;
    const { classic } = this.#options;
    if (!classic) {
      const answer = await site.write('comments', (known) => restBody(draft, id, known), signal);
      if (!isShut(answer)) return restOutcome(answer, draft);
      if (classic === false) throw refusalOf(answer);
    }
    const form = classicForm(site.address, id, draft);
    if (!site.isOwn)
      throw new SourceError('elsewhere', `Only ${form.site} itself takes this comment.`, {
        elsewhere: form,
      });
    const answer = await site.postForm(form.action, form.fields, signal);
    if (answer.status === 403 && !answer.redirected)
      throw await this.#whyForbidden(answer, draft, signal);
    const { held } = classicOutcome(answer, draft);
    if (held) return { status: 'held', comment: heldComment(draft, held) };
    const found = await this.#find(draft, id, signal).catch(() => undefined);
    if (!found) return { status: 'published' };
    if (found.comment) return { status: 'published', comment: found.comment };
    // With consent a cookie tells the site who waits; without it only what is thrown away has no mark.
    return draft.consent || !draft.author.email
      ? { status: 'held', comment: heldComment(draft, `held-${key}`) }
      : { status: 'trashed' };
  }

  /**
   * Looks for a comment among the newest; nothing where the site does not show these.
   * @throws SourceError when there is no answer
   */
  async #find(
    draft: CommentDraft,
    id: string,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly comment?: Comment | undefined } | undefined> {
    const query = {
      post: id,
      order: 'desc',
      per_page: String(NEWEST),
      _fields: COMMENT_FIELDS,
    };
    try {
      const { data } = await this.#site.read('comments', query, {
        signal,
        isFresh: true,
        isQuick: true,
      });
      return { comment: commentsIn(data).find((one) => isSame(one, draft)) };
    } catch (error) {
      signal?.throwIfAborted();
      if (/^(?:offline|timeout)$/.test(errorKind(error))) throw error;
      return undefined;
    }
  }

  /** The classic form says why in its own language only, so the rest of the site is asked. */
  async #whyForbidden(
    answer: Answer,
    { parentId }: CommentDraft,
    signal: AbortSignal | undefined,
  ): Promise<SourceError> {
    const post = await this.#site.post(signal);
    if (post?.isClosed) return new SourceError('closed', 'The site takes no more comments.');
    const parent = parentNumber(parentId);
    if (parent !== '0') {
      try {
        await this.#site.read(`comments/${parent}`, { _fields: 'id' }, { signal, isQuick: true });
      } catch (error) {
        const kind = errorKind(error);
        if (kind === 'gone' || kind === 'auth')
          return new SourceError('gone', 'What is answered is not there any more.');
      }
    }
    return refusalOf(answer);
  }
}

/** After these, what was sent may have arrived all the same. */
const unsureKinds: ReadonlySet<string> = new Set(['timeout', 'unknown', 'offline', 'server']);

/** What the interface takes, and nothing else. It fills in who a signed-in reader is. */
function restBody({ author, text, parentId }: CommentDraft, id: string, isKnown: boolean): object {
  const parent = Number(parentNumber(parentId));
  const body = { post: Number(id), parent, content: text };
  if (isKnown && !author.email) return body;
  return {
    ...body,
    author_name: author.name,
    author_email: author.email ?? '',
    author_url: author.url ?? '',
  };
}

function restOutcome(answer: Answer, draft: CommentDraft): PostResult {
  const { status, data } = answer;
  if (status >= 400) throw restRefusal(answer, draft);
  if (status < 200 || status >= 300)
    throw new SourceError('auth', 'The site leads to another page, likely to sign in.');
  const comment = readComment(data);
  if (!comment) throw new SourceError('unknown', 'The site did not answer with the comment.');
  const kept = textAt(data, 'status') ?? '';
  if (/^(?:trash|spam)$/.test(kept)) return { status: 'trashed' };
  return { status: comment.state === 'pending' ? 'held' : 'published', comment };
}

const commentsIn = (data: unknown, storyAuthor?: string): readonly Comment[] =>
  listAt(data).flatMap((one) => readComment(one, storyAuthor) ?? []);

function headerNumber({ headers }: Answer, name: string): number | undefined {
  const said = headers.get(name)?.trim() ?? '';
  return /^\d+$/.test(said) ? Number(said) : undefined;
}

const pagesIn = (answer: Answer): number | undefined => headerNumber(answer, 'x-wp-totalpages');

/** Where the number of pages cannot be read, a full page is followed by another. */
const pagesIfFull = ({ data }: Answer, page: number): number =>
  listAt(data).length < PER_PAGE ? page : page + 1;
