/** The row that heads the columns: the last one, where it heads each of them. */
export function headOf(table: HTMLTableElement): HTMLTableRowElement | undefined {
  return [...(table.tHead?.rows ?? [])].at(-1);
}

/** Whether a cell of the body reaches over several rows. */
export const isSpanned = (table: HTMLTableElement): boolean =>
  [...table.tBodies].some((body) =>
    [...body.rows].some((row) => [...row.cells].some((cell) => cell.rowSpan > 1)),
  );

const roles: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tfoot: 'rowgroup',
  tr: 'row',
  td: 'cell',
};

/** Cells that are stacked say what their column is called; and where `display` has made blocks of rows and cells, they are still these to screen readers. */
export function stack(table: HTMLTableElement): void {
  const parts = table.querySelectorAll('thead,tbody,tfoot,tr,th,td');
  for (const part of [table, ...parts]) {
    const role = roles[part.localName] ?? (part.closest('thead') ? 'columnheader' : 'rowheader');
    if (!part.hasAttribute('role') && part.closest('table') === table)
      part.setAttribute('role', role);
  }
  const head = headOf(table);
  if (!head || table.tHead?.rows.length !== 1 || isSpanned(table)) return;
  const names = [...head.cells].flatMap((cell) =>
    Array.from({ length: cell.colSpan }, () => cell.textContent.trim()),
  );
  for (const row of table.rows) {
    let column = 0;
    for (const cell of row.cells) {
      const name = names[column];
      if (name && row !== head && cell.localName === 'td' && !cell.dataset.label)
        cell.dataset.column = name;
      column += cell.colSpan;
    }
  }
}
