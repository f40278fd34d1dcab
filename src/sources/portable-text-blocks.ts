import type { Block, Cell, Image, ListItem } from '../content/block.js';
import { textOf } from '../content/text-of.js';
import { readBlocks } from '../content/read-html.js';
import { listAt, numberAt, own, textAt } from './article-source.js';
import { embed, isEmbed, picture } from './portable-text-media.js';
import { isPortableText, lineOf, spansOf, type Context } from './portable-text-spans.js';

/** Deepest level of a list, and of objects in objects; what lies deeper leaves its words. */
const MAX_LEVELS = 12;

/** Reads Portable Text; list items in a row become lists, quotations in a row one. */
export function blocksOf(nodes: readonly unknown[], context: Context): Block[] {
  const found: Block[] = [];
  for (let index = 0; index < nodes.length;) {
    const run = runFrom(nodes, index, isListItem);
    if (run.length) found.push(...listsOf(run, 1, context));
    else {
      const read = blockOf(nodes[index], context);
      const last = found.at(-1);
      const [first] = read;
      if (first?.type === 'blockquote' && last?.type === 'blockquote')
        found[found.length - 1] = { ...last, children: [...last.children, ...first.children] };
      else found.push(...read);
    }
    index += run.length || 1;
  }
  return found;
}

const isListItem = (node: unknown): boolean => textAt(node, 'listItem') !== undefined;

/** The nodes from one on for as long as a test holds. */
function runFrom(
  nodes: readonly unknown[],
  from: number,
  test: (node: unknown) => boolean,
): readonly unknown[] {
  let end = from;
  while (end < nodes.length && test(nodes[end])) end++;
  return nodes.slice(from, end);
}

const levelOf = (node: unknown): number =>
  Math.min(MAX_LEVELS, Math.max(1, Math.round(numberAt(node, 'level') ?? 1)));

/** Lists of one level; what is deeper belongs to the item before it. */
function listsOf(nodes: readonly unknown[], level: number, context: Context): Block[] {
  const lists: { kind: string; items: ListItem[] }[] = [];
  for (let index = 0; index < nodes.length;) {
    const node = nodes[index];
    const deeper = runFrom(nodes, index, (one) => levelOf(one) > level);
    if (deeper.length) {
      const inner = listsOf(deeper, level + 1, context);
      const last = lists.at(-1);
      const item = last?.items.pop();
      if (last && item) last.items.push({ children: [...item.children, ...inner] });
      else lists.push({ kind: 'bullet', items: [{ children: inner }] });
      index += deeper.length;
      continue;
    }
    const kind = textAt(node, 'listItem') ?? '';
    const children = textBlock(node, context);
    const last = lists.at(-1);
    if (last?.kind === kind) last.items.push({ children });
    else lists.push({ kind, items: [{ children }] });
    index++;
  }
  return lists.map(({ kind, items }) => ({ type: 'list', ordered: kind === 'number', items }));
}

/** A block of text in its style; a style of the publisher's own is a paragraph's. */
function textBlock(node: unknown, context: Context): Block[] {
  const children = spansOf(node, context);
  if (!children.length) return [];
  const style = textAt(node, 'style') ?? 'normal';
  const level = /^h([1-6])$/.exec(style)?.[1];
  if (level) return [{ type: 'heading', level: Math.max(2, Number(level)), children }];
  if (style === 'blockquote' || style === 'pullquote')
    return [{ type: style, children: [{ type: 'paragraph', children }] }];
  return [{ type: 'paragraph', children }];
}

