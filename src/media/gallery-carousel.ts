import type { BlockTools } from '../block/block-script.js';
import { select } from '../kit/define.js';
import { GalleryControls } from './gallery-controls.js';

/** What scrolls in a gallery. */
export interface Reel {
  /** The figure that scrolls. */
  readonly scroller: HTMLElement;
  readonly slides: readonly HTMLElement[];
  /** A carousel has buttons; a strip only scrolls. */
  readonly hasButtons: boolean;
}

/** A gallery that scrolls: within reach of the keyboard, with a name, and a carousel with buttons over it. */
export class GalleryCarousel {
  readonly #host: HTMLElement;
  readonly #tools: BlockTools;
  readonly #signal: AbortSignal;
  #reel: Reel | undefined;
  #controls: GalleryControls | undefined;
  #at = 0;
  /** Where a press sent it, until it is there: smooth scrolling takes its time, readers do not. */
  #target: number | undefined;
  #label: string | undefined;
  #hasTabIndex = false;

  constructor(host: HTMLElement, tools: BlockTools, signal: AbortSignal) {
    this.#host = host;
    this.#tools = tools;
    this.#signal = signal;
    // Of the last time, or a clone's.
    for (const old of host.querySelectorAll(`:scope > ${select(GalleryControls.tag)}`))
      old.remove();
  }

  update(reel: Reel | undefined): void {
    if (this.#reel && this.#reel.scroller !== reel?.scroller) this.#release(this.#reel.scroller);
    if (reel && this.#reel?.scroller !== reel.scroller) this.#take(reel.scroller);
    this.#reel = reel;
    if (reel) this.#name(reel);
    if (reel?.hasButtons && reel.slides.length > 1) {
      this.#offer();
      this.#track();
    } else {
      this.#controls?.remove();
      this.#controls = undefined;
    }
  }

  #take(scroller: HTMLElement): void {
    // A scroller without a place in the order of Tab is out of reach of the keyboard in some browsers.
    this.#hasTabIndex = !scroller.hasAttribute('tabindex');
    if (this.#hasTabIndex) scroller.tabIndex = 0;
    const options = { signal: this.#signal, passive: true };
    scroller.addEventListener('scroll', this.#track, options);
    for (const own of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
      scroller.addEventListener(own, this.#letGo, options);
  }

  #release(scroller: HTMLElement): void {
    scroller.removeEventListener('scroll', this.#track);
    if (this.#hasTabIndex) scroller.removeAttribute('tabindex');
    if (this.#label && scroller.getAttribute('aria-label') === this.#label)
      scroller.removeAttribute('aria-label');
    this.#label = undefined;
    this.#at = 0;
  }

  /** A caption is its name; without one, it is told by what is in it. */
  #name({ scroller, slides }: Reel): void {
    const own = scroller.getAttribute('aria-label');
    if (own !== null && own !== this.#label) return;
    const isNamed =
      scroller.hasAttribute('aria-labelledby') || scroller.querySelector(':scope > figcaption');
    this.#label = isNamed ? undefined : this.#tools.say('galleryLabel', { count: slides.length });
    if (this.#label) scroller.setAttribute('aria-label', this.#label);
    else scroller.removeAttribute('aria-label');
  }

  #offer(): void {
    const { define, create, prefix, say } = this.#tools;
    if (!this.#controls) {
      define(GalleryControls);
      this.#controls = create<GalleryControls>(GalleryControls.tag);
      if (prefix) this.#controls.className = GalleryControls.tag;
      this.#controls.stepped = (by) => this.#step(by);
    }
    this.#controls.words = { previous: say('previousPicture'), next: say('nextPicture') };
    if (this.#controls.parentNode !== this.#host) this.#host.append(this.#controls);
  }

  #step(by: 1 | -1): void {
    const reel = this.#reel;
    if (!reel) return;
    const to = Math.min(reel.slides.length - 1, Math.max(0, (this.#target ?? this.#at) + by));
    this.#target = to;
    this.#at = to;
    this.#show();
    this.#controls?.say(this.#position());
    const slide = reel.slides[to];
    if (slide) reel.scroller.scrollBy({ left: offset(reel.scroller, slide) });
  }

  readonly #letGo = (): void => {
    this.#target = undefined;
  };

  readonly #track = (): void => {
    const reel = this.#reel;
    if (!reel || !this.#controls) return;
    const far = reel.slides.map((slide) => Math.abs(offset(reel.scroller, slide)));
    const at = Math.max(0, far.indexOf(Math.min(...far)));
    if (this.#target !== undefined && at !== this.#target) return;
    this.#target = undefined;
    this.#at = at;
    this.#show();
  };

  #position(): string {
    const total = this.#reel?.slides.length ?? 0;
    return this.#tools.say('picturePosition', { position: this.#at + 1, total });
  }

  #show(): void {
    this.#controls?.show(this.#at, this.#reel?.slides.length ?? 0, this.#position());
  }
}

/** How far a slide is from where it stands when it is its turn, in the direction of scrolling. */
function offset(scroller: Element, slide: Element): number {
  const [frame, box] = [scroller.getBoundingClientRect(), slide.getBoundingClientRect()];
  return getComputedStyle(scroller).direction === 'rtl'
    ? box.right - frame.right
    : box.left - frame.left;
}
