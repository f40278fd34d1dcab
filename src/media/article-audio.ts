import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * A recording of the page's own, with chapters and a transcript.
 *
 * @tagname article-audio
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A `figure` with an `audio`, and `details.transcript`. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleAudio extends BlockElement {
  static readonly tag: string = 'article-audio';

  protected override script(): Promise<BlockScript> {
    return import('./audio-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-audio': ArticleAudio;
  }
}
