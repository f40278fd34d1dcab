import type { LiveUpdate } from '../content/block.js';
import type { LiveFeed } from './live-feed.js';
import type { LiveList } from './live-list.js';
import { keyOf } from './live-merge.js';
import { isInUse, isOutOfSight, keepPlace } from './live-place.js';
import type { LiveHost } from './live-source.js';

/** Puts updates into a blog, changes them and takes them away, while what the reader has before them stays where it is. */
export class LiveHands {
  readonly #host: LiveHost;
  readonly #list: LiveList;
  readonly #feed: LiveFeed;

  constructor(host: LiveHost, list: LiveList, feed: LiveFeed) {
    this.#host = host;
    this.#list = list;
    this.#feed = feed;
  }

  /** Puts updates in where they belong; answers with their elements, in the order of the page. */
  insert(updates: readonly LiveUpdate[]): HTMLElement[] {
    const made = updates.map((one) => this.#feed.write(one)).reverse();
    this.#keeping(() => this.#list.add(made, this.#order));
    return this.#list.all.filter((one) => made.includes(one));
  }

  replace(updates: readonly LiveUpdate[]): void {
    this.#keeping(() => updates.forEach((one) => this.#replace(one)));
  }

  /** Changes and takes away what the reader neither sees nor uses; answers with the changes that must wait. */
  mend(changed: readonly LiveUpdate[], gone: readonly string[]): LiveUpdate[] {
    const isFree = (one: HTMLElement | undefined): one is HTMLElement =>
      one !== undefined && isOutOfSight(one) && !isInUse(one);
    const free = changed.filter((one) => isFree(this.#list.byKey(keyOf(one))));
    const away = gone.map((key) => this.#list.byKey(key)).filter(isFree);
    if (free.length || away.length)
      this.#keeping(() => {
        for (const one of free) this.#replace(one);
        for (const one of away) one.remove();
      });
    return changed.filter((one) => !free.includes(one));
  }

  get #order(): 'newest' | 'oldest' {
    return this.#host.order ?? 'newest';
  }

  #keeping(change: () => void): void {
    keepPlace(this.#host, this.#list.all, change);
  }

  /** Its element stays, with its id, so that an address that led to it still does. */
  #replace(update: LiveUpdate): void {
    const old = this.#list.byKey(keyOf(update));
    if (!old) return;
    const { key = false, pinned = false } = update;
    const isMoved = old.hasAttribute('pinned') !== pinned;
    const made = this.#feed.write(update);
    if (old.id)
      made.querySelector('.permalink')?.setAttribute('href', `#${encodeURIComponent(old.id)}`);
    old.toggleAttribute('key', key);
    old.toggleAttribute('pinned', pinned);
    old.replaceChildren(...made.childNodes);
    if (isMoved) this.#list.add([old], this.#order);
  }
}
