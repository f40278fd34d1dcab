// Bundles src/styles into dist/broadsheet.css (with `--dist`), and writes the same text as
// src/styles/sheet.ts, which tags inside somebody's shadow root import when they need it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));

export async function buildStyles({ dist = false } = {}) {
  const result = await build({
    entryPoints: [path('src/styles/broadsheet.css')],
    bundle: true,
    minify: true,
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
    // Older browsers know no nesting, and drop every rule inside one that they cannot read.
    supported: { nesting: false },
  });
  const css = result.outputFiles[0].text.trim();
  const literal = `'${JSON.stringify(css).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  await writeIfChanged(
    path('src/styles/sheet.ts'),
    `/** The stylesheet as text. Generated from broadsheet.css by the build; not kept in git. */\nexport const sheet = ${literal};\n`,
  );
  if (dist) {
    await mkdir(path('dist'), { recursive: true });
    await writeFile(path('dist/broadsheet.css'), `${css}\n`);
  }
}

/** Leaves the time of an unchanged file alone: watchers and the staleness check look at it. */
async function writeIfChanged(file, text) {
  const old = await readFile(file, 'utf8').catch(() => undefined);
  if (old !== text) await writeFile(file, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildStyles({ dist: process.argv.includes('--dist') });
}
