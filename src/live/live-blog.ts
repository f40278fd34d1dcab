import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * A story that goes on: updates, the newest first, and word of new ones.
 *
 * @tagname live-blog
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - `live-update` elements. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class LiveBlog extends BlockElement {
  static readonly tag: string = 'live-blog';

  protected override script(): Promise<BlockScript> {
    return import('./live-blog-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'live-blog': LiveBlog;
  }
}
