import type { PropertyDeclarations } from 'lit';
import { BlockElement } from '../block/block-element.js';
import type { BlockScript } from '../block/block-script.js';

/**
 * How long the story takes to read: "4 min read". What is written inside stays; an empty tag counts the
 * words of the story, without captions, notes and comments.
 *
 * @tagname reading-time
 *
 * @attr {number} words-per-minute - How fast its readers read. Default: 230.
 * @attr {string} for - The `id` of the story, for a tag that stands outside of it.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - Words of your own, or nothing. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ReadingTime extends BlockElement {
  static readonly tag: string = 'reading-time';
  static override readonly properties: PropertyDeclarations = {
    wordsPerMinute: { type: Number, attribute: 'words-per-minute' },
    htmlFor: { attribute: 'for' },
  };

  /** How fast its readers read. */
  wordsPerMinute?: number | undefined;
  /** The `id` of the story, for a tag that stands outside of it. */
  htmlFor?: string | undefined;

  protected override script(): Promise<BlockScript> {
    return import('./reading-time-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reading-time': ReadingTime;
  }
}
