/** Nothing waits longer for a quiet moment (ms). */
const AT_LAST = 1000;
/** A page that nobody sees is waited for no longer than this (ms). */
const UNSEEN = 100;

const waiting: (() => void)[] = [];

/**
 * Calls once the browser has nothing better to do: for what no reader waits for. What waits shares its idle moments:
 * a call of its own for each of a story's twenty pictures would have the page drawn twenty times.
 */
export function whenIdle(run: () => void): void {
  if (waiting.push(run) === 1) askForTime();
}

function askForTime(): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(useTime, { timeout: AT_LAST });
  else setTimeout(useTime, AT_LAST / 4); // Safari
}

function useTime(time?: IdleDeadline): void {
  const mayGoOn = () => !time || time.didTimeout || time.timeRemaining() > 0;
  try {
    for (let left = waiting.length; left > 0 && mayGoOn(); left--) waiting.shift()?.();
  } finally {
    if (waiting.length) askForTime(); // and after one that threw
  }
}

/** Calls in the turn of the event loop after a frame, or when none came in time: what stands there is painted by then. */
export function afterFrame(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  const go = () => port2.postMessage(null);
  const late = setTimeout(go, UNSEEN);
  port1.onmessage = () => {
    clearTimeout(late);
    port1.close();
    run();
  };
  requestAnimationFrame(go);
}

const PAINTED = 'first-contentful-paint';

/**
 * Calls once the page has been painted for the first time, and has it to see: after the frame it is still drawn by
 * other threads, which a busy script delays on a small machine. What nobody sees is not waited for long.
 */
export function afterFirstPaint(run: () => void): void {
  if (performance.getEntriesByName(PAINTED).length) return run();
  const go = () => {
    clearTimeout(late);
    observer.disconnect();
    run();
  };
  // On a slow machine the first frame of a long story takes its time; to begin before it would delay it more.
  const late = setTimeout(go, document.hidden ? UNSEEN : AT_LAST);
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName(PAINTED).length) go();
  });
  observer.observe({ type: 'paint', buffered: true });
}
