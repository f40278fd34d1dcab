import type { Comment, CommentAuthor, CommentMedia } from '../content/comment.js';
import { listAt, own, textAt } from './article-source.js';
import { SourceError, type CommentPage } from './comment-source.js';
import { isForEverybody, isIndexable, isOutOfSight } from './mastodon-moderation.js';
import {
  countAt,
  countsAt,
  emptyPlace,
  languageAt,
  momentAt,
  webUrl,
  wholePage,
} from './network.js';

/** What a server gives to strangers: so many answers, and so many levels of them. */
const MOST = 60;
const DEPTH = 20;

/** What the answers are read with. */
interface Thread {
  readonly host: string;
  /** The account of whoever began the thread. */
  readonly writer: string | undefined;
}

/** A post that answers, by the ids of both. */
interface Reply {
  readonly id: string;
  readonly parentId: string | null;
  readonly status: unknown;
}

/**
 * The answers to a post, as its server lists them. What was not written for everybody is left out with
 * all that answers it.
 * @throws SourceError when the answers hold no post
 */
export function readContext(
  root: unknown,
  context: unknown,
  { host, id, page }: { readonly host: string; readonly id: string; readonly page: string },
): CommentPage {
  const all = own(context, 'descendants');
  if (typeof own(root, 'account') !== 'object' || !Array.isArray(all))
    throw new SourceError('server', 'There is no thread in the answer.');
  const roots = new Set([id, textAt(root, 'id') ?? id]);
  const thread = { host, writer: textAt(root, 'account', 'id') };
  const replies = withoutPrivate(repliesOf(all, roots));
  const count = countAt(root, 'replies_count');
  const isCapped = all.length >= MOST || all.length < (count ?? 0);
  return wholePage(
    replies.map((reply) => readReply(reply, thread)),
    {
      truncated: isCapped ? 'cap' : isCutBelow(replies) ? 'depth' : undefined,
      replies: count,
      origins: [{ name: host, url: webUrl(own(root, 'url')) ?? page }],
    },
  );
}

function repliesOf(statuses: readonly unknown[], roots: ReadonlySet<string>): Reply[] {
  const met = new Set(roots);
  return statuses.flatMap((status, index): Reply[] => {
    if (typeof status !== 'object' || status === null || Array.isArray(status)) return [];
    const id = textAt(status, 'id') ?? textAt(status, 'uri') ?? `reply-${index}`;
    if (met.has(id)) return [];
    met.add(id);
    const answered = textAt(status, 'in_reply_to_id') ?? null;
    return [{ id, parentId: answered && roots.has(answered) ? null : answered, status }];
  });
}

function byParent(replies: readonly Reply[]): ReadonlyMap<string | null, readonly Reply[]> {
  const answers = new Map<string | null, Reply[]>();
  for (const reply of replies) {
    const list = answers.get(reply.parentId);
    if (list) list.push(reply);
    else answers.set(reply.parentId, [reply]);
  }
  return answers;
}

function withoutPrivate(replies: readonly Reply[]): Reply[] {
  const answers = byParent(replies);
  const leftOut = new Set(replies.filter(({ status }) => !isForEverybody(status)));
  // A set grows while it is walked, and holds everything once, circles too.
  for (const { id } of leftOut) for (const reply of answers.get(id) ?? []) leftOut.add(reply);
  return replies.filter((reply) => !leftOut.has(reply));
}

/** Whether posts on the last level that is given are answered on the next. */
function isCutBelow(replies: readonly Reply[]): boolean {
  const answers = byParent(replies);
  const level = new Map((answers.get(null) ?? []).map((reply) => [reply, 1]));
  for (const [{ id, status }, depth] of level) {
    const below = answers.get(id) ?? [];
    if (depth >= DEPTH && (countAt(status, 'replies_count') ?? 0) > below.length) return true;
    for (const reply of below) level.set(reply, depth + 1);
  }
  return false;
}

function readReply({ id, parentId, status }: Reply, { host, writer }: Thread): Comment {
  const account = own(status, 'account');
  const publishedAt = momentAt(status, 'created_at');
  const place = { id, parentId, publishedAt, origin: host };
  if (isOutOfSight(account)) return emptyPlace(place, 'hidden');
  const html = textAt(status, 'content');
  const url = webUrl(own(status, 'url')) ?? webUrl(own(status, 'uri'));
  const media = mediaOf(status, url);
  return {
    ...place,
    author: authorOf(account, host, writer),
    body: html ? { html } : { text: '' },
    state: 'visible',
    editedAt: momentAt(status, 'edited_at') || undefined,
    url,
    lang: languageAt(status, 'language'),
    warning: textAt(status, 'spoiler_text'),
    isSensitive: own(status, 'sensitive') === true || undefined,
    media: media.length ? media : undefined,
    counts: countsAt(status, {
      likes: 'favourites_count',
      reposts: 'reblogs_count',
      replies: 'replies_count',
    }),
    isIndexable: isIndexable(account) ? undefined : false,
  };
}

function authorOf(account: unknown, host: string, writer: string | undefined): CommentAuthor {
  const acct = textAt(account, 'acct') ?? textAt(account, 'username');
  const id = textAt(account, 'id');
  return {
    name: nameOf(account) || (textAt(account, 'username') ?? acct ?? ''),
    handle: acct && (acct.includes('@') ? `@${acct}` : `@${acct}@${host}`),
    url: webUrl(own(account, 'url')),
    avatar: webUrl(own(account, 'avatar_static')) ?? webUrl(own(account, 'avatar')),
    isArticleAuthor: id !== undefined && id === writer ? true : undefined,
  };
}

/**
 * A name without the codes that stand for pictures of the server: they say nothing, and the pictures
 * would have to be loaded. In the text of a post they stay, where they may be part of what is said.
 */
function nameOf(account: unknown): string {
  const codes = new Set(listAt(account, 'emojis').map((emoji) => textAt(emoji, 'shortcode')));
  return (textAt(account, 'display_name') ?? '')
    .replace(/:(\w+):/g, (written, code: string) => (codes.has(code) ? '' : written))
    .replace(/\s+/g, ' ')
    .trim();
}

const kinds: ReadonlyMap<string, CommentMedia['type']> = new Map([
  ['image', 'image'],
  ['gifv', 'video'],
  ['video', 'video'],
  ['audio', 'audio'],
]);

/** What hangs on a post, as links: files, the page that a preview card shows, and a poll's answers. */
function mediaOf(status: unknown, page: string | undefined): CommentMedia[] {
  const files = listAt(status, 'media_attachments').flatMap((file): CommentMedia[] => {
    const url = webUrl(own(file, 'url')) ?? webUrl(own(file, 'remote_url'));
    const type = kinds.get(textAt(file, 'type') ?? '') ?? 'link';
    return url ? [{ type, url, title: textAt(file, 'description') }] : [];
  });
  const card = own(status, 'card');
  const cardUrl = webUrl(own(card, 'url'));
  const answers = listAt(own(status, 'poll'), 'options').flatMap(
    (option) => textAt(option, 'title') ?? [],
  );
  return [
    ...files,
    ...(cardUrl ? [{ type: 'link', url: cardUrl, title: textAt(card, 'title') } as const] : []),
    ...(page && answers.length
      ? [{ type: 'link', url: page, title: answers.join(' / ') } as const]
      : []),
  ];
}
