import { factboxKinds } from './factbox-kinds.js';
import type { Picture } from './figure.js';
import { noticeKinds } from './notice-kinds.js';
import { inlines, mathChildren, type Inline, type MathElement } from './inline.js';
import type { Person } from './person.js';
import { textOf } from './text-of.js';
import {
  address,
  clean,
  flag,
  listOf,
  number,
  object,
  oneOf,
  optional,
  text,
  union,
  words,
  type Reading,
  type Schema,
} from './schema.js';
import { person, picture } from './shapes.js';
import { tableLayouts, tableRows } from './table.js';
import { safePictureUrl, safeUrl } from './url.js';

/** What a story is made of, in the order it is read. Names follow the FT's content-tree and schema.org. */
export type Block =
  | Paragraph
  | Heading
  | List
  | Blockquote
  | Pullquote
  | Image
  | Gallery
  | Comparison
  | Video
  | Audio
  | Embed
  | Table
  | Code
  | MathBlock
  | ThematicBreak
  | Factbox
  | BigNumber
  | Timeline
  | Details
  | DefinitionList
  | Figure
  | Group
  | Notice
  | LiveUpdate
  | Related
  | Unknown;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}
export interface Heading {
  readonly type: 'heading';
  /** 2 to 6: the headline is the only one of level 1. */
  readonly level: number;
  readonly id?: string | undefined;
  readonly children: readonly Inline[];
}
export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list, if not 1. */
  readonly start?: number | undefined;
  readonly items: readonly ListItem[];
}
export interface ListItem {
  readonly children: readonly Block[];
}
/** Somebody's words, with who said them. */
export interface Blockquote {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
  readonly source?: readonly Inline[] | undefined;
  /** Where the words were said. */
  readonly url?: string | undefined;
}
/** Words of the story itself, set large beside it. */
export interface Pullquote {
  readonly type: 'pullquote';
  readonly children: readonly Block[];
  readonly source?: readonly Inline[] | undefined;
}
export interface Image extends Omit<Picture, 'caption' | 'sizes' | 'loading' | 'fetchpriority'> {
  readonly type: 'image';
  readonly caption?: readonly Inline[] | undefined;
  readonly placement?: 'inline' | 'wide' | 'full' | 'float' | undefined;
  /** Where a click on the picture leads. */
  readonly url?: string | undefined;
}
export interface Gallery {
  readonly type: 'gallery';
  readonly layout?: 'grid' | 'carousel' | 'strip' | undefined;
  readonly images: readonly Image[];
  readonly caption?: readonly Inline[] | undefined;
}
/** Two pictures of one place, before and after. */
export interface Comparison {
  readonly type: 'comparison';
  readonly before: Image;
  readonly after: Image;
  readonly caption?: readonly Inline[] | undefined;
}
export interface MediaFile {
  readonly src: string;
  /** Its media type, such as `video/mp4`. */
  readonly mime?: string | undefined;
}
export interface Track {
  readonly src: string;
  readonly kind: 'captions' | 'subtitles' | 'descriptions' | 'chapters';
  readonly lang?: string | undefined;
  readonly label?: string | undefined;
}
interface Media {
  readonly files: readonly MediaFile[];
  readonly tracks: readonly Track[];
  readonly title?: string | undefined;
  readonly caption?: readonly Inline[] | undefined;
  readonly credit?: string | undefined;
  readonly transcript?: readonly Block[] | undefined;
}
export interface Video extends Media {
  readonly type: 'video';
  readonly poster?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}
export interface Audio extends Media {
  readonly type: 'audio';
}
/** Something of another site: nothing of it loads before the reader agrees. */
export interface Embed {
  readonly type: 'embed';
  /** A known provider (`youtube`), else the host. */
  readonly provider: string;
  /** The page that a reader may open instead. */
  readonly url: string;
  readonly title?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** What it says, for as long as it is not loaded. */
  readonly children: readonly Block[];
  readonly caption?: readonly Inline[] | undefined;
}
export interface Cell {
  readonly children: readonly Inline[];
  /** Whether it heads its column or row. */
  readonly header?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}
