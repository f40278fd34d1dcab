import { articleOf, type Article, type ArticleResult, type Linked } from '../content/article.js';
import type { Inline } from '../content/inline.js';
import type { Person } from '../content/person.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { own, sourceOf, textAt, type ArticleFormat, type ReadTools } from './article-source.js';
import { blocksOf } from './portable-text-blocks.js';
import { imageOf } from './portable-text-media.js';
import { isPortableText, lineOf, Notes } from './portable-text-spans.js';

/** Sanity's Portable Text: a list of blocks, a document that holds one, or the answer to a query. */
export const portableText: ArticleFormat = {
  name: 'portable-text',
  recognises: (data) => isPortableText(data) || bodyKey(documentIn(data)) !== undefined,
  read: readDocument,
};

/** Portable Text: `src` is its address, such as that of a query of Sanity's API. */
export const articles = sourceOf(portableText);

/** The document itself, or the first that a query found. */
function documentIn(data: unknown): unknown {
  const result = own(data, 'result') ?? data;
  return Array.isArray(result) && !isPortableText(result) ? (result as unknown[])[0] : result;
}

/** The field that holds the text: the usual one, or whichever does. */
function bodyKey(document: unknown): string | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return undefined;
  const isText = (key: string) => isPortableText(own(document, key));
  return (
    ['body', 'content', 'text', 'blocks', 'story'].find(isText) ??
    Object.keys(document).find((key) => isText(key) && !aside.has(key))
  );
}

const aside: ReadonlySet<string> = new Set(['excerpt', 'standfirst', 'lead', 'intro', 'bio']);

function readDocument(data: unknown, tools: ReadTools): ArticleResult {
  const document = documentIn(data);
  const key = bodyKey(document);
  const nodes = key === undefined ? document : own(document, key);
  const context = { ...tools, notes: new Notes(), level: 0 };
  const body = Array.isArray(nodes) ? blocksOf(nodes, context) : [];
  const isDocument = !Array.isArray(document);
  return {
    article: articleOf({
      ...(isDocument && factsOf(document, context)),
      body,
      notes: context.notes.list,
    }),
    problems: portableText.recognises(data)
      ? []
      : [{ path: '', message: 'is no Portable Text, nor a document with any' }],
  };
}

function factsOf(document: unknown, tools: ReadTools): Partial<Article> {
  const first = (...keys: string[]) => keys.map((key) => textAt(document, key)).find(Boolean);
  const categories = ['categories', 'category'].flatMap((key) => namesIn(own(document, key)));
  const tags = ['tags', 'keywords'].flatMap((key) => namesIn(own(document, key)));
  const [section, ...others] = categories;
  const lead = ['mainImage', 'coverImage', 'heroImage', 'image', 'poster']
    .map((key) => own(document, key))
    .find((image) => image !== undefined && image !== null);
  const image = lead === undefined ? undefined : imageOf(lead, tools);
  const id = first('_id', 'id');
  const headline = first('title', 'headline', 'name') ?? '';
  const kicker = first('kicker');
  const published = first('publishedAt', 'published', 'date', '_createdAt');
  const updated = first('updatedAt', '_updatedAt');
  const standfirst = standfirstOf(document, tools);
  const lang = first('language', '__i18n_lang', 'lang');
  return {
    ...(id && { id }),
    headline,
    ...(kicker && { kicker }),
    ...(standfirst.length && { standfirst }),
    authors: ['author', 'authors'].flatMap((key) => peopleIn(own(document, key), tools)),
    ...(published && { published }),
    ...(updated && { updated }),
    ...(section && { section }),
    tags: [...others, ...tags],
    ...(image && { lead: image }),
    ...(lang && { lang }),
  };
}

/** What stands under the title: a text, or Portable Text of its own. */
function standfirstOf(document: unknown, tools: ReadTools): Inline[] {
  for (const key of ['excerpt', 'standfirst', 'subtitle', 'description', 'lead', 'intro']) {
    const line = lineOf(own(document, key), tools);
    if (line.length) return line;
  }
  return [];
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];

/** Names of what is referred to; a bare reference has none. */
const namesIn = (value: unknown): Linked[] =>
  listOf(value).flatMap((one) => {
    const name =
      typeof one === 'string'
        ? one.trim()
        : (textAt(one, 'title') ?? textAt(one, 'name') ?? textAt(one, 'label'));
    return name ? [{ name }] : [];
  });

const peopleIn = (value: unknown, tools: ReadTools): Person[] =>
  listOf(value).flatMap((one) => {
    const name = typeof one === 'string' ? one.trim() : textAt(one, 'name');
    if (!name) return [];
    const url = resolveUrl(textAt(one, 'url') ?? textAt(one, 'website'), tools.base);
    const role = textAt(one, 'role') ?? textAt(one, 'jobTitle');
    const portrait = imageOf(own(one, 'image'), tools)?.src ?? safePictureUrl(textAt(one, 'image'));
    return [
      {
        name,
        ...(url && { url }),
        ...(role && { role }),
        ...(portrait && { image: portrait }),
      },
    ];
  });
