import type { Player } from '../content/players.js';
import { styled } from '../kit/shadow-parts.js';
import { frameOf } from './embed-frame.js';

/** What the gate says, in the reader's language. */
export interface GateWords {
  readonly load: string;
  readonly note: string;
  readonly always: string;
  readonly skip: string;
  readonly open: string;
  readonly stop: string;
  readonly title: string;
}

/** What a reader asks of it. */
export interface GateActions {
  load(always: boolean): void;
  stop(): void;
}

/**
 * What lies over an embed: the button that loads it, with what that means; then the player itself, in
 * the same place. `article-embed` puts it in; it is no tag for authors, and has a shadow root so that
 * the page's own styles leave it alone.
 *
 * @tagname embed-gate
 *
 * @csspart load - The button that loads the player.
 * @csspart note - What is loaded, and from whom.
 * @csspart always - The label with the box to tick, for all that comes from this provider.
 * @csspart skip - The button by which a keyboard passes the player.
 * @csspart frame - The player's frame.
 * @csspart open - The link to the page of the provider, below the player.
 * @csspart stop - The button that takes the player away, and forgets that the reader agreed.
 */
export class EmbedGate extends HTMLElement {
  static readonly tag: string = 'embed-gate';

  /** Set by `article-embed`. */
  actions: GateActions | undefined;

  readonly #load = button('load');
  readonly #note = part('p', 'note');
  readonly #box = document.createElement('input');
  readonly #always = part('label', 'always');
  readonly #alwaysWords = document.createElement('span');
  readonly #skip = button('skip');
  readonly #open = part('a', 'open');
  readonly #stop = button('stop');
  readonly #room = document.createElement('div');
  readonly #strip = document.createElement('div');
  #frame: HTMLIFrameElement | undefined;
  #title = '';

  constructor() {
    super();
    this.#note.id = 'note';
    this.#load.setAttribute('aria-describedby', 'note');
    this.#box.type = 'checkbox';
    this.#always.append(this.#box, this.#alwaysWords);
    this.#open.rel = 'noopener';
    this.#room.className = 'room';
    this.#strip.className = 'strip';
    this.#load.addEventListener('click', () => this.actions?.load(this.#box.checked));
    this.#stop.addEventListener('click', () => this.actions?.stop());
    this.#skip.addEventListener('click', () => this.#open.focus());
    styled(this, styles, this.#room, this.#strip);
    this.#arrange();
  }

  /** The frame, while there is one. */
  get frame(): HTMLIFrameElement | undefined {
    return this.#frame;
  }

  /** How high the player is, in pixels. */
  get playerHeight(): number {
    return this.#room.offsetHeight;
  }

  /** Says what is to be said. */
  say(words: GateWords, page: string): void {
    this.#load.textContent = words.load;
    this.#note.textContent = words.note;
    this.#alwaysWords.textContent = words.always;
    this.#skip.textContent = words.skip;
    this.#open.textContent = words.open;
    this.#open.href = page;
    this.#stop.textContent = words.stop;
    this.#title = words.title;
    if (this.#frame) this.#frame.title = words.title;
  }

  /** Loads the player: from here on another site is asked. */
  show(player: Player): void {
    this.#frame = frameOf(player, this.#title);
    this.#arrange();
  }

  /** Takes the player away. */
  clear(): void {
    this.#frame = undefined;
    this.#box.checked = false;
    this.#arrange();
  }

  /** Focuses the player, or the button that loads it. */
  override focus(options?: FocusOptions): void {
    (this.#frame ?? this.#load).focus(options);
  }

  #arrange(): void {
    const frame = this.#frame;
    this.#room.classList.toggle('loaded', Boolean(frame));
    this.#room.replaceChildren(...(frame ? [this.#skip, frame] : [this.#load, this.#note]));
    this.#strip.replaceChildren(...(frame ? [this.#open, this.#stop] : [this.#always]));
  }
}

function part<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  called: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.part.add(called);
  return element;
}

function button(called: string): HTMLButtonElement {
  const element = part('button', called);
  element.type = 'button';
  return element;
}

const styles = `
:host{position:absolute!important;inset:0 0 var(--end,0);margin:0!important;display:flex!important;flex-direction:column;pointer-events:none;font:var(--article-_tiny)/1.4 var(--article-_sans)}
.room{position:relative;flex:1;min-block-size:0;display:flex;flex-wrap:wrap;align-items:center;align-content:flex-end;gap:.5rem 1rem;box-sizing:border-box;padding:0 1.25rem .75rem}
.room.loaded{padding:0}
.strip{display:flex;align-items:center;justify-content:space-between;column-gap:1rem;min-block-size:2.75rem;max-block-size:2.75rem;overflow:auto;color:var(--article-_muted)}
.room>*,.strip>*{pointer-events:auto}
button,a,label{all:unset;box-sizing:border-box;display:inline-flex;align-items:center;min-block-size:2.75rem;inline-size:auto;block-size:auto;border-radius:0;color:inherit;background:none;cursor:pointer}
button:focus-visible,a:focus-visible,label:focus-within:has(:focus-visible){outline:2px solid;outline-offset:-2px;box-shadow:none}
[part=load]{padding-inline:1.125rem;border:1px solid;border-radius:2px;font-weight:600}
[part=load]:hover{background:oklch(from currentColor l c h/.08)}
[part=note]{flex:1 1 14rem;margin:0;max-block-size:4.25rem;overflow:auto;color:var(--article-_muted)}
[part=always]{gap:.5rem;padding-inline:1.25rem}
input{inline-size:1.125rem;block-size:1.125rem;margin:0;accent-color:currentColor}
[part=open],[part=stop]{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
[part=frame]{position:absolute;inset:0;inline-size:100%;block-size:100%;border:0}
[part=skip]{position:absolute;z-index:1;inset-block-start:.5rem;inset-inline-start:.5rem;padding-inline:1rem;color:#fff;background:#000}
[part=skip]:not(:focus){inline-size:1px;min-block-size:1px;block-size:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
@media (forced-colors:active){button{border:0}[part=load]{border:1px solid ButtonText}}
@media print{:host{display:none!important}}`;
