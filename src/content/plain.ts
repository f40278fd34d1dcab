import { clean } from './schema.js';

/** Keys whose values are for machines, not for readers. */
const MACHINE =
  /^(?:_?id|_?key|_?type|.*(?:url|href|src|uri|slug|guid|ref|class|style|lang|language|format|mime|version|color|alignment|size|layout|kind|html)|data|name|rel|target|width|height|level|subtype|mode|listitem|marks|\$.*|__.*)$/i;

/**
 * All that data of an unknown shape has to say to a reader, its values in their order: what a block
 * that nobody knows leaves behind. Markup in it stays text.
 */
export function textOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return clean(value).trim();
  if (typeof value !== 'object' || value === null || depth > 64) return '';
  const values: unknown[] = Array.isArray(value)
    ? value
    : Object.entries(value).flatMap(([key, one]) => (MACHINE.test(key) ? [] : [one as unknown]));
  return values
    .map((one) => textOf(one, depth + 1))
    .filter(Boolean)
    .join(' ');
}
