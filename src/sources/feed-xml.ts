import { clean } from '../content/schema.js';

/** An element of somebody's XML as plain data. */
export interface XmlElement {
  /** With the usual prefix of its namespace, whichever the document uses: `media:content`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const MAX_XML = 5_000_000;
const MAX_LEVELS = 200;

/** Namespaces by the prefix that everybody knows them by. */
const namespaces: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/rss/1.0/', ''],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
]);
const MAX_PREFIXES = 64;
type Scope = ReadonlyMap<string, string>;

/** The prefixes that an element declares, on top of those around it. */
function scopeIn(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let scope: Map<string, string> | undefined;
  for (const [key, uri] of Object.entries(attributes)) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    const prefix = namespaces.get(uri.trim());
    if (prefix !== undefined && scope.size < MAX_PREFIXES) scope.set(key.slice(6), prefix);
  }
  return scope ?? outer;
}

function nameIn(scope: Scope, written: string): string {
  const colon = written.indexOf(':');
  const own = colon < 0 ? '' : written.slice(0, colon);
  const prefix = scope.get(own) ?? own;
  return prefix ? `${prefix}:${written.slice(colon + 1)}` : written.slice(colon + 1);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * A text whose character references are read. A document cannot declare names of its own, so nothing
 * ever grows. Names that XML does not know are handed to `other`, else they stay as they are.
 */
export const references = (text: string, other?: (reference: string) => string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined)
        return Object.hasOwn(named, name) ? (named[name] ?? whole) : (other?.(whole) ?? whole);
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0x10ffff ? '\uFFFD' : clean(String.fromCodePoint(code));
    },
  );

interface Open {
  readonly name: string;
  /** As the document writes it, which its end tag repeats. */
  readonly written: string;
  readonly scope: Scope;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

/**
 * Reads XML as feeds are written, good or bad: elements, attributes, text, CDATA and character
 * references. A document type is passed over, so there are no entities to expand and no files to
 * fetch. Each sign is looked at once; what is not closed is closed at the end.
 */
export function parseXml(xml: string): XmlElement | undefined {
  const text = xml.slice(0, MAX_XML);
  const root: Open = { name: '', written: '', scope: new Map(), attributes: {}, children: [] };
  const open: Open[] = [root];
  const count = new Map<string, number>();
  const say = (words: string) => {
    if (words) open.at(-1)?.children.push(clean(words));
  };
  let place = 0;
  /** Goes on behind a mark; to the end where it is missing. */
  const upTo = (mark: string, from: number): string => {
    const end = text.indexOf(mark, from);
    place = end < 0 ? text.length : end + mark.length;
    return text.slice(from, end < 0 ? text.length : end);
  };
  while (place < text.length) {
    const next = text.indexOf('<', place);
    say(references(text.slice(place, next < 0 ? text.length : next)));
    if (next < 0) break;
    if (text.startsWith('<!--', next)) upTo('-->', next + 4);
    else if (text.startsWith('<![CDATA[', next)) say(upTo(']]>', next + 9));
    else if (text.startsWith('<?', next)) upTo('?>', next + 2);
    else if (text.startsWith('<!', next)) place = endOfDeclaration(text, next);
    else if (text.startsWith('</', next)) {
      const [name = ''] = upTo('>', next + 2).split(/\s/);
      if (count.get(name)) close(open, count, name);
    } else if (/[A-Za-z_]/.test(text[next + 1] ?? '')) {
      const tag = readTag(text, next + 1);
      place = tag.end;
      const { name: written, attributes } = tag;
      const scope = scopeIn(open.at(-1)?.scope ?? root.scope, attributes);
      const element: Open = {
        name: nameIn(scope, written),
        written,
        scope,
        attributes,
        children: [],
      };
      // What is nested deeper than any feed keeps its words, without their element.
      if (open.length <= MAX_LEVELS) {
        open.at(-1)?.children.push(element);
        if (!tag.isEmpty) {
          open.push(element);
          count.set(written, (count.get(written) ?? 0) + 1);
        }
      }
    } else {
      say('<');
      place = next + 1;
    }
  }
  return root.children.find((child): child is XmlElement => typeof child === 'object');
}

/** Closes the innermost open element of a name, and those that were left open inside it. */
function close(open: Open[], count: Map<string, number>, name: string): void {
  for (let last = open.pop(); last; last = open.pop()) {
    count.set(last.written, (count.get(last.written) ?? 1) - 1);
    if (last.written === name) return;
  }
}

/** The end of `<!DOCTYPE … [ … ]>`: nothing in it is read. */
function endOfDeclaration(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const bracket = text.slice(from, end < 0 ? text.length : end).indexOf('[');
  if (end < 0) return text.length;
  if (bracket < 0) return end + 1;
  const closing = text.indexOf(']', from + bracket);
  const last = closing < 0 ? -1 : text.indexOf('>', closing);
  return last < 0 ? text.length : last + 1;
}

/** A start tag, from its name to behind its `>`. */
function readTag(text: string, from: number) {
  const attributes: Record<string, string> = {};
  let place = from;
  const until = (ends: RegExp): string => {
    const start = place;
    while (place < text.length && !ends.test(text[place] ?? '')) place++;
    return text.slice(start, place);
  };
  const skip = (signs: RegExp): void => {
    while (place < text.length && signs.test(text[place] ?? '')) place++;
  };
  const name = until(/[\s/>]/);
  for (;;) {
    skip(/\s/);
    const sign = text[place];
    if (sign === undefined) return { name, attributes, isEmpty: true, end: place };
    if (sign === '>') return { name, attributes, isEmpty: false, end: place + 1 };
    if (sign === '/') {
      place++;
      if (text[place] === '>') return { name, attributes, isEmpty: true, end: place + 1 };
      continue;
    }
    const key = until(/[\s=/>]/);
    skip(/\s/);
    let value = '';
    if (text[place] === '=') {
      place++;
      skip(/\s/);
      const quote = text[place];
      if (quote === '"' || quote === "'") {
        const end = text.indexOf(quote, ++place);
        value = text.slice(place, end < 0 ? text.length : end);
        place = end < 0 ? text.length : end + 1;
      } else value = until(/[\s>]/);
    }
    // `__proto__` is a name like any other.
    if (key)
      Object.defineProperty(attributes, key, {
        value: clean(references(value)),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
}

const isNode = (child: XmlElement | string): child is XmlElement => typeof child === 'object';

/** The elements of a name right inside another. */
export const childrenOf = (parent: XmlElement | undefined, ...names: string[]): XmlElement[] =>
  (parent?.children ?? []).filter(
    (child): child is XmlElement => isNode(child) && names.includes(child.name),
  );

/** An attribute's value; nothing where it is not written, or empty. */
export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element && Object.hasOwn(element.attributes, name)
    ? element.attributes[name]?.trim() || undefined
    : undefined;

/** All text in an element; nothing where there is none. */
export function textInside(element: XmlElement | undefined): string | undefined {
  const words = (one: XmlElement | string): string =>
    isNode(one) ? one.children.map(words).join('') : one;
  return (element && words(element).trim()) || undefined;
}
