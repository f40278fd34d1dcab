// A story that uses all of the model: every block, every kind of text, hostile words in every field.
import { parseArticle, type Article } from '../../src/content/article.js';
import type { Block, Image } from '../../src/content/block.js';
import { styles, type Inline, type Style } from '../../src/content/inline.js';

/** Signs that end, open or escape something in one output or another. */
export const HOSTILE = `</script><b>&"'`;

/** A text that is found again by its first word. */
const say = (what: string): string => `${what} ${HOSTILE}`;
const line = (what: string): Inline[] => [say(what)];
const p = (what: string): Block => ({ type: 'paragraph', children: line(what) });

const picture = (name: string): Image => ({
  type: 'image',
  src: `https://news.example/${name}.jpg?a=1&b="2"`,
  alt: say(`${name}-alt`),
  width: 1200,
  height: 800,
  srcset: `https://news.example/${name}-600.jpg 600w, https://news.example/${name}.jpg 1200w`,
  caption: [say(`${name}-caption`), ' ', { type: 'emphasis', children: line(`${name}-emphasis`) }],
  credit: say(`${name}-credit`),
  licence: say(`${name}-licence`),
  licenceUrl: 'https://licences.example/by?x=1&y=2',
  provenance: say(`${name}-provenance`),
});

/** One stretch of text of every kind, set apart by spaces. */
const everyInline: readonly Inline[] = [
  say('plain'),
  ...(Object.keys(styles) as Style[]).flatMap((type): Inline[] => [
    ' ',
    { type, children: line(`styled-${type}`) },
  ]),
  ' ',
  {
    type: 'link',
    url: 'https://news.example/other?a=1&b="2"',
    title: say('link-title'),
    children: [say('link-text'), ' ', { type: 'strong', children: line('link-strong') }],
  },
  ' ',
  { type: 'link', url: '#part', children: line('link-inside') },
  ' ',
  { type: 'link', url: '/relative', children: line('link-relative') },
  { type: 'break' },
  say('after-break'),
  ' ',
  { type: 'note-reference', note: 'first', label: say('note-mark') },
  ' ',
  { type: 'note-reference', note: 'second"><b>' },
  ' ',
  { type: 'note-reference', note: 'first', label: say('note-mark-again') },
  ' ',
  { type: 'note-reference', note: 'cited', kind: 'citation', label: say('cited-mark') },
  ' ',
  {
    type: 'note-reference',
    note: 'word',
    kind: 'term',
    children: [say('term'), ' ', { type: 'emphasis', children: line('term-emphasis') }],
  },
  ' ',
  { type: 'abbreviation', title: say('abbreviation-title'), children: line('abbreviation') },
  ' ',
  { type: 'time', datetime: '2024-05-31T18:00:00Z', children: line('moment') },
  ' ',
  { type: 'span', lang: 'cs', dir: 'ltr', children: line('span') },
  ' ',
  { type: 'span', children: line('bare-span') },
  ' ',
  {
    type: 'math',
    children: [
      {
        name: 'mfrac',
        attributes: { linethickness: '2px' },
        children: [
          { name: 'mi', children: line('math-top') as string[] },
          { name: 'mn', children: line('math-bottom') as string[] },
        ],
      },
    ],
  },
];

