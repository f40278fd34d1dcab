import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * What a reader can do with a story: share it, hear it, set its size and colours, keep it, print it.
 *
 * @tagname article-tools
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - Nothing, or links that work without the script. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleTools extends BlockElement {
  static readonly tag: string = 'article-tools';

  protected override script(): Promise<BlockScript> {
    return import('./tools-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-tools': ArticleTools;
  }
}
