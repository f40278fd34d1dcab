// All that must hold before a change goes in. Each check counts as one beside the tests.
//   npm run verify                    everything
//   npm run verify -- lint types      some checks
//   npm run verify -- --without=tests
import { run } from './run.mjs';
import { closing } from '../test/count.mjs';

const npm = (...args) => ['npm', 'run', '--silent', ...args];
const CHECKS = {
  format: npm('format:check'),
  types: npm('types'),
  lint: npm('lint'),
  imports: npm('imports'),
  build: npm('build'),
  tests: ['node', 'test/run.mjs'],
  manifest: npm('manifest:check'),
  sizes: npm('sizes'),
  package: npm('package:check'),
  threats: npm('threats'),
  faults: npm('faults'),
};

const words = process.argv.slice(2);
const without = words.filter((word) => word.startsWith('--without=')).map((word) => word.slice(10));
const wanted = words.filter((word) => !word.startsWith('--'));
const unknown = [...without, ...wanted].filter((word) => !(word in CHECKS));
if (unknown.length) {
  console.error(
    `No such check: ${unknown.join(', ')}. There are: ${Object.keys(CHECKS).join(', ')}.`,
  );
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, [command, ...args]] of Object.entries(CHECKS)) {
  if (without.includes(name) || (wanted.length && !wanted.includes(name))) continue;
  const start = Date.now();
  const { code, output } = await run(command, args);
  const seconds = `${((Date.now() - start) / 1000).toFixed(1)} s`;
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds})`);
  // What the tests have to say (coverage, what was skipped) and sizes are of interest in any case.
  const said = output.trim();
  if (said && (code !== 0 || ['tests', 'sizes'].includes(name))) {
    console.log(said.replace(/^/gm, '       '));
  }
  const counts = /(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(said);
  if (name === 'tests' && counts) {
    const [passed, failed, skipped] = counts.slice(1).map(Number);
    total.passed += passed;
    total.failed += failed || (code === 0 ? 0 : 1);
    total.skipped += skipped;
  } else total[code === 0 ? 'passed' : 'failed']++;
}
console.log(`\n${closing(total)}`);
process.exitCode = total.failed ? 1 : 0;
