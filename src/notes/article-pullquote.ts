import { BlockElement } from '../block/block-element.js';

/**
 * Words of the story itself, set large beside it, and not read out twice.
 *
 * @tagname article-pullquote
 *
 *
 * @slot - A `blockquote` with its words and a `footer`. (No shadow root: these are plain children.)
 */
export class ArticlePullquote extends BlockElement {
  static readonly tag: string = 'article-pullquote';
}

declare global {
  interface HTMLElementTagNameMap {
    'article-pullquote': ArticlePullquote;
  }
}
