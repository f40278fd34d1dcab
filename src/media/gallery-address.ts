import { select } from '../kit/define.js';

/**
 * Which picture of a gallery is open, in the address of the page: `#ID-3`. Opening adds a step to the
 * history, so that Back closes. Routers are not told and keep their state; addresses of theirs that
 * live in the hash (`#/news`, `#!news`) are left alone.
 */
export class GalleryAddress {
  readonly #host: HTMLElement;
  /** What the address was before, where the step to the picture is ours. */
  #pushed = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The place of the picture that the address names, counted from 0. */
  get at(): number | undefined {
    const { hash } = location;
    const name = `#${this.#name}-`;
    const number = hash.startsWith(name) ? hash.slice(name.length) : '';
    return /^[1-9]\d{0,3}$/.test(number) ? Number(number) - 1 : undefined;
  }

  /** A picture is opened. */
  open(at: number): void {
    this.#pushed = this.at === undefined && this.#write('pushState', this.#hash(at));
  }

  /** Another one is shown. */
  move(at: number): void {
    if (this.at !== undefined) this.#write('replaceState', this.#hash(at));
  }

  /** It is closed: the address is what it was. Nothing is done if somebody has changed it since. */
  close(done: () => void): void {
    if (this.at === undefined) return;
    if (this.#pushed) {
      addEventListener('popstate', done, { once: true });
      history.back();
    } else this.#write('replaceState', '');
    this.#pushed = false;
  }

  get #name(): string {
    const { id } = this.#host;
    if (id) return id;
    const all = [...document.querySelectorAll(select('article-gallery'))];
    const before = all.slice(0, Math.max(0, all.indexOf(this.#host))).filter((one) => !one.id);
    return before.length ? `gallery-${before.length + 1}` : 'gallery';
  }

  #hash(at: number): string {
    return `#${this.#name}-${at + 1}`;
  }

  #write(how: 'pushState' | 'replaceState', hash: string): boolean {
    if (/^#[/!]/.test(location.hash)) return false;
    try {
      history[how](history.state, '', location.pathname + location.search + hash);
      return true;
    } catch {
      return false; // A page without an address of its own, or one that has written too often.
    }
  }
}
