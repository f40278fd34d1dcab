import type { PropertyDeclarations } from 'lit';
import type { Article } from '../content/article.js';
import { designs, type Design } from '../content/design.js';
import { choice } from '../kit/choice.js';
import { systemClock, type Clock } from '../kit/clock.js';
import { ContextProvider } from '../kit/context.js';
import { select } from '../kit/define.js';
import { LightElement } from '../kit/light-element.js';
import { watchLanguage } from '../kit/language.js';
import { ContentObserver } from '../kit/observe.js';
import { timeContext, type TimeContext } from '../kit/time-context.js';
import { wordsContext, type Words } from '../kit/words.js';
import { knownZone } from '../kit/zone.js';
import {
  commentSourceContext,
  type CommentSource,
  type CommentSourceRef,
} from '../sources/comment-source.js';
import type { ArticleSource } from '../sources/article-source.js';
import { refFor } from '../sources/registry.js';
import { SheetController } from '../styles/sheet-controller.js';
import { JsonLdController } from './json-ld-controller.js';
import { headlineOf } from './headline.js';
import { StoryController } from './story-controller.js';

const HEADLINE = 'article-headline-';
let headlines = 0;
const comments = select('comment-thread');

/**
 * A news story around ordinary HTML: the stylesheet sets it, the tag tells assistive technology and
 * search engines what it is, and hands language, words, clock and comment source to the tags inside.
 *
 * @tagname news-article
 *
 * @attr {'news'|'opinion'|'feature'|'analysis'|'live'|'review'|'explainer'} design - The kind of story, which sets its look through tokens. Default: `news`.
 * @attr {'light'|'dark'} theme - Fixes light or dark colours. Default: the page's own ink on the page's own ground.
 * @attr {string} time-zone - The IANA time zone in which the times inside are written, such as `Europe/Prague`. Default: the reader's own.
 * @attr {string} comment-source - Where the comments inside come from and go to, unless they say otherwise: `local`, or a name given to `registerSource`.
 *
 * @attr {string} src - Address of a story from elsewhere: a site (with `post`), a page, an item of an interface, or a file.
 * @attr {'auto'|'wordpress'|'ghost'|'ninjs'|'ans'|'content-tree'|'portable-text'|'feed'|'markdown'|'html'|'json-ld'|'json'} source - The format of what `src` holds, or a name given to `registerSource`. Default: `auto`, which recognises it.
 * @attr {string} post - Which story of a site: an id or a slug.
 *
 * @fires {ArticleLoadEvent} article-load - When a story from elsewhere is shown (`article`). Bubbles.
 * @fires {ArticleErrorEvent} article-error - When one could not be shown (`error`, `kind`); the reader has been told. Bubbles.
 *
 * @slot - The story: headings, paragraphs, figures, and the other tags. (No shadow root: these are plain children.)
 *
 * @cssprop --article-font-text - Typeface of the running text.
 * @cssprop --article-font-headline - Typeface of headlines.
 * @cssprop --article-font-furniture - Typeface of bylines, captions, labels and forms.
 */
export class NewsArticle extends LightElement {
  static readonly tag: string = 'news-article';
  static override readonly properties: PropertyDeclarations = {
    design: { converter: choice('design', designs) },
    timeZone: { attribute: 'time-zone' },
    commentSource: { attribute: 'comment-source' },
    src: {},
    source: {},
    post: {},
    article: { attribute: false },
    articleSource: { attribute: false },
    words: { attribute: false },
    clock: { attribute: false },
  };

  /** The kind of story, which sets its look through tokens. */
  design?: Design | undefined;
  /** The IANA time zone in which the times inside are written; the reader's own when absent. */
  timeZone?: string | undefined;
  /** The source of the comments inside: a name, or an object of the page's own. */
  commentSource?: CommentSource | string | undefined;
  /** Address of a story from elsewhere: a site (with `post`), a page, an item of an interface, a file. */
  src?: string | null | undefined;
  /** The format of what `src`, or a script element inside, holds; recognised when absent. */
  source?: string | null | undefined;
  /** Which story of a site: an id or a slug. */
  post?: string | null | undefined;
  /** A story as data, to be shown; anything else in the shape of one is read as far as it goes. */
  article?: Article | undefined;
  /** A source of the page's own, instead of `source`. */
  articleSource?: ArticleSource | undefined;
  /** Words of the page's own, over those of the language, for every tag inside. */
  words?: Partial<Words> | undefined;
  /** What the tags inside take for the time of day; a page or a test may set its own. */
  clock: Clock = systemClock;

  readonly #wordsProvider = new ContextProvider<Partial<Words> | undefined>(
    this,
    wordsContext,
    undefined,
  );
  readonly #timeProvider = new ContextProvider<TimeContext | undefined>(
    this,
    timeContext,
    undefined,
  );
  readonly #sourceProvider = new ContextProvider<CommentSourceRef | undefined>(
    this,
    commentSourceContext,
    undefined,
  );
  readonly #story = new StoryController(this);
  #unwatch: (() => void) | undefined;
  #label: string | undefined;

  constructor() {
    super();
    new SheetController(this);
    new ContentObserver(
      this,
      {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['datetime', 'href', 'src', 'hidden', 'class', 'rel'],
      },
      // A thread of thousands of comments is not the story.
      ({ target }) =>
        !(target instanceof Element ? target : target.parentElement)?.closest(comments),
    );
    new JsonLdController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchLanguage(this, () => this.requestUpdate());
    // What was taken away on leaving is put back.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  /** Reads the story from elsewhere again; resolves when it, or the failure, is shown. */
  reload(): Promise<void> {
    return this.#story.reload();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.#wordsProvider.value = this.words;
    if (changed.has('timeZone') || changed.has('clock')) {
      this.#timeProvider.value = { timeZone: knownZone(this.timeZone), clock: this.clock };
    }
    if (changed.has('commentSource')) this.#sourceProvider.value = refFor(this.commentSource);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    this.#describe();
  }

  /** Role and name, as attributes: seen by every tool, kept by a clone, and never over the page's own. */
  #describe(): void {
    if (!this.hasAttribute('role')) this.setAttribute('role', 'article');
    const headline = headlineOf(this);
    const root = this.getRootNode() as Document | ShadowRoot;
    const named = this.getAttribute('aria-labelledby');
    const isOurs = named === this.#label || named?.startsWith(HEADLINE);
    if (this.hasAttribute('aria-label') || (named && !isOurs)) return;
    if (!headline) return this.removeAttribute('aria-labelledby');
    // A clone brings its original's id along.
    if (
      !headline.id ||
      (headline.id.startsWith(HEADLINE) && root.getElementById(headline.id) !== headline)
    ) {
      headline.id = `${HEADLINE}${++headlines}`;
    }
    this.#label = headline.id;
    this.setAttribute('aria-labelledby', headline.id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'news-article': NewsArticle;
  }
}
