import { expect } from '@open-wc/testing';
import type { Article } from '../../src/content/article.js';
import { articles, portableText } from '../../src/sources/portable-text.js';
import { itReads, parseHtml, type Example } from './formats.js';

let keys = 0;
const span = (text: string, ...marks: string[]) => ({
  _type: 'span',
  _key: `s${keys++}`,
  text,
  marks,
});
const block = (children: readonly unknown[], over: object = {}) => ({
  _type: 'block',
  _key: `b${keys++}`,
  style: 'normal',
  markDefs: [],
  children,
  ...over,
});
const p = (text: string, over: object = {}) => block([span(text)], over);
const item = (text: string, level = 1, listItem = 'bullet') => p(text, { level, listItem });
const image = (caption: string, over: object = {}) => ({
  _type: 'image',
  _key: `i${keys++}`,
  asset: {
    _id: 'image-abc-1200x800-jpg',
    url: 'https://cdn.sanity.io/images/p1/production/abc-1200x800.jpg',
    metadata: { dimensions: { width: 1200, height: 800 } },
  },
  alt: 'What it shows',
  caption,
  ...over,
});
const one = (
  name: string,
  text: string,
  types: readonly string[],
  ...data: unknown[]
): Example => ({ name, data, text, types });

const examples: Example[] = [
  one(
    'every decorator',
    'One two three four five six H2O x2 marked and a line unknown',
    [
      'strong',
      'emphasis',
      'code',
      'underline',
      'strikethrough',
      'subscript',
      'superscript',
      'highlight',
      'break',
    ],
    block([
      span('One '),
      span('two ', 'strong'),
      span('three ', 'strong', 'em'),
      span('four ', 'code'),
      span('five ', 'underline'),
      span('six', 'strike-through'),
      span(' H'),
      span('2', 'sub'),
      span('O x'),
      span('2', 'sup'),
      span(' marked', 'highlight'),
      span('\nand a line '),
      span('unknown', 'sparkle'),
    ]),
  ),
  one(
    'links to other sites and to other documents',
    'See a bold link and a story nowhere',
    ['link', 'strong'],
    block(
      [
        span('See '),
        span('a ', 'l1'),
        span('bold', 'l1', 'strong'),
        span(' link', 'l1'),
        span(' and '),
        span('a story', 'l2'),
        span(' '),
        span('nowhere', 'l3'),
      ],
      {
        markDefs: [
          { _type: 'link', _key: 'l1', href: 'https://a.example', blank: true },
          {
            _type: 'internalLink',
            _key: 'l2',
            reference: { _type: 'reference', _ref: 'x', slug: { current: 'a-story' } },
          },
          { _type: 'link', _key: 'l3', href: 'javascript:alert(1)' },
        ],
      },
    ),
  ),
  one(
    'footnotes of a text and of Portable Text',
    'A claim1 stands2 still. Its source. Another one linked.',
    ['note-reference', 'link'],
    block([span('A claim', 'f1'), span(' stands', 'f2'), span(' still.')], {
      markDefs: [
        { _type: 'footnote', _key: 'f1', text: 'Its source.' },
        {
          _type: 'footnote',
          _key: 'f2',
          content: [
            block([span('Another one '), span('linked', 'k'), span('.')], {
              markDefs: [{ _type: 'link', _key: 'k', href: 'https://a.example' }],
            }),
          ],
        },
      ],
    }),
  ),
  one(
    'every style',
    'One Two Three Six Quoted on and on Large Own',
    ['heading', 'blockquote', 'pullquote', 'paragraph'],
    p('One', { style: 'h1' }),
    p('Two', { style: 'h2' }),
    p('Three', { style: 'h3' }),
    p('Six', { style: 'h6' }),
    p('Quoted', { style: 'blockquote' }),
    p('on and on', { style: 'blockquote' }),
    p('Large', { style: 'pullquote' }),
    p('Own', { style: 'fancy' }),
    p(''),
  ),
  one(
    'nested lists of both kinds',
    'a b c d e f first second',
    ['list'],
    item('a'),
    item('b', 2),
    item('c', 3),
    item('d', 2, 'number'),
    item('e'),
    p('f'),
    item('first', 1, 'number'),
    item('second', 1, 'number'),
  ),
  one('a list that begins deep', 'deep shallow', ['list'], item('deep', 3), item('shallow')),
  one(
    'pictures, with and without an address',
    'Under it Rich caption Jana Nová Only words What it shows Text',
    ['image', 'link'],
    image('Under it'),
    image('', {
      _type: 'figure',
      credit: 'Jana Nová',
      caption: [
        block([span('Rich '), span('caption', 'l')], {
          markDefs: [{ _type: 'link', _key: 'l', href: 'https://a.example' }],
        }),
      ],
    }),
    image('Only words', { asset: { _type: 'reference', _ref: 'image-abc-1200x800-jpg' } }),
    p('Text'),
  ),
  one(
    'a gallery',
    'One Two All of them Text',
    ['gallery'],
    { _type: 'gallery', _key: 'g', images: [image('One'), image('Two')], caption: 'All of them' },
    p('Text'),
  ),
  one(
    'code, a table and a break',
    'const a = 1; one.js Country Share Poland 4 % Text',
    ['code', 'table', 'thematic-break'],
    { _type: 'code', language: 'js', code: 'const a = 1;', filename: 'one.js' },
    {
      _type: 'table',
      rows: [
        { _type: 'tableRow', _key: 'r1', cells: ['Country', 'Share'] },
        { _type: 'tableRow', _key: 'r2', cells: ['Poland', '4 %'] },
      ],
    },
    { _type: 'break', style: 'lineBreak' },
    p('Text'),
  ),
  one(
    'a table whose cells hold Portable Text',
    'Head Bold Text',
    ['table', 'strong'],
    {
      _type: 'table',
      hasHeader: true,
      rows: [
        { _key: 'r1', cells: [{ _type: 'cell', content: [p('Head')] }] },
        { _key: 'r2', cells: [{ _type: 'cell', content: [block([span('Bold', 'strong')])] }] },
      ],
    },
    p('Text'),
  ),
  one(
    'things of other sites',
    'A film Under it A post Framed Text',
    ['embed'],
    { _type: 'youtube', url: 'https://youtu.be/abcdefghijk', title: 'A film', caption: 'Under it' },
    { _type: 'youtube', videoId: 'abcdefghijk' },
    { _type: 'tweet', id: '123', text: 'A post' },
    { _type: 'embed', url: 'https://player.vimeo.com/video/1', title: 'Framed' },
    p('Text'),
  ),
  one(
    'files to see and to hear, and HTML',
    'Moving Sounding Raw words Text',
    ['video', 'audio', 'strong'],
    { _type: 'video', asset: { url: 'https://cdn.sanity.io/files/p1/d/v.mp4' }, caption: 'Moving' },
    {
      _type: 'audio',
      asset: { url: 'https://cdn.sanity.io/files/p1/d/a.mp3', mimeType: 'audio/mpeg' },
      caption: 'Sounding',
    },
    { _type: 'html', html: '<p>Raw <b>words</b></p><script>alert(1)</script>' },
    p('Text'),
  ),
  one(
    'objects in a line',
    'Before a stock NATO after What it shows.',
    ['paragraph'],
    block([
      span('Before a stock '),
      { _type: 'stockTicker', _key: 'x', label: 'NATO' },
      span(' after '),
      { ...image(''), _type: 'inlineImage' },
      span('.'),
    ]),
  ),
  one(
    'kinds that nobody knows',
    'Take care All of it inside a box Question Answer Text',
    ['unknown', 'list'],
    {
      _type: 'callout',
      _key: 'c',
      tone: 'critical',
      title: 'Take care',
      body: [p('All of it'), item('inside a box')],
      entries: [{ _type: 'faqItem', _key: 'q', question: 'Question', answer: [p('Answer')] }],
    },
    { _type: 'reference', _ref: 'abc' },
    p('Text'),
  ),
  {
    name: 'a document with all its fields',
    data: {
      _id: 'post-1',
      _type: 'post',
      title: 'Ministers meet',
      slug: { _type: 'slug', current: 'ministers-meet' },
      publishedAt: '2024-05-31T10:00:00Z',
      author: { name: 'Jana Nová', role: 'Correspondent' },
      excerpt: 'In short',
      mainImage: image('The palace'),
      categories: [{ title: 'World' }, { title: 'Europe' }],
      body: [p('The text.')],
    },
    text: 'World Ministers meet In short Jana Nová Correspondent The palace The text.',
    types: ['image'],
  },
  {
    name: 'the answer to a query, with a rich standfirst',
    data: {
      ms: 3,
      query: '*[0]',
      result: [
        {
          _type: 'article',
          title: 'Ministers meet',
          authors: [{ _type: 'reference', _ref: 'x' }, { name: 'Paul Adam' }],
          standfirst: [block([span('In '), span('Prague', 'em')])],
          content: [p('The text.')],
        },
      ],
    },
    text: 'Ministers meet In Prague Paul Adam The text.',
    types: ['emphasis'],
  },
];

