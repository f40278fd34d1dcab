// Threads of text comments in memory: as static HTML with all laid out, with what is off the screen left
// out, and by the tag.
import { sortedTree } from '../../dist/content/comment.js';
import { renderComments } from '../../dist/content/comment-list.js';
import { commentWriterBy } from '../../dist/content/comment-markup.js';
import { parseHtml } from '../../dist/server.js';
import { isDone, load, saysDone } from './browser.mjs';
import { ownFiles } from './own-files.mjs';

const SENTENCES = [
  'I was in Prague that week. The bridges were closed, the trams were not, and nobody could say why.',
  'What does “interoperable” cost, in crowns?',
  'A clear summary, thank you.\n\nOne thing is missing: who chaired the second day?',
  'It is in the press release, third paragraph.',
  'Then it should be in the article.',
];

/** What a source with an editor sends: a link, emphasis, two paragraphs, and what must not come through. */
const asHtml = (sentence) =>
  `<p onclick="alert(1)">${sentence}</p><p>See <a href="https://example.org/prague" target="_blank">the <em>press release</em></a>.</p>`;

/** One in three answers the one before. It runs here and in the page. */
function makeComments(count, sentences, kind) {
  const names = ['Jane Doe', 'John Q. Public', 'Erika Mustermann', 'Jan Novák'];
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    parentId: index % 3 === 2 ? String(index) : null,
    author: { name: names[index % 4] },
    publishedAt: new Date(1.7e12 + index * 60_000).toISOString(),
    body: { [kind]: sentences[index % sentences.length] },
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
const inScript = (data) => JSON.stringify(data).replaceAll('<', '\\u003c');
const box = '<p><textarea rows="4"></textarea></p>';

/** @param kind what the bodies of the comments are: `text`, or `html` that has to be read first */
export async function threadPages(counts, kind = 'text') {
  const bodies = kind === 'html' ? SENTENCES.map(asHtml) : SENTENCES;
  const markup = kind === 'html' ? commentWriterBy(parseHtml) : undefined;
  const files = await ownFiles();
  for (const count of counts) {
    const comments = makeComments(count, bodies, kind);
    const tree = sortedTree(comments, 'oldest');
    // The browser itself says when the first comment was painted.
    const items = String(renderComments(tree, { ...options, markup })).replace(
      '<p>',
      '<p elementtiming="first">',
    );
    const list = `<div class="comment-thread"><h2>Comments</h2><ol>${items}</ol>${box}</div></article>`;
    files[`/${count}/static`] =
      `${head('.comment-thread>ol>li{content-visibility:visible!important}')}${list}${saysDone}`;
    files[`/${count}/static-cv`] = `${head()}${list}${saysDone}`;
    files[`/${count}/ours`] = `${head()}<comment-thread loading="eager"></comment-thread></article>
<script>
const made = (${makeComments})(${count}, ${inScript(bodies)}, '${kind}');
const thread = document.querySelector('comment-thread');
thread.commentSource = { name: 'bench', can: ['post'], load: async () => ({ comments: made }) };
const observer = new MutationObserver(() => {
  const first = thread.querySelector('li .body p');
  if (!first) return;
  observer.disconnect();
  first.setAttribute('elementtiming', 'first');
});
observer.observe(thread, { childList: true, subtree: true });
addEventListener('comments-load', () => requestAnimationFrame(() => setTimeout(() => (bench.done = performance.now()))));
</script><script type="module" src="/broadsheet.js"></script>`;
  }
  return files;
}

export const variants = ['static', 'static-cv', 'ours'];

/** What JavaScript and the page's nodes hold once all is there. */
async function heaps(tab, session) {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await session.send('Runtime.getHeapUsage');
  return { heap: usedSize / 1e6, dom: embedderHeapUsedSize / 1e6 };
}

export const loadThread = (browser, url, profile) =>
  load(browser, url, profile, { until: isDone, after: heaps });

const KEYS = 14;

/** From a key to the frame after it, in the box under the comments: the median of a dozen. */
export const typeUnder = (browser, url, profile) =>
  load(browser, url, profile, {
    until: isDone,
    quiet: 0,
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
