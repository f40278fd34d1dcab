// What `--save` keeps for the documentation. Each group keeps the machine, the versions and the day of its
// own run, so that one can be measured again without the others.
import { readFile, writeFile } from 'node:fs/promises';
import { arch, cpus, release, type } from 'node:os';
import { join } from 'node:path';
import { root } from '../../.config/run.mjs';

const FILE = join(root, 'stories/bench-results.json');

/** Groups of this run take the place of their older selves; the rest stays, in the order of `order`. */
export function merged(saved, fresh, order) {
  const all = { ...saved?.groups, ...fresh };
  const known = order.filter((name) => name in all);
  return { groups: Object.fromEntries(known.map((name) => [name, all[name]])) };
}

/** Nobody needs more than five figures of what was measured. */
const rounded = (key, value) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);

export async function save(fresh, order) {
  const text = await readFile(FILE, 'utf8').catch(() => 'null');
  const all = merged(JSON.parse(text), fresh, order);
  await writeFile(FILE, `${JSON.stringify(all, rounded, 2)}\n`);
}

/** What a run was made on. */
export async function machine(chromium) {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    system: `${type()} ${release()} ${arch()}`,
    node: process.version.slice(1),
    chromium,
    broadsheet: version,
  };
}
