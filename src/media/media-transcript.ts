import type { BlockTools } from '../block/block-script.js';
import { playFrom, secondsIn } from './media-time.js';

/**
 * Times in a transcript become buttons that play from there. It opens for print: a browser that knows
 * no `::details-content` would leave it shut.
 */
export class MediaTranscript {
  readonly #host: HTMLElement;
  readonly #tools: BlockTools;
  #media: HTMLMediaElement | undefined;
  #opened: HTMLDetailsElement[] = [];

  constructor(host: HTMLElement, tools: BlockTools) {
    this.#host = host;
    this.#tools = tools;
    host.addEventListener('click', this.#pressed);
    host.addEventListener('keydown', this.#pressed);
    window.addEventListener('beforeprint', this.#open);
    window.addEventListener('afterprint', this.#shut);
  }

  update(media: HTMLMediaElement | undefined): void {
    this.#media = media;
    for (const time of this.#host.querySelectorAll<HTMLElement>('.transcript time')) {
      const isPlace = placeOf(time) !== undefined && media !== undefined;
      if (isPlace) {
        time.setAttribute('role', 'button');
        time.tabIndex = 0;
        time.setAttribute('aria-label', this.#tools.say('playFrom', { time: time.textContent }));
      } else if (time.getAttribute('role') === 'button') {
        for (const name of ['role', 'tabindex', 'aria-label']) time.removeAttribute(name);
      }
    }
  }

  disconnect(): void {
    this.#host.removeEventListener('click', this.#pressed);
    this.#host.removeEventListener('keydown', this.#pressed);
    window.removeEventListener('beforeprint', this.#open);
    window.removeEventListener('afterprint', this.#shut);
  }

  readonly #pressed = (event: MouseEvent | KeyboardEvent): void => {
    if ('key' in event && event.key !== 'Enter' && event.key !== ' ') return;
    const time = (event.target as Element).closest<HTMLElement>('.transcript time[role=button]');
    const place = time ? placeOf(time) : undefined;
    if (place === undefined || !this.#media || event.defaultPrevented) return;
    event.preventDefault(); // the page would scroll at the space bar
    playFrom(this.#media, place);
  };

  readonly #open = (): void => {
    this.#opened = [
      ...this.#host.querySelectorAll<HTMLDetailsElement>('details.transcript:not([open])'),
    ];
    for (const details of this.#opened) details.open = true;
  };

  readonly #shut = (): void => {
    for (const details of this.#opened) details.open = false;
    this.#opened = [];
  };
}

const placeOf = (time: HTMLElement): number | undefined =>
  secondsIn(time.getAttribute('datetime')) ?? secondsIn(time.textContent);
