import { expect } from '@open-wc/testing';
import { articles, readAnything, recognise } from '../../src/sources/auto.js';
import { expectSound, parseHtml } from './formats.js';

const text = 'Text of the story';
const p = { type: 'paragraph', children: [text] };

/** The least that says which format it is, in several of its shapes, by the format's name. */
const shapes: Readonly<Record<string, readonly unknown[]>> = {
  wordpress: [
    { id: 1, title: { rendered: 'T' }, content: { rendered: `<p>${text}</p>` } },
    [{ id: 1, title: { rendered: 'T' }, content: { rendered: `<p>${text}</p>` } }],
  ],
  ghost: [
    { posts: [{ title: 'T', slug: 't', html: `<p>${text}</p>` }] },
    { pages: [{ title: 'T', slug: 't', html: `<p>${text}</p>` }], meta: {} },
    { title: 'T', slug: 't', uuid: 'u', html: `<p>${text}</p>`, url: 'https://g.example/t/' },
  ],
  'json-ld': [
    { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'T', articleBody: text },
    [{ '@type': 'BlogPosting', headline: 'T', articleBody: text }],
    { '@graph': [{ '@type': 'Article', name: 'T', articleBody: text }] },
  ],
  'content-tree': [
    {
      type: 'root',
      body: {
        type: 'body',
        version: 1,
        children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
      },
    },
  ],
  ans: [
    {
      type: 'story',
      version: '0.10.9',
      headlines: { basic: 'T' },
      content_elements: [{ type: 'text', content: text }],
    },
  ],
  ninjs: [
    { uri: 'urn:x', type: 'text', version: '1', headline: 'T', body_html: `<p>${text}</p>` },
    {
      uri: 'urn:x',
      type: 'text',
      headlines: [{ value: 'T' }],
      bodies: [{ contenttype: 'text/html', value: `<p>${text}</p>` }],
    },
  ],
  feed: [
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'F',
      items: [{ id: '1', title: 'T', content_html: `<p>${text}</p>` }],
    },
    `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>T</title><description>${text}</description></item></channel></rss>`,
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>T</title><content type="text">${text}</content></entry></feed>`,
  ],
  'portable-text': [
    [{ _type: 'block', style: 'normal', children: [{ _type: 'span', text }] }],
    {
      _type: 'post',
      title: 'T',
      body: [{ _type: 'block', children: [{ _type: 'span', text }] }],
    },
    {
      result: [{ title: 'T', body: [{ _type: 'block', children: [{ _type: 'span', text }] }] }],
    },
  ],
  json: [{ headline: 'T', body: [p] }, { headline: 'T', authors: [], body: [] }, { body: [p] }],
  html: [
    `<!DOCTYPE html><html><head><title>T</title></head><body><p>${text}</p></body></html>`,
    `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${text}</p></body></html>`,
    `<!-- saved --><html><body><p>${text}</p></body></html>`,
    `\ufeff\n <p>${text}</p>`,
    `<h1>T</h1><p>${text}</p>`,
  ],
  markdown: [`# T\n\n${text}`, `---\ntitle: T\n---\n\n${text}`, text, `${text} <b>bold</b>`],
};

describe('A story in whichever format', () => {
  for (const [name, list] of Object.entries(shapes)) {
    list.forEach((data, index) => {
      it(`is known as ${name} (${index + 1} of ${list.length}) and read`, async () => {
        const before = JSON.stringify(data);
        expect((await recognise(data))?.name).to.equal(name);
        const result = await readAnything(data, { parseHtml, base: 'https://a.example/' });
        expectSound(result);
        const { headline, body } = result.article;
        expect(`${headline} ${JSON.stringify(body)}`).to.match(/T/);
        expect(JSON.stringify(data)).to.equal(before);
      });
    });
  }

  for (const data of [
    null,
    undefined,
    0,
    '',
    '  ',
    [],
    {},
    [[]],
    { type: 'x' },
    { body: 'x' },
    true,
  ])
    it(`is in no format in ${JSON.stringify(data) ?? 'nothing'}`, async () => {
      const { article, problems } = await readAnything(data, { parseHtml });
      expect(article.body).to.deep.equal([]);
      expect(problems).to.have.length(1);
    });

  it('is not misled by keys that an object has not itself', async () => {
    const data = Object.create({ posts: [{ title: 'T', slug: 't', html: 'x' }] }) as object;
    expect(await recognise(data)).to.equal(undefined);
  });

  it('is fetched with one request, whatever it is', async () => {
    for (const list of Object.values(shapes)) {
      const [data] = list;
      const asked: unknown[] = [];
      const fetch = (url: unknown) => {
        asked.push(url);
        return Promise.resolve(typeof data === 'string' ? new Response(data) : Response.json(data));
      };
      const { article } = await articles({ src: 'https://a.example/s' }).load({ parseHtml, fetch });
      expect(asked).to.deep.equal(['https://a.example/s']);
      expect(article.body).to.have.length.above(0);
    }
  });

  it('is read from data that is at hand', async () => {
    const { article } = await articles({ src: 'x' }).read!({ headline: 'T' }, { parseHtml });
    expect(article.headline).to.equal('T');
  });

  it('says what it needs, and when there is no story', async () => {
    expect(() => articles({})).to.throw(TypeError);
    const fetch = () => Promise.resolve(Response.json({ nothing: true }));
    const failed = await articles({ src: 'https://a.example/' })
      .load({ parseHtml, fetch })
      .catch((error: unknown) => error);
    expect(failed).to.include({ name: 'SourceError', kind: 'server' });
  });
});
