import { expect } from '@open-wc/testing';
import { articles, json } from '../../src/sources/json.js';
import { itReads, parseHtml, type Example } from './formats.js';

const p = (...children: unknown[]) => ({ type: 'paragraph', children });
const story = (over: object) => ({ headline: 'Headline', ...over });
const image = (src: string, over: object = {}) => ({ type: 'image', src, alt: '', ...over });

/** A story of some blocks, and what they say. */
const of = (name: string, text: string, ...body: unknown[]): Example => ({
  name,
  data: story({ body }),
  text: `Headline ${text}`,
  types: body.map((block) => (block as { type: string }).type),
});

const examples: Example[] = [
  {
    name: 'a story with all that stands around the text',
    data: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      id: '8',
      url: 'https://news.example/s',
      headline: 'Ministers meet',
      kicker: 'World',
      series: { name: 'Summits', url: '/summits' },
      standfirst: ['And ', { type: 'emphasis', children: ['talk'] }],
      authors: [{ name: 'Jane Doe', role: 'Editor', url: '/jane', image: '/j.jpg' }],
      published: '2024-05-31T08:00:00Z',
      updated: '2024-05-31T09:00:00Z',
      dateline: 'Prague',
      section: { name: 'Europe' },
      tags: [{ name: 'NATO' }],
      lead: image('/l.jpg', { caption: ['In the hall'], credit: 'A. Photographer' }),
      body: [p('They met ', { type: 'note-reference', note: 'n', label: '1' })],
      notes: [{ id: 'n', children: [p('A source')] }],
      corrections: [{ type: 'notice', kind: 'correction', children: [p('It said Brno')] }],
      related: [{ headline: 'Before this', url: '/before', standfirst: 'They did not meet' }],
      lang: 'en',
      dir: 'ltr',
      free: true,
      source: { name: 'The Paper', url: 'https://news.example/', licence: 'CC BY 4.0' },
      design: 'news',
    },
    text: 'Ministers meet World Summits And talk Jane Doe Editor Prague In the hall A. Photographer They met 1 A source It said Brno Before this They did not meet',
    types: ['image', 'note-reference', 'notice'],
  },
  { name: 'a headline alone', data: { headline: 'Only this' }, text: 'Only this' },
  {
    name: 'blocks alone, and a text that is a paragraph',
    data: { body: [p('One'), 'Two'] },
    text: 'One Two',
  },
  of(
    'every mark in a line',
    'a b c d e f g h i j k l m n o p q r s t',
    p(
      ...[
        'strong emphasis strikethrough underline code keyboard superscript subscript highlight small',
        'quotation citation definition insertion deletion',
      ]
        .join(' ')
        .split(' ')
        .flatMap((type, index) => [{ type, children: [String.fromCharCode(97 + index)] }, ' ']),
      { type: 'link', url: '/x', title: 'T', children: ['p'] },
      { type: 'break' },
      { type: 'abbreviation', title: 'Quite', children: ['q'] },
      ' ',
      { type: 'time', datetime: '2024', children: ['r'] },
      ' ',
      { type: 'span', lang: 'de', children: ['s'] },
      ' ',
      { type: 'math', children: [{ name: 'mi', children: ['t'] }] },
    ),
  ),
  of(
    'headings, lists and a rule',
    'Two Three a b',
    { type: 'heading', level: 2, children: ['Two'] },
    { type: 'heading', level: 3, id: 'three', children: ['Three'] },
    {
      type: 'list',
      ordered: true,
      start: 3,
      items: [
        { children: [p('a'), { type: 'list', ordered: false, items: [{ children: [p('b')] }] }] },
      ],
    },
    { type: 'thematic-break' },
  ),
  of(
    'quotations',
    'Said She Set large He',
    { type: 'blockquote', children: [p('Said')], source: ['She'], url: '/said' },
    { type: 'pullquote', children: [p('Set large')], source: ['He'] },
  ),
  of(
    'pictures, a gallery and a comparison',
    'One Two Both Change',
    image('/1.jpg', { caption: ['One'], placement: 'wide', url: '/large' }),
    {
      type: 'gallery',
      layout: 'grid',
      images: [image('/2.jpg', { caption: ['Two'] }), image('/3.jpg')],
      caption: ['Both'],
    },
    { type: 'comparison', before: image('/4.jpg'), after: image('/5.jpg'), caption: ['Change'] },
  ),
  of(
    'a video, a sound and an embed',
    'Moves Spoken Sounds Watch Or read Shown',
    {
      type: 'video',
      files: [{ src: '/v.mp4', mime: 'video/mp4' }],
      tracks: [{ src: '/v.vtt', kind: 'captions', lang: 'en' }],
      caption: ['Moves'],
      transcript: [p('Spoken')],
      poster: '/v.jpg',
      width: 16,
      height: 9,
    },
    { type: 'audio', files: [{ src: '/a.mp3' }], tracks: [], caption: ['Sounds'] },
    {
      type: 'embed',
      provider: 'youtube',
      url: 'https://www.youtube.com/watch?v=x',
      title: 'Watch',
      children: [p('Or read')],
      caption: ['Shown'],
    },
  ),
  of(
    'a table, code and a formula',
    'Cap Head Cell Foot let a; Listing x',
    {
      type: 'table',
      caption: ['Cap'],
      head: [{ cells: [{ children: ['Head'], header: true, columns: 2 }] }],
      body: [{ cells: [{ children: ['Cell'] }] }],
      foot: [{ cells: [{ children: ['Foot'] }] }],
    },
    { type: 'code', text: 'let a;', language: 'js', caption: ['Listing'] },
    { type: 'math-block', children: [{ name: 'mi', children: ['x'] }] },
  ),
  of(
    'boxes, a number and a timeline',
    'Facts Inside 75 % of them Days Spring Begun So Opens Behind it Term Meaning',
    { type: 'factbox', kind: 'facts', title: ['Facts'], children: [p('Inside')] },
    { type: 'big-number', number: '75 %', children: ['of them'] },
    {
      type: 'timeline',
      title: ['Days'],
      events: [{ date: 'Spring', datetime: '1949-04', title: ['Begun'], children: [p('So')] }],
    },
    { type: 'details', summary: ['Opens'], children: [p('Behind it')] },
    {
      type: 'definition-list',
      items: [{ terms: [{ children: ['Term'] }], descriptions: [{ children: [p('Meaning')] }] }],
    },
  ),
  of(
    'a figure, a group, notices, other stories and moments of a live blog',
    'Captioned Under it Grouped Made by a machine Next Other Moment It happened',
    { type: 'figure', children: [p('Captioned')], caption: ['Under it'] },
    { type: 'group', children: [p('Grouped')] },
    { type: 'notice', kind: 'ai', children: [p('Made by a machine')] },
    { type: 'related', title: ['Next'], items: [{ headline: 'Other', url: '/o' }] },
    {
      type: 'live-update',
      id: 'm',
      headline: ['Moment'],
      authors: [{ name: 'Jane' }],
      key: true,
      children: [p('It happened')],
    },
  ),
  {
    name: 'a block that nobody knows, which keeps its words',
    data: story({
      body: [
        p('Known'),
        { type: 'poll', question: 'Which?', answers: ['This', 'That'], id: 'hidden' },
      ],
    }),
    text: 'Headline Known Which? This That',
    types: ['unknown'],
  },
  {
    name: 'addresses that no page may use, whose words stay',
    data: story({
      url: 'javascript:alert(1)',
      body: [p({ type: 'link', url: 'javascript:alert(1)', children: ['Not linked'] })],
    }),
    text: 'Headline Not linked',
    types: ['span'],
  },
];

describe('A story in our own JSON', () => {
  itReads(json, examples);

  it('is told from others that have a headline too', () => {
    for (const data of [
      { '@type': 'NewsArticle', headline: 'x' },
      { uri: 'urn:x', headline: 'x', type: 'text' },
      { headlines: { basic: 'x' }, body: [{ _type: 'block' }] },
      { headline: '', body: [] },
      { body: { type: 'body' } },
      Object.create({ headline: 'inherited' }) as object,
    ])
      expect(json.recognises(data), JSON.stringify(data)).to.equal(false);
  });

  it('says what was wrong with it', () => {
    const { article, problems } = json.read(
      { headline: 'H', body: [{ type: 'image' }] },
      { parseHtml },
    );
    expect(article.headline).to.equal('H');
    expect(problems.map(({ path }) => path)).to.include('body[0].src');
  });

  it('is fetched with one request', async () => {
    const fetch = () => Promise.resolve(Response.json({ headline: 'H' }));
    const { article } = await articles({ src: 'https://a.example/s.json' }).load({
      parseHtml,
      fetch,
    });
    expect(article.headline).to.equal('H');
  });
});
