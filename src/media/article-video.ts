import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * A film of the page's own. The browser's player stays as it is, and its room is kept before the file is known.
 * Of all that a page has, one sounds at a time. Captions come on in a language of the reader's, or as
 * they left them; chapters open in a list; times in the transcript play from there; a file that cannot
 * be played is said to be so, with a link to it.
 *
 * @tagname article-video
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near. The file loads as `preload` says.
 *
 * @slot - A `figure` with `video[controls] > source, track` and a `figcaption`, then `details.transcript`, in which each `time` is a place to play from. A `track` of `chapters` becomes `details.chapters`. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 * @cssstate failed - No file of it can be played; words and a link lie on the player.
 */
export class ArticleVideo extends BlockElement {
  static readonly tag: string = 'article-video';

  protected override script(): Promise<BlockScript> {
    return import('./media-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-video': ArticleVideo;
  }
}
