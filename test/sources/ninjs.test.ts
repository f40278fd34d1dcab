import { expect } from '@open-wc/testing';
import type { ArticleResult } from '../../src/content/article.js';
import { articles, ninjs } from '../../src/sources/ninjs.js';
import { itReads, parseHtml, type Example } from './formats.js';

const uri = 'http://tna.example/newsitems/20240531';
const read = (item: object): ArticleResult['article'] =>
  ninjs.read({ uri, ...item }, { parseHtml, base: 'https://news.example/story' }).article;

/** An item of 1.x. */
const one = (
  name: string,
  text: string,
  types: readonly string[],
  over: object,
  headline = 'Ministers meet',
): Example => ({
  name,
  data: { uri, type: 'text', version: '1', headline, ...over },
  text: `${headline} ${text}`,
  types,
});

/** An item of 2.x, and the same as 3.x spells it. */
const two = (
  name: string,
  text: string,
  types: readonly string[],
  over: object,
  headline = 'Ministers meet',
): Example => ({
  name,
  data: { uri, type: 'text', headlines: [{ role: 'main', value: headline }], ...over },
  text: `${headline} ${text}`,
  types,
});

const picture = {
  uri: 'http://tna.example/pictures/1',
  type: 'picture',
  byline: 'Jana Nová',
  headline: 'The palace in the morning',
  description_text: 'Flags before the palace in Prague.',
  renditions: {
    main: {
      href: 'https://tna.example/1-1200.jpg',
      mimetype: 'image/jpeg',
      width: 1200,
      height: 800,
    },
    small: {
      href: 'https://tna.example/1-300.jpg',
      mimetype: 'image/jpeg',
      width: 300,
      height: 200,
    },
    square: {
      href: 'https://tna.example/1-sq.jpg',
      mimetype: 'image/jpeg',
      width: 200,
      height: 200,
    },
  },
};
const pictureSaid = 'Flags before the palace in Prague. Jana Nová';
const pictureTwo = {
  name: 'second',
  uri: 'http://tna.example/pictures/2',
  type: 'graphic',
  by: 'TNA graphics',
  headlines: [{ value: 'A map' }],
  descriptions: [{ contentType: 'application/xhtml+xml', value: '<p>Where <em>they</em> met</p>' }],
  renditions: [{ name: 'main', href: 'https://tna.example/2.png', contentType: 'image/png' }],
};

