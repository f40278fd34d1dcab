import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * A film of the page's own, with captions, chapters and a transcript.
 *
 * @tagname article-video
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A `figure` with a `video`, and `details.transcript`. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleVideo extends BlockElement {
  static readonly tag: string = 'article-video';

  protected override script(): Promise<BlockScript> {
    return import('./video-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-video': ArticleVideo;
  }
}
