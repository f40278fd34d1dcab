import { select } from '../kit/define.js';

/**
 * Whether a text that the browser was given to post has arrived: the page was come back to by
 * WordPress's redirect, or the text now stands in the page outside the form. When in doubt it has
 * not, and the reader finds the text in the box again.
 */
export function wasPosted(text: string, root: ParentNode, form: Element): boolean {
  if (/[?&]unapproved=\d/.test(location.search) || /^#comment-\d+$/.test(location.hash))
    return true;
  const wanted = squeeze(text);
  const list = form.closest(select('comment-thread')) ?? root;
  return [...list.querySelectorAll('li')].some(
    (item) => !item.contains(form) && squeeze(item.textContent ?? '').includes(wanted),
  );
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
