import { styled } from '../kit/shadow-parts.js';

/**
 * The words that stand where a film or a recording should play, when it does not. `article-video` and
 * `article-audio` put it in; it is no tag for authors, and has a shadow root so that the page's own
 * styles leave it alone.
 *
 * @tagname media-error
 *
 * @csspart words - What is wrong.
 * @csspart file - The link to the file.
 */
export class MediaError extends HTMLElement {
  static readonly tag: string = 'media-error';

  readonly #words = document.createElement('p');
  readonly #text = document.createElement('span');
  readonly #file = document.createElement('a');

  constructor() {
    super();
    this.#words.part.add('words');
    this.#words.setAttribute('role', 'status');
    this.#file.part.add('file');
    this.#words.append(this.#text, ' ', this.#file);
    styled(this, styles, this.#words);
  }

  /** Says it; without an address there is no link. */
  say(words: string, link: string, address: string | undefined): void {
    this.#text.textContent = words;
    this.#file.textContent = address ? link : '';
    if (address) this.#file.href = address;
    else this.#file.removeAttribute('href');
  }

  /** Lies down on the player, whose room is kept. */
  cover(media: HTMLElement): void {
    const [own, place] = [this.parentElement, media].map((one) => one?.getBoundingClientRect());
    if (!own || !place) return;
    this.style.setProperty('inset-block-start', `${place.top - own.top}px`);
    this.style.setProperty('block-size', `${place.height}px`);
  }
}

const styles = `
:host{position:absolute!important;inset-inline:0;margin:0!important;box-sizing:border-box;overflow:auto;display:grid!important;align-items:center;min-block-size:2.75rem;padding:.25rem 1.25rem;color:#fff;background:#222;font:var(--article-_small)/1.4 var(--article-_sans)}
p{margin:0}
a{color:inherit;text-underline-offset:.2em}
@media print{:host{display:none!important}}`;
