// Starts an installed, seeded WordPress on a free port of the loopback address, and takes it away again.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { prague } from '../prague.mjs';
import { copyFromDebian, copyFromNpm } from './files.mjs';

const exec = promisify(execFile);
const php = fileURLToPath(new URL('php/', import.meta.url));
const PHP_MODULES = ['pdo_sqlite', 'mbstring', 'xml'];
const PHP_PACKAGES = ['cli', 'sqlite3', 'gd', 'mbstring', 'xml', 'curl'].map((one) => `php-${one}`);

/** A program of the system, or nothing; servers lie where not everyone looks. */
const program = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/** What is missing for any WordPress, in words that help; nothing when all is there. */
export async function missing() {
  const install = `Debian: apt-get install ${PHP_PACKAGES.join(' ')}`;
  if (!program('php')) return `PHP is not installed. ${install}`;
  const without = await withoutModules(PHP_MODULES);
  return without.length ? `PHP has no ${without.join(', ')}. ${install}` : '';
}

/** What is missing for Debian's WordPress beyond that. */
export async function missingForDebian() {
  const needed = ['mariadbd', 'mariadb', 'mariadb-install-db', 'apt-get', 'dpkg-deb'];
  const install = 'Debian: apt-get install mariadb-server php-mysql';
  for (const name of needed) if (!program(name)) return `${name} is not installed. ${install}`;
  return (await withoutModules(['mysqli'])).length ? `PHP has no mysqli. ${install}` : '';
}

async function withoutModules(names) {
  const { stdout } = await exec('php', ['-m']);
  const has = new Set(stdout.toLowerCase().split('\n'));
  return names.filter((name) => !has.has(name));
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Asks until there is an answer, or the time is over. */
async function until(what, ask, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await ask()) return;
    if (Date.now() > end) throw new Error(`${what} did not come up in ${seconds} s.`);
    await wait(100);
  }
}

/** Starts a program in a process group of its own; `end` ends the group, and resolves once it is gone. */
function start(command, args, options = {}) {
  const child = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data) => (said = `${said}${data}`.slice(-4000)));
  const gone = new Promise((resolve) => child.once('close', resolve));
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // it is gone already
    }
  };
  return {
    get said() {
      return said;
    },
    get isGone() {
      return child.exitCode !== null || child.signalCode !== null;
    },
    async end() {
      signal('SIGTERM');
      await Promise.race([gone, wait(5000, undefined, { ref: false })]);
      signal('SIGKILL');
      await gone;
    },
  };
}

/** A database server of our own, reached by a socket only. */
async function startDatabase(folder, keep) {
  const data = join(folder, 'database');
  const socket = join(folder, 'database.sock');
  await mkdir(data);
  const isRoot = userInfo().uid === 0;
  if (isRoot) {
    // It refuses to run as root.
    const { stdout } = await exec('id', ['-u', 'mysql']);
    await chown(data, Number(stdout), -1);
    await chown(folder, Number(stdout), -1);
  }
  const user = isRoot ? ['--user=mysql'] : [];
  await exec(program('mariadb-install-db'), [
    ...[
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      '--skip-test-db',
      '--auth-root-authentication-method=normal',
    ],
  ]);
  const server = start(program('mariadbd'), [
    ...['--no-defaults', ...user, `--datadir=${data}`, `--socket=${socket}`, '--skip-networking'],
    ...['--innodb-buffer-pool-size=32M', '--performance-schema=off'],
  ]);
  await keep(server);
  const say = (words) =>
    exec('mariadb', ['--no-defaults', '--user=root', `--socket=${socket}`, '-e', words]);
  await until('MariaDB', () =>
    say('select 1').then(
      () => true,
      () => false,
    ),
  );
  await say(
    "create database wp character set utf8mb4; create user wp@localhost identified by 'wp'; grant all on wp.* to wp@localhost",
  );
  return { host: `localhost:${socket}` };
}

const SALTS = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'];

/** PHP that defines constants; the values are our own and hold no quote. */
const config = (constants) => `<?php
${Object.entries(constants)
  .map(([name, value]) => `define('${name}', ${typeof value === 'string' ? `'${value}'` : value});`)
  .join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

const stops = new Set();

/** Stops all that runs, and all that is about to. */
export const stopAll = () => Promise.all([...stops].map((stop) => stop()));

/**
 * `edition` is `npm` (the newest WordPress, SQLite) or `debian` (an older one, MariaDB). Resolves with
 * its address, its folder and what the installer made.
 */
export async function startWordPress(edition) {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-wordpress-'));
  const root = join(folder, 'wordpress');
  const running = [];
  let isOver = false;
  const stop = async () => {
    isOver = true;
    stops.delete(stop);
    for (const one of running.splice(0).reverse()) await one.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  stops.add(stop);
  /** Keeps what was started for the end, which may have come meanwhile. */
  const keep = async (one) => {
    running.push(one);
    if (!isOver) return one;
    await stop();
    throw new Error('Stopped while starting.');
  };
  try {
    await (edition === 'npm' ? copyFromNpm : copyFromDebian)(root);
    let host = '';
    if (edition === 'debian') {
      ({ host } = await startDatabase(folder, keep));
    }
    await mkdir(join(root, 'wp-content/uploads'), { recursive: true });
    await mkdir(join(root, 'wp-content/mu-plugins'), { recursive: true });
    await cp(join(php, 'switches.php'), join(root, 'wp-content/mu-plugins/switches.php'));
    const secret = () => randomBytes(32).toString('hex');
    const constants = {
      ...{ DB_NAME: 'wp', DB_USER: 'wp', DB_PASSWORD: 'wp', DB_HOST: host, DB_CHARSET: 'utf8mb4' },
      ...{ WP_ENVIRONMENT_TYPE: 'local', WP_HTTP_BLOCK_EXTERNAL: true, DISABLE_WP_CRON: true },
      ...{ AUTOMATIC_UPDATER_DISABLED: true, WP_POST_REVISIONS: false },
      ...Object.fromEntries(
        SALTS.flatMap((one) => [
          [`${one}_KEY`, secret()],
          [`${one}_SALT`, secret()],
        ]),
      ),
    };
    await writeFile(join(root, 'wp-config.php'), config(constants));

    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const story = join(folder, 'story.json');
    await writeFile(story, JSON.stringify(prague));
    const { stdout } = await exec('php', [
      ...['-d', 'memory_limit=512M', '-d', 'display_errors=stderr'],
      ...[join(php, 'install.php'), root, url, story],
    ]);
    const made = JSON.parse(stdout.trim().split('\n').at(-1));

    const settings = ['opcache.enable_cli=1', 'memory_limit=256M', 'display_errors=0'];
    const server = start(
      'php',
      [
        ...settings.flatMap((one) => ['-d', one]),
        ...['-S', `127.0.0.1:${port}`, '-t', root, join(php, 'router.php')],
      ],
      { env: { ...process.env, PHP_CLI_SERVER_WORKERS: '3' } },
    );
    await keep(server);
    await until('WordPress', async () => {
      if (server.isGone) throw new Error(`PHP ended: ${server.said}`);
      return fetch(`${url}/wp-json/`).then(
        ({ ok }) => ok,
        () => false,
      );
    });
    return { ...made, edition, url, root };
  } catch (error) {
    await stop();
    throw error;
  }
}
