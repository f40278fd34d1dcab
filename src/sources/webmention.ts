import type { Comment, CommentAuthor, CommentBody, CommentMedia } from '../content/comment.js';
import { tidyName } from '../content/person.js';
import { at, listAt, numberAt, own, textAt } from './article-source.js';
import { readData } from './comment-fetch.js';
import {
  SourceError,
  type CommentPage,
  type CommentSource,
  type CommentSourceOptions,
  type LoadOptions,
  type Reaction,
} from './comment-source.js';
import { isoDate } from './feed-date.js';

/** `src` is the page's own address, which is what other sites mention; `post` is not used. */
export interface WebmentionOptions extends CommentSourceOptions {
  /** Who receives the mentions; webmention.io when absent. */
  readonly service?: string | undefined;
  /** Nobody moderates mentions: a page shows those for which this is true. */
  readonly accept?: ((comment: Comment) => boolean) | undefined;
}

const PER_PAGE = 100;
const answers = ['in-reply-to', 'mention-of'] as const;
const kinds = { 'like-of': 'like', 'repost-of': 'repost', 'bookmark-of': 'bookmark' } as const;
const gestures = Object.keys(kinds) as (keyof typeof kinds)[];

/**
 * What other sites wrote about a page, as webmention.io and services like it hand it out. Readers
 * answer on sites of their own; likes, reposts and bookmarks count as reactions to the story.
 */
export const comments = (options: WebmentionOptions = {}): CommentSource =>
  new Webmentions(options);

class Webmentions implements CommentSource {
  readonly name = 'webmention';
  readonly can = ['count'] as const;
  readonly #src: string | undefined;
  readonly #service: string;
  readonly #accept: NonNullable<WebmentionOptions['accept']>;
  readonly #tools: CommentSourceOptions;

  /** @throws TypeError when `service` is no web address or `accept` no function */
  constructor({ src, service = 'https://webmention.io', accept, ...tools }: WebmentionOptions) {
    if (!webUrl(service)) throw new TypeError('webmention: `service` must be a web address.');
    if (accept !== undefined && typeof accept !== 'function')
      throw new TypeError('webmention: `accept` must be a function.');
    this.#src = src;
    this.#service = service.replace(/(?<!\/)\/+$/, '');
    this.#accept = accept ?? (() => true);
    this.#tools = tools;
  }

