import type { BlockTools } from '../block/block-script.js';
import { select } from '../kit/define.js';
import { storage } from '../kit/storage.js';
import { enLive } from '../kit/words/en-live.js';
import { addressed, listKeyMoments } from './key-moments.js';
import { LiveEarlier } from './live-earlier.js';
import type { LiveFollower } from './live-follower.js';
import { LiveList } from './live-list.js';
import { LiveOrder, type Order } from './live-order.js';
import { placeOf } from './live-place.js';
import type { Doors, LiveBehaviour, LiveHost } from './live-source.js';
import { LiveState } from './live-state.js';

/** Under which the reader's choice of an order is kept. */
const ORDER = 'broadsheet-live-order';
const DAY = 86_400_000;

/** Gives a live blog its order, its list of key moments and its links, and lets it follow its source. */
export function enhance(host: LiveHost, tools: BlockTools, doors: Doors): LiveBehaviour {
  tools.learn(enLive);
  for (const Class of [LiveState, LiveOrder, LiveEarlier]) tools.define(Class);
  return new LiveBlogView(host, tools, doors);
}

class LiveBlogView implements LiveBehaviour {
  readonly #host: LiveHost;
  readonly #tools: BlockTools;
  readonly #doors: Doors;
  readonly #list: LiveList;
  /** The order in which the updates stand. */
  #order: Order;
  #follower: LiveFollower | undefined;
  #loading: Promise<LiveFollower> | undefined;
  #isOver = false;
  /** Times that read as "5 minutes ago" because we say so. */
  readonly #relative = new WeakSet<Element>();

  constructor(host: LiveHost, tools: BlockTools, doors: Doors) {
    this.#host = host;
    this.#tools = tools;
    this.#doors = doors;
    this.#list = new LiveList(host, () => this.#atEnd);
    this.#order = host.order ?? 'newest';
    addEventListener('hashchange', this.#addressed);
    const chosen = storage.get('localStorage', ORDER);
    if (chosen === 'newest' || chosen === 'oldest') this.#turn(chosen, isRestored());
    this.#addressed();
  }

  update(): void {
    const host = this.#host;
    const { src, liveSource } = host;
    if (host.order && host.order !== this.#order) this.#turn(host.order);
    const isFollowing = Boolean(src || liveSource || host.updates);
    // The stylesheet keeps room for a line that says how it stands.
    if (isFollowing && !host.matches('[src], [refresh], [ended]')) host.dataset.follows = '';
    if (this.#follower) this.#follower.follow();
    else if (isFollowing) void this.#follow().catch(() => {});
    this.#show();
  }

  disconnect(): void {
    this.#isOver = true;
    removeEventListener('hashchange', this.#addressed);
    this.#follower?.stop();
  }

  async check(): Promise<number> {
    return (await this.#follow()).check();
  }

  /** What follows a source is loaded for blogs that have one. */
  async #follow(): Promise<LiveFollower> {
    this.#loading ??= import('./live-follower.js').then(({ LiveFollower: Follower }) => {
      const follower = new Follower({
        ...{ host: this.#host, tools: this.#tools, doors: this.#doors, list: this.#list },
        changed: () => this.#show(),
        announce: (text) => this.#piece<LiveState>(LiveState.tag)?.announce(text),
      });
      if (!this.#isOver) {
        this.#follower = follower;
        follower.follow();
        this.#show();
      }
      return follower;
    });
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
  }

  #piece<T extends HTMLElement>(name: string): T | null {
    return this.#host.querySelector<T>(`:scope > ${this.#tools.prefix}${name}`);
  }

  /** Puts in what the blog needs, and keeps up what it says. */
  #show(): void {
    if (this.#isOver) return;
    this.#showState();
    this.#showOrder();
    this.#showEarlier();
    const updates = this.#list.all;
    for (const one of updates) this.#prepare(one);
    listKeyMoments(this.#host, updates, {
      title: this.#tools.say('keyMoments'),
      after: this.#piece(LiveState.tag),
    });
  }

  #showState(): void {
    const { ended } = this.#host;
    const state = this.#follower?.state ?? (ended && { text: this.#tools.say('liveEnded') });
    let line = this.#piece<LiveState>(LiveState.tag);
    if (!state) return line?.remove();
    if (!line) {
      line = this.#tools.create<LiveState>(LiveState.tag);
      this.#host.prepend(line);
    }
    line.pressed = (which) => this.#follower?.press(which);
    line.show(state);
    this.#tools.state('failed', Boolean(state.retry));
  }

