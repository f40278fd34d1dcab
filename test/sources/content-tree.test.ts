import { expect } from '@open-wc/testing';
import type { Block } from '../../src/content/block.js';
import { articles, contentTree } from '../../src/sources/content-tree.js';
import { itReads, parseHtml, type Example } from './formats.js';

const text = (value: string) => ({ type: 'text', value });
const node = (type: string, children: readonly unknown[], over: object = {}) => ({
  type,
  ...over,
  children,
});
const p = (...children: unknown[]) =>
  node(
    'paragraph',
    children.map((child) => (typeof child === 'string' ? text(child) : child)),
  );
const root = (...children: unknown[]) => ({
  type: 'root',
  body: node('body', children, { version: 1 }),
});
const image = (caption: string, over: object = {}) => ({
  type: 'image-set',
  id: 'https://www.ft.com/content/1',
  picture: {
    layoutWidth: 'in-line',
    imageType: 'image',
    alt: 'What it shows',
    caption,
    credit: '© FT',
    images: [],
    fallbackImage: {
      id: 'x',
      url: `https://d1e00ek4ebabms.cloudfront.net/${encodeURIComponent(caption)}.jpg`,
      width: 1200,
      height: 675,
      format: 'standard',
      sourceSet: [
        { url: 'https://images.ft.com/v3/700.jpg', width: 700, dpr: 1 },
        { url: 'https://images.ft.com/v3/1400.jpg', width: 700, dpr: 2 },
      ],
    },
    ...over,
  },
});
const definition = (term: string, description: string) => ({
  type: 'definition',
  term,
  description,
});
const teaser = (title: string) => ({
  id: 'x',
  url: 'https://www.ft.com/content/2',
  type: 'article',
  title,
  metaPrefixText: 'Read',
  metaLink: { prefLabel: 'NATO', url: 'https://www.ft.com/nato' },
  image: { url: 'https://images.ft.com/t.jpg', width: 340, height: 191 },
});

const one = (
  name: string,
  said: string,
  types: readonly string[],
  ...children: unknown[]
): Example => ({ name, data: root(...children), text: said, types });

