const SECOND = 1000;
const SHORTEST = 10 * SECOND;
const LONGEST = 600 * SECOND;

/** How long to wait for the next look, in milliseconds: twice as long after each failure, and never sooner than the server asks. */
export function pauseAfter({
  seconds,
  failures,
  retryAfter = 0,
  random,
}: {
  readonly seconds: number;
  readonly failures: number;
  /** What the server asked for, in milliseconds. */
  readonly retryAfter?: number | undefined;
  /** From 0 to 1: readers that lost a server at the same moment must not all come back in the same one. */
  readonly random: number;
}): number {
  const pause = Math.max(seconds * SECOND, SHORTEST);
  const longer = Math.min(pause * 2 ** failures, Math.max(LONGEST, pause));
  return Math.max(longer * (0.9 + random / 5), Math.min(retryAfter, 6 * LONGEST));
}

/** Looks from time to time while the page is seen and there is a connection, and at once when it is seen again. */
export class Poller {
  readonly #look: () => Promise<unknown>;
  readonly #retryAfter: () => number | undefined;
  readonly #offline: () => void;
  #seconds = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next look is due. */
  #due = 0;

  constructor(parts: {
    readonly look: () => Promise<unknown>;
    readonly retryAfter: () => number | undefined;
    readonly offline: () => void;
  }) {
    this.#look = parts.look;
    this.#retryAfter = parts.retryAfter;
    this.#offline = parts.offline;
  }

  /** Looks now, and then every so many seconds; 0 is never. */
  every(seconds: number): void {
    if (seconds === this.#seconds) return;
    const isFirst = this.#seconds === 0;
    this.stop();
    this.#seconds = seconds;
    if (!seconds) return;
    document.addEventListener('visibilitychange', this.#seen);
    addEventListener('online', this.#online);
    addEventListener('offline', this.#online);
    if (isFirst) this.#due = 0;
    this.#seen();
  }

  stop(): void {
    this.#seconds = 0;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#seen);
    removeEventListener('online', this.#online);
    removeEventListener('offline', this.#online);
  }

  /** The next look is as far off as if one had just been. */
  looked(failed: boolean): void {
    this.#failures = failed ? this.#failures + 1 : 0;
    this.#due =
      Date.now() +
      pauseAfter({
        seconds: this.#seconds,
        failures: this.#failures,
        retryAfter: failed ? this.#retryAfter() : 0,
        random: Math.random(),
      });
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#seconds || document.hidden || !navigator.onLine) return;
    // A failure is told to the reader by whoever looks.
    const look = () => void this.#look().catch(() => {});
    this.#timer = setTimeout(look, Math.max(0, this.#due - Date.now()));
  }

  /** What was missed while nobody looked is looked for at once; a glance at another tab is no reason to ask again. */
  readonly #seen = (): void => {
    if (document.hidden) return clearTimeout(this.#timer);
    if (!navigator.onLine) return this.#offline();
    const early = this.#failures ? 0 : this.#seconds * SECOND - SHORTEST;
    this.#due = Math.min(this.#due, Math.max(Date.now(), this.#due - early));
    this.#wait();
  };

  readonly #online = (): void => {
    this.#failures = 0;
    this.#due = Math.min(this.#due, Date.now());
    this.#seen();
  };
}
