import type { Block } from './block.js';
import type { Html } from './html.js';
import { attributes, html, type Part } from './html.js';
import {
  mathAttributes,
  mathNames,
  styles,
  type Inline,
  type MathElement,
  type NoteReference,
} from './inline.js';
import { safeUrl } from './url.js';

/** What the writer needs of its surroundings. */
export interface WriteOptions {
  /** The words that are ours and not the story's. */
  readonly say: (key: WriterWord, values?: Readonly<Record<string, string>>) => string;
  /** Writes a moment for a reader; an empty text for one that cannot be read. */
  readonly formatDate: (iso: string) => string;
  /** A valid locale: decides how names are joined. */
  readonly locale: string;
  /** Of the tags, as in `defineAll({ prefix })`. */
  readonly prefix?: string | undefined;
  /** Keeps ids of several articles in a page apart. */
  readonly id?: string | undefined;
  /** The `rel` of links, for a text whose links the page does not vouch for. */
  readonly rel?: string | undefined;
  /** Writes a list of contents over the text, and ids into its headings. */
  readonly contents?: boolean | undefined;
  /** How many minutes the story takes to read, to be written after its date. */
  readonly readingTime?: number | undefined;
  /** How often each note is led to so far: every mark has an id of its own. */
  readonly marks?: Map<string, number> | undefined;
  /** The letters of the story: a pull quote made of them is not read out twice. */
  readonly letters?: (() => string) | undefined;
  /** Writes `div` instead of tags of ours, for places that know none: feeds, other programs. */
  readonly plain?: boolean | undefined;
}
/** Writes the blocks inside a block. Handed in, so that no two writers import each other. */
export type Inside = (children: readonly Block[]) => Html;
export type WriterWord =
  | 'by'
  | 'updated'
  | 'openOn'
  | 'transcript'
  | 'notes'
  | 'backToText'
  | 'related'
  | 'pinned'
  | 'keyMoment'
  | 'keyMoments'
  | 'contents'
  | 'readingTime'
  | 'correction'
  | 'clarification'
  | 'update'
  | 'sponsored'
  | 'ai'
  | 'cut';

/** An element of ours under the prefix that is asked for; the class lets the stylesheet know it then. */
export function tag(
  name: string,
  options: WriteOptions,
  values: Parameters<typeof attributes>[0],
  inner: Part,
): Html {
  const { prefix = '', plain } = options;
  if (plain) return html`<div>${inner}</div>`;
  const own = attributes(prefix ? { class: name, ...values } : values);
  return html`<${prefix}${name}${own}>${inner}</${prefix}${name}>`;
}

/** What ids inside a story begin with, so that none can take the place of a name in the page. */
export const ID_PREFIX = 'user-content';

/** An id inside the article, under the article's own name where there are several. */
export const idIn = ({ id }: Pick<WriteOptions, 'id'>, name: string): string =>
  `${id ?? ID_PREFIX}-${name}`;

/** Writes text with meaning. */
export const renderInlines = (
  inlines: readonly Inline[] | undefined,
  options: WriteOptions,
): Html => html`${(inlines ?? []).map((one) => renderInline(one, options))}`;

function renderInline(node: Inline, options: WriteOptions): Html | string {
  if (typeof node === 'string') return node;
  if (node.type === 'break') return html`<br>`;
  if (node.type === 'note-reference') return renderMark(node, options);
  if (node.type === 'math') return renderMath(node.children);
  const inner = renderInlines(node.children, options);
  switch (node.type) {
    case 'link': {
      const safe = safeUrl(node.url);
      const href = safe && /^#./.test(safe) ? `#${idIn(options, safe.slice(1))}` : safe;
      return href
        ? html`<a${attributes({ href, title: node.title, rel: options.rel })}>${inner}</a>`
        : inner;
    }
    case 'abbreviation':
      return html`<abbr title="${node.title}">${inner}</abbr>`;
    case 'time':
      return html`<time datetime="${node.datetime}">${inner}</time>`;
    case 'span':
      return node.lang || node.dir
        ? html`<span${attributes({ lang: node.lang, dir: node.dir })}>${inner}</span>`
        : inner;
    default: {
      const name = styles[node.type];
      return html`<${name}>${inner}</${name}>`;
    }
  }
}

/** The id of a mark that leads to a note, the first or a further one. */
export const markId = (options: WriteOptions, note: string, time: number): string =>
  idIn(options, `ref${time > 1 ? time : ''}-${note}`);

/** A mark that leads to a note; of a term, the very words. */
function renderMark({ note, label, kind, children }: NoteReference, options: WriteOptions): Html {
  const time = (options.marks?.get(note) ?? 0) + 1;
  options.marks?.set(note, time);
  const isTerm = !!children?.length;
  const own = attributes({
    id: markId(options, note, time),
    href: `#${idIn(options, `note-${note}`)}`,
    role: isTerm ? 'doc-glossref' : 'doc-noteref',
  });
  const link = html`<a${own}>${isTerm ? renderInlines(children, options) : label || note}</a>`;
  // Where no stylesheet of ours is, a mark is small all the same.
  const mark = isTerm ? link : html`<sup>${link}</sup>`;
  return options.plain
    ? mark
    : tag('article-note', options, { kind: isTerm ? 'term' : kind !== 'term' && kind }, mark);
}

/** Writes a formula. Names and attributes are checked again: a model may be made by hand. */
export const renderMath = (children: readonly MathElement[], display?: 'block'): Html =>
  html`<math${attributes({ display })}>${children.map(renderMathElement)}</math>`;

function renderMathElement(node: MathElement | string): Html | string {
  if (typeof node === 'string') return node;
  const inner = (node.children ?? []).map(renderMathElement);
  if (!mathNames.has(node.name)) return html`<mrow>${inner}</mrow>`;
  const own = Object.entries(node.attributes ?? {}).filter(([name]) => mathAttributes.has(name));
  return html`<${node.name}${attributes(Object.fromEntries(own))}>${inner}</${node.name}>`;
}