const examples: Example[] = [
  one(
    'every kind of phrasing',
    'One two three four H2O x2 a link more of it Jana Nová and a line',
    ['strong', 'emphasis', 'strikethrough', 'subscript', 'superscript', 'link', 'break'],
    p(
      'One ',
      node('strong', [text('two '), node('emphasis', [text('three ')])]),
      node('strikethrough', [text('four')]),
      ' H',
      node('subscript', [text('2')]),
      'O x',
      node('superscript', [text('2')]),
      ' ',
      node('link', [text('a link ')], { url: 'https://www.ft.com', title: 'FT' }),
      node('find-out-more-link', [text('more of it')], { url: 'https://www.ft.com/m' }),
      ' ',
      node('author-link', [text('Jana Nová')], { url: 'https://www.ft.com/jana-nova' }),
      { type: 'break' },
      'and a line',
    ),
  ),
  one(
    'headings, lists, quotations and breaks',
    'Chapter Under Label one two nested first Quoted by a man Words of the story A source alone',
    ['heading', 'list', 'blockquote', 'pullquote', 'thematic-break'],
    node('heading', [text('Chapter')], { level: 'chapter', fragmentIdentifier: 'chapter' }),
    node('heading', [text('Under')], { level: 'subheading' }),
    node('heading', [text('Label')], { level: 'label' }),
    node(
      'list',
      [
        node('list-item', [text('one')]),
        node('list-item', [
          p('two'),
          node('list', [node('list-item', [text('nested')])], { ordered: false }),
        ]),
      ],
      { ordered: false },
    ),
    node('list', [node('list-item', [node('strong', [text('first')])])], { ordered: true }),
    node('blockquote', [p('Quoted'), text('by a man')]),
    { type: 'thematic-break' },
    { type: 'pullquote', text: 'Words of the story', source: 'A source' },
    text('alone'),
  ),
  one(
    'pictures, with and without an address',
    'Under it © FT Left © FT Right © FT Only words © FT Old one © Reuters',
    ['image', 'gallery'],
    image('Under it', { layoutWidth: 'full-bleed' }),
    node('image-pair', [image('Left'), image('Right')]),
    image('Only words', { fallbackImage: undefined }),
    {
      type: 'layout-image',
      id: 'x',
      alt: 'a',
      caption: 'Old one',
      credit: '© Reuters',
      picture: { images: [{ url: 'https://images.ft.com/o.jpg', format: 'desktop' }] },
    },
    { type: 'image-set', id: 'https://www.ft.com/content/of-which-nothing-is-known' },
  ),
  one(
    'a gallery and a carousel',
    'A © FT B © FT All of them Heading Standfirst C © FT Slide Copy Details',
    ['gallery', 'heading'],
    node('gallery', [image('A'), image('B')], { caption: 'All of them' }),
    node(
      'carousel',
      [
        node('carousel-card', [image('C')], {
          id: 'x',
          title: 'Slide',
          copy: 'Copy',
          additionalInfo: 'Details',
        }),
      ],
      { id: 'y', title: 'Heading', standfirst: 'Standfirst' },
    ),
  ),
  one(
    'numbers and definitions',
    '75 % of all members In numbers $10bn for Kyiv 32 members 3 years GDP Gross domestic product',
    ['big-number', 'factbox', 'definition-list'],
    { type: 'big-number', number: '75 %', description: 'of all members' },
    node(
      'in-numbers',
      [definition('$10bn', 'for Kyiv'), definition('32', 'members'), definition('3', 'years')],
      { title: 'In numbers' },
    ),
    definition('GDP', 'Gross domestic product'),
  ),
  one(
    'layouts of every kind',
    'A card In it Slot two Times First Then Second Later Left Right',
    ['factbox', 'timeline', 'group'],
    node(
      'layout',
      [
        node('heading', [text('A card')], { level: 'subheading' }),
        node('layout-slot', [p('In it')]),
        node('layout-slot', [p('Slot two')]),
      ],
      { layoutName: 'card', layoutWidth: 'inset-left' },
    ),
    node(
      'layout',
      [
        node('heading', [text('Times')], { level: 'subheading' }),
        node('layout-slot', [node('heading', [text('First')], { level: 'label' }), p('Then')]),
        node('layout-slot', [node('heading', [text('Second')], { level: 'label' }), p('Later')]),
      ],
      { layoutName: 'timeline' },
    ),
    node('layout', [node('layout-slot', [p('Left')]), node('layout-slot', [p('Right')])], {
      layoutName: 'auto',
    }),
  ),
  one(
    'recommended stories',
    'In depth Read NATO The other title Read NATO First Read NATO Second Alone',
    ['related'],
    {
      type: 'recommended',
      id: 'x',
      heading: 'In depth',
      teaserTitleOverride: 'The other title',
      teaser: teaser('Never shown'),
    },
    node('recommended-list', [
      { type: 'recommended', id: 'x', teaser: teaser('First') },
      { type: 'recommended', id: 'y', teaser: teaser('Second') },
    ]),
    { type: 'recommended', id: 'https://www.ft.com/content/3', heading: 'Alone' },
  ),
  one(
    'things of other sites',
    'A tweet — Somebody (@some) May 31, 2024 A chart A chart’s caption © FT A film of ours',
    ['embed', 'blockquote'],
    {
      type: 'tweet',
      id: 'https://twitter.com/some/status/1',
      html: '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">A tweet</p>&mdash; Somebody (@some) <a href="https://twitter.com/some/status/1">May 31, 2024</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
    },
    { type: 'youtube-video', url: 'https://www.youtube.com/watch?v=abcdefghijk' },
    { type: 'vimeo-video', url: 'https://vimeo.com/123' },
    { type: 'acast-podcast', url: 'https://embed.acast.com/x/y' },
    {
      type: 'flourish',
      id: '123',
      flourishType: 'visualisation',
      layoutWidth: 'in-line',
      description: 'A chart',
      fallbackImage: {
        ...image('').picture.fallbackImage,
        caption: 'A chart’s caption',
        credit: '© FT',
      },
    },
    {
      type: 'video',
      id: 'https://api.ft.com/content/8f5e4a1c-5a0c-4d8e-9d5f-0a1b2c3d4e5f',
      title: 'A film of ours',
    },
  ),
  one(
    'clips and sound',
    'Loud noises A clip silent Moving pictures Agency © Camera What is said Heard Mic',
    ['video', 'audio', 'notice'],
    {
      type: 'clip-set',
      id: 'x',
      layoutWidth: 'mid-grid',
      displayTitle: 'A clip',
      subtitle: 'silent',
      caption: 'Moving pictures',
      source: 'Agency',
      credits: '© Camera',
      description: 'For those who cannot see it',
      contentWarning: ['Loud noises'],
      accessibility: {
        captions: [{ mediaType: 'text/vtt', url: 'https://ft.example/c.vtt' }],
        transcript: node('body', [p('What is said')]),
      },
      clips: [
        {
          id: 'a',
          format: 'standard-inline',
          poster: 'https://ft.example/p.jpg',
          dataSource: [
            {
              binaryUrl: 'https://ft.example/c.mp4',
              mediaType: 'video/mp4',
              pixelWidth: 1280,
              pixelHeight: 720,
            },
          ],
        },
        {
          id: 'b',
          format: 'mobile',
          dataSource: [{ binaryUrl: 'https://ft.example/m.mp4', mediaType: 'video/mp4' }],
        },
      ],
    },
    {
      type: 'audio-set',
      id: 'y',
      caption: 'Heard',
      credits: 'Mic',
      clips: [
        {
          id: 'c',
          dataSource: [{ binaryUrl: 'https://ft.example/a.mp3', mediaType: 'audio/mpeg' }],
        },
      ],
    },
  ),
  one(
    'a scrolling story',
    'Behind it © FT Scrolly Over it',
    ['image', 'heading', 'group'],
    node('scrolly-block', [
      node('scrolly-section', [
        { ...image('Behind it'), type: 'scrolly-image' },
        node('scrolly-copy', [
          node('scrolly-heading', [text('Scrolly')], { level: 'chapter' }),
          p('Over it'),
        ]),
      ]),
    ]),
  ),
  one(
    'boxes of cards',
    'Profile A man © FT and his words Two sides For Yes Against No In a list',
    ['factbox', 'group'],
    node('info-box', [node('card', [image('A man'), p('and his words')], { title: 'Profile' })]),
    node(
      'info-pair',
      [node('card', [p('Yes')], { title: 'For' }), node('card', [p('No')], { title: 'Against' })],
      {
        title: 'Two sides',
      },
    ),
    node('card-list', [node('card', [p('In a list')])]),
  ),
  one(
    'timelines of two makes',
    'The war February 2022 It begins A picture © FT Older one Event In it',
    ['timeline', 'image'],
    node(
      'timeline',
      [node('timeline-event', [p('It begins'), image('A picture')], { title: 'February 2022' })],
      {
        title: 'The war',
      },
    ),
    node(
      'timeline',
      [node('timeline-events', [node('timeline-event', [p('In it')], { title: 'Event' })])],
      { title: 'Older one' },
    ),
  ),
  one(
    'a table with all its parts',
    'Spending Country Share Poland 4 % A note of the source linked',
    ['table', 'link'],
    node(
      'table',
      [
        node('table-caption', [text('Spending')]),
        node('table-header', [
          node('table-row', [
            node('table-cell', [text('Country')]),
            node('table-cell', [text('Share')]),
          ]),
        ]),
        node('table-body', [
          node('table-row', [
            node('table-cell', [text('Poland')], { heading: true }),
            node('table-cell', [node('strong', [text('4 %')])], { columnSpan: 2 }),
          ]),
        ]),
        node('table-footer', [
          text('A note of the source '),
          node('link', [text('linked')], { url: 'https://www.ft.com' }),
        ]),
      ],
      { stripes: true, compact: false, layoutWidth: 'auto', columnSettings: [] },
    ),
  ),
  one(
    'children where none are expected',
    'Read NATO First A stray line Left © FT Right © FT between them GDP inside it',
    ['related', 'gallery', 'definition-list'],
    node('recommended-list', [
      { type: 'recommended', id: 'x', teaser: teaser('First') },
      p('A stray line'),
    ]),
    node('image-pair', [image('Left'), image('Right'), p('between them')]),
    { ...definition('GDP', ''), children: [p('inside it')] },
  ),
  one(
    'a document and what is experimental',
    'Letter SECRET From: A To: B Dear B New things',
    ['factbox', 'paragraph'],
    node('document', [p('Dear B')], {
      id: 'x',
      title: 'Letter',
      source: 'From: A To: B',
      tag: 'SECRET',
    }),
    node('experimental', [p('New things')]),
  ),
  one(
    'code of its own and kinds that nobody knows',
    'Which party? A new kind with a child deep in it',
    ['unknown'],
    {
      type: 'custom-code-component',
      id: 'x',
      layoutWidth: 'full-grid',
      path: 'ft/repo/poll',
      versionRange: '^1.0.0',
      attributesLastModified: '2024-05-31T00:00:00Z',
      attributes: { heading: 'Which party?', 'data-src': 'https://x.example' },
    },
    node('hologram', [p('with a child'), node('part', [text('deep in it')])], {
      id: 'x',
      layoutWidth: 'auto',
      heading: 'A new kind',
      data: { internal: 'never shown' },
    }),
  ),
  {
    name: 'an article around its tree',
    data: {
      id: 'http://www.ft.com/thing/1',
      type: 'article',
      title: 'Ministers meet',
      standfirst: 'In <em>Prague</em>',
      byline: 'Jana Nová and Paul Adam in Prague',
      canonicalWebUrl: 'https://www.ft.com/content/1',
      firstPublishedDate: '2024-05-31T10:00:00Z',
      publishedDate: '2024-05-31T12:00:00Z',
      accessLevel: 'subscribed',
      mainImage: image('The palace'),
      bodyTree: node('body', [p('The text.')], { version: 1 }),
    },
    text: 'Ministers meet In Prague Jana Nová and Paul Adam in Prague The palace © FT The text.',
    types: ['image', 'emphasis'],
  },
  {
    name: 'a body alone',
    data: node('body', [p('The text.')], { version: 1 }),
    text: 'The text.',
  },
];

