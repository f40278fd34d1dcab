import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * Two pictures of one place, before and after, laid over each other with a handle between them. On
 * paper, and where scripts are switched off, they stand side by side.
 *
 * @tagname article-compare
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A `figure` that holds two pictures, and a `figcaption`. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleCompare extends BlockElement {
  static readonly tag: string = 'article-compare';

  protected override script(): Promise<BlockScript> {
    return import('./compare-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-compare': ArticleCompare;
  }
}
