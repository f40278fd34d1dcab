// Reader modes: Mozilla's Readability, which Firefox uses, run on the page in a real browser.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { playwrightChromium } from '../chromium.mjs';
import { page, prague, pragueArticle } from '../prague.mjs';
import { serve } from '../serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readability = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');
const body = pragueArticle({ comments: '<comment-thread></comment-thread>' });

describe('reader mode', () => {
  let browser, server;
  const readings = [];

  before(async () => {
    server = await serve(root, { '/with': page(body), '/without': page(body, { script: false }) });
    browser = await chromium.launch(await playwrightChromium());
    for (const path of ['/without', '/with']) {
      const tab = await browser.newPage();
      await tab.goto(server.url + path);
      if (path === '/with') {
        await tab.evaluate(() => scrollTo(0, document.body.scrollHeight)); // the thread waits for a reader
        await tab.getByRole('textbox', { name: 'Comment' }).waitFor();
      }
      await tab.addScriptTag({ path: readability });
      readings.push(
        await tab.evaluate(() => {
          const { title, textContent, content } = new globalThis.Readability(
            document.cloneNode(true),
          ).parse();
          const template = document.createElement('template');
          template.innerHTML = content;
          const paragraphs = [...template.content.querySelectorAll('p')];
          return { title, textContent, paragraphs: paragraphs.map((p) => p.textContent) };
        }),
      );
    }
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const [index, name] of ['without the script', 'with the script'].entries()) {
    it(`has the headline and all six paragraphs ${name}`, () => {
      const { title, textContent, paragraphs } = readings[index];
      assert.ok([title, textContent].join(' ').includes(prague.headline), title);
      assert.equal(prague.paragraphs.length, 6);
      for (const text of prague.paragraphs) assert.ok(paragraphs.includes(text), text.slice(0, 60));
    });
  }

  it('reads the same story with the script and without it', () => {
    const story = ({ paragraphs }) => paragraphs.filter((text) => prague.paragraphs.includes(text));
    assert.deepEqual(story(readings[1]), story(readings[0]));
    assert.equal(readings[1].title, readings[0].title);
  });
});
