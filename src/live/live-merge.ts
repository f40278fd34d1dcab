import type { LiveUpdate } from '../content/block.js';
import { inlineText } from '../content/plain.js';

/** What is told apart of an update that stands in the page. */
export interface Known {
  readonly key: string;
  /** When it was published, in milliseconds; NaN where nobody says. */
  readonly at: number;
  /** When it was last changed, or published. */
  readonly changed: number;
  readonly pinned: boolean;
  /** One of the key moments. */
  readonly isKey: boolean;
}

/** How an answer differs from what stands in the page. */
export interface Difference {
  readonly fresh: readonly LiveUpdate[];
  /** Older than all that stand there. */
  readonly earlier: readonly LiveUpdate[];
  readonly changed: readonly LiveUpdate[];
  /** Keys of those that the source no longer has. */
  readonly gone: readonly string[];
}

/** What an update is called: its id, else its time and headline. */
export const keyOf = ({ id, published, headline }: LiveUpdate): string =>
  id ?? keyWithout(published, inlineText(headline));
export const keyWithout = (published: string | undefined, headline: string): string =>
  `${published ?? ''}|${headline.replace(/\s+/g, ' ').trim()}`;

export const timeOf = (iso: string | null | undefined): number => Date.parse(iso ?? '');

/** Compares an answer of a source with what stands in the page. */
export function compare(known: readonly Known[], updates: readonly LiveUpdate[]): Difference {
  const all = new Map(known.map((one) => [one.key, one]));
  const answered = new Set(updates.map(keyOf));
  const oldest = Math.min(...times(known.filter(({ pinned }) => !pinned).map(({ at }) => at)));
  const unknown = updates.filter((one) => !all.has(keyOf(one)));
  const isEarlier = ({ published, pinned }: LiveUpdate) =>
    !pinned && timeOf(published) < oldest && Number.isFinite(oldest);
  // Only between its first and its last can an answer say that something is gone: it may be a page of many.
  const span = times(updates.map(({ published }) => timeOf(published)));
  const [from, to] = [Math.min(...span), Math.max(...span)];
  return {
    fresh: unknown.filter((one) => !isEarlier(one)),
    earlier: unknown.filter(isEarlier),
    changed: updates.filter((one) => isChanged(one, all.get(keyOf(one)))),
    gone: known
      .filter(({ key, at, pinned }) => !answered.has(key) && !pinned && at > from && at < to)
      .map(({ key }) => key),
  };
}

function isChanged(update: LiveUpdate, known: Known | undefined): boolean {
  if (!known) return false;
  const { published, updated, pinned = false, key = false } = update;
  return (
    timeOf(updated ?? published) > known.changed || pinned !== known.pinned || key !== known.isKey
  );
}

const times = (all: readonly number[]): number[] => all.filter((time) => !Number.isNaN(time));
