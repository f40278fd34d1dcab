import type { Block } from './block.js';

/** Someone who comments. There is no e-mail address here: it never leaves the form. */
export interface CommentAuthor {
  readonly name: string;
  readonly url?: string | undefined;
}

/** What a comment says: plain text, a stranger's HTML that is read before it is shown, or blocks. */
export type CommentBody =
  { readonly text: string } | { readonly html: string } | { readonly blocks: readonly Block[] };

/** One comment, whichever network or site holds it. */
export interface Comment {
  /** Unique within its source. */
  readonly id: string;
  /** The comment that this one answers; `null` at the top. */
  readonly parentId: string | null;
  readonly author: CommentAuthor;
  /** ISO 8601 with a zone. */
  readonly publishedAt: string;
  readonly body: CommentBody;
  /** `pending` comments are seen by their author only. */
  readonly state: 'visible' | 'pending';
  readonly lang?: string | undefined;
}

/** What a reader asks a source to keep. */
export interface CommentDraft {
  readonly text: string;
  readonly parentId: string | null;
  readonly author: CommentAuthor & { readonly email?: string | undefined };
}

/** A comment and what answers it. */
export interface CommentNode {
  readonly comment: Comment;
  readonly replies: CommentNode[];
}

/**
 * Arranges a flat list as a tree, in the list's order. A comment whose parent is not in the list
 * stands at the top, and a circle of parents is cut, so that every comment shows exactly once.
 */
export function commentTree(comments: readonly Comment[]): CommentNode[] {
  const nodes = new Map(comments.map((comment) => [comment.id, { comment, replies: [] }]));
  const roots: CommentNode[] = [];
  for (const node of nodes.values()) {
    const parent = nodes.get(node.comment.parentId ?? '');
    (parent && !isUnder(parent, node, nodes) ? parent.replies : roots).push(node);
  }
  return roots;
}

/** Whether `node` is found going up from `start`, or the way up is a circle that never ends. */
function isUnder(
  start: CommentNode,
  node: CommentNode,
  nodes: ReadonlyMap<string, CommentNode>,
): boolean {
  const seen = new Set<CommentNode>();
  for (let at: CommentNode | undefined = start; at; at = nodes.get(at.comment.parentId ?? '')) {
    if (at === node) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}
