import type { Comment, CommentAuthor } from '../content/comment.js';
import { at, listAt, own, textAt } from './article-source.js';
import {
  isDid,
  isHandle,
  momentOfKey,
  pageOf,
  postAt,
  profileOf,
  type PostAddress,
} from './bluesky-address.js';
import { mediaOf } from './bluesky-media.js';
import { hiddenReplies, isBookmark, isClosed, verdictOn } from './bluesky-moderation.js';
import { bodyOf } from './bluesky-text.js';
import { SourceError, type CommentPage } from './comment-source.js';
import {
  countAt,
  countsAt,
  emptyPlace,
  languageAt,
  momentAt,
  webUrl,
  wholePage,
} from './network.js';

/** Levels of answers that the network gives at most, whatever is asked for. */
export const DEPTH = 10;
const origin = 'Bluesky';

/** Something in the thread whose answers are still to be read. */
interface Place {
  readonly node: unknown;
  /** `null` for the post that the thread is about. */
  readonly id: string | null;
  readonly depth: number;
}

/**
 * The answers to a post, as a flat list. What whoever began the thread has hidden is left out with all
 * under it; what a moderator has hidden leaves its place, and nothing under it. A post that comes twice
 * counts once.
 * @throws SourceError when the post is gone, or the answer holds no thread
 */
export function readThread(answer: unknown, asked?: PostAddress): CommentPage {
  const thread = own(answer, 'thread');
  if (own(thread, 'notFound') === true || own(thread, 'blocked') === true)
    throw new SourceError('gone', 'The post is not there, or not for everybody.');
  const root = own(thread, 'post');
  if (typeof root !== 'object' || root === null)
    throw new SourceError('server', 'There is no thread in the answer.');
  const writer = textAt(root, 'author', 'did');
  const uri = textAt(root, 'uri');
  const address = postAt(uri) ?? asked;
  const leftOut = hiddenReplies(answer);
  const met = new Set([uri]);
  const comments: Comment[] = [];
  const places: Place[] = [{ node: thread, id: null, depth: 0 }];
  const cuts = new Set<CommentPage['truncated']>();
  // The list grows while it is walked: a thread may be deeper than any recursion.
  for (const { node, id, depth } of places) {
    cuts.add(cutAt(node, depth));
    for (const reply of listAt(node, 'replies')) {
      const comment = readReply(reply, id, `reply-${comments.length}`, writer);
      if (!comment || leftOut.has(comment.id)) continue;
      if (!met.has(comment.id)) comments.push(comment);
      met.add(comment.id);
      const answered = comment.id === uri ? null : comment.id;
      if (comment.state !== 'hidden') places.push({ node: reply, id: answered, depth: depth + 1 });
    }
  }
  return wholePage(comments, {
    truncated: cuts.has('cap') ? 'cap' : cuts.has('depth') ? 'depth' : undefined,
    replies: countAt(root, 'replyCount'),
    closed: isClosed(answer) || undefined,
    origins: [{ name: origin, url: address && pageOf(address) }],
  });
}

/** Whether the network counts more answers to a post than it gives. */
function cutAt(node: unknown, depth: number): CommentPage['truncated'] {
  const replies = own(node, 'replies');
  const given = listAt(node, 'replies').length;
  if ((countAt(own(node, 'post'), 'replyCount') ?? 0) <= given) return undefined;
  const isDeepest = depth >= DEPTH || (depth > 0 && !Array.isArray(replies));
  return isDeepest && given === 0 ? 'depth' : 'cap';
}

function readReply(
  node: unknown,
  parentId: string | null,
  fallback: string,
  writer: string | undefined,
): Comment | undefined {
  const uri = textAt(node, 'uri');
  const known = postAt(uri);
  const publishedAt = known ? momentOfKey(known) : '';
  if (own(node, 'notFound') === true)
    return uri ? emptyPlace({ id: uri, parentId, publishedAt, origin }, 'deleted') : undefined;
  if (own(node, 'blocked') === true)
    return uri ? emptyPlace({ id: uri, parentId, publishedAt, origin }, 'blocked') : undefined;
  const post = own(node, 'post');
  if (typeof post !== 'object' || post === null) return undefined;
  const isPin = isBookmark(at(post, 'record', 'text')) && !own(post, 'embed');
  // A pin that somebody answered stays, or the answer would hang in the air.
  if (isPin && !listAt(node, 'replies').length) return undefined;
  const id = textAt(post, 'uri') ?? textAt(post, 'cid') ?? fallback;
  const comment = readPost(post, { id, parentId }, writer);
  return comment.state === 'visible' && textAt(node, 'threadContext', 'rootAuthorLike')
    ? { ...comment, isLikedByAuthor: true }
    : comment;
}

function readPost(
  post: unknown,
  { id, parentId }: Pick<Comment, 'id' | 'parentId'>,
  writer: string | undefined,
): Comment {
  const address = postAt(textAt(post, 'uri'));
  const record = own(post, 'record');
  const place = { id, parentId, publishedAt: publishedAt(post), origin };
  const { state, isSensitive } = verdictOn(post);
  if (state !== 'visible') return emptyPlace(place, state);
  const url = address && pageOf(address);
  const media = mediaOf(own(post, 'embed'), url);
  return {
    ...place,
    author: authorOf(own(post, 'author'), writer),
    body: bodyOf(own(record, 'text'), listAt(record, 'facets')),
    state,
    url,
    lang: languageAt(record, 'langs', 0),
    isSensitive: isSensitive || undefined,
    media: media.length ? media : undefined,
    counts: countsAt(post, { likes: 'likeCount', reposts: 'repostCount', replies: 'replyCount' }),
  };
}

/** Authors write the time themselves; one that is later than when the network met the post is not true. */
function publishedAt(post: unknown): string {
  const written = momentAt(own(post, 'record'), 'createdAt');
  const met = momentAt(post, 'indexedAt');
  const address = postAt(textAt(post, 'uri'));
  if (!written && !met) return address ? momentOfKey(address) : '';
  return written && !(Date.parse(written) > Date.parse(met)) ? written : met;
}

function authorOf(author: unknown, writer: string | undefined): CommentAuthor {
  const did = textAt(author, 'did') ?? '';
  const said = textAt(author, 'handle');
  const handle = said && isHandle(said) ? said : undefined;
  return {
    name: textAt(author, 'displayName') ?? handle ?? '',
    handle: handle && `@${handle}`,
    url: isDid(did) ? profileOf(did) : undefined,
    avatar: webUrl(own(author, 'avatar')),
    isArticleAuthor: did !== '' && did === writer ? true : undefined,
  };
}
