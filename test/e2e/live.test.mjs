// A live blog moves nothing: not when the script arrives, not when new updates come, not when older ones
// change. By geometry, as the browser's own score forgives itself what its anchoring hides.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { playwrightChromium } from '../chromium.mjs';
import { page, prague } from '../prague.mjs';
import { serve } from '../serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const iso = (minute) => new Date(Date.UTC(2024, 4, 31, 8, minute)).toISOString();
const update = (number, more = {}) => ({
  id: `update-${number}`,
  headline: [`Update ${number}`],
  published: iso(number),
  key: number % 5 === 0,
  children: prague.paragraphs
    .slice(0, (number % 3) + 1)
    .map((text) => ({ type: 'paragraph', children: [text] })),
  ...more,
});
const markup = ({ id, headline, published, key, children }) =>
  `<live-update id="${id}"${key ? ' key' : ''}><article><h2>${headline}</h2><article-time><time datetime="${published}">${published.slice(11, 16)}</time></article-time>${children.map(({ children: text }) => `<p>${text}</p>`).join('')}</article></live-update>`;
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => update(to - index));
const blog = (updates, attributes = '') =>
  page(
    `<news-article design="live"><h1>${prague.headline}</h1><p>${prague.paragraphs[0]}</p><live-blog ${attributes}>${updates.map(markup).join('')}</live-blog><p id="after">After the blog.</p></news-article>`,
  );

