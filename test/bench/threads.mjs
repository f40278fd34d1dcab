// Threads of text comments in memory: as static HTML with all laid out, with what is off the screen left
// out, and by the tag.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../.config/run.mjs';
import { sortedTree } from '../../dist/content/comment.js';
import { renderComments } from '../../dist/content/comment-list.js';
import { load } from './browser.mjs';

const SENTENCES = [
  'I was in Prague that week. The bridges were closed, the trams were not, and nobody could say why.',
  'What does “interoperable” cost, in crowns?',
  'A clear summary, thank you.\n\nOne thing is missing: who chaired the second day?',
  'It is in the press release, third paragraph.',
  'Then it should be in the article.',
];

/** One in three answers the one before. It runs here and in the page. */
function makeComments(count, sentences) {
  const names = ['Jane Doe', 'John Q. Public', 'Erika Mustermann', 'Jan Novák'];
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    parentId: index % 3 === 2 ? String(index) : null,
    author: { name: names[index % 4] },
    publishedAt: new Date(1.7e12 + index * 60_000).toISOString(),
    body: { text: sentences[(index * 5) % 5] },
    state: 'visible',
  }));
}

const words = {
  reply: () => 'Reply',
  replyTo: ({ name }) => `Reply to ${name}`,
};
const options = {
  formatDate: () => 'November 8, 2025',
  say: (key, values = {}) => words[key]?.(values) ?? key,
  can: { reply: true },
};

const head = (
  style = '',
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Thread</title>
<link rel="stylesheet" href="/broadsheet.css"><style>${style}</style></head><body><article class="news-article"><h1>Story</h1><p>Text of the story.</p>`;
const box = '<p><textarea rows="4"></textarea></p>';
const told = `<script>addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => (bench.first = bench.fcp, bench.done = performance.now()))))</script>`;

export async function threadPages(counts) {
  const dist = (path) => readFile(join(root, 'dist', path), 'utf8');
  const files = {
    '/broadsheet.css': await dist('broadsheet.css'),
    '/broadsheet.js': await dist('broadsheet.js'),
  };
  for (const name of await readdir(join(root, 'dist/broadsheet')))
    if (name.endsWith('.js')) files[`/broadsheet/${name}`] = await dist(`broadsheet/${name}`);
  for (const count of counts) {
    const tree = sortedTree(makeComments(count, SENTENCES), 'oldest');
    const list = `<div class="comment-thread"><h2>Comments</h2><ol>${String(renderComments(tree, options))}</ol>${box}</div></article>`;
    files[`/${count}/static`] =
      `${head('.comment-thread>ol>li{content-visibility:visible!important}')}${list}${told}`;
    files[`/${count}/static-cv`] = `${head()}${list}${told}`;
    files[`/${count}/ours`] = `${head()}<comment-thread loading="eager"></comment-thread></article>
<script>
const made = (${makeComments})(${count}, ${JSON.stringify(SENTENCES)});
const thread = document.querySelector('comment-thread');
thread.commentSource = { name: 'bench', can: ['post'], load: async () => ({ comments: made }) };
const observer = new MutationObserver(() => {
  if (!thread.querySelector('li')) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => (bench.first = performance.now())));
});
observer.observe(thread, { childList: true, subtree: true });
addEventListener('comments-load', () => requestAnimationFrame(() => setTimeout(() => (bench.done = performance.now()))));
</script><script type="module" src="/broadsheet.js"></script>`;
  }
  return files;
}

export const variants = ['static', 'static-cv', 'ours'];

const until = () => globalThis.bench.done > 0;

/** What JavaScript and the page's nodes hold once all is there. */
async function heaps(tab, session) {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await session.send('Runtime.getHeapUsage');
  return { heap: usedSize / 1e6, dom: embedderHeapUsedSize / 1e6 };
}

export const loadThread = (browser, url, profile) =>
  load(browser, url, profile, { until, after: heaps });

const KEYS = 14;

/** From a key to the frame after it, in the box under the comments: the median of a dozen. */
export const typeUnder = (browser, url, profile) =>
  load(browser, url, profile, {
    until,
    after: async (tab) => {
      await tab.waitForFunction(() => document.querySelector('textarea'), null, {
        timeout: 60_000,
      });
      await tab.evaluate(() => {
        const area = document.querySelector('textarea');
        area.scrollIntoView({ block: 'center' });
        area.focus({ preventScroll: true });
        const keys = (globalThis.keys = []);
        area.addEventListener('keydown', () => {
          const pressed = performance.now();
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => keys.push(performance.now() - pressed);
            channel.port2.postMessage(0);
          });
        });
      });
      await tab.waitForTimeout(1500);
      for (let key = 0; key < KEYS; key++) {
        await tab.keyboard.press('a');
        await tab.waitForFunction((count) => globalThis.keys.length > count, key);
      }
      const keys = (await tab.evaluate(() => globalThis.keys)).slice(2).sort((a, b) => a - b);
      return { key: keys[keys.length >> 1] };
    },
  });
