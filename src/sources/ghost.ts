import { articleOf, type Article, type ArticleResult } from '../content/article.js';
import type { Block, Image } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { hasClass, isElement, textIn, type HtmlNode } from '../content/nodes.js';
import type { Person } from '../content/person.js';
import { readStory } from '../content/read-html.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import { clean } from '../content/schema.js';
import { resolveUrl, safePictureUrl, safeUrl } from '../content/url.js';
import {
  at,
  listAt,
  own,
  parseData,
  sourceOf,
  textAt,
  type ArticleFormat,
  type ReadTools,
  decodeSlug,
} from './article-source.js';
import type { SourceOptions } from './comment-source.js';
import { bookmarkOf, rewriteCards } from './ghost-cards.js';
import { nodesOfLexical } from './ghost-lexical.js';

/** A post as Ghost's Content API gives it (5.x and 6.x), or the answer with the post in it. */
export const ghost: ArticleFormat = {
  name: 'ghost',
  recognises: (data) => isPost(postIn(data)),
  read: (data, tools) => readPost(postIn(data), tools),
};

/**
 * Ghost: `src` is the site with `?key=` of its Content API and `post` an id or slug, or `src` is the
 * story's page with that key, or the full address in the API.
 */
export const articles = sourceOf(ghost, addressOf);

const postIn = (data: unknown): unknown =>
  listAt(data, 'posts')[0] ?? listAt(data, 'pages')[0] ?? data;

const isPost = (post: unknown): boolean =>
  typeof own(post, 'title') === 'string' &&
  typeof own(post, 'slug') === 'string' &&
  ['html', 'lexical', 'plaintext'].some((key) => own(post, key) !== undefined);

const INCLUDE = 'include=authors,tags';

