import type { Article, Linked } from '../content/article.js';
import { designs } from '../content/design.js';
import type { Image } from '../content/block.js';
import { directions } from '../content/inline.js';
import { parseAuthors, type Person } from '../content/person.js';
import { resolveUrl, safePictureUrl, safeUrl } from '../content/url.js';
import { numberAt, own, textAt } from './article-source.js';
import { isoDate } from './feed-date.js';

/** The first of some keys that says something, however their words are joined: `image_alt`, `imageAlt`. */
export function textOf(front: unknown, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = textAt(front, key);
    if (text) return text;
  }
  return undefined;
}

const first = (front: unknown, ...keys: readonly string[]): unknown =>
  keys.map((key) => own(front, key)).find((value) => value !== undefined && value !== '');

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** The story's own page, where front matter names it. */
export const addressOf = (front: unknown, base: string | undefined): string | undefined =>
  resolveUrl(textOf(front, 'url', 'canonical', 'canonical_url', 'canonicalUrl', 'permalink'), base);

/** What is said over a story in Markdown, in the words that Hugo, Jekyll, Eleventy and Astro have for it. */
export function detailsOf(front: unknown, base: string | undefined): Partial<Article> {
  const linked = (value: unknown): Linked[] => {
    const name = typeof value === 'string' ? value.trim() : textOf(value, 'name', 'title');
    const url = typeof value === 'string' ? undefined : resolveUrl(textAt(value, 'url'), base);
    return name ? [{ name, ...(url && { url }) }] : [];
  };
  const split = (value: unknown): readonly unknown[] =>
    typeof value === 'string' ? value.split(',') : listOf(value);
  const sections = [
    ...listOf(first(front, 'section')),
    ...split(first(front, 'category', 'categories')),
  ].flatMap(linked);
  const [section, ...others] = sections;
  const source = first(front, 'source');
  const sourceUrl = safeUrl(textOf(source, 'url') ?? textAt(front, 'source_url'));
  const sourceName = textOf(source, 'name') ?? textAt(front, 'source');
  const details: { readonly [Key in keyof Article]?: Article[Key] | undefined } = {
    id: textOf(front, 'id', 'slug'),
    url: addressOf(front, base),
    kicker: textOf(front, 'kicker'),
    series: listOf(first(front, 'series')).flatMap(linked)[0],
    authors: listOf(first(front, 'authors', 'author')).flatMap((one) => authorOf(one, base)),
    byline: textOf(front, 'byline'),
    published: isoDate(
      textOf(front, 'date', 'published', 'publishDate', 'pubDate', 'datePublished'),
    ),
    updated: isoDate(
      textOf(front, 'updated', 'lastmod', 'modified', 'last_modified_at', 'dateModified'),
    ),
    dateline: textOf(front, 'dateline'),
    section,
    tags: [...split(first(front, 'tags', 'keywords')).flatMap(linked), ...others],
    lead: imageOf(front, base),
    lang: textOf(front, 'lang', 'language', 'locale'),
    dir: directions.find((one) => one === textOf(front, 'dir', 'direction')),
    design: designs.find((one) => one === textAt(front, 'design')),
    source:
      sourceUrl || sourceName
        ? { ...(sourceName && { name: sourceName }), ...(sourceUrl && { url: sourceUrl }) }
        : undefined,
  };
  return details as Partial<Article>;
}

function authorOf(value: unknown, base: string | undefined): Person[] {
  if (typeof value === 'string') return parseAuthors(value);
  const name = textOf(value, 'name', 'title');
  const url = resolveUrl(textOf(value, 'url', 'link', 'website'), base);
  const role = textOf(value, 'role', 'job');
  const image = resolveUrl(textOf(value, 'image', 'avatar', 'picture'), base, safePictureUrl);
  return name
    ? [{ name, ...(url && { url }), ...(role && { role }), ...(image && { image }) }]
    : [];
}

/** The picture over the story: an address with keys beside it, or a map. */
function imageOf(front: unknown, base: string | undefined): Image | undefined {
  const value = listOf(first(front, 'image', 'cover', 'hero', 'featured_image', 'thumbnail'))[0];
  const isMap = typeof value === 'object';
  const at = (...keys: readonly string[]) =>
    isMap
      ? textOf(value, ...keys)
      : textOf(front, ...keys.flatMap((key) => [`image_${key}`, `image-${key}`, camel(key)]));
  const address = isMap
    ? textOf(value, 'src', 'url', 'path', 'image', 'file')
    : textOf({ value }, 'value');
  const src = resolveUrl(address, base, safePictureUrl);
  if (!src) return undefined;
  const width = numberAt(value, 'width');
  const height = numberAt(value, 'height');
  const caption = at('caption');
  const credit = at('credit');
  const licence = at('licence', 'license');
  return {
    type: 'image',
    src,
    alt: at('alt') ?? '',
    ...(width && { width }),
    ...(height && { height }),
    ...(caption && { caption: [caption] }),
    ...(credit && { credit }),
    ...(licence && { licence }),
  };
}

const camel = (key: string): string => `image${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