const everyBlockBody: readonly Block[] = [
  { type: 'paragraph', children: everyInline },
  { type: 'heading', level: 2, id: 'part', children: line('heading-two') },
  {
    type: 'heading',
    level: 4,
    id: 'id"><b>',
    children: [{ type: 'emphasis', children: line('heading-four') }],
  },
  {
    type: 'list',
    ordered: false,
    items: [
      { children: [p('item-one')] },
      {
        children: [
          p('item-two'),
          {
            type: 'list',
            ordered: true,
            items: [{ children: [p('item-inner')] }],
          },
        ],
      },
    ],
  },
  {
    type: 'list',
    ordered: true,
    start: 3,
    items: [{ children: [p('item-three'), p('item-three-more')] }, { children: [p('item-four')] }],
  },
  {
    type: 'blockquote',
    children: [p('quote'), { type: 'list', ordered: false, items: [{ children: [p('quoted')] }] }],
    source: line('quote-source'),
    url: 'https://news.example/said?a=1&b="2"',
  },
  { type: 'pullquote', children: [p('pullquote')], source: line('pullquote-source') },
  { type: 'pullquote', children: [p('quote')] },
  { ...picture('inline'), placement: 'float', url: 'https://news.example/large?a=1&b=2' },
  {
    type: 'gallery',
    layout: 'carousel',
    images: [picture('gallery-one'), picture('gallery-two')],
    caption: line('gallery-caption'),
  },
  {
    type: 'comparison',
    before: picture('before'),
    after: picture('after'),
    caption: line('comparison-caption'),
  },
  {
    type: 'video',
    files: [
      { src: 'https://news.example/film.webm', mime: 'video/webm' },
      { src: 'https://news.example/film.mp4?a=1&b="2"', mime: 'video/mp4' },
    ],
    tracks: [
      { src: 'https://news.example/film.vtt', kind: 'captions', lang: 'en', label: say('track') },
    ],
    title: say('video-title'),
    caption: line('video-caption'),
    credit: say('video-credit'),
    transcript: [p('video-transcript')],
    poster: 'https://news.example/poster.jpg',
    width: 1280,
    height: 720,
  },
  {
    type: 'audio',
    files: [{ src: 'https://news.example/talk.mp3', mime: 'audio/mpeg' }],
    tracks: [],
    title: say('audio-title'),
    caption: line('audio-caption'),
    credit: say('audio-credit'),
    transcript: [p('audio-transcript')],
  },
  {
    type: 'embed',
    provider: 'youtube',
    url: 'https://www.youtube.com/watch?v=abcdefghijk',
    title: say('embed-title'),
    width: 560,
    height: 315,
    children: [p('embed-text')],
    caption: line('embed-caption'),
  },
  {
    type: 'embed',
    provider: 'maps.example',
    url: 'https://maps.example/?a=1&b="2"',
    children: [],
  },
  {
    type: 'table',
    layout: 'stack',
    sortable: true,
    rows: 5,
    caption: line('table-caption'),
    head: [
      {
        cells: [
          { children: line('head-one'), header: true },
          { children: line('head-two | pipe'), header: true, columns: 2 },
        ],
      },
    ],
    body: [
      {
        cells: [
          { children: line('row-head'), header: true, rows: 2 },
          { children: [{ type: 'code', children: ['cell-code a|b'] }] },
          { children: [say('cell'), { type: 'break' }, say('cell-second-line')] },
        ],
      },
      { cells: [{ children: line('cell-three') }, { children: [] }] },
    ],
    foot: [{ cells: [{ children: line('foot'), columns: 3 }] }],
  },
  {
    type: 'code',
    text: `code-text ${HOSTILE}\n\`\`\`\n  indented ]]> *stars*\n\n# no heading`,
    language: 'html',
    caption: line('code-caption'),
  },
  { type: 'code', text: 'bare-code' },
  {
    type: 'math-block',
    children: [
      {
        name: 'msup',
        children: [
          { name: 'mi', children: line('math-base') as string[] },
          { name: 'mn', children: line('math-power') as string[] },
        ],
      },
    ],
  },
  { type: 'thematic-break' },
  { type: 'thematic-break', look: 'stars' },
  { type: 'thematic-break', look: 'space' },
  {
    type: 'factbox',
    kind: 'takeaways',
    title: line('factbox-title'),
    children: [p('factbox-text'), { type: 'heading', level: 3, children: line('factbox-heading') }],
  },
  { type: 'factbox', children: [p('factbox-bare')] },
  { type: 'big-number', number: say('big-number'), children: line('big-number-text') },
  {
    type: 'timeline',
    title: line('timeline-title'),
    events: [
      {
        datetime: '1949-04-04',
        date: say('event-date'),
        title: line('event-title'),
        children: [p('event-text')],
      },
      { date: say('event-only-date'), children: [] },
      { children: [p('event-only-text')] },
    ],
  },
  { type: 'details', summary: line('details-summary'), children: [p('details-text')] },
  {
    type: 'definition-list',
    items: [
      {
        terms: [{ children: line('term-one') }, { children: line('term-two') }],
        descriptions: [{ children: [p('description-one')] }, { children: [p('description-two')] }],
      },
    ],
  },
  { type: 'figure', children: [p('figure-text')], caption: line('figure-caption') },
  { type: 'group', children: [p('group-text'), { type: 'group', children: [p('group-inner')] }] },
  {
    type: 'notice',
    kind: 'update',
    datetime: '2024-06-01T08:00:00Z',
    children: [p('notice-text')],
  },
  {
    type: 'live-update',
    id: 'update-1',
    headline: line('update-headline'),
    published: '2024-05-31T19:00:00Z',
    updated: '2024-05-31T19:30:00Z',
    authors: [{ name: say('update-author'), role: say('update-role') }],
    key: true,
    pinned: true,
    children: [p('update-text')],
  },
  {
    type: 'live-update',
    authors: [],
    byline: say('update-byline'),
    children: [p('update-bare')],
  },
  {
    type: 'related',
    title: line('related-title'),
    items: [
      {
        headline: say('card-headline'),
        url: 'https://news.example/card?a=1&b="2"',
        kicker: say('card-kicker'),
        standfirst: say('card-standfirst'),
        image: picture('card'),
      },
      { headline: say('card-bare') },
    ],
  },
  { type: 'unknown', kind: 'hologram"><b>', children: [p('unknown-text')] },
  { type: 'paragraph', children: ['signs ]]> *star* _line_ `tick` [x](y) # 1. - + > | ~~ $ \\ !'] },
  { type: 'paragraph', children: ['- dash-first', { type: 'break' }, '1. number-first'] },
  { type: 'paragraph', children: ['# hash-first', { type: 'break' }, '    indented-first'] },
];

