import type { Comment } from '../content/comment.js';
import type { CommentPage, CommentSort, Reaction } from './comment-source.js';

/** How far a source has been read: where its next page is, and how many comments it has. */
export type Progress = readonly [cursor: string | null, total: number | null];

/** @throws TypeError when a cursor is none that an earlier page gave */
export function progressIn(cursor: string): readonly Progress[] {
  let progress: unknown;
  try {
    progress = JSON.parse(cursor);
  } catch {
    // said below
  }
  if (Array.isArray(progress) && progress.every(isProgress)) return progress;
  throw new TypeError('merged: `cursor` must be one that an earlier page gave.');
}

const isProgress = (value: unknown): value is Progress =>
  Array.isArray(value) &&
  (value[0] === null || typeof value[0] === 'string') &&
  (value[1] === null || typeof value[1] === 'number');

export function progressAfter({ comments, cursor, total }: CommentPage, old?: Progress): Progress {
  const isWhole = !old && cursor === undefined;
  return [cursor ?? null, total ?? old?.[1] ?? (isWhole ? comments.length : null)];
}

/** The reactions of all, added up by kind. */
export function reactionsIn(
  pages: readonly (CommentPage | undefined)[],
): readonly Reaction[] | undefined {
  const all = new Map<Reaction['kind'], Reaction>();
  for (const { kind, count, people } of pages.flatMap((page) => page?.reactions ?? [])) {
    const known = all.get(kind);
    const everybody = [...(known?.people ?? []), ...people];
    all.set(kind, { kind, count: count + (known?.count ?? 0), people: everybody });
  }
  return all.size ? [...all.values()] : undefined;
}

/** In order of time; a comment whose time cannot be read comes last. */
export function inOrder(list: readonly Comment[], sort: CommentSort): readonly Comment[] {
  const likes = ({ counts }: Comment) => counts?.likes ?? 0;
  const sign = sort === 'newest' ? -1 : 1;
  const time = ({ publishedAt }: Comment) => Date.parse(publishedAt) * sign || Infinity;
  const by = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return [...list].sort(
    (a, b) => (sort === 'liked' && by(likes(b), likes(a))) || by(time(a), time(b)),
  );
}
