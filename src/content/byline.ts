import { html, type Html } from './html.js';
import type { Person } from './person.js';
import { safePictureUrl, safeUrl } from './url.js';

/** What the byline needs of its surroundings. */
export interface BylineOptions {
  /** A valid locale: decides how several names are joined. */
  readonly locale: string;
  /** The text around the names, with `{authors}` where they go: "By {authors}". */
  readonly by: string;
}

/** Writes the inside of an `article-byline`. */
export function renderByline(authors: readonly Person[], { locale, by }: BylineOptions): Html {
  const [before, after] = by.split('{authors}');
  let index = 0;
  // By their names, for the words between depend on them: "Eva y Ana", but "Eva e Iker".
  const names = joined(
    locale,
    authors.map(({ name }) => name),
  ).map(({ type, value }) => (type === 'element' ? renderAuthor(authors[index++]) : value));
  return html`<p>${before}${names}${after}</p>`;
}

type Part = Pick<ReturnType<Intl.ListFormat['formatToParts']>[number], 'type' | 'value'>;

/** One for each locale: they are dear to make. */
const formats = new Map<string, Intl.ListFormat>();
const conjunction = { type: 'conjunction' } as const;
/** The same people write again and again, and asking takes longer than writing the rest of a byline. */
const known = new Map<string, readonly Part[]>();
const MOST_KNOWN = 500;

/** With the words of the language between them; with commas where the browser has none. */
function joined(locale: string, names: readonly string[]): readonly Part[] {
  if (names.length === 1) return [{ type: 'element', value: names[0] ?? '' }];
  const key = `${locale}\n${names.join('\n')}`;
  let parts = known.get(key);
  if (!parts) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, (parts = ask(locale, names)));
  }
  return parts;
}

function ask(locale: string, names: readonly string[]): readonly Part[] {
  if ('ListFormat' in Intl) {
    let format = formats.get(locale);
    if (!format) formats.set(locale, (format = new Intl.ListFormat(locale, conjunction)));
    return format.formatToParts(names);
  }
  return names.flatMap((value, index): Part[] => [
    ...(index ? [{ type: 'literal', value: ', ' } as const] : []),
    { type: 'element', value },
  ]);
}

function renderAuthor(author: Person | undefined): Html | undefined {
  if (!author) return undefined;
  const portrait = safePictureUrl(author.image);
  const page = safeUrl(author.url);
  return html`${portrait && html`<img class="portrait" src="${portrait}" alt="" width="40" height="40" loading="lazy" /> `}${
    page
      ? html`<a class="author" rel="author" href="${page}">${author.name}</a>`
      : html`<span class="author">${author.name}</span>`
  }${author.role && html` <span class="role">${author.role}</span>`}`;
}
