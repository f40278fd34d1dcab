import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * How far the reader has come in the story, as a thin line at the top.
 *
 * @tagname reading-progress
 *
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @cssstate ready - Its script is there.
 */
export class ReadingProgress extends BlockElement {
  static readonly tag: string = 'reading-progress';

  protected override script(): Promise<BlockScript> {
    return import('./progress-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reading-progress': ReadingProgress;
  }
}
