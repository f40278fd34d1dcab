import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../.config/run.mjs';

/** What a site serves of ours: the stylesheet, the script, and what it loads late from beside it. */
export async function ownFiles() {
  const dist = (path) => readFile(join(root, 'dist', path), 'utf8');
  const files = {
    '/broadsheet.css': await dist('broadsheet.css'),
    '/broadsheet.js': await dist('broadsheet.js'),
  };
  for (const name of await readdir(join(root, 'dist/broadsheet')))
    if (name.endsWith('.js')) files[`/broadsheet/${name}`] = await dist(`broadsheet/${name}`);
  return files;
}
