/**
 * A note beside the mark that leads to it. `article-note` puts it in while it is shown; it is no tag for authors. What
 * the note says stays in the light DOM.
 *
 * @tagname note-popover
 *
 * @slot - What the note says.
 * @csspart box - The box around it.
 * @csspart link - The link to the note in the list.
 */
export class NotePopover extends HTMLElement {
  static readonly tag: string = 'note-popover';

  readonly #box = document.createElement('div');
  readonly #link = document.createElement('a');

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#box.part.add('box');
    this.#link.part.add('link');
    this.#box.append(document.createElement('slot'), this.#link);
    root.append(this.#box);
  }

  /** Shows what the element holds beside a mark, over all of the page. */
  show(mark: Element, { href, goTo, label }: { href: string; goTo: string; label: string }): void {
    this.#link.href = href;
    this.#link.textContent = goTo;
    this.setAttribute('role', 'note');
    this.setAttribute('aria-label', label);
    this.style.setProperty('--_ground', groundOf(mark));
    if ('popover' in this) {
      // Not `auto`: the mark itself, pressed, must not close what it is about to keep open.
      this.popover = 'manual';
      this.showPopover();
    }
    this.place(mark);
    const { scrollHeight, clientHeight } = this.#box;
    // What scrolls has to be reached by the keyboard.
    if (scrollHeight > clientHeight) {
      this.#box.tabIndex = 0;
      this.#box.role = 'group';
      this.#box.ariaLabel = label;
    }
  }

  /** Under the mark, or over it where there is no room; never outside the window. */
  place(mark: Element): void {
    // A mark may be broken over two lines.
    const [at = mark.getBoundingClientRect()] = mark.getClientRects();
    const { width, height } = this.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const room = Math.max(MARGIN, clientWidth - width - MARGIN);
    const left = Math.min(room, Math.max(MARGIN, at.left + at.width / 2 - width / 2));
    const isOver = at.bottom + height > clientHeight && at.top > clientHeight - at.bottom;
    const top = isOver ? at.top - height : at.bottom;
    Object.assign(this.style, { left: `${left}px`, top: `${Math.max(0, top)}px` });
  }
}

const MARGIN = 8;

/** The colour that a text stands on: of the nearest that has one and lets nothing through. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = up(at)) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/^rgba|transparent|\//.test(colour)) return colour;
  }
  return 'Canvas';
}

const up = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

// Its own room above and below reaches to the mark, so that the way there is not left.
const styles = `
:host{position:fixed;z-index:2147483647;inset:auto;box-sizing:border-box;inline-size:max-content;max-inline-size:min(24rem,100vw - 16px);margin:0;padding:8px 0;border:0;overflow:visible;color:inherit;background:none;font:400 max(.875rem,var(--article-_small,.875rem))/1.5 var(--article-_sans,system-ui,sans-serif);letter-spacing:normal;text-align:start;text-indent:0;text-transform:none;white-space:normal;overflow-wrap:anywhere;cursor:auto}
div{box-sizing:border-box;max-block-size:min(20rem,45vh);padding:.75rem 1rem 0;overflow:auto;overscroll-behavior:contain;border:1px solid var(--article-_rule,currentColor);border-block-start:2px solid var(--article-_accent,currentColor);background:var(--_ground);box-shadow:0 .25rem 1.25rem rgb(0 0 0/.16)}
div:focus-visible{outline:2px solid var(--article-_accent,currentColor);outline-offset:-3px}
::slotted(*){margin-block:0 .5em!important}
a{display:flex;align-items:center;min-block-size:2.75rem;margin-block-start:.25rem;color:var(--article-_muted,inherit);font-size:max(.8125rem,var(--article-_tiny,.8125rem));text-underline-offset:.18em}
a:focus-visible{outline:2px solid var(--article-_accent,currentColor);outline-offset:-2px}
@media print{:host{display:none!important}}`;