  #showOrder(): void {
    const { say } = this.#tools;
    const isNeeded = this.#list.all.filter((one) => !one.hasAttribute('pinned')).length > 1;
    let choice = this.#piece<LiveOrder>(LiveOrder.tag);
    if (!isNeeded) return choice?.remove();
    if (!choice) {
      choice = this.#tools.create<LiveOrder>(LiveOrder.tag);
      const [first] = this.#list.all;
      this.#host.insertBefore(choice, first ?? null);
    }
    choice.chosen = (order) => {
      storage.set('localStorage', ORDER, order);
      this.#turn(order);
    };
    choice.show(this.#order, {
      label: say('liveOrder'),
      newest: say('sortNewest'),
      oldest: say('sortOldest'),
    });
  }

  #showEarlier(): void {
    const follower = this.#follower;
    let button = this.#piece<LiveEarlier>(LiveEarlier.tag);
    if (!follower?.hasEarlier) return button?.remove();
    if (!button) {
      button = this.#tools.create<LiveEarlier>(LiveEarlier.tag);
      this.#placeEarlier(button);
    }
    button.pressed = () => void follower.earlier();
    button.show(this.#tools.say('liveEarlier'), follower.isBusy);
  }

  /** Where earlier updates will come: at the end, or, with the oldest first, above them all. */
  #placeEarlier(button: LiveEarlier): void {
    const first = this.#list.all.find((one) => !one.hasAttribute('pinned'));
    const isAbove = this.#order === 'oldest';
    this.#host.insertBefore(button, isAbove && first ? first : null);
    button.toggleAttribute('data-above', isAbove);
  }

  /** What stands behind the last update, and is ours. */
  get #atEnd(): Element | null {
    const button = this.#piece(LiveEarlier.tag);
    return button?.hasAttribute('data-above') ? null : button;
  }

  #turn(order: Order, isSettled = false): void {
    if (order === this.#order) return;
    // Whoever reads in it, or was sent to an update, still has the same before them.
    const isRead = !isSettled && this.#host.getBoundingClientRect().top < 0;
    const place = isRead ? placeOf(this.#host, this.#list.all) : undefined;
    this.#order = this.#host.order = order;
    this.#list.turn();
    const button = this.#piece<LiveEarlier>(LiveEarlier.tag);
    if (button) this.#placeEarlier(button);
    place?.restore();
    this.#showOrder();
  }

  /** Its time leads to it, and says how long ago it was for as long as that says more. */
  #prepare(update: HTMLElement): void {
    const times = update.querySelector(select('article-time'));
    const time = times?.querySelector('time:not(.updated)');
    if (!times || !time) return;
    if (update.id && !time.closest('a')) {
      const link = update.ownerDocument.createElement('a');
      link.className = 'permalink';
      link.href = `#${encodeURIComponent(update.id)}`;
      time.replaceWith(link);
      link.append(time);
    }
    const isRecent = this.#tools.now() - this.#list.timeOf(update) < DAY;
    if (isRecent && !times.hasAttribute('format')) {
      this.#relative.add(times);
      times.setAttribute('format', 'relative');
    } else if (!isRecent && this.#relative.delete(times)) times.removeAttribute('format');
  }

  /** The address names an update: one that is not here yet is looked for. */
  readonly #addressed = (): void => void this.#goToAddress();

  async #goToAddress(): Promise<void> {
    const host = this.#host;
    const { hash } = host.ownerDocument.location;
    const id = addressed({ getAttribute: () => hash });
    // An address of some other place in the page, or of a program in it, is none of ours.
    if (!id || /[/=!:]/.test(id) || host.ownerDocument.getElementById(id)) return;
    const { src, liveSource } = host;
    const follows = src || liveSource ? this.#follow().catch(() => undefined) : undefined;
    const update = this.#list.find(id) ?? (await (await follows)?.find(id));
    if (!update || this.#isOver) return;
    // As the browser goes to it, so that it is marked as the one that was meant.
    host.ownerDocument.location.replace(`#${encodeURIComponent(update.id)}`);
  }
}

/** Whether the browser itself has put the reader back where they were, in the order that was theirs then. */
function isRestored(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.type !== 'navigate';
}
