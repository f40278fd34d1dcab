import { articleOf, type Article, type ArticleResult, type Linked } from '../content/article.js';
import type { Block } from '../content/block.js';
import { nodesBy, type HtmlNode, type ParseHtml } from '../content/nodes.js';
import type { Person } from '../content/person.js';
import { resolveUrl } from '../content/url.js';
import type { ReadTools } from './article-source.js';
import { isoDate } from './feed-date.js';
import { mediaOf } from './feed-media.js';
import {
  attached,
  nameOf,
  nodesOfText,
  plainText,
  textParts,
  unique,
  withMedia,
  type FeedItem,
} from './feed-parts.js';
import { attributeOf, childrenOf, parseXml, textInside, type XmlElement } from './feed-xml.js';

/** Whether a text is a feed in XML, by the element that it begins with. */
export function isXmlFeed(text: string): boolean {
  if (/^\s*<!doctype html/i.test(text.slice(0, 1000))) return false;
  const [, name = ''] = /^\s*<(?![!?])([^\s>/]+)/.exec(withoutProlog(text)) ?? [];
  return /^(?:[\w-]+:)?(?:rss|feed|rdf|entry)$/i.test(name);
}

/** A text from its first element on. */
function withoutProlog(text: string): string {
  let place = 0;
  for (let next = text.indexOf('<'); next >= 0 && /^<[!?]/.test(text.slice(next, next + 2));) {
    const end = text.startsWith('<!--', next) ? text.indexOf('-->', next) : text.indexOf('>', next);
    if (end < 0) return '';
    place = end + 1;
    next = text.indexOf('<', place);
  }
  return text
    .slice(place)
    .replace(/^[^<]{0,100}/, '')
    .slice(0, 100);
}

export interface XmlItem extends FeedItem {
  readonly item: XmlElement;
  readonly feed: XmlElement | undefined;
}

/** The items of RSS (0.9 to 2.0) and the entries of Atom; one by itself is the only one. */
export function xmlItems(text: string): XmlItem[] {
  const root = parseXml(text);
  if (!root) return [];
  const isOne = ['item', 'entry', 'atom:entry'].includes(root.name);
  const [channel] = childrenOf(root, 'channel');
  const feed = isOne ? undefined : (channel ?? root);
  const items = isOne
    ? [root]
    : [...childrenOf(feed, ...names), ...(channel ? childrenOf(root, ...names) : [])];
  return items.map((item) => ({
    item,
    feed,
    ids: [
      textInside(childrenOf(item, 'guid')[0]),
      textInside(first(item, 'id')),
      attributeOf(item, 'rdf:about'),
      linkOf(item),
    ].filter((id) => id !== undefined),
  }));
}
const names = ['item', 'entry', 'atom:entry'];

/** A child of a name, in Atom with or without its namespace. */
const first = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(parent, name, `atom:${name}`)[0];

const said = (parent: XmlElement | undefined, ...keys: string[]): string | undefined =>
  keys.map((key) => textInside(childrenOf(parent, key)[0])).find((text) => text !== undefined);

const linksOf = (item: XmlElement, rel: string): XmlElement[] =>
  childrenOf(item, 'link', 'atom:link').filter(
    (link) => attributeOf(link, 'href') && (attributeOf(link, 'rel') ?? 'alternate') === rel,
  );

/** The page of an item: RSS writes it inside the element, Atom as its `href`. */
function linkOf(item: XmlElement): string | undefined {
  const guid = childrenOf(item, 'guid')[0];
  const isPage = guid && attributeOf(guid, 'isPermaLink') !== 'false';
  const address = isPage ? textInside(guid) : undefined;
  return (
    textInside(childrenOf(item, 'link').find((link) => textInside(link))) ??
    attributeOf(linksOf(item, 'alternate')[0], 'href') ??
    (address && URL.canParse(address) ? address : undefined)
  );
}

