import { textOf } from './text-of.js';
import {
  address,
  listOf,
  object,
  oneOf,
  optional,
  text,
  union,
  words,
  type Reading,
  type Schema,
} from './schema.js';
import { safeUrl } from './url.js';

/** A stretch of text inside a block: plain words, or words with a meaning. */
export type Inline =
  string | Styled | Link | Break | NoteReference | Abbreviation | Moment | Span | MathNode;

/** What a stretch of text is, and the element that says so in HTML. */
export const styles = {
  strong: 'strong',
  emphasis: 'em',
  strikethrough: 's',
  underline: 'u',
  code: 'code',
  keyboard: 'kbd',
  superscript: 'sup',
  subscript: 'sub',
  highlight: 'mark',
  small: 'small',
  quotation: 'q',
  citation: 'cite',
  definition: 'dfn',
  insertion: 'ins',
  deletion: 'del',
} as const;
export type Style = keyof typeof styles;

export interface Styled {
  readonly type: Style;
  readonly children: readonly Inline[];
}
export interface Link {
  readonly type: 'link';
  readonly url: string;
  readonly title?: string | undefined;
  readonly children: readonly Inline[];
}
export interface Break {
  readonly type: 'break';
}
export const noteKinds = ['footnote', 'citation', 'term'] as const;
export type NoteKind = (typeof noteKinds)[number];
/** A mark that leads to one of the article's notes. */
export interface NoteReference {
  readonly type: 'note-reference';
  /** The note's `id`. */
  readonly note: string;
  /** What the mark says, as a rule its number. */
  readonly label?: string | undefined;
  /** What it leads to. Default: a footnote. */
  readonly kind?: NoteKind | undefined;
  /** The words in the text that are explained. With them, it is a term. */
  readonly children?: readonly Inline[] | undefined;
}
export interface Abbreviation {
  readonly type: 'abbreviation';
  readonly title: string;
  readonly children: readonly Inline[];
}
export interface Moment {
  readonly type: 'time';
  /** ISO 8601, or another machine-readable form that HTML knows. */
  readonly datetime: string;
  readonly children: readonly Inline[];
}
/** Words in another language or direction. */
export interface Span {
  readonly type: 'span';
  readonly lang?: string | undefined;
  readonly dir?: Direction | undefined;
  readonly children: readonly Inline[];
}
/** A formula in MathML Core. */
export interface MathNode {
  readonly type: 'math';
  readonly children: readonly MathElement[];
}
export interface MathElement {
  /** A name of MathML Core: `mrow`, `mi`, `mfrac`. */
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly children?: readonly (MathElement | string)[] | undefined;
}

export const directions = ['ltr', 'rtl', 'auto'] as const;
export type Direction = (typeof directions)[number];

export const mathNames: ReadonlySet<string> = new Set(
  (
    'mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom msub msup ' +
    'msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd semantics'
  ).split(' '),
);
export const mathAttributes: ReadonlySet<string> = new Set(
  (
    'displaystyle scriptlevel mathvariant accent accentunder columnspan rowspan fence form ' +
    'largeop linethickness lspace rspace maxsize minsize movablelimits separator stretchy ' +
    'symmetric width height depth voffset'
  ).split(' '),
);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mathElement: Schema<MathElement | string> = {
  read(value, reading) {
    if (typeof value === 'string') return text.read(value, reading);
    const name = isObject(value) && Object.hasOwn(value, 'name') ? value.name : undefined;
    if (!isObject(value) || typeof name !== 'string' || !mathNames.has(name) || reading.tooDeep) {
      return textOf(value) || undefined;
    }
    const given =
      Object.hasOwn(value, 'attributes') && isObject(value.attributes) ? value.attributes : {};
    const attributes = Object.fromEntries(
      Object.entries(given).filter(
        (entry): entry is [string, string] =>
          mathAttributes.has(entry[0]) && typeof entry[1] === 'string' && entry[1].length < 100,
      ),
    );
    const children = Object.hasOwn(value, 'children')
      ? reading.inside('children', () => listOf(() => mathElement).read(value.children, reading))
      : undefined;
    return {
      name,
      ...(Object.keys(attributes).length && { attributes }),
      ...(children?.length && { children }),
    };
  },
  json(defs) {
    defs.MathElement ??= {
      type: 'object',
      properties: {
        name: { enum: [...mathNames] },
        attributes: { type: 'object', additionalProperties: { type: 'string' } },
        children: {
          type: 'array',
          items: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/MathElement' }] },
        },
      },
      required: ['name'],
    };
    return { $ref: '#/$defs/MathElement' };
  },
};

/** The children of a formula. A formula of bare words is put into a row. */
export const mathChildren: Schema<readonly MathElement[]> = {
  read(value, reading) {
    const list = listOf(() => mathElement).read(value, reading) ?? [];
    return list.map((one) => (typeof one === 'string' ? { name: 'mtext', children: [one] } : one));
  },
  json: (defs) => ({ type: 'array', items: mathElement.json(defs) }),
  absent: () => [],
};

const children = listOf<Inline>(() => inline);

const styled = (type: Style): Schema<Styled> =>
  object<Styled>(`Inline-${type}`, { type: oneOf<Style>([type]), children });

const shapes = {
  ...(Object.fromEntries(
    (Object.keys(styles) as Style[]).map((type) => [type, styled(type)]),
  ) as unknown as Record<Style, Schema<never>>),
  link: object<Link>('Link', {
    type: oneOf(['link']),
    url: address(safeUrl),
    title: optional(text),
    children,
  }),
  break: object<Break>('Break', { type: oneOf(['break']) }),
  'note-reference': object<NoteReference>('NoteReference', {
    type: oneOf(['note-reference']),
    note: words,
    label: optional(text),
    kind: optional(oneOf(noteKinds)),
    children: optional(children),
  }),
  abbreviation: object<Abbreviation>('Abbreviation', {
    type: oneOf(['abbreviation']),
    title: text,
    children,
  }),
  time: object<Moment>('Moment', { type: oneOf(['time']), datetime: words, children }),
  span: object<Span>('Span', {
    type: oneOf(['span']),
    lang: optional(words),
    dir: optional(oneOf(directions)),
    children,
  }),
  math: object<MathNode>('MathNode', { type: oneOf(['math']), children: mathChildren }),
};

const described = union<Exclude<Inline, string>>('InlineNode', shapes, keepText);

/** A link that may lead nowhere, or a kind that nobody knows, keeps its words. */
function keepText(value: unknown, reading: Reading): Span | undefined {
  const list = isObject(value) && Object.hasOwn(value, 'children') && Array.isArray(value.children);
  if (list && !reading.tooDeep) {
    const kept = reading.inside('children', () => children.read(value.children, reading)) ?? [];
    return kept.length ? { type: 'span', children: kept } : undefined;
  }
  const kept = textOf(value);
  return kept ? { type: 'span', children: [kept] } : undefined;
}

export const inline: Schema<Inline> = {
  read: (value, reading) =>
    typeof value === 'string' || typeof value === 'number'
      ? text.read(value, reading)
      : isObject(value)
        ? described.read(value, reading)
        : undefined,
  json: (defs) => ({ anyOf: [{ type: 'string' }, described.json(defs)] }),
};

/** Text with meaning, from a plain text or a list. */
export const inlines: Schema<readonly Inline[]> = children;
