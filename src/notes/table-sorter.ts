/**
 * The button over the head of a column. `article-table` puts it in; it is no tag for authors. It lies over the cell and
 * takes no room in it.
 *
 * @tagname table-sorter
 *
 * @csspart button - The button.
 */
export class TableSorter extends HTMLElement {
  static readonly tag: string = 'table-sorter';

  readonly #button = document.createElement('button');
  readonly #status = document.createElement('span');

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#button.type = 'button';
    this.#button.part.add('button');
    this.#status.setAttribute('role', 'status');
    root.append(this.#button, this.#status);
  }

  /** What the button is called. */
  set label(label: string) {
    this.#button.setAttribute('aria-label', label);
  }

  /** Which way the column is sorted. */
  set direction(direction: string | undefined) {
    this.dataset.direction = direction ?? '';
  }

  /** Tells those who listen what has been done. */
  announce(text: string): void {
    this.#status.textContent = text;
  }

  /** Focuses the button. */
  override focus(options?: FocusOptions): void {
    this.#button.focus(options);
  }
}

const styles = `
:host{position:absolute;inset:0;font:inherit}
button{all:unset;position:absolute;inset:-.25rem .25rem -.25rem 0;cursor:pointer;color:inherit}
button:focus-visible{outline:2px solid var(--article-_accent,currentColor);outline-offset:-1px}
button::before,button::after{content:'';position:absolute;inset-inline-end:.25rem;border:.25rem solid transparent;opacity:.3}
button::before{inset-block-end:calc(50% + .1rem);border-block-start-width:0;border-block-end-color:currentColor}
button::after{inset-block-start:calc(50% + .1rem);border-block-end-width:0;border-block-start-color:currentColor}
button:hover::before,button:hover::after{opacity:.6}
:host([data-direction=ascending]) button::before,:host([data-direction=descending]) button::after{opacity:1}
:host([data-direction=ascending]) button::after,:host([data-direction=descending]) button::before{opacity:.15}
span{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (forced-colors:active){button::before,button::after{forced-color-adjust:none}button{color:CanvasText}}
@media print{:host{display:none}}`;
