import type { PropertyDeclarations } from 'lit';
import type { CommentDraft } from '../content/comment.js';
import { renderCommentForm } from '../content/comment-form.js';
import { ContextConsumer } from '../kit/context.js';
import { select } from '../kit/define.js';
import { isEmpty, LightElement } from '../kit/light-element.js';
import { ContentObserver } from '../kit/observe.js';
import { WordsController, type Words } from '../kit/words.js';
import { Written } from '../kit/written.js';
import {
  commentSourceContext,
  errorKind,
  type CommentSource,
  type CommentSourceRef,
  type PostResult,
  type SourceError,
} from '../sources/comment-source.js';
import { refFor } from '../sources/registry.js';
import { SheetController } from '../styles/sheet-controller.js';
import { recallAuthor, rememberAuthor } from './author-memory.js';
import { CommentErrorEvent, CommentPostedEvent, CommentSubmitEvent } from './comment-events.js';
import { failureWords } from './failure-words.js';
import {
  faultOf,
  fieldOf,
  fieldsOf,
  isTicked,
  liftLimit,
  showFault,
  valueOf,
  type Field,
} from './form-fields.js';
import { FormHeading, isCancel } from './form-heading.js';
import { FormStatus } from './form-status.js';
import { wasPosted } from './native-post.js';
import { visitDraft } from './visit-draft.js';

const CONSENT = 'wp-comment-cookies-consent';
let forms = 0;

/**
 * A form for comments. It upgrades a real `form` in place, which posts without the script too, or
 * writes one when it is left empty. What a reader typed is never lost: it outlives a reload and stays
 * in the box when sending fails.
 *
 * @tagname comment-form
 *
 * @attr {string} source - Where comments go: `local`, or a name given to `registerSource`. Default: that of the thread or article around it; with none, the browser posts the form as any form.
 * @attr {string} src - The site or page that the source asks, for sources that need one.
 * @attr {string} post - Which post is commented on.
 * @attr {string} action - Where the form posts without a source, for a tag that is left empty.
 *
 * @fires {CommentSubmitEvent} comment-submit - A complete comment is about to be sent. Cancelable; `respondWith(promise)` sends it in a way of your own.
 * @fires {CommentPostedEvent} comment-posted - The comment was taken.
 * @fires {CommentErrorEvent} comment-error - The comment was not taken; the reader has been told.
 *
 * @slot - A `form[method=post]` whose fields have WordPress's names: `comment author email url comment_parent`. (No shadow root: these are plain children.)
 */
