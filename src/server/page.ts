import type { Article } from '../content/article.js';
import { sizesFor } from '../content/figure.js';
import { attributes, html, Html, joined } from '../content/html.js';
import { serialiseJsonLd } from '../content/json-ld.js';
import { inlineText } from '../content/plain.js';
import { ownAttributes, storyParts } from '../content/render-article.js';
import { toJsonLd } from '../content/to-json-ld.js';
import { resolveUrl, safePictureUrl, safeSrcset, safeUrl } from '../content/url.js';
import { sheet } from '../styles/sheet.js';
import { choicesScript } from './choices.js';
import { writeOptions, type RenderOptions } from './options.js';

/** What a page is made with, beyond the story. */
export interface PageOptions extends RenderOptions {
  /** Address of `broadsheet.css`. Default: `/broadsheet/broadsheet.css`. */
  readonly stylesheet?: string | undefined;
  /** Address of `broadsheet.js`, or `false` for a page without a script. Default: `/broadsheet/broadsheet.js`. */
  readonly script?: string | false | undefined;
  /** Puts the stylesheet into the page instead of linking it, which saves a request. */
  readonly inlineStyles?: boolean | undefined;
  /** For a Content-Security-Policy that asks for one: it goes on the inline stylesheet and the scripts. */
  readonly nonce?: string | undefined;
  /** Puts the script into the head that applies what a reader chose (`<article-tools>`) before anything is painted. */
  readonly choices?: boolean | undefined;
  /** The publication. */
  readonly siteName?: string | undefined;
  /** HTML of one's own for the end of the head. It is written as it is: never hand in anybody else's. */
  readonly head?: string | undefined;
  /** HTML of one's own after the story, inside the article, such as `<comment-thread>`. Written as it is. */
  readonly after?: string | undefined;
}

/** Writes a whole page, piece by piece. */
export function* pageParts(article: Article, options: PageOptions): Generator<Html> {
  const write = writeOptions(article, options);
  const { prefix = '' } = options;
  const { dir } = article;
  const lang = article.lang ?? options.lang ?? 'en';
  yield html`<!doctype html>\n<html${attributes({ lang, dir })}>\n${pageHead(article, options)}\n<body>\n`;
  const own = { ...(prefix && { class: 'news-article' }), ...ownAttributes(article) };
  yield html`<${prefix}news-article${attributes(own)}>\n`;
  for (const part of storyParts(article, write)) yield html`${part}\n`;
  yield html`${new Html(options.after ?? '')}</${prefix}news-article>\n</body>\n</html>\n`;
}

function pageHead(article: Article, options: PageOptions): Html {
  const { stylesheet = '/broadsheet/broadsheet.css', script = '/broadsheet/broadsheet.js' } =
    options;
  const { nonce, choices, inlineStyles, head = '' } = options;
  const style = inlineStyles
    ? html`<style${attributes({ nonce })}>${new Html(inlineSheet)}</style>`
    : html`<link rel="stylesheet" href="${stylesheet}">`;
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${article.headline}</title>
<meta name="color-scheme" content="light dark">
${preload(article)}${choices && html`<script${attributes({ nonce })}>${new Html(choicesScript)}</script>\n`}${style}
${script && html`<script${attributes({ type: 'module', src: script, nonce })}></script>\n`}${metadata(article, options)}
<script${attributes({ type: 'application/ld+json', nonce })}>${new Html(serialiseJsonLd(toJsonLd(article, { id: options.id })))}</script>
${new Html(head)}</head>`;
}

/** The stylesheet as it stands in a page: nothing in it can end its element. */
export const inlineSheet = sheet.replaceAll('</', '<\\/');

/** The picture that leads the story is asked for before the stylesheet is read. */
function preload({ lead }: Article): Html | false {
  if (lead?.type !== 'image') return false;
  const srcset = safeSrcset(lead.srcset);
  const own = attributes({
    rel: 'preload',
    as: 'image',
    href: safePictureUrl(lead.src),
    imagesrcset: srcset,
    imagesizes: srcset && sizesFor(lead.placement ?? 'wide'),
    fetchpriority: 'high',
  });
  return html`<link${own}>\n`;
}

/** What search engines and other sites show of the page. */
function metadata(article: Article, { siteName }: PageOptions): Html {
  const { headline, url, lead, section, tags, authors, published, updated, lang } = article;
  const canonical = safeUrl(url);
  const description = inlineText(article.standfirst ?? []);
  const picture = lead?.type === 'image' ? lead : undefined;
  const image = resolveUrl(picture?.src, canonical, safePictureUrl);
  const named: [string, string | undefined][] = [
    ['description', description],
    ['author', authors.map(({ name }) => name).join(', ')],
    ['twitter:card', image ? 'summary_large_image' : 'summary'],
  ];
  const graph: [string, string | number | undefined][] = [
    ['og:type', 'article'],
    ['og:title', headline],
    ['og:description', description],
    ['og:url', canonical],
    ['og:site_name', siteName],
    ['og:locale', lang?.replace('-', '_')],
    ['og:image', image && !image.startsWith('data:') ? image : undefined],
    ['og:image:width', image && picture?.width],
    ['og:image:height', image && picture?.height],
    ['og:image:alt', image && picture?.alt],
    ['article:published_time', published],
    ['article:modified_time', updated],
    ['article:section', section?.name],
    ...tags.map(({ name }): [string, string] => ['article:tag', name]),
  ];
  const lines = [
    canonical && html`<link rel="canonical" href="${canonical}">`,
    ...named.map(([name, content]) => content && html`<meta name="${name}" content="${content}">`),
    ...graph.map(
      ([property, content]) => content && html`<meta property="${property}" content="${content}">`,
    ),
  ];
  return html`${joined(lines, '\n')}`;
}
