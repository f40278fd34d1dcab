// A reader in a real browser: keyboard, reload, dark, print, no script.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { playwrightChromium } from '../chromium.mjs';
import { page, pragueArticle, wordpressThread } from '../prague.mjs';
import { serve } from '../serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const picture = `${root}/stories/assets/2025-11-08T044506.778Z.png`;

describe('a reader', () => {
  let browser, server;

  before(async () => {
    server = await serve(root, {
      '/thread': page(pragueArticle({ comments: '<comment-thread></comment-thread>' })),
      '/wordpress': page(pragueArticle({ comments: wordpressThread })),
    });
    browser = await chromium.launch(await playwrightChromium());
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path, options = {}) {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    tab.errors = [];
    tab.on('console', (message) => message.type() === 'error' && tab.errors.push(message.text()));
    tab.on('pageerror', (error) => tab.errors.push(error.message));
    await tab.route('**/2025-*.png', (route) => route.fulfill({ path: picture }));
    await tab.goto(server.url + path);
    return tab;
  }
  /** Where the comments are, which wait for a reader to come. */
  const toTheEnd = (tab) => tab.evaluate(() => scrollTo(0, document.body.scrollHeight));

  it('leaves a reply by keyboard alone, answers it, and finds both after a reload', async () => {
    const tab = await open('/thread');
    await toTheEnd(tab);
    const box = tab.getByRole('textbox', { name: 'Comment' });
    await box.focus();
    await tab.keyboard.type('A first thought.');
    await tab.keyboard.press('Tab');
    await tab.keyboard.type('Jana');
    await tab.keyboard.press('Tab');
    await tab.keyboard.type('jana@example.org');
    await tab.keyboard.press('Control+Enter');
    const thought = tab.getByRole('article').filter({ hasText: 'A first thought.' }).last();
    await thought.waitFor();

    const reply = tab.getByRole('button', { name: 'Reply to Jana' });
    await reply.focus();
    await tab.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Leave a Reply to Jana' }).waitFor();
    await tab.keyboard.type('And a second.');
    await tab.keyboard.press('Control+Enter');
    await tab.locator('li li').getByText('And a second.').waitFor();

    await tab.reload();
    await toTheEnd(tab);
    await tab.locator('li li').getByText('And a second.').waitFor();
    assert.equal(await tab.getByRole('heading', { level: 2 }).innerText(), '2 comments');
    assert.equal(await box.inputValue(), '');
    assert.deepEqual(tab.errors, []);
    await tab.context().close();
  });

  it('finds what was typed again after a reload', async () => {
    const tab = await open('/thread');
    await toTheEnd(tab);
    const box = tab.getByRole('textbox', { name: 'Comment' });
    await box.fill('Half a thought');
    await tab.reload();
    await toTheEnd(tab);
    await box.waitFor();
    assert.equal(await box.inputValue(), 'Half a thought');
    await tab.context().close();
  });

  it('opens the picture large by keyboard, and Escape leads back to the button', async () => {
    const tab = await open('/thread');
    const button = tab.getByRole('button', { name: /^Open the picture large/ });
    await button.focus();
    await tab.keyboard.press('Enter');
    const dialog = tab.getByRole('dialog');
    await dialog.waitFor();
    await tab.locator('figure-lightbox').getByText('Illustration: Broadsheet').waitFor();
    await tab.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.ok(await button.evaluate((element) => element.matches(':focus')));
    assert.deepEqual(tab.errors, []);
    await tab.context().close();
  });

  for (const javaScriptEnabled of [true, false]) {
    it(`posts to the form's action ${javaScriptEnabled ? 'with' : 'without'} the script`, async () => {
      const posts = [];
      const wordpress = createServer((request, response) => {
        let body = '';
        request.on('data', (part) => (body += part));
        request.on('end', () => {
          posts.push(new URLSearchParams(body));
          response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Thank you</p>');
        });
      });
      await new Promise((ready) => wordpress.listen(0, '127.0.0.1', ready));
      const tab = await open('/wordpress', { javaScriptEnabled });
      if (javaScriptEnabled) await tab.waitForFunction(() => document.forms[0].noValidate);
      const { port } = wordpress.address();
      await tab.route('**/wp-comments-post.php', (route) =>
        route.continue({ url: `http://127.0.0.1:${port}/` }),
      );
      await tab.getByLabel('Comment *').fill('By the browser');
      await tab.getByLabel('Name *').fill('Jana');
      await tab.getByLabel('Email *').fill('jana@example.org');
      await tab.getByRole('button', { name: 'Post Comment' }).click();
      await tab.getByText('Thank you').waitFor();
      const [post] = posts;
      assert.equal(post.get('comment'), 'By the browser');
      assert.equal(post.get('author'), 'Jana');
      assert.equal(post.get('comment_post_ID'), '8');
      assert.equal(posts.length, 1);
      await tab.context().close();
      await new Promise((closed) => wordpress.close(closed));
    });
  }

  it('reads light letters where the page is dark', async () => {
    const tab = await open('/thread', { colorScheme: 'dark' });
    const [red] = await tab
      .locator('news-article > p')
      .first()
      .evaluate((paragraph) => getComputedStyle(paragraph).color.match(/\d+/g).map(Number));
    assert.ok(red > 200, `red is ${red}`);
    await tab.context().close();
  });

  it('prints the text and the picture, and no form', async () => {
    const tab = await open('/thread');
    await toTheEnd(tab);
    await tab.getByRole('textbox', { name: 'Comment' }).waitFor();
    await tab.emulateMedia({ media: 'print' });
    assert.ok(await tab.locator('news-article > p').first().isVisible());
    assert.ok(await tab.locator('figure img').isVisible());
    assert.equal(await tab.locator('form').isVisible(), false);
    assert.equal(await tab.locator('figure-opener').isVisible(), false);
    await tab.context().close();
  });
});
