// What a page costs that comes and goes, as in a single-page application.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aReader, page } from './fault-pages.mjs';

const ROUNDS = 1000;
/** Of bytes that may be left, compiled code and all. */
const MOST = 2_000_000;

describe('A page that shows a story and takes it away again', () => {
  const here = aReader(() => ({ '/memory': page('<main></main>') }));

  it(`F38: ${ROUNDS} times: memory and listeners stay as they were`, async () => {
    const tab = await here.tabAt('/memory');
    const devtools = await here.context.newCDPSession(tab);
    /** Shows and takes away; each time a reply is begun, now and then a word typed. */
    const rounds = (count) =>
      tab.evaluate(async (times) => {
        const main = document.querySelector('main');
        const comment = (id, parentId) => ({
          ...{ id, parentId, author: { name: `Reader ${id}` }, state: 'visible' },
          ...{ publishedAt: '2025-11-08T12:00:00Z', body: { text: 'Words.' } },
        });
        const commentSource = {
          name: 'own',
          can: ['post', 'like', 'edit', 'remove', 'report', 'sort'],
          load: () => Promise.resolve({ comments: [comment('1', null), comment('2', '1')] }),
          post: () => Promise.resolve({ status: 'published', comment: comment('3', null) }),
        };
        for (let round = 0; round < times; round++) {
          const article = document.createElement('news-article');
          article.innerHTML =
            '<article-header><h1>A story</h1></article-header>' +
            '<article-time published="2025-11-08T12:00:00Z"></article-time>' +
            '<article-figure><figure><img src="data:," alt="A bridge" width="600" height="300"></figure></article-figure>' +
            '<p>Its text.</p><comment-thread loading="eager"></comment-thread>';
          const thread = article.querySelector('comment-thread');
          thread.commentSource = commentSource;
          const loaded = new Promise((resolve) =>
            thread.addEventListener('comments-load', resolve, { once: true }),
          );
          main.append(article);
          await loaded;
          thread.querySelector('button.reply').click();
          if (round % 10 === 0) {
            const area = thread.querySelector('comment-form textarea');
            area.focus();
            for (area.value of ['x', ''])
              area.dispatchEvent(new InputEvent('input', { bubbles: true }));
          }
          await thread.updateComplete;
          article.remove();
        }
      }, count);
    const measure = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
      return { usedSize, nodes, jsEventListeners };
    };
    /** What is still being written to the disk holds on to its form: measures until all of it is done. */
    const settled = async (isEnough) => {
      for (let tries = 0; tries < 200; tries++) {
        const now = await measure();
        if (isEnough(now)) return now;
        await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      }
      return measure();
    };
    let last = Infinity;
    await rounds(100);
    const before = await settled(({ nodes }) => {
      const isStill = nodes === last;
      last = nodes;
      return isStill;
    });
    await rounds(ROUNDS);
    const after = await settled(
      ({ nodes, jsEventListeners }) =>
        nodes <= before.nodes && jsEventListeners <= before.jsEventListeners,
    );
    const grown = after.usedSize - before.usedSize;
    assert.ok(grown < MOST, `the heap grew by ${grown} bytes`);
    assert.equal(after.jsEventListeners, before.jsEventListeners);
    assert.equal(after.nodes, before.nodes);
  });
});
