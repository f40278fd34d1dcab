import type { Gate } from '../content/comment-markup.js';
import type { Comment, CommentNode } from '../content/comment.js';
import {
  renderComment,
  renderFold,
  renderNode,
  type CommentListOptions,
} from '../content/comment-list.js';
import { afterFrame } from '../kit/idle.js';
import { shelfOf, ThreadBatches, type Shelf } from './thread-batches.js';
import { countItems, itemOf } from './thread-items.js';

/** What the list needs of the thread around it. Handed in: this file is loaded late and holds no state of the page. */
export interface ListTools {
  readonly fromWriter: (html: string) => DocumentFragment;
  readonly fromElsewhere: Gate;
  readonly options: () => CommentListOptions;
  /** An item is about to go: what does not belong to it (the form) is taken out. */
  readonly leaving: (item: Element) => void;
}

/**
 * So many comments are written in one go: the first are seen at once, then each portion is larger than the
 * last, since every one makes the browser go over the whole list again.
 */
const FIRST = 25;
const GROWTH = 8;
const MOST = 4000;
/** A stranger's HTML or Markdown is read and written anew, which takes as long as so many comments of text. */
const RICH = 8;

/**
 * The list of a thread that has a source. What stands there is changed as little as it can be: a comment
 * that is the same keeps its place and its focus. Comments that a server wrote in another shape are left
 * as they are. Long lists are written in portions, so that the page stays alive.
 */
export class ThreadList {
  readonly #host: HTMLElement;
  readonly #tools: ListTools;
  readonly #batches: ThreadBatches;
  readonly #most: number;
  /** What each item that was written here says. */
  readonly #shown = new Map<string, Comment>();
  /** Writes what is more than text; it is loaded with the first such comment. */
  #writeBody: ((comment: Comment) => string) | undefined;
  #writer: Promise<(comment: Comment) => string> | undefined;
  #readsMarkdown = false;
  #turn = 0;

  /** `most` comments are written in one go at the most, if they are text. */
  constructor(host: HTMLElement, tools: ListTools, most = MOST) {
    this.#host = host;
    this.#batches = new ThreadBatches(host);
    this.#tools = tools;
    this.#most = most;
  }

