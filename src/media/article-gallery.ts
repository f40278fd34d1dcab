import type { PropertyDeclarations } from 'lit';
import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';
import { choice } from '../kit/choice.js';
import { define, prefixOf } from '../kit/define.js';

/**
 * Pictures that belong together: as a grid, a strip or a carousel; each opens large, with a way to the
 * next. While one is open, the page's address names it: `#ID-3` is the third picture of the gallery
 * with that `id` (`#gallery-3` of one without), and opens it for whoever follows such a link.
 *
 * @tagname article-gallery
 *
 * @attr {'grid'|'carousel'|'strip'} layout - How the pictures are laid out. Default: `grid`.
 * @attr {boolean} no-lightbox - The pictures do not open large.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @fires {FigureOpenEvent} figure-open - A reader asks to see one of the pictures large; cancel it to show it in a way of your own.
 *
 * @slot - A `figure` that holds a `figure` for each picture, and a `figcaption` for all. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleGallery extends BlockElement {
  static readonly tag: string = 'article-gallery';
  static override readonly properties: PropertyDeclarations = {
    layout: {
      converter: choice('layout', ['grid', 'carousel', 'strip'], 'grid'),
      // The stylesheet lays out by the attribute.
      reflect: true,
      useDefault: true,
    },
    noLightbox: { type: Boolean, attribute: 'no-lightbox' },
  };

  /** How the pictures are laid out. Default: `grid`. */
  layout: 'grid' | 'carousel' | 'strip' = 'grid';
  /** The pictures do not open large. */
  noLightbox = false;

  override connectedCallback(): void {
    // Whoever follows a link to one of the pictures may be far from it.
    if (location.hash.startsWith(`#${this.id || 'gallery'}-`)) this.loading = 'eager';
    super.connectedCallback();
  }

  protected override async script(): Promise<BlockScript> {
    const [view, { FigureOpener }] = await Promise.all([
      import('./gallery-view.js'),
      import('./figure-opener.js'),
    ]);
    define(FigureOpener, prefixOf(this));
    return view;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-gallery': ArticleGallery;
  }
}
