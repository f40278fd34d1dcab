import type { SavedArticle } from './saved.js';

const loud = { bubbles: true, composed: true };

/** How a story is shared: by the device's own sheet, or by one of the entries of the menu. */
export type ShareMethod = 'share' | 'copy' | 'quote' | 'mail' | 'link';

/** A reader shares a story. Cancel it to share it in a way of your own. */
export class ArticleShareEvent extends Event {
  readonly method: ShareMethod;
  /** The story's address; `undefined` where the page has none that others can open. */
  readonly url: string | undefined;
  /** The headline. */
  readonly title: string;
  /** The words of the story that the reader has selected, or an empty text. */
  readonly quote: string;

  constructor(
    method: ShareMethod,
    {
      url,
      title,
      quote,
    }: { readonly url: string | undefined; readonly title: string; readonly quote: string },
  ) {
    super('article-share', { ...loud, cancelable: true });
    this.method = method;
    this.url = url;
    this.title = title;
    this.quote = quote;
  }
}

/** A reader has saved a story for later, or no longer wants it saved. */
export class ArticleSaveEvent extends Event {
  readonly article: SavedArticle;
  /** Whether it is saved now. */
  readonly saved: boolean;
  /** All that this browser keeps now, the newest first. */
  readonly articles: readonly SavedArticle[];

  constructor(article: SavedArticle, saved: boolean, articles: readonly SavedArticle[]) {
    super('article-save', loud);
    this.article = article;
    this.saved = saved;
    this.articles = articles;
  }
}

/** A reader has chosen how stories look. The choice is kept, and stands on `<html>`. */
export class ArticleChoiceEvent extends Event {
  /** `size`, `measure` or `theme`. */
  readonly choice: 'size' | 'measure' | 'theme';
  /** As it stands in `data-article-…`; `undefined` for the page's own. */
  readonly value: string | undefined;

  constructor(choice: 'size' | 'measure' | 'theme', value: string | undefined) {
    super('article-choice', loud);
    this.choice = choice;
    this.value = value;
  }
}

declare global {
  interface HTMLElementEventMap {
    'article-share': ArticleShareEvent;
    'article-save': ArticleSaveEvent;
    'article-choice': ArticleChoiceEvent;
  }
}
