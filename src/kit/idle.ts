/** Nothing waits longer for a quiet moment (ms). */
const AT_LAST = 1000;

/** Calls once the browser has nothing better to do: for what no reader waits for. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: AT_LAST });
  else setTimeout(run, AT_LAST / 4); // Safari
}
