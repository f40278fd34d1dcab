import type { Article } from './article.js';
import type { Block, Image, Notice } from './block.js';
import { feedBlocks, feedCard, feedInlines, withDateline } from './feed-blocks.js';
import { attributes, html as xml, Html, type Part } from './html.js';
import { bylineText, outputOf, type Output, type OutputOptions } from './output.js';
import { inlineText } from './plain.js';
import { renderBlocks } from './render-block.js';
import { renderRelated } from './render-onward.js';
import { renderInlines, type WriteOptions } from './render-inline.js';

export interface RssOptions extends OutputOptions {
  /** The feed's name. */
  readonly title: string;
  /** The page that the feed is of. */
  readonly link: string;
  readonly description?: string | undefined;
  /** Where the feed itself is to be had. */
  readonly self?: string | undefined;
  /** BCP 47. Default: that of the first story. */
  readonly language?: string | undefined;
  readonly copyright?: string | undefined;
  /** Address of the feed's sign. */
  readonly image?: string | undefined;
}

/** Writes stories as a whole feed in RSS 2.0: their text in HTML that readers of feeds know. */
export function toRss(articles: Article | readonly Article[], options: RssOptions): string {
  const list = isList(articles) ? articles : [articles];
  const { title, description, self, copyright } = options;
  const { link, picture } = outputOf(list[0] ?? nothing, { ...options, base: options.link });
  const page = link(options.link) ?? '';
  const sign = picture(options.image);
  const atom = link(self);
  const feed = xml`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
${lines(
  xml`<title>${title}</title>`,
  xml`<link>${page}</link>`,
  xml`<description>${description || title}</description>`,
  atom && xml`<atom:link${attributes({ href: atom, rel: 'self', type: 'application/rss+xml' })}/>`,
  field('language', options.language ?? list[0]?.lang),
  field('copyright', copyright),
  field('lastBuildDate', newest(list)),
  sign && element('image', [field('url', sign), field('title', title), field('link', page)]),
  ...list.map((article) => item(article, options)),
)}
</channel>
</rss>
`;
  return onlyXml(String(feed));
}

const isList = (articles: Article | readonly Article[]): articles is readonly Article[] =>
  Array.isArray(articles);

const nothing: Article = {
  ...{ headline: '', authors: [], tags: [], body: [], notes: [], corrections: [], related: [] },
};

/** Without the signs that XML cannot hold, however they are written. */
const onlyXml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

const lines = (...parts: readonly Part[]): Part =>
  parts.filter(Boolean).map((part, index) => [index > 0 && '\n', part]);

const element = (name: string, inner: Part): Html => xml`<${name}>${inner}</${name}>`;

const field = (name: string, value: string | undefined): Html | false =>
  !!value && element(name, value);

/** A moment as RFC 822 writes it. */
function rfc822(iso: string | undefined): string | undefined {
  const moment = new Date(iso ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment.toUTCString();
}

/** When anything in the feed was last touched: not when it was written, so that it stays the same. */
function newest(articles: readonly Article[]): string | undefined {
  const moments = articles
    .map(({ updated, published }) => new Date(updated ?? published ?? '').getTime())
    .filter((moment) => !Number.isNaN(moment));
  return moments.length ? new Date(Math.max(...moments)).toUTCString() : undefined;
}

function item(article: Article, options: RssOptions): Html {
  const { id, headline, authors, byline, section, tags, standfirst, published, source } = article;
  const output = outputOf(article, {
    ...options,
    base: options.base ?? article.url ?? options.link,
  });
  const url = output.link(article.url);
  const names = authors.length ? authors.map(({ name }) => name) : [byline];
  const description = inlineText(standfirst);
  return xml`<item>
${lines(
  xml`<title>${headline || description}</title>`,
  field('link', url),
  (url || id) &&
    xml`<guid${attributes({ isPermaLink: url ? undefined : 'false' })}>${url ?? id}</guid>`,
  field('pubDate', rfc822(published)),
  ...names.map((name) => field('dc:creator', name)),
  field('dc:publisher', source?.name),
  field('dc:rights', source?.licence),
  ...[...(section ? [section] : []), ...tags].map(({ name }) => field('category', name)),
  field('description', description),
  ...mediaOf(article, output),
  xml`<content:encoded>${cdata(contentOf(article, output))}</content:encoded>`,
)}
</item>`;
}

/** Text that XML takes as it is: where it would end, it is parted. */
const cdata = (content: Html): Html =>
  xml`<![CDATA[${new Html(String(content).replaceAll(']]>', ']]]]><![CDATA[>'))}]]>`;

/** Pictures, films and recordings as programs look for them. */
function mediaOf({ lead, body }: Article, { link, picture }: Output): (Html | false)[] {
  const files = body.flatMap((block) =>
    block.type === 'video' || block.type === 'audio'
      ? block.files.flatMap(({ src, mime }) => {
          const url = link(src);
          const own = attributes({ url, medium: block.type, type: mime });
          return url ? [xml`<media:content${own}/>`] : [];
        })
      : [],
  );
  return [lead?.type === 'image' && mediaImage(lead, picture(lead.src)), ...files];
}

function mediaImage({ alt, width, height, caption, credit }: Image, url?: string): Html | false {
  const said = inlineText(caption) || alt;
  return (
    url !== undefined &&
    xml`<media:content${attributes({ url, medium: 'image', width, height })}>${
      said && xml`<media:description type="plain">${said}</media:description>`
    }${credit && xml`<media:credit>${credit}</media:credit>`}</media:content>`
  );
}

/** All that a reader of the feed reads under the title. */
function contentOf(article: Article, output: Output): Html {
  const { kicker, series, section, standfirst, lead, notes, corrections } = article;
  const options: WriteOptions = { ...output, plain: true };
  const isFirst = ({ kind }: Notice) => kind === 'sponsored' || kind === 'ai';
  const write = (blocks: readonly Block[]) =>
    blocks.length > 0 && renderBlocks(feedBlocks(blocks, output), options);
  const over = kicker || series?.name || section?.name;
  const by = bylineText(article, output);
  return xml`${lines(
    over && xml`<p>${over}</p>`,
    standfirst?.length &&
      xml`<p><strong>${renderInlines(feedInlines(standfirst, output), options)}</strong></p>`,
    by && xml`<p>${by}</p>`,
    write(corrections.filter(isFirst)),
    lead && write([lead]),
    write(withDateline(article)),
    write(corrections.filter((notice) => !isFirst(notice))),
    notes.length > 0 &&
      xml`<h2>${output.say('notes')}</h2><ol>${notes.map(
        ({ children }) => xml`<li>${write(children)}</li>`,
      )}</ol>`,
    article.related.length > 0 &&
      renderRelated(
        article.related.map((card) => feedCard(card, output)),
        undefined,
        options,
      ),
  )}`;
}
