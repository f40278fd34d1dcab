import { fromWriter } from './html.js';

/**
 * What a tag itself wrote into its element. Writing again replaces exactly those nodes and nothing
 * that the page's author put beside them; writing the same again does nothing.
 */
export class Written {
  readonly #host: Element;
  readonly #where: 'start' | 'end';
  #nodes: ChildNode[] = [];
  #markup = '';

  /** Where it goes when there is nothing of it yet: before or after what the page's author wrote. */
  constructor(host: Element, where: 'start' | 'end' = 'end') {
    this.#host = host;
    this.#where = where;
  }

  /** Whether anything that was written is still in the element. */
  get present(): boolean {
    return this.#nodes.some((node) => node.parentNode === this.#host);
  }

  /** Takes HTML from our writer; an empty text only takes away what was written. */
  replace(markup: string): void {
    if (markup === this.#markup && this.present === markup.length > 0) return;
    const fragment = fromWriter(markup);
    const nodes = [...fragment.childNodes];
    const place = this.#nodes.find((node) => node.parentNode === this.#host);
    const first = this.#where === 'start' ? this.#host.firstChild : null;
    this.#host.insertBefore(fragment, place ?? first);
    for (const node of this.#nodes) node.remove();
    this.#nodes = nodes;
    this.#markup = markup;
  }
}
