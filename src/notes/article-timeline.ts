import { BlockElement } from '../block/block-element.js';

/**
 * What happened, in order.
 *
 * @tagname article-timeline
 *
 *
 * @slot - An `h2`, and an `ol` whose items hold `p.event-date`, `h3` and text. (No shadow root: these are plain children.)
 */
export class ArticleTimeline extends BlockElement {
  static readonly tag: string = 'article-timeline';
}

declare global {
  interface HTMLElementTagNameMap {
    'article-timeline': ArticleTimeline;
  }
}
