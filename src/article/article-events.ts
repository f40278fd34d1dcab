import type { Article } from '../content/article.js';
import type { SourceErrorKind } from '../sources/comment-source.js';

/** Fired by a `news-article` when a story from elsewhere is shown. Bubbles, composed. */
export class ArticleLoadEvent extends Event {
  readonly article: Article;

  constructor(article: Article) {
    super('article-load', { bubbles: true, composed: true });
    this.article = article;
  }
}

/** Fired by a `news-article` when a story could not be shown; the reader has been told. Bubbles, composed. */
export class ArticleErrorEvent extends Event {
  readonly error: unknown;
  readonly kind: SourceErrorKind;

  constructor(error: unknown, kind: SourceErrorKind) {
    super('article-error', { bubbles: true, composed: true });
    this.error = error;
    this.kind = kind;
  }
}

declare global {
  interface HTMLElementEventMap {
    'article-load': ArticleLoadEvent;
    'article-error': ArticleErrorEvent;
  }
}
