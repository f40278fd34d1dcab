import type {
  CommentPage,
  CommentSource,
  CommentSourceOptions,
  LoadOptions,
} from './comment-source.js';
import { readContext } from './mastodon-thread.js';
import { askNetwork, countAt, thoseThatCame } from './network.js';

/** A post, and the server that it is asked for at: the one that the address names, and no other. */
interface StatusAddress {
  readonly host: string;
  readonly id: string;
  /** The post as the server's own programs read it. */
  readonly api: string;
  readonly page: string;
}

/** Pages of posts on Mastodon, the same by their names for machines, and Pleroma's. */
const PAGES = [
  /^\/@[^/]+\/(\d+)\/?$/,
  /^\/(?:ap\/)?users\/[^/]+\/statuses\/(\w+)\/?$/,
  /^\/notice\/(\w+)\/?$/,
];

function statusAt(address: string | undefined): StatusAddress | undefined {
  const written = address?.trim() ?? '';
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return undefined;
  const { origin, host, pathname } = new URL(written);
  const id = PAGES.map((page) => page.exec(pathname)?.[1]).find(Boolean);
  return id
    ? { host, id, api: `${origin}/api/v1/statuses/${id}`, page: `${origin}${pathname}` }
    : undefined;
}

/**
 * The answers to a post on Mastodon, and on servers that speak as it does. `src` is the address of the
 * post on the server of whoever wrote it, which knows most of the answers. There is no way to hand it a
 * token: in a page, everybody could read with it what is for nobody else.
 * @throws TypeError when `src` is no address of a post
 */
export const comments = (options: CommentSourceOptions = {}): CommentSource =>
  new Mastodon(options);

class Mastodon implements CommentSource {
  readonly name = 'mastodon';
  readonly can = ['count'] as const;
  readonly #options: CommentSourceOptions;
  readonly #status: StatusAddress | undefined;

  constructor(options: CommentSourceOptions) {
    const { src } = options;
    this.#options = options;
    this.#status = statusAt(src);
    if (src && !this.#status)
      throw new TypeError(`mastodon: \`src\` is no address of a post: ${src}`);
  }

  async load({ signal }: LoadOptions = {}): Promise<CommentPage> {
    const status = this.#status;
    if (!status) throw new TypeError('mastodon: `src` must be the address of a post.');
    const [root, context] = await Promise.all([
      askNetwork(status.api, this.#options, signal),
      askNetwork(`${status.api}/context`, this.#options, signal),
    ]);
    return readContext(root, context, status);
  }

  /**
   * How many answer each post itself, as its server counts them. The ids are addresses of posts; each
   * costs a request, for no server takes several.
   */
  async count(
    ids: readonly string[],
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<ReadonlyMap<string, number>> {
    const asked = [...new Set(ids)].flatMap((id) => {
      const status = statusAt(id);
      return status ? [this.#countOf(id, status, signal)] : [];
    });
    return new Map((await thoseThatCame(asked, signal)).flat());
  }

  async #countOf(
    id: string,
    { api }: StatusAddress,
    signal: AbortSignal | undefined,
  ): Promise<[string, number][]> {
    const count = countAt(await askNetwork(api, this.#options, signal), 'replies_count');
    return count === undefined ? [] : [[id, count]];
  }
}
