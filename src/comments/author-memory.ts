import { storage } from '../kit/storage.js';

/** What a reader lets this browser remember for the next comment. */
export interface RememberedAuthor {
  readonly author: string;
  readonly email: string;
  readonly url: string;
}

const KEY = 'broadsheet-author';

/** The author that this browser was asked to remember. What cannot be read is forgotten. */
export function recallAuthor(): RememberedAuthor | undefined {
  try {
    const { author, email, url } = JSON.parse(storage.get('localStorage', KEY) ?? '') as Record<
      string,
      unknown
    >;
    return { author: text(author), email: text(email), url: text(url) };
  } catch {
    return undefined;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Remembers an author, or forgets whoever was remembered. */
export function rememberAuthor(author: RememberedAuthor | undefined): void {
  storage.set('localStorage', KEY, author ? JSON.stringify(author) : null);
}
