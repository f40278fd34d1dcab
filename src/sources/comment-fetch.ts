import { refusalOf, type Answer } from './comment-refusal.js';
import { SourceError, type CommentSourceOptions } from './comment-source.js';

export { isLogin, refusalOf, retryAt, type Answer } from './comment-refusal.js';

type Tools = Pick<CommentSourceOptions, 'fetch' | 'pause' | 'timeout'>;

const TRIES = 3;
const FIRST_PAUSE = 400;
/** A site that names a longer time than this is not asked again before the reader says so. */
const LONGEST_PAUSE = 3000;
const TIMEOUT = 15_000;
const MAX_BYTES = 5_000_000;

/**
 * Reads JSON. What may be better in a moment (no connection, a body that breaks off, 5xx) is asked
 * again, at most twice, after pauses that differ from reader to reader; 429 never, as it asks to be
 * left alone. A site that is silent for as long as `timeout` is given up; one that is slow is not.
 * @throws SourceError of kind `offline`, `timeout`, `auth`, `gone`, `rate`, `invalid` or `server`
 */
export async function readData(
  url: string,
  tools: Tools = {},
  init: RequestInit = {},
): Promise<Answer> {
  const signal = init.signal ?? undefined;
  for (let tried = 1; ; tried++) {
    let wait = FIRST_PAUSE * 2 ** tried * (0.5 + Math.random() / 2);
    try {
      const answer = await ask(url, tools, init);
      if (answer.status >= 200 && answer.status < 300 && answer.data !== undefined) return answer;
      const refusal = refusalOf(answer);
      wait = Math.max(wait, (refusal.retryAt ?? 0) - Date.now());
      if (tried === TRIES || !mayPass(answer) || wait > LONGEST_PAUSE) throw refusal;
    } catch (error) {
      if (tried === TRIES || !isBroken(error)) throw error;
    }
    await (tools.pause ?? pause)(wait, signal);
  }
}

const isBroken = (error: unknown): boolean =>
  error instanceof SourceError && error.kind === 'offline';

/** Whether the same question may have a better answer in a moment. */
function mayPass({ status, headers }: Answer): boolean {
  if (status >= 200 && status < 300) return isJson(headers); // it was cut somewhere
  return status === 408 || status === 425 || (status >= 500 && status !== 501 && status !== 505);
}

const isJson = (headers: Headers): boolean =>
  /\bjson\b/i.test(headers.get('content-type')?.slice(0, 200) ?? '');

/**
 * Sends something, once: nobody knows whether a second try would be a second comment. The answer may
 * have any status; `refusalOf` says what those from 400 mean.
 * @throws SourceError of kind `offline`, `timeout` or `unknown`
 */
export const send = (url: string, tools: Tools, init: RequestInit): Promise<Answer> =>
  ask(url, tools, { method: 'POST', ...init });

/** One request, which ends when it is answered, when the caller leaves, or when it takes too long. */
async function ask(url: string, tools: Tools, init: RequestInit): Promise<Answer> {
  const caller = init.signal ?? undefined;
  caller?.throwIfAborted();
  const late = new AbortController();
  const give = () => late.abort(new SourceError('timeout', 'The site did not answer in time.'));
  const start = () => setTimeout(give, tools.timeout ?? TIMEOUT);
  const leave = () => late.abort(caller?.reason);
  caller?.addEventListener('abort', leave, { once: true });
  let timer = start();
  /** What is read may take its time, as long as something comes; what is sent has to be done in time. */
  const stir = () => {
    if (!isReading(init) || late.signal.aborted) return;
    clearTimeout(timer);
    timer = start();
  };
  try {
    const { signal } = late;
    return await within(
      signal,
      answered(url, tools.fetch ?? fetch, { credentials: 'same-origin', ...init, signal }, stir),
    );
  } catch (error) {
    throw late.signal.aborted ? (late.signal.reason as Error) : error;
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', leave);
  }
}

/** The same promise, but given up with the signal, also where what was asked does not listen to it. */
function within<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject);
  });
}

async function answered(
  url: string,
  get: typeof fetch,
  init: RequestInit,
  stir: () => void,
): Promise<Answer> {
  let answer: Response;
  try {
    answer = await get(url, init);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError(
      'offline',
      'There is no way to the site: no connection, or the browser lets none be made (CORS, mixed content, an extension).',
      { cause },
    );
  }
  const { status, headers, redirected } = answer;
  let text = '';
  try {
    text = await textOf(answer, stir);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    // A refusal is one without its words; else nobody knows what was done with what was sent.
    if (status < 400)
      throw new SourceError(isReading(init) ? 'offline' : 'unknown', 'The answer broke off.', {
        cause,
      });
  }
  return { status, headers, redirected, url: answer.url || url, text, data: dataIn(text) };
}

/** The body as text, read no further than anybody could want. */
async function textOf(answer: Response, stir: () => void): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return answer.text();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    stir();
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MAX_BYTES) {
      void reader.cancel().catch(() => undefined);
      throw new SourceError('server', 'The answer is too long.');
    }
    text += decoder.decode(value, { stream: true });
  }
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
    const leave = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, milliseconds);
    if (signal?.aborted) leave();
    else signal?.addEventListener('abort', leave, { once: true });
  });
