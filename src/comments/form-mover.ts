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
    moveTo(item, form, comment ? comment.nextSibling : null);
  }

  /** Brings the form home; true when it was away. */
  home(form: CommentForm | undefined): boolean {
    const home = this.#home;
    this.#home = undefined;
    if (!home) return false;
    if (form && home.isConnected && home.parentNode) moveTo(home.parentNode, form, home);
    home.remove();
    return true;
  }
}

interface Mover {
  moveBefore?(node: Node, before: Node | null): void;
}

/**
 * A move in the document takes the focus and the selection away, and reloads a captcha's frame. Newer
 * browsers can move without, though not all keep the focus then: whoever was typing goes on typing.
 */
function moveTo(parent: ParentNode & Node, form: Element, before: Node | null): void {
  if (before === form) return;
  const to = parent as Mover;
  const { activeElement } = form.getRootNode() as Document | ShadowRoot;
  const focused = form.contains(activeElement) ? (activeElement as HTMLTextAreaElement) : undefined;
  const { selectionStart = null, selectionEnd } = focused ?? {};
  if (to.moveBefore && form.isConnected && parent.isConnected) to.moveBefore(form, before);
  else parent.insertBefore(form, before);
  if (!focused || form.ownerDocument.activeElement === focused) return;
  focused.focus({ preventScroll: true });
  if (selectionStart !== null) focused.setSelectionRange(selectionStart, selectionEnd ?? null);
}
