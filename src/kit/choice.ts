import type { ComplexAttributeConverter } from 'lit';
import { warnOnce } from './warn.js';

/**
 * Reads an attribute that takes one of a few words, as HTML's enumerated attributes do: in any case,
 * and a word that is not in the list means the first one.
 */
export function choice<T extends string>(
  attribute: string,
  words: readonly [T, ...T[]],
): ComplexAttributeConverter<T> {
  return {
    fromAttribute(value) {
      const word = value?.trim().toLowerCase() as T;
      if (words.includes(word)) return word;
      if (value)
        warnOnce(`${attribute}="${value}" is none of ${words.join(', ')}; "${words[0]}" is used.`);
      return words[0];
    },
    toAttribute: (value) => value,
  };
}
