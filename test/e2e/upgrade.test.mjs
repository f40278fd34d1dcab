// What a reader sees must not move when the script arrives. The browser's own layout-shift score is
// no judge of that (it reads 0 when slotted content jumps), so the boxes are compared.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { playwrightChromium } from '../chromium.mjs';
import { page, prague, pragueArticle, wordpressThread } from '../prague.mjs';
import { serve } from '../serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const article = pragueArticle({ comments: wordpressThread });
const floating = article.replace('placement="wide"', 'placement="float"');
const full = article.replace('placement="wide"', 'placement="full"');
/** Newsreader, so that a line is as long on every machine. */
const font = `<style>
@font-face { font-family: Newsreader; src: url('/node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2') }
:root { --article-font-text: Newsreader }
</style>`;
const facts =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Own"}</script>';
const rightToLeft = article.replace('<news-article ', '<news-article lang="ar" dir="rtl" ');

describe('upgrading the page', () => {
  let browser, server;

  before(async () => {
    server = await serve(root, {
      '/wide': page(article),
      '/float': page(floating),
      '/full': page(full),
      '/rtl': page(rightToLeft),
      '/newsreader': page(article, { head: font }),
      '/described': page(article, { head: facts }),
      '/thread': page('<comment-thread loading="eager"></comment-thread>'),
    });
    browser = await chromium.launch(await playwrightChromium());
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens a page with the script blocked or not; `upgraded` waits for the tags and their furniture. */
  async function open(path, { script, width, picture }) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const tab = await context.newPage();
    await tab.route('**/2025-*.png', (route) =>
      picture === 'never'
        ? undefined
        : route.fulfill({ path: `${root}/stories/assets/2025-11-08T044506.778Z.png` }),
    );
    if (!script) await tab.route('**/*.js', (route) => route.abort());
    await tab.goto(server.url + path, { waitUntil: 'domcontentloaded' });
    if (!picture) await tab.waitForLoadState();
    if (script) {
      await tab.waitForFunction(() => document.querySelector('figure-opener')?.shadowRoot);
      await tab.waitForFunction(() => document.querySelector('form')?.noValidate);
    }
    return tab;
  }

  const boxes = (tab) =>
    tab.evaluate(() => {
      const kept = 'news-article, news-article *:not(figure-opener, [role=status], [role=alert])';
      return [...document.querySelectorAll(kept)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.localName}.${element.className} ${x} ${y} ${width} ${height}`;
      });
    });

  for (const path of ['/wide', '/float', '/full', '/rtl']) {
    for (const width of [320, 768, 1280]) {
      it(`moves no block of ${path} at ${width} pixels`, async () => {
        const plain = await open(path, { script: false, width });
        const live = await open(path, { script: true, width });
        assert.equal(await plain.evaluate(() => customElements.get('news-article')), undefined);
        assert.deepEqual(await boxes(live), await boxes(plain));
        await plain.context().close();
        await live.context().close();
      });
    }
  }

  it('paints the same picture but for the button in its corner', async () => {
    const shots = [];
    for (const script of [false, true]) {
      const tab = await open('/wide', { script, width: 1280 });
      await tab.addStyleTag({ content: 'figure-opener { display: none !important }' });
      shots.push(await tab.screenshot({ fullPage: true }));
      await tab.context().close();
    }
    assert.ok(shots[0].equals(shots[1]), 'the page looks different with the script');
  });

  it('T16: keeps the place of a picture that never answers', async () => {
    const loaded = await open('/wide', { script: true, width: 768 });
    await loaded.waitForFunction(() => document.querySelector('img').complete);
    const waiting = await open('/wide', { script: true, width: 768, picture: 'never' });
    assert.deepEqual(await boxes(waiting), await boxes(loaded));
    await loaded.context().close();
    await waiting.context().close();
  });

  it('asks for the picture once', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const asked = [];
    tab.on('request', (request) => request.url().endsWith('.png') && asked.push(request.url()));
    await tab.goto(`${server.url}/wide`);
    await tab.waitForFunction(() => document.querySelector('news-article')?.role);
    assert.equal(asked.length, 1);
    await context.close();
  });

  for (const width of [320, 390, 1280]) {
    it(`scrolls in one direction only at ${width} pixels`, async () => {
      const tab = await open('/wide', { script: true, width });
      const [inner, outer] = await tab.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok(inner <= outer, `${inner} pixels in ${outer}`);
      await tab.context().close();
    });
  }

  it('sets 60 to 75 characters in a line of text', async () => {
    const tab = await open('/newsreader', { script: true, width: 1280 });
    const average = await tab.evaluate(async () => {
      const [face] = await document.fonts.load('20px Newsreader');
      if (face?.status !== 'loaded') throw new Error('The font did not load.');
      const range = document.createRange();
      const counts = [...document.querySelectorAll('news-article > p')].map((paragraph) => {
        range.selectNodeContents(paragraph);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        return [paragraph.textContent.length, lines];
      });
      // The last line of a paragraph is not full; count it as half.
      const [characters, lines] = counts.reduce(([a, b], [c, d]) => [a + c, b + d - 0.5], [0, 0]);
      return characters / lines;
    });
    assert.ok(average >= 60 && average <= 75, `${average.toFixed(1)} characters`);
    await tab.context().close();
  });

  it('registers the tags of the story at once and all others when the browser is idle', async () => {
    const tab = await browser.newPage();
    await tab.addInitScript(() => {
      const own = customElements.define;
      globalThis.order = [];
      customElements.define = function (name, ...rest) {
        globalThis.order.push(name);
        own.call(this, name, ...rest);
      };
      const idle = globalThis.requestIdleCallback;
      globalThis.requestIdleCallback = (run, options) =>
        idle(() => (globalThis.order.push('(idle)'), run()), options);
    });
    await tab.goto(`${server.url}/wide`);
    await tab.waitForFunction(() => customElements.get('news-article'));
    await tab.evaluate(() => {
      const late = document.createElement('article-pullquote');
      document.querySelector('news-article').append(late);
    });
    await tab.waitForFunction(() => document.querySelector('article-pullquote:defined'));
    const order = await tab.evaluate(() => globalThis.order);
    const first = order.slice(0, order.indexOf('(idle)'));
    assert.deepEqual(first, [
      ...['news-article', 'article-header', 'article-byline', 'article-time', 'article-figure'],
      ...['comment-thread', 'comment-form', 'figure-opener'],
    ]);
    await tab.waitForFunction(() => customElements.get('live-update'));
    await tab.close();
  });

  it('registers with a thread the form that it writes, which must take answers before the browser is idle', async () => {
    const tab = await browser.newPage();
    await tab.addInitScript(() => (globalThis.requestIdleCallback = () => 0));
    await tab.goto(`${server.url}/thread`);
    await tab.locator('comment-form textarea').waitFor();
    await tab.close();
  });

  it('describes a story to search engines once, and not where the page does', async () => {
    for (const [path, headline] of [
      ['/wide', prague.headline],
      ['/described', 'Own'],
    ]) {
      const tab = await browser.newPage();
      await tab.goto(server.url + path);
      const told = () =>
        [...document.querySelectorAll('[type$="ld+json"]')].map(
          ({ text }) => JSON.parse(text).headline,
        );
      await tab.waitForFunction(() => customElements.get('live-update'));
      await tab.waitForFunction(`(${told})().length`);
      await tab.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      assert.deepEqual(await tab.evaluate(told), [headline]);
      await tab.close();
    }
  });
});
