import {
  attribute,
  find,
  hasClass,
  isElement,
  isPhrase,
  silent,
  textIn,
  type HtmlElement,
  type HtmlNode,
} from '../content/nodes.js';
import { isLive } from '../content/read-live.js';

/** Where in a page the story stands: what says so itself, else where most paragraphs are. */
export function findStory(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  // A text may stand in several parts, with other things between them.
  const parts = find(nodes, (one) => attribute(one, 'kind') === 'articleBody');
  if (textIn(parts)) return parts;
  const story =
    longest(find(nodes, (one) => isArticle(one) || isLive(one)).filter(isArticle))[0] ??
    longest(
      find(nodes, ({ name, attributes }) => name === 'main' || attributes.role === 'main'),
    )[0] ??
    holderOfParagraphs(nodes);
  return story ? [story] : without(nodes, isSurrounding);
}

/** The tag of ours is taken away by the gate, so it is found by its class too. */
const isArticle = (one: HtmlElement): boolean =>
  one.name === 'article' ||
  one.name.endsWith('news-article') ||
  attribute(one, 'role') === 'article' ||
  hasClass(one, 'news-article') ||
  hasClass(one, 'h-entry');

/** What stands around a story and is none of it. */
const isSurrounding = ({ name }: HtmlElement): boolean =>
  ['nav', 'header', 'footer', 'aside', 'form', 'dialog', 'menu'].includes(name);

/** The elements with the most text first; none where none has any. */
const longest = (elements: readonly HtmlElement[]): readonly HtmlElement[] =>
  elements
    .map((element) => ({ element, length: textIn(element.children).length }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ element }) => element);

/** The element with the most text in paragraphs of its own, or of the parts it is made of. */
function holderOfParagraphs(nodes: readonly HtmlNode[]): HtmlElement | undefined {
  let best: HtmlElement | undefined;
  let most = 0;
  const walk = (list: readonly HtmlNode[]): number => {
    let inParagraphs = 0;
    let inParts = 0;
    for (const node of list) {
      if (!isElement(node) || silent.has(node.name) || isSurrounding(node)) continue;
      if (node.name === 'p') inParagraphs += textIn(node.children).length;
      else if (!isPhrase(node.name)) {
        const length = walk(node.children);
        // A part that is passed on counts for less than what stands here itself.
        inParts += length / 2;
        if (length > most) [best, most] = [node, length];
      }
    }
    return inParagraphs + inParts;
  };
  walk(nodes);
  return best;
}

/** Nodes without the elements that a test finds, but for what is left of one. */
export const without = (
  nodes: readonly HtmlNode[],
  drop: (element: HtmlElement) => boolean,
  left: (element: HtmlElement) => readonly HtmlNode[] = () => [],
): HtmlNode[] =>
  nodes.flatMap((node): readonly HtmlNode[] =>
    !isElement(node)
      ? [node]
      : drop(node)
        ? left(node)
        : [{ ...node, children: without(node.children, drop, left) }],
  );

/** The first element that a test finds, in the order of reading; what a live blog says is of its updates. */
export const first = (
  nodes: readonly HtmlNode[],
  test: (element: HtmlElement) => boolean,
): HtmlElement | undefined => {
  for (const node of nodes) {
    if (!isElement(node) || silent.has(node.name) || isLive(node)) continue;
    const found = test(node) ? node : first(node.children, test);
    if (found) return found;
  }
  return undefined;
};
