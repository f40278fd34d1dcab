// Others are installed from npm when the bench wants them, beside the project, and are no part of it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root } from '../../.config/run.mjs';

const FOLDER = join(root, 'node_modules/.cache/bench');
const LIST = join(FOLDER, 'package.json');

const has = (name) => existsSync(join(FOLDER, 'node_modules', name, 'package.json'));
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

/**
 * Where they are, and in which version; nothing where there is no registry to be reached.
 * @param {Record<string, string>} wanted names of packages, and the versions to install
 */
export async function contenders(wanted) {
  const names = Object.keys(wanted);
  if (!names.every(has)) {
    mkdirSync(FOLDER, { recursive: true });
    // What was installed for another group is kept.
    const dependencies = { ...read(LIST).dependencies, ...wanted };
    writeFileSync(LIST, JSON.stringify({ private: true, dependencies }));
    try {
      await must('npm', ['install', '--prefix', FOLDER, '--no-audit', '--no-fund', '--silent']);
    } catch {
      console.error(`${names.join(', ')} could not be installed; the bench runs without.`);
      return undefined;
    }
  }
  const versionOf = (name) => read(join(FOLDER, 'node_modules', name, 'package.json')).version;
  return {
    folder: FOLDER,
    versions: Object.fromEntries(names.map((name) => [name, versionOf(name)])),
  };
}
