import { expect } from '@open-wc/testing';
import type { Article } from '../../src/content/article.js';
import { ans, articles } from '../../src/sources/ans.js';
import { htmlText, itReads, parseHtml, type Example } from './formats.js';

const text = (content: string) => ({ _id: 'T', type: 'text', content });
const image = (caption: string, over: object = {}) => ({
  _id: 'I',
  type: 'image',
  version: '0.10.7',
  url: `https://cdn.arc.example/${encodeURIComponent(caption)}.jpg`,
  width: 1200,
  height: 800,
  alt_text: 'What it shows',
  caption,
  credits: {
    by: [{ type: 'author', name: 'Jana Nová' }],
    affiliation: [{ type: 'author', name: 'AP' }],
  },
  ...over,
});
const imageSaid = (caption: string) => `${caption} Jana Nová AP`;
const link = (content: string, over: object = {}) => ({
  type: 'interstitial_link',
  url: 'https://news.example/other',
  content,
  ...over,
});
const story = (over: object) => ({
  _id: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  type: 'story',
  version: '0.10.7',
  canonical_url: '/world/2024/05/31/ministers-meet/',
  headlines: { basic: 'Ministers meet' },
  ...over,
});
const one = (
  name: string,
  said: string,
  types: readonly string[],
  ...content_elements: unknown[]
): Example => ({
  name,
  data: story({ content_elements }),
  text: `Ministers meet ${said}`,
  types,
});

const rich =
  'One <b>two</b> <i>three</i> <a href="/four">four</a><br/>five <u>six</u> &amp; <script>alert(1)</script>seven';

