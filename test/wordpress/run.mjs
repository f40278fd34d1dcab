// Runs the tests that need a real WordPress: starts one of each edition, and takes them away again.
//   npm run test:wordpress
//   npm run test:wordpress -- posting     only the files whose path has that in it
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../.config/build.mjs';
import { add, closing, emptyCount } from '../count.mjs';
import { missing, missingForDebian, startWordPress, stopAll } from './start.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Longer than any honest run. */
const LIMIT = 8 * 60_000;

/** Node that runs tests. */
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of children) child.kill();
    void stopAll().finally(() => process.exit(1));
  });
}

const total = emptyCount();
const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-tests-'));

/** Starts a WordPress, runs the tests before it, and adds up what they counted. */
async function testBefore(edition, files) {
  const counts = join(scratch, edition);
  const site = await startWordPress(edition);
  const code = await new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [...['--test', '--test-concurrency=1', '--test-reporter=./test/node-reporter.mjs'], ...files],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, COUNTS_FILE: counts, WORDPRESS_SITE: JSON.stringify(site) },
      },
    );
    children.add(child);
    const timer = setTimeout(() => {
      console.error(`WordPress ${site.version}: the tests did not end in time.`);
      child.kill();
    }, LIMIT);
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(timer);
      children.delete(child);
      resolve(status ?? 1);
    });
  });
  const count = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : emptyCount();
  // A runner that could not even start, or counted nothing, has failed.
  if (count.failed === 0 && (code !== 0 || count.passed === 0)) count.failed++;
  console.log(`WordPress ${site.version}: ${closing(count)}`);
  add(total, count);
}

/** Counts as one that failed where all must run, else as one that was skipped. */
function without(edition, why, isFailure = false) {
  total[isFailure ? 'failed' : 'skipped']++;
  if (isFailure) console.log(why);
  else total.skips.push(`node: WordPress (${edition}): ${why}`);
}

const words = process.argv.slice(2);
const files = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
  .filter((file) => file.endsWith('.test.mjs'))
  .filter((file) => !words.length || words.some((word) => file.includes(word)))
  .map((file) => join('test', 'wordpress', file));

try {
  if (!files.length) throw new Error(`No test file has ${words.join(' or ')} in its name.`);
  const why = await missing();
  if (why) without('any', why, Boolean(process.env.CI));
  else {
    await buildIfStale();
    const whyNot = await missingForDebian();
    if (whyNot) without('Debian’s', whyNot);
    const editions = whyNot ? ['npm'] : ['npm', 'debian'];
    const ends = await Promise.allSettled(editions.map((edition) => testBefore(edition, files)));
    for (const { reason } of ends.filter(({ status }) => status === 'rejected')) throw reason;
  }
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  total.failed++;
} finally {
  await stopAll();
  rmSync(scratch, { recursive: true, force: true });
}

for (const skip of total.skips) console.log(`skipped in ${skip}`);
console.log(`\n${closing(total)}`);
process.exitCode = total.failed ? 1 : 0;
