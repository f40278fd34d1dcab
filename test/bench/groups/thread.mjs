// Text comments in memory, shown by the tag, against the same list as static HTML that is laid out whole.
import { profiles, withBrowser } from '../browser.mjs';
import { marks } from '../marks.mjs';
import { of, race } from '../race.mjs';
import { loadThread, threadPages, variants } from '../threads.mjs';

export async function run(bench) {
  await withBrowser(await threadPages([1000, 10000]), async (browser, url) => {
    for (const [count, name] of [
      [1000, '4x'],
      [10000, '1x'],
    ]) {
      const found = await race(
        variants,
        (variant) => loadThread(browser, `${url}/${count}/${variant}`, profiles[name]),
        count < 10000 ? bench.rounds : Math.min(bench.rounds, 5),
      );
      tell(bench, { count, name, found });
    }
  });
}

function tell({ judged, measured }, { count, name, found }) {
  const title = `${count.toLocaleString('en')} comments, ${name}`;
  const against = (ours, metric) => [of(found[ours], metric), of(found.static, metric)];
  judged(`${title}: all done`, 'static', ...against('ours', 'done'), {
    mark: marks.thread[count].done,
  });
  judged(`${title}: first comment`, 'static', ...against('ours', 'first'), {
    mark: marks.thread[count].first,
  });
  for (const [metric, words] of [
    ['done', 'all done'],
    ['first', 'first comment'],
  ])
    judged(
      `${title}: static with content-visibility, ${words}`,
      'static',
      ...against('static-cv', metric),
    );
  if (count < 10000) return;
  const { heap, dom } = marks.memory;
  measured(`${title}: JS heap`, of(found.ours, 'heap'), { mark: heap, unit: 'MB' });
  measured(`${title}: DOM heap`, of(found.ours, 'dom'), { mark: dom, unit: 'MB' });
}
