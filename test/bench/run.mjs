// npm run bench                      the short set, in about ten minutes
// npm run bench -- --check           the same, and fails where a mark is missed
// npm run bench -- article server    only these: article, thread, key, server, mounts, growth
// npm run bench -- --rounds=15       more rounds, for a surer answer
// npm run bench -- --save            keeps the table for the documentation
import { writeFile } from 'node:fs/promises';
import { arch, cpus, release, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../.config/build.mjs';
import { root } from '../../.config/run.mjs';
import { launch, load, profiles, serveFromMemory } from './browser.mjs';
import { contendersFolder } from './contenders.mjs';
import { marks } from './marks.mjs';
import { interval, median, ratio, shuffled, summary } from './stats.mjs';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    rounds: { type: 'string' },
  },
});
const asked = positionals.length ? positionals : ['article', 'thread', 'key', 'server', 'mounts'];
const rounds = Number(flags.rounds ?? 7);

await buildIfStale();
const rows = [];
/** One line of the table. A ratio has a mark to stay under; milliseconds are told, not judged. */
const row = (what, of, values) => rows.push({ what, of, ...values });

const judged = (what, of, ours, limit, mark) => {
  const { ratio: value, low, high } = ratio(ours, limit);
  row(what, of, { ratio: value, low, high, mark, ours: summary(ours), limit: summary(limit) });
};
/** A figure by itself: MB, a count. */
const measured = (what, of, values, mark, unit) => {
  const [low, high] = interval(values);
  row(what, of, { value: median(values), low, high, mark, unit, ours: summary(values) });
};

/** Loads every contender once a round, in any order; the first round only warms up. */
async function race(names, once, count = rounds) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= count; round++) {
    for (const name of shuffled(names)) {
      const result = await once(name);
      if (round) found[name].push(result);
    }
  }
  return found;
}
const of = (results, metric) => results.map((result) => result[metric]);

const groups = {
  async article() {
    const { articlePages } = await import('./articles.mjs');
    const { files, pages } = await articlePages(await contendersFolder());
    const server = await serveFromMemory(files);
    const browser = await launch();
    try {
      for (const [page, variants] of Object.entries(pages)) {
        for (const [name, profile] of Object.entries(profiles)) {
          const others = name === '4x' ? ['react', 'slotted'] : [];
          const names = Object.keys(variants).filter(
            (one) => others.includes(one) || !['react', 'slotted'].includes(one),
          );
          const found = await race(names, (variant) =>
            load(browser, `${server.url}/${page}/${variant}`, profile),
          );
          const title = `${page} ${name}`;
          for (const [ours, limit] of [
            ['pasted', 'linked'],
            ['server', 'inline'],
          ]) {
            for (const metric of ['fcp', 'lcp', 'main'])
              judged(
                `${title}, ${ours}: ${metric}`,
                limit,
                of(found[ours], metric),
                of(found[limit], metric),
                marks.article[metric],
              );
            const stable = found[limit].map(({ fcp, lcp }) => Math.max(fcp, lcp));
            judged(
              `${title}, ${ours}: tags upgraded`,
              `${limit} painted`,
              of(found[ours], 'upgraded'),
              stable,
              name === '4x' ? marks.article.upgraded : undefined,
            );
          }
          for (const other of others.filter((one) => found[one])) {
            for (const metric of ['fcp', 'lcp', 'main'])
              judged(
                `${title}, ${other}: ${metric}`,
                'linked',
                of(found[other], metric),
                of(found.linked, metric),
              );
          }
          if (found.react) {
            judged(
              `${title}, pasted: blocked (of React’s)`,
              'react',
              of(found.pasted, 'blocked'),
              of(found.react, 'blocked').map((value) => value || 1),
              marks.react.blocked,
            );
            if (page === 'prague')
              judged(
                `${title}, pasted: script (of React’s)`,
                'react',
                found.pasted.map(({ script }, index) => script - found.linked[index].script),
                found.react.map(({ script }, index) => script - found.linked[index].script),
                marks.react.script,
              );
          }
        }
      }
    } finally {
      await browser.close();
      await server.close();
    }
  },

  async thread() {
    const { loadThread, threadPages, variants } = await import('./threads.mjs');
    const server = await serveFromMemory(await threadPages([1000, 10000]));
    const browser = await launch();
    try {
      for (const [count, name] of [
        [1000, '4x'],
        [10000, '1x'],
      ]) {
        const found = await race(variants, (variant) =>
          loadThread(browser, `${server.url}/${count}/${variant}`, profiles[name]),
        );
        const title = `thread of ${count.toLocaleString('en')}, ${name}`;
        for (const metric of ['done', 'first'])
          judged(
            `${title}: ${metric}`,
            'static',
            of(found.ours, metric),
            of(found.static, metric),
            marks.thread[count][metric],
          );
        judged(
          `${title}: static with content-visibility`,
          'static',
          of(found['static-cv'], 'done'),
          of(found.static, 'done'),
        );
        if (count === 10000) {
          measured(`${title}: JS heap`, '', of(found.ours, 'heap'), marks.memory.heap, 'MB');
          measured(`${title}: DOM heap`, '', of(found.ours, 'dom'), marks.memory.dom, 'MB');
        }
      }
    } finally {
      await browser.close();
      await server.close();
    }
  },

  async key() {
    const { threadPages, typeUnder } = await import('./threads.mjs');
    const server = await serveFromMemory(await threadPages([10000]));
    const browser = await launch();
    try {
      for (const name of ['1x', '4x']) {
        const found = await race(
          ['static-cv', 'ours'],
          (variant) => typeUnder(browser, `${server.url}/10000/${variant}`, profiles[name]),
          Math.min(rounds, 5),
        );
        judged(
          `key to frame under 10,000, ${name}`,
          'static with content-visibility',
          of(found.ours, 'key'),
          of(found['static-cv'], 'key'),
          marks.key[name],
        );
      }
    } finally {
      await browser.close();
      await server.close();
    }
  },

  async server() {
    const { serverTimes } = await import('./servers.mjs');
    for (const [name, { ours, limit }] of Object.entries(serverTimes(Math.max(rounds, 9))))
      judged(`server, ${name}`, 'template string', ours, limit, marks.server[name]);
  },

  async mounts() {
    const { articlePages } = await import('./articles.mjs');
    const { mounts } = await import('./mounts.mjs');
    const { files } = await articlePages();
    const server = await serveFromMemory(files);
    const browser = await launch();
    try {
      const found = await mounts(browser, `${server.url}/prague/pasted`);
      measured('1,000 mounts: heap growth', '', [found.heapGrowth], marks.mounts.heapGrowth, 'MB');
      measured(
        '1,000 mounts: listeners',
        '',
        [found.listenerGrowth],
        marks.mounts.listenerGrowth,
        '',
      );
      measured('1,000 mounts: nodes', '', [found.nodeGrowth], undefined, '');
    } finally {
      await browser.close();
      await server.close();
    }
  },
};

