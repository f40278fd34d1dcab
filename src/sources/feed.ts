import type { ArticleResult } from '../content/article.js';
import {
  fetchData,
  found,
  own,
  type ArticleFormat,
  type ArticleSource,
  type ReadTools,
} from './article-source.js';
import type { SourceOptions } from './comment-source.js';
import { isJsonFeed, jsonItems, readJsonItem } from './feed-json.js';
import { isXmlFeed, readXmlItem, xmlItems } from './feed-items.js';
import { none, type FeedItem } from './feed-parts.js';

/** An item of JSON Feed, RSS or Atom: the first of a feed, or one by itself. */
export const feed: ArticleFormat = {
  name: 'feed',
  recognises: (data) => (typeof data === 'string' ? isXmlFeed(data) : isJsonFeed(data)),
  read: (data, tools) => readItem(data, tools),
};

/** A feed: `src` is its address, `post` the id or address of an item; without it, the first is read. */
export const articles = ({ src, post }: SourceOptions): ArticleSource => {
  if (!src) throw new TypeError('The feed source needs `src`, the address of the feed.');
  return {
    name: feed.name,
    async load(tools) {
      const { data, url } = await fetchData(src, tools);
      return found(readItem(data, { parseHtml: tools.parseHtml, base: url }, post));
    },
  };
};

function readItem(data: unknown, tools: ReadTools, post?: string): ArticleResult {
  if (typeof data === 'string') {
    const item = chosen(xmlItems(data), post, tools.base);
    return item ? readXmlItem(item.item, item.feed, tools) : none('is no item of a feed');
  }
  const item = chosen(jsonItems(data), post, tools.base);
  return item
    ? readJsonItem(item.item, own(data, 'items') && data, tools)
    : none('is no item of a feed');
}

/** The item that a page asks for, by its id or its address. */
function chosen<Item extends FeedItem>(
  items: readonly Item[],
  post: string | undefined,
  base: string | undefined,
): Item | undefined {
  if (!post) return items[0];
  const absolute = (url: string) => (URL.canParse(url, base) ? new URL(url, base).href : url);
  return (
    items.find(({ ids }) => ids.includes(post)) ??
    items.find(({ ids }) => ids.some((id) => absolute(id) === absolute(post)))
  );
}