const examples: Example[] = [
  one(
    'text with inline HTML',
    `${htmlText(rich)} A second one In two`,
    ['paragraph', 'strong', 'emphasis', 'link', 'break', 'underline'],
    text(rich),
    text('<p>A second one</p><p>In two</p>'),
    text(''),
  ),
  one(
    'headers and dividers',
    'Two Three of it',
    ['heading', 'thematic-break', 'emphasis'],
    { type: 'header', level: 2, content: 'Two' },
    { type: 'divider' },
    { type: 'header', level: 3, content: 'Three <em>of</em> it' },
  ),
  one(
    'pictures, with and without an address',
    `${imageSaid('Under <b>it</b>'.replace(/<\/?b>/g, ''))} By hand Only words Jana Nová AP`,
    ['image', 'strong'],
    image('Under <b>it</b>'),
    image('', { vanity_credits: { by: [{ type: 'author', name: 'By hand' }] } }),
    image('Only words', { url: undefined }),
  ),
  one(
    'a gallery',
    `Three views of it ${imageSaid('One')} ${imageSaid('Two')} Three views The whole of it`,
    ['gallery'],
    text('Three views of it'),
    {
      type: 'gallery',
      version: '0.10.7',
      headlines: { basic: 'Three views' },
      description: { basic: 'The whole of it' },
      content_elements: [image('One'), image('Two')],
    },
  ),
  one(
    'video and audio',
    'A film Moving pictures Jana Nová A talk Framed film',
    ['video', 'audio', 'embed'],
    {
      type: 'video',
      version: '0.10.7',
      headlines: { basic: 'A film' },
      description: { basic: 'Moving <i>pictures</i>' },
      credits: { by: [{ type: 'author', name: 'Jana Nová' }] },
      promo_items: { basic: image('never shown') },
      streams: [
        { stream_type: 'ts', url: 'https://v.arc.example/m.m3u8', width: 1920, height: 1080 },
        { stream_type: 'mp4', url: 'https://v.arc.example/s.mp4', width: 640, height: 360 },
        { stream_type: 'mp4', url: 'https://v.arc.example/m.mp4', width: 1280, height: 720 },
      ],
      subtitles: {
        urls: [
          { format: 'WEB_VTT', url: 'https://v.arc.example/c.vtt' },
          { format: 'SRT', url: 'https://v.arc.example/c.srt' },
        ],
      },
    },
    {
      type: 'audio',
      version: '0.10.7',
      headlines: { basic: 'A talk' },
      streams: [{ url: 'https://v.arc.example/a.mp3', mimetype: 'audio/mpeg' }],
    },
    {
      type: 'audio',
      version: '0.10.7',
      source_url: 'https://v.arc.example/b.mp3',
      mimetype: 'audio/mpeg',
    },
    {
      type: 'video',
      version: '0.10.7',
      headlines: { basic: 'Framed film' },
      embed_html: '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    },
  ),
  one(
    'lists in lists',
    'a b bold c first from an element',
    ['list', 'strong'],
    {
      type: 'list',
      list_type: 'unordered',
      items: [
        text('a'),
        { type: 'list', list_type: 'ordered', items: [text('b'), text('<b>bold</b>')] },
        text('c'),
      ],
    },
    {
      type: 'list',
      list_type: 'ordered',
      items: [text('first'), { type: 'list_element', content: 'from an element' }],
    },
  ),
  one(
    'quotations of three makes',
    'Said in two parts A man in Prague Large Somebody Old one',
    ['blockquote', 'pullquote'],
    {
      type: 'quote',
      subtype: 'blockquote',
      content_elements: [text('Said'), text('in two parts')],
      citation: text('A man in <i>Prague</i>'),
    },
    {
      type: 'quote',
      subtype: 'pullquote',
      content_elements: [text('Large')],
      citation: text('Somebody'),
    },
    { type: 'blockquote', content: 'Old one' },
  ),
  one(
    'a table and code',
    'Country Share Poland 4 % if (a < b) {}',
    ['table', 'code', 'strong'],
    {
      type: 'table',
      header: [text('Country'), text('Share')],
      rows: [[text('Poland'), text('<b>4 %</b>')]],
    },
    { type: 'code', language: 'js', content: 'if (a < b) {}' },
  ),
  one(
    'links to go on with',
    'Another story in short More of it One Two without a link A story told elsewhere',
    ['related'],
    link('Another <b>story</b>', { description: text('in short'), image: image('never shown') }),
    { type: 'link_list', title: 'More of it', items: [link('One'), text('Two without a link')] },
    {
      type: 'story',
      version: '0.10.7',
      canonical_url: '/other',
      headlines: { basic: 'A story' },
      description: { basic: 'told elsewhere' },
    },
  ),
  one(
    'what other sites say',
    'A post — Somebody May 31 A film Words of a site',
    ['embed', 'blockquote'],
    {
      type: 'oembed_response',
      subtype: 'twitter',
      raw_oembed: {
        type: 'rich',
        url: 'https://twitter.com/some/status/1',
        author_name: 'Somebody',
        html: '<blockquote class="twitter-tweet"><p>A post</p>&mdash; Somebody <a href="https://twitter.com/some/status/1">May 31</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
      },
    },
    {
      type: 'oembed_response',
      subtype: 'youtube',
      raw_oembed: {
        type: 'video',
        title: 'A film',
        provider_url: 'https://www.youtube.com/',
        html: '<iframe width="200" height="113" src="https://www.youtube.com/embed/abcdefghijk?feature=oembed"></iframe>',
      },
    },
    { type: 'oembed_response', raw_oembed: { html: '<p>Words of a site</p>' } },
  ),
  one('raw HTML', 'Raw words in a table A list', ['table', 'list', 'embed'], {
    type: 'raw_html',
    content:
      '<div onclick="alert(1)"><p>Raw words</p><table><tr><td>in a table</td></tr></table><ul><li>A list</li></ul><iframe src="https://datawrapper.dwcdn.net/x/1/"></iframe><style>p{}</style></div>',
  }),
  one(
    'corrections, a rating and an endorsement',
    'The meeting was in May. It was in Prague. 4 / 5 stars Recommended',
    ['notice', 'big-number', 'strong'],
    { type: 'correction', correction_type: 'correction', text: 'The meeting was in <b>May</b>.' },
    { type: 'correction', correction_type: 'clarification', text: 'It was in Prague.' },
    { type: 'numeric_rating', numeric_rating: 4, min: 0, max: 5, units: 'stars' },
    { type: 'endorsement', endorsement: 'Recommended' },
  ),
  one(
    'elements in a group, and what only names something',
    'Grouped together Alone',
    ['group'],
    { type: 'element_group', content_elements: [text('Grouped'), text('together')] },
    { type: 'element_group', content_elements: [text('Alone')] },
    { type: 'reference', referent: { type: 'image', id: 'x', provider: 'https://arc.example' } },
    { type: 'content_zone', _id: 'x' },
    { type: 'gist', url: 'https://gist.github.com/x/1' },
  ),
  one(
    'a plug-in of the publisher and kinds that nobody knows',
    'Which party? A box with bold words in it A headline',
    ['unknown', 'strong'],
    {
      type: 'custom_embed',
      subtype: 'poll',
      embed: {
        id: 'x1',
        url: 'https://poll.example/',
        config: { question: 'Which party?', url: 'https://x.example' },
      },
    },
    {
      type: 'hologram',
      _id: 'x',
      additional_properties: { comments: ['never shown'] },
      title: 'A box',
      content: 'with <b>bold</b> words',
      content_elements: [text('in it')],
      headlines: { basic: 'A headline' },
    },
  ),
  {
    name: 'a story with all its fields',
    data: story({
      headlines: { basic: 'Ministers <em>meet</em> &amp; talk', native: 'never shown' },
      subheadlines: { basic: 'In <i>Prague</i>' },
      description: { basic: 'never shown' },
      label: { basic: { text: 'Exclusive', display: true } },
      credits: {
        by: [
          { type: 'author', name: 'Jana Nová', url: '/people/jana-nova', role: 'Correspondent' },
        ],
        photos_by: [{ type: 'author', name: 'Paul Adam' }],
      },
      taxonomy: {
        primary_section: { name: 'World', path: '/world' },
        tags: [{ text: 'NATO', slug: 'nato' }],
      },
      promo_items: { basic: image('The palace') },
      corrections: [{ type: 'correction', text: 'It was May.' }],
      related_content: {
        basic: [{ type: 'story', headlines: { basic: 'Another' }, canonical_url: '/another' }],
      },
      content_elements: [text('The text.')],
    }),
    text: `Exclusive Ministers meet & talk In Prague Jana Nová Correspondent Paul Adam photos by ${imageSaid('The palace')} The text. It was May. Another`,
    types: ['image', 'notice'],
  },
  {
    name: 'a lead that stands in the text already',
    data: story({
      description: { basic: 'In short' },
      promo_items: { lead_art: image('The palace') },
      content_elements: [image('The palace'), text('The text.')],
    }),
    text: `Ministers meet In short ${imageSaid('The palace')} The text.`,
  },
  {
    name: 'a film that is the story',
    data: {
      type: 'video',
      version: '0.10.7',
      headlines: { basic: 'A film' },
      description: { basic: 'It moves' },
      streams: [{ stream_type: 'mp4', url: 'https://v.arc.example/m.mp4' }],
    },
    text: 'A film It moves',
    types: ['video'],
  },
  {
    name: 'what a search answers',
    data: {
      type: 'results',
      version: '0.10.7',
      content_elements: [story({ content_elements: [text('Found')] })],
    },
    text: 'Ministers meet Found',
  },
];

describe('A story in ANS', () => {
  itReads(ans, examples);

  const read = (over: object): Article =>
    ans.read(story(over), { parseHtml, base: 'https://news.example/api' }).article;

  it('tells who wrote it, when, where and whose it is', () => {
    const article = read({
      language: 'en-GB',
      first_publish_date: '2024-05-31T10:00:00Z',
      display_date: '2024-05-31T12:00:00Z',
      last_updated_date: '2024-06-30T12:00:00Z',
      copyright: '© News',
      source: { name: 'The Agency' },
      content_restrictions: { content_code: 'premium' },
      credits: { by: [{ type: 'author', name: 'Jana Nová', url: '/people/jana' }] },
      taxonomy: { primary_section: { _id: '/world', name: 'World' }, tags: [{ text: 'NATO' }] },
    });
    expect(article).to.deep.include({
      url: 'https://news.example/world/2024/05/31/ministers-meet/',
      published: '2024-05-31T10:00:00Z',
      updated: '2024-05-31T12:00:00Z',
      section: { name: 'World', url: 'https://news.example/world' },
      tags: [{ name: 'NATO' }],
      authors: [{ name: 'Jana Nová', url: 'https://news.example/people/jana' }],
      source: { name: 'The Agency', licence: '© News' },
      free: false,
      lang: 'en-GB',
    });
  });

  it('plays the file for a screen first', () => {
    const { body } = ans.read(examples[4]!.data, { parseHtml }).article;
    expect(body[0]).to.deep.include({
      files: [
        { src: 'https://v.arc.example/m.mp4', mime: 'video/mp4' },
        { src: 'https://v.arc.example/s.mp4', mime: 'video/mp4' },
        { src: 'https://v.arc.example/m.m3u8', mime: 'application/x-mpegURL' },
      ],
      tracks: [{ src: 'https://v.arc.example/c.vtt', kind: 'captions' }],
      width: 1280,
    });
  });

  it('takes no address that a page may not use, nor any script', () => {
    const article = read({
      content_elements: [
        link('A link', { url: 'javascript:alert(1)' }),
        image('Safe', { url: 'data:text/html,x' }),
        text('<img src=x onerror=alert(1)>x<a href="javascript:alert(1)">y</a>'),
      ],
    });
    expect(JSON.stringify(article)).not.to.match(/javascript:|onerror|data:/);
  });

  it('reads what is nested without end as its words', () => {
    let deep: unknown = text('deep');
    for (let level = 0; level < 3000; level++)
      deep = { type: 'element_group', content_elements: [deep] };
    expect(() => read({ content_elements: [deep] })).not.to.throw();
  });

  it('is not taken for anything else', () => {
    for (const other of [
      { id: 1, title: { rendered: 'A' }, content: { rendered: '<p>B</p>' } },
      { '@context': 'https://schema.org', headline: 'A', articleBody: 'B' },
      { headline: 'A', body: [{ type: 'paragraph', children: ['B'] }] },
      { version: 'https://jsonfeed.org/version/1.1', items: [], type: 'story' },
      { uri: 'x', type: 'video', version: '1', headline: 'A' },
      { type: 'root', body: { type: 'body', children: [], version: 1 } },
      [{ _type: 'block', children: [] }],
      { posts: [{ html: '<p>B</p>' }] },
    ])
      expect(ans.recognises(other)).to.equal(false);
  });

  it('is fetched from its address', async () => {
    const fetch = () => Promise.resolve(Response.json(story({})));
    const { article } = await articles({ src: 'https://a.example/s' }).load({ parseHtml, fetch });
    expect(article.url).to.equal('https://a.example/world/2024/05/31/ministers-meet/');
  });
});