for (const name of asked) {
  if (!groups[name]) throw new Error(`There is no ${name}: ${Object.keys(groups).join(', ')}.`);
  const started = Date.now();
  await groups[name]();
  console.error(`${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}

const fixed = (value, digits = 2) => (value === undefined ? '' : value.toFixed(digits));
const isMissed = ({ low, mark }) => mark !== undefined && low > mark;
const cells = rows.map((one) => [
  one.what,
  one.of,
  one.ratio === undefined ? `${fixed(one.value)} ${one.unit ?? ''}`.trim() : fixed(one.ratio),
  one.ratio === undefined && one.ours.min === one.ours.max
    ? ''
    : `${fixed(one.low)}–${fixed(one.high)}`,
  fixed(one.mark),
  `${fixed(one.ours.median, 1)} (${fixed(one.ours.min, 1)}–${fixed(one.ours.max, 1)})`,
  one.limit
    ? `${fixed(one.limit.median, 1)} (${fixed(one.limit.min, 1)}–${fixed(one.limit.max, 1)})`
    : '',
  one.mark === undefined ? '' : isMissed(one) ? 'missed' : 'met',
]);
const titles = ['what', 'against', 'ratio', '95 %', 'mark', 'ours, ms', 'limit, ms', ''];
const widths = titles.map((title, index) =>
  Math.max(title.length, ...cells.map((line) => line[index].length)),
);
const line = (list) => `| ${list.map((text, index) => text.padEnd(widths[index])).join(' | ')} |`;
const machine = {
  date: new Date().toISOString().slice(0, 10),
  processor: cpus()[0]?.model ?? '',
  cores: cpus().length,
  system: `${type()} ${release()} ${arch()}`,
  node: process.version,
  rounds,
};
{
  const browser = await launch();
  machine.chromium = browser.version();
  await browser.close();
}
console.log(
  Object.entries(machine)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · '),
);
console.log(
  [line(titles), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n'),
);
if (flags.save)
  await writeFile(
    join(root, 'stories/bench-results.json'),
    `${JSON.stringify({ machine, rows }, null, 2)}\n`,
  );
const missed = rows.filter(isMissed);
console.log(
  missed.length
    ? `${missed.length} missed: ${missed.map(({ what }) => what).join('; ')}`
    : 'No mark is missed.',
);
if (flags.check && missed.length) process.exitCode = 1;
