// What the tests of faults share: a site that fails as it is told, and a reader in a real browser.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import { faultSite } from './fault-server.mjs';
import { launch } from './pages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const POST = 'POST /comments';
export const LIST = 'GET /comments';

const SCRIPT = '<script type="module" src="/dist/broadsheet.js"></script>';
export const page = (body, { script = SCRIPT } = {}) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Comments</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/dist/broadsheet.css">${script}</head><body>${body}</body></html>`;
export const thread = (attributes = '') =>
  `<comment-thread source="json" src="/comments" post="1" ${attributes}></comment-thread>`;

/**
 * A site and a browser for the tests of a group; each test has a site that has forgotten everything, a
 * reader without a past, and fails where anything is thrown that nobody catches.
 * @param {(site: object) => Record<string, string | ((site: object) => string)>} pagesOf the pages, by path
 */
export function aReader(pagesOf = () => ({})) {
  const here = { site: undefined, browser: undefined, context: undefined };
  let thrown = [];

  before(async () => {
    const pages = { '/': page(thread()), '/empty': page('<main></main>') };
    here.site = await faultSite({ folder: root, pages });
    Object.assign(pages, pagesOf(here.site));
    here.browser = await launch();
  });
  after(async () => {
    await here.browser?.close();
    await here.site?.close();
  });
  beforeEach(async () => {
    here.site.reset();
    thrown = [];
    here.context = await newContext();
  });
  afterEach(async () => {
    await here.context.close();
    assert.deepEqual(thrown, [], 'nothing is thrown that nobody catches');
  });

  async function newContext(options) {
    const context = await here.browser.newContext(options);
    context.setDefaultTimeout(15_000);
    return context;
  }

  /** Opens a page of the site. */
  async function tabAt(path, { within = here.context, prepare, until = 'load' } = {}) {
    const tab = await within.newPage();
    tab.warned = [];
    tab.on('pageerror', (error) => thrown.push(error.stack ?? error.message));
    tab.on('console', (message) => message.type() === 'warning' && tab.warned.push(message.text()));
    await prepare?.(tab);
    await tab.goto(here.site.url + path, { waitUntil: until });
    return tab;
  }

  /** The same, with a comment typed into its form. */
  async function typed(path = '/', { text, ...options } = {}) {
    const tab = await tabAt(path, options);
    await box(tab).waitFor();
    await fillIn(tab, text);
    return tab;
  }

  /** What was typed is still in the box, and can be sent again. */
  async function isKept(tab, text = 'Well said.') {
    assert.equal(await box(tab).inputValue(), text);
    assert.equal(await button(tab).getAttribute('aria-disabled'), null);
    assert.equal(await items(tab).count(), here.site.thread().length);
  }

  return Object.assign(here, { isKept, newContext, tabAt, typed });
}

export const box = (scope) =>
  scope.locator('comment-form').first().locator('textarea[name=comment]');
export const button = (scope) => scope.getByRole('button', { name: 'Post Comment' });
/** A reader can press what only says that it is disabled. */
export const press = (scope) => button(scope).click({ force: true });
export const items = (scope) => scope.locator('comment-thread > ol li');
export const says = (scope, words) =>
  scope.getByText(words).filter({ visible: true }).first().waitFor();

export async function fillIn(scope, text = 'Well said.') {
  await box(scope).fill(text);
  await scope.getByLabel(/^Name/).fill('Jana');
  await scope.getByLabel(/^Email/).fill('jana@example.org');
}

/** A comment is in the list once, and the box is empty. */
export async function isPosted(tab, text = 'Well said.') {
  await items(tab).filter({ hasText: text }).first().waitFor();
  assert.equal(await items(tab).filter({ hasText: text }).count(), 1);
  assert.equal(await box(tab).inputValue(), '');
}

/** All that the browser keeps of drafts, in either store; or only in the one that outlives a crash. */
export const draftsOf = (tab, { isLasting = false } = {}) =>
  tab.evaluate(async (onlyLasting) => {
    const quick = Object.entries(localStorage)
      .filter(([key]) => key.startsWith('broadsheet-draft:'))
      .map(([, value]) => value);
    const kept = onlyLasting ? [] : quick;
    const stores = await indexedDB.databases();
    if (!stores.some(({ name }) => name === 'broadsheet-drafts')) return kept;
    const rows = await new Promise((resolve) => {
      const request = indexedDB.open('broadsheet-drafts');
      request.onerror = () => resolve([]);
      request.onsuccess = () => {
        const database = request.result;
        const close = (found) => {
          database.close();
          resolve(found);
        };
        if (!database.objectStoreNames.contains('drafts')) return close([]);
        const all = database.transaction('drafts').objectStore('drafts').getAll();
        all.onsuccess = () => close(all.result);
        all.onerror = () => close([]);
        return undefined;
      };
    });
    return [...kept, ...rows.map((row) => JSON.stringify(row))];
  }, isLasting);
