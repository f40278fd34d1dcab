import type { Person } from '../content/person.js';
import { authorsIn, classed, saysNamesOnly } from '../content/read-byline.js';
import {
  attribute,
  find,
  hasClass,
  isPhrase,
  silent,
  textIn,
  type HtmlElement,
  type HtmlNode,
} from '../content/nodes.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import type { Inline } from '../content/inline.js';
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
    const isLine = !isPhrase(one.name) || inHeader.includes(one);
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
    if (isPhrase(element.name) || silent.has(element.name)) return false;
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
