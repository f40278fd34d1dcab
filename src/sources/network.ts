import type { Comment, CommentCounts, CommentState } from '../content/comment.js';
import { safeUrl } from '../content/url.js';
import { numberAt, textAt } from './article-source.js';
import { readData, retryAt } from './comment-fetch.js';
import {
  errorKind,
  SourceError,
  type CommentPage,
  type CommentSourceOptions,
} from './comment-source.js';

// What the sources that read a public network share.

/**
 * Asks a network, as anybody may: without cookies or a token, and with no header that a browser would
 * have to ask about first.
 * @throws SourceError
 */
export async function askNetwork(
  url: string,
  options: CommentSourceOptions,
  signal: AbortSignal | undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const get = options.fetch ?? fetch;
  let last = new Headers();
  const watched: typeof fetch = async (...request) => {
    const answer = await get(...request);
    last = answer.headers;
    return answer;
  };
  try {
    const { data } = await readData(
      url,
      { ...options, fetch: watched },
      {
        signal: signal ?? null,
        credentials: 'omit',
        headers: { accept: 'application/json', ...headers },
      },
    );
    return data;
  } catch (error) {
    throw errorKind(error) === 'rate' ? rated(error as SourceError, last) : error;
  }
}

/** Mastodon says when to come back in a header of its own, which a page may read. */
function rated(error: SourceError, headers: Headers): SourceError {
  const reset = headers.get('x-ratelimit-reset');
  if (!reset || headers.has('retry-after')) return error;
  const date = headers.get('date');
  const said = new Headers({ 'retry-after': reset, ...(date && { date }) });
  return new SourceError('rate', error.message, { retryAt: retryAt(said), cause: error });
}

/** An address on the web, whole and as a browser writes it; nothing else may be linked. */
export function webUrl(value: unknown): string | undefined {
  const address = safeUrl(textAt(value));
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** A moment as ISO 8601 in UTC; an empty text for what is none. */
export function momentAt(value: unknown, key: string): string {
  const said = textAt(value, key) ?? '';
  if (!MOMENT.test(said)) return '';
  const time = Date.parse(ZONE.test(said) ? said : `${said}Z`);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

const LANGUAGE = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i;

/** The code of a language, where it looks like one. */
export function languageAt(
  value: unknown,
  ...path: readonly (string | number)[]
): string | undefined {
  const code = textAt(value, ...path);
  return code && code.length < 36 && LANGUAGE.test(code) ? code : undefined;
}

/** How many, where that is a number that can be counted to. */
export function countAt(value: unknown, key: string): number | undefined {
  const count = numberAt(value, key);
  return count !== undefined && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** What readers did with a comment, by the names that its network has for it. */
export const countsAt = (
  value: unknown,
  names: Readonly<Record<keyof CommentCounts, string>>,
): CommentCounts => ({
  likes: countAt(value, names.likes),
  reposts: countAt(value, names.reposts),
  replies: countAt(value, names.replies),
});

/** The place of a comment whose words and author are not shown. */
export const emptyPlace = (
  place: Pick<Comment, 'id' | 'parentId' | 'publishedAt' | 'origin'>,
  state: Exclude<CommentState, 'visible' | 'pending'>,
): Comment => ({ ...place, author: { name: '' }, body: { text: '' }, state, isIndexable: false });

/**
 * All that was read, oldest first, on one page. The total is what is shown, without empty places; where
 * the network held something back, it is at least the number of answers that it counts itself.
 */
export function wholePage(
  comments: readonly Comment[],
  {
    truncated,
    replies = 0,
    ...page
  }: Omit<CommentPage, 'comments'> & { replies?: number | undefined },
): CommentPage {
  const shown = comments.filter(({ state }) => state === 'visible').length;
  const time = ({ publishedAt }: Comment) => Date.parse(publishedAt) || 0;
  return {
    ...page,
    comments: [...comments].sort((a, b) => time(a) - time(b)),
    total: truncated ? Math.max(shown, replies) : shown,
    truncated,
  };
}

/** What did not fail, in the order it was asked for. */
export async function thoseThatCame<T>(
  asked: readonly Promise<T>[],
  signal: AbortSignal | undefined,
): Promise<T[]> {
  const settled = await Promise.allSettled(asked);
  signal?.throwIfAborted();
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