  async load({ signal, cursor, sort, peek }: LoadOptions = {}): Promise<CommentPage> {
    const page = pageNumber(cursor);
    const targets = targetsOf(this.#src);
    const [entries, reactions] = await Promise.all([
      this.#entries(targets, answers, page, peek || sort === 'newest' ? 'down' : 'up', signal),
      page || peek ? undefined : this.#reactions(targets, signal),
    ]);
    const all = entries.flatMap((entry) => commentIn(entry) ?? []).filter(this.#accept);
    const list = inOrder(withoutRepeats(all), sort === 'newest');
    const isLast = entries.length < PER_PAGE;
    return {
      comments: list,
      total: isLast && !page ? list.length : undefined,
      cursor: isLast ? undefined : String(page + 1),
      reactions: reactions?.length ? reactions : undefined,
    };
  }

  async count(
    ids: readonly string[],
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<ReadonlyMap<string, number>> {
    const numbers = new Map<string, number>();
    const asked = ids.map(async (id) => {
      const number = await this.#number(id, signal);
      if (number !== undefined) numbers.set(id, number);
    });
    const failed = (await Promise.allSettled(asked)).find(({ status }) => status === 'rejected');
    if (failed && !numbers.size) await Promise.all(asked);
    return numbers;
  }

  /** Replies and mentions of one page, which is known by its address: whole, or as `src` makes it. */
  async #number(id: string, signal: AbortSignal | undefined): Promise<number | undefined> {
    const target = webUrl(id) ?? webUrl(id, this.#src);
    if (!target) return undefined;
    const { data } = await this.#read(`count?target=${encodeURIComponent(target.href)}`, signal);
    const [replies, mentions] = ['reply', 'mention'].map((kind) => numberAt(data, 'type', kind));
    return typeof own(data, 'type') === 'object' ? amount(replies) + amount(mentions) : undefined;
  }

  async #entries(
    targets: readonly string[],
    properties: readonly string[],
    page: number,
    direction: 'up' | 'down',
    signal: AbortSignal | undefined,
  ): Promise<readonly unknown[]> {
    const query = new URLSearchParams([
      ...targets.map((target) => ['target[]', target]),
      ...properties.map((property) => ['wm-property[]', property]),
      ['per-page', String(PER_PAGE)],
      ['page', String(page)],
      ['sort-dir', direction],
    ]);
    const { data } = await this.#read(`mentions.jf2?${query}`, signal);
    if (!Array.isArray(own(data, 'children')))
      throw new SourceError('server', 'The service answered with no list of mentions.');
    return listAt(data, 'children');
  }

  /** Never in the way of what people wrote: without an answer there are none. */
  async #reactions(
    targets: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly Reaction[]> {
    try {
      const entries = await this.#entries(targets, gestures, 0, 'down', signal);
      const page = targets[0] ?? '';
      const isAll = entries.length < PER_PAGE;
      const { data } = isAll
        ? {}
        : await this.#read(`count?target=${encodeURIComponent(page)}`, signal);
      return gestures.flatMap((property) => {
        const people = peopleIn(entries.filter((one) => own(one, 'wm-property') === property));
        const kind = kinds[property];
        const count = Math.max(people.length, amount(numberAt(data, 'type', kind)));
        return count ? [{ kind, count, people: people.filter(({ name }) => name) }] : [];
      });
    } catch {
      signal?.throwIfAborted();
      return [];
    }
  }

  /** Asked for JSON alone: to who takes HTML as well, the service answers with a page. */
  #read(path: string, signal: AbortSignal | undefined): ReturnType<typeof readData> {
    return readData(`${this.#service}/api/${path}`, this.#tools, {
      credentials: 'omit',
      headers: { accept: 'application/json' },
      ...(signal && { signal }),
    });
  }
}

function pageNumber(cursor: string | undefined): number {
  const page = Number(cursor ?? 0);
  if (!Number.isInteger(page) || page < 0)
    throw new TypeError('webmention: `cursor` must be one that an earlier page gave.');
  return page;
}

/** Others may have linked the page with either scheme, and with a slash at its end or without. */
function targetsOf(src: string | undefined): readonly string[] {
  const page = webUrl(src);
  if (!page)
    throw new TypeError('webmention: `src` must be the whole address of the page, https and all.');
  const path = page.pathname.replace(/(?<!\/)\/+$/, '');
  const ends = page.pathname.endsWith('/') ? [`${path}/`, path] : [path, `${path}/`];
  const schemes = page.protocol === 'https:' ? ['https', 'http'] : ['http', 'https'];
  return schemes.flatMap((scheme) =>
    ends.map((end) => `${scheme}://${page.host}${end}${page.search}`),
  );
}