function addressOf({ src = '', post }: SourceOptions): string {
  if (!src)
    throw new TypeError('The Ghost source needs `src`: the site or page with `?key=`, or the API.');
  const and = src.includes('?') ? '&' : '?';
  if (src.includes('/ghost/api/')) return /[?&]include=/.test(src) ? src : `${src}${and}${INCLUDE}`;
  const [path = ''] = src.split(/[?#]/);
  if (path.endsWith('.json')) return src; // an answer that somebody saved
  const key = /[?&]key=([^&#]*)/.exec(src)?.[1];
  const asked = `${key ? `?key=${key}&` : '?'}${INCLUDE}`;
  const segments = path
    .replace(/^https?:\/\/[^/]*/, '')
    .split('/')
    .filter(Boolean);
  const site = post ? path.replace(/\/$/, '') : (/^https?:\/\/[^/]+/.exec(path)?.[0] ?? '');
  const name = post ?? decodeSlug(segments.at(-1) ?? '');
  if (!name) throw new TypeError('The Ghost source needs `post`, or the page of a story in `src`.');
  const item = /^[0-9a-f]{24}$/.test(name) ? name : `slug/${encodeURIComponent(name)}`;
  return `${site}/ghost/api/content/posts/${item}/${asked}`;
}

function readPost(post: unknown, tools: ReadTools): ArticleResult {
  const { base } = tools;
  const url = safeUrl(textAt(post, 'url'));
  const page = url && URL.canParse(url) ? url : base;
  const nodes = nodesIn(post, tools);
  const site = page && URL.canParse(page) ? new URL(page).origin : undefined;
  const { body, notes } = readCards(rewriteCards(nodes, site), page);
  const [section] = tagsIn(post, 'primary_tag');
  const tags = tagsIn(post, 'tags');
  const lead = leadOf(post, tools, page);
  return {
    article: articleOf({
      id: textAt(post, 'id'),
      url,
      headline: line(post, 'title'),
      standfirst: standfirstOf(post, nodes),
      authors: authorsOf(post, page),
      published: textAt(post, 'published_at'),
      updated: textAt(post, 'updated_at'),
      section: section ?? tags[0],
      tags: tags.filter(({ name }) => name !== (section ?? tags[0])?.name),
      lead:
        lead && !body.some((block) => block.type === 'image' && block.src === lead.src)
          ? lead
          : undefined,
      body,
      notes,
      free: freeOf(post),
      source: url ? { url } : undefined,
    }),
    problems: isPost(post) ? [] : [{ path: '', message: 'is no post of the Ghost Content API' }],
  };
}

/** The text as the site shows it, else as its editor keeps it, else in plain words. */
function nodesIn(post: unknown, { parseHtml }: ReadTools): readonly HtmlNode[] {
  const html = textAt(post, 'html');
  // The sanitiser knows this attribute by another name.
  if (html)
    return parseHtml(
      html.replace(/<figure\b[^<>]*>/g, (tag) => tag.replace(' data-kg-thumbnail=', ' data-src=')),
    );
  const lexical = own(post, 'lexical');
  const document = typeof lexical === 'string' ? parseData(lexical) : lexical;
  if (typeof document === 'object' && document !== null) return nodesOfLexical(document, parseHtml);
  return (textAt(post, 'plaintext') ?? '')
    .split(/\n\s*\n/)
    .map((text) => ({ name: 'p', attributes: {}, children: [clean(text)] }));
}

/** Reads the text: a bookmark is a block of its own, and all between two of them is read together. */
function readCards(
  nodes: readonly HtmlNode[],
  base: string | undefined,
): Pick<Article, 'body' | 'notes'> {
  const runs: HtmlNode[][] = [[]];
  for (const node of nodes) {
    if (isElement(node) && hasClass(node, 'kg-bookmark-card')) runs.push([node], []);
    else runs.at(-1)?.push(node);
  }
  const read = runs.map((run) => {
    const [first] = run;
    const isBookmark = isElement(first) && hasClass(first, 'kg-bookmark-card');
    const body = isBookmark ? bookmarkOf(first, base) : undefined;
    return body ? { body, notes: [] } : readStory(run, { base });
  });
  return {
    body: read.flatMap(({ body }): readonly Block[] => body),
    notes: read.flatMap(({ notes }) => notes),
  };
}

const line = (value: unknown, key: string): string | undefined => {
  const text = textAt(value, key);
  return text && clean(text);
};

/** An excerpt that somebody wrote; Ghost makes one from the text where nobody did. */
function standfirstOf(post: unknown, nodes: readonly HtmlNode[]): Inline[] | undefined {
  const written = line(post, 'custom_excerpt');
  const given = own(post, 'custom_excerpt') === undefined ? line(post, 'excerpt') : undefined;
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
  const text =
    written ?? (given && !plain(textIn(nodes)).startsWith(plain(given)) ? given : undefined);
  return text
    ?.split('\n')
    .flatMap((one, index): Inline[] => (index ? [{ type: 'break' }, one] : [one]));
}

function authorsOf(post: unknown, base: string | undefined): Person[] {
  const given = listAt(post, 'authors');
  return (given.length ? given : [own(post, 'primary_author')]).flatMap((author): Person[] => {
    const name = line(author, 'name');
    const url = resolveUrl(textAt(author, 'url'), base);
    const image = resolveUrl(textAt(author, 'profile_image'), base, safePictureUrl);
    return name ? [{ name, ...(url && { url }), ...(image && { image }) }] : [];
  });
}

/** Tags that readers may see; those that begin with a `#` are the site's own. */
const tagsIn = (post: unknown, key: 'tags' | 'primary_tag') =>
  (key === 'tags' ? listAt(post, key) : [own(post, key)]).flatMap((tag) => {
    const name = line(tag, 'name');
    const url = safeUrl(textAt(tag, 'url'));
    const isInternal = textAt(tag, 'visibility') === 'internal' || name?.startsWith('#');
    return name && !isInternal ? [{ name, ...(url && { url }) }] : [];
  });

function leadOf(
  post: unknown,
  { parseHtml }: ReadTools,
  base: string | undefined,
): Image | undefined {
  const src = resolveUrl(textAt(post, 'feature_image'), base, safePictureUrl);
  if (!src) return undefined;
  const caption = trimInlines(
    readInlines(parseHtml(textAt(post, 'feature_image_caption') ?? ''), { base }),
  );
  return {
    type: 'image',
    src,
    alt: line(post, 'feature_image_alt') ?? '',
    ...(caption.length && { caption }),
    placement: 'wide',
  };
}

/** Whether everybody may read all of it: members see more of some posts than the API tells. */
function freeOf(post: unknown): boolean | undefined {
  const visibility = textAt(post, 'visibility');
  return visibility ? visibility === 'public' : at(post, 'access') === false ? false : undefined;
}
