import { styled } from '../kit/shadow-parts.js';

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

/** An arrow to both corners, cut out of a square: no elements to make for every picture. */
const arrow =
  '58% 12%,88% 12%,88% 42%,79% 42%,79% 27%,27% 79%,42% 79%,42% 88%,12% 88%,12% 58%,21% 58%,21% 73%,73% 21%,58% 21%';

const styles = `
:host{position:absolute;inset-block-start:.5rem;inset-inline-end:.5rem}
button::before{content:'';inline-size:1.25rem;block-size:1.25rem;background:currentcolor;clip-path:polygon(${arrow})}
button{opacity:0;cursor:zoom-in;transition:opacity .15s}
:host([data-hover]) button,button:focus-visible{opacity:1}
@media (hover:none){:host(:not([data-small])) button{opacity:1}}
@media (prefers-reduced-motion:reduce){button{transition:none}}
@media (forced-colors:active){button::before{background:ButtonText;forced-color-adjust:none}}
@media print{:host{display:none}}`;
