import type { Comment, CommentDraft } from '../content/comment.js';
import { clean } from '../content/schema.js';
import { listAt } from './article-source.js';
import { readData, send, type Answer } from './comment-fetch.js';
import {
  SourceError,
  type CommentAbility,
  type CommentLimit,
  type CommentPage,
  type CommentSource,
  type CommentSourceOptions,
  type LoadOptions,
  type PostOptions,
  type PostResult,
} from './comment-source.js';
import { commentIn, done, postedBy, unclear } from './json-comment-answer.js';
import { readNumbers, readPage } from './json-comment-read.js';

export interface JsonCommentOptions extends CommentSourceOptions {
  /** Sent with every request, under the same rule as `token`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * What shows the server that a request comes from its own page, sent with all that changes
   * something: never as part of an address, and to no origin but the page's own and `hosts`.
   */
  readonly token?: JsonCommentToken | undefined;
  /** Hosts of other origins that `headers` and `token` may go to, with their port where it is not the usual one. */
  readonly hosts?: readonly string[] | undefined;
  /** The header for the key of a comment; empty for none. The key is in the body in any case. */
  readonly keyHeader?: string | undefined;
  /** What the server can do, instead of what it says itself. */
  readonly can?: readonly CommentAbility[] | undefined;
  readonly limit?: CommentLimit | undefined;
}

export interface JsonCommentToken {
  /** Its header, such as `X-CSRF-Token`. */
  readonly header: string;
  /** The token, or what finds it when it is needed. */
  readonly value: string | (() => string | null | undefined | Promise<string | null | undefined>);
}

/** What any server has to do that speaks this. */
const least: readonly CommentAbility[] = ['post', 'count', 'sort', 'idempotency'];
const known: readonly CommentAbility[] = [
  ...least,
  ...(['like', 'report', 'edit', 'remove', 'markdown'] as const),
];

/**
 * Comments of a site with an API of its own. `src` is the address of the collection; where it has a
 * query, that is kept. This is the whole of what the server does, in JSON, with UTF-8 and `Comment` as
 * in `content/comment.ts`:
 *
 * ```
 * GET src?post=8&sort=oldest|newest|liked&cursor=…
 *     200 { "comments": [Comment], "total": 12, "cursor": "…", "closed": true, "truncated": "cap"|"depth",
 *           "can": ["like", "report", "edit", "remove", "markdown"] }     or just [Comment]
 * GET src?count=8,9            200 { "counts": { "8": 12, "9": 0 } }
 * POST src                     { "post": "8", "parentId": "7"|null, "text": "…", "format"?: "markdown",
 *                                "author": { "name", "email"?, "url"? }, "key": "…",
 *                                "consent"?: true, "fields"?: { … } }
 *     201 or 200  Comment, or { "comment": Comment }     published
 *     202, or "state": "pending"                         held for a moderator
 *     "status": "trashed"                                refused without a word to others
 * PATCH  src/7                 { "text": "…" }           200 Comment
 * DELETE src/7                                           204
 * PUT or DELETE src/7/like                               204, or 200 Comment
 * POST   src/7/report          { "reason"?: "…" }        204
 * ```
 *
 * All but `comments` may be left out of a page. A cursor is any text, absent on the last page; a page
 * may hold answers to comments of another. With `peek=1`, a few of the latest are enough. A comment:
 *
 * ```
 * { "id": "7" or 7, "parentId": "6" or 6 or null, "author": { "name": "Jana", "url"?, "handle"?, "avatar"?,
 *   "badges"?: ["Moderator"], "isArticleAuthor"?: true } or "Jana",
 *   "publishedAt": "2025-11-08T12:00:00Z", "editedAt"?,
 *   "text": "…" or "markdown": "…" or "html": "…" or "body": one of these in an object,
 *   "state"?: "visible"|"pending"|"deleted"|"hidden"|"blocked", "lang"?, "url"?, "warning"?, "isSensitive"?,
 *   "media"?: [{ "type": "image"|"video"|"audio"|"link", "url", "title"? }],
 *   "counts"?: { "likes", "reposts", "replies" },
 *   "isLiked"?, "isPinned"?, "isPicked"?, "isLikedByAuthor"?, "isOwn"?, "isIndexable"? }
 * ```
 *
 * A field of another type is left out; HTML is read, never trusted. An e-mail address belongs in no
 * answer. `isOwn` says that this reader may edit and delete.
 *
 * **What it can.** Markup names no abilities, so the server does: the first answer's `can` adds to
 * `post`, `count`, `sort` and `idempotency`, which every server has. The option `can` replaces all that.
 *
 * **The same key twice is one comment.** `key` is also the header `Idempotency-Key`. The server keeps it
 * with the comment for a day, and answers a second time as it did the first, with 200: the answer may
 * have been lost on its way.
 *
 * **Who may post.** Cookies go to the page's own origin only. What changes something carries a JSON
 * `Content-Type` and, to its own origin, `X-Requested-With: XMLHttpRequest` and the `token`: no form of
 * another site can send either. From another origin a browser asks first (`OPTIONS`): allow the page's
 * origin, the methods above and the headers `Content-Type` and `Idempotency-Key`, and expose
 * `Retry-After` and `Date`.
 *
 * **Refusals** have a status and, at best, problem details (RFC 9457) with `type` or `code`:
 *
 * ```
 * 400, 422  { "errors": { "email": "…" } }, also as a list of { "pointer": "#/author/email", "detail": "…" };
 *           fields are text (or comment), name (or author), email, url
 * 401, 403  the reader must sign in        "code": "closed"       nobody may comment any more
 * 404, 410  comments are closed            "code": "parent-gone"  what is answered is no longer there
 * 409       { "comment": Comment } the comment is there already, and counts as sent; without it a duplicate
 * 413       the text is too long
 * 429, 503  with Retry-After in seconds or as a date
 * ```
 *
 * A token, or any other option, comes with a source of the page's own, here for `source="mine"`:
 *
 * ```js
 * registerSource('mine', async () => ({
 *   comments: (tag) => comments({ ...tag, token: {
 *     header: 'X-CSRF-Token', value: () => document.querySelector('meta[name="csrf-token"]')?.content,
 *   } }),
 * }));
 * ```
 *
 * A write is never redirected: a server that sends on, as to a page to sign in, is taken to ask for
 * just that. An answer that is no JSON says nothing of what became of the comment, and the reader is
 * told so.
 *
 * @throws TypeError when `can` or `hosts` is no list
 */