describe('A content-tree', () => {
  itReads(contentTree, examples);

  const body = (...children: unknown[]): readonly Block[] =>
    contentTree.read(root(...children), { parseHtml }).article.body;

  it('shows a picture in all its sizes and its place', () => {
    expect(body(image('A', { layoutWidth: 'inset-left' }))[0]).to.deep.include({
      alt: 'What it shows',
      width: 1200,
      placement: 'float',
      srcset: 'https://images.ft.com/v3/700.jpg 700w, https://images.ft.com/v3/1400.jpg 1400w',
    });
  });

  it('loads nothing from elsewhere: a chart is an embed with its picture', () => {
    const [chart] = body({
      type: 'flourish',
      id: '1/../2',
      flourishType: 'story',
      description: 'A',
    });
    expect(chart).to.deep.include({
      type: 'embed',
      provider: 'flourish',
      url: 'https://flo.uri.sh/story/1%2F..%2F2/embed',
      title: 'A',
    });
  });

  it('takes no address that a page may not use', () => {
    const [paragraph, film] = body(p(node('link', [text('a')], { url: 'javascript:alert(1)' })), {
      type: 'youtube-video',
      url: 'javascript:alert(1)',
    });
    expect(paragraph).to.deep.equal({ type: 'paragraph', children: ['a'] });
    expect(film).to.equal(undefined);
  });

  it('reads what is nested without end as its words', () => {
    let deep: unknown = p('deep');
    for (let level = 0; level < 3000; level++) deep = node('blockquote', [deep]);
    expect(body(p('first'), deep).length).to.be.at.least(1);
  });

  it('is not taken for anything else', () => {
    for (const other of [
      { id: 1, title: { rendered: 'A' }, content: { rendered: '<p>B</p>' } },
      { '@context': 'https://schema.org', headline: 'A', articleBody: 'B' },
      { headline: 'A', body: [{ type: 'paragraph', children: ['B'] }] },
      { type: 'story', version: '0.10.7', content_elements: [] },
      { uri: 'x', type: 'text', body_text: 'B' },
      { type: 'root', children: [] },
      [{ _type: 'block', children: [] }],
    ])
      expect(contentTree.recognises(other)).to.equal(false);
  });

  it('is fetched from its address', async () => {
    const fetch = () => Promise.resolve(Response.json(root(p('Text'))));
    const { article } = await articles({ src: 'https://ft.example/1' }).load({ parseHtml, fetch });
    expect(article.body).to.deep.equal([{ type: 'paragraph', children: ['Text'] }]);
  });
});
