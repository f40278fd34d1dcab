// Writes dist/: the stylesheet, unbundled modules with types, the bundle for pasting, the manifest,
// the editors' data and the JSON Schema of a story. With `--if-stale`, only where a source is newer than the last build.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must, newest, root } from './run.mjs';
import { buildStyles } from './styles.mjs';

const SOURCES = ['src', '.config', 'rollup.config.mjs', 'tsconfig.json', 'package.json'];
const STAMP = 'dist/.built';

export async function build() {
  await rm(join(root, 'dist'), { recursive: true, force: true });
  await buildStyles({ dist: true });
  await must('tsc', ['-p', 'src']);
  await must('rollup', ['--config', '--silent']);
  await writeFile(join(root, 'dist/broadsheet.d.ts'), 'export {};\n');
  await must('cem', ['analyze', '--config', '.config/custom-elements-manifest.config.mjs']);
  const { choicesScript } = await import('../dist/server/choices.js');
  await writeFile(join(root, 'dist/broadsheet-choices.js'), `${choicesScript}\n`);
  const { articleJsonSchema } = await import('../dist/content/article.js');
  const schema = JSON.stringify(articleJsonSchema(), null, 2);
  await writeFile(join(root, 'dist/article.schema.json'), `${schema}\n`);
  await writeFile(join(root, STAMP), '');
}

export async function buildIfStale() {
  // Taken before the styles are written: the generated sheet is a product, not a source.
  const changed = await newest(SOURCES, (file) => /styles[\\/]sheet\.ts$/.test(file));
  if ((await newest([STAMP])) < changed) await build();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes('--if-stale') ? buildIfStale() : build());
}
