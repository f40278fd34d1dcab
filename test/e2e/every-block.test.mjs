// The whole vocabulary in one story, as the server writes it: with the script each block stands where it
// stood without, at every width and in both directions, and nothing is lost.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { awake, boxes, pictures } from '../boxes.mjs';
import { playwrightChromium } from '../chromium.mjs';
import { everyBlock, everyBlockPage } from '../every-block.mjs';
import { serve } from '../serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('a story with every block', () => {
  let browser, server;

  before(async () => {
    server = await serve(root, {
      '/ltr': everyBlockPage(),
      '/rtl': everyBlockPage({ dir: 'rtl' }),
      '/feature': everyBlockPage({ design: 'feature' }),
    });
    browser = await chromium.launch(await playwrightChromium());
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path, { script, width, ...options }) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
    const tab = await context.newPage();
    await tab.emulateMedia({ reducedMotion: 'reduce' });
    const foreign = [];
    tab.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !url.startsWith('data:') && !url.startsWith('blob:'))
        foreign.push(url);
    });
    const errors = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && script !== false)
        errors.push(message.text());
    });
    if (script === false) await tab.route('**/*.js', (route) => route.abort());
    await tab.goto(server.url + path);
    if (script !== false) await awake(tab);
    return { tab, foreign, errors, close: () => context.close() };
  }

  /** A line for each box. */
  const lines = async (tab) =>
    (await boxes(tab)).map(({ name, box }) => `${name} ${box.join(' ')}`);
  /** What differs: a whole page of boxes says nothing. */
  const moved = (now, then) => now.filter((box, index) => box !== then[index]);

  it('is read without a problem', () => {
    assert.deepEqual(everyBlock.problems, []);
  });

  for (const path of ['/ltr', '/rtl', '/feature']) {
    for (const width of [320, 768, 1280]) {
      it(`moves no block of ${path} at ${width} pixels`, async () => {
        const plain = await open(path, { script: false, width });
        await pictures(plain.tab);
        const live = await open(path, { width });
        const [now, then] = [await lines(live.tab), await lines(plain.tab)];
        assert.deepEqual(moved(now, then), moved(then, now));
        assert.equal(now.length, then.length);
        assert.deepEqual(live.errors, []);
        await plain.close();
        await live.close();
      });
    }
  }

  it('T13: asks nobody else for anything', async () => {
    const { foreign, close } = await open('/ltr', { width: 1280 });
    assert.deepEqual(foreign, []);
    await close();
  });

  for (const width of [320, 1280]) {
    it(`scrolls in one direction only at ${width} pixels`, async () => {
      const { tab, close } = await open('/ltr', { width });
      const [inner, outer] = await tab.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok(inner <= outer, `${inner} pixels in ${outer}`);
      await close();
    });
  }

  it('says every word without a script, and with it', async () => {
    const words = (tab) =>
      tab.evaluate(() => {
        const texts = document.createTreeWalker(
          document.querySelector('news-article'),
          NodeFilter.SHOW_TEXT,
        );
        let text = '';
        while (texts.nextNode()) text += ` ${texts.currentNode.data}`;
        return text.match(/[\p{L}\p{N}]+/gu);
      });
    const off = await open('/ltr', { script: false, width: 1280 });
    const on = await open('/ltr', { width: 1280 });
    const missing = new Set(await words(off.tab));
    for (const word of await words(on.tab)) missing.delete(word);
    assert.deepEqual([...missing], []);
    await off.close();
    await on.close();
  });

  it('prints all that is folded, and nothing to press', async () => {
    const { tab, close } = await open('/ltr', { width: 768 });
    await tab.emulateMedia({ media: 'print' });
    const [folded, buttons] = await tab.evaluate(() => {
      const isSeen = (element) => element.getBoundingClientRect().height > 0;
      const name = (element) => `${element.localName} ${element.textContent.trim().slice(0, 40)}`;
      return [
        [...document.querySelectorAll('news-article details')]
          .filter(isSeen)
          .flatMap((details) => [...details.children])
          .filter((child) => child.textContent.trim() && !isSeen(child))
          .map(name),
        [...document.querySelectorAll('news-article button')].filter(isSeen).map(name),
      ];
    });
    assert.deepEqual([folded, buttons], [[], []]);
    await close();
  });
});
