import { BlockElement } from '../block/block-element.js';

/**
 * Other stories to go on with.
 *
 * @tagname related-articles
 *
 *
 * @slot - An `h2`, and a list of `article-card`. (No shadow root: these are plain children.)
 */
export class RelatedArticles extends BlockElement {
  static readonly tag: string = 'related-articles';
}

declare global {
  interface HTMLElementTagNameMap {
    'related-articles': RelatedArticles;
  }
}
