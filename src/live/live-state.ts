import { styled } from '../kit/shadow-parts.js';

/** How a live blog stands, in the words of the reader's language. */
export interface State {
  /** "Live", "Coverage has ended". */
  readonly text: string;
  readonly isLive?: boolean;
  /** What the button beside it says, if there is something to be done. */
  readonly retry?: string | undefined;
  /** What the button over the text says, if something is offered. */
  readonly offer?: string | undefined;
}

/**
 * The line over a live blog that says how it stands, and the button that offers what is new: that one
 * stays at the top of the window. `live-blog` puts it in; it is no tag for authors, and has a shadow root
 * so that the page's own styles for buttons leave it alone.
 *
 * @tagname live-state
 *
 * @csspart state - The line.
 * @csspart retry - The button that tries again after a failure.
 * @csspart offer - The button that shows what is new.
 */
export class LiveState extends HTMLElement {
  static readonly tag: string = 'live-state';

  /** Called when a button is pressed. */
  pressed?: (which: 'offer' | 'retry') => void;

  readonly #line = document.createElement('p');
  readonly #text = document.createElement('span');
  readonly #retry = document.createElement('button');
  readonly #pill = document.createElement('div');
  readonly #offer = document.createElement('button');
  readonly #said = document.createElement('p');

  constructor() {
    super();
    this.#line.part.add('state');
    this.#pill.className = 'pill';
    this.#pill.hidden = true;
    this.#said.className = 'said';
    this.#said.setAttribute('role', 'status');
    for (const [which, button] of [
      ['offer', this.#offer],
      ['retry', this.#retry],
    ] as const) {
      button.type = 'button';
      button.part.add(which);
      button.addEventListener('click', () => this.pressed?.(which));
    }
    this.#retry.hidden = true;
    this.#line.append(this.#text, ' ', this.#retry);
    this.#pill.append(this.#offer);
    styled(this, styles, this.#line, this.#pill, this.#said);
  }

  /** Says how the blog stands, and what can be pressed. */
  show({ text, isLive = false, retry = '', offer = '' }: State): void {
    say(this.#text, text);
    this.#line.classList.toggle('live', isLive);
    say(this.#retry, retry);
    this.#retry.hidden = !retry;
    say(this.#offer, offer);
    this.#pill.hidden = !offer;
    this.toggleAttribute('data-offers', Boolean(offer));
  }

  /** Has it read out, once the reader's screen reader has nothing else to say. */
  announce(text: string): void {
    say(this.#said, text);
  }
}

const say = (element: Element, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};

/** It stands in room that the stylesheet keeps at the top of the blog, and takes none. */
const styles = `
:host{display:flex;align-items:center;block-size:2.75rem;margin-block:calc(-1*var(--article-_room,2.75rem)) calc(var(--article-_room,2.75rem) - 2.75rem);font:var(--article-_small,.9rem)/1.25 var(--article-_sans,sans-serif);pointer-events:none}
:host([data-offers]){position:sticky;inset-block-start:var(--article-sticky-top,0px);z-index:2;justify-content:center}
:host([data-offers]) p:first-child{display:none}
p{margin:0}
p:first-child{display:flex;align-items:center;gap:.5em;color:var(--article-_muted);pointer-events:auto}
.live::before{content:'';flex:none;inline-size:.55em;block-size:.55em;border-radius:50%;background:var(--article-_accent);forced-color-adjust:none}
.live{font-weight:600}
button{inline-size:auto;block-size:2.75rem;background:none;color:inherit;text-decoration:underline;text-underline-offset:.18em;border-radius:3px;white-space:nowrap}
button:focus-visible{outline:2px solid currentcolor;outline-offset:-4px;box-shadow:none}
[hidden]{display:none!important}
.pill{pointer-events:auto;border-radius:999px;background:Canvas;border:1px solid}
.pill button{block-size:2.25rem;padding-inline:1rem;border-radius:999px;text-decoration:none;font-weight:600;position:relative}
.pill button::after{content:'';position:absolute;inset:-.25rem}
@supports (color:oklch(from currentcolor l c h)){
.pill{background:var(--article-_accent);border-color:transparent;box-shadow:0 1px 6px rgb(0 0 0/25%)}
.pill button{color:oklch(from currentcolor calc((.6 - l)*1000) 0 0)}}
.said{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (forced-colors:active){.pill,.pill button{background:ButtonFace;color:ButtonText;border:0}.pill{border:1px solid ButtonText}button{border:0}.live::before{background:CanvasText}}
@media print{:host{display:none}}`;
