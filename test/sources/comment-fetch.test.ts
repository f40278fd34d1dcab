import { expect } from '@open-wc/testing';
import { readData, refusalOf, retryAt, send } from '../../src/sources/comment-fetch.js';
import type { SourceError } from '../../src/sources/comment-source.js';
import '../helpers.js';

type Step = Response | Error | (() => Response | Promise<Response>);

/** A site that answers in turn, and repeats its last answer; it remembers what it was asked. */
function site(...steps: readonly Step[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const pauses: number[] = [];
  const tools = {
    fetch: (url: unknown, init: RequestInit = {}): Promise<Response> => {
      asked.push({ url: String(url), init });
      const step = steps[Math.min(asked.length, steps.length) - 1]!;
      if (step instanceof Error) return Promise.reject(step);
      return Promise.resolve(typeof step === 'function' ? step() : step.clone());
    },
    pause: (milliseconds: number) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
  };
  return { asked, pauses, tools };
}

const URL_ = 'https://news.example/comments';
const noWay = new TypeError('Failed to fetch');
const read = (tools: object, init?: RequestInit) => readData(URL_, tools, init);
const post = (tools: object, init: RequestInit = {}) => send(URL_, tools, { body: '{}', ...init });

/** What a promise was rejected with. */
const failure = (promise: Promise<unknown>): Promise<SourceError> =>
  promise.then(
    (value) => {
      throw new Error(`Resolved with ${JSON.stringify(value)}`);
    },
    (error: unknown) => error as SourceError,
  );

const json = (text: string, init: ResponseInit = {}) =>
  new Response(text, { headers: { 'content-type': 'application/json' }, ...init });

/** A body that breaks off after some pieces, or never goes on. */
const torn = (pieces: readonly string[], end: 'error' | 'silence', init?: ResponseInit) => () => {
  const left = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = left.shift();
      if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
      else if (end === 'error') controller.error(new TypeError('network error'));
      else return new Promise(() => {});
      return undefined;
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' }, ...init });
};

/** Time that passes only when a test lets it. */
class Timers {
  readonly #pending = new Map<number, () => void>();
  readonly asked: number[] = [];
  #own = { set: window.setTimeout, clear: window.clearTimeout };

  install(): void {
    const set = (run: () => void, milliseconds = 0) => {
      this.asked.push(milliseconds);
      const id = this.asked.length;
      this.#pending.set(id, run);
      return id;
    };
    window.setTimeout = set as typeof window.setTimeout;
    window.clearTimeout = (id) => void this.#pending.delete(Number(id));
  }

  uninstall(): void {
    window.setTimeout = this.#own.set;
    window.clearTimeout = this.#own.clear;
  }

  get pending(): number {
    return this.#pending.size;
  }

  /** All that waits comes due. */
  pass(): void {
    const due = [...this.#pending.values()];
    this.#pending.clear();
    for (const run of due) run();
  }
}

const never = () => new Promise<Response>(() => {});

describe('What is asked of a comment site', () => {
  let timers: Timers;
  beforeEach(() => {
    timers = new Timers();
    timers.install();
  });
  afterEach(() => timers.uninstall());

  it('F10: a read that fails at the site is tried twice more, after pauses that grow and differ', async () => {
    const both: number[][] = [];
    for (const status of [500, 502, 503, 504, 599, 408]) {
      const { asked, pauses, tools } = site(new Response('', { status }));
      expect(await failure(read(tools))).to.include({ name: 'SourceError', kind: 'server' });
      expect(asked).to.have.length(3);
      expect(pauses).to.have.length(2);
      both.push(pauses);
    }
    for (const [first, second] of both) {
      expect(first).to.be.within(400, 800);
      expect(second).to.be.within(800, 1600);
    }
    expect(new Set(both.flat()).size).to.be.above(2);
  });

  it('F10: a read succeeds as soon as the site is well again', async () => {
    const { asked, tools } = site(noWay, new Response('', { status: 503 }), Response.json([1]));
    expect((await read(tools)).data).to.deep.equal([1]);
    expect(asked).to.have.length(3);
  });

  it('F1: a read without a connection is tried twice more, then said to be offline', async () => {
    const { asked, tools } = site(noWay);
    const error = await failure(read(tools));
    expect(error).to.include({ kind: 'offline', cause: noWay });
    expect(asked).to.have.length(3);
  });

  it('F12: the developer finds the likely causes in the error', async () => {
    const { tools } = site(noWay);
    expect((await failure(read(tools))).message).to.match(/CORS, mixed content, an extension/);
  });

  it('F10: what is sent is sent once, however it fails', async () => {
    for (const status of [200, 408, 429, 500, 503]) {
      const { asked, pauses, tools } = site(new Response('', { status }));
      expect((await post(tools)).status).to.equal(status);
      expect(asked).to.have.length(1);
      expect(pauses).to.have.length(0);
    }
    const { asked, tools } = site(noWay);
    expect(await failure(post(tools))).to.include({ kind: 'offline', cause: noWay });
    expect(asked).to.have.length(1);
  });

  it('asks no more of a site that wants to be left alone, or has no better answer', async () => {
    const kinds: Record<number, string> = {
      ...{ 400: 'invalid', 401: 'auth', 403: 'auth', 404: 'gone', 410: 'gone', 413: 'too-long' },
      ...{
        405: 'server',
        409: 'duplicate',
        418: 'server',
        422: 'invalid',
        429: 'rate',
        501: 'server',
      },
    };
    for (const [status, kind] of Object.entries(kinds)) {
      const { asked, tools } = site(new Response('{}', { status: Number(status) }));
      expect((await failure(read(tools))).kind, status).to.equal(kind);
      expect(asked, status).to.have.length(1);
    }
  });

  it('F9: a busy site is asked again no sooner than it says, and not at all where that is long', async () => {
    const busy = (seconds: string) =>
      new Response('', { status: 503, headers: { 'retry-after': seconds } });
    const soon = site(busy('2'), Response.json([]));
    await read(soon.tools);
    expect(soon.pauses[0]).to.be.within(1500, 2000);
    const late = site(busy('600'));
    const error = await failure(read(late.tools));
    expect(late.asked).to.have.length(1);
    expect(error.retryAt).to.be.above(Date.now() + 500_000);
  });

  it('F2: what is sent and not answered in 15 seconds may have arrived', async () => {
    const { asked, tools } = site(never);
    const ended = failure(post(tools));
    expect(timers.asked).to.deep.equal([15_000]);
    timers.pass();
    expect(await ended).to.include({ name: 'SourceError', kind: 'timeout' });
    expect(asked).to.have.length(1);
    expect(asked[0]!.init.signal!.aborted, 'the request is ended').to.equal(true);
  });

  it('F2: an answer to what was sent must be whole in that time', async () => {
    const { tools } = site(torn(['{"id":'], 'silence'));
    const ended = failure(post({ ...tools, timeout: 7 }));
    await Promise.resolve();
    expect(timers.asked).to.deep.equal([7]);
    timers.pass();
    expect((await ended).kind).to.equal('timeout');
  });

  it('F2: a read is given up when nothing comes, not when little comes at a time', async () => {
    const { tools } = site(torn(['[1', ',2', ',3', ']'], 'silence'));
    const ended = failure(read(tools));
    for (let turns = 0; turns < 50; turns++) await Promise.resolve();
    expect(timers.asked.length, 'the wait begins anew with each piece').to.be.above(3);
    expect(timers.pending).to.equal(1);
    timers.pass();
    expect((await ended).kind).to.equal('timeout');
  });

  it('leaves no timer behind', async () => {
    await read(site(Response.json([])).tools);
    await post(site(Response.json({})).tools);
    await failure(post(site(noWay).tools));
    await failure(read(site(new Response('', { status: 500 })).tools));
    expect(timers.pending).to.equal(0);
  });

  it('F24: ends a request with the reason of whoever left, also one that does not listen', async () => {
    for (const ask of [read, post]) {
      const leaving = new AbortController();
      const { asked, tools } = site(never);
      const ended = failure(ask(tools, { signal: leaving.signal }));
      const reason = new Error('The reader went on.');
      leaving.abort(reason);
      expect(await ended).to.equal(reason);
      expect(asked).to.have.length(1);
      expect(asked[0]!.init.signal!.reason).to.equal(reason);
      expect(timers.pending).to.equal(0);
    }
  });

  it('asks nothing for somebody who has left already', async () => {
    for (const ask of [read, post]) {
      const { asked, tools } = site(Response.json([]));
      expect(await failure(ask(tools, { signal: AbortSignal.abort() }))).to.include({
        name: 'AbortError',
      });
      expect(asked).to.have.length(0);
    }
  });

  it('F24: a pause ends when the reader leaves', async () => {
    for (const when of ['before', 'while']) {
      const leaving = new AbortController();
      const { asked, tools } = site(() => {
        if (when === 'before') leaving.abort();
        throw noWay;
      });
      const ended = failure(read({ fetch: tools.fetch }, { signal: leaving.signal }));
      for (let turns = 0; turns < 20; turns++) await Promise.resolve();
      leaving.abort();
      expect(await ended, when).to.include({ name: 'AbortError' });
      expect(asked).to.have.length(1);
      expect(timers.pending).to.equal(0);
    }
  });
});

describe('A pause between two tries', () => {
  it('F10: passes by the clock where nobody gave another', async () => {
    const timers = new Timers();
    timers.install();
    try {
      const { asked, tools } = site(noWay, Response.json([]));
      const answer = read({ fetch: tools.fetch });
      for (let turns = 0; turns < 50; turns++) await Promise.resolve();
      expect(asked).to.have.length(1);
      timers.pass();
      expect((await answer).data).to.deep.equal([]);
    } finally {
      timers.uninstall();
    }
  });
});

describe('A body', () => {
  it('F11: that breaks off is read again, and says nothing of what was sent', async () => {
    const cut = torn(['[{"id"'], 'error');
    const reading = site(cut, cut, Response.json([]));
    expect((await read(reading.tools)).data).to.deep.equal([]);
    expect((await failure(read(site(cut).tools))).kind).to.equal('offline');
    expect((await failure(post(site(cut).tools))).kind).to.equal('unknown');
  });

  it('F11: of a refusal may break off: it is a refusal', async () => {
    for (const [status, kind] of [
      [429, 'rate'],
      [401, 'auth'],
      [422, 'invalid'],
    ] as const) {
      const cut = torn(['{"title"'], 'error', { status });
      const answer = await post(site(cut).tools);
      expect(refusalOf(answer).kind).to.equal(kind);
      expect((await failure(read(site(cut).tools))).kind).to.equal(kind);
    }
  });

  it('F11: that is JSON cut short is asked for again; one that never was JSON is not', async () => {
    for (const [body, type, tries] of [
      ['[{"id":1},{"i', 'application/json', 3],
      ['', 'application/json; charset=utf-8', 3],
      ['{"comments":', 'application/problem+json', 3],
      ['<!doctype html><title>Hello</title>', 'text/html', 1],
      ['', 'text/plain', 1],
      ['null', 'text/plain', 1],
      ['"words"', 'text/plain', 1],
    ] as const) {
      const { asked, tools } = site(new Response(body, { headers: { 'content-type': type } }));
      expect((await failure(read(tools))).kind, body).to.equal('server');
      expect(asked, body).to.have.length(tries);
    }
  });

  it('F11: is no data where it is no object, and comes as it is', async () => {
    for (const text of ['', ' ', 'null', '1', 'true', '"a"', '<p>', '[1', '{"a":}', '\0']) {
      const answer = await post(site(json(text)).tools);
      expect(answer).to.include({ data: undefined, text, status: 200 });
    }
    expect((await post(site(new Response(null, { status: 204 })).tools)).text).to.equal('');
  });

  it('is read as UTF-8, also where pieces part a letter', async () => {
    const bytes = new TextEncoder().encode('\uFEFF["Příliš 🎺"]');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    expect((await read(site(() => new Response(body)).tools)).data).to.deep.equal(['Příliš 🎺']);
  });

  it('T15: is read no further than 5 MB', async () => {
    let read_ = 0;
    let cancelled = false;
    const endless = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            read_ += 500_000;
            controller.enqueue(new Uint8Array(500_000).fill(32));
          },
          cancel: () => void (cancelled = true),
        }),
      );
    const { asked, tools } = site(endless);
    expect(await failure(read(tools))).to.include({ kind: 'server' });
    expect(asked).to.have.length(1);
    expect(read_).to.be.within(5_000_000, 6_500_000);
    expect(cancelled).to.equal(true);
  });
});

