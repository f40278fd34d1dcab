/** Nothing waits longer for a quiet moment (ms). */
const AT_LAST = 1000;
/** A page that nobody sees has no frames: they are waited for so long (ms). */
const NO_FRAME = 100;

/** Calls once the browser has nothing better to do: for what no reader waits for. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: AT_LAST });
  else setTimeout(run, AT_LAST / 4); // Safari
}

/** Calls in the turn of the event loop after a frame: what stands there is painted by then. */
export function afterFrame(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  const go = () => port2.postMessage(null);
  const late = setTimeout(go, NO_FRAME);
  port1.onmessage = () => {
    clearTimeout(late);
    port1.close();
    run();
  };
  requestAnimationFrame(go);
}
