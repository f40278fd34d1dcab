import {
  type Comment,
  type CommentAuthor,
  type CommentBody,
  type CommentCounts,
  type CommentMedia,
  type CommentState,
} from '../content/comment.js';
import { clean } from '../content/schema.js';
import { tidyName } from '../content/person.js';
import { resolveUrl, safePictureUrl, safeUrl } from '../content/url.js';
import { at, listAt, numberAt, own, textAt } from './article-source.js';
import type { CommentPage } from './comment-source.js';
import { isoDate } from './feed-date.js';

/** More at once than any thread shows; there are pages for the rest. */
const MOST = 20_000;
const MOST_PARTS = 50;

/** What one answer holds, or `undefined` where it holds no list of comments. */
export function readPage(data: unknown, base: string, cursor = ''): CommentPage | undefined {
  const list = Array.isArray(data) ? data : own(data, 'comments');
  if (!Array.isArray(list)) return undefined;
  const comments: Comment[] = [];
  for (const [index, item] of list.slice(0, MOST).entries()) {
    // One without an id can be read, but not answered; its place on its page names it.
    const comment = readComment(item, base, `nameless-${cursor}${index}`);
    if (comment) comments.push(comment);
  }
  const truncated = textAt(data, 'truncated');
  return {
    comments,
    total: countAt(data, 'total'),
    cursor: textAt(data, 'cursor'),
    closed: at(data, 'closed') === true || undefined,
    truncated:
      list.length > MOST || truncated === 'cap'
        ? 'cap'
        : truncated === 'depth'
          ? 'depth'
          : undefined,
  };
}

const states: readonly CommentState[] = ['visible', 'pending', 'deleted', 'hidden', 'blocked'];

/**
 * One comment, key by key; what is of the wrong type is left out. `undefined` where there is nothing
 * of a comment at all, or it has no id and `name` gives none.
 */
export function readComment(item: unknown, base: string, name = ''): Comment | undefined {
  const said = idAt(item, 'id');
  const id = said || name;
  const body = readBody(item);
  if (!id || (!said && !body)) return undefined;
  const state = textAt(item, 'state');
  const parentId = idAt(item, 'parentId');
  return {
    id,
    parentId: parentId && parentId !== '0' ? parentId : null,
    author: readAuthor(own(item, 'author'), base),
    publishedAt: momentAt(item, 'publishedAt') ?? '',
    editedAt: momentAt(item, 'editedAt'),
    body: body ?? { text: '' },
    state: states.find((one) => one === state) ?? 'visible',
    lang: langAt(item, 'lang'),
    url: webUrl(at(item, 'url'), base),
    origin: nameAt(item, 'origin'),
    warning: stringAt(item, 'warning'),
    isSensitive: flagAt(item, 'isSensitive'),
    media: readMedia(item, base),
    counts: readCounts(own(item, 'counts')),
    isLiked: flagAt(item, 'isLiked'),
    isPinned: flagAt(item, 'isPinned'),
    isPicked: flagAt(item, 'isPicked'),
    isLikedByAuthor: flagAt(item, 'isLikedByAuthor'),
    isOwn: flagAt(item, 'isOwn'),
    isIndexable: flagAt(item, 'isIndexable'),
  };
}

/** How many comments each of some posts has, of those that were asked for. */
export function readNumbers(data: unknown, ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = own(data, 'counts') ?? data;
  const numbers = new Map<string, number>();
  for (const id of ids) {
    const count = countAt(counts, id);
    if (count !== undefined) numbers.set(id, count);
  }
  return numbers;
}

function readAuthor(author: unknown, base: string): CommentAuthor {
  if (typeof author === 'string') return { name: tidyName(clean(author)) };
  const badges = listAt(author, 'badges')
    .slice(0, MOST_PARTS)
    .flatMap((badge) => (typeof badge === 'string' && tidyName(clean(badge))) || []);
  return {
    name: nameAt(author, 'name') ?? '',
    url: webUrl(at(author, 'url'), base),
    handle: nameAt(author, 'handle'),
    avatar: urlAt(at(author, 'avatar'), base, safePictureUrl),
    badges: badges.length ? badges : undefined,
    isArticleAuthor: flagAt(author, 'isArticleAuthor'),
  };
}

/** The richest that is there, on the comment itself or in its `body`. */
function readBody(item: unknown): CommentBody | undefined {
  const body = own(item, 'body');
  for (const place of [body, item]) {
    const html = stringAt(place, 'html');
    if (html) return { html };
    const markdown = stringAt(place, 'markdown');
    if (markdown) return { markdown };
    const text = stringAt(place, 'text');
    if (text) return { text };
  }
  const text = stringAt(item, 'body');
  return text ? { text } : undefined;
}

const kinds: readonly CommentMedia['type'][] = ['image', 'video', 'audio', 'link'];

function readMedia(item: unknown, base: string): readonly CommentMedia[] | undefined {
  const media = listAt(item, 'media')
    .slice(0, MOST_PARTS)
    .flatMap((one) => {
      const type = kinds.find((kind) => kind === textAt(one, 'type')) ?? 'link';
      const url = webUrl(at(one, 'url'), base);
      return url ? [{ type, url, title: stringAt(one, 'title') }] : [];
    });
  return media.length ? media : undefined;
}

function readCounts(counts: unknown): CommentCounts | undefined {
  const read = {
    likes: countAt(counts, 'likes'),
    reposts: countAt(counts, 'reposts'),
    replies: countAt(counts, 'replies'),
  };
  return Object.values(read).some((count) => count !== undefined) ? read : undefined;
}

const stringAt = (value: unknown, key: string): string | undefined => {
  const text = own(value, key);
  return typeof text === 'string' ? textAt(text) : undefined;
};

/** Servers have numbers for ids, or texts. */
const idAt = (value: unknown, key: string): string | undefined => textAt(value, key);

const nameAt = (value: unknown, key: string): string | undefined =>
  tidyName(stringAt(value, key) ?? '') || undefined;

const flagAt = (value: unknown, key: string): boolean | undefined => {
  const flag = own(value, key);
  return typeof flag === 'boolean' ? flag : undefined;
};

const countAt = (value: unknown, key: string): number | undefined => {
  const count = numberAt(value, key);
  return count !== undefined && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
};

const langAt = (value: unknown, key: string): string | undefined => {
  const lang = stringAt(value, key);
  return lang && lang.length <= 35 && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(lang)
    ? lang
    : undefined;
};

/** A moment in ISO 8601 with its zone; one without is Greenwich's, and a number counts milliseconds. */
function momentAt(value: unknown, key: string): string | undefined {
  const written = own(value, key);
  if (typeof written === 'number') return isoOf(written);
  const date = isoDate(stringAt(value, key));
  const hasZone = date && /(?:Z|[+-]\d\d:\d\d)$/i.test(date);
  return date && isoOf(Date.parse(hasZone || !date.includes('T') ? date : `${date}Z`));
}

const isoOf = (time: number): string | undefined =>
  Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : undefined;

const urlAt = (
  value: unknown,
  base: string,
  safe: (url: string | null | undefined) => string | undefined,
): string | undefined => {
  const url = typeof value === 'string' && value.length <= 2000 ? clean(value) : undefined;
  return resolveUrl(url, base, safe);
};

/** A page of the web: an author's `mailto:` would show the address that the form promises to hide. */
const webUrl = (value: unknown, base: string): string | undefined =>
  urlAt(value, base, (url) => {
    const safe = safeUrl(url);
    return safe && !/^(?:mailto|tel):/i.test(safe) ? safe : undefined;
  });
