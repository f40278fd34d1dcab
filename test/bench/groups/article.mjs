// The Prague article and 200 blocks: when they are painted, what the browser works, when the tags are at work;
// against the same HTML with the same stylesheet and no script.
import { articlePages } from '../articles.mjs';
import { load, profiles, withBrowser } from '../browser.mjs';
import { marks } from '../marks.mjs';
import { otherPages } from '../others.mjs';
import { of, race } from '../race.mjs';
import { median } from '../stats.mjs';

/** The others are far away, which a few rounds show. */
const RIVAL_ROUNDS = 4;
const OURS = { pasted: 'linked', server: 'inline' };
/** Milliseconds of blocking time that stand out of the noise. */
const TELLING = 20;
const METRICS = { fcp: 'FCP', lcp: 'LCP', main: 'main thread' };
const NAMES = { prague: 'Prague', long: '200 blocks' };

export async function run(bench) {
  const others = await otherPages();
  Object.entries(others.versions).forEach(([name, version]) => bench.used(name, version));
  const { files, pages } = await articlePages(others);
  await withBrowser(files, async (browser, url) => {
    for (const page of Object.keys(pages)) {
      for (const [name, profile] of Object.entries(profiles)) {
        const rivals = name === '4x' ? others.names : [];
        const contenders = [...Object.entries(OURS).flat(), ...rivals];
        const found = await race(
          contenders,
          (variant) => load(browser, `${url}/${page}/${variant}`, profile),
          // A slow line takes its time, and hardly varies.
          name === 'mobile' ? Math.min(bench.rounds, 5) : bench.rounds,
          {
            isWarm: name !== '1x',
            most: Object.fromEntries(rivals.map((rival) => [rival, RIVAL_ROUNDS])),
          },
        );
        tell(bench, { page, name, found, rivals });
      }
    }
  });
}

function tell(bench, { page, name, found, rivals }) {
  const { judged } = bench;
  const title = `${NAMES[page]}, ${name}`;
  for (const [ours, limit] of Object.entries(OURS)) {
    const own = found[ours];
    for (const [metric, words] of Object.entries(METRICS))
      judged(`${title}, ${ours}: ${words}`, limit, of(own, metric), of(found[limit], metric), {
        mark: marks.article[name][metric],
      });
    const painted = found[limit].map(({ fcp, lcp }) => Math.max(fcp, lcp));
    judged(`${title}, ${ours}: tags upgraded`, `${limit}, painted`, of(own, 'upgraded'), painted, {
      mark: marks.article[name].upgraded,
    });
  }
  for (const rival of rivals)
    for (const [metric, words] of Object.entries(METRICS))
      judged(
        `${title}, ${rival}: ${words}`,
        'linked',
        of(found[rival], metric),
        of(found.linked, metric),
      );
  if (found.react) tellBlocking(bench, title, found);
}

/** Long tasks are in the static page, too, and before its first paint: what a script adds is beyond theirs. */
const added = (values, still) => {
  const usual = median(still);
  return values.map((value) => Math.max(0, value - usual));
};

function tellBlocking({ judged, measured }, title, { pasted, react, linked }) {
  const what = `${title}, pasted: blocking time that the script adds`;
  const still = of(linked, 'blocked');
  const [ours, its] = [pasted, react].map((one) => added(of(one, 'blocked'), still));
  // Where React adds nothing that can be seen either, no share of it can be told.
  if (median(its) > TELLING) {
    const least = its.map((value) => Math.max(1, value)); // no share of nothing
    judged(what, 'react', ours, least, { mark: marks.react.blocked });
  } else measured(what, ours, { unit: 'ms' });
}