/** An item of RSS or an entry of Atom. What it does not say of authors and language, its feed says. */
export function readXmlItem(
  item: XmlElement,
  feed: XmlElement | undefined,
  { parseHtml, base }: ReadTools,
): ArticleResult {
  const url = resolveUrl(linkOf(item), base);
  const place = resolveUrl(attributeOf(item, 'xml:base'), base) ?? url ?? base;
  const texts = textsOf(item, parseHtml);
  const parts = textParts(texts.content, texts.summary, place);
  const enclosures: Block[] = [
    ...childrenOf(item, 'enclosure').flatMap((one) =>
      attached({ url: attributeOf(one, 'url'), mime: attributeOf(one, 'type') }, place),
    ),
    ...linksOf(item, 'enclosure').flatMap((one) =>
      attached(
        {
          url: attributeOf(one, 'href'),
          mime: attributeOf(one, 'type'),
          title: attributeOf(one, 'title'),
        },
        place,
      ),
    ),
  ];
  const authors = authorsOf(item, place);
  const title = first(item, 'title');
  return {
    article: articleOf({
      id: said(item, 'guid', 'id', 'atom:id') ?? attributeOf(item, 'rdf:about'),
      url,
      headline: headlineOf(title, parseHtml),
      ...parts,
      ...withMedia(parts.body, [...mediaOf(item, place, parseHtml), ...enclosures]),
      authors: authors.length || !feed ? authors : authorsOf(feed, place),
      published: isoDate(
        said(item, 'pubDate', 'published', 'atom:published', 'dc:date', 'dcterms:created'),
      ),
      updated: isoDate(said(item, 'updated', 'atom:updated', 'dcterms:modified')),
      tags: tagsOf(item, parseHtml),
      lang:
        attributeOf(item, 'xml:lang') ??
        said(item, 'dc:language') ??
        attributeOf(feed, 'xml:lang') ??
        said(feed, 'language', 'dc:language'),
      source: sourceOfItem(item, place),
    }),
    problems: [],
  };
}

function headlineOf(title: XmlElement | undefined, parseHtml: ParseHtml): string | undefined {
  const type = attributeOf(title, 'type');
  const text = textInside(title);
  return type === 'text' ? text : plainText(text?.replace(/\s+/g, ' '), parseHtml);
}

/** Text and summary as nodes, by what each says that it is. */
function textsOf(item: XmlElement, parseHtml: ParseHtml) {
  const encoded = said(item, 'content:encoded');
  const description = said(item, 'description');
  const read = (text: XmlElement | undefined): readonly HtmlNode[] => {
    const type = attributeOf(text, 'type') ?? 'text';
    if (text && type.includes('xhtml')) return nodesOfXml(text);
    const words = textInside(text) ?? '';
    return type.includes('html') ? parseHtml(words) : nodesOfText(words);
  };
  const [summary, content] = [first(item, 'summary'), first(item, 'content')];
  return {
    content: encoded ? parseHtml(encoded) : read(content),
    summary: description ? parseHtml(description) : read(summary),
  };
}

/** XHTML inside a feed, as the plain nodes that HTML becomes. */
const nodesOfXml = (parent: XmlElement): readonly HtmlNode[] =>
  nodesBy<XmlElement | string>({
    parse: () => parent,
    children: (node) => (typeof node === 'string' ? [] : node.children),
    text: (node) => (typeof node === 'string' ? node : undefined),
    element: (node) =>
      typeof node === 'string'
        ? undefined
        : {
            name: node.name.replace(/^(?:xhtml|atom|html):/, ''),
            attributes: Object.entries(node.attributes).map(([name, value]) => ({ name, value })),
          },
  })('');

function authorsOf(item: XmlElement, base: string | undefined): Person[] {
  const creators = childrenOf(item, 'dc:creator').map(textInside);
  const people = childrenOf(item, 'author', 'atom:author').flatMap((author): Person[] => {
    const name = nameOf(
      said(author, 'name', 'atom:name') ?? (hasParts(author) ? undefined : textInside(author)),
    );
    const url = resolveUrl(said(author, 'uri', 'url', 'atom:uri'), base);
    return name ? [{ name, ...(url && { url }) }] : [];
  });
  const names = creators.flatMap((creator) => nameOf(creator) ?? []);
  const rest = people.length || names.length ? [] : [nameOf(said(item, 'itunes:author'))];
  return unique([...people, ...[...names, ...rest].flatMap((name) => (name ? [{ name }] : []))]);
}

const hasParts = (element: XmlElement): boolean =>
  element.children.some((child) => typeof child === 'object');

function tagsOf(item: XmlElement, parseHtml: ParseHtml): Linked[] {
  const categories = childrenOf(item, 'category', 'atom:category', 'dc:subject');
  const names = categories.flatMap((category) => {
    const name =
      attributeOf(category, 'label') ?? textInside(category) ?? attributeOf(category, 'term');
    return plainText(name, parseHtml) ?? [];
  });
  return [...new Set(names)].map((name) => ({ name }));
}

/** Where an item was taken over from. */
function sourceOfItem(item: XmlElement, base: string | undefined): Article['source'] {
  const source = first(item, 'source');
  const name =
    said(source, 'title', 'atom:title') ??
    (source && !hasParts(source) ? textInside(source) : undefined);
  const page =
    source && (attributeOf(source, 'url') ?? attributeOf(linksOf(source, 'alternate')[0], 'href'));
  const url = resolveUrl(page, base);
  const licence = said(item, 'dc:rights', 'rights', 'atom:rights');
  return name || url || licence
    ? { ...(name && { name }), ...(url && { url }), ...(licence && { licence }) }
    : undefined;
}
