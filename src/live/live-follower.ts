import type { BlockTools } from '../block/block-script.js';
import type { LiveUpdate } from '../content/block.js';
import type { LivePage } from '../content/live-page.js';
import { LiveFeed } from './live-feed.js';
import { LiveHands } from './live-hands.js';
import type { LiveList } from './live-list.js';
import { compare, keyOf } from './live-merge.js';
import { LiveNewEvent } from './live-new-event.js';
import { focusOn, goTo, placeOf } from './live-place.js';
import { Poller } from './live-poll.js';
import type { Doors, LiveHost } from './live-source.js';
import type { State } from './live-state.js';

/** How many updates come at once, where a source has them all. */
const PAGE = 20;
/** For a link to an update that is not here yet, so many pages are loaded at most. */
const MOST_PAGES = 10;
const LONGEST_WAIT = 30_000;

interface Parts {
  readonly host: LiveHost;
  readonly tools: BlockTools;
  readonly doors: Doors;
  readonly list: LiveList;
  /** Called when what there is to say has changed. */
  readonly changed: () => void;
  readonly announce: (text: string) => void;
}

/**
 * Keeps a live blog up with its source. What is new waits until the reader asks for it; what has changed
 * or is gone is put right where nobody looks. Loaded by blogs that have a source.
 */
export class LiveFollower {
  readonly #parts: Parts;
  readonly #feed: LiveFeed;
  readonly #hands: LiveHands;
  readonly #poller: Poller;
  #followed: readonly unknown[] = [];
  #given: unknown;
  #loading: AbortController | undefined;
  #checking: Promise<number> | undefined;
  #fresh: readonly LiveUpdate[] = [];
  #changed: readonly LiveUpdate[] = [];
  /** Earlier updates that are here but not shown. */
  #stock: readonly LiveUpdate[] = [];
  #cursor: string | undefined;
  #hasAsked = false;
  #isFailed = false;
  #isBusy = false;
  #back: (() => void) | undefined;