describe('a live blog', () => {
  let browser, server, source;
  /** What the source has, and how often it was asked. */
  let answer = {};
  let asked = [];

  before(async () => {
    source = createServer((request, response) => {
      asked.push(request.headers['if-none-match']);
      const tag = `"${JSON.stringify(answer).length}"`;
      const headers = {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'retry-after',
        etag: tag,
      };
      if (answer.status) response.writeHead(answer.status, { ...headers, ...answer.headers }).end();
      else if (request.headers['if-none-match'] === tag) response.writeHead(304, headers).end();
      else
        response
          .writeHead(200, { ...headers, 'content-type': 'application/json' })
          .end(JSON.stringify(request.url === '/earlier' ? answer.earlier : answer));
    });
    await new Promise((resolve) => source.listen(0, '127.0.0.1', resolve));
    const src = `src="http://127.0.0.1:${source.address().port}/updates" loading="eager"`;
    server = await serve(root, {
      '/static': blog(range(1, 30), 'loading="eager"'),
      '/live': blog(range(1, 30), src),
      '/short': blog(range(1, 3), src),
      '/ended': blog(range(1, 3), 'ended loading="eager"'),
    });
    browser = await chromium.launch(await playwrightChromium());
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    source?.closeAllConnections();
    source?.close();
  });

  async function open(path, { script = true, width = 768, height = 900, scrollTo } = {}) {
    asked = [];
    const context = await browser.newContext({ viewport: { width, height } });
    const tab = await context.newPage();
    if (!script) await tab.route('**/*.js', (route) => route.abort());
    await tab.goto(server.url + path);
    if (script)
      await tab.waitForSelector('live-blog:state(ready) live-order', { state: 'attached' });
    if (scrollTo)
      await tab
        .locator(scrollTo)
        .evaluate((one) => scrollBy(0, one.getBoundingClientRect().top - 200));
    return tab;
  }
  const boxes = (tab) =>
    tab.evaluate(() =>
      [
        ...document.querySelectorAll(
          'news-article, news-article > *, live-update, live-update > article > *, #after',
        ),
      ].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.localName} ${x} ${y} ${width} ${height}`;
      }),
    );
  const topOf = (tab, selector) =>
    tab
      .locator(selector)
      .first()
      .evaluate((one) => one.getBoundingClientRect().top);
  const frames = (tab) =>
    tab.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  const check = async (tab) => {
    await tab.evaluate(() => document.querySelector('live-blog').checkForNew());
    await frames(tab);
  };
  const offer = (tab) => tab.locator('live-state').getByRole('button', { name: /new update/ });

  for (const path of ['/static', '/live', '/ended']) {
    for (const width of [320, 1280]) {
      it(`moves no block of ${path} when its script arrives, at ${width} pixels`, async () => {
        answer = { updates: range(1, path === '/live' ? 30 : 3) };
        const plain = await open(path, { script: false, width });
        const live = await open(path, { width });
        await frames(live);
        assert.equal(await plain.evaluate(() => customElements.get('live-blog')), undefined);
        assert.deepEqual(await boxes(live), await boxes(plain));
        const [inner, outer] = await live.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert.ok(inner <= outer, `${inner} pixels in ${outer}`);
        await plain.context().close();
        await live.context().close();
      });
    }
  }

  it('offers new updates without moving a line of what is read, and takes the reader there and back', async () => {
    answer = { updates: range(1, 30) };
    const tab = await open('/live', { scrollTo: '#update-20' });
    await check(tab);
    const before = await boxes(tab);
    answer = { updates: range(1, 33) };
    await check(tab);
    await offer(tab).waitFor();
    assert.deepEqual(await boxes(tab), before);
    assert.equal(await tab.locator('live-update').count(), 30);

    const read = await topOf(tab, '#update-20');
    await offer(tab).click();
    await frames(tab);
    const first = tab.locator('live-update').first();
    assert.equal(await first.locator('h2').textContent(), 'Update 33');
    assert.equal(await tab.evaluate(() => document.activeElement.textContent), 'Update 33');
    assert.ok((await topOf(tab, 'live-update')) >= 0);
    await tab.locator('live-state').getByRole('button', { name: 'Back to where you were' }).click();
    await frames(tab);
    assert.ok(Math.abs((await topOf(tab, '#update-20')) - read) < 1);
    await tab.context().close();
  });

  it('stays where the reader is when updates above them change, come in earlier, or go', async () => {
    answer = { updates: range(1, 30) };
    const tab = await open('/live', { scrollTo: '#update-12' });
    await check(tab);
    await frames(tab);
    const read = await topOf(tab, '#update-12');
    const longer = { updated: iso(90), children: update(2).children.concat(update(2).children) };
    answer = {
      updates: range(1, 30)
        .filter(({ id }) => id !== 'update-27')
        .map((one) => (one.id === 'update-25' ? { ...one, ...longer } : one)),
    };
    await check(tab);
    assert.equal(await tab.locator('#update-27').count(), 0);
    assert.equal(await tab.locator('#update-25 p:not(.update-label)').count(), 6);
    assert.ok(Math.abs((await topOf(tab, '#update-12')) - read) < 1, 'it moved');
    await tab.context().close();
  });

  it('leaves alone a changed update that the reader looks at, until they ask', async () => {
    answer = { updates: range(1, 30) };
    const tab = await open('/live', { scrollTo: '#update-20' });
    await check(tab);
    const before = await boxes(tab);
    answer = {
      updates: range(1, 30).map((one) =>
        one.id === 'update-20' ? { ...one, headline: ['Corrected'], updated: iso(90) } : one,
      ),
    };
    await check(tab);
    assert.deepEqual(await boxes(tab), before);
    const button = tab.locator('live-state').getByRole('button', { name: '1 update has changed' });
    await button.click();
    assert.equal(
      await tab.locator('#user-content-update-20, #update-20').locator('h2').textContent(),
      'Corrected',
    );
    await tab.context().close();
  });

  it('keeps what the reader has before them when the order is turned by a choice kept from before', async () => {
    answer = { updates: range(1, 30) };
    const tab = await open('/static');
    const order = tab.locator('live-order').getByRole('combobox');
    await order.focus();
    await order.selectOption('oldest');
    assert.equal(await tab.locator('live-update').first().getAttribute('id'), 'update-1');
    assert.equal(
      await tab.evaluate(() => document.activeElement.localName),
      'live-order',
      'the keyboard stays at the choice',
    );
    const other = await tab.context().newPage();
    await other.goto(`${server.url}/static#update-9`);
    for (const again of [false, true]) {
      if (again) await other.reload();
      await other.waitForSelector('live-blog[order="oldest"]:state(ready)');
      await frames(other);
      const top = await topOf(other, '#update-9');
      assert.ok(top >= 0 && top < 200, `${top}, ${again ? 'when loaded again' : 'at first'}`);
    }
    await tab.context().close();
  });

  it('loads earlier updates at the end, where nothing moves that is above', async () => {
    answer = { updates: range(1, 3), cursor: '/earlier', earlier: { updates: [update(0)] } };
    const tab = await open('/short');
    await check(tab);
    const button = tab.locator('live-earlier').getByRole('button');
    await button.scrollIntoViewIfNeeded();
    const read = await topOf(tab, '#update-1');
    await button.click();
    await tab.locator('live-update').nth(3).waitFor();
    assert.equal(await tab.locator('live-update').nth(3).locator('h2').textContent(), 'Update 0');
    assert.ok(Math.abs((await topOf(tab, '#update-1')) - read) < 1);
    await button.waitFor({ state: 'detached' });
    await tab.context().close();
  });

  it('finds an update that a link names and that is not in the page yet', async () => {
    answer = { updates: range(1, 3), cursor: '/earlier', earlier: { updates: [update(0)] } };
    const tab = await open('/short#update-0');
    await tab.waitForSelector('live-update:target');
    assert.equal(await tab.locator('live-update:target h2').textContent(), 'Update 0');
    await tab.context().close();
  });

  /** A blog in a page whose time a test moves. */
  async function clocked() {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.clock.install({ time: new Date('2024-05-31T12:00:00Z') });
    asked = [];
    await tab.goto(`${server.url}/live`);
    await tab.waitForSelector('live-blog:state(ready) live-state', { state: 'attached' });
    const settled = () => tab.evaluate(() => fetch('/').then((answer) => answer.text()));
    /** Time passes, and the source has been asked so often. */
    const pass = async (milliseconds, times) => {
      await tab.clock.runFor(milliseconds);
      for (let turns = 0; asked.length < times && turns < 100; turns++) await settled();
      for (let turns = 0; turns < 3; turns++) await settled();
      assert.equal(asked.length, times, `after ${milliseconds} ms`);
    };
    return { tab, pass, settled };
  }

  it('asks again and again, with the tag of the last answer, and not while the page is hidden', async () => {
    answer = { updates: range(1, 30) };
    const { tab, pass } = await clocked();
    await pass(100, 1);
    await pass(70_000, 2);
    assert.match(asked[1], /^"\d+"$/);
    const hide = (hidden) =>
      tab.evaluate((is) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => is });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await hide(true);
    await pass(600_000, 2);
    await hide(false);
    await pass(100, 3);
    // A glance at another tab is no reason to ask again.
    await hide(true);
    await hide(false);
    await pass(100, 3);
    await tab.context().close();
  });

  it('asks less and less often while the source fails, and no sooner than it says', async () => {
    answer = { status: 503 };
    const { tab, pass, settled } = await clocked();
    await pass(100, 1);
    await pass(100_000, 1);
    await pass(40_000, 2);
    answer = { status: 429, headers: { 'retry-after': '400' } };
    await pass(270_000, 3);
    await pass(395_000, 3);
    answer = { updates: range(1, 31) };
    // In short steps: an answer that takes half a minute is given up.
    for (let steps = 0; asked.length < 4 && steps < 10; steps++) {
      await tab.clock.runFor(20_000);
      await settled();
    }
    await offer(tab).waitFor({ state: 'attached' });
    await tab.context().close();
  });
});
