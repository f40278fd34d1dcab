/** A place is settled when it has not moved for so many frames, and waited for no longer than so many. */
const STILL = 3;
const MOST_FRAMES = 60;
const LEAVES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/**
 * Scrolls to an item, and again while what is above it is still being laid out: comments off the screen
 * have a remembered height, and get their own when they are seen. A reader who scrolls is left alone.
 */
export function scrollToItem(item: Element): void {
  const view = item.ownerDocument.defaultView;
  item.scrollIntoView({ block: 'start' });
  if (!view) return;
  let last = Number.NaN;
  let still = 0;
  let frames = 0;
  const leave = new AbortController();
  for (const type of LEAVES)
    view.addEventListener(type, () => leave.abort(), { signal: leave.signal, passive: true });
  const look = () => {
    if (leave.signal.aborted) return;
    const { top } = item.getBoundingClientRect();
    still = Math.abs(top - last) < 1 ? still + 1 : 0;
    last = top;
    if (still >= STILL || ++frames > MOST_FRAMES || !item.isConnected) return leave.abort();
    if (still === 0 && frames > 1) item.scrollIntoView({ block: 'start' });
    last = item.getBoundingClientRect().top;
    view.requestAnimationFrame(look);
  };
  view.requestAnimationFrame(look);
}

/** Puts the reader at an item, so that the keyboard goes on from there; the page does not move. */
export function focusItem(item: HTMLElement): void {
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
}

/** Remembers what the reader has before them; the answer puts it back where it was, if it has moved. */
export function keepPlace(thread: Element): () => void {
  // Whoever types looks at what they type.
  const { activeElement } = thread.getRootNode() as Document | ShadowRoot;
  const seen = activeElement?.matches('textarea, input') ? activeElement : firstInView(thread);
  const before = seen?.getBoundingClientRect().top ?? 0;
  return () => {
    const moved = (seen?.isConnected ? seen.getBoundingClientRect().top : before) - before;
    if (moved) thread.ownerDocument.defaultView?.scrollBy({ top: moved, behavior: 'instant' });
  };
}

/** From list to comment to its answers: asking each for its place would lay out all that is off the screen. */
function firstInView(thread: Element): Element | undefined {
  const isInView = (one: Element) => one.getBoundingClientRect().bottom > 0;
  const list = [...thread.querySelectorAll(':scope > :is(ol, .comment-list)')].find(isInView);
  const item = list && [...list.children].find(isInView);
  return item && [...item.querySelectorAll('article')].find(isInView);
}
