import type { PropertyDeclarations } from 'lit';
import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';
import { factboxKinds } from '../content/factbox-kinds.js';
import { choice } from '../kit/choice.js';

const kinds = [...factboxKinds, 'big-number'] as const;

/**
 * What the story leans on: facts, takeaways, questions and answers, a definition, a profile, or one big number.
 *
 * @tagname article-factbox
 *
 * @attr {'facts'|'takeaways'|'questions'|'definition'|'profile'|'big-number'} kind - What kind of box it is. Default: `facts`.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - An `aside` with an `h2`, which names it; questions are `details`, or an `h3` and text; a profile begins with a portrait; for a big number `p.big-number` and a `p`. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleFactbox extends BlockElement {
  static readonly tag: string = 'article-factbox';
  static override readonly properties: PropertyDeclarations = {
    kind: { converter: choice('kind', kinds, 'facts') },
  };

  /** What kind of box it is. Default: `facts`. */
  kind: (typeof kinds)[number] = 'facts';

  protected override script(): Promise<BlockScript> {
    return import('./factbox-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-factbox': ArticleFactbox;
  }
}
