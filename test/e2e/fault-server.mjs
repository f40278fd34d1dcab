// A site whose comments fail as a test says. It speaks the protocol of src/sources/json-comments.ts on
// the loopback address, serves the package beside it, and answers on a second port as another origin.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
};
const HTML = { 'content-type': TYPES['.html'] };
const JSON_TYPE = { 'content-type': 'application/json' };
const LOGIN = '<!doctype html><title>Sign in</title><h1>Sign in</h1>';

/** Something that a test opens when it likes; `reached` tells that somebody waits there. */
export function gate() {
  let arrive, open;
  const reached = new Promise((resolve) => (arrive = resolve));
  const opened = new Promise((resolve) => (open = resolve));
  return {
    reached,
    open,
    wait: () => {
      arrive();
      return opened;
    },
  };
}

/**
 * What a request gets in place of the site's own answer. All of it may be left out:
 * - `hold`: a gate that it waits at first
 * - `commit`: the site does what it was asked, and only its answer is lost or replaced
 * - `cut`: `'before'` any byte of the answer, or `'inside'` its body
 * - `status`, `headers`, `body`, `type`: the answer; `body` may be anything that becomes JSON
 * - `redirect`: where it is sent on to
 * @typedef {{ hold?: ReturnType<typeof gate>, commit?: boolean, cut?: 'before' | 'inside', status?: number,
 *   headers?: Record<string, string>, body?: unknown, type?: string, redirect?: string }} Fault
 */

/**
 * Starts the site.
 * @param {object} options
 * @param {string} options.folder where files come from
 * @param {Record<string, string | ((site: object) => string)>} [options.pages] path to HTML
 */
