import type { PropertyDeclarations } from 'lit';
import { BlockElement } from '../block/block-element.js';
import { choice } from '../kit/choice.js';

/**
 * What the newsroom has to say of its own story: a correction, a clarification, an update, who paid for it, or that a machine made it.
 *
 * @tagname article-notice
 *
 * @attr {'correction'|'clarification'|'update'|'sponsored'|'ai'|'note'} kind - What it is. Default: `note`.
 *
 * @slot - `p.notice-label` with a `time`, and text. (No shadow root: these are plain children.)
 */
export class ArticleNotice extends BlockElement {
  static readonly tag: string = 'article-notice';
  static override readonly properties: PropertyDeclarations = {
    kind: {
      converter: choice(
        'kind',
        ['correction', 'clarification', 'update', 'sponsored', 'ai', 'note', 'cut'],
        'note',
      ),
    },
  };

  /** What it is. Default: `note`. */
  kind: 'correction' | 'clarification' | 'update' | 'sponsored' | 'ai' | 'note' | 'cut' = 'note';
}

declare global {
  interface HTMLElementTagNameMap {
    'article-notice': ArticleNotice;
  }
}
