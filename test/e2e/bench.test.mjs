// The arithmetic of the bench: who reads its table must be able to trust it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { merged } from '../bench/results.mjs';
import { collector, isMissed, isWorse } from '../bench/rows.mjs';
import { interval, median, ratio } from '../bench/stats.mjs';
import { conclusion, verdict } from '../bench/table.mjs';
import { farthest, numbered } from '../boxes.mjs';

describe('the figures of the bench', () => {
  it('are medians: one odd value changes nothing', () => {
    assert.equal(median([3, 1, 900, 2, 4]), 3);
    assert.equal(median([4, 1, 3, 2]), 2.5);
  });

  it('come with an interval around the median, the same for the same values', () => {
    const values = [1.02, 0.98, 1.0, 1.05, 0.97, 1.01, 1.4];
    const [low, high] = interval(values);
    assert.ok(low >= 0.97 && low < median(values), `${low}`);
    assert.ok(high > median(values) && high <= 1.4, `${high}`);
    assert.deepEqual(interval(values), [low, high]);
    assert.deepEqual(interval([5]), [5, 5]);
  });

  it('are ratios within a round, so that a slow round is slow for both', () => {
    const found = ratio([110, 220, 1100], [100, 200, 1000]);
    assert.deepEqual(found, { ratio: 1.1, low: 1.1, high: 1.1, rounds: 3 });
  });

  it('compare only the rounds in which both took part', () => {
    const found = { ratio: 2, low: 2, high: 2, rounds: 2 };
    assert.deepEqual(ratio([200, 200, 900], [100, 100]), found);
    assert.deepEqual(ratio([200, 200], [100, 100, 900]), found);
  });
});

describe('a mark of the bench', () => {
  it('is missed only where the whole interval lies past it', () => {
    assert.equal(isMissed({ low: 1.04, high: 1.2, mark: 1.03 }), true);
    assert.equal(isMissed({ low: 1.02, high: 1.2, mark: 1.03 }), false);
    assert.equal(isMissed({ low: 1.03, high: 1.03, mark: 1.03 }), false);
    assert.equal(isMissed({ low: 0.5, high: 0.5, mark: 0 }), true);
  });

  it('of a score is missed only where the whole interval lies below it', () => {
    const score = { mark: 100, atLeast: true };
    assert.equal(isMissed({ ...score, low: 97, high: 99 }), true);
    assert.equal(isMissed({ ...score, low: 97, high: 100 }), false);
  });

  it('is missed by nobody to whom none was set', () => {
    assert.equal(isMissed({ low: 9, high: 9 }), false);
    assert.equal(verdict({ low: 9, high: 9 }), '');
  });

  it('is told in words, and a claim only where it holds', () => {
    const claim = 'linear or better';
    const row = { ratio: 1.05, low: 1, high: 1.1, mark: 1.25 };
    assert.equal(verdict(row), 'met');
    assert.equal(verdict({ ...row, claim }), claim);
    assert.equal(verdict({ ...row, low: 1.3, claim }), `missed: not ${claim}`);
  });

  it('that is known to be missed holds the line that is known', () => {
    const bench = collector(3);
    const mark = { mark: 1.03, bound: 1.2, why: 'The line is slow.' };
    bench.judged('ours', 'limit', [11, 11, 11], [10, 10, 10], { mark });
    bench.judged('ours', 'limit', [13, 13, 13], [10, 10, 10], { mark });
    const [held, worse] = bench.found.rows;
    assert.deepEqual([held.mark, held.known], [1.03, { bound: 1.2, why: 'The line is slow.' }]);
    assert.deepEqual(
      [isMissed(held), isWorse(held), verdict(held)],
      [true, false, 'missed, as known'],
    );
    assert.deepEqual([isMissed(worse), isWorse(worse), verdict(worse)], [true, true, 'missed']);
    assert.equal(conclusion([held]), '1 missed, as known: ours');
    assert.equal(conclusion([held, worse]), '1 missed: ours\n1 missed, as known: ours');
    assert.equal(conclusion([{ ...held, low: 1 }]), 'No mark is missed.');
  });

  it('is open where the median is past it, but not the whole interval', () => {
    const row = { ratio: 1.1, low: 0.7, high: 1.2, mark: 1.03 };
    assert.equal(verdict(row), 'open');
    assert.equal(verdict({ value: 99, low: 98, high: 100, mark: 100, atLeast: true }), 'open');
  });

  it('stands in the row with what was measured', () => {
    const bench = collector(3);
    bench.judged('ours', 'limit', [10, 11, 12], [10, 10, 10], { mark: 1.03 });
    bench.measured('heap', [4, 6, 5], { mark: 10, unit: 'MB' });
    const [pair, single] = bench.found.rows;
    assert.equal(pair.ratio, 1.1);
    assert.deepEqual(pair.limit, { median: 10, min: 10, max: 10 });
    assert.deepEqual([single.value, single.mark, single.unit, single.rounds], [5, 10, 'MB', 3]);
  });
});

describe('saved results of the bench', () => {
  const order = ['article', 'thread', 'growth'];
  const group = (date) => ({ machine: { date }, rows: [], plots: [] });

  it('keep the groups that were not run, each with its own day', () => {
    const saved = { groups: { growth: group('old'), article: group('old') } };
    const { groups } = merged(saved, { article: group('new'), thread: group('new') }, order);
    assert.deepEqual(Object.keys(groups), order);
    assert.deepEqual(
      Object.values(groups).map(({ machine }) => machine.date),
      ['new', 'new', 'old'],
    );
  });

  it('begin where nothing was saved, and forget groups that are no more', () => {
    assert.deepEqual(merged(null, { thread: group('new') }, order), {
      groups: { thread: group('new') },
    });
    assert.deepEqual(merged({ groups: { gone: group('old') } }, {}, order), { groups: {} });
  });
});

describe('movement', () => {
  const box = (name, ...sides) => ({ name, box: sides });
  const then = [box('0 h1.', 0, 0, 100, 20), box('1 p.', 0, 20, 100, 40)];

  it('is the farthest that any edge went', () => {
    assert.equal(farthest(then, then), 0);
    const now = [then[0], box('1 p.', 0, 457, 100, 39)];
    assert.equal(farthest(then, now), 437);
  });

  it('does not mind a class or another order, but a box that is gone', () => {
    assert.equal(farthest(then, [box('1 p.seen', 0, 20, 100, 40), then[0]]), 0);
    assert.equal(farthest(then, [then[0]]), Infinity);
    assert.equal(farthest(then, [then[0], box('7 p.', 0, 20, 100, 40)]), Infinity);
  });

  it('is told by numbers on the elements of the body', () => {
    assert.equal(
      numbered('<head><title>x</title></head><body><p>a<b>c</b></p></body>'),
      '<head><title>x</title></head><body><p data-n="0">a<b data-n="1">c</b></p></body>',
    );
  });
});
