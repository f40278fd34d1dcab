/**
 * The classes, events and types of broadsheet-elements. Importing this registers nothing: call
 * `defineAll()`, or import `broadsheet-elements/define/<tag>.js`.
 */
export { ArticleErrorEvent, ArticleLoadEvent } from './article/article-events.js';
export { ArticleByline } from './article/article-byline.js';
export { ArticleHeader } from './article/article-header.js';
export { ArticleTime } from './article/article-time.js';
export { NewsArticle } from './article/news-article.js';
export { CommentCount } from './comments/comment-count.js';
export { clearDrafts } from './comments/clear-drafts.js';
export {
  CommentAuthRequiredEvent,
  CommentErrorEvent,
  CommentPostedEvent,
  CommentReportEvent,
  CommentsErrorEvent,
  CommentsLoadEvent,
  CommentSubmitEvent,
} from './comments/comment-events.js';
export { CommentForm } from './comments/comment-form.js';
export { CommentThread } from './comments/comment-thread.js';
export type { Article, ArticleResult } from './content/article.js';
export type { Block } from './content/block.js';
export type {
  Comment,
  CommentAuthor,
  CommentBody,
  CommentCounts,
  CommentDraft,
  CommentMedia,
  CommentState,
} from './content/comment.js';
export type { Design } from './content/design.js';
export type { Placement } from './content/figure.js';
export type { Inline } from './content/inline.js';
export type { ParseHtml } from './content/nodes.js';
export type { Person } from './content/person.js';
export type { Problem } from './content/schema.js';
export { defineAll } from './elements.js';
export { systemClock, type Clock } from './kit/clock.js';
export type { DateFormat } from './kit/dates.js';
export { tagFor } from './kit/define.js';
export { registerWords, type Plural, type WordKey, type Words } from './kit/words.js';
export { ArticleFigure } from './media/article-figure.js';
export { FigureOpenEvent } from './media/figure-open-event.js';
export type { ArticleSource, LoadArticleOptions, ReadTools } from './sources/article-source.js';
export {
  SourceError,
  type CommentAbility,
  type CommentPage,
  type CommentSource,
  type Elsewhere,
  type LoadOptions,
  type PostOptions,
  type PostResult,
  type SourceErrorKind,
  type SourceOptions,
} from './sources/comment-source.js';
export { registerSource, type SourceModule } from './sources/registry.js';
export { ArticleGallery } from './media/article-gallery.js';
export { ArticleCompare } from './media/article-compare.js';
export { ArticleEmbed } from './media/article-embed.js';
export { EmbedConsentEvent, type EmbedReason } from './media/embed-consent-event.js';
export { allowEmbeds, embedConsent, revokeEmbeds } from './media/embed-consent.js';
export { ArticleVideo } from './media/article-video.js';
export { ArticleAudio } from './media/article-audio.js';
export { ArticlePullquote } from './notes/article-pullquote.js';
export { ArticleFactbox } from './notes/article-factbox.js';
export { ArticleTimeline } from './notes/article-timeline.js';
export { ArticleNote } from './notes/article-note.js';
export { ArticleTable } from './notes/article-table.js';
export { ArticleContents } from './wayfinding/article-contents.js';
export { ReadingProgress } from './wayfinding/reading-progress.js';
export { ReadingTime } from './wayfinding/reading-time.js';
export { ArticleCard } from './wayfinding/article-card.js';
export { RelatedArticles } from './wayfinding/related-articles.js';
export { ArticleNotice } from './article/article-notice.js';
export { ArticleTools } from './tools/article-tools.js';
export { savedArticles, unsaveArticle, type SavedArticle } from './tools/saved.js';
export {
  ArticleChoiceEvent,
  ArticleSaveEvent,
  ArticleShareEvent,
  type ShareMethod,
} from './tools/tools-events.js';
export type { LivePage } from './content/live-page.js';
export { LiveBlog } from './live/live-blog.js';
export { LiveNewEvent } from './live/live-new-event.js';
export type { LiveSource } from './live/live-source.js';
export { LiveUpdate } from './live/live-update.js';
