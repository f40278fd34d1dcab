// The files of a WordPress: the newest out of an npm package, an older one out of Debian's. Neither is
// installed: they are unpacked once, beside the other tools' caches.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const cache = fileURLToPath(new URL('../../node_modules/.cache/wordpress/', import.meta.url));

const PACKAGE = 'wp-studio';
const VERSION = '1.22.0';
const INTEGRITY =
  'sha512-boMtahkhgWDKKyNTBA1uTK5ghnAmxXhDY6KeQCO9FmcI3/o+YOSq8JwYW5ZYnxHCxH14Jf/mD6CJTBvTWl2Ytw==';
const INSIDE = 'package/dist/cli/wp-files';
const DEBIAN = ['wordpress', 'wordpress-theme-twentytwentythree'];

/** Fills a folder of the cache once; a run that is broken off leaves no half of one. */
async function cached(name, fill) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const making = await mkdtemp(join(cache, 'making-'));
  try {
    await fill(making);
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // another run was quicker
  }
  return folder;
}

const fromNpm = () =>
  cached(`${PACKAGE}-${VERSION}`, async (folder) => {
    const windows = process.platform === 'win32';
    await exec('npm', ['pack', '--silent', `${PACKAGE}@${VERSION}`], {
      cwd: folder,
      shell: windows,
    });
    const tarball = join(folder, `${PACKAGE}-${VERSION}.tgz`);
    const sum = createHash('sha512')
      .update(await readFile(tarball))
      .digest('base64');
    if (`sha512-${sum}` !== INTEGRITY)
      throw new Error(`${PACKAGE}@${VERSION} is not what it was: its checksum differs.`);
    const wanted = ['latest/wordpress', 'sqlite-database-integration'];
    await exec('tar', [
      ...['-xzf', tarball, '-C', folder, '--strip-components=4'],
      ...wanted.map((one) => `${INSIDE}/${one}`),
    ]);
    await rm(tarball);
  });

const fromDebian = () =>
  cached('debian', async (folder) => {
    const download = () => exec('apt-get', ['download', '-qq', ...DEBIAN], { cwd: folder });
    // A machine that was just set up has no lists yet.
    await download().catch(() => exec('apt-get', ['update', '-qq']).then(download));
    for (const file of await readdir(folder)) {
      await exec('dpkg-deb', ['-x', file, folder], { cwd: folder });
      await rm(join(folder, file));
    }
  });

/** Puts a WordPress with its database in one file into a folder that does not exist yet. */
export async function copyFromNpm(root) {
  const files = await fromNpm();
  await cp(join(files, 'latest/wordpress'), root, { recursive: true });
  const plugin = join(files, 'sqlite-database-integration');
  await cp(plugin, join(root, 'wp-content/plugins/sqlite-database-integration'), {
    recursive: true,
  });
  await cp(join(plugin, 'db.copy'), join(root, 'wp-content/db.php'));
}

/** The same with Debian's WordPress, which needs a database server. */
export async function copyFromDebian(root) {
  const files = await fromDebian();
  // Its scripts and fonts are links into packages that need not be there: no page here misses them.
  await exec('cp', ['-rL', join(files, 'usr/share/wordpress'), root]).catch(() => undefined);
  await rm(join(root, 'wp-config.php'), { force: true });
}
