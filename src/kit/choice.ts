import type { ComplexAttributeConverter } from 'lit';
import { warnOnce } from './warn.js';

/**
 * Reads an attribute that takes one of a few words, as HTML's enumerated attributes do: in any case,
 * and a word that is not in the list means the fallback, as if the attribute were absent.
 */
export function choice<T extends string>(
  attribute: string,
  words: readonly T[],
  fallback?: T,
): ComplexAttributeConverter<T | undefined> {
  return {
    fromAttribute(value) {
      const word = words.find((one) => one === value?.trim().toLowerCase());
      if (value && !word) warnOnce(`${attribute}="${value}" is none of ${words.join(', ')}.`);
      return word ?? fallback;
    },
  };
}
