import type { TaggedElement } from '../kit/define.js';
import type { DateFormat } from '../kit/dates.js';
import type { Say } from '../kit/words.js';

/** What a block does once its script is here. */
export interface Behaviour {
  /** After a change of a property, of a word, or of what stands directly in the element; it may come often. */
  update?(): void;
  /** The element leaves the page: what hangs outside it (listeners, observers, timers) is let go. */
  disconnect?(): void;
}

/** A script that loads late: all that a tag does beyond standing there. */
export interface BlockScript<Host extends HTMLElement = never> {
  /** Called each time the element is (back) in the page; what it finds may be its own of the last time, or a clone's. */
  enhance(host: Host, tools: BlockTools): Behaviour;
}

/**
 * What a late script needs of the main one. Late files are complete in themselves, so state that both
 * would hold (dictionaries, tags, the gate) is handed in.
 */
export interface BlockTools {
  /** Says a word in the language of the element. */
  readonly say: Say;
  /** Puts the English words of the late script among the others. Call it first. */
  learn(words: object): void;
  /** The nearest `lang`, as a locale that `Intl` takes. */
  locale(): string;
  /** Writes a moment (ISO 8601) for the reader; an empty text for one that cannot be read. */
  formatDate(iso: string, format?: DateFormat): string;
  /** Milliseconds since the epoch, by the article's clock. */
  now(): number;
  /** Nodes from a string that our writer made. */
  fromWriter(markup: string): DocumentFragment;
  /** Registers a small element under the prefix of the tag. */
  define(Class: TaggedElement): void;
  /** Makes a small element that was registered so. */
  create<T extends HTMLElement>(tag: string): T;
  /** The prefix of the tag. */
  readonly prefix: string;
  /** Adds or takes away a state that stylesheets see. */
  state(name: string, on: boolean): void;
  /** Tells the page's author, once. */
  warn(message: string): void;
  /** Writes the element from data, as its property `block` does. */
  write(data: unknown): Promise<void>;
}
