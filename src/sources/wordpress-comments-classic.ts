import type { CommentDraft } from '../content/comment.js';
import { refusalOf, type Answer } from './comment-fetch.js';
import { SourceError, type Elsewhere } from './comment-source.js';
import { classicFault, dieMessage, flood } from './wordpress-comments-refusal.js';

const FORM = 'wp-comments-post.php';

/** The form that every WordPress has, filled in. */
export function classicForm(site: string, post: string, draft: CommentDraft): Elsewhere {
  const { author, text, parentId, consent, fields } = draft;
  return {
    site: new URL(site).host,
    action: `${site}/${FORM}`,
    fields: {
      ...fields,
      comment: text,
      author: author.name,
      email: author.email ?? '',
      url: author.url ?? '',
      comment_post_ID: post,
      comment_parent: parentNumber(parentId),
      ...(consent && { 'wp-comment-cookies-consent': 'yes' }),
    },
  };
}

/** WordPress knows comments by number. */
export const parentNumber = (id: string | null): string => (/^\d+$/.test(id ?? '') ? `${id}` : '0');

/**
 * What became of a comment that the classic form was given: it answers with a redirect to the story
 * when it took it, and with a page of its own when not. The id is known only of what is held.
 * @throws SourceError when the comment was not taken; of kind `auth` also where a closer look must tell
 */
export function classicOutcome(answer: Answer, draft: CommentDraft): { readonly held?: string } {
  const { status, url, redirected, text } = answer;
  if (redirected && url.includes('/wp-login.php'))
    throw new SourceError('auth', 'The site wants the reader to sign in.');
  // Once it leads away from the form, the comment is kept, however the story itself answers.
  if (redirected && !url.includes(FORM)) {
    const held = new URL(url).searchParams.get('unapproved');
    return held && /^\d+$/.test(held) ? { held } : {};
  }
  const says = dieMessage(text);
  if (status === 429) throw flood(answer);
  if (status >= 400) throw refusalOf(answer);
  if (says) throw classicFault(says, draft);
  if (!text.trim()) throw new SourceError('gone', 'The site does not know the post.');
  throw new SourceError('unknown', 'The site neither took the comment nor said why not.');
}