/** An address of the web, whole; never one that leads anywhere else. */
function webUrl(text: string | undefined, base?: string): URL | undefined {
  if (typeof text !== 'string' || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

const webUrlAt = (value: unknown, ...path: readonly (string | number)[]): URL | undefined =>
  webUrl(textAt(value, ...path));

const amount = (number: number | undefined): number =>
  number !== undefined && number > 0 ? Math.floor(number) : 0;

/** A reply or a mention as a comment; nothing for what is private, or is neither. */
function commentIn(entry: unknown): Comment | undefined {
  const property = own(entry, 'wm-property');
  if (!answers.some((one) => one === property) || isPrivate(entry)) return undefined;
  const source = webUrlAt(entry, 'wm-source');
  const page = webUrlAt(entry, 'url');
  // Whoever writes a mention says what its address is: another host's is not believed.
  const url = page && (!source || source.host === page.host) ? page : source;
  const id = idOf(entry, url);
  const body = bodyOf(entry);
  if (!id || (!url && !body)) return undefined; // nothing that could be shown
  return {
    id,
    parentId: null,
    author: authorIn(entry),
    publishedAt: momentOf(entry),
    body: body ?? { text: url?.href ?? '' },
    state: 'visible',
    url: url?.href,
    origin: url?.host,
    media: mediaIn(entry),
  };
}

const isPrivate = (entry: unknown): boolean => {
  const said = own(entry, 'wm-private');
  return said !== undefined && said !== null && said !== false && said !== 'false';
};

/** The service's number, else what is left of the address: the same at every load. */
function idOf(entry: unknown, url: URL | undefined): string | undefined {
  const id = textAt(entry, 'wm-id');
  if (id && /^[\w-]{1,100}$/.test(id)) return `wm-${id}`;
  const rest = url?.href.replace(/[^a-z\d]+/gi, '-').slice(0, 200);
  return rest && `wm-${rest}`;
}

function authorIn(entry: unknown): CommentAuthor {
  const author = own(entry, 'author');
  const url = webUrlAt(author, 'url');
  return {
    name: tidyName(textAt(author, 'name') ?? '') || (url?.host ?? ''),
    url: url?.href,
    avatar: webUrlAt(author, 'photo')?.href,
  };
}

/** The words as text, where there are any; else the HTML; a mere link has only its title. */
function bodyOf(entry: unknown): CommentBody | undefined {
  const isHtml = /html/i.test(textAt(entry, 'content', 'content-type') ?? '');
  const value = textAt(entry, 'content', 'value');
  const text = textAt(entry, 'content', 'text') ?? textAt(entry, 'content');
  const html = textAt(entry, 'content', 'html') ?? (isHtml ? value : undefined);
  if (text) return { text };
  if (html) return { html };
  const rest = value ?? textAt(entry, 'summary', 'value') ?? textAt(entry, 'summary');
  const said = rest ?? textAt(entry, 'name');
  return said ? { text: said } : undefined;
}

/** When it was written; where that is not said, or in no zone, when it was received (UTC). */
function momentOf(entry: unknown): string {
  const published = isoDate(textAt(entry, 'published')) ?? '';
  const received = isoDate(textAt(entry, 'wm-received')) ?? '';
  return hasZone(published) ? published : inUtc(received || published);
}

const hasZone = (moment: string): boolean => /\dZ$|:\d\d(?:\.\d+)?[+-]\d\d:\d\d$/.test(moment);
const inUtc = (moment: string): string =>
  !moment || hasZone(moment) || !moment.includes('T') ? moment : `${moment}Z`;

function mediaIn(entry: unknown): readonly CommentMedia[] | undefined {
  const types = { photo: 'image', video: 'video', audio: 'audio' } as const;
  const media = (Object.keys(types) as (keyof typeof types)[]).flatMap((key) => {
    const files = at(entry, key);
    return (Array.isArray(files) ? (files as unknown[]) : [files]).flatMap((file) => {
      const url = webUrl(textAt(file)) ?? webUrlAt(file, 'value') ?? webUrlAt(file, 'url');
      return url ? [{ type: types[key], url: url.href, title: textAt(file, 'alt') }] : [];
    });
  });
  return media.length ? media : undefined;
}

function peopleIn(entries: readonly unknown[]): readonly CommentAuthor[] {
  const people = new Map<string, CommentAuthor>();
  for (const entry of entries) {
    if (isPrivate(entry)) continue;
    const author = authorIn(entry);
    const key = author.url ?? textAt(entry, 'url') ?? textAt(entry, 'wm-id') ?? author.name;
    if (!people.has(key)) people.set(key, author);
  }
  return [...people.values()];
}

/** One page may have mentioned both addresses of ours, or have been sent by both of its own. */
function withoutRepeats(list: readonly Comment[]): readonly Comment[] {
  const known = new Set<string>();
  return list.filter(({ id, url }) => {
    const keys = [id, url?.replace(/^https?:/, '') ?? id];
    const isNew = !keys.some((key) => known.has(key));
    keys.forEach((key) => known.add(key));
    return isNew;
  });
}

function inOrder(list: readonly Comment[], newestFirst: boolean): readonly Comment[] {
  const time = ({ publishedAt }: Comment) => Date.parse(publishedAt) || 0;
  return [...list].sort((a, b) => (newestFirst ? time(b) - time(a) : time(a) - time(b)));
}
