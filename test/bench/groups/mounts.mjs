// The full page put in and taken out a thousand times: nothing may be left behind.
import { articlePages } from '../articles.mjs';
import { load, withBrowser } from '../browser.mjs';
import { marks } from '../marks.mjs';

const TIMES = 1000;

export async function run({ measured }) {
  const { files } = await articlePages();
  const found = await withBrowser(files, (browser, url) => mounts(browser, `${url}/prague/pasted`));
  const { heapGrowth, listenerGrowth } = marks.mounts;
  measured('1,000 mounts: heap growth', [found.heapGrowth], { mark: heapGrowth, unit: 'MB' });
  measured('1,000 mounts: listeners', [found.listenerGrowth], { mark: listenerGrowth });
  measured('1,000 mounts: nodes', [found.nodeGrowth]);
}

const mounts = (browser, url) =>
  load(
    browser,
    url,
    { cpu: 1 },
    {
      after: async (tab, session) => {
        await session.send('HeapProfiler.enable');
        const count = async () => {
          // What waits for a frame or a late file has come or been dropped by then.
          await tab.waitForTimeout(500);
          await session.send('HeapProfiler.collectGarbage');
          await session.send('HeapProfiler.collectGarbage');
          const { usedSize } = await session.send('Runtime.getHeapUsage');
          const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
          return { heap: usedSize / 1e6, nodes, listeners: jsEventListeners };
        };
        const mount = (times) =>
          tab.evaluate(async (count) => {
            const article = document.querySelector('news-article');
            const template = (globalThis.template ??= article.cloneNode(true));
            for (let index = 0; index < count; index++) {
              const copy = template.cloneNode(true);
              document.body.append(copy);
              await copy.updateComplete;
              await new Promise((resolve) => setTimeout(resolve));
              copy.remove();
            }
          }, times);
        await mount(50);
        const before = await count();
        await mount(TIMES);
        const now = await count();
        return {
          heapGrowth: now.heap - before.heap,
          listenerGrowth: now.listeners - before.listeners,
          nodeGrowth: now.nodes - before.nodes,
        };
      },
    },
  );
