import type { BlockTools } from '../block/block-script.js';
import type { Block, LiveUpdate } from '../content/block.js';
import { kept, parserBy } from '../content/dom-nodes.js';
import { parseLivePage, updatesIn, type LivePage } from '../content/live-page.js';
import type { ParseHtml } from '../content/nodes.js';
import { renderBlocks } from '../content/render-block.js';
import { renderUpdate } from '../content/render-live.js';
import { select } from '../kit/define.js';
import { fetchData } from '../sources/article-source.js';
import type { Doors, LiveHost } from './live-source.js';

const SECOND = 1000;

/** Reads updates from wherever a live blog has them, and writes them as HTML. */
export class LiveFeed {
  readonly #host: LiveHost;
  readonly #tools: BlockTools;
  readonly #doors: Doors;
  #parser: Promise<ParseHtml> | undefined;
  #retryAfter: number | undefined;

  constructor(host: LiveHost, tools: BlockTools, doors: Doors) {
    this.#host = host;
    this.#tools = tools;
    this.#doors = doors;
  }

  /** How long the server asked to be left alone, in milliseconds. */
  get retryAfter(): number | undefined {
    return this.#retryAfter;
  }

  /** The newest updates, or those before a cursor. */
  async load(signal: AbortSignal, cursor?: string): Promise<LivePage> {
    const { liveSource } = this.#host;
    const page = liveSource
      ? this.read(await liveSource.load({ signal, cursor }))
      : await this.#fetched(signal, cursor);
    if (!page) throw new TypeError('There are no updates in what the source answered.');
    return page;
  }

  /** Updates from data that a page or a source of its own gave. */
  read(data: unknown): LivePage | undefined {
    const page = parseLivePage(data);
    for (const { path, message } of page?.problems ?? [])
      this.#tools.warn(`<live-blog>: ${path} ${message}`);
    return page;
  }

  /** The HTML of an update, as the writer writes all of them. */
  write(update: LiveUpdate): HTMLElement {
    const { say, formatDate, locale, prefix, fromWriter } = this.#tools;
    const host = this.#host;
    const options = {
      ...{ say, prefix, locale: locale() },
      formatDate: (iso: string) => formatDate(iso),
      id: host.closest(select('news-article'))?.id || host.id || undefined,
    };
    const inside = (children: readonly Block[]) => renderBlocks(children, options);
    const { children } = fromWriter(String(renderUpdate(update, options, inside)));
    return children[0] as HTMLElement;
  }

  async #fetched(signal: AbortSignal, cursor: string | undefined): Promise<LivePage | undefined> {
    const { src, post, baseURI } = this.#host;
    const source = this.#host.source || 'auto';
    const first = new URL(src ?? '', baseURI).href;
    const url = cursor === undefined ? first : new URL(cursor, first).href;
    const tools = { signal, base: baseURI, fetch: this.#get };
    const isOurs = source === 'auto' || source === 'json';
    const answer = isOurs ? await fetchData(url, tools) : undefined;
    const own = answer && typeof answer.data === 'object' ? this.#own(answer.data) : undefined;
    if (own) return own;
    this.#parser ??= this.#doors.fromElsewhere(kept).then(parserBy);
    const [reader, parseHtml] = await Promise.all([
      this.#doors.articleRefFor(source, { src: url, post: post ?? undefined }).resolve(),
      this.#parser,
    ]);
    signal.throwIfAborted();
    const { article } = await (answer && reader.read
      ? reader.read(answer.data, { parseHtml, base: answer.url })
      : reader.load({ ...tools, parseHtml }));
    return { updates: updatesIn(article.body) };
  }

  /** Our own JSON; other formats have a `body` too, but no updates in it. */
  #own(data: unknown): LivePage | undefined {
    const page = parseLivePage(data);
    return page && (page.updates.length > 0 || Object.hasOwn(data as object, 'updates'))
      ? this.read(data)
      : undefined;
  }

  /** Always asks, and is told in a word (304) when there is nothing new: the browser keeps the tag of the answer. */
  readonly #get: typeof fetch = async (input, init) => {
    const answer = await fetch(input, { ...init, cache: 'no-cache' });
    this.#retryAfter = waitIn(answer.headers.get('retry-after'));
    return answer;
  };
}

/** `Retry-After` in seconds, or as a date. */
function waitIn(header: string | null): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * SECOND : Date.parse(header) - Date.now();
  return wait > 0 ? wait : undefined;
}