export class CommentForm extends LightElement {
  static readonly tag: string = 'comment-form';
  static override readonly properties: PropertyDeclarations = {
    source: {},
    src: {},
    post: {},
    action: {},
    commentSource: { attribute: false },
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
  /** A source of the page's own. */
  commentSource?: CommentSource | undefined;
  /** Words of the page's own, over those of the language. */
  words?: Partial<Words> | undefined;

  readonly #words = new WordsController(this);
  readonly #around = new ContextConsumer<CommentSourceRef | undefined>(this, commentSourceContext);
  readonly #written = new Written(this);
  readonly #heading = new FormHeading(this);
  readonly #status = new FormStatus();
  readonly #id = `comment-form-${++forms}`;
  #own: CommentSourceRef | undefined;
  #form: HTMLFormElement | undefined;
  #sending = false;
  #touched = 0;
  #key = '';
  #answers: { id: string; name: string } | undefined;

  constructor() {
    super();
    new SheetController(this);
    new ContentObserver(this, { childList: true });
    this.addEventListener('submit', this.#submit);
    this.addEventListener('input', this.#input);
    this.addEventListener('keydown', this.#keydown);
    this.addEventListener('click', this.#click);
  }

  /** The comment that is answered; `null` for a comment at the top. */
  get parentId(): string | null {
    const field = this.#form && fieldOf(this.#form, 'comment_parent');
    const id = field ? field.value.trim() : this.#answers?.id;
    return id && id !== '0' ? id : null;
  }

  /**
   * Makes the next comment an answer to another.
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

  /** Focuses the box for the comment. */
  override focus(options?: FocusOptions): void {
    if (this.#form) fieldOf(this.#form, 'comment')?.focus(options);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (['source', 'src', 'post', 'commentSource'].some((name) => changed.has(name))) {
      this.#own = refFor(this.commentSource ?? this.source, { src: this.src, post: this.post });
    }
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    if (this.#written.present || isEmpty(this)) this.#write();
    const form = this.querySelector('form') ?? undefined;
    if (form !== this.#form) this.#take(form);
  }

  /** Writes the form; what a reader has filled in already is carried over. */
  #write(): void {
    const { action, post } = this;
    const old = this.#form;
    const level = this.closest(select('comment-thread')) ? 3 : 2;
    this.#written.replace(
      String(renderCommentForm({ say: this.#words.say, id: this.#id, action, post, level })),
    );
    const form = this.querySelector('form');
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
    this.#form = form;
    if (!form) return;
    form.noValidate = true;
    for (const field of fieldsOf(form)) showFault(field, undefined);
    this.#status.attach(form);
    const box = fieldOf(form, 'comment');
    liftLimit(box);
    this.#restore(form, box);
    if (this.#answers) this.#answer(this.#answers);
  }

  #restore(form: HTMLFormElement, box: Field | undefined): void {
    const draft = visitDraft.read(this.#draftKey);
    if (draft?.sent && wasPosted(draft.text, this.getRootNode() as ParentNode, this))
      visitDraft.clear(this.#draftKey);
    else if (draft && box && !box.value) {
      box.value = draft.text;
      const parent = fieldOf(form, 'comment_parent');
      if (parent && draft.parentId) parent.value = draft.parentId;
    }
    const author = recallAuthor();
    if (!author) return;
    for (const [name, value] of Object.entries(author)) {
      const field = fieldOf(form, name);
      if (field && !field.value) field.value = value as string;
    }
    const consent = fieldOf(form, CONSENT);
    if (consent instanceof HTMLInputElement) consent.checked = true;
  }

  /** WordPress sends a reader back to the same page under another query. */
  get #draftKey(): string {
    const query = location.search.replace(
      /[?&](?:unapproved|moderation-hash|replytocom)=[^&]*/g,
      '',
    );
    return `broadsheet-draft:${this.post ?? ''}:${location.pathname}${query}`;
  }

  #answer(to: { id: string; name: string } | undefined): void {
    this.#answers = to;
    if (!this.#form) return;
    const parent = fieldOf(this.#form, 'comment_parent');
    if (parent && (to || this.parentId)) parent.value = to?.id ?? '0';
    this.#heading.show(this.#form, this.#words.say, to?.name);
    if (valueOf(this.#form, 'comment')) this.#keep();
  }

  #keep(sent = false): boolean {
    const box = this.#form && fieldOf(this.#form, 'comment');
    return visitDraft.write(this.#draftKey, {
      text: box?.value ?? '',
      parentId: this.parentId,
      sent,
    });
  }

  readonly #input = ({ target }: Event): void => {
    this.#touched ||= Date.now();
    const field = this.#form && fieldsOf(this.#form).find((one) => one === target);
    if (!field) return;
    if (field.name === 'comment') {
      this.#keep();
      this.#status.say('');
    }
    if (field.hasAttribute('aria-invalid')) showFault(field, faultOf(field, this.#words.say));
  };

  /** Ctrl or Cmd and Enter posts, but never while a word is being composed. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Safari has ended the composition when it tells of the key, and marks it with this code only.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.defaultPrevented || !(event.target as Element).closest('textarea, input')) return;
    event.preventDefault();
    this.#form?.requestSubmit();
  };

  /** Ends a reply; one that was begun at the server's own page ends where its link leads. */
  readonly #click = (event: MouseEvent): void => {
    if (!this.#answers || !isCancel(event.target)) return;
    event.preventDefault();
    this.cancelReply();
  };

  readonly #submit = (event: SubmitEvent): void => {
    const form = this.#form;
    if (!form || event.target !== form || event.defaultPrevented) return;
    if (this.#sending || !this.#isComplete(form)) return event.preventDefault();
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
    const source = submit.defaultPrevented ? undefined : (this.#own ?? this.#around.value);
    if (submit.response) void this.#send(form, submit.response);
    else if (source) void this.#send(form, this.#post(source, draft));
    else if (!submit.defaultPrevented) {
      this.#keep(true);
      return; // The browser posts it, as it would any form.
    }
    event.preventDefault();
  };

  /** Says what is wrong with each field, and takes the reader to the first. */
  #isComplete(form: HTMLFormElement): boolean {
    const faults = fieldsOf(form).map((field) => ({
      field,
      fault: faultOf(field, this.#words.say),
    }));
    return this.#showFaults(faults);
  }

  #showFaults(faults: { field: Field; fault: string | undefined }[]): boolean {
    for (const { field, fault } of faults) showFault(field, fault);
    const wrong = faults.filter(({ fault }) => fault);
    this.#status.alert(wrong.length ? this.#words.say('fieldsWrong', { count: wrong.length }) : '');
    wrong[0]?.field.focus();
    return !wrong.length;
  }

  #draft(form: HTMLFormElement): CommentDraft {
    const author = {
      name: valueOf(form, 'author'),
      email: valueOf(form, 'email'),
      url: valueOf(form, 'url'),
    };
    return { text: valueOf(form, 'comment'), parentId: this.parentId, author };
  }

  async #post(ref: CommentSourceRef, draft: CommentDraft): Promise<PostResult> {
    const source = await ref.resolve();
    if (!source.post) throw new TypeError(`The comment source "${source.name}" takes no comments.`);
    // A new comment gets a new key; a retry keeps it, so that no comment is kept twice.
    this.#key ||= crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    return source.post(draft, { key: this.#key });
  }

  async #send(form: HTMLFormElement, answer: Promise<PostResult>): Promise<void> {
    const key = this.#draftKey;
    const text = valueOf(form, 'comment');
    this.#sending = true;
    this.#status.busy(form, this.#words.say('sending'));
    try {
      const result = await answer;
      if (result.status === 'trashed') this.#status.alert(this.#words.say('trashed'));
      else this.#sent(this.#form ?? form, result, text, key);
      this.dispatchEvent(new CommentPostedEvent(result));
    } catch (error) {
      this.#failed(this.#form ?? form, error);
    } finally {
      this.#sending = false;
      this.#status.idle(form);
    }
  }

  /**
   * The draft goes in the same task as the answer comes: it must not come back after success. What
   * was written while the comment was on its way stays.
   */
  #sent(form: HTMLFormElement, { status }: PostResult, text: string, key: string): void {
    const box = fieldOf(form, 'comment');
    if (box?.value.trim() === text) {
      box.value = '';
      visitDraft.clear(key);
    }
    const [author, email, url] = ['author', 'email', 'url'].map((name) => valueOf(form, name)) as [
      string,
      string,
      string,
    ];
    rememberAuthor(isTicked(form, CONSENT) ? { author, email, url } : undefined);
    this.#key = '';
    this.#touched = 0;
    this.#status.say(this.#words.say(status === 'held' ? 'held' : 'posted'));
  }

  #failed(form: HTMLFormElement, error: unknown): void {
    const kind = errorKind(error);
    const { fields = {} } = (error ?? {}) as Partial<SourceError>;
    const faults = fieldsOf(form)
      .filter(({ name }) => Object.hasOwn(fields, name))
      .map((field) => ({ field, fault: fields[field.name] }));
    this.#showFaults(faults);
    this.#status.alert(this.#words.say(failureWords[kind] ?? 'failedServer'));
    // The next try of something definitely refused is a new comment.
    if (kind === 'invalid' || kind === 'too-long') this.#key = '';
    this.dispatchEvent(new CommentErrorEvent(error, kind));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-form': CommentForm;
  }
}
