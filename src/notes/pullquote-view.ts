import type { Behaviour } from '../block/block-script.js';
import { isRepeated, lettersOf } from '../content/repeated.js';
import { select } from '../kit/define.js';

const article = select('news-article');
/** What a screen reader does not find in the story, or what is no part of it. */
const apart = `${select('article-pullquote')},${select('comment-thread')},script,style,template,[hidden]`;
const focusable =
  'a[href],button,input,select,textarea,summary,iframe,audio,video,[tabindex],[contenteditable]';

/** Hides the quote from screen readers where the article around it says the same. */
export function enhance(host: HTMLElement): Behaviour {
  let isOurs = false;
  return {
    update() {
      // What the page's author wrote stands.
      if (host.hasAttribute('aria-hidden') && !isOurs) return;
      isOurs = isTwice(host);
      if (isOurs) host.setAttribute('aria-hidden', 'true');
      else host.removeAttribute('aria-hidden');
    },
  };
}

function isTwice(host: HTMLElement): boolean {
  const story = host.closest(article);
  if (!story || host.querySelector(focusable)) return false;
  const source = host.querySelector('footer, cite, figcaption');
  return isRepeated(
    textIn(host, source),
    source?.textContent.trim() ?? '',
    lettersOf(textIn(story, apart)),
  );
}

/** The text in an element, but for what stands apart. */
function textIn(root: Element, without: string | Element | null): string {
  const isApart = (node: Node): boolean =>
    typeof without === 'string' ? (node as Element).matches(without) : node === without;
  const walker = document.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node.nodeType === Node.ELEMENT_NODE && isApart(node)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  let text = '';
  while (walker.nextNode()) text += walker.currentNode.nodeValue ?? '';
  return text;
}