const examples: Example[] = [
  one(
    'plain text of one paragraph for each empty line',
    'PRAGUE (TNA) -- First. Second, wrapped.',
    ['paragraph'],
    {
      body_text: 'PRAGUE (TNA) -- First.\n\nSecond,\nwrapped.',
      located: 'Prague, Czechia',
      ednote: 'For the desk only',
    },
  ),
  one('plain text with a paragraph in every line', 'First. Second. Paul Adam', ['paragraph'], {
    body_text: 'First.\nSecond.\n',
    byline: 'Paul Adam',
    slugline: 'NATO-MEETING',
  }),
  one('a place that the text does not begin with', 'Prague Ministers talked.', ['paragraph'], {
    body_text: 'Ministers talked.',
    located: 'Prague',
  }),
  one(
    'HTML with every element of a text',
    'One two three Under it an item 1 2 A b Said by whom A figure link',
    ['heading', 'list', 'table', 'blockquote', 'image', 'link', 'strong', 'emphasis'],
    {
      body_html:
        '<p>One <b>two</b> <em>three</em></p><h2>Under it</h2><ul><li>an item</li></ul><ol><li>1</li><li>2</li></ol><table><tr><th>A</th><td>b</td></tr></table><blockquote><p>Said</p><footer>by whom</footer></blockquote><figure><img src="/f.jpg" alt=""><figcaption>A figure</figcaption></figure><hr><p><a href="https://a.example">link</a></p>',
      body_text: 'One two three and all the rest without its form',
    },
  ),
  one('XHTML beside text, of which it takes one', 'Rich text.', ['paragraph', 'strong'], {
    body_text: 'Rich text.',
    body_xhtml:
      '<div xmlns="http://www.w3.org/1999/xhtml"><p><strong>Rich</strong> text.</p></div>',
  }),
  one(
    'a description that is more than the beginning of the text',
    'What happened, in short. The text.',
    [],
    {
      description_text: 'What happened, in short.',
      body_text: 'The text.',
    },
  ),
  one('a description that is only the beginning of the text', 'The text goes on.', [], {
    description_main: 'The text',
    body_richtext: '<p>The <i>text</i> goes on.</p>',
  }),
  one(
    'pictures that are associated, the main one first',
    `The text. Where they met TNA graphics ${pictureSaid} More of it Its words`,
    ['image', 'factbox'],
    {
      type: 'composite',
      body_text: 'The text.',
      associations: {
        second: { ...pictureTwo, renditions: { main: pictureTwo.renditions[0] } },
        mainpic: picture,
        sidebar: { uri: 'x:3', type: 'text', headline: 'More of it', body_text: 'Its words' },
      },
    },
  ),
  one('a picture that stands in the text already', `The text. ${pictureSaid}`, ['image'], {
    body_html:
      '<p>The text.</p><figure><img src="https://tna.example/1-1200.jpg" alt="x"><figcaption>Flags before the palace in Prague. <span class="credit">Jana Nová</span></figcaption></figure>',
    associations: { a1: picture },
  }),
  one(
    'video, sound and other stories',
    'The text. Moving TNA Sounding Another story in brief',
    ['video', 'audio'],
    {
      body_text: 'The text.',
      associations: {
        v: {
          uri: 'x:v',
          type: 'video',
          headline: 'A film',
          description_text: 'Moving',
          byline: 'TNA',
          renditions: {
            hd: {
              href: 'https://tna.example/v.mp4',
              mimetype: 'video/mp4',
              width: 1280,
              height: 720,
            },
            still: {
              href: 'https://tna.example/v.jpg',
              mimetype: 'image/jpeg',
              width: 640,
              height: 360,
            },
          },
        },
        a: {
          uri: 'x:a',
          type: 'audio',
          description_text: 'Sounding',
          renditions: { mp3: { href: 'https://tna.example/a.mp3' } },
        },
        t: { uri: 'x:t', type: 'text', headline: 'Another story', description_text: 'in brief' },
      },
    },
  ),
  {
    name: 'a picture alone',
    data: picture,
    text: `The palace in the morning ${pictureSaid}`,
    types: ['image'],
  },
  two(
    '2.x with a body in three formats',
    'Ministers in the text and a link. in short TT',
    ['heading', 'link'],
    {
      versioncreated: '2024-05-31T12:40:18+02:00',
      by: 'TT',
      standard: { name: 'TTNINJS', version: '2.1' },
      descriptions: [{ role: 'text', value: 'in short' }],
      bodies: [
        { role: 'text', contenttype: 'text/plain', value: 'Ministers meet\nMinisters in the text' },
        {
          role: 'html5',
          contenttype: 'text/html',
          value:
            '<html><head><title>Ministers meet</title></head><body><article><section><h1>Ministers meet</h1><div class="bodytext"><p>Ministers</p><h2>in the text</h2><p>and <a href="https://a.example">a link</a>.</p></div></section></article></body></html>',
        },
        {
          role: 'ttnitf',
          contenttype: 'application/xml',
          value: '<TTNITF><BODY><P>Text</P></BODY></TTNITF>',
        },
      ],
    },
  ),
  two('2.x with headlines of several roles', 'World Under the headline The text.', [], {
    headlines: [
      { role: 'kicker', value: 'World' },
      { role: 'main', contenttype: 'text/html', value: 'Ministers <em>meet</em>' },
      { role: 'subheadline', value: 'Under the headline' },
    ],
    bodies: [{ value: 'The text.' }],
  }),
  two(
    '2.x with a list of associations',
    `The text. ${pictureSaid} Where they met TNA graphics`,
    ['image'],
    {
      bodies: [{ contenttype: 'text/plain', value: 'The text.' }],
      associations: [{ ...picture, name: 'a001' }, pictureTwo],
    },
  ),
  two(
    '3.x in its camel case',
    'Paulo Santalucia and Frances d’Emilio The trial has begun. A gallery: Where they met TNA graphics Where they met TNA graphics',
    ['gallery'],
    {
      versionCreated: '2024-07-09T10:39:00Z',
      firstCreated: '2024-07-08T10:39:00Z',
      copyrightHolder: 'The News Agency',
      edNote: 'For the desk only',
      by: 'Paulo Santalucia and Frances d’Emilio',
      bodies: [
        { role: 'main', contentType: 'text/plain', value: 'Another' },
        {
          role: 'richtext',
          contentType: 'application/xhtml+xml',
          value: '<p>The trial has begun. A gallery:</p>',
        },
      ],
      associations: [
        {
          name: 'mainpic',
          uri: 'x:1',
          type: 'picture',
          renditions: [{ name: 'm', href: 'https://tna.example/0.jpg' }],
        },
        pictureTwo,
        {
          ...pictureTwo,
          name: 'third',
          uri: 'x:3',
          renditions: [{ name: 'm', href: 'https://tna.example/3.png' }],
        },
      ],
    },
  ),
  two('3.x with a body in NITF alone', 'Text of the wire', ['paragraph'], {
    bodies: [
      { contentType: 'application/nitf+xml', value: '<block><p>Text of the wire</p></block>' },
    ],
  }),
  {
    name: 'an item of 1.7 with its headline under another key',
    data: { uri, type: 'text', headline_main: 'Ministers meet', body_main: 'The text.' },
    text: 'Ministers meet The text.',
  },
];

