import type { PropertyDeclarations } from 'lit';
import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';
import { choice } from '../kit/choice.js';

/**
 * A mark in the text that leads to a note: a footnote, a citation or a word that is explained. Pointed at, focused or
 * pressed, it shows the note beside itself; without its script it is a link to the list at the end, and back.
 *
 * @tagname article-note
 *
 * @attr {'footnote'|'citation'|'term'} kind - What it leads to. Default: `footnote`.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A link to a note anywhere in the article, as a rule in `section.notes[role=doc-endnotes] > ol > li`. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleNote extends BlockElement {
  static readonly tag: string = 'article-note';
  static override readonly properties: PropertyDeclarations = {
    kind: { converter: choice('kind', ['footnote', 'citation', 'term'], 'footnote') },
  };

  /** What it leads to. Default: `footnote`. */
  kind: 'footnote' | 'citation' | 'term' = 'footnote';

  protected override script(): Promise<BlockScript> {
    return import('./note-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-note': ArticleNote;
  }
}
