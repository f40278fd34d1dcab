import type { PropertyDeclarations } from 'lit';
import { placements, renderPicture, type Placement } from '../content/figure.js';
import { choice } from '../kit/choice.js';
import { define, prefixOf, select, type TaggedElement } from '../kit/define.js';
import { whenIdle } from '../kit/idle.js';
import { isEmpty, LightElement } from '../kit/light-element.js';
import { ContentObserver } from '../kit/observe.js';
import { warnOnce } from '../kit/warn.js';
import { learnWords, WordsController, type Words } from '../kit/words.js';
import { Written } from '../kit/written.js';
import { SheetController } from '../styles/sheet-controller.js';
import { FigureOpenEvent } from './figure-open-event.js';
import type { FigureOpener } from './figure-opener.js';

const OPENER = 'figure-opener';
const opener = select(OPENER);
const lightbox = select('figure-lightbox');

/**
 * A picture with caption, credit, licence and label of provenance, which opens large. Around a
 * `figure` it changes nothing of it; left empty, it writes the same figure from its attributes.
 *
 * @tagname article-figure
 *
 * @attr {'inline'|'wide'|'full'|'float'} placement - How far the figure reaches. Default: `inline`.
 * @attr {boolean} no-lightbox - The picture does not open large.
 * @attr {string} src - The picture's address, for a tag that is left empty.
 * @attr {string} alt - What the picture shows, for a tag that is left empty.
 * @attr {number} width - The file's width in pixels, for a tag that is left empty; with `height` it keeps the picture's place.
 * @attr {number} height - The file's height in pixels, for a tag that is left empty.
 * @attr {string} srcset - The picture in other sizes, as in HTML, for a tag that is left empty.
 * @attr {string} sizes - How wide the picture shows, as in HTML, for a tag that is left empty. Default: worked out from the placement.
 * @attr {'lazy'|'eager'} loading - As in HTML, for a tag that is left empty.
 * @attr {'high'|'low'|'auto'} fetchpriority - As in HTML, for a tag that is left empty.
 * @attr {string} caption - What the caption says, for a tag that is left empty.
 * @attr {string} credit - Who made the picture, for a tag that is left empty.
 * @attr {string} licence - Under which licence, for a tag that is left empty.
 * @attr {string} licence-url - Where the licence's text is, for a tag that is left empty.
 * @attr {string} provenance - Where the picture comes from ("Illustration", "Made with AI"), for a tag that is left empty.
 *
 * @fires {FigureOpenEvent} figure-open - A reader asks to see the picture large; cancel it to show it in a way of your own.
 *
 * @slot - A `figure` with `img` or `picture` and `figcaption > span.caption, span.credit, .licence, span.provenance`. (No shadow root: these are plain children.)
 *
 * @cssstate failed - The picture could not be loaded; its alternative text stands in its place.
 */
export class ArticleFigure extends LightElement {
  static readonly tag: string = 'article-figure';
  static override readonly properties: PropertyDeclarations = {
    placement: { converter: choice('placement', placements, 'inline') },
    noLightbox: { type: Boolean, attribute: 'no-lightbox' },
    src: {},
    alt: {},
    width: { type: Number },
    height: { type: Number },
    srcset: {},
    sizes: {},
    loading: {},
    fetchPriority: { attribute: 'fetchpriority' },
    caption: {},
    credit: {},
    licence: {},
    licenceUrl: { attribute: 'licence-url' },
    provenance: {},
    words: { attribute: false },
  };

  /** How far the figure reaches. */
  placement: Placement = 'inline';
  /** The picture does not open large. */
  noLightbox = false;
  /** The picture's address, for a tag that is left empty. */
  src?: string | undefined;
  /** What the picture shows, for a tag that is left empty. */
  alt = '';
  /** The file's width in pixels, for a tag that is left empty. */
  width?: number | undefined;
  /** The file's height in pixels, for a tag that is left empty. */
  height?: number | undefined;
  /** The picture in other sizes, for a tag that is left empty. */
  srcset?: string | undefined;
  /** How wide the picture shows, for a tag that is left empty. */
  sizes?: string | undefined;
  /** `lazy` or `eager`, for a tag that is left empty. */
  loading?: string | undefined;
  /** `high`, `low` or `auto`, for a tag that is left empty. */
  fetchPriority?: string | undefined;
  /** What the caption says, for a tag that is left empty. */
  caption?: string | undefined;
  /** Who made the picture, for a tag that is left empty. */
  credit?: string | undefined;
  /** Under which licence, for a tag that is left empty. */
  licence?: string | undefined;
  /** Where the licence's text is, for a tag that is left empty. */
  licenceUrl?: string | undefined;
  /** Where the picture comes from, in a word, for a tag that is left empty. */
  provenance?: string | undefined;
  /** Words of the page's own, over those of the language. */
  words?: Partial<Words> | undefined;

