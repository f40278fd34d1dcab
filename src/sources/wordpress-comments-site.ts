import { listAt, textAt } from './article-source.js';
import { readData, refusalOf, send, type Answer } from './comment-fetch.js';
import { errorKind, SourceError, type CommentSourceOptions } from './comment-source.js';
import { placeInLinks, placeOf, restUrl, type Place } from './wordpress-comments-place.js';

export interface WordPressOptions extends CommentSourceOptions {
  /** Lets a signed-in reader post as who they are; WordPress makes one for each page. Never sent to another site. */
  readonly nonce?: string | (() => string | undefined | Promise<string | undefined>) | undefined;
  /**
   * Whether comments go by the classic form: `true` always, `false` never. Otherwise where the site
   * lets nobody else in, as WordPress comes.
   */
  readonly classic?: boolean | undefined;
  /** Where the page is from that this runs in; read from the page when absent. */
  readonly origin?: string | undefined;
}

/** A post as its site knows it. */
export interface Post {
  readonly id: string;
  readonly isClosed: boolean;
  /** The id of whoever wrote it. */
  readonly author?: string | undefined;
}

const POST_FIELDS = 'id,comment_status,author';
const STALE = 'rest_cookie_invalid_nonce';

const pageOrigin = (): string | undefined =>
  (globalThis as { readonly location?: { readonly origin?: string } }).location?.origin;

/** One WordPress and the ways to it. */
export class Site {
  readonly #options: WordPressOptions;
  readonly #origin: string | undefined;
  #place: Place;
  #id: Promise<string> | undefined;
  #post: Post | undefined;
  #isLookedUp = false;
  #stale: string | undefined;

  /** @throws TypeError when the options name no site */
  constructor(options: WordPressOptions) {
    this.#options = options;
    this.#origin = options.origin ?? pageOrigin();
    this.#place = placeOf(options, this.#origin);
  }

  /** Without a slash at its end. */
  get address(): string {
    return this.#place.site;
  }

  /** Whether the page is the site's own. Only then is anything sent that says who the reader is. */
  get isOwn(): boolean {
    return new URL(this.address).origin === this.#origin;
  }

