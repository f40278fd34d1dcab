/** So far below the window something begins to load, so that it is there when the reader comes. */
const MARGIN = '800px';

/**
 * Calls once when an element comes near the window, or at once where the browser cannot tell; what it
 * returns ends the wait.
 */
export function whenNear(element: Element, run: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    run();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      run();
    },
    { rootMargin: `${MARGIN} 0px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
