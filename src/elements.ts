import { ArticleByline } from './article/article-byline.js';
import { ArticleHeader } from './article/article-header.js';
import { ArticleTime } from './article/article-time.js';
import { NewsArticle } from './article/news-article.js';
import { CommentCount } from './comments/comment-count.js';
import { CommentForm } from './comments/comment-form.js';
import { CommentThread } from './comments/comment-thread.js';
import { ArticleGallery } from './media/article-gallery.js';
import { ArticleCompare } from './media/article-compare.js';
import { ArticleEmbed } from './media/article-embed.js';
import { ArticleVideo } from './media/article-video.js';
import { ArticleAudio } from './media/article-audio.js';
import { ArticlePullquote } from './notes/article-pullquote.js';
import { ArticleFactbox } from './notes/article-factbox.js';
import { ArticleTimeline } from './notes/article-timeline.js';
import { ArticleNote } from './notes/article-note.js';
import { ArticleTable } from './notes/article-table.js';
import { ArticleContents } from './wayfinding/article-contents.js';
import { ReadingProgress } from './wayfinding/reading-progress.js';
import { ReadingTime } from './wayfinding/reading-time.js';
import { ArticleCard } from './wayfinding/article-card.js';
import { RelatedArticles } from './wayfinding/related-articles.js';
import { ArticleNotice } from './article/article-notice.js';
import { ArticleTools } from './tools/article-tools.js';
import { LiveBlog } from './live/live-blog.js';
import { LiveUpdate } from './live/live-update.js';
import { define, type TaggedElement } from './kit/define.js';
import { ArticleFigure } from './media/article-figure.js';

/** Every tag for authors. What answers comes first: an article before the tags inside it. */
export const elements: readonly TaggedElement[] = [
  NewsArticle,
  ArticleHeader,
  ArticleByline,
  ArticleTime,
  ArticleFigure,
  CommentThread,
  CommentForm,
  CommentCount,
  ArticleGallery,
  ArticleCompare,
  ArticleEmbed,
  ArticleVideo,
  ArticleAudio,
  ArticlePullquote,
  ArticleFactbox,
  ArticleTimeline,
  ArticleNote,
  ArticleTable,
  ArticleContents,
  ReadingProgress,
  ReadingTime,
  ArticleCard,
  RelatedArticles,
  ArticleNotice,
  ArticleTools,
  LiveBlog,
  LiveUpdate,
];

const PREFIX = /^[a-z][a-z0-9]*-(?:[a-z0-9]+-)*$/;

/**
 * Registers every tag. With a prefix each is a class of its own under the prefixed name, for pages
 * where another package holds one of the names; write `class="news-article"` on such tags too, so
 * that the stylesheet knows them before the script does.
 *
 * @throws TypeError when `prefix` is no start of a tag name that ends with a hyphen
 */
export function defineAll({ prefix = '' }: { prefix?: string } = {}): void {
  if (typeof prefix !== 'string' || (prefix && !PREFIX.test(prefix))) {
    throw new TypeError(
      'defineAll: `prefix` must be lower-case and end with a hyphen, such as "acme-".',
    );
  }
  for (const element of elements) define(element, prefix);
}
