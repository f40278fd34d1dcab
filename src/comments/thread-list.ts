import type { Gate } from '../content/comment-markup.js';
import { commentTree, MAX_DEPTH, type Comment, type CommentNode } from '../content/comment.js';
import { renderComments, type CommentListOptions } from '../content/comment-list.js';
import { countItems, itemOf } from './thread-items.js';

/** The gates for HTML. They are handed in: this file is loaded late and must not bring a second one. */
interface Gates {
  readonly fromWriter: (html: string) => DocumentFragment;
  readonly fromElsewhere: Gate;
}

/**
 * The list of a thread that has a source: comments that a server wrote are kept, ours are put in
 * among them. Loaded with the source.
 */
export class ThreadList {
  readonly #host: Element;
  readonly #gates: Gates;
  readonly #written = new Set<Element>();
  readonly #markup = new Map<string, string>();
  #writer: Promise<(comment: Comment) => string> | undefined;

  constructor(host: Element, gates: Gates) {
    this.#host = host;
    this.#gates = gates;
  }

  /** Makes ready what is more than text; what does that is loaded with the first such comment. */
  async prepare(comments: readonly Comment[]): Promise<void> {
    const rich = comments.filter(({ body }) => !('text' in body));
    if (!rich.length) return;
    this.#writer ??= import('../content/comment-markup.js').then(({ commentWriter }) =>
      commentWriter(this.#gates.fromElsewhere),
    );
    const write = await this.#writer;
    for (const comment of rich) this.#markup.set(comment.id, write(comment));
  }

  /** The thread's own list, made when it is missing. */
  get #list(): HTMLOListElement {
    let list = this.#host.querySelector<HTMLOListElement>(':scope > ol, :scope > .comment-list');
    if (!list) {
      list = this.#host.ownerDocument.createElement('ol');
      const form = [...this.#host.children].find((child) =>
        child.matches('comment-form, .comment-form, form'),
      );
      this.#host.insertBefore(list, form ?? null);
    }
    return list;
  }

  /** Shows these comments in place of those that were shown before. */
  show(comments: readonly Comment[], options: CommentListOptions): void {
    for (const item of this.#written) item.remove();
    this.#written.clear();
    const missing = comments.filter(({ id }) => !itemOf(this.#host, id));
    for (const node of commentTree(missing)) this.#put(node, options);
    if (!countItems(this.#host)) this.#host.querySelector(':scope > ol:empty')?.remove();
  }

  /** Adds one comment under the one it answers; one that is there already is left alone. */
  add(comment: Comment, options: CommentListOptions): void {
    if (!itemOf(this.#host, comment.id)) this.#put({ comment, replies: [] }, options);
  }

  /** Writes the times of the comments that were written here again: they age. */
  retell(formatDate: (iso: string) => string): void {
    for (const item of this.#written) {
      for (const time of item.querySelectorAll('time')) {
        const text = formatDate(time.dateTime);
        if (time.textContent !== text) time.textContent = text;
      }
    }
  }

  #put(node: CommentNode, options: CommentListOptions): void {
    const parent = itemOf(this.#host, node.comment.parentId ?? '');
    const depth = parent ? depthOf(parent, this.#host) : 0;
    const fragment = this.#gates.fromWriter(
      String(
        renderComments(
          [node],
          { ...options, markup: this.#markup },
          Math.min(depth + 1, MAX_DEPTH),
        ),
      ),
    );
    for (const item of fragment.children) this.#written.add(item);
    if (parent && depth >= MAX_DEPTH) parent.after(fragment);
    else if (parent) repliesOf(parent).append(fragment);
    else this.#list.append(fragment);
  }
}

function depthOf(item: Element, host: Element): number {
  let depth = 0;
  for (let at: Element | null = item; at && at !== host; at = at.parentElement)
    if (at.localName === 'li') depth++;
  return depth;
}

/** The list of the answers to a comment, made with the first of them. */
function repliesOf(item: Element): Element {
  const list = item.querySelector(':scope > ol, :scope > .children');
  if (list) return list;
  const made = item.ownerDocument.createElement('ol');
  item.append(made);
  return made;
}
