import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * How long the story takes to read.
 *
 * @tagname reading-time
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - What stands there until the number is known. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ReadingTime extends BlockElement {
  static readonly tag: string = 'reading-time';

  protected override script(): Promise<BlockScript> {
    return import('./reading-time-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reading-time': ReadingTime;
  }
}
