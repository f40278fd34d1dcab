import type { PropertyDeclarations } from 'lit';
import type { Comment, CommentAuthor } from '../content/comment.js';
import { choice } from '../kit/choice.js';
import { systemClock, type Clock } from '../kit/clock.js';
import { ContextConsumer, ContextProvider } from '../kit/context.js';
import { writeDate } from '../kit/dates.js';
import { prefixOf, select } from '../kit/define.js';
import { dataBlock, fromElsewhere, fromWriter, setData } from '../kit/html.js';
import { LightElement } from '../kit/light-element.js';
import { whenNear } from '../kit/near.js';
import { timeContext, type TimeContext } from '../kit/time-context.js';
import { learnWords, WordsController, type Words } from '../kit/words.js';
import { enComments } from '../kit/words/en-comments.js';
import {
  commentSorts,
  commentSourceContext,
  errorKind,
  type CommentSort,
  type CommentSource,
  type CommentSourceRef,
} from '../sources/comment-source.js';
import { mergedRefFor, refFor } from '../sources/registry.js';
import { SheetController } from '../styles/sheet-controller.js';
import {
  CommentReportEvent,
  CommentsErrorEvent,
  CommentsLoadEvent,
  type CommentPostedEvent,
} from './comment-events.js';
import { ThreadFurniture } from './thread-furniture.js';
import { countItems, itemOf } from './thread-items.js';
import { RefreshController } from './thread-refresh.js';
import { ThreadReplies } from './thread-replies.js';
import type { ThreadView } from './thread-view.js';

learnWords(enComments);

const formTag = 'comment-form';
/** Conversations elsewhere that belong to the thread: links that a reader without the script can follow. */
const ELSEWHERE = ':scope > a[data-comments], :scope > :not(ol) a[data-comments]';

/**
 * The comments of a story and the form for new ones. Comments that a server wrote are kept and can be
 * answered; a source adds its own, once the thread comes near the window. Links with `data-comments`
 * name conversations elsewhere that are shown among them. A thread that is left without comments, source
 * and `form[action]` keeps its comments in the reader's own browser, and says so.
 *
 * @tagname comment-thread
 *
 * @attr {'local'|'wordpress'|'bluesky'|'mastodon'|'webmention'|'json'} source - Where comments come from and go to, or a name given to `registerSource`. Default: the article's `comment-source`.
 * @attr {string} src - The site, page or post that the source asks, for sources that need one.
 * @attr {string} post - Which post's comments. Default: the page's, by its path and query.
 * @attr {'lazy'|'eager'} loading - Whether to wait until the reader comes near. Default: `lazy`.
 * @attr {'oldest'|'newest'|'liked'} sort - The order until a reader chooses one. Default: `oldest`.
 * @attr {'shown'|'folded'} replies - Whether replies are folded away until a reader wants them, in browsers that find words in them all the same. Default: `shown`.
 * @attr {'initials'|'pictures'} avatars - Pictures are fetched from wherever their owners keep them, and tell those places who reads. Default: `initials`.
 * @attr {number} refresh - Looks for new comments every so many seconds (30 at least) while the page is seen. Default: never.
 * @attr {boolean} reports - Lets readers report comments where the source cannot; your page hears `comment-report`.
 * @attr {boolean} closed - Takes no more comments.
 *
 * @fires {CommentsLoadEvent} comments-load - The comments are read and shown.
 * @fires {CommentsErrorEvent} comments-error - The comments could not be read; the reader has been told and can try again.
 * @fires {CommentReportEvent} comment-report - A reader reports a comment (`comment`). Cancelable: the source is then not asked.
 *
 * @slot - `ol > li#comment-N > article` as a server writes it, a heading and a `comment-form`, all optional. (No shadow root: these are plain children.)
 */
export class CommentThread extends LightElement {
  static readonly tag: string = 'comment-thread';
  static override readonly properties: PropertyDeclarations = {
    source: { reflect: true },
    src: {},
    post: {},
    loading: {},
    sort: { converter: choice('sort', commentSorts) },
    replies: { converter: choice('replies', ['shown', 'folded']) },
    avatars: { converter: choice('avatars', ['initials', 'pictures']) },
    refresh: { type: Number },
    reports: { type: Boolean },
    closed: { type: Boolean },
    commentSource: { attribute: false },
    identity: { attribute: false },
    words: { attribute: false },
  };

