import type { PropertyDeclarations } from 'lit';
import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';
import { choice } from '../kit/choice.js';

/**
 * Pictures that belong together: as a grid, a strip or a carousel; each opens large, with a way to the next.
 *
 * @tagname article-gallery
 *
 * @attr {'grid'|'carousel'|'strip'} layout - How the pictures are laid out. Default: `grid`.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A `figure` that holds a `figure` for each picture, and a `figcaption` for all. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleGallery extends BlockElement {
  static readonly tag: string = 'article-gallery';
  static override readonly properties: PropertyDeclarations = {
    layout: { converter: choice('layout', ['grid', 'carousel', 'strip'], 'grid') },
  };

  /** How the pictures are laid out. Default: `grid`. */
  layout: 'grid' | 'carousel' | 'strip' = 'grid';

  protected override script(): Promise<BlockScript> {
    return import('./gallery-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-gallery': ArticleGallery;
  }
}
