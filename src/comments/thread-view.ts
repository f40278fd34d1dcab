import type { Gate } from '../content/comment-markup.js';
import { sortedTree, type Comment, type CommentNode } from '../content/comment.js';
import type { CommentListOptions } from '../content/comment-list.js';
import { storage } from '../kit/storage.js';
import { enThread } from '../kit/words/en-thread.js';
import type { Say } from '../kit/words.js';
import {
  commentSorts,
  type CommentAbility,
  type CommentPage,
  type CommentSort,
  type CommentSource,
} from '../sources/comment-source.js';
import { CommentActions } from './comment-actions.js';
import { ThreadControls } from './thread-controls.js';
import { ThreadData } from './thread-data.js';
import type { ThreadFurniture } from './thread-furniture.js';
import { ThreadList } from './thread-list.js';
import { ThreadPlaces } from './thread-places.js';
import { focusItem, keepPlace } from './thread-scroll.js';

/** What a page asked a thread for. */
export interface ThreadSettings {
  readonly sort: CommentSort | undefined;
  readonly avatars: boolean;
  readonly folded: boolean;
  /** The page deals with reports itself. */
  readonly reports: boolean;
  readonly closed: boolean;
}

/** What the view needs of the tag. Handed in: this file is loaded late and must not bring a second gate or dictionary. */
export interface ThreadTools {
  readonly host: HTMLElement;
  readonly furniture: ThreadFurniture;
  readonly say: Say;
  /** How words and dates are written here and now. */
  readonly writer: () => Pick<CommentListOptions, 'say' | 'formatDate'>;
  readonly now: () => number;
  readonly settings: () => ThreadSettings;
  readonly fromWriter: (html: string) => DocumentFragment;
  readonly fromElsewhere: Gate;
  readonly dataBlock: (type: string) => HTMLScriptElement;
  readonly setData: (script: HTMLScriptElement, text: string) => void;
  readonly leaving: (item: Element) => void;
  readonly learn: (words: object) => void;
  readonly mayReport: (comment: Comment) => boolean;
  /** The list, the number or the notes have changed. */
  readonly described: () => void;
}

const SORT = 'broadsheet-comment-sort';
/** A comment that was published but is not in the list yet is shown for so long: caches answer late. */
const UNSEEN = 120_000;
/** A permalink is looked for in so many more pages. */
const MOST_PAGES = 20;

/** A thread that has a source: its pages, their order, what is new, and what readers do with comments. Loaded with the source. */
export class ThreadView {
  readonly #tools: ThreadTools;
  readonly #list: ThreadList;
  readonly #controls: ThreadControls;
  readonly #actions: CommentActions;
  readonly #data: ThreadData;
  readonly #places: ThreadPlaces;
  /** What was posted here, until the source's list has it. */
  readonly #own = new Map<string, { readonly comment: Comment; readonly at: number }>();
  #source: CommentSource | undefined;
  #page: CommentPage | undefined;
  #nodes: readonly CommentNode[] = [];
  /** What came since the list was read. */
  #peeked: CommentPage | undefined;
  #fresh: readonly Comment[] = [];
  #sort: CommentSort | undefined;
  #loading: AbortController | undefined;
  #isBusy = false;

