import type { PropertyDeclarations } from 'lit';
import { BlockElement } from '../block/block-element.js';
import type { BlockScript } from '../block/block-script.js';

/**
 * The parts of a story, from its headings: a line that opens to a list of links. Headings without an
 * `id` get one that lasts, made of their words. The part that is being read is marked.
 *
 * @tagname article-contents
 *
 * @attr {2|3} depth - The lowest level of headings in the list. Default: 3.
 * @attr {boolean} open - The list that the tag writes stands open. It then takes its room when it is written, so give the tag a `min-block-size`.
 * @attr {string} for - The `id` of the story, for a tag that stands outside of it.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A `nav` with a list of links of your own, or nothing: the list is then written from the headings. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleContents extends BlockElement {
  static readonly tag: string = 'article-contents';
  static override readonly properties: PropertyDeclarations = {
    depth: { type: Number },
    open: { type: Boolean },
    htmlFor: { attribute: 'for' },
  };

  /** The lowest level of headings in the list: 2 or 3. */
  depth = 3;
  /** The list that the tag writes stands open. */
  open = false;
  /** The `id` of the story, for a tag that stands outside of it. */
  htmlFor?: string | undefined;

  protected override script(): Promise<BlockScript> {
    return import('./contents-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-contents': ArticleContents;
  }
}
