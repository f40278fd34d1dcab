import { clean } from './schema.js';

/** Keys whose values are for machines, not for readers. */
const MACHINE =
  /^(?:_?id|_?key|_?type|.*(?:url|href|src|uri|slug|guid|ref|class|style|lang|language|format|mime|version|color|alignment|size|layout|kind|html)|data|name|rel|target|width|height|level|subtype|mode|listitem|marks|\$.*|__.*)$/i;

/**
 * All that data of an unknown shape has to say to a reader, its values in their order: what a block
 * that nobody knows leaves behind. Markup in it stays text. Without recursion, for it may be
 * thousands of levels deep; and what was met before, as in a circle, is not said again.
 */
export function textOf(value: unknown): string {
  const texts: string[] = [];
  const met = new Set<object>();
  const stack = [value];
  while (stack.length) {
    const one = stack.pop();
    if (typeof one === 'string') texts.push(clean(one).trim());
    if (typeof one !== 'object' || one === null || met.has(one)) continue;
    met.add(one);
    const values: unknown[] = Array.isArray(one)
      ? one
      : Object.entries(one).flatMap(([key, inner]) =>
          MACHINE.test(key) ? [] : [inner as unknown],
        );
    for (let index = values.length - 1; index >= 0; index--) stack.push(values[index]);
  }
  return texts.filter(Boolean).join(' ');
}
