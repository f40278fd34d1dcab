import type { Comment, CommentDraft } from '../content/comment.js';
import { clean } from '../content/schema.js';
import { safeUrl } from '../content/url.js';
import { own } from './article-source.js';
import type { CommentSort } from './comment-source.js';

/** A comment as the browser keeps it. No e-mail address: nothing here needs one. */
export interface Row {
  readonly thread: string;
  readonly key: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly url?: string | undefined;
  readonly text: string;
  readonly format?: 'markdown' | undefined;
  readonly publishedAt: string;
  readonly editedAt?: string | undefined;
  readonly liked?: boolean | undefined;
  /** Only the place is left, because somebody answered there. */
  readonly deleted?: boolean | undefined;
}

export interface KeptRow extends Row {
  readonly id: number;
}

export const newRow = (
  { parentId, author, text, format }: CommentDraft,
  thread: string,
  key: string,
): Row => ({
  ...{ thread, key, parentId, format, text: clean(text) },
  name: author.name,
  url: safeUrl(author.url),
  publishedAt: new Date().toISOString(),
});

/** What was kept, by this version or another; nothing for what cannot be a comment. */
export function readRow(kept: unknown): KeptRow | undefined {
  const id = own(kept, 'id');
  const [thread, name, text] = ['thread', 'name', 'text'].map((key) => textOf(kept, key));
  const publishedAt = momentOf(kept, 'publishedAt');
  const parentId = own(kept, 'parentId');
  if (typeof id !== 'number' || thread === undefined || name === undefined || text === undefined)
    return undefined;
  if (!publishedAt || (parentId !== null && typeof parentId !== 'string')) return undefined;
  return {
    ...{ id, thread, name, text, publishedAt, parentId },
    key: textOf(kept, 'key') ?? '',
    url: safeUrl(textOf(kept, 'url')),
    format: own(kept, 'format') === 'markdown' ? 'markdown' : undefined,
    editedAt: momentOf(kept, 'editedAt'),
    liked: own(kept, 'liked') === true,
    deleted: own(kept, 'deleted') === true,
  };
}

const textOf = (kept: unknown, key: string): string | undefined => {
  const text = own(kept, key);
  return typeof text === 'string' ? text : undefined;
};

const momentOf = (kept: unknown, key: string): string | undefined => {
  const moment = textOf(kept, key);
  return moment && !Number.isNaN(Date.parse(moment)) ? moment : undefined;
};

/** Ids that stand beside a server's comments, which have numbers. */
export const idOf = (id: number): string => `local-${id}`;

export function toComment(row: KeptRow): Comment {
  const { id, parentId, publishedAt } = row;
  const place = { id: idOf(id), parentId, publishedAt };
  if (row.deleted) return { ...place, author: { name: '' }, body: { text: '' }, state: 'deleted' };
  const { name, url, text, format, editedAt, liked = false } = row;
  return {
    ...place,
    author: { name, url },
    body: format === 'markdown' ? { markdown: text } : { text },
    state: 'visible',
    editedAt,
    counts: { likes: liked ? 1 : 0 },
    isLiked: liked,
    isOwn: true,
  };
}

export const countedIn = (rows: readonly KeptRow[]): number =>
  rows.filter(({ deleted }) => !deleted).length;

/** Rows are kept in the order in which they came. */
export function inOrder(rows: readonly KeptRow[], sort: CommentSort): readonly KeptRow[] {
  if (sort === 'newest') return [...rows].reverse();
  return sort === 'liked'
    ? [...rows].sort((a, b) => Number(b.liked ?? false) - Number(a.liked ?? false))
    : rows;
}
