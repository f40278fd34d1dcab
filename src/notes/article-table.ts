import type { PropertyDeclarations } from 'lit';
import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';
import { choice } from '../kit/choice.js';

/**
 * A table that scrolls or stacks where it is too wide, can be sorted, and shows its first rows where it is long. Without
 * its script, all rows are there.
 *
 * @tagname article-table
 *
 * @attr {'scroll'|'stack'} layout - What happens where it is too wide. Default: `scroll`.
 * @attr {boolean} sortable - Readers can sort it by its columns; not where cells span rows.
 * @attr {5|10|15|20|25|50} rows - So many rows are shown at first; the rest is a press away. Default: all.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A `table` with `caption` and `thead`. A cell may have `data-label`, what its column is called when stacked, and `data-value`, what it is sorted by. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleTable extends BlockElement {
  static readonly tag: string = 'article-table';
  static override readonly properties: PropertyDeclarations = {
    layout: { converter: choice('layout', ['scroll', 'stack'], 'scroll') },
    sortable: { type: Boolean },
    rows: { type: Number },
  };

  /** What happens where it is too wide. Default: `scroll`. */
  layout: 'scroll' | 'stack' = 'scroll';
  /** Readers can sort it by its columns. */
  sortable = false;
  /** So many rows are shown at first: 5, 10, 15, 20, 25 or 50; the rest is a press away. Default: all. */
  rows?: number | undefined;

  protected override script(): Promise<BlockScript> {
    return import('./table-view.js').catch((error: unknown) => {
      // Nobody will be there to show the other rows.
      this.removeAttribute('rows');
      throw error;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-table': ArticleTable;
  }
}
