// Where the programs of the other engines are. Each may be named in a variable.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = {
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    hint: 'Debian: apt-get install firefox-esr',
  },
  webkit: {
    variable: 'WEBKIT_DRIVER_PATH',
    names: ['WebKitWebDriver'],
    hint: 'Debian: apt-get install webkit2gtk-driver xvfb',
  },
  minibrowser: {
    variable: 'MINIBROWSER_PATH',
    names: ['4.1', '4.0', '6.0'].flatMap((version) =>
      ['x86_64-linux-gnu/', 'aarch64-linux-gnu/', ''].map(
        (arch) =>
          `/usr/lib/${arch}webkit${version === '6.0' ? 'gtk' : '2gtk'}-${version}/MiniBrowser`,
      ),
    ),
    hint: 'Debian: apt-get install webkit2gtk-driver',
  },
  xvfb: { variable: 'XVFB_PATH', names: ['Xvfb'], hint: 'Debian: apt-get install xvfb' },
};

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @throws Error that says what to install */
export function findProgram(name) {
  const { variable, names, hint } = PROGRAMS[name];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const places = [
    process.env[variable],
    ...names.flatMap((file) =>
      file.startsWith('/') ? [file] : folders.filter(Boolean).map((folder) => join(folder, file)),
    ),
  ].filter(Boolean);
  const found = places.find(runnable);
  if (!found) throw new Error(`${name} is not installed. ${hint}; or set ${variable}.`);
  return found;
}
