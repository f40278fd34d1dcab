import type { WriteOptions } from '../content/render-inline.js';
import type { Article } from '../content/article.js';
import { readingTime as readingTimeOf } from '../content/to-text.js';
import { writeDate } from '../kit/dates.js';
import { kept } from '../kit/kept.js';
import { localeOf } from '../kit/language.js';
import { say, type Words } from '../kit/words.js';
import { knownZone } from '../kit/zone.js';

/** How a story is written where there is no page. */
export interface RenderOptions {
  /** Language of the words that are not the story's (BCP 47). Default: the story's own, else English. */
  readonly lang?: string | undefined;
  /** Words of one's own, over those of the language. */
  readonly words?: Partial<Words> | undefined;
  /** IANA zone in which times are written: a server does not know the reader's. Default: `UTC`. */
  readonly timeZone?: string | undefined;
  /** Of the tags, as in `defineAll({ prefix })`. */
  readonly prefix?: string | undefined;
  /** Keeps ids of several articles in a page apart. */
  readonly id?: string | undefined;
  /** Writes a list of contents over the text, and ids into its headings. Default: no. */
  readonly contents?: boolean | undefined;
  /** Writes how long the story takes to read, after its date. Default: no. */
  readonly readingTime?: boolean | undefined;
}

/** What the writer needs, from what a server knows. */
export function writeOptions(article: Article, options: RenderOptions): WriteOptions {
  const { words, timeZone, prefix, id, contents, readingTime } = options;
  const language = options.lang ?? article.lang ?? 'en';
  return {
    say: (key, values) => say(language, key, values, words),
    formatDate: dateWriter(language, timeZone),
    locale: localeOf(language),
    prefix,
    id,
    contents,
    readingTime: readingTime ? readingTimeOf(article) : undefined,
  };
}

/**
 * What was written before, by language and zone: a page is asked for again and again, and `Intl` takes
 * longer for a moment than the rest of a comment.
 */
const written = new Map<string, Map<string, string>>();
const MOST_LANGUAGES = 20;
const MOST_MOMENTS = 10_000;
/** No date is longer; what is, is not worth keeping. */
const LONGEST = 40;

/** Writes moments in full: a page that is kept has no "three hours ago". */
export function dateWriter(
  language: string,
  timeZone: string | undefined,
): (iso: string | null | undefined) => string {
  const zone = knownZone(timeZone) ?? 'UTC';
  const options = { language, timeZone: zone, now: 0, justNow: '' };
  const known = kept(
    written,
    `${language} ${zone}`,
    () => new Map<string, string>(),
    MOST_LANGUAGES,
  );
  const write = (iso: string | null | undefined) => writeDate(iso, 'date-time', options);
  // Comments come from anywhere: one may have no date.
  return (iso) =>
    iso && iso.length <= LONGEST ? kept(known, iso, () => write(iso), MOST_MOMENTS) : write(iso);
}
