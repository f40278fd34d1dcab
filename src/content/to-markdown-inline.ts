import { escape } from './html.js';
import { styles, type Inline, type Style } from './inline.js';
import type { Output } from './output.js';
import { inlineText, mathText } from './plain.js';

/** What a line of Markdown needs of its surroundings. */
export interface LineContext {
  readonly output: Output;
  /** The labels of the notes that there are, by their ids. */
  readonly notes: ReadonlyMap<string, string>;
  /** In a cell of a table, a heading or a link's text, where no line may end. */
  readonly oneLine?: boolean | undefined;
  /** Links cannot stand in links. */
  readonly inLink?: boolean | undefined;
}

/** `&` where what follows would make a reference of it. */
const ampersands = (text: string): string => text.replace(/&(?=#?\w+;)/g, '&amp;');
const flat = (text: string): string =>
  text.replace(/\s+/g, (space) => (/[\n\r\u2028\u2029]/.test(space) ? ' ' : space));

/** Text that stays what it is: every sign that Markdown would take for its own is escaped. */
export const escapeMarkdown = (text: string): string =>
  ampersands(flat(text))
    .replace(/[\\`*_{}[\]<>|~$]/g, '\\$&')
    // What looks like an address would become a link, its escapes a part of it.
    .replace(/(https?|ftp)(?=:\/\/)/gi, '$1\\')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/@/g, '\\@')
    .replace(/!$/, '\\!');

/** The same inside of brackets, where not every parser minds escaped ones. */
export const escapeLabel = (text: string): string =>
  escapeMarkdown(text).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');

/** Signs that mean something at the beginning of a line. */
export const escapeLineStarts = (text: string): string =>
  text
    .replace(/^[ \t]+/gm, '')
    .replace(/^[-+#=]/gm, '\\$&')
    .replace(/^(\d{1,9})([.)])/gm, '$1\\$2');

/** A link's address, with the signs encoded that would end it. */
export const destination = (url: string): string =>
  ampersands(url).replace(/[\s<>()\\|"`*[\]]/g, (sign) =>
    '()*'.includes(sign)
      ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(sign),
  );

/** The text that hovers over a link. */
const hover = (text: string): string =>
  ampersands(flat(text))
    .replace(/[\\"|]/g, '\\$&')
    .replace(/</g, '&lt;');

/** Writes text with meaning as Markdown; what Markdown has no sign for, as the HTML that it allows. */
export function inlineMarkdown(
  inlines: readonly Inline[] | undefined,
  context: LineContext,
): string {
  let text = '';
  const nodes = (inlines ?? []).filter((node) => node !== '');
  nodes.forEach((node, index) => {
    const next = nodes[index + 1];
    text += one(node, context, {
      before: text.slice(-1),
      after: typeof next === 'string' ? next.slice(0, 1) : next === undefined ? '' : '*',
    });
  });
  return text;
}

/** The signs on both sides of a node; a mark of Markdown works only beside some. */
interface Sides {
  readonly before: string;
  readonly after: string;
}

function one(node: Inline, context: LineContext, sides: Sides): string {
  if (typeof node === 'string') return (context.inLink ? escapeLabel : escapeMarkdown)(node);
  switch (node.type) {
    case 'break':
      return context.oneLine ? '<br>' : '\\\n';
    case 'note-reference':
      return noteMark(node, context);
    case 'math':
      return escapeMarkdown(mathText(node.children));
    case 'code':
      return codeSpan(inlineText(node.children), context, sides);
    case 'link': {
      const url = context.output.link(node.url) ?? (/^#./.test(node.url) ? node.url : undefined);
      if (!url || context.inLink) return inlineMarkdown(node.children, context);
      const inner = inlineMarkdown(node.children, { ...context, inLink: true });
      const title = node.title ? ` "${hover(node.title)}"` : '';
      return `[${inner}](${destination(url)}${title})`;
    }
    case 'abbreviation':
      return element('abbr', { title: node.title }, inlineMarkdown(node.children, context));
    case 'time':
      return element('time', { datetime: node.datetime }, inlineMarkdown(node.children, context));
    case 'span': {
      const { lang, dir, children } = node;
      const inner = inlineMarkdown(children, context);
      return lang || dir ? element('span', { lang, dir }, inner) : inner;
    }
    default:
      return styled(node.type, inlineMarkdown(node.children, context), sides);
  }
}

const marks: Partial<Readonly<Record<Style, string>>> = {
  strong: '**',
  emphasis: '*',
  strikethrough: '~~',
};

/** Bold text, in lines that are bold as a whole. */
export const bold = (text: string): string =>
  text.trim() && styled('strong', text.trim(), { before: '', after: '' });

/** A mark of Markdown where every parser takes it for one, else the element. */
function styled(type: Style, inner: string, { before, after }: Sides): string {
  const mark = marks[type];
  const isAlone = /^\s?$/.test(before) && /^\s?$/.test(after);
  const isClear =
    mark !== undefined &&
    (isAlone
      ? /^[^\s*~](?:[^*~]*[^\s*~])?$/.test(inner)
      : /^[\p{L}\p{N}](?:[^*~]*[\p{L}\p{N}])?$/u.test(inner) &&
        !/[\p{L}\p{N}*~_\\]/u.test(before + after));
  if (isClear) return mark + inner + mark;
  return inner && element(styles[type], {}, inner);
}

function element(
  name: string,
  values: Readonly<Record<string, string | undefined>>,
  inner: string,
): string {
  const own = Object.entries(values)
    .filter(([, value]) => value)
    .map(([key, value]) => ` ${key}="${escape(flat(value ?? '')).replaceAll('|', '&#124;')}"`);
  return `<${name}${own.join('')}>${inner}</${name}>`;
}

/** Code between more backticks than it holds. */
function codeSpan(text: string, { oneLine }: LineContext, { before }: Sides): string {
  const code = flat(text);
  if (!code.trim()) return code;
  // Two rows of backticks side by side would be one.
  if (before === '`') return element('code', {}, escapeMarkdown(code));
  const ticks = '`'.repeat(longestRun(code) + 1);
  const space = /^[ `]|[ `]$/.test(code) ? ' ' : '';
  // Even in code, a bar would end the cell of a table.
  return `${ticks}${space}${oneLine ? code.replaceAll('|', '\\|') : code}${space}${ticks}`;
}

/** The longest row of backticks in a text. */
export const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));

/** A mark that leads to a note. What it says stays where it is more than a number or a star. */
function noteMark(
  { note, label, children }: Extract<Inline, { type: 'note-reference' }>,
  context: LineContext,
): string {
  const target = context.notes.get(note);
  if (children?.length) return inlineMarkdown(children, context) + (target ? `[^${target}]` : '');
  if (!target) return escapeMarkdown(`[${label || note}]`);
  const said =
    label && label !== note && !/^[\d\s*†‡§()[\]]+$/.test(label) ? escapeMarkdown(label) : '';
  return `${said}[^${target}]`;
}
