/** As far as a picture of few pixels is enlarged, and one of very many. */
const LEAST_MOST = 2.5;
const MOST = 8;

/** A place in the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Enlarges the picture on a stage that scrolls: its bars, the wheel and a finger show every part of it. */
export class LightboxZoom {
  readonly #stage: HTMLElement;
  readonly #picture: () => HTMLImageElement | undefined;
  readonly #changed: () => void;
  #level = 1;
  /** How wide the whole picture shows. */
  #fit = 0;

  constructor(
    stage: HTMLElement,
    picture: () => HTMLImageElement | undefined,
    changed: () => void,
  ) {
    this.#stage = stage;
    this.#picture = picture;
    this.#changed = changed;
  }

  /** How many times the whole picture; 1 is the whole. */
  get level(): number {
    return this.#level;
  }

  /** Enlarges so that the place under `point` stays under it; without one, the middle. */
  to(level: number, point?: Point): void {
    const picture = this.#picture();
    if (!picture) return;
    const before = picture.getBoundingClientRect();
    if (this.#level === 1) this.#fit = before.width;
    if (!this.#fit) return;
    const most = Math.min(MOST, Math.max(LEAST_MOST, picture.naturalWidth / this.#fit));
    const next = Math.min(most, Math.max(1, level));
    if (next === this.#level) return;
    this.#set(next, picture);
    const after = picture.getBoundingClientRect();
    const stage = this.#stage.getBoundingClientRect();
    const { x, y } = point ?? {
      x: stage.left + stage.width / 2,
      y: stage.top + stage.height / 2,
    };
    this.pan(
      after.left + (x - before.left) * (after.width / before.width) - x,
      after.top + (y - before.top) * (after.height / before.height) - y,
    );
  }

  /** In to where details are seen, or back to the whole. */
  toggle(point?: Point): void {
    this.to(this.#level > 1 ? 1 : LEAST_MOST, point);
  }

  pan(x: number, y: number): void {
    this.#stage.scrollBy({ left: x, top: y, behavior: 'instant' });
  }

  /** The whole picture again. */
  reset(): void {
    this.#set(1, this.#picture());
  }

  #set(level: number, picture: HTMLImageElement | undefined): void {
    this.#level = level;
    this.#stage.classList.toggle('zoomed', level > 1);
    this.#stage.style.setProperty('--article-_zoom', `${this.#fit * level}px`);
    // A picture in several sizes is asked for in the one that shows its details.
    if (picture?.srcset) picture.sizes = `${Math.ceil(level * 100)}vw`;
    this.#changed();
  }
}
