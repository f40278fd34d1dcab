// What the terminal shows: every row in one table, in Markdown, so that it can be put into a note.
import { isMissed, isWorse } from './rows.mjs';

const fixed = (value, digits = 2) => (value === undefined ? '' : value.toFixed(digits));
/** About three figures: nobody wants to know more of a time. */
const short = (value) => (value < 10 ? String(Number(value.toPrecision(2))) : value.toFixed(0));
const spread = (one, unit) =>
  one ? `${short(one.median)} ${unit} (${short(one.min)}–${short(one.max)})` : '';

/** Whether the median, at least, is past the mark. */
const isPast = ({ ratio, value, mark, atLeast }) =>
  atLeast ? (ratio ?? value) < mark : (ratio ?? value) > mark;

/** How a row stands to its mark; open where the median is past it, and its interval is not. */
export function verdict(row) {
  if (row.mark === undefined) return '';
  const { claim } = row;
  if (isMissed(row))
    return claim ? `missed: not ${claim}` : isWorse(row) ? 'missed' : 'missed, as known';
  return isPast(row) ? 'open' : (claim ?? 'met');
}

const cellsOf = (row) => [
  row.what,
  row.of,
  row.ratio === undefined ? `${fixed(row.value)} ${row.unit}`.trim() : fixed(row.ratio),
  row.low === row.high ? '' : `${fixed(row.low)}–${fixed(row.high)}`,
  row.mark === undefined ? '' : `${row.atLeast ? '≥' : '≤'} ${fixed(row.mark)}`,
  row.ratio === undefined && row.ours.min === row.ours.max ? '' : spread(row.ours, row.unit),
  spread(row.limit, row.unit),
  verdict(row),
];
const TITLES = ['what', 'against', 'ratio', '95 %', 'mark', 'ours', 'limit', ''];

export function table(rows) {
  const cells = rows.map(cellsOf);
  const widths = TITLES.map((title, index) =>
    Math.max(title.length, ...cells.map((line) => line[index].length)),
  );
  const line = (list) => `| ${list.map((text, index) => text.padEnd(widths[index])).join(' | ')} |`;
  return [line(TITLES), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join(
    '\n',
  );
}

/** The last words: which marks are missed, and which of them are known to be. */
export function conclusion(rows) {
  const missed = rows.filter(isMissed);
  const parts = [
    ['missed', missed.filter(isWorse)],
    ['missed, as known', missed.filter((row) => !isWorse(row))],
  ];
  const lines = parts
    .filter(([, list]) => list.length)
    .map(([words, list]) => `${list.length} ${words}: ${list.map(({ what }) => what).join('; ')}`);
  return lines.join('\n') || 'No mark is missed.';
}
