import type { Article } from './article.js';
import type { Block, Notice } from './block.js';
import { withDateline } from './feed-blocks.js';
import { html } from './html.js';
import { bylineText, localeOf, outputOf, type Output, type OutputOptions } from './output.js';
import { inlineText } from './plain.js';
import { components } from './to-apple-news-components.js';
import {
  heading,
  newsInlines,
  newsText,
  textOf,
  type Component,
  type TextContext,
} from './to-apple-news-text.js';

export interface AppleNewsOptions extends OutputOptions {
  /** Names the story in the publisher's channel, in up to 64 signs. Default: the story's id or address. */
  readonly identifier?: string | undefined;
}

/** A whole story in Apple News Format, as `article.json` holds it. */
export interface AppleNewsDocument {
  readonly version: string;
  readonly identifier: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly layout: Readonly<Record<'columns' | 'width' | 'margin' | 'gutter', number>>;
  readonly components: readonly Component[];
  readonly documentStyle: { readonly backgroundColor: string };
  readonly componentTextStyles: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Writes a story for Apple News: JSON that its API takes. */
export function toAppleNews(article: Article, options: AppleNewsOptions = {}): AppleNewsDocument {
  const output = outputOf(article, options);
  const { headline, standfirst, id, url } = article;
  const subtitle = inlineText(standfirst);
  return {
    version: '1.11',
    identifier: identifierOf(options.identifier ?? id ?? url ?? headline) || 'article',
    language: localeOf(article.lang ?? output.locale),
    title: headline,
    ...(subtitle && { subtitle }),
    layout: { columns: 7, width: 1024, margin: 60, gutter: 20 },
    components: [...headerOf(article, output), ...storyOf(article, contextOf(article, output))],
    documentStyle: { backgroundColor: '#FFFFFF' },
    componentTextStyles: stylesFor(article.dir === 'rtl' ? 'right' : 'left'),
    metadata: metadataOf(article, output, subtitle),
  };
}

const identifierOf = (text: string): string =>
  text
    .replace(/^https?:\/\//, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 64)
    .replace(/-{1,64}$/, '');

/** Names for what links lead to: ids may hold signs that names of components may not. */
function contextOf({ body, notes }: Article, output: Output): TextContext {
  const places = new Map<string, string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      const one = value as Partial<Extract<Block, { type: 'heading' }>>;
      if (one.type === 'heading' && one.id && !places.has(one.id))
        places.set(one.id, `part-${places.size + 1}`);
      Object.values(value).forEach(walk);
    }
  };
  walk(body);
  const numbered = notes.map(({ id }, index): [string, string] => [id, `note-${index + 1}`]);
  return { output, places, notes: new Map(numbered) };
}

function headerOf(article: Article, output: Output): Component[] {
  const { kicker, series, section, headline, standfirst, published, updated } = article;
  const context = contextOf(article, output);
  const over = kicker || series?.name || section?.name;
  const first = published && output.formatDate(published);
  const second = updated && updated !== published && output.formatDate(updated);
  const line = [
    bylineText(article, output),
    first,
    second && `${output.say('updated')} ${second}`.trim(),
  ].filter(Boolean);
  return [
    ...textOf('heading', over),
    ...textOf('title', headline),
    ...textOf('intro', newsInlines(standfirst, context)),
    ...textOf('byline', line.join(' | ')),
  ];
}

function storyOf(article: Article, context: TextContext): Component[] {
  const { lead, corrections, notes, related } = article;
  const { say } = context.output;
  const isFirst = ({ kind }: Notice) => kind === 'sponsored' || kind === 'ai';
  const blocks: readonly Block[] = [
    ...corrections.filter(isFirst),
    ...(lead ? [lead] : []),
    ...withDateline(article),
    ...corrections.filter((notice) => !isFirst(notice)),
  ];
  return [
    ...components(blocks, context),
    ...(notes.length ? heading(3, [say('notes')], context) : []),
    ...notes.flatMap(({ id, children }, index) =>
      textOf('body', html`<p>${index + 1}.</p>${newsText(children, context)}`, {
        identifier: context.notes.get(id) ?? `note-${index + 1}`,
      }),
    ),
    ...(related.length ? components([{ type: 'related', items: related }], context) : []),
  ];
}

function metadataOf(article: Article, output: Output, excerpt: string) {
  const { authors, byline, published, updated, tags, section, lead, url } = article;
  const names = authors.length ? authors.map(({ name }) => name) : byline ? [byline] : [];
  const keywords = [...new Set([...(section ? [section] : []), ...tags].map(({ name }) => name))];
  const first = lead?.type === 'image' ? lead : article.body.find(({ type }) => type === 'image');
  const thumbnail = first?.type === 'image' ? output.picture(first.src) : undefined;
  const canonical = output.link(url);
  const [datePublished, dateModified] = [published, updated ?? published].map(moment);
  return {
    ...(names.length && { authors: names }),
    ...(canonical && { canonicalURL: canonical }),
    ...(datePublished && { datePublished, dateCreated: datePublished }),
    ...(dateModified && { dateModified }),
    ...(excerpt && { excerpt }),
    // No more are taken.
    ...(keywords.length && { keywords: keywords.slice(0, 50) }),
    ...(thumbnail && { thumbnailURL: thumbnail }),
    generatorName: 'broadsheet-elements',
  };
}

/** ISO 8601 with its zone, which Apple News insists on. */
function moment(iso: string | undefined): string | undefined {
  const date = new Date(iso ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z');
}

/** Sizes and typefaces alone: without colours, the app sets its own in the dark. */
function stylesFor(textAlignment: 'left' | 'right') {
  const serif = (fontSize: number, lineHeight: number, isBold = false) => ({
    fontName: isBold ? 'Georgia-Bold' : 'Georgia',
    ...{ fontSize, lineHeight },
  });
  const sans = (fontSize: number, lineHeight: number) => ({
    fontName: 'HelveticaNeue',
    ...{ fontSize, lineHeight },
  });
  return {
    default: { textAlignment, ...serif(18, 27) },
    'default-title': { textAlignment, ...serif(40, 46, true) },
    'default-intro': { textAlignment, ...serif(22, 30) },
    'default-heading': { textAlignment, ...serif(26, 32, true) },
    'default-byline': { textAlignment, ...sans(14, 20) },
    'default-caption': { textAlignment, ...sans(14, 20) },
    'default-body': { textAlignment, ...serif(18, 27) },
    'default-quote': { textAlignment, ...serif(18, 27) },
    'default-pullquote': { textAlignment, ...serif(26, 34) },
  };
}
