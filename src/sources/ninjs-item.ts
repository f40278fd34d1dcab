import type { Block } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { textIn } from '../content/nodes.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import { listAt, own, textAt, type ReadTools } from './article-source.js';

/** A text of a news item with what it is for and how it is written. */
export interface Said {
  readonly role: string;
  readonly type: string;
  readonly value: string;
}

/** A field as 3.x spells it (`versionCreated`), or as 1.x and 2.x do (`versioncreated`). */
export const field = (item: unknown, name: string): string | undefined =>
  textAt(item, name) ?? textAt(item, name.toLowerCase());

/** Texts of one kind: a list in 2.x and 3.x, keys such as `body_text` in 1.x, the plain key first. */
export function saidIn(item: unknown, list: string, key: string): Said[] {
  const listed = listAt(item, list).flatMap((one) => {
    const value = textAt(one, 'value') ?? (typeof one === 'string' ? one.trim() : '');
    const type = field(one, 'contentType') ?? '';
    return value ? [{ role: textAt(one, 'role') ?? '', type, value }] : [];
  });
  if (listed.length || typeof item !== 'object' || item === null) return listed;
  return Object.keys(item)
    .filter((name) => name === key || name.startsWith(`${key}_`))
    .sort((a, b) => Number(b === key) - Number(a === key))
    .flatMap((name) => {
      const value = own(item, name);
      return typeof value === 'string' && value.trim()
        ? [{ role: name.slice(key.length + 1), type: '', value: value.trim() }]
        : [];
    });
}

const markup =
  /<\/?(?:p|br|div|h[1-6]|ul|ol|li|figure|img|blockquote|table|section|article|strong|em|span|a|b|i)\b[^<>]*>/i;

/** Whether a text is HTML, as it says itself, or as it looks where it says nothing. */
export function isHtml({ role, type, value }: Said): boolean {
  if (/plain/i.test(type)) return false;
  if (/html/i.test(type) || (!type && /html|richtext/i.test(role))) return true;
  return !type && !/xml|nitf/i.test(role) && markup.test(value);
}

/** The text to take of several: HTML before plain text, the main one before others. */
export const said = (texts: readonly Said[]): Said | undefined => {
  const html = texts.filter(isHtml);
  const list = html.length ? html : texts;
  return list.find(({ role }) => /^(?:main|text)?$/i.test(role)) ?? list[0];
};

/** A text as a line. */
export const inlinesOf = (one: Said, { parseHtml, base }: ReadTools): Inline[] =>
  isHtml(one) ? trimInlines(readInlines(parseHtml(one.value), { base })) : [one.value];

/** A text without its markup. */
export const plainOf = (one: Said, { parseHtml }: ReadTools): string =>
  isHtml(one) ? textIn(parseHtml(one.value)) : one.value;

/** Paragraphs of plain text: parted by empty lines, or else by every line's end. */
export function paragraphsOf(text: string): Block[] {
  const parts = /\n\s*\n/.test(text) ? text.split(/\n\s*\n/) : text.split(/\n/);
  return parts
    .map((part) => part.split('\n').map((line) => line.trim()))
    .filter((lines) => lines.some(Boolean))
    .map((lines) => ({ type: 'paragraph', children: joined(lines.filter(Boolean)) }));
}

/** Lines of the wire's own width were wrapped by a machine; short ones were meant. */
function joined(lines: readonly string[]): Inline[] {
  if (lines.slice(0, -1).every((line) => line.length > 40)) return [lines.join(' ')];
  return lines.flatMap((line, index): Inline[] => (index > 0 ? [{ type: 'break' }, line] : [line]));
}

export interface Rendition {
  readonly href: string;
  readonly kind: 'image' | 'video' | 'audio' | 'page' | undefined;
  readonly mime: string | undefined;
  readonly name: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** What kind of thing an item is. */
export function mediaOf(item: unknown): 'image' | 'video' | 'audio' | 'text' {
  const type = textAt(item, 'type');
  if (type === 'picture' || type === 'graphic') return 'image';
  return type === 'video' || type === 'audio' ? type : 'text';
}
