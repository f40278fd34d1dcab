import { parseArticle, type Article, type ArticleResult } from '../content/article.js';
import type { Block } from '../content/block.js';
import { listAt, own, sourceOf, textAt, type ArticleFormat } from './article-source.js';

/** Our own JSON: an `Article` as `parseArticle` reads it. */
export const json: ArticleFormat = {
  name: 'json',
  recognises: (data) =>
    hasKnownBlocks(data) || (textAt(data, 'headline') !== undefined && hasOurKeys(data)),
  read: (data): ArticleResult => parseArticle(data),
};

/** Our own JSON: `src` is its address. */
export const articles = sourceOf(json);

// Records, so that the compiler says when the model has a key more.
const articleKeys: Readonly<Record<keyof Article, true>> = {
  id: true,
  url: true,
  headline: true,
  kicker: true,
  series: true,
  standfirst: true,
  authors: true,
  byline: true,
  published: true,
  updated: true,
  dateline: true,
  section: true,
  tags: true,
  lead: true,
  body: true,
  notes: true,
  corrections: true,
  related: true,
  lang: true,
  dir: true,
  free: true,
  source: true,
  design: true,
};
const blockTypes: Readonly<Record<Block['type'], true>> = {
  paragraph: true,
  heading: true,
  list: true,
  blockquote: true,
  pullquote: true,
  image: true,
  gallery: true,
  comparison: true,
  video: true,
  audio: true,
  embed: true,
  table: true,
  code: true,
  'math-block': true,
  'thematic-break': true,
  factbox: true,
  'big-number': true,
  timeline: true,
  details: true,
  'definition-list': true,
  figure: true,
  group: true,
  notice: true,
  'live-update': true,
  related: true,
  unknown: true,
};

/** Other formats have a `headline` too, but with keys of their own beside it. */
const hasOurKeys = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  Object.keys(data).every((key) => key === '$schema' || Object.hasOwn(articleKeys, key));

const hasKnownBlocks = (data: unknown): boolean =>
  listAt(data, 'body').some((block) => {
    const type = own(block, 'type');
    return typeof type === 'string' && Object.hasOwn(blockTypes, type);
  });