export interface Row {
  readonly cells: readonly Cell[];
}
export interface Table {
  readonly type: 'table';
  readonly caption?: readonly Inline[] | undefined;
  /** What happens where it is too wide. Default: it scrolls. */
  readonly layout?: (typeof tableLayouts)[number] | undefined;
  /** Readers can sort it by its columns. */
  readonly sortable?: boolean | undefined;
  /** So many rows are shown at first. Default: all. */
  readonly rows?: (typeof tableRows)[number] | undefined;
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  readonly foot: readonly Row[];
}
export interface Code {
  readonly type: 'code';
  readonly text: string;
  readonly language?: string | undefined;
  readonly caption?: readonly Inline[] | undefined;
}
export interface MathBlock {
  readonly type: 'math-block';
  readonly children: readonly MathElement[];
}
export const breakLooks = ['stars', 'space'] as const;
export interface ThematicBreak {
  readonly type: 'thematic-break';
  /** Three stars, or an empty line alone. Default: a line. */
  readonly look?: (typeof breakLooks)[number] | undefined;
}
export interface Factbox {
  readonly type: 'factbox';
  readonly kind?: (typeof factboxKinds)[number] | undefined;
  readonly title?: readonly Inline[] | undefined;
  readonly children: readonly Block[];
}
export interface BigNumber {
  readonly type: 'big-number';
  /** As it is set: `75 %`. */
  readonly number: string;
  readonly children: readonly Inline[];
}
export interface Timeline {
  readonly type: 'timeline';
  readonly title?: readonly Inline[] | undefined;
  readonly events: readonly TimelineEvent[];
}
export interface TimelineEvent {
  /** ISO 8601, where it is known. */
  readonly datetime?: string | undefined;
  /** As it is written: "Spring 1949". */
  readonly date?: string | undefined;
  readonly title?: readonly Inline[] | undefined;
  readonly children: readonly Block[];
}
/** Text behind a line that opens it. */
export interface Details {
  readonly type: 'details';
  readonly summary: readonly Inline[];
  readonly children: readonly Block[];
}
export interface DefinitionList {
  readonly type: 'definition-list';
  readonly items: readonly Definition[];
}
export interface Definition {
  readonly terms: readonly Term[];
  readonly descriptions: readonly ListItem[];
}
export interface Term {
  readonly children: readonly Inline[];
}
/** Anything with a caption. */
export interface Figure {
  readonly type: 'figure';
  readonly children: readonly Block[];
  readonly caption?: readonly Inline[] | undefined;
}
/** Blocks that belong together; nothing more is said of them. */
export interface Group {
  readonly type: 'group';
  readonly children: readonly Block[];
}
/** What the newsroom has to say of its own story. */
export interface Notice {
  readonly type: 'notice';
  readonly kind: (typeof noticeKinds)[number];
  /** When it was added, ISO 8601. */
  readonly datetime?: string | undefined;
  readonly children: readonly Block[];
}
export interface LiveUpdate {
  readonly type: 'live-update';
  readonly id?: string | undefined;
  readonly headline?: readonly Inline[] | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly Person[];
  /** The byline as the newsroom wrote it, where it says more than the names. */
  readonly byline?: string | undefined;
  /** One of the moments that the live blog lists. */
  readonly key?: boolean | undefined;
  readonly pinned?: boolean | undefined;
  readonly children: readonly Block[];
}
/** Another story, as a line to click on. */
export interface Card {
  readonly headline: string;
  readonly url?: string | undefined;
  readonly kicker?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly image?: Image | undefined;
}
export interface Related {
  readonly type: 'related';
  readonly title?: readonly Inline[] | undefined;
  readonly items: readonly Card[];
}
/** A kind that this library does not know: its words stay. */
export interface Unknown {
  readonly type: 'unknown';
  /** What the source called it. */
  readonly kind: string;
  readonly children: readonly Block[];
}

const children = listOf<Block>(() => block);
const type = <T extends string>(name: T): Schema<T> => oneOf([name]);
const caption = optional(inlines);
const link = address(safeUrl);
const media = address(safePictureUrl);

const image = object<Image>('Image', {
  type: type('image'),
  ...picture,
  caption,
  placement: optional(oneOf(['inline', 'wide', 'full', 'float'])),
  url: optional(link),
});
const item = object<ListItem>('ListItem', { children });
const row = object<Row>('Row', {
  cells: listOf(() =>
    object<Cell>('Cell', {
      children: inlines,
      header: optional(flag),
      columns: optional(number),
      rows: optional(number),
    }),
  ),
});
const rows = listOf(() => row);
const mediaShape = {
  files: listOf(() => object<MediaFile>('MediaFile', { src: link, mime: optional(text) })),
  tracks: listOf(() =>
    object<Track>('Track', {
      src: link,
      kind: {
        ...oneOf(['captions', 'subtitles', 'descriptions', 'chapters']),
        absent: () => 'captions',
      },
      lang: optional(text),
      label: optional(text),
    }),
  ),
  title: optional(text),
  caption,
  credit: optional(text),
  transcript: optional(children),
};

/** Another story, and how it is read. */
export const card = object<Card>('Card', {
  headline: words,
  url: optional(link),
  kicker: optional(text),
  standfirst: optional(text),
  image: optional(image),
});

