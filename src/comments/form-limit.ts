import type { CommentLimit } from '../sources/comment-source.js';

/** A longer text is counted in signs, not in what a reader takes for one: that takes too long. */
const LARGE = 65_536;

/** How long a text is in a unit. */
export function lengthIn(text: string, unit: CommentLimit['unit']): number {
  if (unit === 'code-units') return text.length;
  if (unit === 'bytes') return new TextEncoder().encode(text).length;
  if (unit === 'code-points' || text.length > LARGE || !('Segmenter' in Intl))
    return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
  return [...new Intl.Segmenter().segment(text)].length;
}

/** The most that a text may be in a unit, without counting: enough to know that it is far from the limit. */
export const mostIn = (
  { length }: { readonly length: number },
  unit: CommentLimit['unit'],
): number => (unit === 'bytes' ? length * 3 : length);
