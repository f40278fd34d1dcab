const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
/** How fast people read in silence: 238 words of English a minute (Brysbaert 2019), 500 Chinese or Japanese signs. */
const WORDS = 230;
const SIGNS = 500;

/** How many words a text has. By a rule of our own: `Intl.Segmenter` counts differently in every engine. */
export function countWords(text: string): number {
  const signs = text.match(CJK)?.length ?? 0;
  // An apostrophe or a hyphen within a word does not end it.
  return (
    signs +
    (text.replace(CJK, ' ').match(/[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu)?.length ?? 0)
  );
}

/** How long a text takes to read, in whole minutes, at least one. Chinese and Japanese are counted by their signs. */
export function minutesToRead(text: string, wordsPerMinute: number = WORDS): number {
  const signs = text.match(CJK)?.length ?? 0;
  const words = countWords(text) - signs;
  const minutes = words / (wordsPerMinute > 0 ? wordsPerMinute : WORDS) + signs / SIGNS;
  return Math.max(1, Math.round(minutes) || 0);
}
