import type { Note } from './article.js';
import type { Block } from './block.js';
import type { Inline } from './inline.js';
import {
  attribute,
  find,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isPhrase,
  silent,
  textIn,
  without,
} from './nodes.js';
import { readInlines, trimInlines } from './read-inline.js';
import { textOf } from './text-of.js';
import { resolveUrl, safePictureUrl } from './url.js';

/** Where the HTML comes from. */
export interface ReadHtmlOptions {
  /** The page's address, by which relative ones are understood. */
  readonly base?: string | undefined;
}

export interface Context extends ReadHtmlOptions {
  /** Reads what stands inside. */
  readonly read: (nodes: readonly HtmlNode[]) => Block[];
  /** Where the notes at the end are gathered; without it, they stay a list. */
  readonly notes?: Note[];
}

/** One of a few values that an attribute may have. */
export const oneOf = <T extends string>(
  text: string | undefined,
  values: readonly T[],
): T | undefined => values.find((value) => value === text);

/** An address as the page it stands in understands it. */
export const link = (url: string | undefined, { base }: Context): string | undefined =>
  resolveUrl(url, base);

export const pictureLink = (url: string | undefined, { base }: Context): string | undefined =>
  resolveUrl(url, base, safePictureUrl);

/** A width or height in pixels. */
export const size = (text: string | undefined): number | undefined => {
  const pixels = Math.round(Number(text));
  return pixels > 0 && pixels < 100_000 ? pixels : undefined;
};

/** Blocks whose first heading is their title. */
export function titled(nodes: readonly HtmlNode[], context: Context) {
  const children = context.read(nodes);
  const [first] = children;
  return first?.type === 'heading'
    ? { title: first.children, children: children.slice(1) }
    : { title: undefined, children };
}

/** Whether an element is part of a line: a phrase with no block anywhere in it. */
export const isInLine = (element: HtmlElement): boolean =>
  (isPhrase(element.name) || (!blockNames.has(element.name) && !element.name.includes('-'))) &&
  !(element.name === 'math' && attribute(element, 'display') === 'block') &&
  element.children.every((child) => !isElement(child) || silent.has(child.name) || isInLine(child));

const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside audio blockquote body button caption center col colgroup dd details dialog dir ' +
    'div dl dt embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html ' +
    'iframe img legend li listing main menu nav object ol optgroup option p picture plaintext pre ' +
    'search section select summary table tbody td textarea tfoot th thead tr ul video xmp'
  ).split(' '),
);

/** Whether there is anything in an element but lines. */
export const hasBlocks = (element: HtmlElement): boolean =>
  element.children.some((child) => isElement(child) && !silent.has(child.name) && !isInLine(child));

/** What stands under a picture. */
export interface Caption {
  readonly caption?: readonly Inline[];
  readonly credit?: string;
  readonly licence?: string;
  readonly licenceUrl?: string;
  readonly provenance?: string;
}

export const captionElement = (element: HtmlElement): HtmlElement | undefined =>
  element.children.filter(isElement).find(({ name }) => name === 'figcaption');

/** A caption, with credit, licence and provenance apart where they are marked as such. */
export function captionOf(element: HtmlElement, context: Context): Caption {
  const caption = captionElement(element);
  if (!caption) return {};
  const marked = (style: string) =>
    find(caption.children, (one) => hasClass(one, style) && textIn([one]) !== '')[0];
  const credit = marked('credit');
  const licence = marked('licence');
  const provenance = marked('provenance');
  const parts = [credit, licence, provenance];
  const words = trimInlines(
    readInlines(
      without(caption.children, (one) => parts.includes(one)),
      context,
    ),
  );
  const licenceUrl = licence && link(attribute(licence, 'href'), context);
  return {
    ...(words.length && { caption: words }),
    ...(credit && { credit: textIn([credit]) }),
    ...(licence && { licence: textIn([licence]) }),
    ...(licenceUrl && { licenceUrl }),
    ...(provenance && { provenance: textIn([provenance]) }),
  };
}

/** How often each letter is said. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text) {
    if (sign.trim()) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

/** Whether all that an element says is in the blocks that were made of it, but for words of our own. */
export function keepsAll(element: HtmlElement, blocks: readonly Block[]): boolean {
  // A transcript's line to open it is ours as well; any other summary is somebody's.
  const openers = find(element.children, (one) => hasClass(one, 'transcript')).flatMap((one) =>
    find(one.children, ({ name }) => name === 'summary'),
  );
  const isOurs = (one: HtmlElement) =>
    hasClass(one, 'notice-label') || hasClass(one, 'event-date') || openers.includes(one);
  const kept = letters(textOf(blocks));
  return [...letters(textIn(without(element.children, isOurs)))].every(
    ([sign, count]) => (kept.get(sign) ?? 0) >= count,
  );
}
