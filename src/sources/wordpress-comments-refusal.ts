import type { CommentDraft, CommentAuthor } from '../content/comment.js';
import { clean } from '../content/schema.js';
import { own, textAt } from './article-source.js';
import { refusalOf, type Answer } from './comment-fetch.js';
import { SourceError, type SourceErrorKind } from './comment-source.js';
import { textOfHtml } from './wordpress-comments-read.js';

/** A site that counts says 15 seconds in its code; nothing in its answer says so. */
const FLOOD = 15_000;

/** The fields of the interface, by their names in the form. */
const formNames: Readonly<Record<string, string>> = {
  author_name: 'author',
  author_email: 'email',
  author_url: 'url',
  content: 'comment',
};

/** What each code means, and the field that it is about. */
const codes: Readonly<Record<string, readonly [SourceErrorKind, string?]>> = {
  rest_comment_author_data_required: ['invalid', 'author'],
  rest_invalid_param: ['invalid'],
  rest_comment_content_invalid: ['invalid', 'comment'],
  comment_author_column_length: ['invalid', 'author'],
  comment_author_email_column_length: ['invalid', 'email'],
  comment_author_url_column_length: ['invalid', 'url'],
  comment_content_column_length: ['too-long', 'comment'],
  comment_duplicate: ['duplicate'],
  comment_flood: ['rate'],
  rest_comment_closed: ['closed'],
  rest_comment_not_supported_post_type: ['closed'],
  rest_comment_invalid_post_id: ['gone'],
  rest_comment_draft_post: ['gone'],
  rest_comment_trash_post: ['gone'],
  rest_cannot_read_post: ['auth'],
};

/**
 * Whether a site lets this reader in by its classic form only: guests may not use the interface
 * (which is how WordPress comes), or a plugin has closed it. Nothing was kept.
 */
export const isShut = ({ status, data }: Answer): boolean =>
  (status === 401 || status === 403 || status === 404) &&
  !Object.hasOwn(codes, textAt(data, 'code') ?? '');

/** What a refusal of the REST interface means. */
export function restRefusal(answer: Answer, draft: CommentDraft): SourceError {
  const code = textAt(answer.data, 'code') ?? '';
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
  const says = wordsOf(textAt(answer.data, 'message') ?? '');
  if (!known) {
    const refusal = refusalOf(answer);
    // What a plugin has against the comment, it says of the whole.
    return refusal.kind === 'invalid' && says
      ? new SourceError('invalid', refusal.message, { fields: { comment: says } })
      : refusal;
  }
  const [kind, field] = known;
  const fields: Record<string, string> = {};
  if (code === 'rest_comment_author_data_required') {
    for (const name of emptyFields(draft.author)) fields[name] = says;
  } else if (code === 'rest_invalid_param') {
    const said = own(own(answer.data, 'data'), 'params');
    for (const [name, formName] of Object.entries(formNames)) {
      const words = textAt(said, name);
      if (words) fields[formName] = wordsOf(words);
    }
  } else if (field) fields[field] = says;
  return new SourceError(kind, `The site answered ${answer.status}, ${code}: ${says}`, {
    fields,
    retryAt: kind === 'rate' ? Date.now() + FLOOD : undefined,
  });
}

/** Which of the two that WordPress wants are empty; both, where it finds neither good enough. */
function emptyFields({ name, email }: CommentAuthor & { readonly email?: string | undefined }) {
  const empty = [...(name.trim() ? [] : ['author']), ...(email?.trim() ? [] : ['email'])];
  return empty.length ? empty : ['author', 'email'];
}

const LONGEST_WORDS = 300;

/** What WordPress and its plugins say, which is HTML. "Error:" stands before it in bold, in any language. */
function wordsOf(html: string): string {
  const trimmed = html.trimStart();
  const said = trimmed.startsWith('<p>') ? trimmed.slice(3).trimStart() : trimmed;
  const bold = said.startsWith('<strong>') ? said.indexOf(':</strong>') : -1;
  const words = textOfHtml((bold < 0 ? said : said.slice(bold + 1)).slice(0, 10_000));
  return clean(words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words);
}

/** The words in the page by which the classic form refuses; nothing where there are none. */
export function dieMessage(html: string): string {
  const mark = /class=["']?wp-die-message/.exec(html);
  const start = mark ? html.indexOf('>', mark.index) : -1;
  if (start < 0) return '';
  const end = html.indexOf('</div>', start);
  return wordsOf(html.slice(start + 1, end < 0 ? html.length : end));
}

const bytes = (text: string | undefined): number => new TextEncoder().encode(text ?? '').length;

/** How long each field may be, in bytes. */
export const MAX_TEXT = 65_525;
const limits: readonly (readonly [string, number, (draft: CommentDraft) => string | undefined])[] =
  [
    ['author', 245, ({ author }) => author.name],
    ['email', 100, ({ author }) => author.email],
    ['url', 200, ({ author }) => author.url],
  ];

/** What the classic form means by a page of its own, which says why in words only: the draft tells the field. */
export function classicFault(says: string, draft: CommentDraft): SourceError {
  const { author, text } = draft;
  if (bytes(text) > MAX_TEXT)
    return new SourceError('too-long', says, { fields: { comment: says } });
  const long = limits.filter(([, most, read]) => bytes(read(draft)) > most).map(([name]) => name);
  const email = author.email?.trim() ?? '';
  const names = long.length
    ? long
    : !text.trim()
      ? ['comment']
      : !author.name.trim() || !email
        ? emptyFields(author)
        : /^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(email)
          ? ['comment']
          : ['email'];
  return new SourceError('invalid', says, {
    fields: Object.fromEntries(names.map((name) => [name, says])),
  });
}

/** When the classic form may be tried again: it never says. */
export const flood = (answer: Answer): SourceError =>
  answer.headers.has('retry-after')
    ? refusalOf(answer)
    : new SourceError('rate', dieMessage(answer.text) || 'Too many comments.', {
        retryAt: Date.now() + FLOOD,
      });