describe('An item of ninjs', () => {
  itReads(ninjs, examples);

  it('tells who wrote it, when, where and of what', () => {
    const article = read({
      type: 'text',
      headline: 'A story',
      byline: 'By Jana Nová',
      firstcreated: '2024-05-31T10:00:00Z',
      versioncreated: '2024-05-31T12:00:00Z',
      language: 'cs',
      subject: [{ name: 'Politics', rel: 'about', code: '11000000' }],
      infosource: [{ name: 'The News Agency' }],
      copyrightnotice: 'All rights reserved.',
      genre: [{ name: 'Analysis' }],
      body_text: 'Text.',
    });
    expect(article.authors).to.deep.equal([{ name: 'Jana Nová' }]);
    expect(article.byline).to.equal('By Jana Nová');
    expect([article.published, article.updated]).to.deep.equal([
      '2024-05-31T10:00:00Z',
      '2024-05-31T12:00:00Z',
    ]);
    expect(article).to.deep.include({
      lang: 'cs',
      tags: [{ name: 'Politics' }],
      source: { name: 'The News Agency', licence: 'All rights reserved.' },
      design: 'analysis',
    });
  });

  it('offers a picture in every size that has its shape', () => {
    const { lead } = read({ type: 'composite', headline: 'A', associations: { mainpic: picture } });
    expect(lead).to.deep.include({
      src: 'https://tna.example/1-1200.jpg',
      width: 1200,
      alt: 'The palace in the morning',
      srcset: 'https://tna.example/1-1200.jpg 1200w, https://tna.example/1-300.jpg 300w',
    });
  });

  it('keeps short lines as lines, and joins what a machine wrapped', () => {
    const wide = 'Ministers of the alliance met on the last day of May,';
    const { body } = read({ type: 'text', body_text: `Roses\nViolets\n\n${wide}\nand talked.` });
    expect(body.map((block) => 'children' in block && block.children)).to.deep.equal([
      ['Roses', { type: 'break' }, 'Violets'],
      [`${wide} and talked.`],
    ]);
  });

  it('does not show the desk what is for the desk', () => {
    const article = read({ type: 'text', headline: 'A', ednote: 'Kill at noon', body_text: 'B' });
    expect(JSON.stringify(article)).not.to.contain('Kill');
  });

  it('is not taken for anything else', () => {
    for (const other of [
      { id: 1, title: { rendered: 'A' }, content: { rendered: '<p>B</p>' } },
      { '@context': 'https://schema.org', uri, headline: 'A' },
      { version: 'https://jsonfeed.org/version/1.1', items: [] },
      { headline: 'A', body: [{ type: 'paragraph', children: ['B'] }] },
      { type: 'story', version: '0.10.7', content_elements: [] },
      { type: 'root', body: { type: 'body', children: [] } },
      [{ _type: 'block', children: [] }],
      { uri: 'x' },
    ])
      expect(ninjs.recognises(other)).to.equal(false);
  });

  it('is fetched from its address', async () => {
    const fetch = () => Promise.resolve(Response.json(picture));
    const { article } = await articles({ src: 'https://tna.example/1.json' }).load({
      parseHtml,
      fetch,
    });
    expect(article.lead).to.include({ credit: 'Jana Nová' });
  });
});
