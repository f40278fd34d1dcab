import type { CommentForm } from './comment-form.js';

/** Moves a thread's form under the comment that is answered, and back to where it came from. */
export class FormMover {
  /** Stands where the form came from while it is away. */
  #home: Comment | undefined;

  move(form: CommentForm, item: Element): void {
    if (!this.#home) {
      this.#home = form.ownerDocument.createComment('');
      form.before(this.#home);
    }
    const comment = item.querySelector(':scope > article, :scope > .comment-body');
    keepFocus(form, () => (comment ? comment.after(form) : item.append(form)));
  }

  /** Brings the form home; true when it was away. */
  home(form: CommentForm | undefined): boolean {
    const home = this.#home;
    this.#home = undefined;
    if (!home) return false;
    if (form && home.isConnected) keepFocus(form, () => home.replaceWith(form));
    else home.remove();
    return true;
  }
}

/** A move in the document takes the focus away; whoever was typing goes on typing. */
function keepFocus(form: Element, move: () => void): void {
  const { activeElement } = form.getRootNode() as Document | ShadowRoot;
  const focused = form.contains(activeElement) ? (activeElement as HTMLElement) : undefined;
  move();
  if (focused && document.activeElement !== focused) focused.focus({ preventScroll: true });
}
