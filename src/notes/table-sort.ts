/** How a table can be ordered by a column; without one, as it was written. */
export type Direction = 'ascending' | 'descending';

/** Where each row stood at first. */
const places = new WeakMap<HTMLTableRowElement, number>();

/** Orders the rows of each body of a table by what stands in a column; equals keep their order. */
export function sortTable(
  table: HTMLTableElement,
  column: number,
  direction: Direction | undefined,
  locale: string,
): void {
  for (const body of table.tBodies) {
    const rows = [...body.rows];
    rows.forEach((row, index) => {
      if (!places.has(row)) places.set(row, index);
    });
    const placeOf = (row: HTMLTableRowElement) => places.get(row) ?? 0;
    rows.sort((a, b) => placeOf(a) - placeOf(b));
    if (direction) {
      const compare = comparison(
        rows.map((row) => textOf(cellAt(row, column))),
        locale,
      );
      const sign = direction === 'ascending' ? 1 : -1;
      const order = [...rows.keys()].sort((a, b) => compare(a, b, sign) || a - b);
      body.append(...order.map((index) => rows[index] ?? ''));
    } else body.append(...rows);
  }
}

/** The cell of a row that stands in a column: those before may span several. */
export function cellAt(row: HTMLTableRowElement, column: number): HTMLTableCellElement | undefined {
  let at = 0;
  return [...row.cells].find((cell) => (at += cell.colSpan) > column);
}

/** What a cell is sorted by: what its author says, a date for machines, else its words. */
function textOf(cell: HTMLTableCellElement | undefined): string {
  const marked = cell?.querySelector<HTMLElement>('time[datetime],data[value]');
  return (
    cell?.dataset.value ??
    (marked?.getAttribute('datetime') || marked?.getAttribute('value')) ??
    cell?.textContent ??
    ''
  ).trim();
}

/** Compares by number where all are numbers, by moment where all are moments, else as the language does. */
function comparison(texts: readonly string[], locale: string) {
  // A dash, a star or an abbreviation for "none" in brackets says nothing; such cells come last, both ways.
  const isNothing = texts.map((text) => !/[\p{L}\p{N}]/u.test(text) || /^n\/?a\.?$/i.test(text));
  const said = texts.filter((_, index) => !isNothing[index]);
  const values = numbersIn(texts, said, locale) ?? momentsIn(texts, said);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (a: number, b: number, sign: number): number =>
    Number(isNothing[a]) - Number(isNothing[b]) ||
    sign * (values ? (values[a] ?? 0) - (values[b] ?? 0) : compare(texts[a] ?? '', texts[b] ?? ''));
}

const MOMENT = /^-?\d{4,6}(?:-\d\d(?:-\d\d)?)?(?:[T ]\d\d:\d\d.*)?$/;

function momentsIn(texts: readonly string[], said: readonly string[]): number[] | undefined {
  return said.length > 0 &&
    said.every((text) => MOMENT.test(text) && Date.parse(text) === Date.parse(text))
    ? texts.map((text) => Date.parse(text))
    : undefined;
}

/** The numbers of a column, as its language writes them (`−1,5 %`, `$12`, `(40)`, `12 km`); nothing where one is none, or units differ. */
function numbersIn(
  texts: readonly string[],
  said: readonly string[],
  locale: string,
): number[] | undefined {
  const units = new Set<string>();
  const read = (text: string): number => {
    const plain = plainNumber(text, locale);
    const start = plain.search(/\d/);
    const [digits = ''] = /^\d+(?:\.\d+)?/.exec(plain.slice(start)) ?? [];
    const [before, after] = [plain.slice(0, start), plain.slice(start + digits.length)];
    if (start < 0 || /\d/.test(after)) return NaN;
    const sign = before.replace(/[\s\p{Sc}]/gu, '').at(-1) ?? '';
    const isNegative = '-\u2212\u2013'.includes(sign)
      ? sign !== ''
      : sign === '(' && after.includes(')');
    const unit = (before + after).replace(/[-\u2212\u2013+()\s~\u2248\u200e\u200f\u061c]/g, '');
    if (unit) units.add(unit);
    return (isNegative ? -1 : 1) * Number(digits);
  };
  const isAll = said.length > 0 && said.every((text) => !Number.isNaN(read(text)));
  return isAll && units.size < 2 ? texts.map(read) : undefined;
}

/** With the digits 0 to 9, a full stop before fractions, and nothing between thousands. */
function plainNumber(text: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345_678.9);
  const signOf = (type: string) => parts.find((part) => part.type === type)?.value;
  const [decimal = '.', group = ','] = [signOf('decimal'), signOf('group')];
  const isSpace = /^\s$/.test(group);
  return Array.from(text, (sign, index) => {
    if (sign === decimal) return '.';
    const isBetween = /\p{N}/u.test(text[index - 1] ?? '') && /\p{N}/u.test(text[index + 1] ?? '');
    if (isBetween && (sign === group || (/[\s'’]/.test(sign) && (isSpace || sign !== ' '))))
      return '';
    return /\p{Nd}/u.test(sign) ? String(digitOf(sign)) : sign;
  }).join('');
}

/** In every script, the ten digits follow one another, from nought. */
function digitOf(sign: string): number {
  const at = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value++;
  return value;
}