export const comments = (options: JsonCommentOptions = {}): CommentSource =>
  new JsonComments(options);

class JsonComments implements CommentSource {
  readonly name = 'json';
  readonly limit: CommentLimit | undefined;
  readonly #options: JsonCommentOptions;
  #can: readonly CommentAbility[];

  constructor(options: JsonCommentOptions) {
    for (const key of ['can', 'hosts'] as const) {
      if (options[key] !== undefined && !Array.isArray(options[key]))
        throw new TypeError(`The comment source "json": \`${key}\` must be a list.`);
    }
    this.#options = options;
    this.#can = options.can ?? least;
    this.limit = options.limit;
  }

  get can(): readonly CommentAbility[] {
    return this.#can;
  }

  async load({ signal, cursor, sort, peek }: LoadOptions = {}): Promise<CommentPage> {
    const { post } = this.#options;
    const { data, url } = await this.#read(
      { post, sort, cursor, peek: peek ? '1' : undefined },
      signal,
    );
    const page = readPage(data, url, cursor);
    if (!page) throw new SourceError('server', 'There is no list of comments in the answer.');
    if (!this.#options.can) {
      const said = listAt(data, 'can');
      if (said.length) this.#can = known.filter((one) => least.includes(one) || said.includes(one));
    }
    return page;
  }

  async post(draft: CommentDraft, { key, signal }: PostOptions): Promise<PostResult> {
    const { post, keyHeader = 'Idempotency-Key' } = this.#options;
    const answer = await this.#write('POST', this.#address(), draftOf(draft, post, key), {
      headers: keyHeader ? { [keyHeader]: key } : {},
      signal,
    });
    return postedBy(answer);
  }

  async count(
    ids: readonly string[],
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<ReadonlyMap<string, number>> {
    const numbers = new Map<string, number>();
    // Addresses may not be of any length.
    for (let from = 0; from < ids.length; from += 100) {
      const some = ids.slice(from, from + 100);
      const { data } = await this.#read({ count: some.join(',') }, signal);
      for (const [id, number] of readNumbers(data, some)) numbers.set(id, number);
    }
    return numbers;
  }

  async like(id: string, liked: boolean): Promise<Comment | undefined> {
    const answer = await this.#write(liked ? 'PUT' : 'DELETE', this.#address(id, 'like'));
    return commentIn(done(answer));
  }

  async report(id: string, reason?: string): Promise<void> {
    done(
      await this.#write('POST', this.#address(id, 'report'), {
        reason: reason === undefined ? undefined : clean(reason),
      }),
    );
  }

  async edit(id: string, text: string): Promise<Comment> {
    const comment = commentIn(
      done(await this.#write('PATCH', this.#address(id), { text: clean(text) })),
    );
    if (!comment) throw unclear();
    return comment;
  }

  async remove(id: string): Promise<void> {
    const answer = await this.#write('DELETE', this.#address(id));
    // Whoever deletes twice, or after a moderator did, has what they wanted.
    if (answer.status !== 404 && answer.status !== 410) done(answer);
  }

  /** Where a thing stands: the collection, a comment of it, or something of a comment. */
  #address(id?: string, ...rest: readonly string[]): string {
    const { src } = this.#options;
    if (!src)
      throw new TypeError('The comment source "json" needs `src`, the address of the comments.');
    const address = absolute(src).split('#', 1)[0] ?? '';
    if (id === undefined) return address;
    // A browser takes these two for steps to another folder, however they are written.
    if (!id || id === '.' || id === '..')
      throw new SourceError('gone', `No comment has the id "${id}".`);
    const query = address.indexOf('?');
    const path = query < 0 ? address : address.slice(0, query);
    const steps = [id, ...rest].map(encodeURIComponent).join('/');
    return `${path}${path.endsWith('/') ? '' : '/'}${steps}${query < 0 ? '' : address.slice(query)}`;
  }

  async #read(
    query: Readonly<Record<string, string | undefined>>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const address = this.#address();
    const words = Object.entries(query).flatMap(([name, value]) =>
      value ? [`${name}=${value.split(',').map(encodeURIComponent).join(',')}`] : [],
    );
    const url = words.length
      ? `${address}${address.includes('?') ? '&' : '?'}${words.join('&')}`
      : address;
    const { headers } = this.#options;
    const own = headers && this.#isTrusted(address) ? headers : undefined;
    return readData(url, this.#options, {
      headers: { accept: 'application/json', ...own },
      // Headers of the site's own must not travel on to wherever it sends.
      ...(own && { redirect: 'manual' }),
      ...(signal && { signal }),
    });
  }

  async #write(
    method: string,
    url: string,
    body?: object,
    {
      headers = {},
      signal,
    }: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly signal?: AbortSignal | undefined;
    } = {},
  ): Promise<Answer> {
    const trusted = this.#isTrusted(url);
    const { token } = this.#options;
    const value = trusted && token ? await tokenOf(token) : undefined;
    return send(url, this.#options, {
      method,
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...(isHome(url) && { 'x-requested-with': 'XMLHttpRequest' }),
        ...(trusted && this.#options.headers),
        ...(token && value && { [token.header]: value }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
      ...(signal && { signal }),
    });
  }

  #isTrusted(url: string): boolean {
    const host = URL.canParse(url) ? new URL(url).host : '';
    return isHome(url) || (host !== '' && (this.#options.hosts ?? []).includes(host));
  }
}

/** As the page understands it, which may have a base of its own; a server has no page and needs it whole. */
function absolute(src: string): string {
  try {
    return new Request(src).url;
  } catch {
    return src;
  }
}

/** Whether an address is of the page's, or the worker's, own origin. Sandboxed pages have none. */
function isHome(url: string): boolean {
  const { origin } = globalThis as { readonly origin?: unknown };
  return origin !== 'null' && URL.canParse(url) && new URL(url).origin === origin;
}

async function tokenOf({ value }: JsonCommentToken): Promise<string | undefined> {
  if (typeof value === 'string') return value.trim();
  try {
    return (await value())?.trim();
  } catch (cause) {
    throw new SourceError('server', 'The token of the page could not be had.', { cause });
  }
}

/** What is sent of a draft: what the protocol names, and nothing else that may hang on it. */
function draftOf(
  { text, format, parentId, author, consent, fields }: CommentDraft,
  post: string | undefined,
  key: string,
): object {
  const { name, email, url } = author;
  return {
    post,
    parentId,
    text: clean(text),
    format,
    author: { name: clean(name), email: email || undefined, url: url || undefined },
    key,
    consent,
    fields: fields && { ...fields },
  };
}
