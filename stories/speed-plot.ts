import type { Series } from './speed-results.js';

const WIDTH = 480;
const HEIGHT = 300;
const LEFT = 84;
const RIGHT = 24;
const TOP = 16;
const BOTTOM = 44;

/** From a value to its place. */
type Scale = (value: number) => number;

/** The powers of ten from the one at or below the least to the one at or above the most. */
function decades(values: readonly number[]): readonly number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

/** From a value to its place between two edges, as many times ten as far. */
function scale(marks: readonly number[], start: number, end: number): Scale {
  const [low, high] = [Math.log10(marks[0]!), Math.log10(marks.at(-1)!)];
  return (value) =>
    Math.round((start + ((Math.log10(value) - low) / (high - low)) * (end - start)) * 10) / 10;
}

const write = (x: number, y: number, words: string, anchor: 'middle' | 'end'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="currentColor" stroke="none">${words}</text>`;

/** The line of a series, and for each point a stroke from the least to the most that was measured. */
function drawn({ points }: Series, index: number, x: Scale, y: Scale): string {
  const isFirst = index === 0;
  const line = points.map(({ count, median }, at) => `${at ? 'L' : 'M'}${x(count)} ${y(median)}`);
  const dots = points.map(
    ({ count, median, min, max }) =>
      `<path d="M${x(count)} ${y(min)}V${y(max)}"/><circle cx="${x(count)}" cy="${y(median)}" r="3.5"${isFirst ? ' fill="currentColor"' : ''}/>`,
  );
  return `<g${isFirst ? '' : ' opacity="0.7"'}><path d="${line.join('')}" stroke-width="2"${isFirst ? '' : ' stroke-dasharray="6 4"'}/>${dots.join('')}</g>`;
}

/** Linear growth, to compare with: it ends where the plot does, and rises a decade for each. */
function linear(across: readonly number[], up: readonly number[], x: Scale, y: Scale): string {
  const [few, many] = [across[0]!, across.at(-1)!];
  const [least, most] = [up[0]!, up.at(-1)!];
  const span = Math.min(many / few, most / least);
  return `<path d="M${x(many / span)} ${y(most / span)}L${x(many)} ${y(most)}" stroke-dasharray="1 4"/>`;
}

/**
 * Draws how long so many take, both axes in powers of ten: the first series as a full line, others dashed.
 * The ink is the page's own, so that it can be read on dark too.
 */
export function growthPlot(series: readonly Series[], of: string, name: string): string {
  const points = series.flatMap((one) => one.points);
  const across = decades(points.map(({ count }) => count));
  const up = decades(points.flatMap(({ min, max }) => [min, max]));
  const x = scale(across, LEFT, WIDTH - RIGHT);
  const y = scale(up, HEIGHT - BOTTOM, TOP);
  const number = (value: number) => value.toLocaleString('en-GB');
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}" style="max-width: 36rem; width: 100%; font: 12px system-ui, sans-serif" fill="none" stroke="currentColor">
<path opacity="0.2" d="${across.map((value) => `M${x(value)} ${TOP}V${HEIGHT - BOTTOM}`).join('')}${up.map((value) => `M${LEFT} ${y(value)}H${WIDTH - RIGHT}`).join('')}"/>
${across.map((value) => write(x(value), HEIGHT - BOTTOM + 18, number(value), 'middle')).join('')}
${up.map((value) => write(LEFT - 8, y(value) + 4, `${number(value)} ms`, 'end')).join('')}
${write((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, of, 'middle')}
${linear(across, up, x, y)}
${series.map((one, index) => drawn(one, index, x, y)).join('\n')}
</svg>`;
}
