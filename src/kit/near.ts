/** So far outside the window something begins to load, so that it is there when the reader comes. */
const MARGIN = '800px';

let observer: IntersectionObserver | undefined;
const waiting = new Map<Element, () => void>();

/** One observer for everything that waits in a page: an article may hold hundreds of notes. */
function observe(element: Element): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) leave(target)?.();
      }
    },
    { rootMargin: `${MARGIN} 0px` },
  );
  observer.observe(element);
}

function leave(element: Element): (() => void) | undefined {
  const run = waiting.get(element);
  waiting.delete(element);
  observer?.unobserve(element);
  if (!waiting.size) observer = undefined;
  return run;
}

/**
 * Calls once when an element comes near the window, or at once where the browser cannot tell; what it
 * returns ends the wait.
 */
export function whenNear(element: Element, run: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    run();
    return () => {};
  }
  leave(element); // or one that is observed already would not be told of again
  waiting.set(element, run);
  observe(element);
  return () => void (waiting.get(element) === run && leave(element));
}
