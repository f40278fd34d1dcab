import { BlockElement } from '../block/block-element.js';

/**
 * Another story, as a line to click on.
 *
 * @tagname article-card
 *
 *
 * @slot - A picture, `p.kicker`, `p.card-headline > a`, `p.standfirst`. (No shadow root: these are plain children.)
 */
export class ArticleCard extends BlockElement {
  static readonly tag: string = 'article-card';
}

declare global {
  interface HTMLElementTagNameMap {
    'article-card': ArticleCard;
  }
}
