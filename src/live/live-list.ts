import type { LiveUpdate } from '../content/block.js';
import { parseDate } from '../kit/dates.js';
import { select } from '../kit/define.js';
import { keyWithout, timeOf, type Known } from './live-merge.js';

const update = select('live-update');
const times = select('article-time');
const PREFIX = 'user-content-';

/** With `moveBefore`, a player that is moved goes on playing. */
type Movable = HTMLElement & { moveBefore?(node: Node, before: Node | null): void };

/** The updates in a blog, in the order of the page: which is the order in which they are read. */
export class LiveList {
  readonly #host: Movable;
  /** Before which nothing but updates stands. */
  readonly #end: () => Element | null;

  constructor(host: HTMLElement, end: () => Element | null) {
    this.#host = host;
    this.#end = end;
  }

  get all(): HTMLElement[] {
    return [...this.#host.querySelectorAll<HTMLElement>(`:scope > ${update}`)];
  }

  /** An update by its id, whichever name of an article was put before it. */
  find(id: string): HTMLElement | undefined {
    const bare = this.#bare(id);
    return bare ? this.all.find((one) => one.id && this.#bare(one.id) === bare) : undefined;
  }

  byKey(key: string): HTMLElement | undefined {
    return this.all.find((one) => this.#known(one).key === key);
  }

  known(): Known[] {
    return this.all.map((one) => this.#known(one));
  }

  timeOf(one: Element): number {
    return timeOf(published(one));
  }

  /** Puts updates in among the others, by their times. */
  add(updates: readonly HTMLElement[], order: 'newest' | 'oldest'): void {
    for (const one of updates) this.#host.insertBefore(one, this.#placeOf(one, order));
  }

  /** Turns the order round; what is pinned stays on top. */
  turn(): void {
    const end = this.#end();
    const others = this.all.filter((one) => !isPinned(one)).reverse();
    for (const one of others) {
      if (this.#host.moveBefore) this.#host.moveBefore(one, end);
      else this.#host.insertBefore(one, end);
    }
  }

  #placeOf(one: HTMLElement, order: 'newest' | 'oldest'): Element | null {
    const others = this.all.filter((other) => other !== one);
    const first = others.find((other) => !isPinned(other)) ?? this.#end();
    if (isPinned(one)) return others.find(isPinned) ?? first;
    const at = this.timeOf(one);
    const isNewest = order !== 'oldest';
    if (Number.isNaN(at)) return isNewest ? first : this.#end();
    return (
      others.find((other) => {
        const time = this.timeOf(other);
        return !isPinned(other) && (isNewest ? time <= at : time > at);
      }) ?? this.#end()
    );
  }

  #bare(id: string): string {
    const names = [this.#host.id, this.#host.closest(select('news-article'))?.id].filter(Boolean);
    const prefix = [PREFIX, ...names.map((name) => `${name}-`)].find((one) => id.startsWith(one));
    return id.slice(prefix?.length ?? 0);
  }

  #known(one: HTMLElement): Known {
    const headline = one.querySelector(':is(h1, h2, h3, h4, h5, h6)')?.textContent ?? '';
    const updated = one.querySelector(`${times} time.updated`)?.getAttribute('datetime');
    return {
      key: one.id ? this.#bare(one.id) : keyWithout(published(one), headline),
      at: this.timeOf(one),
      changed: timeOf(updated ?? published(one)),
      pinned: isPinned(one),
      isKey: one.hasAttribute('key'),
    };
  }
}

const isPinned = (one: Element): boolean => one.hasAttribute('pinned');

function published(one: Element): LiveUpdate['published'] {
  const iso = one.querySelector(`${times} time:not(.updated)`)?.getAttribute('datetime');
  return parseDate(iso) ? (iso ?? undefined) : undefined;
}
