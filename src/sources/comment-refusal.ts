import { clean } from '../content/schema.js';
import { at, listAt, own, textAt } from './article-source.js';
import { SourceError } from './comment-source.js';

/** What a site answered, with its body read as far as it can be. */
export interface Answer {
  /** 0 for a redirect that was not to be followed, and that no browser lets one look into. */
  readonly status: number;
  readonly headers: Headers;
  /** After redirects; without its fragment. */
  readonly url: string;
  readonly redirected: boolean;
  /** Parsed JSON; `undefined` where the body is none. */
  readonly data: unknown;
  /** The body as it came. */
  readonly text: string;
}

/** What a `Retry-After` that cannot be read, or is not there, counts as; and the longest that is believed. */
const DEFAULT_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;
/** What a site says goes into an error, and may stand beside a field: not a whole page of it. */
const LONGEST_WORDS = 300;

/** Whether a page came instead of data because the site sent the browser there. */
export const isLogin = ({ status, redirected, data }: Answer): boolean =>
  status < 200 ||
  (status >= 300 && status < 400) ||
  (status < 300 && redirected && data === undefined);

/** What a refusal means where the site has no words of its own for it. */
export function refusalOf(answer: Answer): SourceError {
  const { status, headers, data } = answer;
  const said = ['detail', 'message', 'title', 'error', 'error_description'].reduce(
    (found, key) => found || wordsAt(data, key),
    '',
  );
  const message = `The site answered ${status}${said ? `: ${said}` : ''}.`;
  if (isLogin(answer)) return new SourceError('auth', message);
  if (status < 400) return new SourceError('server', 'The site did not answer with JSON.');
  if (status === 401 || status === 403) return new SourceError('auth', message);
  if (status === 404 || status === 410) return new SourceError('gone', message);
  if (status === 409) return new SourceError('duplicate', message);
  if (status === 413) return new SourceError('too-long', message);
  if (status === 429) return new SourceError('rate', message, { retryAt: retryAt(headers) });
  if (status === 400 || status === 422)
    return new SourceError('invalid', message, { fields: fieldsIn(data) });
  return new SourceError('server', message, {
    retryAt: headers.has('retry-after') ? retryAt(headers) : undefined,
  });
}

/** A text that is short enough to be told. */
function wordsAt(value: unknown, ...path: readonly (string | number)[]): string {
  const words = textAt(value, ...path) ?? '';
  return words.length > LONGEST_WORDS ? clean(`${words.slice(0, LONGEST_WORDS)}…`) : words;
}

const LISTS = ['errors', 'invalid-params', 'invalidParams', 'violations', 'issues', 'detail'];
const NAMES = ['field', 'name', 'pointer', 'param', 'propertyPath', 'instancePath', 'path', 'loc'];
const SAYS = ['detail', 'message', 'reason', 'msg', 'title'];
const MOST_FIELDS = 50;

/**
 * What is wrong with each field, by the last name on the way to it: problem details (RFC 9457, and
 * `invalid-params` of RFC 7807), JSON:API, `{ errors: { field: message } }` and what common frameworks
 * make of the same.
 */
export function fieldsIn(data: unknown): Record<string, string> {
  const fields = new Map<string, string>();
  const add = (name: string, says: string) => {
    if (name && says && name !== '__proto__' && !fields.has(name) && fields.size < MOST_FIELDS)
      fields.set(name, says);
  };
  for (const key of LISTS) {
    for (const error of listAt(data, key).slice(0, MOST_FIELDS)) add(nameOf(error), saidOf(error));
  }
  for (const key of ['errors', 'fields']) addAll(own(data, key), add, 0);
  return Object.fromEntries(fields);
}

/** A message, a list of them, or an object that has one, for each name. */
function addAll(errors: unknown, add: (name: string, says: string) => void, depth: number): void {
  if (typeof errors !== 'object' || errors === null || Array.isArray(errors) || depth > 2) return;
  for (const [name, value] of Object.entries(errors).slice(0, MOST_FIELDS)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const says = saidOf(first);
    if (says) add(lastName(name), says);
    else addAll(value, add, depth + 1);
  }
}

function nameOf(error: unknown): string {
  const pointer = textAt(error, 'source', 'pointer');
  if (pointer) return lastName(pointer);
  for (const key of NAMES) {
    const steps = listAt(error, key);
    const name = steps.length ? textAt(steps, steps.length - 1) : textAt(error, key);
    if (name) return lastName(name);
  }
  return '';
}

function saidOf(error: unknown): string {
  if (typeof error === 'string') return wordsAt(error);
  for (const key of SAYS) if (typeof at(error, key) === 'string') return wordsAt(error, key);
  return '';
}

/** `email` of `#/author/email`, `author.email` and `author[email]`. */
const lastName = (path: string): string =>
  path
    .slice(0, 200)
    .split(/[/.[\]]/)
    .filter(Boolean)
    .at(-1) ?? '';

// `Date.parse` alone finds a date in nearly any garbage.
const HTTP_DATE = /^[a-z]{3,9}, \d{1,2}[ -][a-z]{3}[ -]\d{2,4} \d\d:\d\d:\d\d (?:GMT|UTC)$/i;
const C_DATE = /^[a-z]{3} [a-z]{3} [ \d]?\d \d\d:\d\d:\d\d \d{4}$/i;
const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/i;

/** A date as HTTP writes it, in any of its three forms, or ISO 8601; else `NaN`. */
function momentOf(text: string): number {
  const written = text.trim();
  if (C_DATE.test(written)) return Date.parse(`${written} GMT`); // it names no zone, and means this one
  return HTTP_DATE.test(written) || ISO_DATE.test(written) ? Date.parse(written) : NaN;
}

/**
 * When to try again, by this device's clock: `Retry-After` in seconds, or as a date that is read
 * against the answer's own `Date`, since either clock may be wrong. Neither can be read across
 * origins unless the site exposes it.
 */
export function retryAt(headers: Headers, now = Date.now()): number {
  const said = headers.get('retry-after')?.trim() ?? '';
  const until = momentOf(said);
  const wait = /^\d+$/.test(said)
    ? Number(said) * 1000
    : Number.isNaN(until)
      ? DEFAULT_WAIT
      : until - (momentOf(headers.get('date') ?? '') || now);
  return now + Math.min(Math.max(wait, 1000), LONGEST_WAIT);
}
