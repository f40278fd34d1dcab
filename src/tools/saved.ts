import { safeUrl } from '../content/url.js';
import { storage } from '../kit/storage.js';
import { tellAll } from './stored.js';

/** A story that a reader keeps for later. Nothing else of it is kept. */
export interface SavedArticle {
  readonly url: string;
  readonly title: string;
  /** When it was saved (ISO 8601). */
  readonly date: string;
}

/** Where this browser keeps them; the number is the version of how it is written. */
export const SAVED = 'broadsheet-saved-1';
/** The oldest give way: a store that is full takes nothing new. */
const MOST = 500;

/** What this browser keeps for later, the newest first. What cannot be read, or led to, is left out. */
export function savedArticles(): SavedArticle[] {
  try {
    const kept: unknown = JSON.parse(storage.get('localStorage', SAVED) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(read) : [];
  } catch {
    return [];
  }
}

/** Other scripts can write there too. */
function read(value: unknown): SavedArticle[] {
  const { url, title, date } = (value ?? {}) as Record<string, unknown>;
  const link = typeof url === 'string' ? safeUrl(url) : undefined;
  return link && /^https?:/i.test(link) && typeof title === 'string' && typeof date === 'string'
    ? [{ url: link, title, date }]
    : [];
}

export const isSaved = (url: string): boolean => savedArticles().some((one) => one.url === url);

/** Keeps a story; `false` when the browser keeps nothing. */
export const saveArticle = (article: SavedArticle): boolean =>
  write([article, ...savedArticles().filter(({ url }) => url !== article.url)].slice(0, MOST));

/** Takes a story off the list; `false` when the browser lets nothing be changed. */
export const unsaveArticle = (url: string): boolean =>
  write(savedArticles().filter((one) => one.url !== url));

function write(articles: readonly SavedArticle[]): boolean {
  const done = storage.set(
    'localStorage',
    SAVED,
    articles.length ? JSON.stringify(articles) : null,
  );
  tellAll();
  return done;
}