/** A story with all that the model has. */
export const everyBlock: Article = {
  id: 'every-1',
  url: 'https://news.example/every?a=1&b=2',
  headline: say('headline'),
  kicker: say('kicker'),
  series: { name: say('series'), url: 'https://news.example/series' },
  standfirst: [say('standfirst'), ' ', { type: 'emphasis', children: line('standfirst-emphasis') }],
  authors: [
    {
      name: say('author-one'),
      url: 'https://news.example/ann?a=1&b="2"',
      role: say('role-one'),
      image: 'https://news.example/ann.jpg',
    },
    { name: say('author-two') },
  ],
  published: '2024-05-31T18:00:00Z',
  updated: '2024-06-01T07:00:00+02:00',
  dateline: say('dateline'),
  section: { name: say('section'), url: 'https://news.example/world' },
  tags: [
    { name: say('tag-one'), url: 'https://news.example/tag?a=1&b=2' },
    { name: say('tag-two') },
  ],
  lead: picture('lead'),
  body: everyBlockBody,
  notes: [
    { id: 'first', children: [p('note-one'), p('note-one-more')] },
    { id: 'second"><b>', children: [p('note-two')] },
    { id: 'cited', kind: 'citation', children: [p('note-cited')] },
    {
      id: 'word',
      kind: 'term',
      children: [
        { type: 'paragraph', children: [{ type: 'definition', children: line('note-term') }] },
      ],
    },
  ],
  corrections: [
    { type: 'notice', kind: 'sponsored', children: [p('sponsored-text')] },
    {
      type: 'notice',
      kind: 'correction',
      datetime: '2024-06-02T09:00:00Z',
      children: [p('correction-text')],
    },
  ],
  related: [{ headline: say('onward'), url: 'https://news.example/onward' }],
  lang: 'en-GB',
  dir: 'ltr',
  free: false,
  source: {
    name: say('source-name'),
    url: 'https://wire.example/',
    licence: 'https://licences.example/by?x=1&y=2',
  },
  design: 'news',
};

/** A story with nothing in it. */
export const emptyArticle: Article = parseArticle({}).article;

/** Keys under which text for readers stands; all others are for machines, or said elsewhere. */
const READ = new Set(
  (
    'headline kicker standfirst byline dateline children caption credit licence provenance source ' +
    'text number date summary title label transcript name role'
  ).split(' '),
);

/** All that a reader of a story must find in it, field by field, found without any writer. */
export function textsIn(article: Article): string[] {
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (READ.has(key) && value.trim()) found.push(value);
    } else if (Array.isArray(value)) value.forEach((one) => walk(one, key));
    else if (typeof value === 'object' && value !== null) {
      const type = 'type' in value ? value.type : undefined;
      // What these hover over is read; the titles themselves, track labels and MathML's names are not.
      const hidden =
        type === 'link' || type === 'abbreviation'
          ? ['title']
          : 'kind' in value && !type
            ? ['label']
            : [];
      if (key === 'children' && 'name' in value && !type) hidden.push('name', 'attributes');
      for (const [name, one] of Object.entries(value))
        if (!hidden.includes(name) && name !== 'type') walk(one, name);
    }
  };
  const { headline, standfirst, dateline, lead, body, notes, corrections, related } = article;
  const kicker = article.kicker ?? article.series?.name ?? article.section?.name;
  walk({ headline, kicker, standfirst, dateline, lead, body, notes, corrections, related }, '');
  walk(article.byline ? { byline: article.byline } : { authors: article.authors }, '');
  return found;
}

/** The texts of a story that an output, given as plain text, does not say. */
export function lostIn(output: string, article: Article): string[] {
  const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const whole = flat(output);
  return textsIn(article).filter((text) => !whole.includes(flat(text)));
}