describe('Portable Text', () => {
  itReads(portableText, examples);

  const read = (data: unknown, base?: string): Article =>
    portableText.read(data, { parseHtml, base }).article;

  it('keeps a link with bold words one link', () => {
    const { body } = read(examples[1]!.data);
    expect(body[0]).to.deep.include({ type: 'paragraph' });
    expect(JSON.stringify(body).match(/"type":"link"/g)).to.have.length(2);
    expect(JSON.stringify(body)).to.contain(
      '{"type":"link","url":"https://a.example","children":["a ",{"type":"strong","children":["bold"]}," link"]}',
    );
    expect(JSON.stringify(body)).to.contain('"url":"/a-story"');
  });

  it('nests lists by their levels', () => {
    const { body } = read([item('a'), item('b', 2), item('c')]);
    const text = (words: string) => ({ type: 'paragraph', children: [words] });
    const inner = { type: 'list', ordered: false, items: [{ children: [text('b')] }] };
    expect(body).to.deep.equal([
      {
        type: 'list',
        ordered: false,
        items: [{ children: [text('a'), inner] }, { children: [text('c')] }],
      },
    ]);
  });

  it('finds a picture that is only referred to by the API that was asked', () => {
    const { body } = read(
      [image('', { asset: { _ref: 'image-abc-1200x800-jpg' } }), p('Text')],
      'https://p1.apicdn.sanity.io/v2024-01-01/data/query/production?query=x',
    );
    expect(body[0]).to.deep.include({
      src: 'https://cdn.sanity.io/images/p1/production/abc-1200x800.jpg',
      width: 1200,
      height: 800,
    });
  });

  it('bears what no editor writes', () => {
    const marks = Array.from({ length: 5000 }, (_, index) => `m${index}`);
    let deep: unknown = [p('deep')];
    for (let level = 0; level < 2000; level++) deep = [{ ...p('x'), inner: deep, _type: 'box' }];
    const hostile = [
      block([span('words', ...marks)]),
      item('far', 1e9),
      ...(deep as unknown[]),
      { _type: 'block', children: [null, 3, { _type: 'span' }] },
      { _type: '__proto__', children: 'x' },
    ];
    expect(() => read(hostile)).not.to.throw();
    expect(read([block([span('words', ...marks)])]).body).to.have.length(1);
  });

  it('is not taken for anything else', () => {
    for (const other of [
      { id: 1, title: { rendered: 'A' }, content: { rendered: '<p>B</p>' } },
      { '@context': 'https://schema.org', headline: 'A', articleBody: 'B' },
      { headline: 'A', body: [{ type: 'paragraph', children: ['B'] }] },
      { type: 'story', version: '0.10.7', content_elements: [{ type: 'text', content: 'B' }] },
      { uri: 'x', type: 'text', body_text: 'B' },
      { type: 'root', body: { type: 'body', children: [] } },
      [{ id: 1, content: { rendered: '' } }],
      { posts: [{ html: '<p>B</p>' }] },
    ])
      expect(portableText.recognises(other)).to.equal(false);
  });

  it('is fetched from its address', async () => {
    const fetch = () => Promise.resolve(Response.json({ result: { title: 'A', body: [p('B')] } }));
    const { article } = await articles({ src: 'https://a.example/q' }).load({ parseHtml, fetch });
    expect(article.headline).to.equal('A');
  });
});
