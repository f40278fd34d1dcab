// A reader in Chromium, on a page elsewhere and on a page of the site, before a real WordPress.
import assert from 'node:assert/strict';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, watchedPage } from '../e2e/pages.mjs';
import { page as pageAround, pragueArticle, wordpressThread } from '../prague.mjs';
import { serve } from '../serve.mjs';
import { kept, reset, set, site } from './site.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The events that a page tells, in their order. */
const listen = `<script>window.told = [];
for (const type of ['comments-load', 'comments-error', 'comment-posted', 'comment-error'])
  addEventListener(type, ({ total, status, kind, comment }) => told.push({ type, total, status, kind, id: comment?.id }));
</script>`;

const threadPage = ({ url, post }) =>
  pageAround(
    `${listen}<news-article><h1>Prague</h1><p>Words.</p><comment-thread source="wordpress" src="${url}" post="${post}"></comment-thread></news-article>`,
  );

describe(`a reader before WordPress ${site.version}`, () => {
  let browser, away, ids, tab, problems;

  before(async () => {
    browser = await launch();
    // The site's own folder gets a page with our tags: only from there may the classic form be fetched.
    const home = join(site.root, 'dist');
    await mkdir(home);
    for (const file of ['broadsheet.js', 'broadsheet.css', 'broadsheet'])
      await cp(join(root, 'dist', file), join(home, file), { recursive: true });
    await writeFile(join(site.root, 'thread.html'), threadPage(site));
    await writeFile(join(site.root, 'closed.html'), threadPage({ ...site, post: site.closed }));
    const form = wordpressThread
      .replace('action="/wp-comments-post.php"', `action="${site.url}/wp-comments-post.php"`)
      .replace('name="comment_post_ID" value="8"', `name="comment_post_ID" value="${site.post}"`);
    away = await serve(root, {
      '/thread.html': threadPage(site),
      '/form.html': pageAround(pragueArticle({ comments: form })),
    });
  });
  after(async () => {
    await browser?.close();
    await away?.close();
  });
  beforeEach(async () => {
    ids = await reset();
  });

  async function open(url, options = {}) {
    ({ page: tab, problems } = await watchedPage(browser, new URL(url).origin, options));
    await tab.goto(url);
    return tab;
  }
  const told = (type) =>
    tab
      .waitForFunction((wanted) => window.told.find((one) => one.type === wanted), type)
      .then((handle) => handle.jsonValue());
  /** Opens a thread and waits until its comments are shown. */
  async function openThread(url) {
    await open(url);
    await tab.locator('comment-thread').scrollIntoViewIfNeeded();
    return told('comments-load');
  }
  const elsewhere = () => `${away.url}/thread.html`;
  const atHome = () => `${site.url}/thread.html`;

  async function write(text, { name = 'Cara Lund', email = 'cara@example.org' } = {}) {
    const form = tab.locator('comment-form form');
    await form.getByRole('textbox', { name: /^Comment/ }).fill(text);
    await form.getByRole('textbox', { name: /^Name/ }).fill(name);
    await form.getByRole('textbox', { name: /^Email/ }).fill(email);
    await form.getByRole('button', { name: 'Post Comment' }).click();
  }
  /** Posts a comment and resolves with what the page was told. */
  async function post(text, who) {
    await tab.evaluate(() => (window.told = []));
    await write(text, who);
    const end = await tab.waitForFunction(() =>
      window.told.find(({ type }) => /^comment-(?:posted|error)$/.test(type)),
    );
    return end.jsonValue();
  }
  const texts = async () => (await kept()).map(({ text }) => text);
  /** All that was asked for went to the page's own site or to this WordPress, and nothing was complained of. */
  const isQuiet = (...expected) => {
    const odd = problems.filter(
      (one) =>
        !one.startsWith(`request outside: ${site.url}/`) &&
        !expected.some((words) => one.includes(words)),
    );
    assert.deepEqual(odd, []);
  };

  it('reads the comments on a page elsewhere, each under the one before', async () => {
    const { total } = await openThread(elsewhere());
    assert.equal(total, 3);
    const [first, second, third] = ids.map((id) => `li#comment-${id}`);
    await tab
      .locator(`comment-thread > ol > ${first} > ol > ${second} > ol > ${third} > article`)
      .waitFor();
    assert.match(await tab.locator(`${second} > article`).innerText(), /Ben O’Dea[\s\S]*NATO\.int/);
    await tab.getByRole('heading', { name: '3 comments' }).waitFor();
    isQuiet();
    await tab.close();
  });

  it('leaves a comment on a page elsewhere, and sees it at once', async () => {
    await openThread(elsewhere());
    const { type, status, id } = await post('From “elsewhere” & back.');
    assert.deepEqual([type, status], ['comment-posted', 'published']);
    await tab.locator(`li#comment-${id} > article`).getByText('From “elsewhere” & back.').waitFor();
    assert.equal((await texts()).at(-1), 'From “elsewhere” &amp; back.');
    isQuiet();
    await tab.reload();
    await tab.locator('comment-thread').scrollIntoViewIfNeeded();
    await tab.locator(`li#comment-${id}`).waitFor();
    await tab.close();
  });

  it('answers a comment, and the answer stands under it', async () => {
    await openThread(elsewhere());
    await tab.getByRole('button', { name: 'Reply to Ben O’Dea' }).click();
    const { id } = await post('To Ben.');
    await tab.locator(`li#comment-${ids[1]} li#comment-${id}`).waitFor();
    assert.equal((await kept()).at(-1).parent, ids[1]);
    await tab.close();
  });

  it('F35: sees that a comment is held, and one that is thrown away is not shown', async () => {
    await set('comment_moderation', 1);
    await openThread(elsewhere());
    const held = await post('For a moderator.');
    assert.equal(held.status, 'held');
    const item = tab.locator(`li#comment-${held.id}`);
    await item.getByText('Your comment is waiting for a moderator').waitFor();
    await tab.getByRole('heading', { name: '3 comments' }).waitFor();
    await set('comment_moderation', 0);
    await set('disallowed_keys', 'casino');
    assert.equal((await post('Come to my casino')).status, 'trashed');
    assert.equal(
      await tab
        .getByRole('article')
        .filter({ hasText: 'casino' })
        .filter({ hasNotText: 'Prague' })
        .count(),
      0,
    );
    isQuiet();
    await tab.close();
  });

  it('is told of one that was there already, one too soon, and an address that is none', async () => {
    await openThread(elsewhere());
    await post('Twice.');
    const box = tab.getByRole('textbox', { name: /^Comment/ });
    assert.equal((await post('Twice.')).kind, 'duplicate');
    assert.equal(await box.inputValue(), 'Twice.');
    const { kind } = await post('To whom?', { email: 'cara@nowhere' });
    assert.equal(kind, 'invalid');
    const email = tab.getByRole('textbox', { name: /^Email/ });
    assert.equal(await email.getAttribute('aria-invalid'), 'true');
    await tab.getByText('Invalid email address.').waitFor();
    await set('broadsheet_flood', 1);
    assert.equal((await post('Too soon.')).kind, 'rate');
    assert.equal(await box.inputValue(), 'Too soon.');
    isQuiet('409', '400');
    await tab.close();
  });

  it('finds a closed post closed, with its comments', async () => {
    await open(`${site.url}/closed.html`);
    await tab.locator('comment-thread').scrollIntoViewIfNeeded();
    await told('comments-load');
    await tab.locator('comment-thread > ol > li').getByText('In time.').waitFor();
    await tab.getByText('Comments are closed.').first().waitFor();
    assert.equal(await tab.getByRole('textbox', { name: /^Comment/ }).count(), 0);
    await tab.close();
  });

  it('is taken to the site itself where that lets no guest in from elsewhere', async () => {
    await set('broadsheet_guests', 0);
    await openThread(elsewhere());
    assert.equal((await post('By a visit.')).kind, 'elsewhere');
    isQuiet('401');
    await tab.getByRole('button', { name: `Post on ${new URL(site.url).host}` }).click();
    await tab.waitForURL((url) => url.href.startsWith(site.link));
    await tab.getByText('By a visit.').first().waitFor();
    assert.equal((await texts()).at(-1), 'By a visit.');
    await tab.close();
  });

  it('leaves a comment on the site’s own pages, though guests may not use its interface', async () => {
    await set('broadsheet_guests', 0);
    await openThread(atHome());
    const { status, id } = await post('At home.');
    assert.equal(status, 'published');
    await tab.locator(`li#comment-${id}`).getByText('At home.').waitFor();
    assert.equal((await post('At home.')).kind, 'duplicate');
    await set('comment_moderation', 1);
    assert.equal((await post('Held at home.')).status, 'held');
    await set('comment_registration', 1);
    assert.equal((await post('And who are you?')).kind, 'auth');
    isQuiet('401', '409', '403');
    await tab.close();
  });

  it('F30: leaves a comment by the site’s own form with the script off', async () => {
    await open(site.link, { javaScriptEnabled: false });
    await tab.getByRole('textbox', { name: /^Comment/ }).fill('Without a script.');
    await tab.getByRole('textbox', { name: /^Name/ }).fill('Cara Lund');
    await tab.getByRole('textbox', { name: /^Email/ }).fill('cara@example.org');
    await tab.getByRole('button', { name: 'Post Comment' }).click();
    await tab.waitForURL(/#comment-\d+$/);
    assert.equal((await texts()).at(-1), 'Without a script.');
    await tab.close();
  });

  it('F30: leaves a comment by our form with the script off', async () => {
    await open(`${away.url}/form.html`, { javaScriptEnabled: false });
    await write('Our form, no script.');
    await tab.waitForURL(/#comment-\d+$/);
    assert.equal((await texts()).at(-1), 'Our form, no script.');
    await tab.close();
  });
});