  constructor(parts: Parts) {
    const { host, tools, doors } = parts;
    this.#parts = parts;
    this.#feed = new LiveFeed(host, tools, doors);
    this.#hands = new LiveHands(host, parts.list, this.#feed);
    this.#poller = new Poller({
      look: () => this.check(),
      retryAfter: () => this.#feed.retryAfter,
      offline: parts.changed,
    });
  }

  /** Reads again what the tag has been told. */
  follow(): void {
    const { host, list } = this.#parts;
    const { src, source, post, liveSource, updates, ended } = host;
    const followed = [src, source, post, liveSource];
    if (followed.some((one, index) => one !== this.#followed[index])) {
      this.stop();
      this.#followed = followed;
      this.#cursor = undefined;
      this.#hasAsked = this.#isFailed = false;
    }
    if (updates !== this.#given) {
      this.#given = updates;
      const page = updates === undefined ? undefined : this.#feed.read(updates);
      if (page) this.#answer(page);
    }
    if (!src && !liveSource) return;
    const { refresh } = host;
    const seconds = refresh !== undefined && refresh >= 0 ? refresh : 60;
    this.#poller.every(ended ? 0 : seconds);
    // One that nobody asks for again still has to be filled.
    if ((ended || !seconds) && !this.#hasAsked && !list.all.length)
      void this.check().catch(() => {});
  }

  stop(): void {
    this.#poller.stop();
    this.#loading?.abort();
    this.#loading = this.#checking = undefined;
  }

  /** How it stands. */
  get state(): State {
    const { host, list, tools } = this.#parts;
    const { say } = tools;
    const count = this.#fresh.length;
    const isOffline = !navigator.onLine && !host.ended;
    const offer = count
      ? say('liveNew', { count })
      : this.#changed.length
        ? say('liveChanged', { count: this.#changed.length })
        : this.#back && say('liveBack');
    if (isOffline) return { text: say('liveOffline'), offer };
    if (this.#isFailed) return { text: say('liveFailed'), retry: say('tryAgain'), offer };
    if (host.ended) return { text: say('liveEnded'), offer };
    if (!list.all.length) return { text: this.#hasAsked ? say('liveNone') : '', offer };
    return { text: say('liveOn'), isLive: true, offer };
  }

  get hasEarlier(): boolean {
    return this.#stock.length > 0 || (this.#hasAsked && this.#cursor !== undefined);
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Asks for new updates now; resolves with how many are offered. */
  check(): Promise<number> {
    const checking = (this.#checking ??= this.#check().finally(() => {
      if (this.#checking === checking) this.#checking = undefined;
    }));
    return checking;
  }

  /** The reader pressed a button of the line. */
  press(which: 'offer' | 'retry'): void {
    if (which === 'retry') void this.check().catch(() => {});
    else if (this.#fresh.length || this.#changed.length) this.#showFresh();
    else {
      this.#back?.();
      this.#back = undefined;
      this.#parts.changed();
    }
  }

  /** Earlier updates, by the button for them. */
  async earlier(): Promise<void> {
    const { announce, tools } = this.#parts;
    const came = await this.#more();
    const [first] = came ?? [];
    if (first) focusOn(first);
    announce(
      came ? tools.say('liveEarlierCame', { count: came.length }) : tools.say('liveEarlierFailed'),
    );
  }

  /** Finds an update that is not shown yet: among the new ones, or further and further back. */
  async find(id: string): Promise<HTMLElement | undefined> {
    const { list } = this.#parts;
    if (!this.#hasAsked) await this.check().catch(() => {});
    if (!list.find(id)) this.#insert(this.#fresh.filter((one) => one.id === id));
    for (let pages = 0; !list.find(id) && this.hasEarlier && pages < MOST_PAGES; pages++)
      if (!(await this.#more())) break;
    return list.find(id);
  }

  async #check(): Promise<number> {
    const { changed, announce, tools } = this.#parts;
    const wasFailed = this.#isFailed;
    try {
      const page = await this.#load();
      this.#isFailed = false;
      if (!page) return this.#fresh.length; // Something else is followed by now.
      if (!this.#hasAsked) this.#cursor = page.cursor;
      this.#hasAsked = true;
      this.#answer(page);
      this.#poller.looked(false);
      return this.#fresh.length;
    } catch (error) {
      this.#isFailed = true;
      this.#poller.looked(true);
      if (!wasFailed) announce(tools.say('liveFailed'));
      throw error;
    } finally {
      changed();
    }
  }

  /** A page of updates; nothing when nobody wants it any more. */
  async #load(cursor?: string): Promise<LivePage | undefined> {
    const { host, list } = this.#parts;
    const loading = new AbortController();
    const { signal } = loading;
    if (cursor === undefined) this.#loading = loading;
    const timer = setTimeout(() => loading.abort(), LONGEST_WAIT);
    const isWaiting = !list.all.length || cursor !== undefined;
    if (isWaiting) host.setAttribute('aria-busy', 'true');
    const followed = this.#followed;
    try {
      const page = await this.#feed.load(signal, cursor);
      return followed === this.#followed && host.isConnected ? page : undefined;
    } catch (error) {
      if (followed !== this.#followed || !host.isConnected) return undefined;
      throw error;
    } finally {
      clearTimeout(timer);
      if (isWaiting) host.removeAttribute('aria-busy');
    }
  }

  /** One page more; nothing when it did not come. */
  async #more(): Promise<HTMLElement[] | undefined> {
    if (this.#isBusy) return undefined;
    const { changed, list } = this.#parts;
    this.#isBusy = true;
    changed();
    try {
      if (!this.#stock.length && this.#cursor !== undefined) {
        const page = await this.#load(this.#cursor);
        if (!page) return undefined;
        const here = new Set(list.known().map(({ key }) => key));
        this.#stock = page.updates.filter((one) => !here.has(keyOf(one)));
        // A source that leads back to where it was would be asked for ever.
        this.#cursor = page.updates.length ? page.cursor : undefined;
      }
      const part = this.#stock.slice(0, PAGE);
      this.#stock = this.#stock.slice(PAGE);
      return this.#insert(part);
    } catch {
      return undefined;
    } finally {
      this.#isBusy = false;
      changed();
    }
  }

  #answer(page: LivePage): void {
    const { host, list, tools, announce, changed: tell } = this.#parts;
    const { fresh, earlier, changed, gone } = compare(list.known(), page.updates);
    const known = new Set(this.#fresh.map(keyOf));
    if (page.ended !== undefined) host.ended = page.ended;
    this.#back = undefined;
    this.#stock = [
      ...earlier,
      ...this.#stock.filter((one) => !page.updates.some((other) => keyOf(other) === keyOf(one))),
    ];
    if (list.all.length) this.#fresh = fresh;
    else {
      // Nobody reads what is not there yet.
      this.#insert(fresh.slice(0, 2 * PAGE));
      this.#stock = [...fresh.slice(2 * PAGE), ...this.#stock];
    }
    this.#changed = this.#hands.mend(changed, gone);
    tell();
    const count = this.#fresh.length;
    if (!this.#fresh.some((one) => !known.has(keyOf(one)))) return;
    announce(tools.say('liveNew', { count }));
    host.dispatchEvent(new LiveNewEvent(this.#fresh));
  }

  #insert(updates: readonly LiveUpdate[]): HTMLElement[] {
    const shown = new Set(updates.map(keyOf));
    const came = this.#hands.insert(updates);
    this.#fresh = this.#fresh.filter((one) => !shown.has(keyOf(one)));
    return came;
  }

  /** What is new comes in where it belongs, the reader is taken to the first of it, and can come back. */
  #showFresh(): void {
    const { host, list, announce, changed } = this.#parts;
    const back = placeOf(host, list.all);
    const updates = this.#changed;
    this.#changed = [];
    this.#hands.replace(updates);
    const [first] = this.#insert(this.#fresh);
    if (first) goTo(first);
    this.#back = first && back?.isLeft() ? back.restore : undefined;
    announce('');
    changed();
  }
}
