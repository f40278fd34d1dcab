// What a page pays for the two pasted lines: brotli, as a server would send it, against a limit.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';
import { root } from './run.mjs';

const KIB = 1024;
const LIMITS = [
  { entry: 'dist/broadsheet.js', limit: 25 * KIB },
  { entry: 'dist/broadsheet.css', limit: 10 * KIB },
];

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

for (const { entry, limit } of LIMITS) {
  const files = await withStaticImports(entry);
  let size = 0;
  for (const text of files.values()) size += brotliCompressSync(text).length;
  const line = `${[...files.keys()].join(' + ')}: ${(size / KIB).toFixed(2)} of ${limit / KIB} KiB`;
  if (size > limit) process.exitCode = 1;
  console.log(size > limit ? `${line}, too large` : line);
}
