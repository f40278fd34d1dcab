// The manifest says everything about every public element, and what it says is fresh.
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { must, root } from './run.mjs';

const FILES = ['custom-elements.json', 'vscode.html-custom-data.json', 'web-types.json'];
const again = 'node_modules/.cache/manifest';
const faults = [];

await rm(join(root, again), { recursive: true, force: true });
await must('cem', ['analyze', '--config', '.config/custom-elements-manifest.config.mjs'], {
  env: { MANIFEST_OUT: again },
});
const read = (file) => readFile(join(root, file), 'utf8').catch(() => '');
for (const file of FILES) {
  const fresh = await read(`${again}/${file}`);
  if (!fresh || fresh !== (await read(`dist/${file}`)))
    faults.push(`dist/${file} is stale: build.`);
}

const { modules } = JSON.parse(await read('dist/custom-elements.json'));
const declarations = modules.flatMap((module) => module.declarations ?? []);
const elements = declarations.filter(({ tagName }) => tagName);
const definitions = new Set(
  modules.flatMap(({ exports = [] }) =>
    exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name),
  ),
);

const KINDS = [
  'attributes',
  'events',
  'slots',
  'cssParts',
  'cssProperties',
  'cssStates',
  'members',
];
for (const element of elements) {
  if (!element.description?.trim()) faults.push(`${element.tagName} has no description.`);
  for (const kind of KINDS) {
    for (const item of element[kind] ?? []) {
      if (item.description?.trim()) continue;
      faults.push(`${element.tagName}: ${kind} "${item.name ?? '?'}" has no description.`);
    }
  }
}

// A class that names a tag and forgot its docblock would be missing from the manifest altogether.
const known = new Set(elements.map(({ tagName }) => tagName));
for (const entry of await readdir(join(root, 'src'), { recursive: true })) {
  if (!entry.endsWith('.ts')) continue;
  const source = await read(`src/${entry}`);
  for (const [, tag] of source.matchAll(/static readonly tag(?:: string)? = '([a-z-]+)'/g)) {
    if (!known.has(tag)) faults.push(`src/${entry}: <${tag}> has no @tagname in its docblock.`);
  }
}
for (const file of await readdir(join(root, 'src/define'))) {
  const tag = basename(file, '.ts');
  if (!['all', 'autoload'].includes(tag) && !definitions.has(tag)) {
    faults.push(`src/define/${file} defines no element of the manifest.`);
  }
}

if (!elements.length) faults.push('The manifest has no elements.');
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
