// npm run bench                      the short set, in less than ten minutes
// npm run bench -- --check           the same, and fails where a mark is missed by more than is known (marks.mjs)
// npm run bench -- article server    only these groups (see groups/)
// npm run bench -- --rounds=15       more rounds, for a surer answer
// npm run bench -- --save            keeps what these groups found for the documentation
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../.config/build.mjs';
import { machine, save } from './results.mjs';
import { collector, isWorse } from './rows.mjs';
import { conclusion, table, verdict } from './table.mjs';

/** In the order of the table. */
const SHORT = [
  'article',
  'script',
  'movement',
  'sizes',
  'thread',
  'html',
  'key',
  'server',
  'mounts',
];
const GROUPS = [...SHORT, 'growth', 'lighthouse'];

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '6' },
  },
});
const rounds = Number(flags.rounds);
const asked = positionals.length ? positionals : SHORT;
const unknown = asked.filter((name) => !GROUPS.includes(name));
if (unknown.length || !(rounds > 0)) {
  console.error(`There is no ${unknown.join(', ') || flags.rounds}: ${GROUPS.join(', ')}.`);
  process.exit(1);
}

await buildIfStale();
// After the build: what is measured is read as these are loaded.
const { launch } = await import('./browser.mjs');
const browser = await launch();
const on = await machine(browser.version());
await browser.close();

const fresh = {};
for (const name of asked) {
  const started = Date.now();
  const bench = collector(rounds);
  const { run } = await import(`./groups/${name}.mjs`);
  await run(bench);
  const seconds = Math.round((Date.now() - started) / 1000);
  const { uses, rows, plots } = bench.found;
  fresh[name] = {
    machine: { ...on, ...uses, rounds, seconds },
    rows: rows.map((row) => ({ ...row, verdict: verdict(row) })),
    plots,
  };
  // At once: a later group may fail.
  if (flags.save) await save({ [name]: fresh[name] }, GROUPS);
  console.error(`${name}: ${seconds} s`);
}

const rows = Object.values(fresh).flatMap((group) => group.rows);
const told = Object.entries(on).map(([name, value]) => `${name}: ${value}`);
console.log([...told, `rounds: ${rounds}`].join(' · '));
console.log(table(rows));
console.log(conclusion(rows));
if (flags.check && rows.some(isWorse)) process.exitCode = 1;
