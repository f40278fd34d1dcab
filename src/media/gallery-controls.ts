import { icon, styled } from '../kit/shadow-parts.js';

/** What the controls of a carousel are called. */
export interface ControlWords {
  readonly previous: string;
  readonly next: string;
}

/**
 * The buttons that lie over a carousel, and which of how many pictures it is at. `article-gallery`
 * puts them in; they are no tag for authors.
 *
 * @tagname gallery-controls
 *
 * @csspart previous - The button to the picture before.
 * @csspart next - The button to the picture after.
 * @csspart position - Which of how many pictures it is.
 */
export class GalleryControls extends HTMLElement {
  static readonly tag: string = 'gallery-controls';

  /** Hears that a reader wants another picture. */
  stepped: ((by: 1 | -1) => void) | undefined;
  readonly #previous = button('previous', 'M15 5l-7 7 7 7');
  readonly #next = button('next', 'M9 5l7 7-7 7');
  readonly #position = document.createElement('span');
  /** Apart, as "1 of 5" may stand in an Arabic page. */
  readonly #number = document.createElement('bdi');
  readonly #said = document.createElement('span');

  constructor() {
    super();
    this.#position.className = 'position';
    this.#position.part.add('position');
    this.#position.setAttribute('aria-hidden', 'true');
    this.#position.append(this.#number);
    this.#said.className = 'said';
    this.#said.setAttribute('role', 'status');
    styled(this, styles, this.#previous, this.#next, this.#position, this.#said);
    for (const [pressed, by] of [
      [this.#previous, -1],
      [this.#next, 1],
    ] as const)
      pressed.addEventListener('click', () => this.stepped?.(by));
  }

  /** What the buttons are called. */
  set words({ previous, next }: ControlWords) {
    this.#previous.setAttribute('aria-label', previous);
    this.#next.setAttribute('aria-label', next);
  }

  /** Shows where the carousel is. */
  show(at: number, count: number, position: string): void {
    this.#number.textContent = position;
    // Not `disabled`: a button under the focus would lose it.
    this.#previous.setAttribute('aria-disabled', String(at <= 0));
    this.#next.setAttribute('aria-disabled', String(at >= count - 1));
  }

  /** Says where it is, to who pressed a button and does not see it. */
  say(position: string): void {
    this.#said.textContent = position;
  }
}

function button(name: string, path: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = name;
  element.part.add(name);
  element.append(icon(path));
  return element;
}

/** As high as the pictures, whose ratio and width media.css sets. A button at an end is not seen, but no press goes through it. */
const styles = `
:host{position:absolute;inset-block-start:0;inset-inline:0;display:flex;align-items:center;justify-content:space-between;box-sizing:border-box;aspect-ratio:1.7045;padding-inline:.75rem;pointer-events:none}
button{pointer-events:auto}
button[aria-disabled=true]{opacity:0;cursor:default}
button[aria-disabled=true]:focus-visible{opacity:.6}
:host(:dir(rtl)) svg{scale:-1 1}
.position{position:absolute;inset-block-start:.5rem;inset-inline-start:.5rem;padding-inline:.75rem;border-radius:1rem;color:#fff;background:rgb(0 0 0/60%);font:.8125rem/1.75rem var(--article-font-furniture,system-ui,sans-serif);font-variant-numeric:tabular-nums}
.said{position:absolute;overflow:hidden;inline-size:1px;block-size:1px;clip-path:inset(50%);white-space:nowrap}
@media (forced-colors:active){.position{border:1px solid CanvasText;background:Canvas;color:CanvasText}}
@media print{:host{display:none}}`;
