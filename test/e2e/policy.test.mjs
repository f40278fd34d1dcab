// The pasted lines under a policy that allows nothing inline, and one name for Trusted Types: ours.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pragueArticle, wordpressThread } from '../prague.mjs';
import { serve } from '../serve.mjs';
import { launch, watchedPage } from './pages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types broadsheet";

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strict</title>
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/dist/broadsheet.css">
<script type="module" src="/dist/broadsheet.js"></script></head><body>
${pragueArticle({ comments: wordpressThread })}
<news-article id="elsewhere" src="/hostile.html"></news-article>
<comment-thread source="local" post="strict"></comment-thread>
</body></html>`;

const hostile = `<!doctype html><html lang="en"><head><title>Hostile</title><style>*{display:none}</style></head>
<body onload="x()"><article><h1 style="color:red">Hostile</h1>
<p onclick="x()">One <img src="/stories/assets/portrait-1.png" onerror="x()" alt="a face"> two</p>
<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" srcdoc="<script>x()</script>"></iframe>
<svg><style>*{}</style><script>x()</script></svg><object data="https://a.example/x"></object>
<p>A paragraph long enough that this is the story, with <a href="javascript:x()">three</a> in it.</p>
</article><script>x()</script></body></html>`;

describe('T23: the pasted lines under a strict policy', () => {
  let server;
  let browser;
  before(async () => {
    server = await serve(root, { '/': page, '/index.html': page, '/hostile.html': hostile });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('break none of it, whatever a story from elsewhere brings', async () => {
    const { page: tab, problems } = await watchedPage(browser, server.url);
    await tab.route('**/2025-*.png', (route) =>
      route.fulfill({ path: join(root, 'stories/assets/2025-11-08T044506.778Z.png') }),
    );
    await tab.goto(`${server.url}/index.html`);
    const story = tab.locator('#elsewhere');
    await story.locator('h1').waitFor();
    const text = await story.innerText();
    for (const word of ['Hostile', 'One', 'two', 'three']) assert.ok(text.includes(word), word);
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await tab.getByRole('heading', { name: 'Comments', exact: true }).waitFor();
    await tab.locator('figure-opener button').first().focus();
    await tab.keyboard.press('Enter');
    await tab.locator('dialog[open]').waitFor();
    assert.deepEqual(problems, []);
    await tab.close();
  });
});
