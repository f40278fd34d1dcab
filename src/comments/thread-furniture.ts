/** What stands around the comments of a thread and comes and goes with its state. */
const order = [
  'h2.comments-title',
  'p.comments-note',
  'p.comments-status',
  'div.comments-error',
  'p.comments-empty',
  'div.comments-controls',
] as const;
/** What stands below the list instead of above it. */
const below = ['div.comments-more', 'p.comments-closed'] as const;
export type Piece = (typeof order)[number] | (typeof below)[number];

/**
 * The heading, the notes and the failure of a thread. A piece is made when it is first needed and
 * found again in a clone; a thread that brings its own heading keeps that one.
 */
export class ThreadFurniture {
  readonly #host: Element;
  #ownHeading: boolean | undefined;

  constructor(host: Element) {
    this.#host = host;
  }

  heading(text: string): void {
    this.#ownHeading ??= Boolean(
      this.#host.querySelector(':scope > :is(h1, h2, h3, h4, header):not(.comments-title)'),
    );
    if (!this.#ownHeading) this.#say('h2.comments-title', text);
  }

  note(text: string): void {
    this.#say('p.comments-note', text);
  }

  empty(text: string): void {
    this.#say('p.comments-empty', text);
  }

  closed(text: string): void {
    this.#say('p.comments-closed', text);
  }

  remove(piece: Piece): void {
    this.#find(piece)?.remove();
  }

  /** Progress, read out politely: the region is there before its words are. */
  status(text: string): void {
    const region = this.piece('p.comments-status');
    region.setAttribute('role', 'status');
    if (region.textContent !== text) region.textContent = text;
  }

  /** A failure and the way out of it; without words it is taken away. */
  failure(text: string, retry = ''): void {
    if (!text) return this.#find('div.comments-error')?.remove();
    const box = this.piece('div.comments-error');
    box.setAttribute('role', 'alert');
    const words = box.ownerDocument.createElement('p');
    words.textContent = text;
    const button = box.ownerDocument.createElement('button');
    button.type = 'button';
    button.className = 'retry';
    button.textContent = retry;
    box.replaceChildren(words, button);
  }

  #say(piece: Piece, text: string): void {
    if (!text) return this.#find(piece)?.remove();
    const element = this.piece(piece);
    if (element.textContent !== text) element.textContent = text;
  }

  #find(piece: Piece): HTMLElement | null {
    return this.#host.querySelector(`:scope > ${piece}`);
  }

  /** The element of a piece, made in its place when it is not there. */
  piece(piece: Piece): HTMLElement {
    const found = this.#find(piece);
    if (found) return found;
    const [name = 'p', style = ''] = piece.split('.');
    const element = this.#host.ownerDocument.createElement(name);
    element.className = style;
    const line: readonly Piece[] = below.some((one) => one === piece) ? below : order;
    const before = line
      .slice(0, line.indexOf(piece))
      .reverse()
      .map((one) => this.#find(one))
      .find(Boolean);
    if (before) before.after(element);
    else if (line === below) this.#afterList(element);
    else if (piece === 'h2.comments-title') this.#host.prepend(element);
    else this.#afterHeading(element);
    return element;
  }

  #afterHeading(element: Element): void {
    const heading = this.#host.querySelector(':scope > :is(h1, h2, h3, h4, header)');
    if (heading) heading.after(element);
    else this.#host.prepend(element);
  }

  #afterList(element: Element): void {
    const list = this.#host.querySelector(':scope > ol, :scope > .comment-list');
    const form = this.#host.querySelector(':scope > :is(comment-form, .comment-form, form)');
    if (list) list.after(element);
    else this.#host.insertBefore(element, form);
  }
}
