import {
  FOREIGN,
  type Comment,
  type CommentBody,
  type CommentMedia,
  type CommentNode,
} from './comment.js';
import { attributes, html, Html, joined, type Part } from './html.js';
import { tidyName } from './person.js';
import { safePictureUrl, safeUrl } from './url.js';

type CommentWord =
  | 'anonymous'
  | 'pending'
  | 'deleted'
  | 'hiddenComment'
  | 'blocked'
  | 'sensitive'
  | 'edited'
  | 'pinned'
  | 'picked'
  | 'storyAuthor'
  | 'likedByAuthor'
  | 'from'
  | 'replyOn'
  | 'media'
  | 'reply'
  | 'replyTo'
  | 'like'
  | 'likeNamed'
  | 'likes'
  | 'report'
  | 'reportNamed'
  | 'edit'
  | 'editNamed'
  | 'remove'
  | 'removeNamed'
  | 'hideReplies'
  | 'showReplies';

/** What a reader may do in a thread. */
export interface CommentActions {
  readonly reply?: boolean | undefined;
  readonly like?: boolean | undefined;
  readonly report?: boolean | undefined;
  readonly edit?: boolean | undefined;
  readonly remove?: boolean | undefined;
}

/** What a list of comments needs of its surroundings. */
export interface CommentListOptions {
  /** Writes a moment for a reader; an empty text for one that cannot be read. */
  readonly formatDate: (iso: string) => string;
  readonly say: (key: CommentWord, values?: Readonly<Record<string, string | number>>) => string;
  /** Writes a body that is more than text, as `commentWriter` does: HTML of our own writer. Text needs nothing. */
  readonly markup?: ((comment: Comment) => string | undefined) | undefined;
  /** For all comments, or for each. */
  readonly can: CommentActions | ((comment: Comment) => CommentActions);
  /** Shows pictures of authors, which come from elsewhere; else their initials. */
  readonly avatars?: boolean | undefined;
  /**
   * Whether replies to comments at the top are folded away until the reader wants them; absent where no
   * script is there to unfold them.
   */
  readonly folded?: boolean | undefined;
}

/** So many comments at the top of a thread share a list; a list that is far off the screen costs nothing. */
export const BATCH = 50;

/** Writes the lists of a thread, one below the other. */
export function renderLists(nodes: readonly CommentNode[], options: CommentListOptions): Html {
  const lists: Html[] = [];
  for (let at = 0; at < nodes.length; at += BATCH)
    lists.push(html`<ol>${renderComments(nodes.slice(at, at + BATCH), options)}</ol>\n`);
  return html`${lists}`;
}

/** Writes the items of a thread's `ol`. */
export const renderComments = (nodes: readonly CommentNode[], options: CommentListOptions): Html =>
  html`${nodes.map((node) => renderNode(node, options, true))}`;

/** One comment and what answers it; of the ones at the top, replies can be folded away. */
export function renderNode(
  { comment, replies }: CommentNode,
  options: CommentListOptions,
  isTop: boolean,
): Html {
  const { id, state, isPinned } = comment;
  const style = joined([state !== 'visible' && state, isPinned && 'pinned'], ' ');
  return html`<li id="comment-${id}"${style && html` class="${style}"`}>${renderComment(comment, options)}${
    replies.length > 0 && renderReplies(replies, options, isTop)
  }</li>`;
}

function renderReplies(
  replies: readonly CommentNode[],
  options: CommentListOptions,
  isTop: boolean,
): Html {
  const { folded } = options;
  const hidden = isTop && folded ? 'until-found' : null;
  return html`${
    isTop && folded !== undefined && renderFold(countReplies(replies), options)
  }<ol${attributes({ hidden })}>${replies.map((reply) => renderNode(reply, options, false))}</ol>`;
}

/** The button that folds replies away and back. */
export function renderFold(
  count: number,
  { say, folded = false }: Pick<CommentListOptions, 'say' | 'folded'>,
): Html {
  const words = say(folded ? 'showReplies' : 'hideReplies', { count });
  return html`<button type="button" class="fold" aria-expanded="${String(!folded)}">${words}</button>`;
}

/** How many stand under a comment, at any depth. */
function countReplies(nodes: readonly CommentNode[]): number {
  let count = 0;
  for (const { replies } of nodes) count += 1 + countReplies(replies);
  return count;
}

/** The comment itself, without what answers it. */
export function renderComment(comment: Comment, options: CommentListOptions): Html {
  const { state } = comment;
  const { say } = options;
  if (state === 'deleted') return tombstone(say('deleted'));
  if (state === 'hidden') return tombstone(say('hiddenComment'));
  if (state === 'blocked') return tombstone(say('blocked'));
  const name = tidyName(comment.author.name) || say('anonymous');
  return html`<article>${header(comment, name, options)}${
    state === 'pending' && html`<p class="pending-note">${say('pending')}</p>`
  }${body(comment, options)}${footer(comment, name, options)}</article>`;
}

/** Others answered here, so the place stays when the words are gone. */
const tombstone = (words: string): Html =>
  html`<article><p class="comment-gone">${words}</p></article>`;

