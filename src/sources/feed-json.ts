import { articleOf, type ArticleResult } from '../content/article.js';
import type { Block } from '../content/block.js';
import type { Person } from '../content/person.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { listAt, own, textAt, type ReadTools } from './article-source.js';
import { isoDate } from './feed-date.js';
import { attached, nodesOfText, textParts, withMedia, type FeedItem } from './feed-parts.js';

const isFeed = (data: unknown): boolean =>
  /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(textAt(data, 'version') ?? '');

const isItem = (data: unknown): boolean =>
  (typeof own(data, 'content_html') === 'string' ||
    typeof own(data, 'content_text') === 'string') &&
  textAt(data, 'id') !== undefined;

/** Whether data is a JSON Feed (1.0, 1.1), or an item of one. */
export const isJsonFeed = (data: unknown): boolean => isFeed(data) || isItem(data);

/** The items of a feed; an item by itself is its only one. */
export function jsonItems(data: unknown): (FeedItem & { readonly item: unknown })[] {
  const items = isFeed(data) ? listAt(data, 'items') : isItem(data) ? [data] : [];
  return items.map((item) => ({
    item,
    ids: ['id', 'url', 'external_url'].flatMap((key) => textAt(item, key) ?? []),
  }));
}

/** An item of a JSON Feed. What it does not say of authors and language, its feed says. */
export function readJsonItem(
  item: unknown,
  feed: unknown,
  { parseHtml, base }: ReadTools,
): ArticleResult {
  const url = resolveUrl(textAt(item, 'url'), base);
  const place = url ?? base;
  const html = textAt(item, 'content_html');
  const content = html ? parseHtml(html) : nodesOfText(textAt(item, 'content_text') ?? '');
  const parts = textParts(content, nodesOfText(textAt(item, 'summary') ?? ''), place);
  const picture = ['image', 'banner_image'].flatMap((key): Block[] => {
    const src = resolveUrl(textAt(item, key), place, safePictureUrl);
    return src ? [{ type: 'image', src, alt: '' }] : [];
  });
  const files = listAt(item, 'attachments').flatMap((file) =>
    attached(
      {
        url: textAt(file, 'url'),
        mime: textAt(file, 'mime_type'),
        title: textAt(file, 'title'),
      },
      place,
    ),
  );
  const elsewhere = resolveUrl(textAt(item, 'external_url'), place);
  const authors = authorsOf(item, place);
  return {
    article: articleOf({
      id: textAt(item, 'id'),
      url,
      headline: textAt(item, 'title'),
      ...parts,
      ...withMedia(parts.body, [...picture.slice(0, 1), ...files]),
      authors: authors.length ? authors : authorsOf(feed, place),
      published: isoDate(textAt(item, 'date_published')),
      updated: isoDate(textAt(item, 'date_modified')),
      tags: listAt(item, 'tags').flatMap((tag) =>
        typeof tag === 'string' && tag.trim() ? [{ name: tag.trim() }] : [],
      ),
      lang: textAt(item, 'language') ?? textAt(feed, 'language'),
      source: elsewhere ? { url: elsewhere } : undefined,
    }),
    problems: [],
  };
}

/** 1.1 has a list of them, 1.0 one. */
function authorsOf(data: unknown, base: string | undefined): Person[] {
  const list = listAt(data, 'authors');
  return (list.length ? list : [own(data, 'author')]).flatMap((author) => {
    const name = textAt(author, 'name');
    const url = resolveUrl(textAt(author, 'url'), base);
    const image = resolveUrl(textAt(author, 'avatar'), base, safePictureUrl);
    return name ? [{ name, ...(url && { url }), ...(image && { image }) }] : [];
  });
}