  constructor(tools: ThreadTools) {
    const { host, furniture, say, fromWriter, fromElsewhere, leaving } = tools;
    this.#tools = tools;
    tools.learn(enThread);
    this.#list = new ThreadList(host, {
      ...{ fromWriter, fromElsewhere, leaving },
      options: () => this.#options(),
    });
    this.#controls = new ThreadControls(furniture, say, fromWriter);
    this.#data = new ThreadData(tools, this.#list);
    this.#places = new ThreadPlaces(host, this.#list);
    this.#actions = new CommentActions({
      say,
      source: () => this.#source,
      comment: (id) => this.#find(id),
      changed: (comment) => this.#changed(comment),
      removed: (id) => void this.#removed(id),
      mayReport: tools.mayReport,
      tell: (text) => furniture.status(text),
    });
  }

  /** What was read, with all that was loaded since. */
  get page(): CommentPage | undefined {
    return this.#page;
  }

  get canPost(): boolean {
    return Boolean(this.#source?.can.includes('post')) && !this.isClosed;
  }

  get isClosed(): boolean {
    return this.#tools.settings().closed || this.#page?.closed === true;
  }

  /** How many comments there are, those that were just posted included. */
  get total(): number {
    const { comments = [], total } = this.#page ?? {};
    const known = new Set(comments.map(({ id }) => id));
    const own = [...this.#own.values()].filter(
      ({ comment }) => comment.state === 'visible' && !known.has(comment.id),
    );
    return (total ?? comments.filter(({ state }) => state === 'visible').length) + own.length;
  }

  /**
   * Reads the first page and shows it in place of what was shown.
   * @throws what the source throws, or the reason when `signal` is aborted
   */
  async load(source: CommentSource, signal: AbortSignal): Promise<CommentPage> {
    if (this.#loading?.signal !== signal) this.#loading?.abort();
    if (this.#source && source !== this.#source) this.#own.clear();
    const page = await source.load({ signal, sort: this.sort });
    await this.#list.prepare(page.comments);
    signal.throwIfAborted();
    this.#source = source;
    this.#page = page;
    this.#forgetSeen(page.comments);
    this.#peeked = undefined;
    this.#fresh = [];
    await this.#show();
    return page;
  }

  /** The order that the reader chose, here or elsewhere, else the page's. */
  get sort(): CommentSort {
    const kept = storage.get('localStorage', SORT);
    return (
      this.#sort ??
      commentSorts.find((one) => one === kept) ??
      this.#tools.settings().sort ??
      'oldest'
    );
  }

  /** Adds what a reader has just posted. */
  async add(comment: Comment): Promise<void> {
    await this.#list.prepare([comment]);
    this.#own.set(comment.id, { comment, at: this.#tools.now() });
    await this.#show();
  }

  /** Looks whether there is anything new, and offers it; nothing moves. Resolves with how many. */
  async check(signal?: AbortSignal): Promise<number> {
    const source = this.#source;
    if (!source || !this.#page) return 0;
    const canSort = source.can.includes('sort');
    const page = await source.load({ signal, peek: true, sort: canSort ? 'newest' : this.sort });
    if (source !== this.#source || signal?.aborted) return 0;
    const known = new Set([...this.#page.comments.map(({ id }) => id), ...this.#own.keys()]);
    this.#fresh = page.comments.filter(({ id, state }) => state === 'visible' && !known.has(id));
    this.#peeked = page;
    const { length: count } = this.#fresh;
    const keep = keepPlace(this.#tools.host);
    if (count) this.#tools.furniture.status(this.#tools.say('showNew', { count }));
    this.#describe();
    keep();
    return count;
  }

  /** Another post's comments are coming: these must not stand there if the next never come. */
  clear(): void {
    this.#loading?.abort();
    this.#page = undefined;
    this.#nodes = [];
    this.#own.clear();
    this.#fresh = [];
    this.#list.clear();
    this.#controls.clear();
    this.disconnected();
  }

  /** What the thread told search engines goes with it. */
  disconnected(): void {
    this.#loading?.abort();
    this.#data.forget();
  }

  /** Back in a page, as it was. */
  connected(): void {
    if (this.#page) this.#data.tell(this.#nodes);
  }

  retell(): void {
    this.#list.retell(this.#tools.writer().formatDate, this.#tools.now());
  }

  /** Whether a click was on something of the thread's, and so is dealt with. */
  click(target: Element): boolean {
    if (this.#places.click(target)) return true;
    if (target.closest('.load-more')) void this.#loadMore();
    else if (target.closest('.show-new')) void this.#showFresh();
    else return this.#actions.click(target);
    return true;
  }

  /** The reader chose an order. It is remembered. */
  async change(target: Element): Promise<void> {
    if (!(target instanceof HTMLSelectElement) || !target.matches('.sort')) return;
    const sort = commentSorts.find((one) => one === target.value);
    if (!sort) return;
    this.#sort = sort;
    storage.set('localStorage', SORT, sort);
    const source = this.#source;
    // Pages that are not here yet come in the source's order.
    if (source?.can.includes('sort') && this.#page?.cursor !== undefined) {
      this.#isBusy = true;
      await this.#guarded((signal) => this.load(source, signal));
    } else await this.#show();
  }

  /** The browser found words in replies that were folded away, and shows them. */
  found(target: Element): void {
    this.#places.found(target);
  }

  /** Takes the reader to a comment, loading and unfolding what hides it; `false` when it is not there. */
  async goTo(id: string): Promise<boolean> {
    for (let pages = 0; !this.#list.item(id) && pages < MOST_PAGES; pages++) {
      if (this.#page?.cursor === undefined || !(await this.#more())) break;
    }
    return this.#places.goTo(id);
  }

  #options(): CommentListOptions {
    const { avatars, folded, reports } = this.#tools.settings();
    const source = this.#source;
    const actions = (abilities: readonly CommentAbility[]) => ({
      reply: abilities.includes('post') && !this.isClosed,
      like: abilities.includes('like'),
      report: reports || abilities.includes('report'),
      edit: abilities.includes('edit'),
      remove: abilities.includes('remove'),
    });
    const can = source?.canDo
      ? ({ id }: Comment) => actions(source.canDo?.(id) ?? [])
      : actions(source?.can ?? []);
    return { ...this.#tools.writer(), avatars, folded, can };
  }

  #find(id: string): Comment | undefined {
    return this.#page?.comments.find((one) => one.id === id) ?? this.#own.get(id)?.comment;
  }

  /** What the source's list has now, and what it ought to have by now, is no longer kept beside it. */
  #forgetSeen(comments: readonly Comment[]): void {
    const seen = new Set(comments.map(({ id }) => id));
    for (const [id, { comment, at }] of this.#own) {
      const isLate = this.#tools.now() - at > UNSEEN && comment.state === 'visible';
      if (seen.has(id) || isLate) this.#own.delete(id);
    }
  }

  async #show(): Promise<void> {
    const { comments = [] } = this.#page ?? {};
    const known = new Set(comments.map(({ id }) => id));
    const own = [...this.#own.values()]
      .map(({ comment }) => comment)
      .filter(({ id }) => !known.has(id));
    this.#nodes = sortedTree([...comments, ...own], this.sort);
    this.#describe();
    if (!(await this.#list.show(this.#nodes))) return;
    this.#describe();
    this.#data.tell(this.#nodes);
  }

  #describe(): void {
    const page = this.#page;
    if (page)
      this.#controls.update({
        page,
        ...{ sort: this.sort, sorts: this.#sorts(), fresh: this.#fresh.length },
        isBusy: this.#isBusy,
      });
    this.#tools.described();
  }

  /** One comment needs no order, and nobody sorts by likes that nobody counts. */
  #sorts(): readonly CommentSort[] {
    if (this.#nodes.length < 2) return [];
    const hasLikes = this.#nodes.some(({ comment }) => comment.counts?.likes);
    return hasLikes ? commentSorts : commentSorts.filter((one) => one !== 'liked');
  }

  #changed(comment: Comment): void {
    const own = this.#own.get(comment.id);
    if (own) this.#own.set(comment.id, { ...own, comment });
    this.#replace((comments) => comments.map((one) => (one.id === comment.id ? comment : one)));
    void this.#list.prepare([comment]).then(() => this.#list.update(comment));
  }

  /** Where others have answered, the place stays. */
  async #removed(id: string): Promise<void> {
    const comment = this.#find(id);
    if (!comment) return;
    const own = [...this.#own.values()].map((one) => one.comment);
    const isAnswered = [...(this.#page?.comments ?? []), ...own].some(
      ({ parentId }) => parentId === id,
    );
    const gone: Comment = { ...comment, state: 'deleted', body: { text: '' } };
    if (isAnswered) this.#changed(gone);
    else {
      this.#own.delete(id);
      this.#replace((comments) => comments.filter((one) => one.id !== id));
    }
    const { total } = this.#page ?? {};
    if (this.#page && total) this.#page = { ...this.#page, total: total - 1 };
    const item = this.#list.item(id);
    const near = item?.nextElementSibling ?? item?.previousElementSibling ?? this.#tools.host;
    await this.#show();
    const place = this.#list.item(id) ?? near;
    if (place instanceof HTMLElement && place.isConnected) focusItem(place);
  }

  #replace(change: (comments: readonly Comment[]) => readonly Comment[]): void {
    if (this.#page) this.#page = { ...this.#page, comments: change(this.#page.comments) };
  }

  async #loadMore(): Promise<void> {
    const before = new Set(this.#page?.comments.map(({ id }) => id));
    const { say, furniture } = this.#tools;
    furniture.status(say('commentsLoading'));
    if (!(await this.#more())) return;
    const came = this.#page?.comments.filter(({ id }) => !before.has(id)) ?? [];
    furniture.status(say('loadedMore', { count: came.length }));
    const first = came.map(({ id }) => this.#list.item(id)).find(Boolean);
    if (first) focusItem(first);
  }

  /** One page more; `false` when it did not come. */
  async #more(): Promise<boolean> {
    const source = this.#source;
    const cursor = this.#page?.cursor;
    if (!source || cursor === undefined || this.#isBusy) return false;
    this.#isBusy = true;
    this.#describe();
    return this.#guarded(async (signal) => {
      const page = await source.load({ signal, cursor, sort: this.sort });
      await this.#list.prepare(page.comments);
      signal.throwIfAborted();
      const old = this.#page;
      const comments = together(old?.comments ?? [], page.comments);
      const total = page.total ?? old?.total;
      this.#page = { ...old, ...page, total, cursor: page.cursor, comments };
      this.#forgetSeen(page.comments);
      this.#isBusy = false;
      await this.#show();
    });
  }

  /** Runs something that a new list makes void, and that may fail: the reader is told, and nothing is lost. */
  async #guarded(run: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
    const loading = (this.#loading = new AbortController());
    try {
      await run(loading.signal);
      return true;
    } catch {
      if (!loading.signal.aborted) this.#tools.furniture.status(this.#tools.say('actionFailed'));
      return false;
    } finally {
      this.#isBusy = false;
      this.#describe();
    }
  }

  /** What is new comes into the list when the reader asks for it, and nothing jumps. */
  async #showFresh(): Promise<void> {
    const [first] = this.#fresh;
    const peeked = this.#peeked;
    const page = this.#page;
    if (!first || !page || !peeked) return;
    await this.#list.prepare(peeked.comments);
    const comments = together(page.comments, peeked.comments);
    this.#page = { ...page, comments, total: peeked.total ?? page.total };
    this.#fresh = [];
    const keep = keepPlace(this.#tools.host);
    await this.#show();
    keep();
    this.#tools.furniture.status('');
    const item = this.#list.item(first.id);
    if (item) focusItem(item);
  }
}

/** Two lists as one; of a comment that is in both, the later. */
function together(old: readonly Comment[], more: readonly Comment[]): Comment[] {
  const all = new Map(old.map((one) => [one.id, one]));
  for (const one of more) all.set(one.id, one);
  return [...all.values()];
}