  /** Makes ready for comments that are more than text. */
  async prepare(comments: readonly Comment[]): Promise<void> {
    if (comments.every(isText)) return;
    const isMarkdown = comments.some(({ body }) => 'markdown' in body);
    if (!this.#writer || (isMarkdown && !this.#readsMarkdown)) {
      this.#readsMarkdown = isMarkdown;
      this.#writer = this.#loadWriter(isMarkdown);
    }
    const writer = this.#writer;
    try {
      const write = await writer;
      if (writer === this.#writer) this.#writeBody = write; // or one that reads more has come
    } catch (error) {
      if (writer === this.#writer) this.#writer = undefined; // to be tried again
      throw error;
    }
  }

  async #loadWriter(isMarkdown: boolean): Promise<(comment: Comment) => string> {
    const [{ commentWriter }, markdown] = await Promise.all([
      import('../content/comment-markup.js'),
      isMarkdown ? import('../sources/comment-markdown.js') : undefined,
    ]);
    return commentWriter(this.#tools.fromElsewhere, markdown?.readMarkdown);
  }

  /** Shows these comments and no others; `false` when a later call took over. */
  async show(nodes: readonly CommentNode[]): Promise<boolean> {
    const turn = ++this.#turn;
    const wanted = new Set<string>();
    const open = [...nodes];
    for (let node = open.pop(); node; node = open.pop()) {
      wanted.add(node.comment.id);
      open.push(...node.replies);
    }
    const work = { turn, wanted, portion: { size: FIRST, room: FIRST } };
    const under = new Map<HTMLElement, CommentNode[]>();
    const top: CommentNode[] = [];
    for (const node of nodes) {
      const { parentId } = node.comment;
      // Answers to a comment that only the server knows.
      const item = parentId !== null && !wanted.has(parentId) ? this.item(parentId) : undefined;
      if (item) under.set(item, [...(under.get(item) ?? []), node]);
      else top.push(node);
    }
    if (top.length && !(await this.#place(this.#batches, top, true, work))) return false;
    for (const [item, replies] of under) {
      if (!(await this.#place(shelfOf(repliesOf(item)), replies, false, work))) return false;
    }
    for (const id of [...this.#shown.keys()]) if (!wanted.has(id)) this.remove(id);
    this.#batches.tidy();
    return true;
  }

  /** Takes everything away that was written here. */
  clear(): void {
    this.#turn++;
    for (const id of [...this.#shown.keys()]) this.remove(id);
    this.#batches.tidy();
  }

  /** Takes a comment away, and all that is still under it. */
  remove(id: string): void {
    const item = this.item(id);
    this.#shown.delete(id);
    if (!item) return;
    this.#tools.leaving(item);
    const list = item.parentElement;
    item.remove();
    if (list && list.parentElement !== this.#host && !list.children.length) {
      list.parentElement?.querySelector(':scope > .fold')?.remove();
      list.remove();
    }
  }

  /** Writes one comment again where it stands, as when it is liked. */
  update(comment: Comment): void {
    const item = this.item(comment.id);
    if (item && this.#shown.has(comment.id)) this.#write(item, comment);
  }

  item(id: string): HTMLElement | undefined {
    return itemOf(this.#host, id);
  }

  /** Writes the times that are still counted in minutes, hours and days again: they age. */
  retell(formatDate: (iso: string) => string, now: number): void {
    for (const [id, { publishedAt }] of this.#shown) {
      if (now - Date.parse(publishedAt) > 8 * 86_400_000) continue;
      const time = this.item(id)?.querySelector(':scope > article > header time');
      const text = formatDate(publishedAt);
      if (time && time.textContent !== text) time.textContent = text;
    }
  }

  async #place(
    shelf: Shelf,
    nodes: readonly CommentNode[],
    isTop: boolean,
    work: Work,
  ): Promise<boolean> {
    const { wanted, portion } = work;
    let at = shelf.first();
    let run: CommentNode[] = [];
    const flush = () => {
      if (run.length) shelf.put([...this.#made(run, isTop).children], at);
      run = [];
    };
    for (const node of nodes) {
      // What is on its way out, or was never ours, is no mark to place anything by.
      while (at && !wanted.has(idOf(at))) at = shelf.after(at);
      const item = this.item(node.comment.id);
      const size = item ? 0 : costOf(node);
      if (item) {
        flush();
        if (item === at) at = shelf.after(item);
        else shelf.put([item], at);
        if (this.#take(item, node.comment)) portion.room -= cost(node.comment);
      } else {
        run.push(size > this.#most ? { comment: node.comment, replies: [] } : node);
        portion.room -= size > this.#most ? cost(node.comment) : size;
      }
      const isFull = portion.room <= 0;
      if (isFull || size > this.#most) flush();
      if ((item && node.replies.length) || size > this.#most) {
        const place = item ?? this.item(node.comment.id);
        if (place && !(await this.#placeReplies(place, node, isTop, work))) return false;
      }
      if (isFull && !(await this.#pause(work))) return false;
    }
    flush();
    return true;
  }

  async #placeReplies(
    item: Element,
    { replies }: CommentNode,
    isTop: boolean,
    work: Work,
  ): Promise<boolean> {
    const list = repliesOf(item);
    const isPlaced = await this.#place(shelfOf(list), replies, false, work);
    if (isPlaced && isTop) this.fold(item, list.getAttribute('hidden') !== null);
    return isPlaced;
  }

  /** Lets the page live for a moment; `false` when there is no reason to go on. */
  async #pause(work: Work): Promise<boolean> {
    await breathe();
    const size = Math.min(work.portion.size * GROWTH, this.#most);
    Object.assign(work.portion, { size, room: size });
    return work.turn === this.#turn;
  }

  get #options(): CommentListOptions {
    const markup = (comment: Comment) => (isText(comment) ? undefined : this.#writeBody?.(comment));
    return { ...this.#tools.options(), markup };
  }

  #made(nodes: readonly CommentNode[], isTop: boolean): DocumentFragment {
    const options = this.#options;
    const open = [...nodes];
    for (let node = open.pop(); node; node = open.pop()) {
      this.#shown.set(node.comment.id, node.comment);
      open.push(...node.replies);
    }
    let html = '';
    for (const node of nodes) html += String(renderNode(node, options, isTop));
    return this.#tools.fromWriter(html);
  }

  /** An item that stands there already: ours is brought up to date, a server's taken over when it has our shape. True when it was written. */
  #take(item: HTMLElement, comment: Comment): boolean {
    const known = this.#shown.get(comment.id);
    if (known ? isSame(known, comment) : !item.querySelector(OURS)) return false;
    this.#write(item, comment);
    return true;
  }

  #write(item: HTMLElement, comment: Comment): void {
    const options = this.#options;
    const old = item.querySelector(':scope > article');
    this.#shown.set(comment.id, comment);
    for (const state of ['pending', 'deleted', 'hidden', 'blocked'])
      item.classList.toggle(state, comment.state === state);
    item.classList.toggle('pinned', Boolean(comment.isPinned));
    // Somebody is just changing it.
    if (!old || old.querySelector('.comment-editor')) return;
    const { activeElement } = item.ownerDocument;
    const focused = old.contains(activeElement) && activeElement?.className;
    const [article] = this.#tools.fromWriter(String(renderComment(comment, options))).children;
    if (!article || article.isEqualNode(old)) return;
    old.replaceWith(article);
    if (focused) article.querySelector<HTMLElement>(`.${CSS.escape(focused)}`)?.focus();
  }

  /** Says on its button how many replies a comment at the top has, and whether they are folded away. */
  fold(item: Element, folded: boolean): void {
    const list = item.querySelector(':scope > ol');
    const count = list ? countItems(list) : 0;
    if (!list || !count) return;
    const options = { ...this.#tools.options(), folded };
    const button = item.querySelector(':scope > .fold');
    const [made] = this.#tools.fromWriter(String(renderFold(count, options))).children;
    if (!made) return;
    if (button) {
      button.textContent = made.textContent;
      button.setAttribute('aria-expanded', String(!folded));
    } else list.before(made);
  }
}

interface Work {
  readonly turn: number;
  readonly wanted: ReadonlySet<string>;
  /** How much more is written before the page may breathe, in comments of text. */
  readonly portion: { size: number; room: number };
}

const isText = ({ body }: Comment): boolean => 'text' in body;
const cost = (comment: Comment): number => (isText(comment) ? 1 : RICH);

/** Of a comment and all its replies. */
function costOf(root: CommentNode): number {
  let sum = 0;
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    sum += cost(node.comment);
    open.push(...node.replies);
  }
  return sum;
}

const idOf = (item: Element): string => item.id.replace(/^comment-/, '');

/** An article as our own writer writes it, whether here or on a server. */
const OURS = ':scope > article > :is(.body, .comment-gone, .comment-warning)';

const isSame = (a: Comment, b: Comment): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** The list of the answers to a comment, made with the first of them. */
function repliesOf(item: Element): Element {
  const list = item.querySelector(':scope > ol, :scope > .children');
  if (list) return list;
  const made = item.ownerDocument.createElement('ol');
  item.append(made);
  return made;
}

/** A frame, and a turn of the event loop: what was written is painted, and the page answers its reader. */
const breathe = (): Promise<void> => new Promise((painted) => afterFrame(painted));