function header(comment: Comment, name: string, options: CommentListOptions): Html {
  const { id, author, publishedAt, editedAt, origin, url } = comment;
  const { formatDate, say, avatars } = options;
  const page = safeUrl(author.url);
  const date = formatDate(publishedAt);
  const place = safeUrl(url);
  const picture = avatars && safePictureUrl(author.avatar);
  return html`<header>${
    picture &&
    html`<img class="avatar" alt=""${attributes({
      ...{ src: picture, width: 32, height: 32 },
      ...{ loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' },
    })}>`
  }<cite class="comment-author"${!picture && html` data-initials="${initials(name)}"`}>${
    page
      ? html`<a href="${page}" rel="${FOREIGN}"><bdi>${name}</bdi></a>`
      : html`<bdi>${name}</bdi>`
  }</cite>${
    author.handle && html` <bdi class="comment-handle">${tidyName(author.handle)}</bdi>`
  }${marks(comment, say)}${
    date &&
    html` <a class="comment-permalink" href="#comment-${id}"><time datetime="${publishedAt}">${date}</time></a>`
  }${
    editedAt && html` <span class="comment-edited">${say('edited')}</span>`
  }${origin && html` ${link(place, say('from', { site: origin }), 'comment-origin')}`}</header>`;
}

/** What the site says of a comment and of who wrote it. */
function marks(comment: Comment, say: CommentListOptions['say']): Part {
  const { author, isPinned, isPicked, isLikedByAuthor } = comment;
  const { badges, isArticleAuthor } = author;
  if (!(badges || isArticleAuthor || isPinned || isPicked || isLikedByAuthor)) return '';
  return [
    ...(isArticleAuthor ? [say('storyAuthor')] : []),
    ...(badges ?? []).map(tidyName),
    ...(isPinned ? [say('pinned')] : []),
    ...(isPicked ? [say('picked')] : []),
    ...(isLikedByAuthor ? [say('likedByAuthor')] : []),
  ].map((mark) => html` <span class="comment-mark">${mark}</span>`);
}

const link = (url: string | undefined, words: Part, style: string): Html =>
  url
    ? html`<a class="${style}" href="${url}" rel="${FOREIGN}">${words}</a>`
    : html`<span class="${style}">${words}</span>`;

const LETTER = /^[\p{L}\p{N}]/u;

/** What stands for an author without a picture: the first letters of the first and the last name. */
function initials(name: string): string {
  let first = '';
  let last = '';
  for (const word of name.split(' ')) {
    if (!LETTER.test(word)) continue;
    const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
    if (first) last = letter;
    else first = letter;
  }
  return (first + last).toUpperCase();
}

function body(comment: Comment, options: CommentListOptions): Html {
  const { lang, warning, isSensitive, media = [] } = comment;
  const { say, markup } = options;
  const known = markup?.(comment);
  const written = known === undefined ? renderText(wordsOf(comment.body)) : new Html(known);
  const words = html`<div class="body" dir="auto"${attributes({ lang })}>${written}</div>${
    media.length > 0 && attachments(media, options)
  }`;
  const warns = warning?.trim() || (isSensitive && say('sensitive'));
  return warns
    ? html`<details class="comment-warning"><summary dir="auto">${warns}</summary>${words}</details>`
    : words;
}

function attachments(media: readonly CommentMedia[], { say }: CommentListOptions): Html {
  const links = media.flatMap(({ url, title }) => {
    const address = safeUrl(url);
    return address
      ? [link(address, html`<bdi>${title?.trim() || say('media')}</bdi>`, 'media')]
      : [];
  });
  return html`<p class="comment-media">${joined(links, ' ')}</p>`;
}

function footer(comment: Comment, name: string, options: CommentListOptions): Html | undefined {
  const { counts, isLiked, isOwn, origin, state, url } = comment;
  const { say } = options;
  const can = typeof options.can === 'function' ? options.can(comment) : options.can;
  const isSeen = state === 'visible';
  const likes = counts?.likes ?? 0;
  const place = safeUrl(url);
  const isTyped = 'text' in comment.body || 'markdown' in comment.body;
  const parts: Part[] = [
    can.reply && isSeen && button('reply', say('reply'), say('replyTo', { name })),
    !can.reply && origin && place && link(place, say('replyOn', { site: origin }), 'reply-on'),
    can.like &&
      isSeen &&
      html`<button${attributes({
        ...{ type: 'button', class: 'like', 'aria-pressed': String(Boolean(isLiked)) },
        'aria-label': say('likeNamed', { name }),
      })}>${say('like')}</button>`,
    likes > 0 && html`<span class="likes">${say('likes', { count: likes })}</span>`,
    can.edit && isOwn && isTyped && button('edit', say('edit'), say('editNamed')),
    can.remove && isOwn && button('remove', say('remove'), say('removeNamed')),
    can.report && !isOwn && isSeen && button('report', say('report'), say('reportNamed', { name })),
  ];
  const written = joined(parts, ' ');
  return written && html`<footer>${written}</footer>`;
}

const button = (style: string, words: string, label: string): Html =>
  html`<button type="button" class="${style}" aria-label="${label}">${words}</button>`;

/** The words as they were written. HTML that nobody has read stays the text that it is. */
export const wordsOf = (body: CommentBody): string =>
  'text' in body ? body.text : 'markdown' in body ? body.markdown : 'html' in body ? body.html : '';

/** Plain text as paragraphs: an empty line parts them, a single one breaks the line. */
function renderText(text: string): Html {
  const words = text.trim();
  if (!words.includes('\n')) return html`<p>${words}</p>`;
  const paragraphs = words.split(/\n\s*\n/);
  return html`${paragraphs.map(
    (paragraph) =>
      html`<p>${paragraph.split('\n').map((line, index) => [index > 0 && html`<br />`, line])}</p>`,
  )}`;
}
