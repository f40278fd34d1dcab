import { select } from '../kit/define.js';
import type { CommentForm } from './comment-form.js';
import { isCancel } from './form-heading.js';
import { FormMover } from './form-mover.js';
import { itemOf } from './thread-items.js';

const REPLY = '.reply, .comment-reply-link';

/** The form of a thread on its way: under the comment that is answered, and home again. */
export class ThreadReplies {
  readonly #host: HTMLElement;
  readonly #mover = new FormMover();

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** WordPress gives a form of its own the class as well, and ours may not be upgraded yet. */
  get form(): CommentForm | undefined {
    const forms = this.#host.querySelectorAll<CommentForm>(select('comment-form'));
    return [...forms].find((form) => 'replyTo' in form);
  }

  /** Whether a click begins or ends a reply, and so is dealt with. */
  click(event: MouseEvent): boolean {
    const target = event.target as Element;
    if (isCancel(target)) {
      if (event.defaultPrevented) this.#cancel(); // by the form, which answered nobody else
      return true;
    }
    const button = target.closest<HTMLElement>(REPLY);
    if (!button || !this.form) return false;
    event.preventDefault();
    const id = button.dataset.commentid ?? button.closest('li')?.id.replace(/^comment-/, '');
    if (id) this.#reply(id);
    return true;
  }

  /** A reply that was begun before the comments were read again, or the page reloaded, goes on. */
  async takeUp(): Promise<void> {
    await this.form?.updateComplete;
    const id = this.form?.parentId;
    if (id && this.#host.isConnected) this.#reply(id, false);
  }

  /** Ends the reply, if there is one; true when the form was away from home. */
  end(): boolean {
    const { form } = this;
    form?.cancelReply();
    return this.#mover.home(form);
  }

  /** An item is about to go: the form goes home, the reply stays begun. */
  leaving(item: Element): void {
    if (this.form && item.contains(this.form)) this.#mover.home(this.form);
  }

  /** Takes the form to a comment. One that is gone leaves the form at home, with its text. */
  #reply(id: string, focus = true): void {
    const { form } = this;
    const item = itemOf(this.#host, id);
    if (!form || !item) return form?.replyGone();
    this.#mover.move(form, item);
    const author = item.querySelector('.comment-author .fn, .comment-author');
    form.replyTo(id, author?.textContent?.trim() ?? '');
    if (focus) form.focus();
  }

  #cancel(): void {
    const { form } = this;
    const item = form?.closest('li');
    if (!this.#mover.home(form)) return;
    (item?.querySelector<HTMLElement>(REPLY) ?? form)?.focus();
  }
}
