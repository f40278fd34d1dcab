/**
 * The button under a long table that shows the rest of it, in room that the stylesheet keeps. `article-table` puts it
 * in; it is no tag for authors.
 *
 * @tagname table-more
 *
 * @csspart button - The button.
 */
export class TableMore extends HTMLElement {
  static readonly tag: string = 'table-more';

  readonly #button = document.createElement('button');

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#button.type = 'button';
    this.#button.part.add('button');
    root.append(this.#button);
  }

  /** What the button says. */
  set label(label: string) {
    if (this.#button.textContent !== label) this.#button.textContent = label;
  }
}

const styles = `
:host{display:block;position:sticky;inset-inline-start:0;inline-size:fit-content;block-size:2.75rem;margin-block:.5rem -3.25rem}
button{all:unset;box-sizing:border-box;min-block-size:2.75rem;padding-inline:1rem;border:1px solid var(--article-_edge,currentColor);border-radius:3px;cursor:pointer;color:inherit;font:600 max(.875rem,var(--article-_small,.875rem))/1.3 var(--article-_sans,system-ui,sans-serif)}
button:hover{text-decoration:underline}
button:focus-visible{outline:2px solid var(--article-_accent,currentColor);outline-offset:2px}
@media print{:host{display:none}}`;
