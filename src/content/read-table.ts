import type { Block, Cell, Definition, ListItem, Row, Table } from './block.js';
import type { Inline } from './inline.js';
import { attribute, type HtmlElement, type HtmlNode, isElement, silent } from './nodes.js';
import type { Context } from './read-context.js';
import { readInlines, trimInlines } from './read-inline.js';

export function table(element: HtmlElement, context: Context): Table {
  const [own] = element.children.filter(isElement).filter(({ name }) => name === 'caption');
  const caption = own && trimInlines(readInlines(own.children, context));
  const head: Row[] = [];
  const body: Row[] = [];
  const foot: Row[] = [];
  const collect = (nodes: readonly HtmlNode[], into: Row[]): void => {
    for (const node of nodes) {
      if (!isElement(node) || node === own || silent.has(node.name)) {
        const text = typeof node === 'string' ? node.trim() : '';
        if (text) into.push({ cells: [{ children: [text] }] });
      } else if (node.name === 'tr') {
        const cells = cellsIn(node, context);
        if (cells.length) into.push({ cells });
      } else if (node.name === 'thead') collect(node.children, head);
      else if (node.name === 'tfoot') collect(node.children, foot);
      else if (node.name === 'tbody') collect(node.children, body);
      else if (!['colgroup', 'col'].includes(node.name)) {
        const children = trimInlines(readInlines([node], context));
        if (children.length) into.push({ cells: [{ children }] });
      }
    }
  };
  collect(element.children, body);
  return { type: 'table', ...(caption?.length && { caption }), head, body, foot };
}

function cellsIn(row: HtmlElement, context: Context): Cell[] {
  return row.children
    .filter((node) => isElement(node) || node.trim())
    .map((node): Cell => {
      const isCell = isElement(node) && (node.name === 'td' || node.name === 'th');
      const children = trimInlines(readInlines(isCell ? node.children : [node], context));
      const columns = isCell ? span(attribute(node, 'colspan')) : undefined;
      const rows = isCell ? span(attribute(node, 'rowspan')) : undefined;
      return {
        children,
        ...(isElement(node) && node.name === 'th' && { header: true }),
        ...(columns && { columns }),
        ...(rows && { rows }),
      };
    });
}

export const span = (text: string | undefined): number | undefined => {
  const count = Number(text);
  return Number.isInteger(count) && count > 1 && count <= 1000 ? count : undefined;
};

export function definitions(element: HtmlElement, context: Context): Block[] {
  const items: { terms: { children: Inline[] }[]; descriptions: ListItem[] }[] = [];
  const rest: Block[] = [];
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node) || silent.has(node.name)) {
        rest.push(...context.read([node]));
      } else if (node.name === 'dt') {
        let last = items.at(-1);
        if (!last || last.descriptions.length) items.push((last = { terms: [], descriptions: [] }));
        last.terms.push({ children: trimInlines(readInlines(node.children, context)) });
      } else if (node.name === 'dd') {
        let last = items.at(-1);
        if (!last) items.push((last = { terms: [], descriptions: [] }));
        last.descriptions.push({ children: context.read(node.children) });
      } else if (node.name === 'div') walk(node.children);
      else rest.push(...context.read([node]));
    }
  };
  walk(element.children);
  return [
    ...(items.length
      ? [{ type: 'definition-list', items: items satisfies Definition[] } as const]
      : []),
    ...rest,
  ];
}
