// How long scripts ran on a page's main thread, and how much of that before the page was done.

import { knowUpgrade } from './browser.mjs';

/** What the browser writes down while JavaScript is read, compiled and run. */
const SCRIPT = new Set([
  ...['EvaluateScript', 'v8.evaluateModule', 'v8.compile', 'v8.compileModule', 'FunctionCall'],
  ...['RunMicrotasks', 'v8.callFunction', 'v8.run', 'FireIdleCallback', 'FireAnimationFrame'],
  ...['TimerFire', 'V8.CompileCode'],
]);
const CATEGORIES = 'devtools.timeline,v8,blink.user_timing,disabled-by-default-v8.compile';

/** The mark that a page sets when it is done. */
const DONE = 'bench-done';

/** Loads a page under the browser's own trace: milliseconds of script until it was done, and in all. */
export async function scriptTime(browser, url, { cpu }, { isDone, quiet = 300 }) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    const events = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    await session.send('Tracing.start', { categories: CATEGORIES, transferMode: 'ReportEvents' });
    await tab.addInitScript(knowUpgrade);
    await tab.addInitScript(isDone, DONE);
    await tab.goto(url, { waitUntil: 'load' });
    await tab.waitForTimeout(quiet * cpu);
    const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await ended;
    return told(events);
  } finally {
    await context.close();
  }
}

function told(events) {
  const mark = events.find(({ name }) => name === DONE);
  if (!mark) throw new Error('The page was never done.');
  const spans = events
    .filter(
      ({ ph, name, tid, pid }) =>
        ph === 'X' && tid === mark.tid && pid === mark.pid && SCRIPT.has(name),
    )
    .map(({ ts, dur = 0 }) => [ts, ts + dur])
    .sort(([one], [other]) => one - other);
  return { done: covered(spans, mark.ts), all: covered(spans, Infinity) };
}

/** Spans lie in one another: the time that any of them covers, in milliseconds. */
function covered(spans, end) {
  let total = 0;
  let reached = -Infinity;
  for (const [from, to] of spans) {
    const last = Math.min(to, end);
    const first = Math.max(from, reached);
    if (last > first) total += last - first;
    reached = Math.max(reached, to);
  }
  return total / 1000;
}
