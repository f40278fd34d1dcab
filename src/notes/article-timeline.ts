import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * What happened, in order. Dates stay as they are written; a `time` that is empty is written for the reader.
 *
 * @tagname article-timeline
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - An `h2`, and an `ol` whose items hold `p.event-date > time[datetime]`, `h3` and text. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleTimeline extends BlockElement {
  static readonly tag: string = 'article-timeline';

  protected override script(): Promise<BlockScript> {
    return import('./timeline-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-timeline': ArticleTimeline;
  }
}
