// Lines of the table: a ratio within the same rounds, or a figure by itself, each with its interval and, where
// it is ours and something was promised, its mark.
import { interval, median, ratio, summary } from './stats.mjs';

/** Whether the 95 % interval lies wholly past the mark; most are upper limits, a score is a lower one. */
export const isMissed = ({ low, high, mark, atLeast = false }) =>
  mark !== undefined && (atLeast ? high < mark : low > mark);

/** Whether a row has become worse than what is known of it: a mark that is not met yet still holds a line. */
export const isWorse = (row) => isMissed(row.known ? { ...row, mark: row.known.bound } : row);

/** A mark is a figure, or one that is known to be missed, with how far and why. */
const markOf = (mark) =>
  typeof mark === 'object'
    ? { mark: mark.mark, known: { bound: mark.bound, why: mark.why } }
    : { mark };

/** Gathers what one group measures. */
export function collector(rounds) {
  const rows = [];
  const plots = [];
  const uses = {};
  return {
    rounds,
    found: { uses, rows, plots },
    /** A contender against the limit of the same rounds, in milliseconds unless told otherwise. */
    judged(what, of, ours, limit, { mark, unit = 'ms', claim } = {}) {
      const values = ratio(ours, limit);
      rows.push({
        what,
        of,
        ...values,
        ...markOf(mark),
        claim,
        unit,
        ours: summary(ours),
        limit: summary(limit),
      });
    },
    /** A figure by itself: MB, a count, a score. */
    measured(what, values, { mark, unit = '', atLeast } = {}) {
      const [low, high] = interval(values);
      rows.push({
        ...{
          what,
          of: '',
          value: median(values),
          low,
          high,
          ...markOf(mark),
          atLeast,
          unit,
          rounds: values.length,
        },
        ours: summary(values),
      });
    },
    /** A drawing for the documentation: series of points, each how many and how long. */
    plotted: (of, series) => plots.push({ of, series }),
    /** Somebody else's package, in the version that took part. */
    used: (name, version) => (uses[name] = version),
  };
}
