// The writer where there is no page: in Node, and in workerd, the runtime of edge workers, with a
// worker that fetches a post of WordPress and streams the page; then the tags take that page over.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import workerd from 'workerd';
import { buildIfStale } from '../../.config/build.mjs';
import { launch, watchedPage } from './pages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
await buildIfStale();
const server = await import('../../dist/server.js');
const post = await readFile(join(root, 'test/sources/fixtures/wordpress-7.1.1.json'), 'utf8');

/** What a site's interface answers, on the loopback address; the built files, for the page. */
function site() {
  const asked = [];
  const host = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url, 'http://x');
      asked.push(request.url);
      if (pathname === '/wp-json/wp/v2/posts/8') {
        response.writeHead(200, { 'content-type': 'application/json' }).end(post);
      } else if (/\.(?:jpg|png)$/.test(pathname)) {
        const file = join(root, 'stories/assets/2025-11-08T044506.778Z.png');
        response.writeHead(200, { 'content-type': 'image/png' }).end(await readFile(file));
      } else if (pathname.startsWith('/broadsheet/')) {
        const name = pathname.replace(/^\/broadsheet\//, '');
        const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
        const body = await readFile(join(root, 'dist', name)).catch(() => undefined);
        response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body);
      } else response.writeHead(404).end();
    })();
  });
  return new Promise((resolve) => {
    host.listen(0, '127.0.0.1', () =>
      resolve({ asked, url: `http://127.0.0.1:${host.address().port}`, close: () => host.close() }),
    );
  });
}

const WORKER = (url) => `
import { loadArticle, renderPageStream } from ${JSON.stringify(join(root, 'dist/server.js'))};
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/broadsheet/')) return fetch(${JSON.stringify(url)} + pathname);
    const article = loadArticle({ source: 'wordpress', src: ${JSON.stringify(url)}, post: '8' });
    const page = renderPageStream(article.then((result) => result.article), { siteName: 'Ledger' });
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  },
};`;

const CONFIG = (port) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .page),
    (name = "internet", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const page :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
);`;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

describe('the writer in Node', () => {
  const read = () =>
    server.loadArticle({
      source: 'wordpress',
      src: 'https://news.example',
      post: '8',
      fetch: () => Promise.resolve(new Response(post)),
    });

  it('writes a whole page, the same as a string and as a stream', async () => {
    const { article, problems } = await read();
    assert.deepEqual(problems, []);
    const page = server.renderPage(article);
    assert.match(page, /^<!doctype html>\n<html lang="en">/);
    assert.match(page, /<title>NATO Foreign Ministers[^<]*<\/title>/);
    assert.match(page, /<link rel="preload" as="image" href="[^"]*prague-ministers[^"]*"/);
    assert.match(page, /<meta property="og:image" content="http/);
    assert.match(page, /<article-figure placement="wide"><figure><img[^>]* fetchpriority="high"/);
    assert.doesNotMatch(page, /undefined|\[object|NaN/);
    assert.doesNotMatch(page, / style=/);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page);
    assert.equal(JSON.parse(json).headline, article.headline);
    const streamed = await new Response(server.renderPageStream(article)).text();
    assert.equal(streamed, page);
  });

  it('keeps nothing from one story to the next', async () => {
    const { article } = await read();
    const alone = server.renderPage(article);
    const other = { ...article, headline: 'Another', lang: 'cs', body: [] };
    const streams = [article, other, article].map((one) =>
      new Response(server.renderPageStream(one)).text(),
    );
    const [first, , third] = await Promise.all(streams);
    assert.equal(first, alone);
    assert.equal(third, alone);
  });

  it('puts the stylesheet into the page where it is asked to, under a nonce or a hash', async () => {
    const { article } = await read();
    const page = server.renderPage(article, { inlineStyles: true, nonce: 'abc' });
    assert.match(page, /<style nonce="abc">/);
    assert.match(page, /<script type="module" src="[^"]*" nonce="abc">/);
    assert.doesNotMatch(page, /rel="stylesheet"/);
    assert.match(await server.styleHash(), /^sha256-[\w+/]{43}=$/);
  });

  it('tells why there is no story', async () => {
    const failed = server.loadArticle({
      source: 'wordpress',
      src: 'https://news.example',
      post: '9',
      fetch: () => Promise.resolve(new Response('', { status: 404 })),
    });
    await assert.rejects(failed, { name: 'SourceError', kind: 'server' });
  });
});

describe('the writer in workerd', () => {
  let folder;
  let wordpress;
  let worker;
  let url;
  let browser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-worker-'));
    wordpress = await site();
    await build({
      stdin: { contents: WORKER(wordpress.url), resolveDir: root },
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      conditions: ['workerd', 'worker', 'import'],
      outfile: join(folder, 'worker.js'),
      logLevel: 'warning',
    });
    const port = await freePort();
    await writeFile(join(folder, 'config.capnp'), CONFIG(port));
    worker = spawn(workerd.default ?? workerd, ['serve', join(folder, 'config.capnp')], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = Date.now() + 20_000;
    while (!(await answers(port))) {
      if (worker.exitCode !== null || Date.now() > end) throw new Error('workerd did not start.');
      await wait(50);
    }
    url = `http://127.0.0.1:${port}/`;
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    worker?.kill();
    await wordpress?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('fetches a post of WordPress with one request and streams its page', async () => {
    wordpress.asked.length = 0;
    const answer = await fetch(url);
    const page = await answer.text();
    assert.equal(answer.status, 200);
    assert.deepEqual(wordpress.asked, [
      '/wp-json/wp/v2/posts/8?_embed=author,wp:featuredmedia,wp:term',
    ]);
    const { article } = await server.loadArticle({
      source: 'wordpress',
      src: wordpress.url,
      post: '8',
    });
    assert.ok(
      page === server.renderPage(article, { siteName: 'Ledger' }),
      'the page is not the one that Node writes',
    );
  });

  it('is taken over by the tags in place: the same nodes, none of them moved', async () => {
    const boxes = (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('news-article, news-article *:not(figure-opener)')].map(
          (element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return `${element.localName} ${x} ${y} ${width} ${height}`;
          },
        ),
      );
    const open = async (script) => {
      const { page, problems } = await watchedPage(browser, new URL(url).origin, {
        viewport: { width: 1280, height: 900 },
      });
      // The pictures are those of the site that the post was recorded from.
      await page.route('**/wp-content/**', (route) =>
        route.fulfill({ path: join(root, 'stories/assets/2025-11-08T044506.778Z.png') }),
      );
      if (!script) await page.route('**/*.js', (route) => route.abort());
      await page.addInitScript(() => {
        new MutationObserver(() => {
          globalThis.firstHeading ??= document.querySelector('h1');
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(url);
      if (script) await page.locator('figure-opener').first().waitFor({ state: 'attached' });
      return { page, problems };
    };
    const plain = await open(false);
    const live = await open(true);
    assert.deepEqual(await boxes(live.page), await boxes(plain.page));
    assert.equal(
      await live.page.evaluate(() => document.querySelector('h1') === globalThis.firstHeading),
      true,
    );
    assert.equal(await live.page.locator('h1').count(), 1);
    assert.equal(
      await live.page.locator('script[type="application/ld+json"]').count(),
      1,
      'one description for search engines',
    );
    const ours = live.problems.filter((problem) => !problem.includes('/wp-content/'));
    assert.deepEqual(ours, []);
  });
});
