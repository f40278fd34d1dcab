// How runs are counted, told and added up.
import { appendFileSync } from 'node:fs';

export const closing = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

export const emptyCount = () => ({ passed: 0, failed: 0, skipped: 0, skips: [], fails: [] });

export function add(total, part) {
  for (const key of ['passed', 'failed', 'skipped']) total[key] += part[key];
  total.skips.push(...(part.skips ?? []));
  total.fails.push(...(part.fails ?? []));
  return total;
}

/** Closes a run: names what was skipped, then one line of counts; the parent may ask for a copy. */
export function close(count, place) {
  const skips = count.skips.map((name) => `${place}: ${name}`);
  if (process.env.COUNTS_FILE) {
    appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify({ ...count, skips })}\n`);
    return;
  }
  for (const skip of skips) console.log(`skipped in ${skip}`);
  console.log(closing(count));
}
