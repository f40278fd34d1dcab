import type { Person } from '../content/person.js';
import {
  attribute,
  find,
  hasClass,
  isElement,
  phrasing,
  silent,
  textIn,
  type HtmlElement,
  type HtmlNode,
} from '../content/nodes.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import type { Inline } from '../content/inline.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { first, without } from './html-story.js';

/** What stands over a story, taken out of it. */
export interface Header {
  readonly headline?: string;
  readonly kicker?: string;
  readonly standfirst?: readonly Inline[];
  readonly authors: readonly Person[];
  /** The line with the authors as it is written. */
  readonly byline?: string;
  readonly published?: string;
  readonly updated?: string;
  /** The story without them. */
  readonly rest: readonly HtmlNode[];
}

const classed =
  (...names: readonly string[]) =>
  (element: HtmlElement): boolean =>
    names.some((name) => hasClass(element, name));
const isKind =
  (...kinds: readonly string[]) =>
  (element: HtmlElement): boolean =>
    kinds.includes(attribute(element, 'kind') ?? '');

/**
 * Takes headline, kicker, standfirst, byline and dates out of a story's nodes.
 * @param known who wrote it, as far as something else than its text says so
 */
export function takeHeader(
  nodes: readonly HtmlNode[],
  base: string | undefined,
  known: readonly Person[] = [],
): Header {
  const headline = first(nodes, (one) => one.name === 'h1' && textIn([one]) !== '');
  const header = headline && holderOf(nodes, headline);
  const inHeader = header?.children ?? [];
  const kicker = first(inHeader, classed('kicker'));
  const standfirst = first(
    inHeader,
    (one) => one.name === 'p' && classed('standfirst', 'dek', 'p-summary')(one),
  );
  const byline = first(nodes, isByline(base));
  const marked = byline ? authorsIn(byline, base) : [];
  const words = byline && textIn([byline]);
  // Names that are not marked are still the byline's, where others know them.
  const authors =
    words && !marked.length && known.every(({ name }) => words.includes(name)) ? known : marked;
  const { taken, ...dates } = datesIn(nodes, inHeader);
  const said = standfirst && trimInlines(readInlines(standfirst.children, { base }));
  const title = headline && textIn([headline]);
  const over = kicker && textIn([kicker]);
  const all = [headline, kicker, standfirst, byline, ...taken];
  return {
    ...(title && { headline: title }),
    ...(over && { kicker: over }),
    ...(said?.length && { standfirst: said }),
    authors,
    ...(words && !saysNamesOnly(words, authors) && { byline: words }),
    ...dates,
    rest: without(nodes, (one) => all.includes(one), picturesIn),
  };
}

/** What a line that is taken away leaves, as it has no place in a headline. */
const picturesIn = (taken: HtmlElement): HtmlNode[] =>
  taken.name === 'h1'
    ? find(taken.children, ({ name }) => name === 'img' || name === 'picture')
    : [];

/** The dates in our own tag, or in a line of the header that has nothing else. */
function datesIn(nodes: readonly HtmlNode[], inHeader: readonly HtmlNode[]) {
  const isTime = ({ name }: HtmlElement) => name === 'time';
  const isDated = (one: HtmlElement) => !Number.isNaN(Date.parse(attribute(one, 'datetime') ?? ''));
  // The label and the form of a date are our own; anything else in the line is not.
  const isBare = (one: HtmlElement) => {
    const times = find([one], isTime);
    const rest = without([one], (inner) => isTime(inner) || hasClass(inner, 'updated-label'));
    const isLine = !phrasing.has(one.name) || inHeader.includes(one);
    return isLine && !textIn(rest) && [1, 2].includes(times.length) && times.every(isDated);
  };
  const line =
    first(nodes, (one) => one.name.endsWith('article-time') && isBare(one)) ??
    first(inHeader, isBare);
  const times = line ? find([line], isTime).filter(isDated) : [];
  const second = times.find(classed('updated', 'dt-updated')) ?? times[1];
  const earlier = times.find((one) => one !== second);
  const published = earlier && attribute(earlier, 'datetime');
  const updated = second && attribute(second, 'datetime');
  return {
    ...(published && { published }),
    ...(updated && { updated }),
    taken: line && times.length ? [line] : [],
  };
}

/** The header that a headline stands in. */
function holderOf(nodes: readonly HtmlNode[], headline: HtmlElement): HtmlElement | undefined {
  return find(
    nodes,
    (one) =>
      (one.name === 'header' || one.name === 'hgroup' || one.name.endsWith('article-header')) &&
      first(one.children, (inner) => inner === headline) !== undefined,
  )[0];
}

/** A line of its own that says who wrote the story; a name within a sentence is none. */
const isByline =
  (base: string | undefined) =>
  (element: HtmlElement): boolean => {
    if (phrasing.has(element.name) || silent.has(element.name)) return false;
    const words = textIn([element]);
    if (!words || words.length > 300 || find([element], isWorth).length) return false;
    if (element.name.endsWith('article-byline') || classed('byline', 'p-author')(element))
      return true;
    const authors = authorsIn(element, base);
    return authors.length > 0 && saysNamesOnly(words, authors);
  };

/** What no byline may take away with it. */
const isWorth = ({ name }: HtmlElement): boolean =>
  /^(?:h[1-6]|figure|ul|ol|table|blockquote|pre|video|audio|iframe)$/.test(name);

const isAuthorLink = (element: HtmlElement): boolean =>
  element.name === 'a' && /(?:^|\s)author(?:\s|$)/.test(attribute(element, 'rel') ?? '');

function authorsIn(byline: HtmlElement, base: string | undefined): Person[] {
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
function saysNamesOnly(byline: string, authors: readonly Person[]): boolean {
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
