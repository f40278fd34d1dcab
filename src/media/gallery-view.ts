import type { Behaviour, BlockTools } from '../block/block-script.js';
import { select } from '../kit/define.js';
import { enMedia } from '../kit/words/en-media.js';
import { FigureOpenEvent } from './figure-open-event.js';
import type { FigureOpener } from './figure-opener.js';
import { GalleryAddress } from './gallery-address.js';
import { GalleryCarousel } from './gallery-carousel.js';
import { fileLink } from './lightbox-picture.js';
import type { Opened } from './open-figure.js';

interface Host extends HTMLElement {
  readonly layout: 'grid' | 'carousel' | 'strip';
  readonly noLightbox: boolean;
}

const OPENER = 'figure-opener';
const opener = select(OPENER);
const lightbox = select('figure-lightbox');

export function enhance(host: Host, tools: BlockTools): Behaviour {
  tools.learn(enMedia);
  return new GalleryView(host, tools);
}

/** What a gallery does: its pictures open large, with a way to the next, and a carousel has buttons. */
class GalleryView implements Behaviour {
  readonly #host: Host;
  readonly #tools: BlockTools;
  readonly #off = new AbortController();
  readonly #address: GalleryAddress;
  readonly #carousel: GalleryCarousel;
  readonly #observer = new MutationObserver(() => this.update());
  #isOpening = false;
  #opened: Opened | undefined;

  constructor(host: Host, tools: BlockTools) {
    this.#host = host;
    this.#tools = tools;
    const { signal } = this.#off;
    this.#address = new GalleryAddress(host);
    this.#carousel = new GalleryCarousel(host, tools, signal);
    host.querySelector(lightbox)?.remove(); // a clone's
    this.#observer.observe(host, {
      childList: true,
      subtree: true,
      attributeFilter: ['src', 'alt', 'href'],
    });
    host.addEventListener('click', this.#clicked, { signal });
    for (const type of ['pointerover', 'pointerout'] as const)
      host.addEventListener(type, this.#hovered, { signal });
    // An image's events do not bubble, but they can be caught on the way down.
    for (const type of ['load', 'error'])
      host.addEventListener(type, () => this.update(), { signal, capture: true });
    addEventListener('hashchange', this.#addressed, { signal });
    this.#addressed();
  }

  update(): void {
    const { layout } = this.#host;
    const scroller = this.#host.querySelector<HTMLElement>(':scope > figure');
    this.#carousel.update(
      scroller && layout !== 'grid'
        ? { scroller, slides: this.#slides(scroller), hasButtons: layout === 'carousel' }
        : undefined,
    );
    this.#offer();
  }

  disconnect(): void {
    this.#off.abort();
    this.#observer.disconnect();
  }

  get #images(): HTMLImageElement[] {
    return [...this.#host.querySelectorAll('img')].filter((image) => !image.closest(lightbox));
  }

  /** What stands directly in the figure and is, or holds, a picture. */
  #slides(scroller: Element): HTMLElement[] {
    const images = this.#images;
    return [...scroller.children].filter(
      (child): child is HTMLElement =>
        child.localName === 'figure' || images.some((image) => child.contains(image)),
    );
  }

  /** A button for each figure with a picture; a link keeps being one. */
  #offer(): void {
    const offered = new Set<Element>();
    for (const image of this.#images) {
      const figure = image.closest('figure');
      if (!figure || offered.has(figure) || !this.#opens(image) || image.closest('a')) continue;
      offered.add(figure);
      let button = figure.querySelector<FigureOpener>(`:scope > ${opener}`);
      if (!button) {
        button = this.#tools.create<FigureOpener>(OPENER);
        if (this.#tools.prefix) button.className = OPENER;
        figure.append(button);
      }
      // On a small picture it would cover too much; a finger presses the picture itself.
      button.toggleAttribute('data-small', this.#host.layout !== 'carousel');
      const alt = image.alt.trim();
      button.label = alt
        ? this.#tools.say('openPictureNamed', { alt })
        : this.#tools.say('openPicture');
    }
    for (const button of this.#host.querySelectorAll(opener)) {
      if (!button.parentElement || !offered.has(button.parentElement)) button.remove();
    }
  }

  /** Whether a picture opens large: not one that failed, or that leads elsewhere. */
  #opens(image: HTMLImageElement): boolean {
    if (this.#host.noLightbox || !image.getAttribute('src')) return false;
    const hasFailed = image.complete && !image.naturalWidth;
    const isControl = image.closest('button') ?? (image.closest('a') && !fileLink(image));
    return !hasFailed && !isControl;
  }

  readonly #clicked = (event: MouseEvent): void => {
    const { target, defaultPrevented, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return;
    const pressed = target as Element;
    if (pressed.closest(lightbox)) return;
    const image =
      pressed.localName === 'img'
        ? (pressed as HTMLImageElement)
        : pressed.closest(`a, ${opener}`)?.closest('figure')?.querySelector('img');
    if (!image || !this.#opens(image)) return;
    const link = pressed.closest('a');
    if (link && link !== fileLink(image)) return;
    event.preventDefault();
    void this.#open(image);
  };

  /** A figure's button shows while a mouse is on its picture. */
  readonly #hovered = ({ type, pointerType, target }: PointerEvent): void => {
    (target as Element)
      .closest('figure')
      ?.querySelector(`:scope > ${opener}`)
      ?.toggleAttribute('data-hover', type === 'pointerover' && pointerType === 'mouse');
  };

  /** The address names a picture, at first or after Back and Forward, or no longer does. */
  readonly #addressed = (): void => {
    const { at } = this.#address;
    if (at === undefined) return this.#opened?.close();
    const image = this.#images[at];
    if (!image) return;
    if (this.#opened) this.#opened.show(at);
    else if (!this.#host.noLightbox) void this.#open(image);
  };

  async #open(image: HTMLImageElement): Promise<void> {
    // From the first click on: the dialog's code may still have to arrive.
    if (this.#isOpening || !this.#host.dispatchEvent(new FigureOpenEvent(image))) return;
    this.#isOpening = true;
    try {
      const { openFigure } = await import('./open-figure.js');
      if (this.#off.signal.aborted) return;
      const images = this.#images;
      const at = Math.max(0, images.indexOf(image));
      this.#address.open(at);
      this.#opened = openFigure({
        host: this.#host,
        images,
        at,
        tools: this.#tools,
        moved: (one) => this.#address.move(one),
      });
      const last = images[await this.#opened.closed];
      if (!this.#off.signal.aborted && last) this.#back(last);
    } finally {
      this.#opened = undefined;
      this.#isOpening = false;
    }
  }

  /** The address is what it was, and the focus where the picture that was seen last is opened. */
  #back(image: HTMLImageElement): void {
    const figure = image.closest('figure');
    const place =
      image.closest<HTMLElement>('a, button') ?? figure?.querySelector<HTMLElement>(opener);
    // Back brings the page to where it was scrolled when the picture was opened.
    this.#address.close(() => figure?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    place?.focus();
  }
}
