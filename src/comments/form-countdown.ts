/** What time is for the countdown; a test has its own. */
export const timing = {
  now: (): number => Date.now(),
  /** Calls every second; returns what ends it. */
  every(tick: () => void): () => void {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  },
};

/** Seconds between two announcements, so that nobody is talked over. */
const PACE = 10;

/**
 * Counts the seconds until a moment: `show` each second, `announce` every ten and at the end, then
 * `done`. Returns what ends it early.
 */
export function countDown(
  until: number,
  {
    show,
    announce,
    done,
  }: Record<'show' | 'announce', (seconds: number) => void> & { done(): void },
): () => void {
  let stop = () => {};
  let said = Infinity;
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((until - timing.now()) / 1000));
    show(seconds);
    if (!seconds) {
      stop();
      done();
    } else if (said - seconds >= PACE) {
      said = seconds;
      announce(seconds);
    }
  };
  stop = timing.every(tick);
  tick();
  return () => stop();
}