describe('A redirect', () => {
  const redirected =
    (status: number, body: string, init: Partial<Response> = {}) =>
    () => {
      const answer = new Response(body, { status: status || 200 });
      Object.defineProperties(answer, {
        redirected: { value: true },
        status: { value: status },
        ...Object.fromEntries(Object.entries(init).map(([key, value]) => [key, { value }])),
      });
      return answer;
    };

  it('F13: to a page, or to where nobody can look, is a site that asks to sign in', async () => {
    for (const step of [
      redirected(200, '<!doctype html><title>Sign in</title>'),
      redirected(0, ''),
      redirected(302, ''),
    ]) {
      const { asked, tools } = site(step);
      expect((await failure(read(tools))).kind).to.equal('auth');
      expect(asked).to.have.length(1);
      expect(refusalOf(await post(site(step).tools)).kind).to.equal('auth');
    }
  });

  it('to data is read, and the answer says where it came from', async () => {
    const moved = redirected(200, '[]', { url: 'https://new.example/comments' });
    expect((await read(site(moved).tools)).url).to.equal('https://new.example/comments');
    expect((await failure(read(site(redirected(404, '<p>')).tools))).kind).to.equal('gone');
  });
});

describe('Every status', () => {
  it('F10: from 200 to 599 ends in data or in a kind of failure, without a throw of another kind', async () => {
    const kinds = new Map<string, number[]>();
    for (let status = 200; status <= 599; status++) {
      const isEmpty = [204, 205, 304].includes(status);
      const { asked, tools } = site(new Response(isEmpty ? null : '{"ok":1}', { status }));
      const kind = await read(tools).then(
        () => 'data',
        (error: SourceError) => `${error.name} ${error.kind}`,
      );
      kinds.set(kind, [...(kinds.get(kind) ?? []), status]);
      expect(asked.length, String(status)).to.be.at.most(3);
      const answer = await post(site(new Response(isEmpty ? null : '{}', { status })).tools);
      expect(answer.status).to.equal(status);
      expect(refusalOf(answer).message).to.not.match(/undefined|null|NaN|\[object/);
    }
    const { data: read_, ...others } = Object.fromEntries(kinds);
    expect(read_).to.have.length(98); // all of 2xx but the two that have no body
    expect(Object.keys(others).sort()).to.deep.equal(
      ['auth', 'duplicate', 'gone', 'invalid', 'rate', 'server', 'too-long'].map(
        (kind) => `SourceError ${kind}`,
      ),
    );
    expect(others['SourceError gone']).to.deep.equal([404, 410]);
    expect(others['SourceError invalid']).to.deep.equal([400, 422]);
    expect(others['SourceError auth']).to.include.members([300, 302, 399, 401, 403]);
    expect(others['SourceError server']).to.include.members([204, 402, 405, 499, 500, 599]);
  });
});

describe('When to try again', () => {
  const now = Date.parse('2025-11-08T12:00:00Z');
  const wait = (after: string | undefined, date?: string): number =>
    retryAt(
      new Headers({
        ...(after !== undefined && { 'retry-after': after }),
        ...(date !== undefined && { date }),
      }),
      now,
    ) - now;

  it('F9: is as many seconds as the site says, one at least, an hour at most', () => {
    expect(wait('7')).to.equal(7000);
    expect(wait(' 120 ')).to.equal(120_000);
    expect(wait('0')).to.equal(1000);
    expect(wait('3600')).to.equal(3_600_000);
    expect(wait('3601')).to.equal(3_600_000);
    expect(wait('9'.repeat(400))).to.equal(3_600_000);
  });

  it('F9: is 30 seconds where the site says nothing that can be read', () => {
    for (const odd of [
      ...[undefined, '', '-5', '1.5', '1e3', '+3', '0x10', '30, 30', 'soon', 'in 5 minutes'],
      ...['garbage 1', 'Tuesday 3', '12:00', '2025-11-08', 'Sat, 08 Nov 2025', 'NaN'],
      ...['Sat, 99 Nov 2025 99:99:99 GMT', 'null', '08/11/2025 12:00:00', 'a '.repeat(5000)],
    ]) {
      expect(wait(odd), odd).to.equal(30_000);
    }
  });

  it('F9, F21: reads a date, in each form that HTTP has, against the site’s own clock', () => {
    const clock = 'Fri, 07 Nov 2025 03:00:00 GMT'; // more than a day behind ours
    for (const date of [
      'Fri, 07 Nov 2025 03:01:30 GMT',
      'Friday, 07-Nov-25 03:01:30 GMT',
      'Fri Nov  7 03:01:30 2025',
      '2025-11-07T03:01:30Z',
      '2025-11-07T05:01:30.000+02:00',
    ]) {
      expect(wait(date, clock), date).to.equal(90_000);
    }
    expect(wait('Sat, 08 Nov 2025 12:00:45 GMT'), 'ours, where it tells none').to.equal(45_000);
    expect(wait('Sat, 08 Nov 2025 12:00:45 GMT', 'yesterday 5')).to.equal(45_000);
    expect(wait('Fri, 07 Nov 2025 02:00:00 GMT', clock), 'past').to.equal(1000);
    expect(wait('Sun, 07 Nov 2027 02:00:00 GMT', clock), 'far').to.equal(3_600_000);
  });
});

describe('What a site says of fields', () => {
  const fields = async (data: unknown, status = 422) => {
    const answer = await post(site(Response.json(data, { status })).tools);
    return refusalOf(answer).fields;
  };

  it('F4: is read from problem details, and from what frameworks have instead', async () => {
    const both = { email: 'Not an address.', text: 'Too short.' };
    for (const data of [
      { errors: { email: 'Not an address.', text: 'Too short.' } },
      { errors: { email: ['Not an address.', 'And more.'], text: ['Too short.'] } },
      { errors: { email: { message: 'Not an address.' }, text: [{ message: 'Too short.' }] } },
      { errors: { author: { email: 'Not an address.' }, text: 'Too short.' } },
      { errors: { 'author.email': ['Not an address.'], 'comment[text]': 'Too short.' } },
      { fields: both },
      {
        type: 'https://api.example/problems/validation',
        title: 'Check your input.',
        status: 422,
        errors: [
          { detail: 'Not an address.', pointer: '#/author/email' },
          { detail: 'Too short.', pointer: '#/text' },
        ],
      },
      {
        'invalid-params': [
          { name: 'email', reason: 'Not an address.' },
          { name: 'text', reason: 'Too short.' },
        ],
      },
      {
        errors: [
          {
            source: { pointer: '/data/attributes/email' },
            title: 'Invalid',
            detail: 'Not an address.',
          },
          { source: { pointer: '/data/attributes/text' }, title: 'Too short.' },
        ],
      },
      {
        errors: [
          { field: 'email', message: 'Not an address.' },
          { field: 'text', message: 'Too short.' },
        ],
      },
      {
        detail: [
          { loc: ['body', 'author', 'email'], msg: 'Not an address.' },
          { loc: ['body', 'text'], msg: 'Too short.' },
        ],
      },
      {
        violations: [
          { propertyPath: 'author.email', title: 'Not an address.' },
          { propertyPath: 'text', title: 'Too short.' },
        ],
      },
      {
        issues: [
          { path: ['author', 'email'], message: 'Not an address.' },
          { path: ['text'], message: 'Too short.' },
        ],
      },
    ]) {
      expect(await fields(data), JSON.stringify(data)).to.deep.equal(both);
      expect(await fields(data, 400)).to.deep.equal(both);
    }
  });

  it('F4: is left out where it says nothing, and keeps no more than a sentence', async () => {
    const long = await fields({
      errors: { email: '🎺'.repeat(10_000), text: ' ', url: 7, name: null },
    });
    expect(Object.keys(long)).to.deep.equal(['email']);
    expect(long.email!.length).to.be.at.most(301);
    expect(() => encodeURI(long.email!), 'no half of a sign').to.not.throw();
    for (const odd of [null, 1, 'x', [], [null, 1, 'x', []], { a: { b: { c: { d: 'deep' } } } }]) {
      expect(
        await fields({ errors: odd, detail: odd, fields: odd }),
        JSON.stringify(odd),
      ).to.deep.equal({});
    }
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, 'x']));
    expect(Object.keys(await fields({ errors: many }))).to.have.length(50);
  });

  it('T9: changes no prototype, whatever a field is called', async () => {
    const answer = await post(
      site(
        json('{"errors":{"__proto__":"x","a":{"__proto__":{"polluted":"1"}},"constructor":"x"}}', {
          status: 422,
        }),
      ).tools,
    );
    expect(Object.keys(refusalOf(answer).fields)).to.not.include('__proto__');
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    Object.defineProperty(Object.prototype, 'errors', {
      configurable: true,
      value: { email: 'from a prototype' },
    });
    try {
      expect(await fields({})).to.deep.equal({});
    } finally {
      delete (Object.prototype as { errors?: unknown }).errors;
    }
  });

  it('says what the site said, in short', async () => {
    for (const [data, said] of [
      [
        { title: 'Broken.', detail: 'The disk is full.' },
        'The site answered 507: The disk is full..',
      ],
      [{ error: 'x' }, 'The site answered 507: x.'],
      [{ message: { a: 1 }, title: 'T' }, 'The site answered 507: T.'],
      [[], 'The site answered 507.'],
    ] as const) {
      const answer = await post(site(Response.json(data, { status: 507 })).tools);
      expect(refusalOf(answer).message).to.equal(said);
    }
  });
});

describe('What goes along', () => {
  it('T11: cookies go to the page’s own origin only, unless the caller says otherwise', async () => {
    const { asked, tools } = site(Response.json([]));
    await read(tools);
    await post(tools);
    await read(tools, { credentials: 'omit' });
    expect(asked.map(({ init }) => init.credentials)).to.deep.equal([
      'same-origin',
      'same-origin',
      'omit',
    ]);
    expect(asked[1]!.init.method).to.equal('POST');
  });
});
