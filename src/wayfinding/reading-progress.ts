import type { PropertyDeclarations } from 'lit';
import { BlockElement } from '../block/block-element.js';
import type { BlockScript } from '../block/block-script.js';

/**
 * How far the reader has come in the story, as a thin line at the top of the window. It takes no room,
 * and is hidden from screen readers, which have their own word for it and would beep at each step.
 *
 * @tagname reading-progress
 *
 * @attr {string} for - The `id` of the story, for a tag that stands outside of it.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @cssprop --article-progress - How far, from 0 to 1; the tag sets it on itself.
 * @cssprop --article-progress-size - How thick the line is. Default: 3px.
 * @cssstate ready - Its script is there.
 */
export class ReadingProgress extends BlockElement {
  static readonly tag: string = 'reading-progress';
  static override readonly properties: PropertyDeclarations = {
    htmlFor: { attribute: 'for' },
  };

  /** The `id` of the story, for a tag that stands outside of it. */
  htmlFor?: string | undefined;

  protected override script(): Promise<BlockScript> {
    return import('./progress-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reading-progress': ReadingProgress;
  }
}
