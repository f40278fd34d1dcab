// The threats of SECURITY.md and the tests that hold each promise: `npm run threats` prints the table and
// fails where a threat has neither a test nor an honest reason. A test says which by its title: "T3: …".
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

/** Why a promise has no test of its own, where it has none. */
const REASONS = {
  T11: 'no source posts to a server yet; forms without a source post as the page wrote them',
  T19: 'a page cannot set its own headers; nothing destructive exists yet (SECURITY.md says what to send)',
  T24: 'nothing embeds or listens to messages yet: an embed is a link',
  T25: 'no remote comment source exists yet; the comment profile that they will use is tested (T1)',
};

/** Promises that a check of another kind holds. */
const CHECKS = {
  T14: 'npm run lint: regexp/no-super-linear-backtracking and no-super-linear-move, in all of src',
  T20: 'npm run package:check, and package-lock.json with npm ci',
};

const files = await readdir(join(root, 'test'), { recursive: true });
const tests = new Map(Object.keys(THREATS).map((threat) => [threat, []]));
for (const file of files.filter((name) => /\.test\.(?:ts|mjs)$/.test(name)).sort()) {
  const text = await readFile(join(root, 'test', file), 'utf8');
  for (const [, , title] of text.matchAll(
    /\b(?:describe|it)\(\s*(['"`])((?:T\d+[,:] ?)+[^\n]*?)\1/g,
  )) {
    for (const [threat] of title.matchAll(/T\d+(?=[,:])/g)) {
      tests.get(threat)?.push(`${file}: ${title.replace(/^(?:T\d+[,:] ?)+/, '')}`);
    }
  }
}

let missing = 0;
for (const [threat, name] of Object.entries(THREATS)) {
  const held = [...tests.get(threat), ...(CHECKS[threat] ? [CHECKS[threat]] : [])];
  const reason = REASONS[threat];
  if (!held.length && !reason) missing++;
  console.log(
    `${threat.padEnd(4)}${held.length ? 'pass   ' : reason ? 'later  ' : 'MISSING'} ${name}`,
  );
  for (const line of held) console.log(`             ${line}`);
  if (!held.length && reason) console.log(`             ${reason}`);
}
if (missing) {
  console.error(`${missing} threats have neither a test nor a reason.`);
  process.exitCode = 1;
}
