import type { PropertyDeclarations } from 'lit';
import { BlockElement } from '../block/block-element.js';

/**
 * One update of a live blog.
 *
 * @tagname live-update
 *
 * @attr {boolean} key - One of the moments that the live blog lists.
 * @attr {boolean} pinned - It stands above the others.
 *
 * @slot - An `article` with `h2`, `article-time`, `article-byline` and text. (No shadow root: these are plain children.)
 */
export class LiveUpdate extends BlockElement {
  static readonly tag: string = 'live-update';
  static override readonly properties: PropertyDeclarations = {
    key: { type: Boolean },
    pinned: { type: Boolean },
  };

  /** One of the moments that the live blog lists. */
  key = false;
  /** It stands above the others. */
  pinned = false;
}

declare global {
  interface HTMLElementTagNameMap {
    'live-update': LiveUpdate;
  }
}