function blockOf(node: unknown, context: Context): Block[] {
  const type = textAt(node, '_type') ?? '';
  if (context.level > MAX_LEVELS) return words(node);
  if (Array.isArray(own(node, 'children')) && !isPortableText(own(node, 'children')))
    return textBlock(node, context);
  if (type === 'block') return textBlock(node, context);
  switch (type) {
    case 'code':
    case 'codeBlock':
      return code(node);
    case 'table':
      return table(node, context);
    case 'break':
    case 'divider':
    case 'hr':
    case 'horizontalRule':
      return [{ type: 'thematic-break' }];
    case 'html':
    case 'htmlEmbed':
    case 'rawHtml': {
      const html = textAt(node, 'html') ?? textAt(node, 'code') ?? textAt(node, 'content') ?? '';
      return readBlocks(context.parseHtml(html), { base: context.base });
    }
  }
  if (/gallery|slideshow|carousel/i.test(type)) return gallery(node, context);
  const embedded = isEmbed(type) ? embed(type, node, context) : undefined;
  if (embedded) return embedded;
  if (
    /image|photo|picture|figure/i.test(type) ||
    textAt(node, 'asset', '_ref')?.startsWith('image-')
  )
    return picture(node, context);
  return unknown(node, type, context);
}

const words = (node: unknown): Block[] => {
  const text = textOf(node);
  return text ? [{ type: 'paragraph', children: [text] }] : [];
};

function code(node: unknown): Block[] {
  const text = own(node, 'code') ?? own(node, 'text');
  const language = textAt(node, 'language');
  const name = textAt(node, 'filename');
  return typeof text === 'string' && text.trim()
    ? [
        {
          type: 'code',
          text,
          ...(language && { language }),
          ...(name && { caption: [name] }),
        },
      ]
    : words(node);
}

function table(node: unknown, context: Context): Block[] {
  const cell = (one: unknown): Cell => {
    const value = typeof one === 'object' && !Array.isArray(one) ? inCell(one) : one;
    const line = lineOf(value, context);
    const said = line.length ? '' : textOf(one);
    return { children: said ? [said] : line };
  };
  const rows = listAt(node, 'rows').map((row) => ({
    cells: (Array.isArray(row) ? (row as unknown[]) : listAt(row, 'cells')).map(cell),
  }));
  const isHead = own(node, 'hasHeader') === true || own(node, 'firstRowIsHeader') === true;
  const head = (isHead ? rows.slice(0, 1) : []).map(({ cells }) => ({
    cells: cells.map((one) => ({ ...one, header: true })),
  }));
  const caption = [
    ...lineOf(own(node, 'title'), context),
    ...lineOf(own(node, 'caption'), context),
  ];
  const body = isHead ? rows.slice(1) : rows;
  return rows.length
    ? [{ type: 'table', ...(caption.length && { caption }), head, body, foot: [] }]
    : words(node);
}

const inCell = (one: unknown): unknown =>
  ['content', 'body', 'text', 'value'].map((key) => own(one, key)).find((value) => value);

function gallery(node: unknown, context: Context): Block[] {
  const list = ['images', 'photos', 'items', 'slides'].flatMap((key) => listAt(node, key));
  const blocks = list.flatMap((one) => picture(one, context));
  const images = blocks.filter((block): block is Image => block.type === 'image');
  const caption = [
    ...lineOf(own(node, 'title'), context),
    ...(own(node, 'title') && own(node, 'caption') ? [' '] : []),
    ...lineOf(own(node, 'caption'), context),
  ];
  if (images.length > 0 && images.length === blocks.length)
    return [{ type: 'gallery', images, ...(caption.length && { caption }) }];
  return [
    ...blocks,
    ...(caption.length ? [{ type: 'paragraph', children: caption } as const] : []),
  ];
}

/** A kind of the publisher's own: the Portable Text in it is read, all else leaves its words. */
function unknown(node: unknown, kind: string, context: Context): Block[] {
  if (typeof node !== 'object' || node === null) return words(node);
  const inner = { ...context, level: context.level + 1 };
  const children = Object.entries(node).flatMap(([key, value]): Block[] => {
    if (/^_|^(?:tone|variant|theme|icon|marks|markDefs)$/.test(key)) return [];
    if (isPortableText(value)) return blocksOf(value, inner);
    if (isObjects(value)) return value.flatMap((one) => blockOf(one, inner));
    return words({ [key]: value as unknown });
  });
  return children.length ? [{ type: 'unknown', kind, children }] : [];
}

const isObjects = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof own(one, '_type') === 'string');
