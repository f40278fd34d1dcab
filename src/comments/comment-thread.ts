import type { PropertyDeclarations } from 'lit';
import type { Comment } from '../content/comment.js';
import type { CommentListOptions } from '../content/comment-list.js';
import { systemClock, type Clock } from '../kit/clock.js';
import { ContextConsumer, ContextProvider } from '../kit/context.js';
import { formatDate, parseDate } from '../kit/dates.js';
import { prefixOf, select } from '../kit/define.js';
import { fromElsewhere, fromWriter } from '../kit/html.js';
import { LightElement } from '../kit/light-element.js';
import { timeContext, type TimeContext } from '../kit/time-context.js';
import { WordsController, type Words } from '../kit/words.js';
import {
  commentSourceContext,
  errorKind,
  type CommentPage,
  type CommentSource,
  type CommentSourceRef,
} from '../sources/comment-source.js';
import { refFor } from '../sources/registry.js';
import { SheetController } from '../styles/sheet-controller.js';
import {
  CommentsErrorEvent,
  CommentsLoadEvent,
  type CommentPostedEvent,
} from './comment-events.js';
import type { CommentForm } from './comment-form.js';
import { isCancel } from './form-heading.js';
import { FormMover } from './form-mover.js';
import { ThreadFurniture } from './thread-furniture.js';
import { countItems, itemOf } from './thread-items.js';
import type { ThreadList } from './thread-list.js';

const formTag = 'comment-form';
const REPLY = '.reply, .comment-reply-link';

/**
 * The comments of a story and the form for new ones. Comments that a server wrote are kept and can be
 * answered; a source adds its own. A thread that is left without comments, source and `form[action]`
 * keeps its comments in the reader's own browser, and says so.
 *
 * @tagname comment-thread
 *
 * @attr {string} source - Where comments come from and go to: `local`, or a name given to `registerSource`. Default: the article's `comment-source`.
 * @attr {string} src - The site or page that the source asks, for sources that need one.
 * @attr {string} post - Which post's comments. Default: the page's, by its path and query.
 *
 * @fires {CommentsLoadEvent} comments-load - The comments are read and shown.
 * @fires {CommentsErrorEvent} comments-error - The comments could not be read; the reader has been told and can try again.
 *
 * @slot - `ol > li#comment-N > article` as a server writes it, a heading and a `comment-form`, all optional. (No shadow root: these are plain children.)
 */
export class CommentThread extends LightElement {
  static readonly tag: string = 'comment-thread';
  static override readonly properties: PropertyDeclarations = {
    source: { reflect: true },
    src: {},
    post: {},
    commentSource: { attribute: false },
    words: { attribute: false },
  };

  /** The name of the source. */
  source?: string | undefined;
  /** The site or page that the source asks. */
  src?: string | undefined;
  /** Which post's comments. */
  post?: string | undefined;
  /** A source of the page's own. */
  commentSource?: CommentSource | undefined;
  /** Words of the page's own, over those of the language. */
  words?: Partial<Words> | undefined;