  readonly #internals = this.attachInternals();
  readonly #words = new WordsController(this);
  readonly #written = new Written(this);
  #isOpen = false;

  constructor() {
    super();
    new SheetController(this);
    new ContentObserver(
      this,
      { childList: true, subtree: true, attributeFilter: ['src', 'srcset', 'alt'] },
      ({ target }) => !(target as Element).closest(lightbox),
    );
    // An image's events do not bubble, but they can be caught on the way down.
    this.addEventListener('load', this.#check, true);
    this.addEventListener('error', this.#check, true);
    this.addEventListener('click', this.#clicked);
    this.addEventListener('pointerover', this.#hovered);
    this.addEventListener('pointerout', this.#hovered);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.querySelector(lightbox)?.remove();
  }

  protected override firstUpdated(): void {
    // What the author lets wait is not seen yet; a long story has hundreds.
    if (this.#image?.loading === 'lazy') whenIdle(() => void this.#prepare());
    else void this.#prepare();
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    if (this.#written.present || isEmpty(this)) this.#write();
    this.#check();
  }

  async #prepare(): Promise<void> {
    Opener ??= (await import('./figure-opener.js').catch(() => undefined))?.FigureOpener;
    if (Opener) define(Opener, prefixOf(this));
    this.#check();
  }

  /** The picture that counts: the first one that stands in the figure. */
  get #image(): HTMLImageElement | undefined {
    return [...this.querySelectorAll('img')].find((image) => !image.closest(lightbox));
  }

  #write(): void {
    const { src = '', fetchPriority: fetchpriority, width, height } = this;
    const picture = {
      ...pick(this),
      src,
      fetchpriority,
      width: positive(width),
      height: positive(height),
    };
    const figure = src ? renderPicture(picture, this.placement, picture) : undefined;
    if (src && !figure) warnOnce(`"${src}" is no address of a picture; nothing is shown for it.`);
    this.#written.replace(String(figure ?? ''));
  }

  readonly #check = (): void => {
    const image = this.#image;
    const failed = Boolean(image?.complete && image.getAttribute('src') && !image.naturalWidth);
    this.#internals.states?.[failed ? 'add' : 'delete']('failed'); // Safari before 17.4 has no states
    this.#offer(
      image && !failed && !this.noLightbox && !image.closest('a, button') ? image : undefined,
    );
  };

  /** Puts in, keeps up or takes away the button that opens the picture. */
  #offer(image: HTMLImageElement | undefined): void {
    let button = this.querySelector<FigureOpener>(opener);
    if (!image) return button?.remove();
    if (!button) {
      const prefix = prefixOf(this);
      if (!customElements.get(prefix + OPENER)) return;
      button = document.createElement(prefix + OPENER) as FigureOpener;
      if (prefix) button.className = OPENER;
      (image.closest('figure') ?? this).append(button);
    }
    const alt = image.alt.trim();
    button.label = alt
      ? this.#words.say('openPictureNamed', { alt })
      : this.#words.say('openPicture');
  }

  readonly #clicked = (event: MouseEvent): void => {
    const target = event.target as Element;
    const image = this.#image;
    if (!image || event.defaultPrevented || (target !== image && !target.closest(opener))) return;
    if (this.querySelector(opener)) void this.#open(image);
  };

  /** The button shows while a mouse is on the picture. */
  readonly #hovered = ({ type, pointerType }: PointerEvent): void => {
    this.querySelector(opener)?.toggleAttribute(
      'data-hover',
      type === 'pointerover' && pointerType === 'mouse',
    );
  };

  async #open(image: HTMLImageElement): Promise<void> {
    // From the first click on: the dialog's code may still have to arrive.
    if (this.#isOpen || !this.dispatchEvent(new FigureOpenEvent(image))) return;
    this.#isOpen = true;
    try {
      const { openFigure } = await import('./open-figure.js');
      const prefix = prefixOf(this);
      const tools = {
        say: this.#words.say,
        learn: learnWords,
        define: (Class: TaggedElement) => define(Class, prefix),
        prefix,
      };
      // It may have been taken away meanwhile.
      if (this.isConnected) await openFigure({ host: this, images: [image], tools }).closed;
    } finally {
      this.#isOpen = false;
    }
    this.querySelector<FigureOpener>(opener)?.focus();
  }
}

/** Loaded with the first picture. */
let Opener: typeof FigureOpener | undefined;

const pick = ({
  alt,
  srcset,
  sizes,
  loading,
  caption,
  credit,
  licence,
  licenceUrl,
  provenance,
}: ArticleFigure) => ({
  alt,
  srcset,
  sizes,
  loading,
  caption,
  credit,
  licence,
  licenceUrl,
  provenance,
});

const positive = (pixels: number | undefined): number | undefined =>
  pixels && pixels > 0 ? pixels : undefined;

declare global {
  interface HTMLElementTagNameMap {
    'article-figure': ArticleFigure;
  }
}
