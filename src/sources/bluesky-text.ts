import type { Block } from '../content/block.js';
import type { CommentBody } from '../content/comment.js';
import type { Inline } from '../content/inline.js';
import { clean } from '../content/schema.js';
import { listAt, own, textAt } from './article-source.js';
import { hashtagOf, isDid, profileOf } from './bluesky-address.js';
import { webUrl } from './network.js';

/** A stretch of text, in UTF-16 units, and where it leads. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/**
 * The words of a post, with the links that its facets put on them. A facet that reaches beyond the
 * text, cuts a character in two, overlaps an earlier one or leads nowhere is none; its words stay.
 */
export function bodyOf(text: unknown, facets: readonly unknown[]): CommentBody {
  const written = typeof text === 'string' ? text : (textAt(text) ?? '');
  const links = stretchesOf(written, facets);
  return links.length ? { blocks: paragraphsOf(written, links) } : { text: clean(written) };
}

function stretchesOf(text: string, facets: readonly unknown[]): Stretch[] {
  if (!facets.length) return [];
  const places = placesOf(text);
  const placeAt = (facet: unknown, key: string) => {
    const byte = own(own(facet, 'index'), key);
    return typeof byte === 'number' ? places.get(byte) : undefined;
  };
  const found = facets.flatMap((facet): Stretch[] => {
    const start = placeAt(facet, 'byteStart');
    const end = placeAt(facet, 'byteEnd');
    const url = listAt(facet, 'features').map(urlOf).find(Boolean);
    return start !== undefined && end !== undefined && start < end && url
      ? [{ start, end, url }]
      : [];
  });
  let last = 0;
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}

/** Where each character begins: the network counts bytes of UTF-8, JavaScript counts units of UTF-16. */
function placesOf(text: string): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let bytes = 0;
  let units = 0;
  for (const sign of text) {
    places.set(bytes, units);
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    units += sign.length;
  }
  return places.set(bytes, units);
}

/** Each feature has a field that no other has. */
function urlOf(feature: unknown): string | undefined {
  const did = textAt(feature, 'did');
  const tag = textAt(feature, 'tag');
  if (did) return isDid(did) ? profileOf(did) : undefined;
  return tag ? hashtagOf(tag) : webUrl(own(feature, 'uri'));
}

/** Paragraphs, parted by empty lines; a link never reaches from one into the next. */
function paragraphsOf(text: string, links: readonly Stretch[]): Block[] {
  const paragraphs: Inline[][] = [[]];
  const add = (...inlines: readonly Inline[]) => paragraphs.at(-1)?.push(...inlines);
  const addText = (words: string) =>
    words.split(/\n\s*\n/).forEach((part, index) => {
      if (index > 0) paragraphs.push([]);
      add(...linesOf(part));
    });
  let done = 0;
  for (const { start, end, url } of links) {
    addText(text.slice(done, start));
    add({ type: 'link', url, children: linesOf(text.slice(start, end)) });
    done = end;
  }
  addText(text.slice(done));
  return paragraphs
    .map(withoutEdges)
    .filter((children) => children.length)
    .map((children) => ({ type: 'paragraph', children }));
}

const linesOf = (text: string): Inline[] =>
  clean(text)
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line ? [line] : []),
    ]);

const isBlank = (inline: Inline): boolean =>
  typeof inline === 'string' ? !inline.trim() : inline.type === 'break';

/** A paragraph neither begins nor ends with a line that is empty. */
function withoutEdges(inlines: readonly Inline[]): readonly Inline[] {
  const said = inlines.map((one) => !isBlank(one));
  const first = said.indexOf(true);
  return first < 0 ? [] : inlines.slice(first, said.lastIndexOf(true) + 1);
}
