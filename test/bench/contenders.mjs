// Others are installed from npm when the bench wants them, beside the project, and are no part of it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root } from '../../.config/run.mjs';

const FOLDER = join(root, 'node_modules/.cache/bench');
const VERSIONS = { react: '19', 'react-dom': '19' };

/** Where they are; nothing where there is no registry to be reached. */
export async function contendersFolder() {
  if (Object.keys(VERSIONS).every((name) => existsSync(join(FOLDER, 'node_modules', name))))
    return FOLDER;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{"private":true}');
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  try {
    await must('npm', [
      ...['install', '--prefix', FOLDER, '--no-save', '--no-audit', '--no-fund', '--silent'],
      ...packages,
    ]);
    return FOLDER;
  } catch {
    console.error('The other libraries could not be installed; the bench runs without them.');
    return undefined;
  }
}
