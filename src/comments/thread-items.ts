/** The item of a comment in a thread, whoever wrote it there. */
export function itemOf(thread: Element, id: string): HTMLElement | undefined {
  const name = `comment-${id}`;
  const root = thread.getRootNode();
  const found = 'getElementById' in root ? (root as Document).getElementById(name) : undefined;
  if (found === null) return undefined;
  if (found && thread.contains(found)) return isItem(found) ? found : undefined;
  // Another thread in the page has a comment of that name, or this one is not in a page.
  return [...thread.querySelectorAll<HTMLElement>('li')].find((item) => item.id === name);
}

const isItem = (element: Element): boolean => element.localName === 'li';

/** How many comments stand in a thread, whoever wrote them, without those that wait for a moderator. */
export const countItems = (thread: Element): number =>
  thread.querySelectorAll('li[id^="comment-"]:not(.pending)').length;
