import { styled } from '../kit/shadow-parts.js';

/**
 * The button at the end of a live blog that loads what came before. `live-blog` puts it in; it is no tag
 * for authors, and has a shadow root so that the page's own styles for buttons leave it alone.
 *
 * @tagname live-earlier
 *
 * @csspart button - The button.
 */
export class LiveEarlier extends HTMLElement {
  static readonly tag: string = 'live-earlier';

  /** Called when it is pressed. */
  pressed?: () => void;

  readonly #button = document.createElement('button');

  constructor() {
    super();
    this.#button.type = 'button';
    this.#button.part.add('button');
    this.#button.addEventListener('click', () => {
      if (!this.#button.hasAttribute('aria-disabled')) this.pressed?.();
    });
    styled(this, styles, this.#button);
  }

  /** Says what a press does, or that it is being done. */
  show(text: string, isBusy: boolean): void {
    if (this.#button.textContent !== text) this.#button.textContent = text;
    if (isBusy) this.#button.setAttribute('aria-disabled', 'true');
    else this.#button.removeAttribute('aria-disabled');
  }
}

/** It stands in room that the stylesheet keeps at the end of the blog. */
const styles = `
:host{display:block;block-size:2.75rem;margin-block-end:calc(-1*var(--article-_foot,0rem));font:600 var(--article-_small,.9rem)/1.25 var(--article-_sans,sans-serif)}
button{inline-size:auto;block-size:2.75rem;padding-inline:1rem;border:1px solid var(--article-_rule,currentcolor);border-radius:3px;background:none;color:inherit}
button:focus-visible{outline:2px solid var(--article-_accent,currentcolor);outline-offset:2px;box-shadow:none}
[aria-disabled]{opacity:.6;cursor:default}
@media print{:host{display:none}}`;
