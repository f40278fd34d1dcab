/** The item of a comment in a thread, whoever wrote it there. */
export const itemOf = (thread: Element, id: string): HTMLElement | undefined =>
  [...thread.querySelectorAll<HTMLElement>('li')].find((item) => item.id === `comment-${id}`);

/** How many comments stand in a thread, whoever wrote them. */
export const countItems = (thread: Element): number =>
  thread.querySelectorAll('li[id^="comment-"]').length;
