import type { Note } from './article.js';
import { breakLooks, type Block } from './block.js';
import {
  attribute,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  silent,
} from './nodes.js';
import { type Context, isInLine, link, type ReadHtmlOptions } from './read-context.js';
import { figure, picture } from './read-figure.js';
import { readInlines, readMath, trimInlines } from './read-inline.js';
import { embed, media, postOf } from './read-media.js';
import { ours } from './read-own.js';
import { definitions, table } from './read-table.js';
import { code, details, heading, isNotes, list, quote, takeNotes } from './read-text.js';

/** Reads somebody's HTML as a story: its blocks, and apart from them the notes at its end. */
export function readStory(
  nodes: readonly HtmlNode[],
  options: ReadHtmlOptions = {},
): { readonly body: Block[]; readonly notes: Note[] } {
  const notes: Note[] = [];
  return { body: contextOf({ ...options, notes }).read(nodes), notes };
}

/**
 * Reads somebody's HTML into blocks: an allow-list by construction, as nothing is copied that has no
 * place in the model. An element that is not known is taken away and its text stays.
 */
export const readBlocks = (nodes: readonly HtmlNode[], options: ReadHtmlOptions = {}): Block[] =>
  contextOf(options).read(nodes);

function contextOf(options: Omit<Context, 'read'>): Context {
  const context: Context = { ...options, read: (nodes) => blocksIn(nodes, context) };
  return context;
}

/** Walks siblings: blocks are read one by one, what stands between them in lines becomes paragraphs. */
function blocksIn(nodes: readonly HtmlNode[], context: Context): Block[] {
  const found: Block[] = [];
  let line: HtmlNode[] = [];
  const flush = () => {
    for (const part of paragraphsIn(line)) {
      const children = trimInlines(readInlines(part, context));
      if (children.length) found.push({ type: 'paragraph', children });
    }
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && silent.has(node.name)) continue;
    if (!isElement(node) || isInLine(node)) line.push(node);
    else {
      flush();
      found.push(...blockOf(node, context));
    }
  }
  flush();
  return found;
}

/** An empty line part-way, written as two breaks, parts paragraphs. */
function paragraphsIn(line: readonly HtmlNode[]): HtmlNode[][] {
  const parts: HtmlNode[][] = [[]];
  let breaks = 0;
  for (const node of line) {
    const isBreak = isElement(node) && node.name === 'br';
    if (!isBreak && isElement(node)) breaks = 0;
    else if (!isBreak && typeof node === 'string' && node.trim()) breaks = 0;
    if (isBreak && ++breaks === 2) parts.push([]);
    else if (!(isBreak && breaks > 2)) parts.at(-1)?.push(node);
  }
  return parts;
}

function blockOf(element: HtmlElement, context: Context): Block[] {
  const inside = () => blocksIn(element.children, context);
  const { name } = element;
  if (context.notes && isNotes(element)) return takeNotes(element, context, context.notes);
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element, context);
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return list(element, context);
    case 'blockquote': {
      const post = postOf(element);
      const said = quote(
        element,
        context,
        hasClass(element, 'pullquote') ? 'pullquote' : 'blockquote',
      );
      return [post ? { type: 'embed', ...post, children: [said] } : said];
    }
    case 'figure':
      return figure(element, context, undefined);
    case 'img':
    case 'picture':
      return picture(element, context);
    case 'video':
    case 'audio':
      return media(element, context);
    case 'iframe':
    case 'embed':
    case 'object':
      return embed(element, context);
    case 'table':
      return [table(element, context)];
    case 'pre':
    case 'listing':
    case 'xmp':
      return code(element);
    case 'hr':
      return [thematicBreak(element)];
    case 'dl':
      return definitions(element, context);
    case 'details':
      return [details(element, context)];
    case 'math':
      return [{ type: 'math-block', children: readMath(element) }];
    case 'a':
      return linkAroundBlocks(element, context);
  }
  return ours(element, context) ?? inside();
}

function thematicBreak(element: HtmlElement): Block {
  const look = breakLooks.find((one) => hasClass(element, one));
  return { type: 'thematic-break', ...(look && { look }) };
}

/** A link around a picture is the picture's; around other blocks it goes to the text in them. */
function linkAroundBlocks(element: HtmlElement, context: Context): Block[] {
  const inner = blocksIn(element.children, context);
  const url = link(attribute(element, 'href'), context);
  if (!url) return inner;
  return inner.map((block): Block => {
    if (block.type === 'image') return { ...block, url };
    if (block.type === 'paragraph' || block.type === 'heading')
      return { ...block, children: [{ type: 'link', url, children: block.children }] };
    return block;
  });
}
