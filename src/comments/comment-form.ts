import type { PropertyDeclarations } from 'lit';
import type { CommentAuthor, CommentDraft } from '../content/comment.js';
import { renderCommentForm } from '../content/comment-form.js';
import { ContextConsumer } from '../kit/context.js';
import { select } from '../kit/define.js';
import { fromElsewhere, fromWriter } from '../kit/html.js';
import { LightElement } from '../kit/light-element.js';
import { whenNear } from '../kit/near.js';
import { ContentObserver } from '../kit/observe.js';
import { warnOnce } from '../kit/warn.js';
import { learnWords, WordsController, type Words } from '../kit/words.js';
import { Written } from '../kit/written.js';
import {
  commentSourceContext,
  type CommentSource,
  type CommentSourceRef,
} from '../sources/comment-source.js';
import { refFor } from '../sources/registry.js';
import { SheetController } from '../styles/sheet-controller.js';
import { CommentErrorEvent, CommentSubmitEvent } from './comment-events.js';
import type { FormDesk } from './form-desk.js';
import { DRAFTS, nothing, type Draft } from './form-draft.js';
import { Drafts } from './form-drafts.js';
import {
  CONSENT,
  faultOf,
  fieldOf,
  fieldsOf,
  isTicked,
  liftLimit,
  onlyCaptcha,
  otherFields,
  showFault,
  valueOf,
  wellFormed,
  type Field,
} from './form-fields.js';
import type { FormHands, FormNow, FormState } from './form-hands.js';
import { isCancel } from './form-heading.js';
import { FormStatus } from './form-status.js';
import { wasPosted } from './native-post.js';

let forms = 0;

/**
 * A form for comments. It upgrades a real `form` in place, which posts without the script too, or
 * writes one when it is left empty. What a reader typed is never lost: it outlives a reload and a
 * crash, each answer keeps its own, and it stays in the box when sending fails. `data-state` on the tag
 * says what it is doing: `idle editing sending sent held failed rate-limited signed-out closed`.
 *
 * @tagname comment-form
 *
 * @attr {string} source - Where comments go: `local`, or a name given to `registerSource`. Default: that of the thread or article around it; with none, the browser posts the form as any form.
 * @attr {string} src - The site or page that the source asks, for sources that need one.
 * @attr {string} post - Which post is commented on.
 * @attr {string} action - Where the form posts without a source, for a tag that is left empty.
 * @attr {boolean} closed - Takes no more comments; what was typed can still be copied.
 * @attr {boolean} preview - Lets the reader see the comment as the thread will show it.
 * @attr {boolean} markdown - The text is Markdown, where the source takes it.
 *
 * @fires {CommentSubmitEvent} comment-submit - A complete comment is about to be sent. Cancelable; `respondWith(promise)` sends it in a way of your own.
 * @fires {CommentPostedEvent} comment-posted - The comment was taken. On the document too when the form is no longer in the page.
 * @fires {CommentErrorEvent} comment-error - The comment was not taken; the reader has been told.
 * @fires {CommentAuthRequiredEvent} comment-auth-required - The site wants the reader to sign in; `resume()` then sends the comment.
 *
 * @slot - A `form[method=post]` whose fields have WordPress's names: `comment author email url comment_parent`; or only what has `data-captcha`, which goes into the form that is written. (No shadow root: these are plain children.)
 */
export class CommentForm extends LightElement {
  static readonly tag: string = 'comment-form';
  static override readonly properties: PropertyDeclarations = {
    source: {},
    src: {},
    post: {},
    action: {},
    closed: { type: Boolean },
    preview: { type: Boolean },
    markdown: { type: Boolean },
    commentSource: { attribute: false },
    identity: { attribute: false },
    words: { attribute: false },
  };

  /** Where comments go: the name of a source. */
  source?: string | undefined;
  /** The site or page that the source asks. */
  src?: string | undefined;
  /** Which post is commented on. */
  post?: string | undefined;
  /** Where the form posts without a source, for a tag that is left empty. */
  action?: string | undefined;
  /** Takes no more comments. */
  closed = false;
  /** Lets the reader see the comment as the thread will show it. */
  preview = false;
  /** The text is Markdown, where the source takes it. */
  markdown = false;
  /** A source of the page's own. */
  commentSource?: CommentSource | undefined;
  /** Who is signed in; nobody is then asked for name and address. Default: that of the thread around it. */
  identity?: CommentAuthor | undefined;
  /** Words of the page's own, over those of the language. */
  words?: Partial<Words> | undefined;

