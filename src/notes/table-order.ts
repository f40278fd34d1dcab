import type { BlockTools } from '../block/block-script.js';
import { select } from '../kit/define.js';
import { headOf, isSpanned } from './table-cells.js';
import type { Direction } from './table-sort.js';
import { TableSorter } from './table-sorter.js';

const selector = select(TableSorter.tag);
/** What a button over the cell would cover. */
const pressable = 'a,button,input,select,label,summary';

/** Puts buttons over the heads of columns; how rows are sorted is loaded when one is first pressed. */
export function sorting(host: HTMLElement, { say, warn, create, locale }: BlockTools) {
  const sorters = new Map<HTMLTableCellElement, TableSorter>();

  const wordsOf = (cell: HTMLTableCellElement): string =>
    [...cell.childNodes]
      .filter((node) => !(node as Partial<Element>).matches?.(selector))
      .map((node) => node.textContent)
      .join('')
      .trim();

  async function press(table: HTMLTableElement, cell: HTMLTableCellElement): Promise<void> {
    const { sortTable } = await import('./table-sort.js');
    const before = cell.getAttribute('aria-sort');
    const next: Direction | undefined =
      before === 'ascending' ? 'descending' : before === 'descending' ? undefined : 'ascending';
    sortTable(table, columnOf(cell), next, locale());
    for (const [one, sorter] of sorters) {
      const direction = one === cell ? next : undefined;
      if (direction) one.setAttribute('aria-sort', direction);
      else one.removeAttribute('aria-sort');
      sorter.direction = direction;
    }
    sorters
      .get(cell)
      ?.announce(
        say(
          next === 'ascending'
            ? 'tableSortedUp'
            : next === 'descending'
              ? 'tableSortedDown'
              : 'tableSortedNot',
          { column: wordsOf(cell) },
        ),
      );
  }

  /** The cells that can be pressed. */
  function headsOf(table: HTMLTableElement): HTMLTableCellElement[] {
    const head = headOf(table);
    if (!head || isSpanned(table)) {
      warn(
        `<${host.localName} sortable>: ${head ? 'cells that span rows cannot be sorted' : 'it needs a thead'}.`,
      );
      return [];
    }
    return [...head.cells].filter(
      (cell) => cell.colSpan === 1 && wordsOf(cell) && !cell.querySelector(pressable),
    );
  }

  return (table: HTMLTableElement, isSortable: boolean): void => {
    const heads = isSortable ? headsOf(table) : [];
    for (const [cell, sorter] of sorters) {
      if (heads.includes(cell)) continue;
      sorter.remove();
      sorters.delete(cell);
      cell.removeAttribute('aria-label');
    }
    // A clone brings buttons that nobody hears.
    const ours = new Set<Element>(sorters.values());
    for (const old of table.querySelectorAll(selector)) if (!ours.has(old)) old.remove();
    for (const cell of heads) {
      let sorter = sorters.get(cell);
      if (!sorter) {
        sorter = create<TableSorter>(TableSorter.tag);
        sorter.addEventListener('click', () => void press(table, cell));
        sorter.direction = cell.getAttribute('aria-sort') ?? undefined;
        sorters.set(cell, sorter);
      }
      const column = wordsOf(cell);
      sorter.label = say('tableSort', { column });
      // Or each cell would be announced under "Year Sort by Year".
      cell.setAttribute('aria-label', column);
      if (sorter.parentNode !== cell) cell.append(sorter);
    }
  };
}

/** The column that a cell stands in. */
function columnOf(cell: HTMLTableCellElement): number {
  const cells = [...(cell.parentElement?.children ?? [])] as HTMLTableCellElement[];
  return cells.slice(0, cells.indexOf(cell)).reduce((sum, { colSpan }) => sum + colSpan, 0);
}
