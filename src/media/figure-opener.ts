import { icon, styled } from '../kit/shadow-parts.js';

/**
 * The button in a picture's corner that opens it large. `article-figure` and `article-gallery` put it in; it is no tag
 * for authors, and has a shadow root so that the page's own styles for buttons leave it alone.
 *
 * @tagname figure-opener
 *
 * @csspart button - The button.
 */
export class FigureOpener extends HTMLElement {
  static readonly tag: string = 'figure-opener';

  readonly #button = document.createElement('button');

  constructor() {
    super();
    this.#button.type = 'button';
    this.#button.part.add('button');
    this.#button.setAttribute('aria-haspopup', 'dialog');
    this.#button.append(icon('M14 4h6v6M10 20H4v-6M20 4l-7 7M4 20l7-7'));
    styled(this, styles, this.#button);
  }

  /** What the button is called. */
  set label(label: string) {
    this.#button.setAttribute('aria-label', label);
  }

  /** Focuses the button. */
  override focus(options?: FocusOptions): void {
    this.#button.focus(options);
  }
}

const styles = `
:host{position:absolute;inset-block-start:.5rem;inset-inline-end:.5rem}
button{opacity:0;cursor:zoom-in;transition:opacity .15s}
:host([data-hover]) button,button:focus-visible{opacity:1}
@media (hover:none){:host(:not([data-small])) button{opacity:1}}
@media (prefers-reduced-motion:reduce){button{transition:none}}
@media print{:host{display:none}}`;
