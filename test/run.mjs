// Runs the tests and adds them up.
//   npm test                              elements in Chromium, then the package end to end
//   npm test -- article-time              only the files whose path has that in it
//   npm run test:engines                  elements in Chromium, Firefox and WebKit
//   npm run test:engines -- firefox       elements in one of them
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../.config/build.mjs';
import { buildStyles } from '../.config/styles.mjs';
import { add, closing, emptyCount } from './count.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ENGINES = {
  chromium: 'test/web-test-runner.config.mjs',
  firefox: 'test/web-test-runner.firefox.config.mjs',
  webkit: 'test/web-test-runner.webkit.config.mjs',
};
/** Longer than any honest run; a browser that hangs must not hang the project. */
const LIMIT = 30 * 60_000;

const total = emptyCount();
const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-tests-'));

/** Passes lines on, without the runner's greeting, its moves of the cursor and rows of empty lines. */
function say() {
  let last = '';
  return (line) => {
    // eslint-disable-next-line no-control-regex
    const text = line.replaceAll(/\x1b\[(?:2K|1A|G)/g, '');
    if (/^Running \d+ test files/.test(text) || (!text && !last)) return;
    last = text;
    console.log(text);
  };
}

/** Runs a test runner, lets it speak, and takes its counts. */
async function part(name, args, env = {}) {
  const file = join(scratch, name);
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env, COUNTS_FILE: file },
    });
    createInterface({ input: child.stdout }).on('line', say());
    const timer = setTimeout(() => {
      console.error(`${name} did not end in time.`);
      child.kill();
    }, LIMIT);
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(timer);
      resolve(status ?? 1);
    });
  });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const count = lines.map((line) => JSON.parse(line)).reduce(add, emptyCount());
  // A runner that could not even start has failed, whatever it counted.
  if (code !== 0 && count.failed === 0) count.failed++;
  if (code === 0 && !lines.length) count.failed++;
  console.log(`${name}: ${closing(count)}`);
  add(total, count);
}

const inBrowser = (engine, files = []) =>
  part(
    engine,
    [join('node_modules', '@web', 'test-runner', 'dist', 'bin.js'), '--config', ENGINES[engine]],
    { TEST_FILES: files.join(' ') },
  );

const inNode = (files) =>
  part('end to end', [
    '--test',
    '--test-concurrency=2',
    '--test-reporter=./test/node-reporter.mjs',
    ...files,
  ]);

function testFiles(pattern) {
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((file) => join('test', file).split(sep).join('/'))
    .filter((file) => pattern.test(file));
}

/** What failed, for the tables of promises (.config/promises.mjs). */
function tellPromises() {
  const folder = join(root, 'coverage');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'promises.json'), JSON.stringify({ failed: total.fails }));
}

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = (files) =>
  files.filter((file) => !words.length || words.some((w) => file.includes(w)));

try {
  if (process.argv.includes('--engines')) {
    const unknown = words.filter((word) => !(word in ENGINES));
    if (unknown.length) throw new Error(`No such engine: ${unknown.join(', ')}.`);
    await buildStyles();
    for (const engine of words.length ? words : Object.keys(ENGINES)) await inBrowser(engine);
  } else {
    await buildIfStale();
    const browser = testFiles(/^test\/(?!e2e\/|interop\/|bench\/).*\.test\.ts$/);
    const node = testFiles(/^test\/(?:e2e|interop)\/.*\.test\.mjs$/);
    if (words.length && !chosen([...browser, ...node]).length) {
      throw new Error(`No test file has ${words.join(' or ')} in its path.`);
    }
    if (chosen(browser).length) await inBrowser('chromium', words.length ? chosen(browser) : []);
    if (chosen(node).length) await inNode(chosen(node));
    if (!words.length) tellPromises();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed++;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

for (const skip of total.skips) console.log(`skipped in ${skip}`);
console.log(`\n${closing(total)}`);
process.exitCode = total.failed ? 1 : 0;
