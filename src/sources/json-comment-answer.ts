import type { Comment } from '../content/comment.js';
import { own, textAt } from './article-source.js';
import { isLogin, refusalOf, type Answer } from './comment-fetch.js';
import { SourceError, type PostResult } from './comment-source.js';
import { readComment } from './json-comment-read.js';

/** How a post ended. A comment that is there already, by the same key or the same words, is as good as sent. */
export function postedBy(answer: Answer): PostResult {
  const comment = commentIn(answer);
  if (isLogin(answer)) throw refusalOf(answer);
  if (answer.status >= 400 && !(answer.status === 409 && comment)) throw refusalOfPost(answer);
  return resultOf(answer, comment);
}

export const unclear = (): SourceError =>
  new SourceError('unknown', 'The answer does not tell what became of what was sent.');

/** How a post that was not refused ended. */
function resultOf({ status, data, text }: Answer, comment: Comment | undefined): PostResult {
  const said = textAt(data, 'status');
  if (said === 'trashed') return { status: 'trashed', comment };
  const isHeld =
    comment?.state === 'pending' || said === 'held' || said === 'pending' || status === 202;
  if (isHeld && (comment || said || !text.trim()))
    return { status: 'held', comment: comment && { ...comment, state: 'pending' } };
  if (comment || said === 'published') return { status: 'published', comment };
  throw unclear();
}

/** What a refusal means that has a word for itself, else what its status means here. */
function refusalOfPost(answer: Answer): SourceError {
  const refusal = refusalOf(answer);
  const { message, retryAt } = refusal;
  const code = codeOf(answer.data);
  const fields = Object.fromEntries(
    Object.entries(refusal.fields).map(([name, says]) => [fieldNames.get(name) ?? name, says]),
  );
  const kind =
    codes.get(code) ?? (answer.status === 404 || answer.status === 410 ? 'closed' : refusal.kind);
  return new SourceError(kind, message, { fields, retryAt });
}

const codes = new Map<string, SourceError['kind']>([
  ['closed', 'closed'],
  ['comments-closed', 'closed'],
  ['parent-gone', 'gone'],
  ['duplicate', 'duplicate'],
  ['too-long', 'too-long'],
  ['login-required', 'auth'],
]);

/** The last word of a problem's type, which may be an address, or its code. */
const codeOf = (data: unknown): string =>
  (textAt(data, 'code') ?? textAt(data, 'type') ?? '')
    .slice(0, 500)
    .toLowerCase()
    .replaceAll('_', '-')
    .split(/[/#:]/)
    .at(-1) ?? '';

/** The form's names of fields, by those that servers have for them. */
const fieldNames = new Map([
  ...['text', 'body', 'content', 'markdown'].map((name) => [name, 'comment'] as const),
  ...['name', 'authorName', 'author_name'].map((name) => [name, 'author'] as const),
  ...['authorEmail', 'author_email'].map((name) => [name, 'email'] as const),
  ...['website', 'authorUrl', 'author_url'].map((name) => [name, 'url'] as const),
]);

/** An answer that says that something was done. */
export function done(answer: Answer): Answer {
  if (answer.status >= 400 || isLogin(answer)) throw refusalOf(answer);
  if (answer.text.trim() && answer.data === undefined) throw unclear();
  return answer;
}

/** The comment in an answer. A problem may have an id too, but says nothing in a comment's words. */
export function commentIn({ data, url }: Answer): Comment | undefined {
  const inside = own(data, 'comment');
  if (inside !== undefined) return readComment(inside, url);
  const hasWords = ['text', 'html', 'markdown', 'body'].some((key) => own(data, key) !== undefined);
  return hasWords ? readComment(data, url) : undefined;
}
