import { styled } from '../kit/shadow-parts.js';

export type Order = 'newest' | 'oldest';

/**
 * The choice of which updates come first. `live-blog` puts it in; it is no tag for authors, and has a
 * shadow root so that the page's own styles for controls leave it alone.
 *
 * @tagname live-order
 *
 * @csspart select - The control.
 */
export class LiveOrder extends HTMLElement {
  static readonly tag: string = 'live-order';

  /** Called when the reader chooses. */
  chosen?: (order: Order) => void;

  readonly #select = document.createElement('select');

  constructor() {
    super();
    this.#select.part.add('select');
    this.#select.append(new Option('', 'newest'), new Option('', 'oldest'));
    this.#select.addEventListener('change', () => this.chosen?.(this.#select.value as Order));
    styled(this, styles, this.#select);
  }

  /** Shows the order, under the words of the language. */
  show(order: Order, words: { readonly label: string } & Readonly<Record<Order, string>>): void {
    this.#select.setAttribute('aria-label', words.label);
    for (const option of this.#select.options) {
      const text = words[option.value as Order];
      if (option.text !== text) option.text = text;
    }
    if (this.#select.value !== order) this.#select.value = order;
  }
}

const styles = `
:host{display:block;position:absolute;z-index:1;inset-block-start:calc(var(--article-_room,2.75rem) - 2.75rem);inset-inline-end:0;font:var(--article-_small,.9rem)/1.25 var(--article-_sans,sans-serif)}
select{box-sizing:border-box;block-size:2.75rem;padding-inline:.25rem;border:0;border-radius:3px;background:transparent;color:inherit;font:inherit;text-align:end;cursor:pointer}
option{background:Canvas;color:CanvasText}
select:focus-visible{outline:2px solid var(--article-_accent,currentcolor);outline-offset:-4px}
@media (forced-colors:active){select{border:1px solid ButtonText}}
@media print{:host{display:none}}`;
