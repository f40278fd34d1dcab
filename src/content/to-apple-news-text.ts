import { articleOf } from './article.js';
import type { Block, ListItem } from './block.js';
import { attributes, html, type Html, type Part } from './html.js';
import type { Inline, Style } from './inline.js';
import type { Output } from './output.js';
import { mathText } from './plain.js';
import { toText } from './to-text.js';

/** What a text for Apple News needs of its surroundings. */
export interface TextContext {
  readonly output: Output;
  /** The components that links within the story lead to, by the ids of headings. */
  readonly places: ReadonlyMap<string, string>;
  /** The same, by the ids of notes. */
  readonly notes: ReadonlyMap<string, string>;
}

/** The few elements that Apple News knows; a style that has none is text alone. */
const elements: Partial<Readonly<Record<Style, string>>> = {
  strong: 'strong',
  emphasis: 'em',
  strikethrough: 's',
  code: 'code',
  keyboard: 'code',
  superscript: 'sup',
  subscript: 'sub',
  citation: 'em',
  definition: 'em',
  deletion: 's',
};

/** Text with meaning, in the HTML that Apple News knows. */
export const newsInlines = (inlines: readonly Inline[] | undefined, context: TextContext): Html =>
  html`${(inlines ?? []).map((one) => newsInline(one, context))}`;

function newsInline(node: Inline, context: TextContext): Part {
  if (typeof node === 'string') return node;
  switch (node.type) {
    case 'break':
      return html`<br>`;
    case 'note-reference': {
      const place = context.notes.get(node.note);
      const isTerm = node.children?.length;
      const words = isTerm ? newsInlines(node.children, context) : node.label || node.note;
      const mark = place ? html`<a href="#${place}">${words}</a>` : words;
      return isTerm ? mark : html`<sup>${mark}</sup>`;
    }
    case 'math':
      return mathText(node.children);
    case 'link': {
      const place = context.places.get(node.url.slice(1));
      const href = node.url.startsWith('#') ? place && `#${place}` : context.output.link(node.url);
      const inner = newsInlines(node.children, context);
      return href ? html`<a${attributes({ href })}>${inner}</a>` : inner;
    }
    case 'quotation':
      return html`“${newsInlines(node.children, context)}”`;
    case 'abbreviation':
    case 'time':
    case 'span':
      return newsInlines(node.children, context);
    default: {
      const name = elements[node.type];
      const inner = newsInlines(node.children, context);
      return name ? html`<${name}>${inner}</${name}>` : inner;
    }
  }
}

/** Whether a block can stand in a text among others. */
export const isText = ({ type }: Block): boolean => texts.has(type);
const texts: ReadonlySet<Block['type']> = new Set<Block['type']>([
  ...(['paragraph', 'list', 'math-block', 'definition-list'] as const),
]);

/** Blocks as one text; what has no element there is its words. */
export const newsText = (blocks: readonly Block[], context: TextContext): Html =>
  html`${blocks.map((block) => newsBlock(block, context))}`;

function newsBlock(block: Block, context: TextContext): Part {
  switch (block.type) {
    case 'paragraph':
      return paragraph(newsInlines(block.children, context));
    case 'heading':
      return strong(block.children, context);
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul';
      return html`<${name}>${block.items.map(
        (item) => html`<li>${itemOf(item, context)}</li>`,
      )}</${name}>`;
    }
    case 'blockquote':
    case 'pullquote':
      return html`<blockquote>${newsText(block.children, context)}${said(block, context)}</blockquote>`;
    case 'code':
      return html`<pre>${block.text}</pre>${paragraph(newsInlines(block.caption, context))}`;
    case 'definition-list':
      return block.items.map(({ terms, descriptions }) => [
        terms.map(({ children }) => strong(children, context)),
        descriptions.map(({ children }) => newsText(children, context)),
      ]);
    case 'group':
    case 'unknown':
      return newsText(block.children, context);
    case 'math-block':
    case 'image':
    case 'gallery':
    case 'comparison':
    case 'video':
    case 'audio':
    case 'embed':
    case 'table':
    case 'thematic-break':
    case 'factbox':
    case 'big-number':
    case 'timeline':
    case 'details':
    case 'figure':
    case 'notice':
    case 'live-update':
    case 'related':
      return toText(articleOf({ body: [block] }), context.output)
        .split(/\n{2,}/)
        .map((text) => paragraph(html`${text}`));
  }
}

/** An empty paragraph is none. */
export const paragraph = (inner: Html): Html | false =>
  String(inner).trim() !== '' && html`<p>${inner}</p>`;

export const strong = (inlines: readonly Inline[], context: TextContext): Html | false => {
  const inner = newsInlines(inlines, context);
  return String(inner).trim() !== '' && html`<p><strong>${inner}</strong></p>`;
};

/** Who said it, and where. */
export function said(
  block: Extract<Block, { type: 'blockquote' | 'pullquote' }>,
  context: TextContext,
): Part {
  const url = block.type === 'blockquote' ? context.output.link(block.url) : undefined;
  const words: readonly Inline[] = block.source?.length ? block.source : url ? [url] : [];
  if (!words.length) return false;
  const line: readonly Inline[] = url ? [{ type: 'link', url, children: words }] : words;
  return html`<p>— ${newsInlines(line, context)}</p>`;
}

function itemOf({ children }: ListItem, context: TextContext): Html {
  const [first, ...rest] = children;
  return first?.type === 'paragraph'
    ? html`${newsInlines(first.children, context)}${newsText(rest, context)}`
    : newsText(children, context);
}

/** A part of a story in Apple News Format. */
export type Component = {
  readonly role: string;
  readonly components?: readonly Component[];
} & Readonly<Record<string, unknown>>;

/** A text in HTML; none where there is nothing to say. */
export const textOf = (role: string, text: Part, more: object = {}): Component[] => {
  const written = String(html`${text}`).trim();
  return written ? [{ role, text: written, format: 'html', ...more }] : [];
};

export const heading = (
  level: number,
  inlines: readonly Inline[],
  context: TextContext,
  more: object = {},
): Component[] => textOf(`heading${level}`, newsInlines(inlines, context), more);

export type Words = readonly Inline[] | string | undefined;

/** Several things that are said of a picture, in one line under it. */
export function line(words: readonly Words[], context: TextContext): Html {
  const parts = words
    .map((one) => newsInlines(typeof one === 'string' ? [one] : one, context))
    .filter((one) => String(one).trim());
  return html`${parts.map((part, index) => [index > 0 && ' · ', part])}`;
}

export const caption = (words: readonly Words[], context: TextContext): Component[] =>
  textOf('caption', line(words, context));
