// A thread in a real page: written by a server and taken over, long, printed, and further down than a reader has come.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../.config/build.mjs';
import { serve } from '../serve.mjs';
import { launch, watchedPage } from './pages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
await buildIfStale();
const { renderThread } = await import('../../dist/server.js');

const hostile = '<img src=x onerror="globalThis.ran = 1"><script>globalThis.ran = 1</script>';
const made = (id, parentId = null, over = {}) => ({
  id: `${id}`,
  parentId,
  author: { name: 'Jane Doe' },
  publishedAt: '2024-05-31T09:30:00Z',
  body: { text: `Words of ${id}.` },
  state: 'visible',
  ...over,
});
const few = [
  made(1),
  made(2, '1', { body: { html: `<p>Rich <b>words</b></p>${hostile}` } }),
  made(3, null, { body: { markdown: 'Words *in* Markdown' } }),
  made(4, null, { body: { text: '' }, state: 'hidden' }),
];
const written = renderThread(few, { url: 'https://news.example/story', attributes: { post: '8' } });
const page = (body, script = '') => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Thread</title>
<link rel="stylesheet" href="/dist/broadsheet.css">${script}
<script type="module" src="/dist/broadsheet.js"></script>
<news-article><h1>Story</h1><p>Text.</p>${body}</news-article></html>`;
/** A source in the page's memory, given before the tags are there. */
const given = (list, attributes = '') =>
  `<comment-thread ${attributes}></comment-thread><script>
    const thread = document.querySelector('comment-thread');
    thread.commentSource = { name: 'memory', can: [], load: async () => ({ comments: (${list})() }) };
  </script>`;
const many = `() => Array.from({ length: 10000 }, (_, i) => ({ id: 'm' + i, parentId: i % 10 ? 'm' + (i - i % 10) : null,
  author: { name: 'Jane Doe' }, publishedAt: new Date(1.7e12 + i * 6e4).toISOString(), body: { text: 'Words ' + i + '.' }, state: 'visible' }))`;

describe('a thread in a page', () => {
  let browser, server;

  before(async () => {
    server = await serve(root, {
      '/written': page(written),
      '/long': page(given(many, 'loading="eager" replies="folded"')),
      '/far': page(`<div style="block-size: 5000px"></div>${given('() => []')}`),
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('T1: is complete as a server writes it, and nothing hostile comes through', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(`${server.url}/written`);
    const items = await tab.locator('comment-thread li[id] > article').allInnerTexts();
    assert.equal(items.length, 4);
    for (const words of ['Words of 1.', 'Rich words', 'Words in Markdown', 'hidden by a moderator'])
      assert.ok(
        items.some((text) => text.includes(words)),
        words,
      );
    assert.equal(await tab.getByRole('heading', { name: '3 comments' }).count(), 1);
    assert.equal(await tab.locator('comment-thread :is(img, button)').count(), 0);
    assert.doesNotMatch(written, /onerror|<script>/);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(written);
    const { '@graph': graph } = JSON.parse(json);
    assert.deepEqual(
      graph.map(({ '@id': id, comment }) => [id, comment?.length ?? 0]),
      [
        ['https://news.example/story#comment-1', 1],
        ['https://news.example/story#comment-3', 0],
      ],
    );
    await context.close();
  });

  it('is taken over where it stands: the same nodes in the same boxes', async () => {
    const { page: tab, problems } = await watchedPage(browser, server.url);
    const look = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('comment-thread li, comment-thread h2')].map((element) => {
          element.known ??= true;
          const { x, y, width, height } = element.getBoundingClientRect();
          return [element.id, x, y, width, height];
        }),
      );
    await tab.route('**/broadsheet.js', (route) => route.abort());
    await tab.goto(`${server.url}/written`);
    const before = await look();
    await tab.unroute('**/broadsheet.js');
    await tab.addScriptTag({ type: 'module', url: `${server.url}/dist/broadsheet.js` });
    await tab.waitForFunction(() => document.querySelector('comment-thread').hasUpdated);
    assert.deepEqual(await look(), before);
    assert.deepEqual(
      problems.filter((problem) => !problem.includes('broadsheet.js')),
      [],
    );
    await tab.close();
  });

  it('is written by a server without the dates that its comments lack', () => {
    for (const publishedAt of [undefined, null, '', 'soon', 'x'.repeat(1000)]) {
      const html = String(renderThread([made(1, null, { publishedAt })]));
      assert.match(html, /Words of 1\./);
      assert.doesNotMatch(html, /<time/);
    }
  });

  it('asks nobody before the reader comes near', async () => {
    const { page: tab } = await watchedPage(browser, server.url, {
      viewport: { width: 800, height: 600 },
    });
    await tab.goto(`${server.url}/far`);
    await tab.waitForFunction(() => document.querySelector('comment-thread').hasUpdated);
    const asked = () =>
      tab.evaluate(() => document.querySelector('comment-thread').getAttribute('aria-busy'));
    const late = [];
    tab.on('request', (request) => late.push(new URL(request.url()).pathname));
    await tab.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    assert.equal(await asked(), null);
    const isOfThreads = (path) => path.includes('thread-view'); // what the article loads is its own affair
    assert.ok(!late.some(isOfThreads), late.join());
    const loaded = tab.evaluate(
      () => new Promise((done) => addEventListener('comments-load', done, { once: true })),
    );
    await tab.evaluate(() => scrollTo(0, 4500));
    await loaded;
    assert.ok(late.some(isOfThreads), late.join());
    await tab.close();
  });

  describe('of ten thousand comments', () => {
    let tab, problems;
    before(async () => {
      ({ page: tab, problems } = await watchedPage(browser, server.url));
      await tab.goto(`${server.url}/long#comment-m9999`);
      await tab.waitForFunction(() => document.querySelector('li[aria-current]'));
    });
    after(() => tab?.close());

    it('takes the reader to the last of them, unfolded, and stays there', async () => {
      await tab.waitForFunction(() => {
        const item = document.querySelector('#comment-m9999');
        const { top, bottom } = item.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      assert.equal(await tab.evaluate(() => document.activeElement.id), 'comment-m9999');
      assert.deepEqual(problems, []);
    });

    it('holds them all in the page, each an item of a list and no element of its own kind', async () => {
      const found = await tab.evaluate(() => ({
        items: document.querySelectorAll('comment-thread li').length,
        custom: [...document.querySelectorAll('comment-thread ol *')].filter(
          ({ localName, shadowRoot }) => shadowRoot || localName.includes('-'),
        ).length,
        text: document.querySelector('comment-thread').textContent.includes('Words 5432.'),
      }));
      assert.deepEqual(found, { items: 10_000, custom: 0, text: true });
    });

    it('lets the browser find words in what is folded away', async () => {
      const shown = await tab.evaluate(() => {
        const list = document.querySelector('#comment-m5000 > ol');
        const before = list.hidden;
        list.dispatchEvent(new Event('beforematch', { bubbles: true }));
        return [before, list.hidden];
      });
      assert.deepEqual(shown, ['until-found', false]);
    });

    it('prints all of them', async () => {
      await tab.emulateMedia({ media: 'print' });
      const styles = await tab.evaluate(() => {
        const item = document.querySelector('#comment-m0');
        const list = item.querySelector('ol');
        return [
          getComputedStyle(item).contentVisibility,
          getComputedStyle(list).contentVisibility,
          getComputedStyle(list).display,
          list.getBoundingClientRect().height > 0,
        ];
      });
      await tab.emulateMedia({ media: null });
      assert.deepEqual(styles, ['visible', 'visible', 'block', true]);
    });
  });
});
