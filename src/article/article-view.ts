import { parseArticle, type Article, type ArticleResult } from '../content/article.js';
import { kept, parserBy } from '../content/dom-nodes.js';
import { html } from '../content/html.js';
import type { ParseHtml } from '../content/nodes.js';
import { writeStory } from '../content/render-article.js';
import type { WriteOptions, WriterWord } from '../content/render-inline.js';
import { safeUrl } from '../content/url.js';
import { writeDate } from '../kit/dates.js';
import { found, parseData, type ArticleSourceRef } from '../sources/article-source.js';

/** A story that an article is to show: its data, its JSON, or where it comes from. */
export interface Wanted {
  readonly data?: unknown;
  readonly json?: string | undefined;
  readonly ref?: ArticleSourceRef | undefined;
  readonly src?: string | null | undefined;
}

type ViewWord = WriterWord | 'articleLoading' | 'articleFailed' | 'articleOpen' | 'tryAgain';
type ViewOptions = Omit<WriteOptions, 'say' | 'formatDate'> & {
  readonly language: string;
  readonly timeZone: string | undefined;
  readonly say: (key: ViewWord, values?: Readonly<Record<string, string>>) => string;
};

/** The gate for a stranger's HTML. It is handed in: this file is loaded late and must not bring a second one. */
type Elsewhere = (allowed: typeof kept) => Promise<(html: string) => DocumentFragment>;

/** What was written before and is replaced as a whole; it belongs to the article, which has the gate. */
interface Place {
  replace(markup: string): void;
}

const withDates = (options: ViewOptions): WriteOptions => ({
  ...options,
  formatDate: (iso) => writeDate(iso, 'date-time', { ...options, now: 0, justNow: '' }),
});

const ATTRIBUTES = ['lang', 'dir', 'design'] as const;

/**
 * Shows stories from elsewhere in an article. Loaded when the first one is wanted; it holds no gate of
 * its own.
 */
export class ArticleView {
  readonly #host: Element;
  readonly #place: Place;
  readonly #fromElsewhere: Elsewhere;
  /** Attributes of the host that say what the story says, not what the page's author said. */
  readonly #ours = new Map<string, string>();
  #parser: Promise<ParseHtml> | undefined;
  #isShown = false;

  constructor(host: Element, place: Place, fromElsewhere: Elsewhere) {
    this.#host = host;
    this.#place = place;
    this.#fromElsewhere = fromElsewhere;
  }

  /** Shows a story; while it is on its way, an empty place of a page's size. */
  async show(
    wanted: Wanted,
    { signal, write }: { readonly signal: AbortSignal; readonly write: () => ViewOptions },
  ): Promise<Article> {
    if (wanted.data === undefined && !this.#isShown) {
      this.#place.replace(
        String(html`<p class="article-loading" role="status">${write().say('articleLoading')}</p>`),
      );
    }
    const { article } = await this.#read(wanted, signal);
    signal.throwIfAborted();
    this.#describe(article);
    this.#place.replace(String(writeStory(article, withDates(write()))));
    this.#isShown = true;
    return article;
  }

  /** Says that a story did not come, and what the reader can do. A story that is there stays. */
  fail({ src }: Wanted, { say }: ViewOptions): void {
    const page = safeUrl(src);
    this.#isShown = false;
    this.#place.replace(
      String(
        html`<div class="article-error" role="alert"><p>${say('articleFailed')}</p><p><button type="button" class="retry">${say('tryAgain')}</button>${
          page && html` <a href="${page}">${say('articleOpen')}</a>`
        }</p></div>`,
      ),
    );
  }

  clear(): void {
    this.#place.replace('');
    this.#describe({});
    this.#isShown = false;
  }

  async #read({ data, json, ref }: Wanted, signal: AbortSignal): Promise<ArticleResult> {
    if (data !== undefined) return found(parseArticle(data));
    if (!ref) return found(parseArticle(parseData(json ?? '')));
    this.#parser ??= this.#fromElsewhere(kept).then(parserBy);
    const [source, parseHtml] = await Promise.all([ref.resolve(), this.#parser]);
    signal.throwIfAborted();
    const base = this.#host.baseURI;
    if (json === undefined) return source.load({ parseHtml, signal, base });
    if (!source.read) throw new TypeError(`The source "${source.name}" reads no data.`);
    return source.read(parseData(json), { parseHtml, base });
  }

  /** Language, direction and design, where the page's author said nothing of them. */
  #describe(article: Pick<Partial<Article>, (typeof ATTRIBUTES)[number]>): void {
    for (const name of ATTRIBUTES) {
      const own = this.#host.getAttribute(name);
      if (own !== null && own !== this.#ours.get(name)) continue;
      const value = article[name];
      if (value) {
        this.#host.setAttribute(name, value);
        this.#ours.set(name, value);
      } else if (own !== null) {
        this.#host.removeAttribute(name);
        this.#ours.delete(name);
      }
    }
  }
}