  /** The name of the source. */
  source?: string | undefined;
  /** The site, page or post that the source asks. */
  src?: string | undefined;
  /** Which post's comments. */
  post?: string | undefined;
  /** `eager` does not wait until the reader comes near. */
  loading?: 'lazy' | 'eager' | undefined;
  /** The order until a reader chooses one. */
  sort?: CommentSort | undefined;
  /** Whether replies are folded away until a reader wants them. */
  replies?: 'shown' | 'folded' | undefined;
  /** Whether pictures of authors are fetched from elsewhere. */
  avatars?: 'initials' | 'pictures' | undefined;
  /** How often to look for new comments, in seconds. */
  refresh?: number | undefined;
  /** Whether the page deals with reports itself. */
  reports = false;
  /** Takes no more comments. */
  closed = false;
  /** A source of the page's own. */
  commentSource?: CommentSource | undefined;
  /** Who is signed in, for the forms inside. */
  identity?: CommentAuthor | undefined;
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
  readonly #replies = new ThreadReplies(this);
  readonly #refresh = new RefreshController(this, () => this.checkForNew());
  #view: ThreadView | undefined;
  #own: CommentSourceRef | undefined;
  #loading: AbortController | undefined;
  #rest: (() => void) | undefined;
  #unwait: (() => void) | undefined;
  #clock: Clock | undefined;

