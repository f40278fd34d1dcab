import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * Words of the story itself, set large beside it. Where the story says them too, screen readers pass over it: it is
 * not read out twice.
 *
 * @tagname article-pullquote
 *
 * @attr {'true'|'false'} aria-hidden - Whether screen readers pass over it; written by the page, the tag leaves it alone. Default: whether the article says it too.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A `blockquote` with its words and a `footer`. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticlePullquote extends BlockElement {
  static readonly tag: string = 'article-pullquote';

  protected override script(): Promise<BlockScript> {
    return import('./pullquote-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-pullquote': ArticlePullquote;
  }
}
