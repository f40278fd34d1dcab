/** Whether an element is out of the window's sight. */
export function isOutOfSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom <= 0 || top >= innerHeight;
}

/** Whether the reader has the focus, or a selection, in an element. */
export function isInUse(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  const selection = getSelection();
  return (
    element.contains(activeElement) ||
    (selection !== null && !selection.isCollapsed && selection.containsNode(element, true))
  );
}

/** What the reader has before them: the update that they were sent to, else the first in the window, and its first block there. */
function seenIn(updates: readonly Element[]): Element[] {
  const isSeen = (one: Element) => one.getBoundingClientRect().bottom > 0;
  const meant = updates.find((one) => one.matches(':target') && !isOutOfSight(one));
  const update = meant ?? updates.find(isSeen);
  const part =
    update !== meant && [...(update?.querySelectorAll(':scope > article > *') ?? [])].find(isSeen);
  return [part, update].filter((one) => one instanceof Element);
}

/** What scrolls an element. */
function scrollerOf(element: Element): HTMLElement {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (scrolls && at.scrollHeight > at.clientHeight) return at;
  }
  return (document.scrollingElement ?? document.documentElement) as HTMLElement;
}

interface Place {
  /** Whether the reader is somewhere else by now. */
  isLeft(): boolean;
  /** Puts what they had before them where it was, to the pixel. */
  readonly restore: () => void;
}

/** Where the reader is in a blog, or below it; nothing for one who has not come to it yet. */
export function placeOf(host: Element, updates: readonly Element[]): Place | undefined {
  const { top, bottom } = host.getBoundingClientRect();
  if (top >= innerHeight) return undefined; // What changes is below.
  const seen = bottom > 0 ? seenIn(updates) : [];
  if (bottom > 0 && !seen.length) return undefined; // There is nothing yet.
  const tops = seen.map((one) => ({ one, was: one.getBoundingClientRect().top }));
  const moved = () => {
    const known = tops.find(({ one }) => one.isConnected);
    if (known) return known.one.getBoundingClientRect().top - known.was;
    return seen.length ? 0 : host.getBoundingClientRect().bottom - bottom;
  };
  return {
    isLeft: () => isOutOfSight(seen[0] ?? host),
    restore: () => {
      const by = moved();
      if (by) scrollerOf(host).scrollBy({ top: by, behavior: 'instant' });
    },
  };
}

/**
 * Changes a blog while what the reader has before them stays where it is. The browser's own anchoring
 * would do it a second time, or, in Safari, not at all.
 */
export function keepPlace(host: Element, updates: readonly Element[], change: () => void): void {
  const place = placeOf(host, updates);
  const { style } = scrollerOf(host);
  const { overflowAnchor } = style;
  style.overflowAnchor = 'none';
  change();
  place?.restore();
  style.overflowAnchor = overflowAnchor;
}

/** Where the keyboard goes on from in an update. */
function entryOf(update: HTMLElement): HTMLElement {
  const entry =
    update.querySelector<HTMLElement>(':is(h1, h2, h3, h4, h5, h6), .permalink') ?? update;
  if (!entry.matches('a[href]')) entry.tabIndex = -1;
  return entry;
}

/** Puts the keyboard at an update; the page does not move. */
export const focusOn = (update: HTMLElement): void =>
  entryOf(update).focus({ preventScroll: true });

/** Takes the reader to an update. */
export function goTo(update: HTMLElement): void {
  focusOn(update);
  update.scrollIntoView({ block: 'start', behavior: 'instant' });
}
