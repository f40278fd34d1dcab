import { growthPlot } from './speed-plot.js';
import results from './bench-results.json' with { type: 'json' };

/** What was measured in several rounds, in the row's unit. */
interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** One line of `npm run bench`: a ratio within the same rounds, or a value by itself. */
interface Row {
  readonly what: string;
  readonly of: string;
  readonly ratio?: number;
  readonly value?: number;
  /** The 95 % interval of the ratio or value. */
  readonly low: number;
  readonly high: number;
  readonly mark?: number;
  /** Of a mark that is known to be missed: how far it may be, and what holds it. */
  readonly known?: { readonly bound: number; readonly why: string };
  readonly atLeast?: boolean;
  readonly unit: string;
  readonly rounds: number;
  readonly ours: Spread;
  readonly limit?: Spread;
  /** Empty where nothing was promised. */
  readonly verdict: string;
}

/** How long so many take. */
export interface Point extends Spread {
  readonly count: number;
}

export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
}

interface Group {
  readonly machine: {
    readonly date: string;
    readonly processor: string;
    readonly cores: number;
    readonly system: string;
    readonly node: string;
    readonly chromium: string;
    readonly broadsheet: string;
    readonly react?: string;
    readonly preact?: string;
    readonly lighthouse?: string;
  };
  readonly rows: readonly Row[];
  readonly plots: readonly { readonly of: string; readonly series: readonly Series[] }[];
}

const groups: Readonly<Record<string, Group>> = results.groups;

const TITLES: Readonly<Record<string, string>> = {
  article: 'An article',
  movement: 'What moves',
  sizes: 'What is loaded at first',
  thread: 'A thread of text comments',
  html: 'A thread of HTML comments',
  key: 'Typing under a thread',
  server: 'Rendering on a server',
  mounts: 'Put in and taken out',
  growth: 'Growth',
  lighthouse: 'Lighthouse',
};

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** About three figures: nobody wants to know more of a time. */
const short = (value: number): string =>
  value < 10 ? String(Number(value.toPrecision(2))) : Math.round(value).toLocaleString('en-GB');
const fixed = (value: number): string => value.toFixed(Number.isInteger(value) ? 0 : 2);

const spread = ({ median, min, max }: Spread, unit: string): string =>
  `${short(median)} ${unit} (${short(min)}–${short(max)})`;

function cells(row: Row) {
  const { what, of, ratio, value = 0, low, high, mark, atLeast, unit, ours, limit, verdict } = row;
  return {
    what,
    of: of || '–',
    value: ratio === undefined ? `${fixed(value)} ${unit}`.trim() : ratio.toFixed(2),
    interval: low === high ? '–' : `${low.toFixed(2)}–${high.toFixed(2)}`,
    mark: mark === undefined ? '–' : `${atLeast ? 'at least' : 'at most'} ${fixed(mark)}`,
    verdict: verdict || '–',
    isMissed: verdict.startsWith('missed'),
    ours: ratio === undefined && ours.min === ours.max ? '–' : spread(ours, unit),
    limit: limit ? spread(limit, unit) : '–',
  };
}

/** A slow line or a long thread is loaded less often than the rest. */
function roundsOf(rows: readonly Row[]): string {
  const counts = rows.map(({ rounds }) => rounds);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (most === 1) return 'once';
  return least === most ? `${most} rounds` : `${least}–${most} rounds`;
}

/** The parts of the table, in the order in which they were kept. */
export const sections = Object.entries(groups).map(([name, { machine, rows }]) => ({
  title: TITLES[name] ?? name,
  about: `${dates.format(Date.parse(machine.date))}, ${roundsOf(rows)}`,
  rows: rows.map(cells),
}));

const judged = Object.values(groups)
  .flatMap(({ rows }) => rows)
  .filter(({ mark }) => mark !== undefined);

const ending = (word: string): number =>
  judged.filter(({ verdict }) => verdict.startsWith(word)).length;

const missed = judged.filter(({ verdict }) => verdict.startsWith('missed'));

const whyOf = ({ known }: Row): string => known?.why ?? 'Not known yet.';

/** What holds the marks that are missed, and which those are. */
export const reasons = [...new Set(missed.map(whyOf))].map((why) => ({
  why,
  rows: missed.filter((row) => whyOf(row) === why).map(({ what }) => what),
}));

/** How the marks stand. */
export const conclusion = `Of ${judged.length} marks, ${ending('missed')} are missed and ${ending('open')} are open.`;

/** What the groups ran on: one line where it was the same for all. */
export const machines: readonly string[] = [
  ...new Set(
    Object.values(groups).map(
      ({ machine: { processor, cores, system, node, chromium, broadsheet } }) =>
        `${processor}, ${cores} cores, ${system}; Chromium ${chromium}, Node ${node}; broadsheet-elements ${broadsheet}`,
    ),
  ),
];

/** Others that took part. */
export const others: string = [
  ...new Set(
    Object.values(groups).flatMap(({ machine: { react, preact, lighthouse } }) => [
      ...(react ? [`React ${react}`] : []),
      ...(preact ? [`Preact ${preact}`] : []),
      ...(lighthouse ? [`Lighthouse ${lighthouse}`] : []),
    ]),
  ),
].join(', ');

const many = (count: number): string => count.toLocaleString('en-GB');

/** How time grows with the number of blocks, and of comments: as a drawing, and as a table. */
export const growth = Object.values(groups)
  .flatMap(({ plots }) => plots)
  .map(({ of, series }) => {
    const name = `Time until all ${of} are done, by their number`;
    return {
      of,
      name,
      svg: growthPlot(series, of, name),
      legend: series
        .map((one, index) => `${index ? 'dashed' : 'full line'}: ${one.name}`)
        .join('; '),
      columns: series.map((one) => `${one.name}: median (least–most)`),
      rows: (series[0]?.points ?? []).map(({ count }, index) => ({
        count: many(count),
        times: series.map(({ points }) => {
          const point = points[index];
          return point ? spread(point, 'ms') : '–';
        }),
      })),
    };
  });