export async function faultSite({ folder, pages = {} }) {
  const site = {
    /** Every comment, by its post. */
    threads: new Map(),
    /** What the site was asked: method, path, headers, body. */
    requests: [],
    /** Whether the second port lets other origins in. */
    cors: true,
    closed: false,
    /** What new comments are: `visible`, or `pending`. */
    state: 'visible',
    pageSize: Infinity,
    can: ['like', 'report', 'edit', 'remove'],
    /** Faults for the next requests of a kind, one each: `fail('POST /comments', { cut: 'before' })`. */
    fail(what, ...faults) {
      queues.set(what, [...(queues.get(what) ?? []), ...faults]);
    },
    /** The same fault from now on. */
    always(what, fault) {
      lasting.set(what, fault);
    },
    thread: (post = '1') => {
      if (!site.threads.has(post)) site.threads.set(post, []);
      return site.threads.get(post);
    },
    /** Puts a comment there. */
    add(text, { post = '1', ...over } = {}) {
      const comment = {
        id: String(++lastId),
        parentId: null,
        author: { name: 'Ada' },
        publishedAt: '2025-11-08T12:00:00Z',
        text,
        state: 'visible',
        ...over,
      };
      site.thread(post).push(comment);
      return comment;
    },
    posted: () => site.asked('POST /comments'),
    asked: (what) => site.requests.filter(({ method, path }) => `${method} ${path}` === what),
    /** Resolves when something is asked for the next time. */
    next: (what) => new Promise((resolve) => waiting.push({ what, resolve })),
    /** Everything as at first; what is asked later has forgotten what went before. */
    reset() {
      for (const map of [queues, lasting, keys, site.threads]) map.clear();
      Object.assign(site, { cors: true, closed: false, state: 'visible', pageSize: Infinity });
      site.requests.length = 0;
      waiting.length = 0;
    },
  };
  const queues = new Map();
  const lasting = new Map();
  const keys = new Map();
  const waiting = [];
  let lastId = 0;

  const answering = (isAway) => (request, response) =>
    void answer(request, response, isAway).catch((error) => {
      if (!response.destroyed) response.writeHead(500).end(String(error));
    });

  async function answer(request, response, isAway) {
    const url = new URL(request.url, 'http://site');
    const path = normalize(decodeURIComponent(url.pathname));
    const { method, headers } = request;
    const what = `${method} ${path}`;
    const body = await textOf(request);
    site.requests.push({ method, path, query: url.searchParams, headers, body });
    for (const one of waiting.filter((each) => each.what === what)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.resolve();
    }
    const cors = isAway && site.cors && headers.origin;
    if (cors) {
      response.setHeader('access-control-allow-origin', headers.origin);
      response.setHeader('access-control-expose-headers', 'Retry-After, Date');
      response.setHeader('vary', 'Origin');
    }
    if (method === 'OPTIONS') {
      if (cors) {
        response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
        response.setHeader('access-control-allow-headers', 'Content-Type, Idempotency-Key');
      }
      return response.writeHead(204).end();
    }
    const fault = queues.get(what)?.shift() ?? lasting.get(what);
    if (fault?.hold) await fault.hold.wait();
    if (!fault || isOnlyHold(fault)) return own(response, { method, path, url, headers, body });
    if (fault.commit) await own(undefined, { method, path, url, headers, body });
    return fail(request, response, fault);
  }

  async function own(response, { method, path, url, headers, body }) {
    const say = (status, data) =>
      response?.writeHead(status, data === undefined ? {} : JSON_TYPE).end(JSON.stringify(data));
    if (path === '/login') return response?.writeHead(200, HTML).end(LOGIN);
    if (path === '/sign' && method === 'POST') return sign(response, body);
    const [, collection, id, part] = path.split('/');
    if (collection !== 'comments') return file(response, path);
    if (method === 'GET') return say(200, list(url.searchParams));
    const data = body && /\bjson\b/.test(headers['content-type'] ?? '') ? JSON.parse(body) : {};
    if (method === 'POST' && !id) return say(...take(data, headers));
    const thread = [...site.threads.values()].find((one) => one.some((each) => each.id === id));
    const comment = thread?.find((each) => each.id === id);
    if (!comment) return say(404, { title: 'No such comment.' });
    if (method === 'DELETE' && !part) thread.splice(thread.indexOf(comment), 1);
    if (method === 'PATCH') Object.assign(comment, { text: data.text });
    if (part === 'like') {
      const likes = (comment.counts?.likes ?? 0) + (method === 'PUT' ? 1 : -1);
      Object.assign(comment, { counts: { likes }, isLiked: method === 'PUT' });
    }
    return method === 'PATCH' || part === 'like' ? say(200, comment) : say(204);
  }

  function list(query) {
    const counted = query.get('count');
    if (counted)
      return {
        counts: Object.fromEntries(counted.split(',').map((id) => [id, site.thread(id).length])),
      };
    const all = [...site.thread(query.get('post') ?? '1')];
    if (query.get('sort') === 'newest') all.reverse();
    const from = Number(query.get('cursor') ?? 0);
    const to = from + site.pageSize;
    return {
      comments: all.slice(from, to),
      total: all.length,
      can: site.can,
      ...(to < all.length && { cursor: String(to) }),
      ...(site.closed && { closed: true }),
    };
  }

  /** Keeps a comment, once for each key. */
  function take({ post = '1', parentId, text, author, key }, headers) {
    const known = keys.get(key ?? headers['idempotency-key']);
    if (known) return [200, known];
    if (site.closed) return [403, { code: 'closed' }];
    if (parentId && !site.thread(post).some(({ id }) => id === parentId))
      return [404, { code: 'parent-gone' }];
    const { state } = site;
    const comment = site.add(text, {
      post,
      parentId,
      author: { name: author?.name },
      state,
      isOwn: true,
    });
    keys.set(key ?? headers['idempotency-key'], comment);
    return [201, comment];
  }

  /** A form that a browser posts by itself. */
  function sign(response, body) {
    const fields = new URLSearchParams(body);
    site.add(fields.get('comment'), { author: { name: fields.get('author') } });
    response?.writeHead(303, { location: fields.get('redirect_to') ?? '/' }).end();
  }

  async function file(response, path) {
    const page = pages[path];
    if (page)
      return response?.writeHead(200, HTML).end(typeof page === 'string' ? page : page(site));
    try {
      const data = await readFile(join(folder, path));
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response?.writeHead(200, { 'content-type': type }).end(data);
    } catch {
      response?.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  }

  const servers = [createServer(answering(false)), createServer(answering(true))];
  const [url, away] = await Promise.all(servers.map(listen));
  return Object.assign(site, {
    url,
    away,
    /** The site is gone from the net; `up` brings it back at the same port. */
    async down() {
      await close(servers[0]);
    },
    async up() {
      await new Promise((resolve) =>
        servers[0].listen(Number(new URL(url).port), '127.0.0.1', resolve),
      );
    },
    close: () => Promise.all(servers.map(close)),
  });
}

const isOnlyHold = (fault) => Object.keys(fault).every((key) => key === 'hold');

function fail(request, response, { cut, status = 200, headers = {}, body = '', type, redirect }) {
  if (cut === 'before') return request.socket.destroy();
  if (redirect)
    return response.writeHead(status === 200 ? 302 : status, { location: redirect }).end();
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const kind = type ?? (typeof body === 'string' ? TYPES['.html'] : 'application/json');
  const all = { ...(text && { 'content-type': kind }), ...headers };
  if (cut !== 'inside') return response.writeHead(status, all).end(text);
  const bytes = Buffer.from(text || '{"id":"1","te');
  response.writeHead(status, { ...all, 'content-length': String(bytes.length + 100) });
  response.write(bytes, () => request.socket.destroy());
  return undefined;
}

async function textOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function listen(server) {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((closed) => server.close(closed));
}
