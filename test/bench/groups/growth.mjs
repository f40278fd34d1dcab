// How cost grows: 10, 100, 1,000 and 10,000 blocks and comments. Whether each costs as much in a crowd as it
// does among few counts as much as the figure.
import { articleOf, longModel, pasted } from '../articles.mjs';
import { isDone, load, profiles, saysDone, withBrowser } from '../browser.mjs';
import { marks } from '../marks.mjs';
import { ownFiles } from '../own-files.mjs';
import { of, race } from '../race.mjs';
import { summary } from '../stats.mjs';
import { threadPages } from '../threads.mjs';

const COUNTS = [10, 100, 1000, 10000];
const [FEW, MANY] = COUNTS.slice(-2);
const KINDS = {
  blocks: { ours: 'pasted', limit: 'linked', pages: blockPages },
  comments: { ours: 'ours', limit: 'static', pages: () => threadPages(COUNTS) },
};

/** The same HTML with the script and without; small pictures come from nowhere, and cost alike. */
async function blockPages() {
  const files = await ownFiles();
  for (const count of COUNTS) {
    const article = articleOf(longModel(count)) + saysDone;
    files[`/${count}/linked`] = pasted(article, false);
    files[`/${count}/pasted`] = pasted(article);
  }
  return files;
}

export async function run(bench) {
  for (const [kind, { ours, limit, pages }] of Object.entries(KINDS)) {
    const found = await withBrowser(await pages(), async (browser, url) => {
      const byCount = {};
      for (const count of COUNTS)
        byCount[count] = await race(
          [ours, limit],
          (variant) =>
            load(browser, `${url}/${count}/${variant}`, profiles['1x'], { until: isDone }),
          bench.rounds,
          { isWarm: count > COUNTS[0] },
        );
      return byCount;
    });
    tell(bench, { kind, ours, limit, found });
  }
}

function tell({ judged, plotted }, { kind, ours, limit, found }) {
  for (const count of COUNTS)
    judged(
      `${count.toLocaleString('en')} ${kind}, 1x: all done`,
      limit,
      of(found[count][ours], 'done'),
      of(found[count][limit], 'done'),
    );
  /** Microseconds for each. */
  const each = (count, metric) =>
    of(found[count][ours], metric).map((value) => (value / count) * 1000);
  for (const [metric, words] of [
    ['done', 'time'],
    ['main', 'main thread'],
  ])
    judged(
      `${words} for each of ${MANY.toLocaleString('en')} ${kind}`,
      `each of ${FEW.toLocaleString('en')}`,
      each(MANY, metric),
      each(FEW, metric),
      { mark: marks.growth, unit: 'µs', claim: 'linear or better' },
    );
  const points = (variant) =>
    COUNTS.map((count) => ({ count, ...summary(of(found[count][variant], 'done')) }));
  plotted(kind, [
    { name: 'with the tags', points: points(ours) },
    { name: 'static HTML', points: points(limit) },
  ]);
}