export const block: Schema<Block> = union<Block>(
  'Block',
  {
    paragraph: object<Paragraph>('Paragraph', { type: type('paragraph'), children: inlines }),
    heading: object<Heading>('Heading', {
      type: type('heading'),
      level: { ...oneOf([2, 3, 4, 5, 6]), absent: () => 2 },
      id: optional(words),
      children: inlines,
    }),
    list: object<List>('List', {
      type: type('list'),
      ordered: { ...flag, absent: () => false },
      start: optional(number),
      items: listOf(() => item),
    }),
    blockquote: object<Blockquote>('Blockquote', {
      type: type('blockquote'),
      children,
      source: optional(inlines),
      url: optional(link),
    }),
    pullquote: object<Pullquote>('Pullquote', {
      type: type('pullquote'),
      children,
      source: optional(inlines),
    }),
    image,
    gallery: object<Gallery>('Gallery', {
      type: type('gallery'),
      layout: optional(oneOf(['grid', 'carousel', 'strip'])),
      images: listOf(() => image),
      caption,
    }),
    comparison: object<Comparison>('Comparison', {
      type: type('comparison'),
      before: image,
      after: image,
      caption,
    }),
    video: object<Video>('Video', {
      type: type('video'),
      poster: optional(media),
      width: optional(number),
      height: optional(number),
      ...mediaShape,
    }),
    audio: object<Audio>('Audio', { type: type('audio'), ...mediaShape }),
    embed: object<Embed>('Embed', {
      type: type('embed'),
      provider: words,
      url: link,
      title: optional(text),
      width: optional(number),
      height: optional(number),
      children,
      caption,
    }),
    table: object<Table>('Table', {
      type: type('table'),
      caption,
      layout: optional(oneOf(tableLayouts)),
      sortable: optional(flag),
      rows: optional(oneOf(tableRows)),
      head: rows,
      body: rows,
      foot: rows,
    }),
    code: object<Code>('Code', {
      type: type('code'),
      text,
      language: optional(words),
      caption,
    }),
    'math-block': object<MathBlock>('MathBlock', {
      type: type('math-block'),
      children: mathChildren,
    }),
    'thematic-break': object<ThematicBreak>('ThematicBreak', {
      type: type('thematic-break'),
      look: optional(oneOf(breakLooks)),
    }),
    factbox: object<Factbox>('Factbox', {
      type: type('factbox'),
      kind: optional(oneOf(factboxKinds)),
      title: optional(inlines),
      children,
    }),
    'big-number': object<BigNumber>('BigNumber', {
      type: type('big-number'),
      number: words,
      children: inlines,
    }),
    timeline: object<Timeline>('Timeline', {
      type: type('timeline'),
      title: optional(inlines),
      events: listOf(() =>
        object<TimelineEvent>('TimelineEvent', {
          datetime: optional(text),
          date: optional(text),
          title: optional(inlines),
          children,
        }),
      ),
    }),
    details: object<Details>('Details', { type: type('details'), summary: inlines, children }),
    'definition-list': object<DefinitionList>('DefinitionList', {
      type: type('definition-list'),
      items: listOf(() =>
        object<Definition>('Definition', {
          terms: listOf(() => object<Term>('Term', { children: inlines })),
          descriptions: listOf(() => item),
        }),
      ),
    }),
    figure: object<Figure>('Figure', { type: type('figure'), children, caption }),
    group: object<Group>('Group', { type: type('group'), children }),
    notice: object<Notice>('Notice', {
      type: type('notice'),
      kind: { ...oneOf(noticeKinds), absent: () => 'note' },
      datetime: optional(text),
      children,
    }),
    'live-update': object<LiveUpdate>('LiveUpdate', {
      type: type('live-update'),
      id: optional(words),
      headline: optional(inlines),
      published: optional(text),
      updated: optional(text),
      authors: listOf(() => person),
      byline: optional(text),
      key: optional(flag),
      pinned: optional(flag),
      children,
    }),
    related: object<Related>('Related', {
      type: type('related'),
      title: optional(inlines),
      items: listOf(() => card),
    }),
    unknown: object<Unknown>('Unknown', {
      type: type('unknown'),
      kind: { ...text, absent: () => '' },
      children,
    }),
  },
  keepWords,
);

/** A list of blocks; a bare text among them is a paragraph. */
export const blocks: Schema<readonly Block[]> = children;

/** What is no block that we know keeps all that it says. */
function keepWords(value: unknown, reading: Reading): Block | undefined {
  const said = textOf(value);
  if (typeof value === 'string') return said ? { type: 'paragraph', children: [said] } : undefined;
  const kind =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'type')
      ? (value as Record<string, unknown>).type
      : undefined;
  reading.problem(`is no block that is known${typeof kind === 'string' ? `: ${kind}` : ''}`);
  return said
    ? {
        type: 'unknown',
        kind: typeof kind === 'string' ? clean(kind) : '',
        children: [{ type: 'paragraph', children: [said] }],
      }
    : undefined;
}
