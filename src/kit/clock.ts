/** What time it is, and a call whenever relative times may read differently. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back about once a minute; returns what ends it. */
  subscribe(tick: () => void): () => void;
}

const MINUTE = 60_000;
const ticks = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** One timer for every relative time in the page; it rests while nobody listens or the page is hidden. */
export const systemClock: Clock = {
  now: () => Date.now(),
  subscribe(tick) {
    if (!ticks.size) {
      document.addEventListener('visibilitychange', resume);
      wait();
    }
    ticks.add(tick);
    return () => {
      if (!ticks.delete(tick) || ticks.size) return;
      document.removeEventListener('visibilitychange', resume);
      clearTimeout(timer);
    };
  },
};

function wait(): void {
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(run, MINUTE);
}

function run(): void {
  for (const tick of [...ticks]) tick();
  if (ticks.size) wait();
}

function resume(): void {
  if (document.hidden) clearTimeout(timer);
  else run();
}
