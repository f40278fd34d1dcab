import { icon, styled } from '../kit/shadow-parts.js';

/** What the handle says. */
export interface HandleWords {
  /** Its name. */
  readonly name: string;
  /** Labels over the pictures, where they have no captions. */
  readonly before: string;
  readonly after: string;
}

/** A finger moves so many pixels by accident. */
const SLOP = 6;

/**
 * The handle between two pictures that lie over each other. `article-compare` puts it in; it is no
 * tag for authors.
 *
 * @tagname compare-handle
 *
 * @csspart slider - The slider that screen readers and the keyboard use.
 * @csspart line - The line between the pictures.
 * @csspart knob - The knob on the line.
 * @csspart label - What a picture is called, where it has no caption.
 */
export class CompareHandle extends HTMLElement {
  static readonly tag: string = 'compare-handle';

  /** Hears where the line is put, in percent from where a line of text begins. */
  moved: ((percent: number) => void) | undefined;
  readonly #slider = document.createElement('input');
  readonly #line = part('line');
  readonly #before = part('label');
  readonly #after = part('label');
  #pressed: number | undefined;
  /** Where a finger came down, until it is clear that it goes sideways. */
  #start: { readonly x: number; readonly y: number } | undefined;

  constructor() {
    super();
    const knob = part('knob');
    knob.append(icon('M9 6l-6 6 6 6M15 6l6 6-6 6'));
    this.#line.append(knob);
    this.#after.classList.add('after');
    this.#slider.type = 'range';
    this.#slider.part.add('slider');
    styled(this, styles, this.#before, this.#after, this.#slider, this.#line);
    this.#slider.addEventListener('input', () => this.moved?.(this.#slider.valueAsNumber));
    this.addEventListener('pointerdown', this.#down);
    this.addEventListener('pointermove', this.#move);
    for (const end of ['pointerup', 'pointercancel'] as const)
      this.addEventListener(end, () => (this.#pressed = undefined));
    this.addEventListener('click', ({ clientX, detail }) => {
      if (detail) this.#put(clientX); // none where assistive technology presses
    });
  }

  /** What the handle says. */
  set words({ name, before, after }: HandleWords) {
    this.#slider.setAttribute('aria-label', name);
    for (const [label, text] of [
      [this.#before, before],
      [this.#after, after],
    ] as const) {
      label.textContent = text;
      label.hidden = !text;
    }
  }

  /** Shows where the line is, and says it. */
  show(percent: number, value: string): void {
    this.#slider.value = String(Math.round(percent));
    this.#slider.setAttribute('aria-valuetext', value);
    this.#line.style.insetInlineStart = `${percent}%`;
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button) return;
    this.#pressed = event.pointerId;
    // A finger may be about to scroll the page: its way, or its tap, tells.
    const isFinger = event.pointerType === 'touch';
    this.#start = isFinger ? { x: event.clientX, y: event.clientY } : undefined;
    if (isFinger) return;
    event.preventDefault();
    try {
      this.setPointerCapture(event.pointerId);
    } catch {
      // It is up again already.
    }
    this.#slider.focus({ preventScroll: true });
    this.#put(event.clientX);
  };

  readonly #move = ({ pointerId, clientX, clientY }: PointerEvent): void => {
    if (pointerId !== this.#pressed) return;
    if (this.#start) {
      const across = Math.abs(clientX - this.#start.x);
      if (across < SLOP || across < Math.abs(clientY - this.#start.y)) return;
      this.#start = undefined;
    }
    this.#put(clientX);
  };

  #put(x: number): void {
    const { left, width } = this.getBoundingClientRect();
    if (!width) return;
    const share = ((x - left) / width) * 100;
    const isRtl = getComputedStyle(this).direction === 'rtl';
    this.moved?.(Math.min(100, Math.max(0, isRtl ? 100 - share : share)));
  }
}

function part(name: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.part.add(name);
  return element;
}

/** In the cell of the pictures, which media.css makes; it takes no room of its own. */
const styles = `
:host{position:relative;z-index:2;grid-area:1/1/2/3;min-inline-size:0;overflow:hidden;cursor:ew-resize;touch-action:pan-y;user-select:none;-webkit-user-select:none}
input{position:absolute;inset:0;box-sizing:border-box;inline-size:100%;block-size:100%;margin:0;opacity:0;pointer-events:none}
.line{position:absolute;inset-block:0;inline-size:2px;margin-inline-start:-1px;background:#fff;box-shadow:0 0 0 1px rgb(0 0 0/35%);pointer-events:none}
.knob{position:absolute;inset-block-start:calc(50% - 1.375rem);inset-inline-start:calc(50% - 1.375rem);display:grid;place-items:center;box-sizing:border-box;inline-size:2.75rem;block-size:2.75rem;border:2px solid #fff;border-radius:50%;color:#fff;background:rgb(0 0 0/70%)}
.knob svg{inline-size:1.375rem}
input:focus-visible~.line .knob{outline:3px solid #fff;outline-offset:-6px;box-shadow:0 0 0 3px #000}
.label{position:absolute;inset-block-start:.5rem;inset-inline-start:.5rem;padding-inline:.75rem;border-radius:1rem;color:#fff;background:rgb(0 0 0/60%);font:.8125rem/1.75rem var(--article-font-furniture,system-ui,sans-serif);pointer-events:none}
.after{inset-inline:auto .5rem}
[hidden]{display:none}
@media (forced-colors:active){.line{background:CanvasText}.knob,.label{border:1px solid CanvasText;background:Canvas;color:CanvasText}input:focus-visible~.line .knob{outline-color:Highlight}}
@media print{:host{display:none}}`;
