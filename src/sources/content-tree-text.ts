import type { Inline, Style } from '../content/inline.js';
import { textOf } from '../content/text-of.js';
import { trimInlines } from '../content/read-inline.js';
import { resolveUrl } from '../content/url.js';
import { listAt, own, textAt, type ReadTools } from './article-source.js';

/** Most levels that are read as what they are; what lies deeper leaves its words. */
export const MAX_LEVELS = 24;

const styles: Readonly<Record<string, Style>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  strikethrough: 'strikethrough',
  subscript: 'subscript',
  superscript: 'superscript',
};
const links = new Set(['link', 'find-out-more-link', 'author-link']);

/** Whether a node is part of a line. */
export const isPhrasing = (node: unknown): boolean => {
  const type = textAt(node, 'type') ?? '';
  return (
    typeof node === 'string' ||
    type === 'text' ||
    type === 'break' ||
    Object.hasOwn(styles, type) ||
    links.has(type)
  );
};

/** Nodes of a line; what is none of them leaves its words. */
export const phrasing = (nodes: readonly unknown[], tools: ReadTools, level = 0): Inline[] =>
  nodes.flatMap((node) => phrase(node, tools, level));

function phrase(node: unknown, tools: ReadTools, level: number): Inline[] {
  if (typeof node === 'string') return node ? [node] : [];
  const type = textAt(node, 'type') ?? '';
  if (type === 'text') {
    const value = own(node, 'value');
    return typeof value === 'string' && value ? [value] : [];
  }
  if (type === 'break') return [{ type: 'break' }];
  if (level > MAX_LEVELS || !Array.isArray(own(node, 'children'))) {
    const said = textOf(node);
    return said ? [said] : [];
  }
  const children = phrasing(listAt(node, 'children'), tools, level + 1);
  if (!children.length) return [];
  const style = Object.hasOwn(styles, type) ? styles[type] : undefined;
  if (style) return [{ type: style, children }];
  if (!links.has(type)) return children;
  const url = resolveUrl(textAt(node, 'url') ?? textAt(node, 'href'), tools.base);
  const title = textAt(node, 'title');
  return url ? [{ type: 'link', url, ...(title && { title }), children }] : children;
}

/** The line that a node's children are. */
export const inlinesIn = (node: unknown, tools: ReadTools): Inline[] =>
  trimInlines(phrasing(listAt(node, 'children'), tools));
