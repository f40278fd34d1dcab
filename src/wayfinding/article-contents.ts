import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * The parts of the story, from its headings.
 *
 * @tagname article-contents
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A `nav` with a list of links, or nothing: it is then written from the headings. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleContents extends BlockElement {
  static readonly tag: string = 'article-contents';

  protected override script(): Promise<BlockScript> {
    return import('./contents-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-contents': ArticleContents;
  }
}