  get #credentials(): RequestCredentials {
    return this.isOwn ? 'same-origin' : 'omit';
  }

  /** @throws SourceError when there is no answer, or a refusal */
  async read(
    path: string,
    query: Readonly<Record<string, string>>,
    { signal, isFresh, isQuick }: ReadOptions = {},
  ): Promise<Answer> {
    const { password } = this.#place;
    const tools = { ...this.#options, fetch: this.#fetch };
    const url = restUrl(this.#place, path, { ...query, ...(password && { password }) });
    const init: RequestInit = {
      credentials: this.#credentials,
      ...(signal && { signal }),
      ...(isFresh && { cache: 'no-store' }),
    };
    if (!isQuick) return readData(url, tools, init);
    const answer = await send(url, tools, { ...init, method: 'GET' });
    if (answer.status >= 200 && answer.status < 300 && answer.data !== undefined) return answer;
    throw refusalOf(answer);
  }

  /**
   * Writes by the interface, with the nonce where there is one. `body` is told whether the site knows
   * by it who writes. Never led elsewhere: what a reader wrote goes to this site or to none.
   * @throws SourceError when there is no answer
   */
  async write(
    path: string,
    body: (isKnown: boolean) => object,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const nonce = await this.#nonce();
    const attempt = (own: string | undefined) =>
      send(restUrl(this.#place, path, {}), this.#options, {
        method: 'POST',
        credentials: this.#credentials,
        redirect: 'manual',
        headers: { 'content-type': 'application/json', ...(own && { 'x-wp-nonce': own }) },
        body: JSON.stringify(body(own !== undefined)),
        ...(signal && { signal }),
      });
    const answer = await attempt(nonce);
    if (!nonce || textAt(answer.data, 'code') !== STALE) return answer;
    this.#stale = nonce;
    return attempt(undefined);
  }

  /** Posts a form of the site's own; followed to where it leads. Only for pages of the same origin. */
  postForm(
    url: string,
    fields: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    return send(url, this.#options, {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'follow',
      body: new URLSearchParams(fields),
      ...(signal && { signal }),
    });
  }

  /**
   * The post's id: given, or looked up once by its slug or its page.
   * @throws TypeError when nobody named a post
   */
  async id(signal?: AbortSignal): Promise<string> {
    const { post, page } = this.#place;
    if (!post) throw new TypeError('The WordPress source needs `post`: an id or a slug.');
    if (/^\d+$/.test(post)) return post;
    // Shared by all who ask meanwhile: one who leaves must not take it from the others.
    this.#id ??= this.#lookUp(post, page).catch((error: unknown) => {
      this.#id = undefined;
      throw error;
    });
    const id = await this.#id;
    signal?.throwIfAborted();
    return id;
  }

  /** What the site said of the post when it was last asked. */
  get known(): Post | undefined {
    return this.#post;
  }

  /** What the site says of the post; nothing where it does not say. */
  async post(signal?: AbortSignal): Promise<Post | undefined> {
    const id = await this.id(signal);
    if (this.#isLookedUp) {
      this.#isLookedUp = false; // looking up its slug has told this time
      return this.#post;
    }
    for (const kind of this.#kinds) {
      try {
        const query = { _fields: POST_FIELDS };
        const { data } = await this.read(`${kind}/${id}`, query, { signal, isQuick: true });
        return (this.#post = postIn(data) ?? this.#post);
      } catch (error) {
        if (errorKind(error) !== 'gone') break;
      }
    }
    return this.#post;
  }

  /** A post and a page have their own lists, and an id does not say which it is in. */
  get #kinds(): readonly string[] {
    return this.#place.kind ? [this.#place.kind] : ['posts', 'pages'];
  }

  async #lookUp(slug: string, page: string | undefined): Promise<string> {
    if (page && this.isOwn) {
      const place = await this.#askPage(page);
      if (place?.post) {
        this.#place = { ...this.#place, ...place };
        return place.post;
      }
    }
    for (const kind of this.#kinds) {
      const { data } = await this.read(kind, { slug, _fields: POST_FIELDS });
      const post = postIn(listAt(data)[0]);
      if (!post) continue;
      this.#post = post;
      this.#isLookedUp = true;
      return post.id;
    }
    throw new SourceError('gone', `The site has no post "${slug}".`);
  }

  /** The story's page says in its headers which post it is: a site may lie in any folder. */
  async #askPage(page: string): Promise<Place | undefined> {
    const { fetch: get = fetch } = this.#options;
    try {
      const { headers } = await get(page, { method: 'HEAD', credentials: 'same-origin' });
      return placeInLinks(headers.get('link') ?? '', page);
    } catch {
      return undefined; // the slug is left
    }
  }

  async #nonce(): Promise<string | undefined> {
    if (!this.isOwn) return undefined;
    const { nonce } = this.#options;
    const own = typeof nonce === 'function' ? await nonce() : nonce;
    return own && own !== this.#stale ? own : undefined;
  }

  /**
   * Reads with the nonce, where there is one, and again without it when it is too old: a stale nonce
   * is refused even what everyone may read. A site without pretty addresses answers these with
   * something else, and is asked in its own way from then on.
   */
  readonly #fetch: typeof fetch = async (input, init) => {
    const { fetch: get = fetch } = this.#options;
    const nonce = await this.#nonce();
    const answer = await get(
      input,
      nonce ? { ...init, headers: { ...(init?.headers as object), 'x-wp-nonce': nonce } } : init,
    );
    if (nonce && answer.status === 403 && (await codeOf(answer)) === STALE) {
      this.#stale = nonce;
      return get(input, init);
    }
    const { site, index } = this.#place;
    const isPage = answer.headers.get('content-type')?.startsWith('text/html');
    if (!isPage || index || (answer.status !== 404 && answer.status !== 200)) return answer;
    const url = new URL(input as string);
    const route = url.pathname.slice(new URL(`${site}/wp-json`).pathname.length);
    const plain = `${site}/index.php`;
    const other = await get(`${plain}?rest_route=${route}${url.search.replace('?', '&')}`, init);
    if (!other.headers.get('content-type')?.includes('json')) return answer;
    this.#place = { ...this.#place, index: plain };
    return other;
  };
}

interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Past what the browser keeps. */
  readonly isFresh?: boolean | undefined;
  /** Asked once only. */
  readonly isQuick?: boolean | undefined;
}

const codeOf = async (answer: Response): Promise<string | undefined> =>
  textAt(
    await answer
      .clone()
      .json()
      .catch(() => undefined),
    'code',
  );

function postIn(data: unknown): Post | undefined {
  const id = textAt(data, 'id');
  if (!id || !/^\d+$/.test(id)) return undefined;
  return {
    id,
    isClosed: textAt(data, 'comment_status') === 'closed',
    author: textAt(data, 'author'),
  };
}
