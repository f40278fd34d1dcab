import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ContextConsumer } from './context.js';
import { kept } from './kept.js';
import { languageOf, localeOf, watchLanguage } from './language.js';
import { en } from './words/en.js';

/** A text that depends on a number: a form for each CLDR plural category that the language has. */
export type Plural = { readonly other: string } & Partial<
  Readonly<Record<Intl.LDMLPluralRule, string>>
>;
export type WordKey = keyof typeof en;
/** A dictionary: every word that the tags say, in one language. */
export type Words = {
  readonly [Key in WordKey]: (typeof en)[Key] extends string ? string : Plural;
};
/** Fills a text: the places in braces, and the plural by `count`. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The name of the context by which an article hands its own words to the tags inside it. */
export const wordsContext = 'broadsheet-words';

const dictionaries = new Map<string, Partial<Words>>([['en', en]]);
const hosts = new Set<ReactiveControllerHost>();

/**
 * Adds or replaces the words of a language; what a dictionary leaves out is said in English.
 * @throws TypeError when `language` is not a language tag or `words` no object
 */
export function registerWords(language: string, words: Partial<Words>): void {
  if (typeof language !== 'string' || !language)
    throw new TypeError('registerWords: `language` must be a language tag such as "cs".');
  if (typeof words !== 'object' || words === null)
    throw new TypeError('registerWords: `words` must be an object.');
  dictionaries.set(language.toLowerCase(), words);
  hosts.forEach((host) => host.requestUpdate());
}

/** Puts the English words of a script that was loaded late among the others. */
export const learnWords = (words: object): void => void Object.assign(en, words);

function lookUp(language: string, key: WordKey): string | Plural | undefined {
  for (
    let tag = language.toLowerCase();
    tag;
    tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))
  ) {
    const word = dictionaries.get(tag)?.[key];
    if (word) return word;
  }
  return undefined;
}

const plurals = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

/** In a browser that does not know, every language counts as English does. */
function pluralOf(locale: string, count: number): Intl.LDMLPluralRule {
  if ('PluralRules' in Intl)
    return kept(plurals, locale, () => new Intl.PluralRules(locale)).select(count);
  return count === 1 ? 'one' : 'other';
}

/** A number as a language writes it. */
export const numberIn = (locale: string, value: number): string =>
  'NumberFormat' in Intl
    ? kept(numbers, locale, () => new Intl.NumberFormat(locale)).format(value)
    : String(value);

/** Says a word in a language, after the overrides that are given, the first first. */
export function say(
  language: string,
  key: WordKey,
  values?: Readonly<Record<string, string | number>>,
  ...overrides: (Partial<Words> | undefined)[]
): string {
  const locale = localeOf(language);
  const own = overrides.find((words) => words?.[key])?.[key];
  // The words of a script that is not loaded yet are not said yet.
  const word: string | Plural = own ?? lookUp(locale, key) ?? (en as Partial<Words>)[key] ?? '';
  const text =
    typeof word === 'string' ? word : (word[pluralOf(locale, Number(values?.count))] ?? word.other);
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (place: string, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? numberIn(locale, value) : value;
  });
}

/** Gives an element the words of its nearest `lang`, and updates it when that changes. */
export class WordsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { words?: Partial<Words> | undefined };
  readonly #article: ContextConsumer<Partial<Words> | undefined>;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement & { words?: Partial<Words> | undefined }) {
    this.#host = host;
    this.#article = new ContextConsumer(host, wordsContext);
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    this.#unwatch = watchLanguage(this.#host, () => this.#host.requestUpdate());
    // A move may have changed the nearest language.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    this.#unwatch?.();
  }

  get language(): string {
    return languageOf(this.#host);
  }

  readonly say: Say = (key, values) => this.fixed()(key, values);

  /** The same for many words at once: where the element stands is looked up only now. */
  fixed(): Say {
    const { language } = this;
    return (key, values) => say(language, key, values, this.#host.words, this.#article.value);
  }
}
