import { kept } from './kept.js';
import { localeOf } from './language.js';

/** How a moment is written. `relative` turns into a date after a week. */
export const dateFormats = ['date-time', 'date', 'time', 'relative'] as const;
export type DateFormat = (typeof dateFormats)[number];

/** A moment read from a `datetime` attribute. */
export interface Moment {
  /** Milliseconds since the epoch; midnight UTC for a date without a time. */
  readonly at: number;
  /** A calendar day names no instant: it must never slip to the day before in another zone. */
  readonly dateOnly: boolean;
}

const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Reads an ISO 8601 date or date and time, as HTML's `datetime` has it; `undefined` when it is neither. */
export function parseDate(text: string | null | undefined): Moment | undefined {
  const iso = text?.trim() ?? '';
  if (!ISO.test(iso)) return undefined;
  const month = iso.slice(5, 7);
  const day = Number(iso.slice(8, 10));
  // Engines differ: one rolls 31 February over into March, one takes a month 00 for December.
  if (month === '00') return undefined;
  if (day > 28) {
    const midnight = new Date(Date.UTC(Number(iso.slice(0, 4)), Number(month) - 1, day));
    if (midnight.getUTCDate() !== day) return undefined;
  }
  const at = Date.parse(iso.replace(' ', 'T'));
  return Number.isNaN(at) ? undefined : { at, dateOnly: iso.length === 10 };
}

export interface DateOptions {
  readonly language: string;
  /** An IANA zone; the reader's own when absent. */
  readonly timeZone?: string | undefined;
  readonly now: number;
  /** The words for "a moment ago", which `Intl` has no good form for. */
  readonly justNow: string;
}

const date: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' };
const time: Intl.DateTimeFormatOptions = {
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};
const shapes = { 'date-time': { ...date, ...time }, date, time };

/** By shape, language and zone: one key of all three would have to be put together for every date. */
type Zones = Map<string | undefined, Intl.DateTimeFormat>;
const formatters: Readonly<Record<keyof typeof shapes, Map<string, Zones>>> = {
  'date-time': new Map(),
  date: new Map(),
  time: new Map(),
};
const relatives = new Map<string, Intl.RelativeTimeFormat>();

/** Writes a moment for a reader. */
export function formatDate(
  { at, dateOnly }: Moment,
  format: DateFormat,
  options: DateOptions,
): string {
  const relative = format === 'relative' && !dateOnly && relativeTime(at, options);
  if (relative) return relative;
  if (!('DateTimeFormat' in Intl)) return new Date(at).toISOString().slice(0, 10);
  const shape = dateOnly || format === 'relative' ? 'date' : format;
  const timeZone = dateOnly ? 'UTC' : options.timeZone;
  const zones = kept(formatters[shape], options.language, (): Zones => new Map());
  const formatter = kept(
    zones,
    timeZone,
    () => new Intl.DateTimeFormat(localeOf(options.language), { ...shapes[shape], timeZone }),
  );
  return formatter.format(at);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A clock may run five minutes fast before "in 3 minutes" is worth saying; later is a date, as is a week ago. */
function relativeTime(at: number, { language, now, justNow }: DateOptions): string | undefined {
  const age = now - at;
  if (age < -5 * MINUTE || age >= 7 * DAY) return undefined;
  if (age < MINUTE) return justNow;
  if (!('RelativeTimeFormat' in Intl)) return undefined;
  const format = kept(
    relatives,
    language,
    () => new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }),
  );
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return format.format(-Math.floor(age / HOUR), 'hour');
  return format.format(-Math.floor(age / DAY), 'day');
}

/** Writes a date as it stands in markup or data; an empty text for one that cannot be read. */
export function writeDate(
  iso: string | null | undefined,
  format: DateFormat,
  options: DateOptions,
): string {
  const moment = parseDate(iso);
  return moment ? formatDate(moment, format, options) : '';
}
