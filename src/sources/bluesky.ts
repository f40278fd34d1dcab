import { listAt, textAt } from './article-source.js';
import { isDid, postAt, uriOf, type PostAddress } from './bluesky-address.js';
import { DEPTH, readThread } from './bluesky-thread.js';
import {
  SourceError,
  type CommentPage,
  type CommentSource,
  type CommentSourceOptions,
  type LoadOptions,
} from './comment-source.js';
import { askNetwork, countAt, thoseThatCame } from './network.js';

export interface BlueskyOptions extends CommentSourceOptions {
  /**
   * The DID of a moderation service whose labels are heeded too, beside those that authors put on
   * their own posts. It costs a second request, by which browsers ask leave.
   */
  readonly labeler?: string | undefined;
}

const SERVICE = 'https://public.api.bsky.app/xrpc';
/** Posts that one request may ask for. */
const MOST = 25;

/**
 * The answers to a post on Bluesky. `src` is the address of the post's page, or its `at://` address;
 * one with the DID in it outlives a change of the handle.
 * @throws TypeError when `src` is neither, or `labeler` is no DID
 */
export const comments = (options: BlueskyOptions = {}): CommentSource => new Bluesky(options);

class Bluesky implements CommentSource {
  readonly name = 'bluesky';
  readonly can = ['count'] as const;
  readonly #options: BlueskyOptions;
  readonly #post: PostAddress | undefined;

  constructor(options: BlueskyOptions) {
    const { src, labeler } = options;
    this.#options = options;
    this.#post = postAt(src);
    if (src && !this.#post) throw new TypeError(`bluesky: \`src\` is no address of a post: ${src}`);
    if (labeler && !isDid(labeler))
      throw new TypeError(`bluesky: \`labeler\` is no DID: ${labeler}`);
  }

  async load({ signal }: LoadOptions = {}): Promise<CommentPage> {
    if (!this.#post) throw new TypeError('bluesky: `src` must be the address of a post.');
    const { labeler } = this.#options;
    const query = `uri=${encodeURIComponent(uriOf(this.#post))}&depth=${DEPTH}&parentHeight=0`;
    try {
      return readThread(
        await this.#ask(`app.bsky.feed.getPostThread?${query}`, signal, {
          ...(labeler && { 'atproto-accept-labelers': labeler }),
        }),
        this.#post,
      );
    } catch (error) {
      // The network says 400 of a post, or an author, that is not there.
      if (error instanceof SourceError && error.kind === 'invalid')
        throw new SourceError('gone', error.message, { cause: error });
      throw error;
    }
  }

  /**
   * How many answer each post itself, as the network counts them: answers to answers are not among
   * them. The ids are addresses of posts.
   */
  async count(
    ids: readonly string[],
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<ReadonlyMap<string, number>> {
    const dids = await this.#didsOf(ids, signal);
    const idsOf = new Map<string, string[]>();
    for (const id of new Set(ids)) {
      const post = postAt(id);
      const author = post && (dids.get(post.author) ?? post.author);
      if (!post || !author || !isDid(author)) continue;
      const uri = uriOf({ ...post, author });
      idsOf.set(uri, [...(idsOf.get(uri) ?? []), id]);
    }
    const uris = [...idsOf.keys()];
    const asked: Promise<unknown>[] = [];
    for (let from = 0; from < uris.length; from += MOST) {
      const some = uris.slice(from, from + MOST).map((uri) => `uris=${encodeURIComponent(uri)}`);
      asked.push(this.#ask(`app.bsky.feed.getPosts?${some.join('&')}`, signal));
    }
    const counts = new Map<string, number>();
    for (const post of (await thoseThatCame(asked, signal)).flatMap((one) =>
      listAt(one, 'posts'),
    )) {
      const count = countAt(post, 'replyCount');
      for (const id of idsOf.get(textAt(post, 'uri') ?? '') ?? [])
        if (count !== undefined) counts.set(id, count);
    }
    return counts;
  }

  /** Posts are asked for by the DIDs of their authors; who is named by a handle is looked up once. */
  async #didsOf(
    ids: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<ReadonlyMap<string, string>> {
    const authors = new Set(ids.flatMap((id) => postAt(id)?.author ?? []));
    const asked = [...authors]
      .filter((author) => !isDid(author))
      .map(async (handle): Promise<[string, string]> => {
        const query = `com.atproto.identity.resolveHandle?handle=${encodeURIComponent(handle)}`;
        return [handle, textAt(await this.#ask(query, signal), 'did') ?? ''];
      });
    return new Map(await thoseThatCame(asked, signal));
  }

  #ask(
    query: string,
    signal: AbortSignal | undefined,
    headers?: Readonly<Record<string, string>>,
  ): Promise<unknown> {
    return askNetwork(`${SERVICE}/${query}`, this.#options, signal, headers);
  }
}
