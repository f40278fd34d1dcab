import type { Block } from './block.js';
import { textOf } from './text-of.js';

/** The letters and digits of a text in one row, so that quotation marks and breaks make no difference. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The letters of all blocks, but for pull quotes: these would find themselves. */
export const lettersIn = (blocks: readonly Block[]): string =>
  lettersOf(textOf(JSON.parse(JSON.stringify(blocks, (_, value) => unlessPulled(value)))));

const unlessPulled = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'pullquote'
    ? undefined
    : value;

/**
 * Whether a story of these letters says it already: the words as they stand, and of the line under
 * them each word somewhere.
 */
export function isRepeated(words: string, source: string, letters: string): boolean {
  const said = lettersOf(words);
  return (
    said !== '' &&
    letters.includes(said) &&
    source.split(/\s+/).every((word) => letters.includes(lettersOf(word)))
  );
}
