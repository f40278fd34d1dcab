import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SECOND = 1000;
const SHORTEST = 30 * SECOND;
const LONGEST = 600 * SECOND;

/** Asks again from time to time while the page is seen; less and less often while it fails. */
export class RefreshController implements ReactiveController {
  readonly #ask: () => Promise<unknown>;
  #pause = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, ask: () => Promise<unknown>) {
    this.#ask = ask;
    host.addController(this);
  }

  /** How often, in seconds; anything that is no such number means never. */
  every(seconds: number | undefined): void {
    const pause = seconds && seconds > 0 ? Math.max(seconds * SECOND, SHORTEST) : 0;
    if (pause === this.#pause) return;
    this.#pause = pause;
    this.hostConnected();
  }

  hostConnected(): void {
    this.hostDisconnected();
    if (!this.#pause) return;
    document.addEventListener('visibilitychange', this.#seen);
    this.#wait();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    const pause = Math.min(this.#pause * 2 ** this.#failures, Math.max(LONGEST, this.#pause));
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  async #run(): Promise<void> {
    try {
      await this.#ask();
      this.#failures = 0;
    } catch {
      this.#failures++;
    }
    if (this.#timer !== undefined) this.#wait();
  }

  readonly #seen = (): void => this.#wait();
}
