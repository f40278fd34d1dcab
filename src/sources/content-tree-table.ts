import type { Block, Cell, Row } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { listAt, numberAt, own, type ReadTools } from './article-source.js';
import { inlinesIn, phrasing } from './content-tree-text.js';

/** A table with its caption, and its footer, which is one text, across all columns. */
export function tableOf(node: unknown, tools: ReadTools): Block[] {
  let caption: Inline[] = [];
  const head: Row[] = [];
  const body: Row[] = [];
  const foot: Row[] = [];
  const notes: Inline[][] = [];
  const rows = (part: unknown, isHead: boolean): Row[] =>
    listAt(part, 'children').map((row) => ({ cells: cellsOf(row, isHead, tools) }));
  for (const part of listAt(node, 'children')) {
    const type = own(part, 'type');
    if (type === 'table-caption') caption = [...caption, ...inlinesIn(part, tools)];
    else if (type === 'table-header') head.push(...rows(part, true));
    else if (type === 'table-body') body.push(...rows(part, false));
    else if (type === 'table-row') body.push({ cells: cellsOf(part, false, tools) });
    else if (type !== 'table-footer') notes.push(phrasing([part], tools));
    else if (own(listAt(part, 'children')[0], 'type') === 'table-row')
      foot.push(...rows(part, false));
    else notes.push(inlinesIn(part, tools));
  }
  const columns = [...head, ...body].reduce((most, { cells }) => Math.max(most, cells.length), 1);
  for (const children of notes)
    if (children.length) foot.push({ cells: [{ children, ...(columns > 1 && { columns }) }] });
  return [{ type: 'table', ...(caption.length && { caption }), head, body, foot }];
}

const cellsOf = (row: unknown, isHead: boolean, tools: ReadTools): Cell[] =>
  listAt(row, 'children').map((cell) => {
    const columns = span(cell, 'columnSpan');
    const rows = span(cell, 'rowSpan');
    return {
      children: inlinesIn(cell, tools),
      ...((isHead || own(cell, 'heading') === true) && { header: true }),
      ...(columns && { columns }),
      ...(rows && { rows }),
    };
  });

function span(cell: unknown, key: string): number | undefined {
  const count = numberAt(cell, key);
  return count && Number.isInteger(count) && count > 1 && count <= 1000 ? count : undefined;
}
