import type { Inline, MathElement } from './inline.js';

/** Text with meaning as plain text: breaks become `gap`, marks that lead to notes stand in brackets. */
export const inlineText = (inlines: readonly Inline[] | undefined, gap = ' '): string =>
  (inlines ?? []).map((one) => plainInline(one, gap)).join('');

function plainInline(node: Inline, gap: string): string {
  if (typeof node === 'string') return node;
  switch (node.type) {
    case 'break':
      return gap;
    case 'note-reference':
      return node.children?.length
        ? inlineText(node.children, gap)
        : `[${node.label || node.note}]`;
    case 'math':
      return mathText(node.children);
    case 'quotation':
      return `“${inlineText(node.children, gap)}”`;
    default:
      return inlineText(node.children, gap);
  }
}

/** A formula's signs in their order, set apart. */
export const mathText = (children: readonly (MathElement | string)[]): string =>
  children
    .map((one) => (typeof one === 'string' ? one : mathText(one.children ?? [])))
    .filter(Boolean)
    .join(' ');
