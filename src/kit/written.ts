import { fromWriter } from './html.js';

/**
 * What a tag itself wrote into its element. Writing again replaces exactly those nodes and nothing
 * that the page's author put beside them; writing the same again does nothing.
 */
export class Written {
  readonly #host: Element;
  #nodes: ChildNode[] = [];
  #markup = '';

  constructor(host: Element) {
    this.#host = host;
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
    this.#host.insertBefore(fragment, place ?? null);
    for (const node of this.#nodes) node.remove();
    this.#nodes = nodes;
    this.#markup = markup;
  }
}
