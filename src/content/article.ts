import {
  block,
  blocks,
  card,
  type Audio,
  type Block,
  type Card,
  type Embed,
  type Gallery,
  type Image,
  type Notice,
  type Video,
} from './block.js';
import { designs, type Design } from './design.js';
import {
  directions,
  inlines,
  noteKinds,
  type Direction,
  type Inline,
  type NoteKind,
} from './inline.js';
import type { Person } from './person.js';
import {
  address,
  flag,
  listOf,
  object,
  oneOf,
  optional,
  Reading,
  text,
  words,
  type JsonSchema,
  type Problem,
  type Schema,
} from './schema.js';
import { person } from './shapes.js';
import { safeUrl } from './url.js';

/** A story as data, whatever it came from. Names follow schema.org and the newsroom. */
export interface Article {
  /** Unique within its source. */
  readonly id?: string | undefined;
  /** The story's own page. */
  readonly url?: string | undefined;
  readonly headline: string;
  /** Over the headline. */
  readonly kicker?: string | undefined;
  readonly series?: Linked | undefined;
  /** Under the headline: a sentence or two. */
  readonly standfirst?: readonly Inline[] | undefined;
  readonly authors: readonly Person[];
  /** The byline as the newsroom wrote it, where it says more than the names. */
  readonly byline?: string | undefined;
  /** ISO 8601. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  /** Where the story was written: "Prague". */
  readonly dateline?: string | undefined;
  readonly section?: Linked | undefined;
  readonly tags: readonly Linked[];
  /** What stands between the headline and the text. */
  readonly lead?: Image | Gallery | Video | Audio | Embed | undefined;
  readonly body: readonly Block[];
  readonly notes: readonly Note[];
  readonly corrections: readonly Notice[];
  readonly related: readonly Card[];
  /** BCP 47. */
  readonly lang?: string | undefined;
  readonly dir?: Direction | undefined;
  /** Whether everybody may read all of it. */
  readonly free?: boolean | undefined;
  readonly source?: Source | undefined;
  readonly design?: Design | undefined;
}

/** A name that may lead somewhere: a section, a series, a subject. */
export interface Linked {
  readonly name: string;
  readonly url?: string | undefined;
}
/** A note of the article: a footnote, a citation, a word explained. */
export interface Note {
  readonly id: string;
  /** Default: a footnote. */
  readonly kind?: NoteKind | undefined;
  readonly children: readonly Block[];
}
/** Where a story comes from. */
export interface Source {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  /** A licence's name or address, as the source says it. */
  readonly licence?: string | undefined;
}

const linked = object<Linked>('Linked', { name: words, url: optional(address(safeUrl)) });
const leads: ReadonlySet<string> = new Set(['image', 'gallery', 'video', 'audio', 'embed']);
const lead: Schema<Article['lead']> = {
  read(value, reading) {
    const read = block.read(value, reading);
    if (read && leads.has(read.type)) return read as Article['lead'];
    reading.problem('cannot lead a story');
    return undefined;
  },
  json: (defs) => {
    block.json(defs);
    return {
      anyOf: ['Image', 'Gallery', 'Video', 'Audio', 'Embed'].map((name) => ({
        $ref: `#/$defs/${name}`,
      })),
    };
  },
  absent: () => undefined,
};
const notice: Schema<Notice> = {
  read(value, reading) {
    const read = block.read(value, reading);
    if (!read || read.type === 'notice') return read;
    return { type: 'notice', kind: 'correction', children: [read] };
  },
  json: (defs) => {
    block.json(defs);
    return { $ref: '#/$defs/Notice' };
  },
};

const article = object<Article>('Article', {
  id: optional(text),
  url: optional(address(safeUrl)),
  headline: { ...text, absent: () => '' },
  kicker: optional(text),
  series: optional(linked),
  standfirst: optional(inlines),
  authors: listOf(() => person),
  byline: optional(text),
  published: optional(text),
  updated: optional(text),
  dateline: optional(text),
  section: optional(linked),
  tags: listOf(() => linked),
  lead,
  body: blocks,
  notes: listOf(() =>
    object<Note>('Note', { id: words, kind: optional(oneOf(noteKinds)), children: blocks }),
  ),
  corrections: listOf(() => notice),
  related: listOf(() => card),
  lang: optional(words),
  dir: optional(oneOf(directions)),
  free: optional(flag),
  source: optional(
    object<Source>('Source', {
      name: optional(text),
      url: optional(address(safeUrl)),
      licence: optional(text),
    }),
  ),
  design: optional(oneOf(designs)),
});

/** A story, and what was wrong with the data it came from. */
export interface ArticleResult {
  readonly article: Article;
  readonly problems: readonly Problem[];
}

const nothing: Article = {
  headline: '',
  authors: [],
  tags: [],
  body: [],
  notes: [],
  corrections: [],
  related: [],
};

/** A story with what is given, and nothing else in it. */
export const articleOf = (parts: {
  readonly [Key in keyof Article]?: Article[Key] | undefined;
}): Article => {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '');
  return { ...nothing, ...Object.fromEntries(given) };
};

/**
 * Reads a story from data that nobody vouches for: known keys only, into new objects. A block that
 * is not known keeps its words. Never throws; what was wrong is in `problems`.
 */
export function parseArticle(data: unknown): ArticleResult {
  const reading = new Reading();
  const read = article.read(data, reading);
  return { article: read ?? nothing, problems: reading.problems };
}

/** The JSON Schema (2020-12) of a story, from the very shapes that `parseArticle` reads by. */
export function articleJsonSchema(): JsonSchema {
  const $defs: JsonSchema = {};
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Article',
    ...article.json($defs),
    $defs,
  };
}
