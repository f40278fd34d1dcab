import { articleOf, type ArticleResult } from '../content/article.js';
import {
  at,
  fetchData,
  found,
  own,
  textAt,
  type ArticleFormat,
  type ArticleSource,
  type ReadTools,
} from './article-source.js';
import type { SourceOptions } from './comment-source.js';

/** A format that is loaded only for data that may be in it. */
interface Candidate {
  /** A glance at exact keys or at how a text begins; the format itself has the last word. */
  readonly mayBe: (data: unknown) => boolean;
  readonly load: () => Promise<ArticleFormat>;
}

const has = (data: unknown, ...keys: readonly string[]): boolean =>
  keys.some((key) => own(data, key) !== undefined);
const firstOf = (data: unknown): unknown => (Array.isArray(data) ? (data as unknown[])[0] : data);
const isText = (data: unknown): data is string => typeof data === 'string';
/** The first of a text, without what may stand before the first element. */
const begins = (data: unknown, pattern: RegExp): boolean =>
  isText(data) &&
  pattern.test(
    data
      .slice(0, 4000)
      .replace(/^\ufeff/, '')
      .trimStart(),
  );

/** In this order: what says exactly what it is comes before what might be several things. */
const candidates: readonly Candidate[] = [
  {
    mayBe: (data) => at(firstOf(data), 'content', 'rendered') !== undefined,
    load: async () => (await import('./wordpress-articles.js')).wordpress,
  },
  {
    mayBe: (data) => has(data, 'posts', 'pages') || (has(data, 'slug') && has(data, 'title')),
    load: async () => (await import('./ghost.js')).ghost,
  },
  {
    mayBe: (data) => !isText(data) && has(firstOf(data), '@context', '@graph', '@type'),
    load: async () => (await import('./json-ld.js')).jsonLd,
  },
  {
    mayBe: (data) =>
      has(data, 'bodyTree') ||
      [data, own(data, 'body')].some((one) => has(one, 'children') && has(one, 'type')),
    load: async () => (await import('./content-tree.js')).contentTree,
  },
  {
    mayBe: (data) =>
      has(data, 'content_elements', 'canonical_url') ||
      /^0\.\d/.test(textAt(data, 'version') ?? ''),
    load: async () => (await import('./ans.js')).ans,
  },
  {
    mayBe: (data) => has(data, 'uri'),
    load: async () => (await import('./ninjs.js')).ninjs,
  },
  {
    mayBe: (data) =>
      has(data, 'items', 'content_html', 'content_text') ||
      // A page may begin with what XML begins with: the format looks further.
      begins(data, /^<(?:\?xml|!--|(?:\w+:)?(?:rss|feed|rdf|entry)[\s>])/i),
    load: async () => (await import('./feed.js')).feed,
  },
  {
    mayBe: (data) => !isText(data) && holdsPortableText(data),
    load: async () => (await import('./portable-text.js')).portableText,
  },
  {
    mayBe: (data) => has(data, 'headline', 'body'),
    load: async () => (await import('./json-articles.js')).json,
  },
  {
    mayBe: (data) => begins(data, /^<[!?a-z]/i),
    load: async () => (await import('./html.js')).html,
  },
  {
    mayBe: (data) => isText(data),
    load: async () => (await import('./markdown.js')).markdown,
  },
];

/** Blocks with a `_type`: alone, in a document, or in what a query answers. */
function holdsPortableText(data: unknown): boolean {
  const document = firstOf(own(data, 'result') ?? data);
  return (
    has(document, '_type') ||
    (typeof document === 'object' &&
      document !== null &&
      Object.values(document).some((value) => Array.isArray(value) && has(value[0], '_type')))
  );
}

/** Which format data is in; nothing for what is in none. */
export async function recognise(data: unknown): Promise<ArticleFormat | undefined> {
  for (const { mayBe, load } of candidates) {
    if (!mayBe(data)) continue;
    const format = await load();
    if (format.recognises(data)) return format;
  }
  return undefined;
}

/** Reads a story from data in whichever format it is. Only the reader of that format is loaded. */
export async function readAnything(data: unknown, tools: ReadTools): Promise<ArticleResult> {
  const format = await recognise(data);
  return format
    ? format.read(data, tools)
    : {
        article: articleOf({}),
        problems: [{ path: '', message: 'is in no format that is known' }],
      };
}

/** A story in whichever format it is: `src` is its address. */
export const articles = ({ src }: SourceOptions): ArticleSource => {
  if (!src) throw new TypeError('An article source needs `src`, the address of the story.');
  return {
    name: 'auto',
    read: async (data, tools) => found(await readAnything(data, tools)),
    async load(tools) {
      const { data, url } = await fetchData(src, tools);
      return found(await readAnything(data, { parseHtml: tools.parseHtml, base: url }));
    },
  };
};
