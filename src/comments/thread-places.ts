import type { ThreadList } from './thread-list.js';
import { focusItem, scrollToItem } from './thread-scroll.js';

/** Finding a comment in a thread: replies that fold away and back, and the way to a comment's address. */
export class ThreadPlaces {
  readonly #host: HTMLElement;
  readonly #list: ThreadList;

  constructor(host: HTMLElement, list: ThreadList) {
    this.#host = host;
    this.#list = list;
  }

  /** Whether a click was on the button that folds replies, and so is dealt with. */
  click(target: Element): boolean {
    const button = target.closest('.fold');
    if (button) this.#fold(button.parentElement, button.getAttribute('aria-expanded') === 'true');
    return button !== null;
  }

  /** The browser found words in replies that were folded away, and shows them. */
  found(target: Element): void {
    const item = target.closest('.fold ~ ol')?.parentElement;
    if (item) this.#fold(item, false);
  }

  /** Unfolds what hides a comment, marks it, and takes the reader there; `false` when it is not in the list. */
  goTo(id: string): boolean {
    const item = this.#list.item(id);
    if (!item) return false;
    for (let at = item.parentElement; at && at !== this.#host; at = at.parentElement)
      if (at.localName === 'ol' && at.hasAttribute('hidden')) this.#fold(at.parentElement, false);
    for (const old of this.#host.querySelectorAll('li[aria-current]'))
      old.removeAttribute('aria-current');
    item.setAttribute('aria-current', 'location');
    focusItem(item);
    scrollToItem(item);
    return true;
  }

  #fold(item: Element | null, folded: boolean): void {
    const list = item?.querySelector(':scope > ol');
    if (!item || !list) return;
    if (folded) list.setAttribute('hidden', 'until-found');
    else list.removeAttribute('hidden');
    this.#list.fold(item, folded);
  }
}
