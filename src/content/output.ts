import type { Article } from './article.js';
import type { WriterWord, WriteOptions } from './render-inline.js';
import { resolveUrl, safePictureUrl, safeUrl } from './url.js';

/** The words of ours in what is written for other places: those of the writer, and a few more. */
export type OutputWord = WriterWord | 'readOnWeb' | 'watch' | 'listen';

/** What a story is written with where there is no page around it. All of it may be left out. */
export interface OutputOptions {
  /** The words that are ours and not the story's. Default: English. */
  readonly say?:
    ((key: OutputWord, values?: Readonly<Record<string, string>>) => string) | undefined;
  /** Writes a moment for a reader. Default: as the story's language does, in UTC. */
  readonly formatDate?: ((iso: string) => string) | undefined;
  /** Decides how names are joined. Default: the story's language. */
  readonly locale?: string | undefined;
  /** By which relative addresses are understood. Default: the story's own address. */
  readonly base?: string | undefined;
}

/** What every output needs, settled. */
export interface Output extends Pick<WriteOptions, 'formatDate' | 'locale'> {
  readonly say: NonNullable<OutputOptions['say']>;
  /** An absolute address that a link may have; nothing for one that cannot be made absolute. */
  readonly link: (url: string | undefined) => string | undefined;
  /** The same for a picture; the data of a picture itself is none that others can fetch. */
  readonly picture: (url: string | undefined) => string | undefined;
}

const english: Readonly<Record<OutputWord, string>> = {
  by: 'By {authors}',
  updated: 'Updated',
  openOn: 'Open on {provider}',
  transcript: 'Transcript',
  notes: 'Notes',
  backToText: 'Back to the text',
  contents: 'Contents',
  readingTime: '{count} min read',
  related: 'Related',
  pinned: 'Pinned',
  keyMoment: 'Key moment',
  keyMoments: 'Key moments',
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  sponsored: 'Paid content',
  ai: 'Made with AI',
  cut: 'The text is longer than this page can show; the rest is left out.',
  readOnWeb: 'Read on the web',
  watch: 'Watch the video',
  listen: 'Listen',
};

/** Settles what was left out. */
export function outputOf(article: Article, options: OutputOptions): Output {
  const locale = localeOf(options.locale ?? article.lang);
  const base = options.base ?? article.url;
  const absolute = (url: string | undefined): string | undefined =>
    url && URL.canParse(url) ? url : undefined;
  return {
    say:
      options.say ??
      ((key, values = {}) =>
        english[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)),
    formatDate: options.formatDate ?? ((iso) => dateText(iso, locale)),
    locale,
    link: (url) => absolute(resolveUrl(url, base, safeUrl)),
    picture: (url) => {
      const address = absolute(resolveUrl(url, base, safePictureUrl));
      return address && /^https?:/i.test(address) ? address : undefined;
    },
  };
}

/** The language of a story, where it is one that programs know. */
export function localeOf(lang: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function dateText(iso: string, locale: string): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime())
    ? ''
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(moment);
}

/** The names of those who made a story, joined as its language does, or the byline as it was written. */
export function bylineText(
  { authors, byline }: Pick<Article, 'authors' | 'byline'>,
  { say, locale }: Pick<Output, 'say' | 'locale'>,
): string {
  if (byline || !authors.length) return byline ?? '';
  const names = authors.map(({ name, role }) => (role ? `${name}, ${role}` : name));
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  const words = say('by');
  return words.includes('{authors}')
    ? words.replace('{authors}', () => list)
    : `${words} ${list}`.trim();
}
