import type { PropertyDeclarations } from 'lit';
import { BlockElement } from '../block/block-element.js';
import { noticeKinds } from '../content/notice-kinds.js';
import { choice } from '../kit/choice.js';

/**
 * What the newsroom has to say of its own story: a correction, a clarification, an update, who paid for
 * it, or that a machine made it. Search engines are told of corrections as such.
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
    kind: { converter: choice('kind', noticeKinds, 'note') },
  };

  /** What it is. */
  kind: (typeof noticeKinds)[number] = 'note';

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasAttribute('role')) this.setAttribute('role', 'note');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-notice': ArticleNotice;
  }
}
