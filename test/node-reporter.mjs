// For `node --test`: failures with all that is known of them, and the closing count.
import { basename } from 'node:path';
import { inspect } from 'node:util';
import { close, emptyCount } from './count.mjs';

export default async function* reporter(events) {
  const count = emptyCount();
  const path = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') {
      path.length = data.nesting;
      path.push(data.name);
    }
    if (type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const name = [...path.slice(0, data.nesting), data.name].join(' › ');
    const cause = data.details?.error?.cause ?? data.details?.error;
    // A suite fails with its tests, which are told already.
    const isEcho = data.details?.error?.failureType === 'subtestsFailed';
    if (type === 'test:fail' && data.todo === undefined && !isEcho) {
      count.failed++;
      count.fails.push(name);
      const told = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
      yield `FAILED ${basename(data.file ?? '')} › ${name}\n${told}\n\n`;
    } else if (data.details?.type === 'suite' || isEcho) continue;
    else if (data.skip !== undefined || data.todo !== undefined) {
      count.skipped++;
      count.skips.push(name);
    } else count.passed++;
  }
  close(count, 'node');
}
