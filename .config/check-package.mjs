// Packs once, and asks publint and are-the-types-wrong about what would be published.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { must, root, run } from './run.mjs';

const place = join(root, 'node_modules/.cache/pack');
await rm(place, { recursive: true, force: true });
await mkdir(place, { recursive: true });
await must('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', place]);
const [file] = await readdir(place);
const tarball = join(place, file);

const checks = [
  ['publint', tarball, '--strict'],
  // Stylesheets have no types.
  ['attw', tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'broadsheet.css'],
];
for (const [command, ...args] of checks) {
  const { code, output } = await run(command, args, { env: { NO_COLOR: '1', FORCE_COLOR: '0' } });
  if (code === 0) continue;
  console.error(output);
  process.exitCode = 1;
}
await rm(place, { recursive: true, force: true });
