// What can become of words that are typed and not sent: one row for each fault.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { playwrightChromium } from '../chromium.mjs';
import { gate } from './fault-server.mjs';
import {
  aReader,
  box,
  button,
  draftsOf,
  fillIn,
  isPosted,
  items,
  page,
  POST,
  press,
  says,
  thread,
} from './fault-pages.mjs';

const keysOf = (site) => site.posted().map(({ headers }) => headers['idempotency-key']);

describe('A reader who types, and then meets', () => {
  const here = aReader(() => ({
    '/two': page(
      `${thread()}<section><comment-form source="json" src="/comments" post="2"></comment-form></section>`,
    ),
  }));

  it('F14: a double click, and Enter with a click: it is sent once, and the button keeps the focus', async () => {
    const tab = await here.typed();
    const held = gate();
    here.site.fail(POST, { hold: held });
    await button(tab).dblclick();
    await held.reached;
    await box(tab).press('Control+Enter');
    await press(tab);
    assert.equal(await button(tab).getAttribute('aria-disabled'), 'true');
    assert.ok(await button(tab).evaluate((one) => one === document.activeElement));
    held.open();
    await isPosted(tab);
    assert.equal(here.site.posted().length, 1);
  });

  it('F14: two forms on a page: each sends its own, at the same time', async () => {
    const tab = await here.tabAt('/two');
    const main = tab.locator('comment-thread');
    const other = tab.locator('section');
    await box(tab).waitFor();
    await fillIn(main);
    await fillIn(other, 'And the other.');
    const [first, second] = [gate(), gate()];
    here.site.fail(POST, { hold: first }, { hold: second });
    await press(main);
    await first.reached;
    await press(other);
    await second.reached;
    second.open();
    await says(other, 'Your comment is published.');
    assert.equal(await box(tab).inputValue(), 'Well said.');
    first.open();
    await isPosted(tab);
    assert.deepEqual(
      ['1', '2'].map((post) => here.site.thread(post).map(({ text }) => text)),
      [['Well said.'], ['And the other.']],
    );
    assert.equal(new Set(keysOf(here.site)).size, 2);
  });

  it('F15: a reload, at once after typing: the words are back', async () => {
    const tab = await here.typed('/', { text: 'Half a thought' });
    await tab.reload();
    await box(tab).waitFor();
    assert.equal(await box(tab).inputValue(), 'Half a thought');
    await tab.goto(`${here.site.url}/empty`);
    await tab.goBack();
    await box(tab).waitFor();
    assert.equal(await box(tab).inputValue(), 'Half a thought');
    assert.equal(here.site.posted().length, 0);
  });

  const skip = process.platform === 'win32' && 'no process groups';
  it('F15: a browser that is killed: the words are back', { skip }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-reader-'));
    const text = 'Typed right before the end.';
    let running;
    try {
      running = await startBrowser(folder);
      let tab = await running.open(`${here.site.url}/`);
      await box(tab).waitFor();
      await box(tab).pressSequentially(text);
      // What reached the disk by itself: the quick store is written seconds later, and is lost.
      const isSafe = async () =>
        (await draftsOf(tab, { isLasting: true })).some((row) => row.includes(text));
      for (let asked = 0; !(await isSafe()); asked++) assert.ok(asked < 5000, 'it is kept at all');
      await running.kill();

      running = await startBrowser(folder);
      tab = await running.open(`${here.site.url}/`);
      await tab.waitForFunction(
        (words) => document.querySelector('comment-form textarea')?.value === words,
        text,
      );
      await fillIn(tab, text);
      await press(tab);
      await isPosted(tab, text);
      assert.equal(here.site.posted().length, 1);
      assert.deepEqual(await draftsOf(tab), []);
    } finally {
      await running?.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it('F16: success: the draft does not come back, however late the page is left', async () => {
    const tab = await here.typed();
    const onDisk = () => draftsOf(tab, { isLasting: true });
    for (let asked = 0; !(await onDisk()).length; asked++)
      assert.ok(asked < 5000, 'it is on the disk');
    const held = gate();
    here.site.fail(POST, { hold: held });
    await press(tab);
    await held.reached;
    await tab.evaluate(() => {
      const form = document.querySelector('comment-form');
      addEventListener('comment-posted', () => (window.isPosted = true));
      document.addEventListener('comment-posted', () => (window.isPosted = true));
      form.remove(); // the page takes it out meanwhile
    });
    held.open();
    await tab.waitForFunction(() => window.isPosted);
    await tab.reload();
    await items(tab).filter({ hasText: 'Well said.' }).waitFor();
    // The page may have been left before the disk forgot it: the next one makes up for that.
    for (let asked = 0; (await draftsOf(tab)).length; asked++)
      assert.ok(asked < 5000, 'it is forgotten');
    assert.equal(await box(tab).inputValue(), '');
  });

  it('F17: a reply begun, then another: each keeps its own words', async () => {
    here.site.add('First.', { author: { name: 'Ada' } });
    here.site.add('Second.', { author: { name: 'Bea' } });
    const tab = await here.tabAt('/');
    const reply = (name) => tab.getByRole('button', { name: `Reply to ${name}` }).click();
    await reply('Ada');
    await box(tab).fill('To Ada');
    await reply('Bea');
    assert.equal(await box(tab).inputValue(), '');
    await box(tab).fill('To Bea');
    await reply('Ada');
    assert.equal(await box(tab).inputValue(), 'To Ada');
    await tab.reload();
    await box(tab).waitFor();
    await reply('Ada');
    assert.equal(await box(tab).inputValue(), 'To Ada');
    await reply('Bea');
    assert.equal(await box(tab).inputValue(), 'To Bea');
  });

  it('F18: two tabs: what is sent in one is gone from the other, which is told', async () => {
    const first = await here.typed('/', { text: 'Typed here' });
    const second = await here.tabAt('/');
    await second.waitForFunction(
      () => document.querySelector('comment-form textarea')?.value === 'Typed here',
    );
    await box(second).focus(); // its script is all there once it is touched
    await second.waitForLoadState('networkidle');
    await press(first);
    await isPosted(first, 'Typed here');
    await says(second, 'This comment was posted from another window.');
    assert.equal(await box(second).inputValue(), '');
    assert.equal(here.site.posted().length, 1);
  });

  it('F19: a browser that refuses all storage: the form works, and warns once at most', async () => {
    const tab = await here.typed('/', {
      prepare: (one) =>
        one.addInitScript(() => {
          const refuse = () => {
            throw new DOMException('Refused.', 'SecurityError');
          };
          for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, { get: refuse });
        }),
    });
    await press(tab);
    await isPosted(tab);
    assert.ok(tab.warned.length <= 1, tab.warned.join('\n'));
  });

  it('F19: storage that is full: the form works', async () => {
    const tab = await here.typed('/', {
      prepare: (one) =>
        one.addInitScript(() => {
          const full = () => {
            throw new DOMException('Full.', 'QuotaExceededError');
          };
          Storage.prototype.setItem = full;
          IDBObjectStore.prototype.put = full;
        }),
    });
    await press(tab);
    await isPosted(tab);
    assert.ok(tab.warned.length <= 1, tab.warned.join('\n'));
  });

  it('F20: a draft that is corrupt: it is ignored and taken away', async () => {
    const tab = await here.typed('/', { text: 'Half a thought' });
    const slots = (await draftsOf(tab)).length;
    assert.ok(slots > 0);
    await tab.evaluate(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('broadsheet-draft:')) localStorage.setItem(key, '{"text":[1');
      // And the other store is gone.
      return new Promise((resolve) => {
        const request = indexedDB.deleteDatabase('broadsheet-drafts');
        request.onsuccess = request.onerror = resolve;
      });
    });
    await tab.route('**/broadsheet.js', (route) => route.abort());
    await tab.reload(); // whatever the page keeps while it is left is overwritten below
    await tab.evaluate(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('broadsheet-draft:')) localStorage.setItem(key, '{"text":[1');
      return new Promise((resolve) => {
        const request = indexedDB.deleteDatabase('broadsheet-drafts');
        request.onsuccess = request.onerror = resolve;
      });
    });
    await tab.unroute('**/broadsheet.js');
    await tab.reload();
    await box(tab).waitFor();
    assert.equal(await box(tab).inputValue(), '');
    await tab.waitForFunction(
      () => !Object.values(localStorage).some((value) => value.includes('[1')),
    );
    await fillIn(tab);
    await press(tab);
    await isPosted(tab);
  });
});

/** A browser whose process is ours to kill, with all that it started, and that keeps its data in a folder. */
async function startBrowser(folder) {
  const { executablePath, args } = await playwrightChromium();
  const child = spawn(
    executablePath,
    [
      ...args,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  let browser;
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    await ended;
    await browser?.close().catch(() => {});
  };
  try {
    let address;
    for await (const line of createInterface({ input: child.stderr })) {
      address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) break;
    }
    child.stderr.resume();
    browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    context.setDefaultTimeout(15_000);
    const open = async (url) => {
      const tab = await context.newPage();
      await tab.goto(url);
      return tab;
    };
    return { open, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
