import { rangeOf, type Piece } from './listen-text.js';

const SENTENCE = 'broadsheet-sentence';
const WORD = 'broadsheet-word';
/** A marker's yellow, thin enough that the ink can be read through it on light and on dark. */
const styles = `
::highlight(${SENTENCE}){background-color:rgb(250 204 21/22%)}
::highlight(${WORD}){background-color:rgb(250 204 21/22%);text-decoration:underline 2px}
@media (forced-colors:active){::highlight(${WORD}){background-color:Highlight;color:HighlightText}}
@media print{::highlight(${SENTENCE}),::highlight(${WORD}){background-color:transparent;text-decoration:none}}`;

const dressed = new WeakSet<Node>();

/** Rules for highlights must stand where the text stands. */
function dress(root: Node): void {
  if (dressed.has(root) || !('adoptedStyleSheets' in root)) return;
  dressed.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  (root as Document | ShadowRoot).adoptedStyleSheets.push(sheet);
}

/** Marks what is being spoken, and keeps it in sight for a reader who has not gone elsewhere. */
export class Follower {
  #last: Range | undefined;

  /** A piece is spoken: its whole sentence is marked. `jump` when the reader asked to go there. */
  piece(piece: Piece, jump: boolean): void {
    const range = rangeOf(piece.passage, piece.sentence);
    this.#mark(SENTENCE, range);
    this.#mark(WORD, undefined);
    if (!range) return;
    dress(piece.passage.element.getRootNode());
    const was = this.#last;
    this.#last = range;
    if (jump || (was && isInSight(was))) bringIntoSight(range, piece.passage.element);
  }

  word(piece: Piece, start: number, end: number): void {
    this.#mark(WORD, rangeOf(piece.passage, { start, end }));
  }

  clear(): void {
    this.#mark(SENTENCE, undefined);
    this.#mark(WORD, undefined);
    this.#last = undefined;
  }

  #mark(name: string, range: Range | undefined): void {
    if (typeof Highlight === 'undefined') return;
    if (!range) return void CSS.highlights.delete(name);
    const mark = new Highlight(range);
    mark.priority = name === WORD ? 1 : 0;
    CSS.highlights.set(name, mark);
  }
}

/** The player covers the foot of the window. */
const FOOT = 96;

function isInSight(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function bringIntoSight(range: Range, element: Element): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight - FOOT) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (element.getBoundingClientRect().height < innerHeight / 2) {
    element.scrollIntoView({ block: 'center', behavior });
  } else {
    scrollBy({ top: top - innerHeight / 4, behavior });
  }
}
