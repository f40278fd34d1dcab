// What a reader chose is there at the first paint, and nothing moves when the tags come.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../.config/build.mjs';
import { page, prague, pragueArticle } from '../prague.mjs';
import { serve } from '../serve.mjs';
import { launch } from './pages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
await buildIfStale();
const { choicesHash, parseArticle, renderPage } = await import('../../dist/server.js');

const KEY = 'broadsheet-choices-1';
const early = '<script src="/dist/broadsheet-choices.js"></script>';
const article = pragueArticle().replace(
  '</article-time>',
  '</article-time>\n<article-tools></article-tools>',
);
/** A page that a server wrote, with a policy that allows nothing inline but by its hash. */
async function rendered() {
  const story = {
    headline: prague.headline,
    lang: 'en',
    body: prague.paragraphs.map((text) => ({
      type: 'paragraph',
      children: [{ type: 'text', text }],
    })),
  };
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' '${await choicesHash()}'">`;
  return renderPage(parseArticle(story).article, {
    choices: true,
    stylesheet: '/dist/broadsheet.css',
    script: '/dist/broadsheet.js',
    after: '<article-tools loading="eager"></article-tools>',
  }).replace('<head>', `<head>${policy}`);
}

describe('what a reader chose', () => {
  let browser, server;

  before(async () => {
    server = await serve(root, {
      '/early': page(article, { head: early }),
      '/late': page(article),
      '/rendered': await rendered(),
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens a page whose module is held back until it is let go. */
  async function open(path, { choices, width = 768 } = {}) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const tab = await context.newPage();
    await tab.route('**/2025-*.png', (route) =>
      route.fulfill({ path: `${root}/stories/assets/2025-11-08T044506.778Z.png` }),
    );
    if (choices) {
      await tab.addInitScript(([key, value]) => localStorage.setItem(key, value), [KEY, choices]);
    }
    let go;
    const held = new Promise((resolve) => (go = resolve));
    await tab.route('**/dist/broadsheet.js', async (route) => {
      await held;
      await route.continue();
    });
    await tab.goto(server.url + path, { waitUntil: 'commit' });
    // The module is held back, so the document stays `interactive`.
    await tab.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
    await tab.waitForFunction(() => document.readyState !== 'loading');
    return {
      tab,
      async upgrade() {
        go();
        await tab.waitForFunction(() =>
          document.querySelector('article-toolbar')?.shadowRoot?.querySelector('button'),
        );
        await tab.waitForLoadState();
      },
      close: () => context.close(),
    };
  }

  const look = (tab) =>
    tab.evaluate(() => {
      const text = document.querySelector('news-article > p');
      const { backgroundColor } = getComputedStyle(document.querySelector('news-article'));
      return [parseFloat(getComputedStyle(text).fontSize).toFixed(1), backgroundColor];
    });
  const boxes = (tab) =>
    tab.evaluate(() =>
      [...document.querySelectorAll('news-article, news-article *')]
        .filter((element) => !element.matches('article-toolbar, figure-opener'))
        .map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return `${element.localName} ${x} ${y} ${width} ${height}`;
        }),
    );
  const sizes = new Map();
  /** The size of the text where nobody chose anything. */
  const normal = async (path) => {
    if (!sizes.has(path)) {
      const plain = await open(path);
      sizes.set(path, Number((await look(plain.tab))[0]));
      await plain.close();
    }
    return sizes.get(path);
  };

  for (const path of ['/early', '/rendered']) {
    for (const width of [320, 768, 1280]) {
      it(`is painted first in ${path} at ${width} pixels, and nothing moves when the tags come`, async () => {
        const choices = 'size=2&measure=wide&theme=dark';
        const { tab, upgrade, close } = await open(path, { choices, width });
        assert.equal(await tab.evaluate(() => customElements.get('news-article')), undefined);
        const first = await boxes(tab);
        const [size, ground] = await look(tab);
        assert.equal(ground, 'rgb(18, 18, 18)');
        await upgrade();
        assert.deepEqual(await boxes(tab), first);
        assert.deepEqual(await look(tab), [size, ground]);
        await close();
      });
    }

    it(`makes the text larger by a third in ${path}`, async () => {
      const size = await normal(path);
      const { tab, close } = await open(path, { choices: 'size=2' });
      assert.equal((await look(tab))[0], (size * 1.3).toFixed(1));
      await close();
    });
  }

  it('is applied as soon as the tags are there when the page has no early script', async () => {
    const size = await normal('/late');
    const { tab, upgrade, close } = await open('/late', { choices: 'size=2' });
    assert.equal((await look(tab))[0], size.toFixed(1));
    await upgrade();
    assert.equal((await look(tab))[0], (size * 1.3).toFixed(1));
    await close();
  });

  it('breaks nothing when what is kept is broken', async () => {
    const size = await normal('/early');
    const { tab, upgrade, close } = await open('/early', { choices: '{"size":[&size=99&theme=' });
    await upgrade();
    assert.deepEqual(await look(tab), [size.toFixed(1), 'rgba(0, 0, 0, 0)']);
    await close();
  });

  it('is made by a press, holds in another tab at once, and after a reload', async () => {
    const context = await browser.newContext();
    const [one, other] = [await context.newPage(), await context.newPage()];
    for (const tab of [one, other]) {
      await tab.goto(`${server.url}/early`);
      await tab.waitForFunction(() => document.querySelector('article-toolbar')?.shadowRoot);
    }
    await one.bringToFront();
    const before = await look(one);
    await one.getByRole('button', { name: 'Text' }).click();
    await one.getByRole('button', { name: 'Larger text' }).click();
    await one.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await other.waitForFunction(
      () => document.documentElement.getAttribute('data-article-theme') === 'dark',
    );
    const chosen = [(before[0] * 1.15).toFixed(1), 'rgb(18, 18, 18)'];
    assert.deepEqual(await look(other), chosen);
    await one.reload({ waitUntil: 'domcontentloaded' });
    assert.deepEqual(await look(one), chosen);
    await context.close();
  });

  it('leaves no trace of the bar on paper', async () => {
    const { tab, upgrade, close } = await open('/early', { choices: 'theme=dark' });
    await upgrade();
    await tab.emulateMedia({ media: 'print' });
    const [display, ink] = await tab.evaluate(() => [
      getComputedStyle(document.querySelector('article-tools')).display,
      getComputedStyle(document.querySelector('news-article')).color,
    ]);
    assert.deepEqual([display, ink], ['none', 'rgb(0, 0, 0)']);
    assert.equal((await look(tab))[1], 'rgba(0, 0, 0, 0)');
    await close();
  });

  it('takes no room with the script off, and leaves the links that someone wrote', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.setContent(
      `<link rel="stylesheet" href="${server.url}/dist/broadsheet.css"><article-tools> </article-tools><article-tools><a href="mailto:a@example.org">Mail</a></article-tools>`,
    );
    await tab.waitForLoadState('networkidle');
    const heights = await tab
      .locator('article-tools')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    assert.equal(heights[0], 0);
    assert.ok(heights[1] >= 44, `${heights[1]} pixels`);
    await context.close();
  });
});
