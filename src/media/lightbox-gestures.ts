import type { LightboxZoom, Point } from './lightbox-zoom.js';

/** A finger moves so many pixels by accident. */
const SLOP = 8;
/** So far a swipe goes at least. */
const SWIPE = 48;
/** Two taps within so many milliseconds are a double one. */
const DOUBLE = 400;

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** Fingers and mouse on the large picture: a swipe turns over, a double tap and a pinch enlarge, a drag moves. */
export class LightboxGestures {
  readonly #stage: HTMLElement;
  readonly #zoom: LightboxZoom;
  readonly #swiped: (towards: 'left' | 'right') => void;
  readonly #pointers = new Map<number, Point>();
  #start: Point | undefined;
  #wasMoved = false;
  #lastTap = 0;

  constructor(stage: HTMLElement, zoom: LightboxZoom, swiped: (towards: 'left' | 'right') => void) {
    this.#stage = stage;
    this.#zoom = zoom;
    this.#swiped = swiped;
    stage.addEventListener('pointerdown', this.#down);
    stage.addEventListener('pointermove', this.#move);
    stage.addEventListener('pointerup', this.#up);
    stage.addEventListener('pointercancel', this.#cancel);
    stage.addEventListener('wheel', this.#wheel, { passive: false });
  }

  /** Whether the click that comes now only ends a drag. */
  get wasMoved(): boolean {
    return this.#wasMoved;
  }

  /** What was begun on one picture does not go on with the next. */
  reset(): void {
    this.#pointers.clear();
    this.#follow(0);
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button) return;
    const point = { x: event.clientX, y: event.clientY };
    if (!this.#pointers.size) {
      this.#start = point;
      this.#wasMoved = false;
    } else this.#wasMoved = true;
    this.#pointers.set(event.pointerId, point);
  };

  readonly #move = (event: PointerEvent): void => {
    const last = this.#pointers.get(event.pointerId);
    if (!last || !this.#start) return;
    // The mouse was let go outside the window.
    if (event.pointerType === 'mouse' && !event.buttons) return this.#cancel();
    const point = { x: event.clientX, y: event.clientY };
    const [other] = [...this.#pointers].flatMap(([id, at]) => (id === event.pointerId ? [] : [at]));
    this.#pointers.set(event.pointerId, point);
    if (distance(point, this.#start) > SLOP) this.#wasMoved = true;
    if (other) {
      const spread = distance(last, other);
      if (spread)
        this.#zoom.to((this.#zoom.level * distance(point, other)) / spread, middle(point, other));
    } else if (this.#zoom.level > 1) this.#zoom.pan(last.x - point.x, last.y - point.y);
    else if (this.#wasMoved) this.#follow(point.x - this.#start.x);
  };

  readonly #up = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId) || !this.#start || this.#pointers.size) return;
    this.#follow(0);
    const [x, y] = [event.clientX - this.#start.x, event.clientY - this.#start.y];
    if (!this.#wasMoved) return this.#tap(event);
    if (this.#zoom.level === 1 && Math.abs(x) > SWIPE && Math.abs(x) > 1.5 * Math.abs(y))
      this.#swiped(x < 0 ? 'left' : 'right');
  };

  /** `dblclick` is not told of by every phone. */
  #tap({ target, timeStamp, clientX: x, clientY: y }: PointerEvent): void {
    const isDouble = timeStamp - this.#lastTap < DOUBLE && target !== this.#stage;
    this.#lastTap = isDouble ? 0 : timeStamp;
    if (isDouble) this.#zoom.toggle({ x, y });
  }

  readonly #cancel = (): void => this.reset();

  /** A pinch on a touchpad comes as a wheel with Ctrl; the page behind does not scroll. */
  readonly #wheel = (event: WheelEvent): void => {
    if (event.ctrlKey)
      this.#zoom.to(this.#zoom.level * Math.exp(-event.deltaY / 100), {
        x: event.clientX,
        y: event.clientY,
      });
    if (event.ctrlKey || this.#zoom.level === 1) event.preventDefault();
  };

  #follow(x: number): void {
    this.#stage.style.translate = x ? `${x}px` : '';
  }
}
