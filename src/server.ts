/**
 * The same writer for Node and edge workers: no DOM, no Node built-ins, and nothing kept between
 * renders but what is dear to make again: formatters, dates and bylines that were written before.
 * What it writes is the HTML that the tags enhance, so a page upgrades in place.
 */
import type { Article, ArticleResult } from './content/article.js';
import type { Comment } from './content/comment.js';
import type { Html } from './content/html.js';
import { writeArticle } from './content/render-article.js';
import { articleRefFor } from './sources/registry.js';
import { choicesScript } from './server/choices.js';
import { writeOptions, type RenderOptions } from './server/options.js';
import { inlineSheet, pageParts, type PageOptions } from './server/page.js';
import { parseHtml } from './server/parse-html.js';
import { writeThread, type ThreadOptions } from './server/thread.js';
import type { ArticleSource } from './sources/article-source.js';

export { articleJsonSchema, parseArticle } from './content/article.js';
export type { Article, ArticleResult } from './content/article.js';
export type { Block } from './content/block.js';
export type { Comment } from './content/comment.js';
export type { Inline } from './content/inline.js';
export type { Problem } from './content/schema.js';
export { toAppleNews } from './content/to-apple-news.js';
export { toEmail } from './content/to-email.js';
export { toJsonLd } from './content/to-json-ld.js';
export { toMarkdown } from './content/to-markdown.js';
export { toRss } from './content/to-rss.js';
export { readingTime, toText, wordCount } from './content/to-text.js';
export { registerWords, type Words } from './kit/words.js';
export { SourceError } from './sources/comment-source.js';
export { registerSource } from './sources/registry.js';
export { choicesScript, parseHtml, type PageOptions, type RenderOptions, type ThreadOptions };

/** Writes a story: `<news-article>` and all that is in it. */
export const renderArticle = (article: Article, options: RenderOptions = {}): string =>
  String(writeArticle(article, writeOptions(article, options)));

/** Writes a whole page around a story. */
export const renderPage = (article: Article, options: PageOptions = {}): string =>
  [...pageParts(article, options)].join('');

/** The same as a stream of UTF-8, a part at a time as the reader takes them. */
export function renderPageStream(
  article: Article | Promise<Article>,
  options: PageOptions = {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let parts: Iterator<Html, void> | undefined;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      parts ??= pageParts(await article, options);
      const { done, value } = parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(String(value)));
    },
  });
}

/**
 * Writes a `<comment-thread>` with its comments: found by search engines, read without a script, and
 * taken over by the tag where it stands.
 */
export const renderThread = (comments: readonly Comment[], options: ThreadOptions = {}): string =>
  String(writeThread(comments, options));

/** Where a story is to be had. */
export interface LoadOptions {
  /** The format, a name given to `registerSource`, or a source of one's own. Default: `auto`. */
  readonly source?: string | ArticleSource | undefined;
  /** A site (with `post`), a page, an item of an interface, or a file: an absolute address. */
  readonly src?: string | undefined;
  /** Which story of a site: an id or a slug. */
  readonly post?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/**
 * Fetches a story and reads it, with one request.
 * @throws SourceError when there is no story, or nobody knows
 */
export async function loadArticle(options: LoadOptions): Promise<ArticleResult> {
  const { source = 'auto', src, post, signal, fetch } = options;
  const from = await articleRefFor(source, { src, post }).resolve();
  return from.load({ parseHtml, signal, fetch });
}

/** The hash by which a Content-Security-Policy allows the stylesheet that `inlineStyles` puts into a page. */
export const styleHash = (): Promise<string> => hashOf(inlineSheet);

/** The same for the script that `choices` puts into a page. */
export const choicesHash = (): Promise<string> => hashOf(choicesScript);

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
