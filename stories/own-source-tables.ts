import { failureWord } from '../src/comments/failure-words.js';
import type { CommentAbility, CommentSource, SourceErrorKind } from '../src/index.js';
import { enForm } from '../src/kit/words/en-form.js';
import { en } from '../src/kit/words/en.js';
import { say } from '../src/kit/words.js';

type Does = Readonly<Record<keyof CommentSource, readonly [ability: CommentAbility | '', string]>>;

/** Every member of a source; the compiler misses none. */
const does: Does = {
  name: ['', 'What the source is called in markup and in error messages.'],
  can: [
    '',
    'What it can do beyond reading. `sort`: `load` heeds `sort`. `idempotency`: `post` with the same key twice keeps one comment. `markdown`: a draft’s text may be Markdown.',
  ],
  canDo: [
    '',
    'What can be done with this very comment, where that is not the same for all, as when several places are merged.',
  ],
  limit: [
    '',
    'How long a comment may be, and in what it is counted (`bytes`, `code-units`, `code-points`, `graphemes`). The form counts along.',
  ],
  load: [
    '',
    'Resolves with `{ comments }`, and what else is known: `total`; `cursor`, which comes back when the reader asks for more; `closed`; `truncated` where the place gives no more although there is; `origins`, `reactions`, `kept`. Pass `signal` on to `fetch`. With `peek`, a few of the latest are enough.',
  ],
  post: [
    'post',
    'Keeps a draft (`text`, `parentId`, `author`, `consent`, other `fields`) and resolves with `{ status, comment }`: `published`, `held` for a moderator, or `trashed`. `key` is one for each comment, the same when the reader tries again.',
  ],
  count: [
    'count',
    'Resolves with a `Map` of numbers by post, for `comment-count`. Leave out the posts whose number is not known.',
  ],
  like: [
    'like',
    'Likes a comment, or no longer. Resolves with the comment as it is now, or with nothing.',
  ],
  report: ['report', 'Tells the moderators of a comment.'],
  edit: ['edit', 'Changes a comment that has `isOwn`, and resolves with it.'],
  remove: [
    'remove',
    'Takes away a comment that has `isOwn`. Where others answered it, give it the state `deleted` at the next load.',
  ],
};
export const methods = Object.entries(does).map(([name, [ability, text]]) => [name, ability, text]);

const when: Readonly<Record<SourceErrorKind, string>> = {
  offline: 'There is no way to the site, and nothing arrived: `fetch` rejected.',
  timeout: 'No answer came in time.',
  unknown: 'There is an answer that tells nothing: a page of HTML, half a body.',
  auth: 'The reader must sign in first.',
  elsewhere: 'The site takes comments on a page of its own only; `elsewhere` says where.',
  closed: 'Nobody may comment any more.',
  gone: 'What is answered, changed or taken away is no longer there.',
  duplicate: 'The site has this comment already.',
  invalid: 'Something in the form is wrong; `fields` says what.',
  'too-long': 'The comment is too long.',
  rate: 'Too many in a short time; `retryAt` says until when.',
  storage: 'The place where comments are kept is full, or refuses.',
  server: 'Anything else went wrong at the site.',
};
/** Every kind of failure, with the very words that the form says. */
export const kinds = (Object.keys(when) as SourceErrorKind[]).map((kind) => ({
  kind,
  when: when[kind],
  says: say('en', failureWord(kind), {}, { ...en, ...enForm }),
}));
