// Finds a Chromium for the tests: CHROME_PATH, else an installed Chrome, Chromium or Edge, else (on
// Linux x64) the one inside the npm package @sparticuz/chromium. BROADSHEET_NPM_CHROMIUM=1 takes
// that one whatever is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // Containers and root have no user namespaces to build the sandbox from; pages are our own.
  ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
];

/** Launch options that puppeteer-core and playwright-core both understand. */
export async function findChromium() {
  const { CHROME_PATH, BROADSHEET_NPM_CHROMIUM } = process.env;
  if (CHROME_PATH) return { executablePath: CHROME_PATH, args };
  const installed = BROADSHEET_NPM_CHROMIUM ? undefined : candidates().find(runs);
  if (installed) return { executablePath: installed, args };
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { executablePath: await fromNpm(), args, headless: 'shell' };
  }
  throw new Error('No Chrome, Chromium or Edge found. Set CHROME_PATH to the program to use.');
}

/** The same for playwright-core, which knows no `'shell'`. */
export async function playwrightChromium() {
  const { executablePath, args } = await findChromium();
  return { executablePath, args, headless: true };
}

function candidates() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (platform === 'win32') {
    const names = ['Google/Chrome', 'Chromium', 'Microsoft/Edge'];
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) =>
        names.map((name) =>
          join(folder, name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
        ),
      );
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  names.push('microsoft-edge-stable', 'microsoft-edge');
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
}

/** Some distributions have a script of that name that only says where to get the program. */
function runs(file) {
  if (!existsSync(file)) return false;
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

/** Unpacks once for each version, with the libraries and fonts that a bare system lacks. */
async function fromNpm() {
  const root = new URL('../node_modules/@sparticuz/chromium/', import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const dir = fileURLToPath(new URL(`../node_modules/.cache/chromium-${version}`, import.meta.url));
  mkdirSync(dir, { recursive: true });
  const old = process.env.TMPDIR;
  process.env.TMPDIR = dir; // the package unpacks into os.tmpdir()
  try {
    const {
      default: chromium,
      inflate,
      setupLambdaEnvironment,
    } = await import('@sparticuz/chromium');
    const file = await chromium.executablePath();
    const fonts = process.env.FONTCONFIG_PATH;
    if (!runs(file)) {
      await inflate(fileURLToPath(new URL('bin/al2023.tar.br', root)));
      setupLambdaEnvironment(join(dir, 'al2023/lib'));
      // A system with fonts of its own keeps them.
      if (!fonts && existsSync('/etc/fonts/fonts.conf')) delete process.env.FONTCONFIG_PATH;
    } else if (!fonts && !existsSync('/etc/fonts/fonts.conf')) {
      process.env.FONTCONFIG_PATH = join(dir, 'fonts');
    }
    return file;
  } finally {
    if (old === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = old;
  }
}