  readonly #words = new WordsController(this);
  readonly #time = new ContextConsumer<TimeContext>(this, timeContext);
  readonly #article = new ContextConsumer<CommentSourceRef | undefined>(this, commentSourceContext);
  readonly #provider = new ContextProvider<CommentSourceRef | undefined>(
    this,
    commentSourceContext,
    undefined,
  );
  readonly #furniture = new ThreadFurniture(this);
  readonly #mover = new FormMover();
  #list: ThreadList | undefined;
  #own: CommentSourceRef | undefined;
  #loading: AbortController | undefined;
  #page: CommentPage | undefined;
  #canPost = false;
  #rest: (() => void) | undefined;
  #clock: Clock | undefined;

  constructor() {
    super();
    new SheetController(this);
    this.addEventListener('click', this.#click);
    this.addEventListener('comment-posted', this.#posted);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // An answer that was on its way when the thread was taken out is asked for again.
    if (this.hasUpdated && this.#provider.value && !this.#page) void this.reload();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
    this.#rest?.();
    this.#clock = undefined;
  }

  /** Reads the comments again; resolves when they, or the failure, are shown. Late answers are dropped. */
  async reload(): Promise<void> {
    this.#loading?.abort();
    const ref = this.#provider.value;
    if (!ref) return;
    const loading = (this.#loading = new AbortController());
    this.setAttribute('aria-busy', 'true');
    this.#describe(); // the heading stands from the first, so that no form is ever without one above it
    this.#furniture.failure('');
    this.#furniture.status(countItems(this) ? '' : this.#words.say('commentsLoading'));
    try {
      const [source, list] = await Promise.all([ref.resolve(), this.#view()]);
      const page = await source.load({ signal: loading.signal });
      await list.prepare(page.comments);
      if (!loading.signal.aborted) this.#loaded(source, page, list);
    } catch (error) {
      if (!loading.signal.aborted) this.#failed(error);
    }
    if (this.#loading === loading) this.removeAttribute('aria-busy');
  }

  protected override willUpdate(): void {
    if (this.#isLeftToUs()) this.source = 'local';
  }

  protected override firstUpdated(): void {
    void this.#takeUpReply();
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    if (
      ['source', 'src', 'post', 'commentSource'].some((name) => changed.has(name)) ||
      !this.hasUpdated
    ) {
      this.#own = refFor(this.commentSource ?? this.source, { src: this.src, post: this.post });
    }
    const ref = this.#own ?? this.#article.value;
    if (ref !== this.#provider.value) {
      this.#provider.value = ref;
      if (this.#page) this.#leave();
      void this.reload();
    } else if (this.#page) {
      this.#describe();
    }
    this.#watch(this.#time.value?.clock ?? systemClock);
  }

  /** Nobody named a source, wrote comments, or gave the form somewhere to post. */
  #isLeftToUs(): boolean {
    return (
      !this.source &&
      !this.commentSource &&
      !this.#article.value &&
      // An article may name its source before its own script has arrived.
      !this.closest('[comment-source]') &&
      !this.querySelector('form[action], li[id^="comment-"]')
    );
  }

  /** WordPress gives a form of its own the class as well, and ours may not be upgraded yet. */
  get #form(): CommentForm | undefined {
    const forms = this.querySelectorAll<CommentForm>(select(formTag));
    return [...forms].find((form) => 'replyTo' in form);
  }

  #options(): CommentListOptions {
    return { formatDate: this.#formatDate, say: this.#words.say, canReply: this.#canPost };
  }

  readonly #formatDate = (iso: string): string => {
    const moment = parseDate(iso);
    const { timeZone, clock = systemClock } = this.#time.value ?? {};
    const { language, say } = this.#words;
    return moment
      ? formatDate(moment, 'relative', {
          language,
          timeZone,
          now: clock.now(),
          justNow: say('justNow'),
        })
      : '';
  };

  async #view(): Promise<ThreadList> {
    const { ThreadList } = await import('./thread-list.js');
    return (this.#list ??= new ThreadList(this, { fromWriter, fromElsewhere }));
  }

  #loaded(source: CommentSource, page: CommentPage, list: ThreadList): void {
    this.#page = page;
    this.#canPost = source.can.includes('post');
    this.#show(page.comments, list);
    this.#furniture.status('');
    if (this.#canPost && !this.querySelector(select(formTag))) this.#writeForm();
    void this.#takeUpReply();
    this.#describe();
    this.dispatchEvent(new CommentsLoadEvent(page.total ?? page.comments.length, page.comments));
  }

  #show(comments: readonly Comment[], list = this.#list): void {
    // The form may stand inside a comment that is about to be written again.
    this.#mover.home(this.#form);
    list?.show(comments, this.#options());
  }

  /** Another story's comments go at once: they must not stand there if the next ones never come. */
  #leave(): void {
    this.#page = undefined;
    this.#form?.cancelReply();
    this.#show([]);
    this.#describe();
  }

  #failed(error: unknown): void {
    const { say } = this.#words;
    this.#furniture.status('');
    this.#furniture.failure(say('commentsFailed'), say('tryAgain'));
    this.dispatchEvent(new CommentsErrorEvent(error, errorKind(error)));
  }

  /** The heading with the number, how comments are kept, and what to say when there are none. */
  #describe(): void {
    const { say } = this.#words;
    const { kept, total = 0 } = this.#page ?? {};
    const count = Math.max(total, countItems(this));
    this.#furniture.heading(count ? say('comments', { count }) : say('commentsTitle'));
    this.#furniture.note(kept ? say(kept === 'memory' ? 'keptInMemory' : 'keptOnDevice') : '');
    this.#furniture.empty(count || !this.#page ? '' : say('commentsNone'));
    this.#list?.retell(this.#formatDate);
  }

  #writeForm(): void {
    const prefix = prefixOf(this);
    const form = this.ownerDocument.createElement(prefix + formTag);
    if (prefix) form.className = formTag;
    this.append(form);
  }

  #watch(clock: Clock): void {
    if (clock === this.#clock || !this.isConnected) return;
    this.#rest?.();
    this.#clock = clock;
    this.#rest = clock.subscribe(() => this.#list?.retell(this.#formatDate));
  }

  readonly #click = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('.retry')) void this.reload();
    else if (isCancel(target)) {
      if (event.defaultPrevented) this.#cancel(); // by the form, which answered nobody else
    } else if (target.closest(REPLY) && this.#form) {
      event.preventDefault();
      const item = target.closest('li');
      const id =
        target.closest<HTMLElement>(REPLY)?.dataset.commentid ?? item?.id.replace(/^comment-/, '');
      if (id) this.#reply(id);
    }
  };

  /** A reply that was begun before the comments were read again, or the page reloaded, goes on. */
  async #takeUpReply(): Promise<void> {
    await this.#form?.updateComplete;
    const id = this.#form?.parentId;
    if (id && this.isConnected) this.#reply(id, false);
  }

  /** Takes the form to a comment. One that is gone leaves the form at home, with its text. */
  #reply(id: string, focus = true): void {
    const form = this.#form;
    const item = itemOf(this, id);
    if (!form || !item) return form?.cancelReply();
    this.#mover.move(form, item);
    const author = item.querySelector('.comment-author .fn, .comment-author');
    form.replyTo(id, author?.textContent?.trim() ?? '');
    if (focus) form.focus();
  }

  #cancel(): void {
    const form = this.#form;
    const item = form?.closest('li');
    if (!this.#mover.home(form)) return;
    (item?.querySelector<HTMLElement>(REPLY) ?? form)?.focus();
  }

  readonly #posted = ({ comment, status }: CommentPostedEvent): void => {
    if (status === 'trashed') return;
    const form = this.#form;
    form?.cancelReply();
    const wasAway = this.#mover.home(form);
    if (comment) void this.#add(comment, wasAway);
  };

  async #add(comment: Comment, wasReply: boolean): Promise<void> {
    const list = await this.#view();
    await list.prepare([comment]);
    list.add(comment, this.#options());
    if (this.#page) {
      const { comments, total = comments.length } = this.#page;
      const more =
        comment.state === 'visible' && !comments.some(({ id }) => id === comment.id) ? 1 : 0;
      this.#page = { ...this.#page, comments: [...comments, comment], total: total + more };
      this.#describe();
    }
    if (wasReply) this.#visit(comment.id);
  }

  /** The form has gone home from under a reply: the reader stays with what was just written. */
  #visit(id: string): void {
    const item = itemOf(this, id);
    if (!item) return;
    item.tabIndex = -1;
    item.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-thread': CommentThread;
  }
}
