import type { Say } from '../kit/words.js';
import { CANCEL } from './form-heading.js';

const TITLE = '.reply-title, #reply-title';

/** The heading of a form ("Leave a Reply") and the control beside it that ends a reply to a comment. */
export class FormTitle {
  readonly #host: Element;
  readonly #say: Say;
  /** What the heading said before a reply was begun. */
  #own: string | undefined;

  constructor(host: Element, say: Say) {
    this.#host = host;
    this.#say = say;
  }

  /** Says who is answered; without a name, what the heading said before. */
  show(form: HTMLFormElement, name: string | undefined): void {
    const say = this.#say;
    const title = this.#host.querySelector(TITLE);
    const words = wordsOf(title);
    const replying = name !== undefined;
    if (words) {
      // At WordPress's page for a reply, a link in the heading says who is answered.
      const whom = title?.querySelector('a[href^="#comment-"]');
      this.#own ??= whom ? say('leaveReply') : (words.textContent ?? '');
      whom?.remove();
      words.textContent = replying ? `${say('leaveReplyTo', { name })} ` : this.#own;
    }
    if (!replying) this.#own = undefined;
    const cancel =
      this.#host.querySelector<HTMLElement>(CANCEL) ??
      (replying ? addCancel(form, say) : undefined);
    if (!cancel) return;
    cancel.hidden = !replying;
    // WordPress hides its own with an inline style.
    cancel.style.removeProperty('display');
  }
}

/** Ours is an element; in WordPress's heading the words are a text beside the link. */
function wordsOf(title: Element | null): Node | undefined {
  const texts = [...(title?.childNodes ?? [])].filter(
    (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
  );
  return title?.querySelector('.reply-text') ?? texts[0];
}

function addCancel(form: HTMLFormElement, say: Say): HTMLButtonElement {
  const button = form.ownerDocument.createElement('button');
  button.type = 'button';
  button.className = 'cancel-reply';
  button.textContent = say('cancelReply');
  form.append(button);
  return button;
}
