import { own, textAt } from './article-source.js';

// What people on Mastodon, and their moderators, ask not to be shown, as pure decisions.

/** Whether a post was written for everybody. One that says nothing came to a stranger, so it was. */
export function isForEverybody(status: unknown): boolean {
  const visibility = textAt(status, 'visibility') ?? 'public';
  return visibility === 'public' || visibility === 'unlisted';
}

/** Whether moderators took an account out of sight. */
export const isOutOfSight = (account: unknown): boolean =>
  own(account, 'suspended') === true || own(account, 'limited') === true;

/** Whether an account lets search engines show what it writes. */
export const isIndexable = (account: unknown): boolean =>
  own(account, 'indexable') !== false && own(account, 'noindex') !== true;
