// For @web/test-runner: failures with all that is known of them, and the closing count.
import { defaultReporter } from '@web/test-runner';
import { close, emptyCount } from './count.mjs';

function walk(suite, count, path = []) {
  for (const test of suite?.tests ?? []) {
    count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    const name = [...path, test.name].join(' › ');
    if (test.skipped) count.skips.push(name);
    else if (!test.passed) count.fails.push(name);
  }
  for (const child of suite?.suites ?? []) walk(child, count, [...path, child.name]);
}

/** Failures as the runner's own reporter tells them, without its progress and summary. */
export const failures = () => {
  const { start, reportTestFileResults } = defaultReporter({
    reportTestResults: true,
    reportTestProgress: false,
  });
  return { start, reportTestFileResults };
};

export const counts = (place) => ({
  onTestRunFinished({ sessions, testCoverage }) {
    const count = emptyCount();
    for (const session of sessions) {
      walk(session.testResults, count);
      const told = count.failed;
      // A file that did not load, or an error outside any test.
      if (!session.passed && (!session.testResults || told === 0)) count.failed++;
    }
    if (!sessions.length) count.failed++;
    if (testCoverage) {
      const { lines } = testCoverage.summary;
      console.log(`${place}: ${lines.pct.toFixed(1)} % of lines covered`);
      if (!testCoverage.passed) {
        console.error('Coverage is below its floor; see coverage/.');
        count.failed++;
      }
    }
    close(count, place);
  },
});
