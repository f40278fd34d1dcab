import {
  attribute,
  find,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textIn,
} from './nodes.js';
import type { Person } from './person.js';
import { resolveUrl, safePictureUrl } from './url.js';

export const classed =
  (...names: readonly string[]) =>
  (element: HtmlElement): boolean =>
    names.some((name) => hasClass(element, name));
const isKind =
  (...kinds: readonly string[]) =>
  (element: HtmlElement): boolean =>
    kinds.includes(attribute(element, 'kind') ?? '');

const isAuthorLink = (element: HtmlElement): boolean =>
  element.name === 'a' && /(?:^|\s)author(?:\s|$)/.test(attribute(element, 'rel') ?? '');

/** Who a byline names, with their pages, roles and portraits. */
export function authorsIn(byline: HtmlElement, base: string | undefined): Person[] {
  const isName = (one: HtmlElement) =>
    isAuthorLink(one) || classed('author', 'p-name', 'fn')(one) || isKind('name')(one);
  const isPerson = (one: HtmlElement) =>
    classed('author', 'p-author')(one) || isKind('author')(one);
  const inside = find(byline.children, isName);
  const named = inside.length ? inside : find([byline], isPerson);
  return named.flatMap((one): Person[] => {
    const name = textIn([one]);
    const [inner] = find([one], (link) => link.name === 'a');
    const url = resolveUrl(inner && attribute(inner, 'href'), base);
    const role = roleAfter(byline.children, one);
    const portrait = resolveUrl(portraitBefore(byline.children, one), base, safePictureUrl);
    return name
      ? [{ name, ...(url && { url }), ...(role && { role }), ...(portrait && { image: portrait }) }]
      : [];
  });
}

/** The elements among which one stands. */
function siblingsOf(nodes: readonly HtmlNode[], element: HtmlElement): readonly HtmlElement[] {
  if (nodes.includes(element)) return nodes.filter(isElement);
  for (const node of nodes) {
    const found = isElement(node) ? siblingsOf(node.children, element) : [];
    if (found.length) return found;
  }
  return [];
}

function roleAfter(nodes: readonly HtmlNode[], element: HtmlElement): string | undefined {
  const siblings = siblingsOf(nodes, element);
  const next = siblings[siblings.indexOf(element) + 1];
  return next && hasClass(next, 'role') ? textIn([next]) || undefined : undefined;
}

function portraitBefore(nodes: readonly HtmlNode[], element: HtmlElement): string | undefined {
  const siblings = siblingsOf(nodes, element);
  const before = siblings[siblings.indexOf(element) - 1];
  return before?.name === 'img' ? attribute(before, 'src') : undefined;
}

/** Words that join names; the byline is written with our own. What is none of them is kept. */
const joining: ReadonlySet<string> = new Set(
  (
    'by and with written von und mit par et avec por y con di e da del de od a door en met av og ' +
    'och af przez i s autor author'
  ).split(' '),
);

/** Whether a byline has nothing to add to the names but the words that join them. */
export function saysNamesOnly(byline: string, authors: readonly Person[]): boolean {
  const rest = authors
    .flatMap(({ name, role }) => [name, role ?? ''])
    .filter(Boolean)
    .reduce((text, word) => text.replace(word, ' '), byline);
  return (
    authors.length > 0 &&
    rest
      .split(/[\s,.;:·|&]+/)
      .filter(Boolean)
      .every((word) => joining.has(word.toLowerCase()))
  );
}
