import type { Note } from './article.js';
import type { Block, ListItem } from './block.js';
import { noteKinds } from './inline.js';
import {
  attribute,
  find,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isPhrase,
  silent,
  textIn,
  without,
} from './nodes.js';
import { type Context, hasBlocks, link } from './read-context.js';
import { noteId, ownId, readInlines, trimInlines } from './read-inline.js';

export function heading(element: HtmlElement, context: Context): Block[] {
  const level = Math.max(2, Number(element.name.slice(1)));
  const id = ownId(attribute(element, 'id'));
  const children = trimInlines(readInlines(element.children, context));
  const blocks = hasBlocks(element)
    ? context.read(element.children).filter((one) => one.type !== 'paragraph')
    : [];
  return children.length
    ? [{ type: 'heading', level, ...(id && { id }), children }, ...blocks]
    : blocks;
}

export function list(element: HtmlElement, context: Context): Block[] {
  const ordered = element.name === 'ol';
  const start = Number(attribute(element, 'start') ?? 1);
  const items: ListItem[] = [];
  let loose: HtmlNode[] = [];
  const flush = () => {
    const children = context.read(loose);
    const last = items.pop();
    // A list between items, as some editors nest them, belongs to the item before it.
    if (last) items.push(children.length ? { children: [...last.children, ...children] } : last);
    else if (children.length) items.push({ children });
    loose = [];
  };
  for (const node of element.children) {
    if (isElement(node) && node.name === 'li') {
      flush();
      items.push({ children: context.read(node.children) });
    } else loose.push(node);
  }
  flush();
  if (!items.length) return [];
  return [
    {
      type: 'list',
      ordered,
      ...(ordered && Number.isInteger(start) && start !== 1 && { start }),
      items,
    },
  ];
}

export function quote(
  element: HtmlElement,
  context: Context,
  type: 'blockquote' | 'pullquote',
  caption?: HtmlElement,
): Block {
  // Who said it comes last, in one of several elements.
  const last = [...element.children].reverse().find((node) => isElement(node) || node.trim());
  const source =
    caption ??
    (isElement(last) &&
    (last.name === 'footer' || last.name === 'cite' || last.name === 'figcaption')
      ? last
      : undefined);
  const said = source ? trimInlines(readInlines(source.children, context)) : [];
  const children = context.read(element.children.filter((node) => node !== source));
  const url = type === 'blockquote' ? link(attribute(element, 'cite'), context) : undefined;
  return {
    type,
    children,
    ...(said.length && { source: said }),
    ...(url && { url }),
  };
}

export function code(element: HtmlElement): Block[] {
  const text = rawText(element.children).replace(/^\n/, '');
  const [inner] = find(element.children, ({ name }) => name === 'code');
  const language = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(
    `${attribute(element, 'class') ?? ''} ${(inner && attribute(inner, 'class')) ?? ''}`,
  )?.[1];
  return text.trim() ? [{ type: 'code', text, ...(language && { language }) }] : [];
}

/** Text as it is written; what a block says begins on a line of its own. */
function rawText(nodes: readonly HtmlNode[]): string {
  let text = '';
  let isApart = false;
  let isNew = true;
  const walk = (list: readonly HtmlNode[]): void => {
    for (const node of list) {
      if (typeof node === 'string' || node.name === 'br') {
        const own = typeof node === 'string' ? node : '\n';
        if (!own) continue;
        if (isApart && !isNew && !own.startsWith('\n')) text += '\n';
        text += own;
        isApart = false;
        isNew = own.endsWith('\n');
      } else if (!silent.has(node.name)) {
        const isBlock = !isPhrase(node.name);
        isApart ||= isBlock;
        walk(node.children);
        isApart ||= isBlock;
      }
    }
  };
  walk(nodes);
  return text;
}

export function details(element: HtmlElement, context: Context): Block {
  const [first] = element.children.filter(isElement).filter(({ name }) => name === 'summary');
  return {
    type: 'details',
    summary: first ? trimInlines(readInlines(first.children, context)) : [],
    children: context.read(element.children.filter((node) => node !== first)),
  };
}

export const isNotes = (element: HtmlElement): boolean =>
  attribute(element, 'role') === 'doc-endnotes' ||
  ['wp-block-footnotes', 'footnotes'].some((style) => hasClass(element, style));

/** The notes of a story; anything else that stands among them stays where it is. */
export function takeNotes(element: HtmlElement, context: Context, notes: Note[]): Block[] {
  const items =
    element.name === 'ol'
      ? element.children.filter(isElement)
      : find(element.children, ({ name }) => name === 'li');
  const isBack = (one: HtmlElement) =>
    attribute(one, 'role') === 'doc-backlink' ||
    hasClass(one, 'note-back') ||
    hasClass(one, 'footnote-backref') ||
    (one.name === 'a' && /^(?:\u21a9\ufe0e?|\u2191|\^)$/.test(textIn([one])));
  items.forEach((item) => {
    const id = noteId(attribute(item, 'id')) ?? String(notes.length + 1);
    const kind = noteKinds.find((one) => hasClass(item, `note-${one}`));
    notes.push({
      id,
      ...(kind && { kind }),
      children: context.read(without(item.children, isBack)),
    });
  });
  // The heading of our own writer is a word of ours.
  const isOurs = hasClass(element, 'notes');
  const others = (nodes: readonly HtmlNode[]): HtmlNode[] =>
    nodes.flatMap((node): HtmlNode[] =>
      !isElement(node)
        ? [node]
        : items.includes(node) || node.name === 'hr' || (isOurs && node.name === 'h2')
          ? []
          : [{ ...node, children: others(node.children) }],
    );
  return context.read(others(element.children));
}
