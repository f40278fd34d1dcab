// The promises of this package and the tests that hold each. `npm run threats` prints the table of
// SECURITY.md's threats, `npm run faults` that of what can go wrong with a comment; either fails where a
// promise has neither a test nor an honest reason, or its test failed in the last whole `npm test`.
// A test says what it holds by its title: "T3: …", "F9, F21: …".
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

const THREATS = {
  T1: 'Stored XSS in comment HTML',
  T2: 'Stored XSS in article HTML',
  T3: '`javascript:` and odd URLs in any attribute',
  T4: 'DOM clobbering',
  T5: 'CSS injection, overlay, exfiltration',
  T6: 'Frames of other sites',
  T7: 'Mutation XSS',
  T8: "Holes of the sanitiser's own",
  T9: 'Prototype pollution from JSON',
  T10: 'Open redirect',
  T11: 'CSRF on posting a comment',
  T12: 'E-mail addresses leaking',
  T13: 'Tracking by embeds and pictures',
  T14: 'Regular expressions that never end',
  T15: 'Resource bombs',
  T16: 'Huge or silent pictures',
  T17: 'Malformed JSON',
  T18: 'Tab-nabbing',
  T19: 'Clickjacking',
  T20: 'Supply chain',
  T21: 'Homographs and bidi tricks in names',
  T22: 'HTML in JSON-LD',
  T23: 'Content-Security-Policy and Trusted Types',
  T24: 'Messages from embeds',
  T25: 'Remote comment sources',
  T26: 'Secrets in storage',
};

const FAULTS = {
  F1: 'Offline when posting',
  F2: 'No answer in time',
  F3: 'The answer is lost after the comment was kept',
  F4: '400 or 422 with errors of fields',
  F5: '401 or 403: the session has ended',
  F6: '404 or 410: the thread is closed',
  F7: '409: the comment is there already',
  F8: '413: too long',
  F9: '429 with Retry-After',
  F10: '5xx',
  F11: '200 with an empty, partial or foreign body',
  F12: 'CORS, mixed content, an extension',
  F13: 'A redirect to a page to sign in',
  F14: 'Double click, two forms',
  F15: 'Reload, crash, tab discarded',
  F16: 'A draft that comes back after success',
  F17: 'A reply begun, then another',
  F18: 'Two tabs, one draft',
  F19: 'Storage refused or full',
  F20: 'A corrupt draft',
  F21: 'Wrong clocks, odd dates',
  F22: 'Registered twice',
  F23: 'Moved while editing',
  F24: 'Removed while a request is on its way',
  F25: 'Adopted by another document',
  F26: 'Upgraded late',
  F27: '`src` changes while loading',
  F28: 'Slow, endless or broken pictures',
  F29: 'Missing APIs',
  F30: 'No script',
  F31: 'Enter while a word is being composed',
  F32: 'Odd, huge or broken text',
  F33: 'Autofill, reset, disabled fieldset, requestSubmit()',
  F34: 'Honeypot or captcha fails',
  F35: 'Kept, but hidden',
  F36: 'The comment is deleted while it is answered',
  F37: 'New comments while the reader reads or types',
  F38: 'Memory over 1,000 mounts',
  F39: 'An old list after posting',
  F40: 'The page posts by itself',
};

/** Why a promise has no test of its own, where it has none. */
const REASONS = {};

/** Promises that a check of another kind holds. */
const CHECKS = {
  T14: 'npm run lint: regexp/no-super-linear-backtracking and no-super-linear-move, in all of src',
  T20: 'npm run package:check, and package-lock.json with npm ci',
};

const TABLES = { threats: THREATS, faults: FAULTS };
const IDS = /^(?:[TF]\d+[,:] ?)+/;

/** The ids that a title begins with. */
export const idsIn = (title) => IDS.exec(title)?.[0].match(/[TF]\d+/g) ?? [];

/** Every test in the files, by the ids in its title or in that of the group around it. */
async function testsById() {
  const found = new Map();
  const files = await readdir(join(root, 'test'), { recursive: true });
  for (const file of files.filter((name) => /\.test\.(?:ts|mjs)$/.test(name)).sort()) {
    const text = await readFile(join(root, 'test', file), 'utf8');
    // What is skipped in every engine holds nothing; `itWhere(…)` is skipped in one.
    for (const [, , title] of text.matchAll(
      /\b(?:describe|it|test|itWhere\([^()]*\))\(\s*(['"`])((?:[TF]\d+[,:] ?)+(?:\\.|(?!\1)[^\\\n])*)\1/g,
    )) {
      for (const id of idsIn(title))
        found.set(id, [...(found.get(id) ?? []), `${file}: ${title.replace(IDS, '')}`]);
    }
  }
  return found;
}

/** How tests with such titles ended in the last whole run, by id. */
async function failedIds() {
  const file = join(root, 'coverage/promises.json');
  const ended = JSON.parse(await readFile(file, 'utf8').catch(() => 'null'));
  const titles = (ended?.failed ?? []).flatMap((name) => name.split(' › '));
  return { ran: ended !== null, failed: new Set(titles.flatMap(idsIn)) };
}

const [kind] = process.argv.slice(2);
const table = TABLES[kind];
if (!table) {
  console.error(`Say which table: ${Object.keys(TABLES).join(' or ')}.`);
  process.exit(1);
}
const tests = await testsById();
const { ran, failed } = await failedIds();
const total = { pass: 0, FAILED: 0, later: 0, MISSING: 0 };
for (const [id, name] of Object.entries(table)) {
  const held = [...(tests.get(id) ?? []), ...(CHECKS[id] ? [CHECKS[id]] : [])];
  const reason = REASONS[id];
  const state = failed.has(id) ? 'FAILED' : held.length ? 'pass' : reason ? 'later' : 'MISSING';
  total[state]++;
  console.log(`${id.padEnd(4)}${state.padEnd(8)}${name}`);
  for (const line of held) console.log(`             ${line}`);
  if (!held.length && reason) console.log(`             ${reason}`);
}
const counts = Object.entries(total).filter(([, count]) => count);
console.log(`\n${kind}: ${counts.map(([state, count]) => `${count} ${state}`).join(', ')}`);
if (!ran) console.log('The tests have not been run as a whole: `npm test` says whether they pass.');
const unknown = [...tests.keys()].filter((id) => !(id in THREATS) && !(id in FAULTS));
if (unknown.length) console.error(`Titles name what is in no table: ${unknown.join(', ')}.`);
if (total.MISSING || total.FAILED || unknown.length) process.exitCode = 1;
