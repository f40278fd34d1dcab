import { clean } from '../content/schema.js';
import { textAt } from './article-source.js';
import { SourceError, type CommentSourceOptions } from './comment-source.js';

/** What a site answered, with its body read as far as it can be. */
export interface Answer {
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

type Tools = Pick<CommentSourceOptions, 'fetch' | 'pause' | 'timeout'>;

const TRIES = 3;
const FIRST_PAUSE = 400;
const TIMEOUT = 15_000;
const MAX_BYTES = 5_000_000;
/** What a `Retry-After` that cannot be read, or is not there, counts as; and the longest that is believed. */
const DEFAULT_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;

/**
 * Reads JSON. What may be better in a moment (no connection, 5xx) is asked again, at most twice, after
 * pauses that differ from reader to reader; 429 never, as it asks to be left alone.
 * @throws SourceError of kind `offline`, `auth`, `gone`, `rate` or `server`
 */
export async function readData(
  url: string,
  tools: Tools = {},
  init: RequestInit = {},
): Promise<Answer> {
  const { signal } = init;
  for (let tried = 1; ; tried++) {
    try {
      const answer = await ask(url, tools, { credentials: 'same-origin', ...init });
      if (answer.status >= 400) throw refusalOf(answer);
      if (answer.data === undefined)
        throw new SourceError('server', 'The site did not answer with JSON.');
      return answer;
    } catch (error) {
      const { kind } = error as Partial<SourceError>;
      if (signal?.aborted || tried === TRIES || (kind !== 'offline' && kind !== 'server'))
        throw error;
      const longest = FIRST_PAUSE * 2 ** tried;
      await (tools.pause ?? pause)(
        longest / 2 + (Math.random() * longest) / 2,
        signal ?? undefined,
      );
    }
  }
}

/**
 * Sends something, once: nobody knows whether a second try would be a second comment. The answer may
 * have any status; `refusalOf` says what those from 400 mean.
 * @throws SourceError of kind `offline`, `timeout` or `unknown`
 */
export async function send(url: string, tools: Tools, init: RequestInit): Promise<Answer> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), tools.timeout ?? TIMEOUT);
  const { signal: own } = init;
  const leave = () => late.abort(own?.reason);
  own?.addEventListener('abort', leave, { once: true });
  try {
    return await ask(url, tools, { credentials: 'same-origin', ...init, signal: late.signal });
  } catch (error) {
    if (own?.aborted) throw error;
    if (late.signal.aborted)
      throw new SourceError('timeout', 'The site did not answer in time.', { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    own?.removeEventListener('abort', leave);
  }
}

async function ask(url: string, { fetch: get = fetch }: Tools, init: RequestInit): Promise<Answer> {
  let answer: Response;
  try {
    answer = await get(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new SourceError('offline', 'There is no way to the site.', { cause });
  }
  let text: string;
  try {
    text = await answer.text();
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    // A body that breaks off says nothing of what was done with what was sent.
    throw new SourceError(isReading(init) ? 'offline' : 'unknown', 'The answer broke off.', {
      cause,
    });
  }
  if (text.length > MAX_BYTES) throw new SourceError('server', 'The answer is too long.');
  const { status, headers, redirected } = answer;
  return { status, headers, redirected, url: answer.url || url, text, data: dataIn(text) };
}

const isReading = ({ method = 'GET' }: RequestInit): boolean => /^(?:get|head)$/i.test(method);

function dataIn(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}

const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });

/** What a refusal means where the site has no words of its own for it. */
export function refusalOf({ status, headers, data }: Answer): SourceError {
  const said = textAt(data, 'detail') ?? textAt(data, 'message') ?? textAt(data, 'error');
  const message = `The site answered ${status}${said ? `: ${said}` : ''}.`;
  if (status === 401 || status === 403) return new SourceError('auth', message);
  if (status === 404 || status === 410) return new SourceError('gone', message);
  if (status === 409) return new SourceError('duplicate', message);
  if (status === 413) return new SourceError('too-long', message);
  if (status === 429) return new SourceError('rate', message, { retryAt: retryAt(headers) });
  if (status === 400 || status === 422)
    return new SourceError('invalid', message, { fields: fieldsIn(data) });
  return new SourceError('server', message);
}

/** What is wrong with each field: problem details (RFC 9457) and `{ errors: { field: message } }` alike. */
function fieldsIn(data: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  const errors = (data as { errors?: unknown } | undefined)?.errors;
  if (Array.isArray(errors)) {
    for (const error of errors) {
      const name =
        textAt(error, 'field') ??
        textAt(error, 'name') ??
        textAt(error, 'pointer')?.replace(/^#?\/(?:.*\/)?/, '');
      const says = textAt(error, 'detail') ?? textAt(error, 'message') ?? textAt(error, 'reason');
      if (name && says) fields[name] = says;
    }
  } else if (typeof errors === 'object' && errors !== null) {
    for (const [name, value] of Object.entries(errors)) {
      const says: unknown = Array.isArray(value) ? value[0] : value;
      if (typeof says === 'string' && says.trim()) fields[name] = clean(says).trim();
    }
  }
  return fields;
}

/**
 * When to try again, by this device's clock: `Retry-After` in seconds, or as a date that is read
 * against the answer's own `Date`, since either clock may be wrong. Neither can be read across
 * origins unless the site exposes it.
 */
export function retryAt(headers: Headers, now = Date.now()): number {
  const said = headers.get('retry-after')?.trim() ?? '';
  const until = Date.parse(said);
  const wait = /^\d+$/.test(said)
    ? Number(said) * 1000
    : /[a-z]/i.test(said) && !Number.isNaN(until)
      ? until - (Date.parse(headers.get('date') ?? '') || now)
      : DEFAULT_WAIT;
  return now + Math.min(Math.max(wait, 1000), LONGEST_WAIT);
}
