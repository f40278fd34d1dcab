import { BATCH } from '../content/comment-list.js';

/** Where items stand one after another, whether in one list or in several. */
export interface Shelf {
  readonly first: () => Element | null;
  readonly after: (item: Element) => Element | null;
  /** Puts items before another, or at the end. */
  readonly put: (items: readonly Element[], before: Element | null) => void;
}

/** The shelf that is one list: that of the answers to a comment. */
export const shelfOf = (list: Element): Shelf => ({
  first: () => list.firstElementChild,
  after: (item) => item.nextElementSibling,
  put: (items, before) => {
    const fragment = list.ownerDocument.createDocumentFragment();
    fragment.append(...items);
    list.insertBefore(fragment, before);
  },
});

/** What stands below the lists of a thread. */
const BELOW = 'comment-form, .comment-form, form, .comments-more, .comments-closed';
const LIST = 'ol, .comment-list';

/**
 * The lists of a thread, one below the other, each of as many comments as the browser can pass over in
 * one go: of ten thousand comments off the screen it then looks at two hundred lists, not at each one.
 */
export class ThreadBatches implements Shelf {
  readonly #host: Element;

  constructor(host: Element) {
    this.#host = host;
  }

  readonly first = (): Element | null =>
    this.#lists.find((list) => list.firstElementChild)?.firstElementChild ?? null;

  readonly after = (item: Element): Element | null => {
    let found: Element | null = item.nextElementSibling;
    let list: Element | null = item.parentElement;
    while (!found && list) {
      list = besides(list, 'nextElementSibling');
      found = list?.firstElementChild ?? null;
    }
    return found;
  };

  readonly put = (items: readonly Element[], before: Element | null): void => {
    for (let at = 0; at < items.length;) {
      const [list, mark] = this.#room(before);
      const some = items.slice(at, at + BATCH - list.childElementCount);
      shelfOf(list).put(some, mark);
      // Filled before it is shown: the page changes once for each list.
      if (!list.parentElement) this.#insert(list, before?.parentElement ?? null);
      at += some.length;
    }
  };

  /** Takes away the lists that nothing is left in. */
  tidy(): void {
    for (const list of this.#lists) if (!list.firstElementChild) list.remove();
  }

  get #lists(): Element[] {
    return [...this.#host.children].filter((child) => child.matches(LIST));
  }

  /** A list with room for at least one more, and the item in it before which that goes. */
  #room(before: Element | null): [list: Element, mark: Element | null] {
    const list = before?.parentElement ?? this.#lists.at(-1);
    if (list && list.childElementCount < BATCH) return [list, before];
    if (list && before && before !== list.firstElementChild) {
      const ahead = this.#made();
      shelfOf(ahead).put([...list.children].slice(0, BATCH / 2), null);
      this.#insert(ahead, list);
      return [before.parentElement ?? list, before];
    }
    const last = before && list && besides(list, 'previousElementSibling');
    return [last && last.childElementCount < BATCH ? last : this.#made(), null];
  }

  #made(): HTMLElement {
    return this.#host.ownerDocument.createElement('ol');
  }

  #insert(list: Element, before: Element | null): void {
    const below = [...this.#host.children].find((child) => child.matches(BELOW));
    this.#host.insertBefore(
      list,
      before ?? this.#lists.at(-1)?.nextElementSibling ?? below ?? null,
    );
  }
}

const besides = (
  list: Element,
  side: 'nextElementSibling' | 'previousElementSibling',
): Element | null => {
  const next = list[side];
  return next?.matches(LIST) ? next : null;
};
