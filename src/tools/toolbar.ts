import { icon } from '../kit/shadow-parts.js';
import { styles } from './toolbar-styles.js';

/** A button of the bar. */
export interface ToolButton {
  readonly name: string;
  /** A line drawing on a grid of 24 units. */
  readonly icon: string;
  readonly label: string;
  readonly hint: string;
  /** For one that is on or off. */
  readonly pressed?: boolean | undefined;
  /** For one that opens a panel. */
  readonly opens?: boolean | undefined;
}

let panels = 0;

/**
 * The bar of buttons that `article-tools` puts in, with the panel that a button opens over the text. It
 * is no tag for authors, and has a shadow root so that the page's own styles for buttons leave it alone.
 *
 * @tagname article-toolbar
 *
 * @csspart bar - The row of buttons.
 * @csspart button - A button; each has its own name as a part too: `share`, `listen`, `text`, `save`, `print`.
 * @csspart panel - What a button opens.
 * @csspart status - What is said for a moment: "Link copied."
 */
export class ArticleToolbar extends HTMLElement {
  static readonly tag: string = 'article-toolbar';

  /** Called when a reader presses a button. */
  press?: ((name: string) => void) | undefined;

  readonly #bar = document.createElement('div');
  readonly #panel = document.createElement('div');
  readonly #status = document.createElement('p');
  #open: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    this.#bar.setAttribute('role', 'toolbar');
    this.#bar.part.add('bar');
    this.#panel.setAttribute('role', 'group');
    this.#panel.part.add('panel');
    this.#panel.id = `panel-${++panels}`;
    this.#panel.hidden = true;
    this.#status.setAttribute('role', 'status');
    this.#status.part.add('status');
    root.append(this.#bar, this.#panel, this.#status);
    this.#bar.addEventListener('click', this.#clicked);
    this.#bar.addEventListener('keydown', this.#moved);
    this.#bar.addEventListener('focusin', ({ target }) => this.#stop(target as HTMLElement));
    root.addEventListener('keydown', (event) => this.#escaped(event as KeyboardEvent));
    root.addEventListener('focusout', (event) => {
      const { relatedTarget } = event as FocusEvent;
      if (relatedTarget && !root.contains(relatedTarget as Node)) this.hide();
    });
  }

  disconnectedCallback(): void {
    this.hide();
    this.tell('');
  }

  /** Shows these buttons, under a name; those that are there already stay, and so does the focus. */
  show(label: string, buttons: readonly ToolButton[]): void {
    this.#bar.setAttribute('aria-label', label);
    const made = buttons.map((button) => this.#write(button));
    if (made.some((button, index) => button !== this.#bar.children[index])) {
      this.#bar.replaceChildren(...made);
    }
    for (const gone of this.#buttons.slice(made.length)) gone.remove();
    if (this.#open && !this.#button(this.#open)) this.hide();
    if (!made.some(({ tabIndex }) => tabIndex === 0) && made[0]) made[0].tabIndex = 0;
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.#bar.querySelectorAll('button')];
  }

  #button(name: string): HTMLButtonElement | undefined {
    return this.#buttons.find(({ value }) => value === name);
  }

  #write({ name, icon: path, label, hint, pressed, opens }: ToolButton): HTMLButtonElement {
    const button = this.#button(name) ?? make(name, path);
    button.lastElementChild!.textContent = label;
    button.title = hint;
    set(button, 'aria-pressed', pressed);
    set(button, 'aria-expanded', opens ? this.#open === name : undefined);
    return button;
  }

  readonly #clicked = ({ target }: Event): void => {
    const button = (target as Element).closest('button');
    if (!button) return;
    this.#stop(button); // Safari does not focus what is clicked
    if (this.#open === button.value) this.hide();
    else this.press?.(button.value);
  };

  /** One button is in the order of Tab; arrows lead to the others. */
  #stop(button: HTMLElement): void {
    if (!button.matches('button')) return;
    for (const one of this.#buttons) one.tabIndex = one === button ? 0 : -1;
  }

  readonly #moved = (event: KeyboardEvent): void => {
    const buttons = this.#buttons;
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const ahead = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const to = {
      ArrowRight: at + ahead,
      ArrowLeft: at - ahead,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (to === undefined || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  };

  #escaped(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#open) return;
    event.preventDefault();
    this.hide(true);
  }

  /** Opens the panel of a button, with something in it. */
  open(name: string, label: string, content: Node): void {
    const button = this.#button(name);
    if (!button) return;
    this.hide();
    this.tell('');
    this.#open = name;
    this.#panel.replaceChildren(content);
    this.#panel.setAttribute('aria-label', label);
    this.#panel.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    button.setAttribute('aria-controls', this.#panel.id);
    const isMirrored = getComputedStyle(this).direction === 'rtl';
    const { offsetLeft, offsetWidth } = button;
    const from = isMirrored ? this.#bar.clientWidth - offsetLeft - offsetWidth : offsetLeft;
    this.#panel.style.setProperty('--from', `${from}px`);
    document.addEventListener('pointerdown', this.#outside);
    this.#panel.querySelector<HTMLElement>('a, button, input:checked')?.focus();
  }

  /** Closes the panel; `back` takes the focus to its button. */
  hide(back = false): void {
    const name = this.#open;
    if (!name) return;
    this.#open = undefined;
    document.removeEventListener('pointerdown', this.#outside);
    const button = this.#button(name);
    button?.setAttribute('aria-expanded', 'false');
    button?.removeAttribute('aria-controls');
    if (back) button?.focus();
    this.#panel.hidden = true;
    this.#panel.replaceChildren();
  }

  readonly #outside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.hide();
  };

  /** Focuses a button, or the one that Tab leads to. */
  override focus(options?: FocusOptions): void {
    this.#buttons.find(({ tabIndex }) => tabIndex === 0)?.focus(options);
  }

  /** Says something politely, and shows it for a moment. */
  tell(text: string): void {
    clearTimeout(this.#timer);
    this.#status.textContent = text;
    if (text) this.#timer = setTimeout(() => this.tell(''), 8000);
  }
}

function make(name: string, path: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.value = name;
  button.tabIndex = -1;
  button.part.add('button', name);
  button.append(icon(path), document.createElement('span'));
  return button;
}

function set(element: Element, attribute: string, value: boolean | undefined): void {
  if (value === undefined) element.removeAttribute(attribute);
  else element.setAttribute(attribute, String(value));
}
