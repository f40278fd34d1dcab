import { parseArticle } from './article.js';
import { card, type Block } from './block.js';
import { parseLivePage } from './live-page.js';
import { renderBlock, renderBlocks } from './render-block.js';
import { renderLiveBlog } from './render-live.js';
import { renderCard } from './render-onward.js';
import type { WriteOptions } from './render-inline.js';
import { Reading } from './schema.js';

/** Which kind of block a tag stands for, where its data does not say. */
const kinds: Readonly<Record<string, Block['type']>> = {
  'article-gallery': 'gallery',
  'article-compare': 'comparison',
  'article-embed': 'embed',
  'article-video': 'video',
  'article-audio': 'audio',
  'article-pullquote': 'pullquote',
  'article-factbox': 'factbox',
  'article-timeline': 'timeline',
  'article-table': 'table',
  'article-notice': 'notice',
  'live-update': 'live-update',
  'related-articles': 'related',
};

interface Options extends WriteOptions {
  /** Hears what was wrong with the data. */
  readonly warn: (message: string) => void;
}

/** Writes a tag of a block, and what stands in it, from data that nobody vouches for: an object, or its JSON. */
export function blockMarkup(tag: string, data: unknown, options: Options): string {
  const given = typeof data === 'string' ? parsed(data) : data;
  if (typeof given !== 'object' || given === null) {
    options.warn(`<${tag}>: its data is no object.`);
    return '';
  }
  if (tag === 'article-card') {
    const reading = new Reading();
    const read = card.read(given, reading);
    for (const { path, message } of reading.problems) options.warn(`<${tag}>: ${path} ${message}`);
    return read ? String(renderCard(read, options)) : '';
  }
  if (tag === 'live-blog') return liveBlog(given, options);
  const { article, problems } = parseArticle({ body: [{ type: kinds[tag], ...given }] });
  for (const { path, message } of problems) options.warn(`<${tag}>: ${path} ${message}`);
  const [block] = article.body;
  return block ? String(renderBlock(block, options)) : '';
}

/** A list of updates, or an object that has one. */
function liveBlog(given: object, options: Options): string {
  const page = parseLivePage(given);
  if (!page) options.warn('<live-blog>: its data holds no list of updates.');
  for (const { path, message } of page?.problems ?? [])
    options.warn(`<live-blog>: ${path} ${message}`);
  const inside = (children: readonly Block[]) => renderBlocks(children, options);
  return page ? String(renderLiveBlog(page.updates, options, inside, page)) : '';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
