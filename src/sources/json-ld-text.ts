import type { Note } from '../content/article.js';
import type { Block } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { textIn } from '../content/nodes.js';
import { readStory } from '../content/read-html.js';
import { clean } from '../content/schema.js';
import type { ReadTools } from './article-source.js';

/** HTML closes what it opens, or breaks a line; words about a `<tag>` do not. */
const MARKUP =
  /<\/(?:p|div|h[1-6]|ul|ol|li|blockquote|figure|a|em|strong|b|i|span|section|table)\s*>|<br\s*\/?>/i;

/** Reads a text that nobody says the kind of: HTML, or plain text with a blank line between paragraphs. */
export function readText(
  text: string | undefined,
  { parseHtml, base }: ReadTools,
): { readonly body: readonly Block[]; readonly notes: readonly Note[] } {
  if (!text) return { body: [], notes: [] };
  if (MARKUP.test(text)) return readStory(parseHtml(text), { base });
  return { body: paragraphs(text), notes: [] };
}

/** Paragraphs of plain text. Where no line is blank, each is one. */
export function paragraphs(text: string): Block[] {
  const lines = clean(text)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => line.trim());
  const parted = lines.join('\n').trim().includes('\n\n');
  const found: Inline[][] = [[]];
  for (const line of lines) {
    const last = found.at(-1);
    if (!line || !parted) found.push(line ? [line] : []);
    else last?.push(...(last.length ? [{ type: 'break' } as const, line] : [line]));
  }
  return found.filter(({ length }) => length).map((children) => ({ type: 'paragraph', children }));
}

/** A line of text from a field that may hold markup. */
export const line = (text: string | undefined, { parseHtml }: ReadTools): string | undefined =>
  text && MARKUP.test(text) ? textIn(parseHtml(text)) || undefined : text;