  readonly #words = new WordsController(this);
  readonly #around = new ContextConsumer<CommentSourceRef | undefined>(this, commentSourceContext);
  readonly #written = new Written(this);
  readonly #status = new FormStatus();
  readonly #id = `comment-form-${++forms}`;
  readonly #drafts = new Drafts();
  readonly #now: FormNow = { form: undefined, state: 'idle', draft: nothing, owner: '', until: 0 };
  #own: CommentSourceRef | undefined;
  #touched = 0;
  #answers: { id: string; name: string } | undefined;
  /** What is loaded late, and the way there. */
  #desk: FormDesk | undefined;
  #coming: Promise<FormDesk> | undefined;
  #unwait: (() => void) | undefined;

  constructor() {
    super();
    new SheetController(this);
    new ContentObserver(this, { childList: true });
    this.addEventListener('submit', this.#submit);
    this.addEventListener('input', this.#input);
    this.addEventListener('reset', this.#reset);
    this.addEventListener('keydown', this.#keydown);
    this.addEventListener('click', this.#click);
    this.addEventListener('focusin', () => this.#atDesk());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What comes close to the window, or is touched, may need the rest of its script.
    if (!this.#desk && typeof IntersectionObserver === 'function')
      this.#unwait = whenNear(this, () => this.#atDesk());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwait?.();
  }

  /** The comment that is answered; `null` for a comment at the top. */
  get parentId(): string | null {
    const { form } = this.#now;
    const field = form && fieldOf(form, 'comment_parent');
    const id = field ? field.value.trim() : this.#answers?.id;
    return id && id !== '0' ? id : null;
  }

  /**
   * Makes the next comment an answer to another, and shows what was typed for it before.
   * @throws TypeError when `id` is no text
   */
  replyTo(id: string, name: string): void {
    if (typeof id !== 'string' || !id)
      throw new TypeError('replyTo: `id` must be the id of a comment.');
    this.#answer({ id, name: String(name) });
  }

  /** Makes the next comment one at the top again. */
  cancelReply(): void {
    this.#answer(undefined);
  }

  /** The comment that is answered is no longer there: what was typed becomes a comment at the top. */
  replyGone(): void {
    if (this.parentId) this.#atDesk((desk) => desk.replyGone(() => this.cancelReply()));
  }

  /** Focuses the box for the comment. */
  override focus(options?: FocusOptions): void {
    this.#box?.focus(options);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (['source', 'src', 'post', 'commentSource'].some((name) => changed.has(name))) {
      this.#own = refFor(this.commentSource ?? this.source, { src: this.src, post: this.post });
      this.#now.isShut = false;
    }
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    if (this.#written.present || onlyCaptcha(this)) this.#write();
    const form = this.querySelector('form') ?? undefined;
    if (form !== this.#now.form) this.#take(form);
    if (this.#isClosed !== (this.#now.state === 'closed'))
      this.#become(this.#isClosed ? 'closed' : 'idle');
    if (this.closed || this.preview || this.markdown || this.#who) this.#atDesk();
  }

  get #isClosed(): boolean {
    return this.closed || Boolean(this.#now.isShut);
  }

  get #box(): Field | undefined {
    const { form } = this.#now;
    return form && fieldOf(form, 'comment');
  }

  /** The thread around it, else all there is. */
  get #thread(): ParentNode & { readonly identity?: CommentAuthor | undefined } {
    return this.closest(select('comment-thread')) ?? (this.getRootNode() as ParentNode);
  }

  get #source(): CommentSourceRef | undefined {
    return this.#own ?? this.#around.value;
  }

  get #who(): CommentAuthor | undefined {
    return this.identity ?? this.#thread.identity;
  }

  /** Writes the form; what a reader has filled in already is carried over. */
  #write(): void {
    const { action, post } = this;
    const old = this.#now.form;
    const level = this.closest(select('comment-thread')) ? 3 : 2;
    const captchas = [...this.querySelectorAll('[data-captcha]')];
    this.#written.replace(
      String(renderCommentForm({ say: this.#words.say, id: this.#id, action, post, level })),
    );
    const form = this.querySelector('form');
    const last = form?.querySelector('.form-submit');
    if (form !== old) last?.before(...captchas);
    if (!form || !old || form === old) return;
    for (const from of fieldsOf(old)) {
      const field = fieldOf(form, from.name);
      // Which post is commented on is for the page to say, not what the reader filled in.
      if (!field || field.name === 'comment_post_ID') continue;
      field.value = from.value;
      if ('checked' in field && 'checked' in from) field.checked = from.checked;
    }
  }

  /** Makes a form ours: our words instead of the browser's, and what the reader had typed before. */
  #take(form: HTMLFormElement | undefined): void {
    this.#now.form = form;
    if (!form) return;
    form.noValidate = true;
    for (const field of fieldsOf(form)) showFault(field, undefined);
    this.#status.attach(form);
    liftLimit(this.#box);
    this.#restore();
    if (this.#answers) this.#answer(this.#answers);
  }

  /** What was typed before: for the comment that is answered, else whatever was typed last. */
  #restore(): void {
    const box = this.#box;
    const { parentId } = this;
    const slot = this.#slot(parentId);
    const own = parentId ? this.#drafts.read(slot) : undefined;
    const [at, draft] = own
      ? [slot, own]
      : (!parentId && this.#drafts.newest(this.#slot())) || [slot, nothing];
    this.#now.owner ||= slot;
    if (draft.sent && wasPosted(draft.text, this, this.#thread)) this.#drafts.remove(at);
    else if (draft.text && box && !box.value) {
      this.#parent = draft.parentId;
      this.#show(at, draft);
    }
  }

  /**
   * Where a draft is kept: by reader, thread and comment that is answered. Without the last, what all
   * of a thread begin with. WordPress sends a reader back to the same page under another query.
   */
  #slot(parentId?: string | null): string {
    const query = location.search.replace(
      /[?&](?:unapproved|moderation-hash|replytocom)=[^&]*/g,
      '',
    );
    const thread = `${this.post ?? ''}:${location.pathname}${query}`;
    const parts = [
      this.#who?.name ?? '',
      thread,
      parentId === undefined ? '' : (parentId ?? 'top'),
    ];
    return `${DRAFTS}form:${parts.map(encodeURIComponent).join(':')}`;
  }

  set #parent(id: string | null | undefined) {
    const { form } = this.#now;
    const parent = form && fieldOf(form, 'comment_parent');
    if (parent && (id || this.parentId)) parent.value = id ?? '0';
  }

  /**
   * Each answer keeps its own draft. What was typed at the top goes along to an answer that has none,
   * and back; what was typed for one answer never turns up in another.
   */
  #answer(to: { id: string; name: string } | undefined): void {
    const { form, draft } = this.#now;
    const from = this.#slot(this.parentId);
    const box = this.#box;
    if (box && box.value !== draft.text) this.#keep();
    const isReply = Boolean(to || this.parentId);
    this.#answers = to;
    this.#now.isOwn = false;
    if (!form || !isReply) return;
    this.#parent = to?.id;
    this.#atDesk((desk) => desk.title.show(form, this.#answers?.name));
    const slot = this.#slot(this.parentId);
    if (slot === from || !box) return;
    const own = this.#drafts.read(slot);
    if (own || (to && this.#now.owner !== this.#slot(null))) this.#show(slot, own ?? nothing);
  }

  #show(slot: string, draft: Draft): void {
    const box = this.#box;
    if (box && box.value !== draft.text) box.value = draft.text;
    Object.assign(this.#now, { owner: slot, draft, isEdited: false });
  }

  /** Keeps what is in the box; a text that was carried along is now at home here. */
  #keep(more: Partial<Draft> = {}): void {
    const now = this.#now;
    const { parentId } = this;
    const slot = this.#slot(parentId);
    const text = this.#box?.value ?? '';
    if (now.owner !== slot && now.draft.text) this.#drafts.remove(now.owner);
    const { key } = now.draft;
    const format = this.markdown ? ('markdown' as const) : undefined;
    now.draft = { text, parentId, savedAt: Date.now(), key, format, ...more };
    now.owner = slot;
    this.#drafts.write(slot, now.draft);
  }

  #become(state: FormState): void {
    this.dataset.state = this.#now.state = state;
  }

  /** The rest of the script. Where it cannot be loaded a draft is kept, and posting fails, without it. */
  #atDesk(act: (desk: FormDesk) => void = () => {}, failed = () => {}): void {
    if (this.#desk) return act(this.#desk);
    this.#coming ??= import('./form-desk.js').then(
      ({ FormDesk }) => (this.#desk = new FormDesk(this.#hands())),
    );
    this.#coming.then(act, () => {
      this.#coming = undefined;
      failed();
    });
  }

  #hands(): FormHands {
    return {
      ...{ host: this, now: this.#now, drafts: this.#drafts, status: this.#status },
      ...{ say: this.#words.say, fromWriter, fromElsewhere, warn: warnOnce },
      learn: learnWords,
      box: () => this.#box,
      slot: (parentId) => this.#slot(parentId),
      around: () => this.#thread,
      source: () => this.#source,
      identity: () => this.#who,
      author: () => this.#author(),
      keep: (more) => this.#keep(more),
      show: (slot, draft) => {
        if (draft.text) this.#parent = draft.parentId;
        this.#show(slot, draft);
      },
      restore: () => this.#restore(),
      become: (state) => this.#become(state),
      showFaults: (faults) => this.#showFaults(faults),
    };
  }

  readonly #input = ({ target }: Event): void => {
    this.#touched ||= Date.now();
    const now = this.#now;
    const field = now.form && fieldsOf(now.form).find((one) => one === target);
    if (!field) return;
    if (field.name === 'comment') {
      now.isEdited = true;
      this.#keep();
      this.#status.say('');
      if (!/sending|rate|closed/.test(now.state)) this.#become('editing');
    }
    if (field.hasAttribute('aria-invalid')) showFault(field, faultOf(field, this.#words.say));
    this.#atDesk();
  };

  /** The fields are emptied after the event. */
  readonly #reset = ({ target }: Event): void => {
    if (target === this.#now.form) setTimeout(() => this.#keep());
  };

  /** Ctrl or Cmd and Enter posts, but never while a word is being composed. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Safari has ended the composition when it tells of the key, and marks it with this code only.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.defaultPrevented || !(event.target as Element).closest('textarea, input')) return;
    event.preventDefault();
    this.#now.form?.requestSubmit();
  };

  /** Ends a reply; one that was begun at the server's own page ends where its link leads. */
  readonly #click = (event: MouseEvent): void => {
    if (!this.#answers || !isCancel(event.target)) return;
    event.preventDefault();
    this.cancelReply();
  };

  readonly #submit = (event: SubmitEvent): void => {
    const now = this.#now;
    const { form } = now;
    if (!form || event.target !== form || event.defaultPrevented) return;
    if (now.state === 'sending' || this.#isClosed || Date.now() < now.until)
      return event.preventDefault();
    this.#become('validating');
    const isComplete = this.#isComplete(form);
    this.#become('editing');
    if (!isComplete) return event.preventDefault();
    const draft = this.#draft(form);
    const trapped = fieldsOf(form).some(
      (field) => field.hasAttribute('data-trap') && field.value !== '',
    );
    const submit = new CommentSubmitEvent(
      draft,
      this.#touched ? Date.now() - this.#touched : 0,
      trapped,
    );
    this.dispatchEvent(submit);
    const { response, defaultPrevented } = submit;
    // Without a source the browser posts it, as it would any form.
    if (!defaultPrevented && !this.#source) return this.#keep({ sent: true });
    event.preventDefault();
    if (defaultPrevented && !response) return;
    response?.then(undefined, () => {}); // it is heard below
    this.#become('sending');
    this.#status.busy(form, this.#words.say('sending'));
    this.#atDesk(
      (desk) => void desk.send(draft, response),
      () => {
        this.#status.idle(form);
        this.#status.alert(response ? '' : this.#words.say('failedOffline'));
        this.#become('failed');
        this.dispatchEvent(new CommentErrorEvent(undefined, 'offline'));
      },
    );
  };

  /** Says what is wrong with each field, and takes the reader to the first. */
  #isComplete(form: HTMLFormElement): boolean {
    const faults = fieldsOf(form).map((field) => ({
      field,
      fault: faultOf(field, this.#words.say),
    }));
    return this.#showFaults(faults);
  }

  #showFaults(faults: readonly { field: Field; fault: string | undefined }[]): boolean {
    for (const { field, fault } of faults) showFault(field, fault);
    const wrong = faults.filter(({ fault }) => fault);
    this.#status.alert(wrong.length ? this.#words.say('fieldsWrong', { count: wrong.length }) : '');
    wrong[0]?.field.focus();
    return !wrong.length;
  }

  #author(): CommentDraft['author'] {
    const { form } = this.#now;
    const { name, url, avatar } = this.#who ?? {};
    if (name || !form) return { name: name ?? '', url, avatar };
    return {
      name: valueOf(form, 'author'),
      email: valueOf(form, 'email'),
      url: valueOf(form, 'url'),
    };
  }

  #draft(form: HTMLFormElement): CommentDraft {
    const fields = otherFields(form);
    return {
      text: wellFormed(valueOf(form, 'comment')),
      parentId: this.#now.isOwn ? null : this.parentId,
      author: this.#author(),
      ...(this.markdown && { format: 'markdown' }),
      ...(isTicked(form, CONSENT) && { consent: true }),
      ...(fields && { fields }),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-form': CommentForm;
  }
}