  constructor() {
    super();
    new SheetController(this);
    this.addEventListener('click', this.#click);
    this.addEventListener('change', ({ target }) => void this.#view?.change(target as Element));
    this.addEventListener('beforematch', ({ target }) => this.#view?.found(target as Element));
    this.addEventListener('comment-posted', this.#posted);
    this.addEventListener('comment-reply-restored', () => void this.#replies.takeUp());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#goToHash);
    // An answer that was on its way when the thread was taken out is asked for again.
    if (this.hasUpdated && this.#provider.value && !this.#view?.page) this.#start();
    this.#view?.connected();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#goToHash);
    this.#loading?.abort();
    this.#view?.disconnected();
    this.#unwait?.();
    this.#rest?.();
    this.#clock = undefined;
  }

  /** Reads the comments again; resolves when they, or the failure, are shown. Late answers are dropped. */
  async reload(): Promise<void> {
    this.#unwait?.();
    this.#loading?.abort();
    const ref = this.#provider.value;
    if (!ref) return;
    const loading = (this.#loading = new AbortController());
    this.setAttribute('aria-busy', 'true');
    this.#describe();
    this.#furniture.failure('');
    this.#furniture.status(countItems(this) ? '' : this.#words.say('commentsLoading'));
    try {
      const [source, view] = await Promise.all([ref.resolve(), this.#loadView()]);
      await view.load(source, loading.signal);
      if (!loading.signal.aborted) this.#loaded(view);
    } catch (error) {
      if (!loading.signal.aborted) this.#failed(error);
    }
    if (this.#loading === loading) this.removeAttribute('aria-busy');
  }

  /**
   * Looks whether there are new comments and offers them to the reader; nothing moves by itself. Resolves
   * with their number.
   */
  async checkForNew(): Promise<number> {
    return (await this.#view?.check(this.#loading?.signal)) ?? 0;
  }

  protected override willUpdate(): void {
    if (this.#isLeftToUs()) this.source = 'local';
  }

  protected override firstUpdated(): void {
    void this.#replies.takeUp();
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    const ref = this.#ref(
      !this.hasUpdated ||
        ['source', 'src', 'post', 'commentSource'].some((name) => changed.has(name)),
    );
    if (ref !== this.#provider.value) {
      this.#provider.value = ref;
      if (this.#view?.page) this.#leave();
      this.#start();
    } else if (this.#view?.page) {
      this.#describe();
    }
    if (changed.has('identity')) this.#replies.form?.requestUpdate();
    this.#refresh.every(this.refresh);
    this.#watch(this.#time.value?.clock ?? systemClock);
  }

  /** The source that this thread names, with the conversations elsewhere; always the same one for the same names. */
  #ref(isNew: boolean): CommentSourceRef | undefined {
    if (isNew) {
      this.#own = refFor(this.commentSource ?? this.source, { src: this.src, post: this.post });
    }
    const first = this.#own ?? this.#article.value;
    const elsewhere = [...this.querySelectorAll<HTMLAnchorElement>(ELSEWHERE)];
    return elsewhere.length
      ? mergedRefFor(
          this,
          { name: this.commentSource?.name ?? this.source ?? '', ref: first },
          elsewhere.map(({ dataset, href }) => ({ source: dataset.comments ?? '', src: href })),
        )
      : first;
  }

  /** Nobody named a source, wrote comments, or gave the form somewhere to post. */
  #isLeftToUs(): boolean {
    return (
      !this.source &&
      !this.commentSource &&
      !this.#article.value &&
      // An article may name its source before its own script has arrived.
      !this.closest('[comment-source]') &&
      !this.querySelector(`form[action], li[id^="comment-"], ${ELSEWHERE}`)
    );
  }

  /** Waits for the reader, unless they come for one of the comments. */
  #start(): void {
    this.#unwait?.();
    if (!this.#provider.value) return;
    this.#describe(); // the heading stands from the first: some readers go from heading to heading
    if (this.loading === 'eager' || commentInHash()) void this.reload();
    else this.#unwait = whenNear(this, () => void this.reload());
  }

  readonly #now = (): number => (this.#time.value?.clock ?? systemClock).now();

  readonly #writer = () => {
    const { language } = this.#words;
    const say = this.#words.fixed();
    const { timeZone } = this.#time.value ?? {};
    const options = { language, timeZone, now: this.#now(), justNow: say('justNow') };
    return { say, formatDate: (iso: string) => writeDate(iso, 'relative', options) };
  };

  async #loadView(): Promise<ThreadView> {
    const { ThreadView } = await import('./thread-view.js');
    return (this.#view ??= new ThreadView({
      host: this,
      furniture: this.#furniture,
      say: this.#words.say,
      writer: this.#writer,
      now: this.#now,
      settings: () => ({
        sort: this.sort,
        avatars: this.avatars === 'pictures',
        // Where the browser cannot find words in what is folded away, nothing is folded unasked.
        folded: this.replies === 'folded' && 'onbeforematch' in this,
        reports: this.reports,
        closed: this.closed,
      }),
      ...{ fromWriter, fromElsewhere, dataBlock, setData, learn: learnWords },
      leaving: (item) => this.#replies.leaving(item),
      mayReport: (comment) => this.dispatchEvent(new CommentReportEvent(comment)),
      described: () => this.#describe(),
    }));
  }

  #loaded(view: ThreadView): void {
    const { comments = [] } = view.page ?? {};
    this.#furniture.status('');
    if (view.canPost && !this.querySelector(select(formTag))) this.#writeForm();
    void this.#replies.takeUp();
    this.#describe();
    this.#refresh.every(this.refresh);
    this.dispatchEvent(new CommentsLoadEvent(view.total, comments));
    this.#goToHash();
  }

  /** Another story's comments go at once: they must not stand there if the next ones never come. */
  #leave(): void {
    this.#replies.end();
    this.#view?.clear();
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
    const view = this.#view;
    const page = view?.page;
    const { kept } = page ?? {};
    const count = Math.max(page ? view.total : 0, countItems(this));
    this.#furniture.heading(count ? say('comments', { count }) : say('commentsTitle'));
    this.#furniture.note(kept ? say(kept === 'memory' ? 'keptInMemory' : 'keptOnDevice') : '');
    const isClosed = view?.isClosed ?? this.closed;
    const isEmpty = page && !count && !this.querySelector(':scope > ol > li');
    this.#furniture.empty(isEmpty && !isClosed ? say('commentsNone') : '');
    this.#furniture.closed(isClosed ? say('commentsClosed') : '');
    const { form } = this.#replies;
    if (form) form.closed = isClosed;
    view?.retell();
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
    this.#rest = clock.subscribe(() => this.#view?.retell());
  }

  readonly #goToHash = (): void => {
    const id = commentInHash();
    if (id === undefined || this.#isElsewhere(id)) return;
    if (this.#view?.page) void this.#view.goTo(id);
    else if (this.#unwait) void this.reload();
  };

  /** Another thread in the page has that comment: this one need not look for it. */
  #isElsewhere(id: string): boolean {
    const there = this.ownerDocument.getElementById(`comment-${id}`);
    return there !== null && !this.contains(there);
  }

  readonly #click = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('.retry')) void this.reload();
    else if (!this.#replies.click(event)) this.#view?.click(target);
  };

  readonly #posted = ({ comment, status }: CommentPostedEvent): void => {
    if (status === 'trashed') return;
    const wasAway = this.#replies.end();
    if (comment) void this.#add(comment, wasAway);
  };

  async #add(comment: Comment, wasReply: boolean): Promise<void> {
    const view = await this.#loadView();
    await view.add(comment);
    this.#describe();
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

/** The comment that the page's address names. */
function commentInHash(): string | undefined {
  const [, id] = /^#comment-(.+)/.exec(location.hash) ?? [];
  try {
    return id && decodeURIComponent(id);
  } catch {
    return id;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-thread': CommentThread;
  }
}
