import type { Block } from './block.js';

/** Someone who comments. There is no e-mail address here: it never leaves the form. */
export interface CommentAuthor {
  readonly name: string;
  /** Their own page. */
  readonly url?: string | undefined;
  /** Their name on the network that they write from: `@jana@social.example`. */
  readonly handle?: string | undefined;
  /** Address of a picture. Shown only where the page asks for pictures from elsewhere. */
  readonly avatar?: string | undefined;
  /** What the site says of them: "Moderator". */
  readonly badges?: readonly string[] | undefined;
  /** Whoever wrote the story. */
  readonly isArticleAuthor?: boolean | undefined;
}

/** What a comment says: plain text, Markdown, a stranger's HTML that is read before it is shown, or blocks. */
export type CommentBody =
  | { readonly text: string }
  | { readonly markdown: string }
  | { readonly html: string }
  | { readonly blocks: readonly Block[] };

/**
 * `pending` comments are seen by their author only. Of the last three only the place is shown, since
 * others answered there: taken away by who wrote it, by a moderator, or kept from this reader.
 */
export type CommentState = 'visible' | 'pending' | 'deleted' | 'hidden' | 'blocked';

/** What hangs on a comment. It is linked, never loaded unasked. */
export interface CommentMedia {
  readonly type: 'image' | 'video' | 'audio' | 'link';
  readonly url: string;
  /** What there is to see or hear, or the title of what is linked. */
  readonly title?: string | undefined;
}

/** How many readers did something with a comment, where its source knows. */
export interface CommentCounts {
  readonly likes?: number | undefined;
  readonly reposts?: number | undefined;
  /** All answers, those included that are not in the list. */
  readonly replies?: number | undefined;
}

/** One comment, whichever network or site holds it. */
export interface Comment {
  /** Unique within its source. */
  readonly id: string;
  /** The comment that this one answers; `null` at the top. */
  readonly parentId: string | null;
  readonly author: CommentAuthor;
  /** ISO 8601 with a zone. */
  readonly publishedAt: string;
  /** When its author last changed it; ISO 8601 with a zone. */
  readonly editedAt?: string | undefined;
  readonly body: CommentBody;
  readonly state: CommentState;
  readonly lang?: string | undefined;
  /** Where it stands on the network or site that it comes from. */
  readonly url?: string | undefined;
  /** That network or site, in a thread that shows several: `Bluesky`. */
  readonly origin?: string | undefined;
  /** What to expect before reading on; the words are shown when the reader asks for them. */
  readonly warning?: string | undefined;
  /** As `warning`, where its author gave no words for it. */
  readonly isSensitive?: boolean | undefined;
  readonly media?: readonly CommentMedia[] | undefined;
  readonly counts?: CommentCounts | undefined;
  /** Whether this reader likes it. */
  readonly isLiked?: boolean | undefined;
  /** Kept at the top by the site. */
  readonly isPinned?: boolean | undefined;
  /** Chosen by the editors. */
  readonly isPicked?: boolean | undefined;
  /** Liked by whoever wrote the story. */
  readonly isLikedByAuthor?: boolean | undefined;
  /** This reader wrote it and may change it. */
  readonly isOwn?: boolean | undefined;
  /** `false` where its author does not want to be found by search engines. */
  readonly isIndexable?: boolean | undefined;
}

/** What a reader asks a source to keep. */
export interface CommentDraft {
  readonly text: string;
  /** How the text is written; plain when absent. */
  readonly format?: 'markdown' | undefined;
  readonly parentId: string | null;
  readonly author: CommentAuthor & { readonly email?: string | undefined };
  /** The reader lets the site remember who they are. */
  readonly consent?: boolean | undefined;
  /** Other fields of the form by name, such as a captcha's answer. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

/** A comment and what answers it. */
export interface CommentNode {
  readonly comment: Comment;
  readonly replies: CommentNode[];
}

/** `rel` of links that strangers wrote: the page vouches for none of them. */
export const FOREIGN = 'external nofollow ugc noopener noreferrer';

/** Replies deeper than this stand beside the one they answer, so that a phone still has room for words. */
export const MAX_DEPTH = 6;

/**
 * Arranges a flat list as a tree, in the list's order. A comment whose parent is not in the list
 * stands at the top, a circle of parents is cut, an id that comes twice counts once, and what is
 * deeper than `MAX_DEPTH` follows what it answers: every comment shows exactly once.
 */
export function commentTree(comments: readonly Comment[]): CommentNode[] {
  const nodes = new Map<string, CommentNode>();
  for (const comment of comments)
    if (!nodes.has(comment.id)) nodes.set(comment.id, { comment, replies: [] });
  const roots: CommentNode[] = [];
  const looped = loopsIn(nodes);
  for (const node of nodes.values()) {
    const parent = nodes.get(node.comment.parentId ?? '');
    (parent && !looped.has(node) ? parent.replies : roots).push(node);
  }
  return levelled(roots);
}

/**
 * The same in the order that a reader chose: what the site pinned first, then by time or by likes.
 * Answers always stand in order of time, as they were said. `oldest` also for what has no date.
 */
export function sortedTree(
  comments: readonly Comment[],
  sort: 'oldest' | 'newest' | 'liked',
): CommentNode[] {
  const time = ({ publishedAt }: Comment) => Date.parse(publishedAt) || 0;
  const figure = {
    oldest: undefined,
    newest: ({ comment }: CommentNode) => -time(comment),
    liked: ({ comment }: CommentNode) => -(comment.counts?.likes ?? 0),
  }[sort];
  const roots = commentTree(sortedBy(comments, time));
  const chosen = figure ? sortedBy(roots, figure) : roots;
  const pinned = chosen.filter(({ comment }) => comment.isPinned);
  return [...pinned, ...chosen.filter(({ comment }) => !comment.isPinned)];
}

/** From the least up; what is equal keeps its order. The figure is taken once of each: dates are slow to read. */
const sortedBy = <Item>(items: readonly Item[], figure: (item: Item) => number): Item[] =>
  items
    .map((item) => ({ item, by: figure(item) }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item);

/** The comments that close a circle of parents: one of each circle. */
function loopsIn(nodes: ReadonlyMap<string, CommentNode>): ReadonlySet<CommentNode> {
  const loops = new Set<CommentNode>();
  const walked = new Map<CommentNode, number>();
  let walk = 0;
  for (const start of nodes.values()) {
    walk++;
    // What stands at the top closes no circle: most walks are over before they begin.
    let at = nodes.get(start.comment.parentId ?? '') && start;
    while (at && !walked.has(at)) {
      walked.set(at, walk);
      at = nodes.get(at.comment.parentId ?? '');
    }
    if (at && walked.get(at) === walk) loops.add(at);
  }
  return loops;
}

/** Whether something stands one level further up than its place: kept in a list, never in a recursion. */
function levelled(roots: readonly CommentNode[]): CommentNode[] {
  const top = [...roots];
  const open = roots.map((node) => ({ node, depth: 1 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (depth === MAX_DEPTH - 1) {
      const flat = node.replies.flatMap((reply) => [reply, ...emptied(reply)]);
      node.replies.splice(0, node.replies.length, ...flat);
    } else for (const reply of node.replies) open.push({ node: reply, depth: depth + 1 });
  }
  return top;
}

/** All that is under a comment, in reading order; nothing stays under it. */
function emptied(node: CommentNode): CommentNode[] {
  const all: CommentNode[] = [];
  const open = node.replies.splice(0).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    all.push(next);
    open.push(...next.replies.splice(0).reverse());
  }
  return all;
}
