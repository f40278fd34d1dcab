import { articleOf, type ArticleResult } from '../content/article.js';
import type { Image } from '../content/block.js';
import { textIn, type ParseHtml } from '../content/nodes.js';
import type { Person } from '../content/person.js';
import { readStory } from '../content/read-html.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import { safePictureUrl, safeUrl } from '../content/url.js';
import {
  listAt,
  numberAt,
  at,
  own,
  sourceOf,
  textAt,
  type ArticleFormat,
  type ReadTools,
  decodeSlug,
} from './article-source.js';
import type { SourceOptions } from './comment-source.js';

const EMBED = '_embed=author,wp:featuredmedia,wp:term';

/** A post as WordPress's REST API gives it (6.x and 7.x), or the list of one that a search by slug gives. */
export const wordpress: ArticleFormat = {
  name: 'wordpress',
  recognises: (data) => isPost(postIn(data)),
  read: (data, tools) => readPost(postIn(data), tools),
};

/** WordPress: `src` is the site and `post` an id or slug, or `src` is the story's page, or its item in the REST API. */
export const articles = sourceOf(wordpress, addressOf);

const postIn = (data: unknown): unknown => (Array.isArray(data) ? data[0] : data);

const isPost = (post: unknown): boolean =>
  typeof at(post, 'content', 'rendered') === 'string' && own(post, 'title') !== undefined;

function addressOf({ src = '', post }: SourceOptions): string {
  if (!src)
    throw new TypeError('The WordPress source needs `src`: the site, the page or the REST item.');
  if (/\/wp-json\/|[?&]rest_route=/.test(src)) {
    return /[?&]_embed\b/.test(src) ? src : `${src}${src.includes('?') ? '&' : '?'}${EMBED}`;
  }
  const [path = ''] = src.split(/[?#]/);
  if (path.endsWith('.json')) return src; // an answer that somebody saved
  if (post) {
    const items = `${path.replace(/\/$/, '')}/wp-json/wp/v2/posts`;
    return /^\d+$/.test(post)
      ? `${items}/${post}?${EMBED}`
      : `${items}?slug=${encodeURIComponent(post)}&${EMBED}`;
  }
  const slug = path.split('/').filter(Boolean).at(-1) ?? '';
  const site = /^https?:\/\/[^/]+/.exec(path)?.[0] ?? '';
  return `${site}/wp-json/wp/v2/posts?slug=${encodeURIComponent(decodeSlug(slug))}&${EMBED}`;
}

function readPost(post: unknown, { parseHtml, base }: ReadTools): ArticleResult {
  const url = safeUrl(textAt(post, 'link'));
  const html = textAt(post, 'content', 'rendered') ?? '';
  const { body, notes } = readStory(parseHtml(html), { base: url ?? base });
  const terms = listAt(post, '_embedded', 'wp:term').flatMap((list) =>
    Array.isArray(list) ? (list as unknown[]) : [],
  );
  const named = (taxonomy: string) =>
    terms
      .filter((term) => textAt(term, 'taxonomy') === taxonomy)
      .flatMap((term) => {
        const name = plain(textAt(term, 'name'), parseHtml);
        const page = safeUrl(textAt(term, 'link'));
        return name ? [{ name, ...(page && { url: page }) }] : [];
      });
  const lead = leadOf(post, parseHtml);
  const isProtected = at(post, 'content', 'protected') === true;
  return {
    article: articleOf({
      id: textAt(post, 'id'),
      url,
      headline: plain(textAt(post, 'title', 'rendered'), parseHtml),
      standfirst: standfirstOf(post, html, parseHtml),
      authors: authorsOf(post, parseHtml),
      published: utc(textAt(post, 'date_gmt')) ?? textAt(post, 'date'),
      updated: utc(textAt(post, 'modified_gmt')) ?? textAt(post, 'modified'),
      section: named('category')[0],
      tags: named('post_tag'),
      lead:
        lead && !body.some((block) => block.type === 'image' && block.src === lead.src)
          ? lead
          : undefined,
      body,
      notes,
      free: isProtected ? false : undefined,
      source: url ? { url } : undefined,
    }),
    problems: isPost(post) ? [] : [{ path: '', message: 'is no post of the WordPress REST API' }],
  };
}

/** Plain text from a field that holds HTML. */
const plain = (html: string | undefined, parseHtml: ParseHtml): string | undefined =>
  html && textIn(parseHtml(html));

/** WordPress writes UTC without saying so. */
const utc = (date: string | undefined): string | undefined => date && `${date.replace(/Z$/, '')}Z`;

/** The excerpt, unless WordPress itself cut it from the beginning of the text. */
function standfirstOf(post: unknown, content: string, parseHtml: ParseHtml) {
  const nodes = parseHtml(textAt(post, 'excerpt', 'rendered') ?? '');
  const said = textIn(nodes)
    .replace(/(?:\[…\]|…|\[\.\.\.\])$/, '')
    .trimEnd();
  const inlines = trimInlines(readInlines(nodes, {}));
  return said && !textIn(parseHtml(content)).startsWith(said) ? inlines : undefined;
}

function authorsOf(post: unknown, parseHtml: ParseHtml): Person[] {
  return listAt(post, '_embedded', 'author').flatMap((author) => {
    const name = plain(textAt(author, 'name'), parseHtml);
    const url = safeUrl(textAt(author, 'link'));
    return name ? [{ name, ...(url && { url }) }] : [];
  });
}

/** The featured picture, in every size that the site keeps. */
function leadOf(post: unknown, parseHtml: ParseHtml): Image | undefined {
  const media = listAt(post, '_embedded', 'wp:featuredmedia')[0];
  const src = safePictureUrl(textAt(media, 'source_url'));
  if (!src || textAt(media, 'media_type') === 'file') return undefined;
  const width = numberAt(media, 'media_details', 'width');
  const height = numberAt(media, 'media_details', 'height');
  const sizes = Object.entries(at(media, 'media_details', 'sizes') ?? {}) as [string, unknown][];
  const candidates = sizes.flatMap(([name, size]) => {
    const url = safePictureUrl(textAt(size, 'source_url'));
    const wide = numberAt(size, 'width');
    return url && wide && name !== 'thumbnail' && !/[\s,]/.test(url) ? [`${url} ${wide}w`] : [];
  });
  const caption = trimInlines(
    readInlines(parseHtml(textAt(media, 'caption', 'rendered') ?? ''), {}),
  );
  return {
    type: 'image',
    src,
    alt: textAt(media, 'alt_text') ?? '',
    ...(width && { width }),
    ...(height && { height }),
    ...(candidates.length && { srcset: candidates.join(', ') }),
    ...(caption.length && { caption }),
    placement: 'wide',
  };
}
