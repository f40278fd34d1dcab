/**
 * Whether a text that the browser was given to post has arrived: the page was come back to by
 * WordPress's redirect, or the text now stands in the page outside the form. When in doubt it has
 * not, and the reader finds the text in the box again.
 */
export const wasPosted = (text: string, form: Element, around: ParentNode): boolean =>
  /[?&]unapproved=\d/.test(location.search) ||
  /^#comment-\d+$/.test(location.hash) ||
  isInPage(text, form, around);

/** Whether a text stands among the comments around a form. */
export function isInPage(text: string, form: Element, around: ParentNode): boolean {
  const wanted = essence(text);
  return [...around.querySelectorAll('li')].some((item) => {
    if (item.contains(form)) return false;
    const body = item.querySelector('.body, .comment-content');
    const words = essence((body ?? item).textContent ?? '');
    return body ? words === wanted : words.includes(wanted);
  });
}

/** Sites set their own quotation marks and dashes, and take the signs of Markdown away. */
export const essence = (text: string): string =>
  text.replace(/[^\p{L}\p{N}]+/gu, '') || text.replace(/\s+/g, '');
