import type { Article, ArticleResult } from '../content/article.js';
import type { ParseHtml } from '../content/nodes.js';
import { clean } from '../content/schema.js';
import { SourceError, type SourceOptions } from './comment-source.js';

/** Where a story comes from. Every format and site is one of these. */
export interface ArticleSource {
  /** Its name in markup: `wordpress`. */
  readonly name: string;
  /** @throws SourceError when there is no story, or nobody knows */
  load(options: LoadArticleOptions): Promise<ArticleResult>;
  /** Reads data that is at hand already, such as a script element's. */
  read?(data: unknown, tools: ReadTools): ArticleResult | Promise<ArticleResult>;
}

/** A source that may still have to be loaded. */
export interface ArticleSourceRef {
  resolve(): Promise<ArticleSource>;
}

/** What a place lends to a source: it has no DOM of its own. */
export interface ReadTools {
  /** Reads HTML: behind the gate in a browser, with parse5 on a server. */
  readonly parseHtml: ParseHtml;
  /** Where the data came from, by which relative addresses are understood. */
  readonly base?: string | undefined;
}

export interface LoadArticleOptions extends ReadTools {
  readonly signal?: AbortSignal | undefined;
  /** Stands in for the global `fetch`: a worker's binding, a cache. */
  readonly fetch?: typeof fetch | undefined;
}

/** A format that stories are kept in. */
export interface ArticleFormat {
  readonly name: string;
  /** Whether data (parsed JSON, or a text that is none) looks like it. */
  recognises(data: unknown): boolean;
  /** Reads it. Never throws for what is in the data: what is wrong is among the problems. */
  read(data: unknown, tools: ReadTools): ArticleResult;
}

/** The story at an address, in one format. */
export const sourceOf =
  (format: ArticleFormat, addressOf = plainAddress) =>
  (options: SourceOptions): ArticleSource => ({
    name: format.name,
    read: (data, tools) => found(format.read(data, tools)),
    async load(tools) {
      const address = addressOf(options);
      const { data, url } = await fetchData(address, tools);
      return found(format.read(data, { parseHtml: tools.parseHtml, base: url }));
    },
  });

function plainAddress({ src }: SourceOptions): string {
  if (!src) throw new TypeError('An article source needs `src`, the address of the story.');
  return src;
}

/** A story with neither headline nor text is none. */
export function found(result: ArticleResult): ArticleResult {
  const { headline, body, lead } = result.article;
  if (headline || body.length || lead) return result;
  throw new SourceError('server', 'There is no story in what the address answered.');
}

const MAX_BYTES = 5_000_000;

/** What an address answers: JSON as data, everything else as text. One request, no cookies to strangers. */
export async function fetchData(
  address: string,
  { signal, fetch: get = fetch, base }: Pick<LoadArticleOptions, 'signal' | 'fetch' | 'base'>,
): Promise<{ readonly data: unknown; readonly url: string }> {
  const url = base && URL.canParse(address, base) ? new URL(address, base).href : address;
  let answer: Response;
  let text: string;
  try {
    answer = await get(url, { ...(signal && { signal }), credentials: 'same-origin' });
    text = answer.ok ? await answer.text() : '';
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new SourceError('offline', 'The story could not be fetched.', { cause });
  }
  if (answer.status === 401 || answer.status === 403)
    throw new SourceError('auth', `The site does not show the story (${answer.status}).`);
  if (!answer.ok) throw new SourceError('server', `The site answered ${answer.status}.`);
  if (text.length > MAX_BYTES) throw new SourceError('too-long', 'The answer is too long.');
  return { data: parseData(text), url: answer.url || url };
}

/** A part of an address as its author wrote it, or as it is where that cannot be read. */
export function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** JSON as data; what is no JSON stays the text that it is. */
export function parseData(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? data : text;
  } catch {
    return text;
  }
}

/** The value of a key of an object's own, whatever the object is. */
export const own = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;

/** A value down a path of keys. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce(own, value);

/** A text that says something. */
export const textAt = (
  value: unknown,
  ...path: readonly (string | number)[]
): string | undefined => {
  const text = at(value, ...path);
  if (typeof text === 'number') return Number.isFinite(text) ? String(text) : undefined;
  return (typeof text === 'string' && clean(text).trim()) || undefined;
};

/** A number, also where it is written as a text. */
export const numberAt = (
  value: unknown,
  ...path: readonly (string | number)[]
): number | undefined => {
  const text = textAt(value, ...path);
  const number = Number(text);
  return text !== undefined && Number.isFinite(number) ? number : undefined;
};

/** A list; none where there is none. */
export const listAt = (
  value: unknown,
  ...path: readonly (string | number)[]
): readonly unknown[] => {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
};

export type { Article, ArticleResult };
