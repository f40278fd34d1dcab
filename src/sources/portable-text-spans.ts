import type { Note } from '../content/article.js';
import type { Block } from '../content/block.js';
import type { Inline, Style } from '../content/inline.js';
import { textOf } from '../content/text-of.js';
import { trimInlines } from '../content/read-inline.js';
import { resolveUrl } from '../content/url.js';
import { listAt, own, textAt, type ReadTools } from './article-source.js';

/** Whether a value is a list of blocks and objects, each with its `_type`. */
export const isPortableText = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof own(one, '_type') === 'string') &&
  value.some((one) => Array.isArray(own(one, 'children')));

/** The notes that the marks of a text lead to, numbered in the order of reading. */
export class Notes {
  readonly list: Note[] = [];
  add(children: readonly Block[]): { readonly id: string; readonly label: string } {
    const id = String(this.list.length + 1);
    this.list.push({ id, children });
    return { id, label: id };
  }
}

export interface Context extends ReadTools {
  readonly notes: Notes;
  readonly level: number;
}

const styles: Readonly<Record<string, Style>> = {
  strong: 'strong',
  bold: 'strong',
  em: 'emphasis',
  italic: 'emphasis',
  code: 'code',
  underline: 'underline',
  'strike-through': 'strikethrough',
  strike: 'strikethrough',
  sup: 'superscript',
  superscript: 'superscript',
  sub: 'subscript',
  subscript: 'subscript',
  highlight: 'highlight',
  mark: 'highlight',
  small: 'small',
  kbd: 'keyboard',
};

/** Deepest that notes may stand in notes and objects in objects. */
const MAX_DEPTH = 24;
/** Most marks that one span may bear. */
const MAX_MARKS = 20;

interface Part {
  readonly inlines: readonly Inline[];
  readonly marks: readonly string[];
}

/** The line of a block: its spans under their marks, so that a link around bold text stays one link. */
export function spansOf(block: unknown, context: Context): Inline[] {
  const parts = listAt(block, 'children').map((child): Part => {
    const type = own(child, '_type');
    const text = own(child, 'text');
    if (type !== 'span' && typeof text !== 'string') return { inlines: said(child), marks: [] };
    const marks = listAt(child, 'marks').filter((mark) => typeof mark === 'string');
    return {
      inlines: typeof text === 'string' ? linesOf(text) : said(child),
      marks: [...new Set(marks)].slice(0, MAX_MARKS),
    };
  });
  const definitions = listAt(block, 'markDefs');
  const definition = (key: string) => definitions.find((one) => own(one, '_key') === key);
  return trimInlines(nest(parts, [], (key) => definition(key), context));
}

const said = (child: unknown): Inline[] => {
  const text = textAt(child, 'alt') ?? textOf(child);
  return text ? [text] : [];
};

/** The lines of a text, a break between them. */
const linesOf = (text: string): Inline[] =>
  text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line ? [line] : []),
    ]);

/** Puts the mark that reaches furthest around its run of spans, and so on inside. */
function nest(
  parts: readonly Part[],
  done: readonly string[],
  definition: (key: string) => unknown,
  context: Context,
): Inline[] {
  const found: Inline[] = [];
  for (let index = 0; index < parts.length;) {
    const part = parts[index];
    const open = part?.marks.filter((mark) => !done.includes(mark)) ?? [];
    let [mark, length] = ['', 0];
    for (const one of open) {
      const end = parts.findIndex((other, at) => at > index && !other.marks.includes(one));
      const reach = (end < 0 ? parts.length : end) - index;
      if (reach > length) [mark, length] = [one, reach];
    }
    if (length === 0) {
      found.push(...(part?.inlines ?? []));
      index++;
    } else {
      const run = parts.slice(index, index + length);
      const children = nest(run, [...done, mark], definition, context);
      found.push(...marked(mark, children, definition(mark), context));
      index += length;
    }
  }
  return found;
}

/** Text under a mark: a style, a link, a note, or one that nobody knows, which leaves the text alone. */
function marked(
  mark: string,
  children: readonly Inline[],
  definition: unknown,
  context: Context,
): readonly Inline[] {
  if (definition === undefined) {
    const style = Object.hasOwn(styles, mark) ? styles[mark] : undefined;
    return style && children.length ? [{ type: style, children }] : children;
  }
  const url = resolveUrl(addressIn(definition), context.base);
  if (url) {
    const title = textAt(definition, 'title');
    return children.length ? [{ type: 'link', url, ...(title && { title }), children }] : children;
  }
  const note = noteIn(definition, context);
  if (!note.length) return children;
  const { id, label } = context.notes.add(note);
  return [...children, { type: 'note-reference', note: id, label }];
}

/** Where a link leads; one inside the site names a document, of which the slug is known if it was asked for. */
function addressIn(definition: unknown): string | undefined {
  const address = textAt(definition, 'href') ?? textAt(definition, 'url');
  if (address) return address;
  const slug =
    textAt(definition, 'slug', 'current') ??
    textAt(definition, 'reference', 'slug', 'current') ??
    textAt(definition, 'reference', 'slug') ??
    textAt(definition, 'slug');
  return slug && `/${slug.replace(/^\/+/, '')}`;
}

/** What an annotation says: a footnote, a word explained. */
function noteIn(definition: unknown, context: Context): Block[] {
  const keys = 'text content body note footnote definition description children citation'.split(
    ' ',
  );
  return keys.flatMap((key): Block[] => {
    const value = own(definition, key);
    return paragraphsOf(key === 'children' && value ? [definition] : value, context);
  });
}

/** The paragraphs of a value that is a text or Portable Text, of which only the lines are taken. */
function paragraphsOf(value: unknown, context: Context): Block[] {
  if (context.level > MAX_DEPTH) return [];
  const deeper = { ...context, level: context.level + 1 };
  const lines = Array.isArray(value)
    ? (value as unknown[]).map((block) =>
        Array.isArray(own(block, 'children')) ? spansOf(block, deeper) : said(block),
      )
    : [typeof value === 'string' && value.trim() ? [value.trim()] : []];
  return lines
    .filter((children) => children.length)
    .map((children) => ({ type: 'paragraph', children }));
}

/** A text or Portable Text as one line. */
export function lineOf(value: unknown, tools: ReadTools & Partial<Context>): Inline[] {
  const context = { ...tools, notes: tools.notes ?? new Notes(), level: tools.level ?? 0 };
  return paragraphsOf(value, context).flatMap((block, index): readonly Inline[] =>
    block.type === 'paragraph' ? [...(index > 0 ? [' '] : []), ...block.children] : [],
  );
}
