import { articleOf, type Article, type ArticleResult } from '../content/article.js';
import { textIn } from '../content/nodes.js';
import type { Person } from '../content/person.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import { safeUrl } from '../content/url.js';
import {
  at,
  listAt,
  own,
  sourceOf,
  textAt,
  type ArticleFormat,
  type ReadTools,
} from './article-source.js';
import { blocksOf } from './content-tree-blocks.js';
import { pictureOf } from './content-tree-media.js';

/** The FT's content-tree: a root, a body, or an article that holds one as its `bodyTree`. */
export const contentTree: ArticleFormat = {
  name: 'content-tree',
  recognises: (data) => bodyIn(data) !== undefined,
  read: readTree,
};

/** A content-tree: `src` is its address. */
export const articles = sourceOf(contentTree);

/** The body is a node of type `body`, so that no other format's `body` is taken for one. */
function bodyIn(data: unknown): unknown {
  const places = [data, own(data, 'body'), own(data, 'bodyTree'), at(data, 'bodyTree', 'body')];
  return places.find(
    (place) => own(place, 'type') === 'body' && Array.isArray(own(place, 'children')),
  );
}

function readTree(data: unknown, tools: ReadTools): ArticleResult {
  const body = bodyIn(data);
  const first = (...keys: string[]) => keys.map((key) => textAt(data, key)).find(Boolean);
  const headline = textAt(data, 'topper', 'headline') ?? first('title', 'headline');
  const byline = first('byline');
  return {
    article: articleOf({
      id: first('id', 'uuid'),
      url: safeUrl(first('canonicalWebUrl', 'webUrl', 'url')),
      headline: headline && textIn(tools.parseHtml(headline)),
      kicker: textAt(data, 'topper', 'kicker'),
      standfirst: standfirstOf(data, tools),
      ...authorsOf(data, byline),
      published: first('firstPublishedDate', 'publishedDate'),
      updated: first('publishedDate', 'lastModified'),
      lead: leadOf(data, tools),
      body: body === undefined ? [] : blocksOf(listAt(body, 'children'), tools),
      lang: first('language'),
      free: freeOf(first('accessLevel')),
    }),
    problems: body === undefined ? [{ path: '', message: 'is no content-tree' }] : [],
  };
}

/** The standfirst, which may hold markup. */
function standfirstOf(data: unknown, { parseHtml, base }: ReadTools) {
  const html = textAt(data, 'topper', 'standfirst') ?? textAt(data, 'standfirst');
  return html ? trimInlines(readInlines(parseHtml(html), { base })) : undefined;
}

/** The byline as it is written; the names in it, where the article lists them. */
function authorsOf(data: unknown, byline: string | undefined) {
  const authors = listAt(data, 'authors').flatMap((one): Person[] => {
    const name = textAt(one, 'name') ?? textAt(one, 'prefLabel');
    const url = safeUrl(textAt(one, 'url'));
    return name ? [{ name, ...(url && { url }) }] : [];
  });
  const isSame = authors.length === 1 && authors[0]?.name === byline;
  return { authors, byline: isSame ? undefined : byline };
}

function leadOf(data: unknown, tools: ReadTools): Article['lead'] {
  const image = own(data, 'mainImage') ?? at(data, 'leadImages', 0);
  return image === undefined ? undefined : pictureOf(image, tools);
}

const freeOf = (level: string | undefined): boolean | undefined =>
  level === undefined ? undefined : level === 'free';
