// What a page pays at first, in brotli as a server would send it, and how much it may be. `npm run sizes`
// and the bench both tell it from here.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { root } from './run.mjs';
import { smallest } from './smallest.mjs';

const KIB = 1024;
/** Node's default is the highest quality, 11. */
const brotli = (text) => brotliCompressSync(text).length / KIB;

/** A module and all that it imports before it runs. */
async function withStaticImports(file, seen = new Map()) {
  if (seen.has(file)) return seen;
  const text = await readFile(join(root, file), 'utf8');
  seen.set(file, text);
  if (!file.endsWith('.js')) return seen;
  const { body } = parseAst(text);
  for (const { source } of body) {
    if (source) await withStaticImports(join(file, '..', source.value), seen);
  }
  return seen;
}

/** A file that is pasted into a page as it is. */
async function pasted(file) {
  const files = await withStaticImports(file);
  return { parts: [...files].map(([name, text]) => ({ name, kib: brotli(text) })) };
}

/** Tags alone, as an application bundles them, made as small as our own bundle: what loads late is not counted. */
async function bundled(tags) {
  const entry = tags.map((tag) => `import ${JSON.stringify(`${root}dist/define/${tag}.js`)};`);
  const start = 'first-load';
  const inMemory = {
    name: 'in-memory',
    resolveId: (id) => (id === start ? id : null),
    load: (id) => (id === start ? entry.join('\n') : null),
  };
  const bundle = await rollup({ input: start, plugins: [inMemory, resolve()] });
  const { output } = await bundle.generate({ format: 'es', plugins: [smallest()] });
  await bundle.close();
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const first = new Set([output.find(({ isEntry }) => isEntry)]);
  for (const { imports } of first) for (const name of imports) first.add(chunks.get(name));
  return {
    parts: [...first].map(({ fileName: name, code }) => ({ name, kib: brotli(code) })),
    heaviest: await weigh([...first].flatMap((chunk) => Object.entries(chunk.modules))),
  };
}

/** What each module of a bundle weighs by itself, minified. */
async function weigh(modules) {
  const weights = modules.map(async ([id, { code }]) => {
    const { code: small } = await transform(code ?? '', { minify: true });
    return { name: id.replace(root, ''), bytes: small.length };
  });
  return (await Promise.all(weights)).sort((one, other) => other.bytes - one.bytes);
}

const TAGS = ['news-article', 'article-figure', 'comment-form'];
const BUDGETS = [
  { name: TAGS.join(', '), kind: 'JS', budget: 14, measure: () => bundled(TAGS) },
  {
    name: 'dist/broadsheet.js',
    kind: 'JS',
    budget: 25,
    measure: () => pasted('dist/broadsheet.js'),
  },
  {
    name: 'dist/broadsheet.css',
    kind: 'CSS',
    budget: 10,
    measure: () => pasted('dist/broadsheet.css'),
  },
];

/** Each with its size and its budget in KiB; `heaviest` says what an application's bundle holds. */
export async function firstLoads() {
  const loads = [];
  for (const { measure, ...rest } of BUDGETS) {
    const { parts, heaviest } = await measure();
    const kib = parts.reduce((sum, part) => sum + part.kib, 0);
    loads.push({ ...rest, kib, isOver: kib > rest.budget, parts, heaviest });
  }
  return loads;
}
