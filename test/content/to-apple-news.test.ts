import { expect } from '@open-wc/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { articleOf, type Article } from '../../src/content/article.js';
import type { Block } from '../../src/content/block.js';
import { toAppleNews, type AppleNewsOptions } from '../../src/content/to-apple-news.js';
import { appleNewsSchema } from './apple-news-schema.js';
import { emptyArticle, everyBlock, HOSTILE, lostIn } from './every-block.js';

const validate = new Ajv2020({ allErrors: true }).compile(appleNewsSchema);
/** As Apple gets it. */
function written(article: Article, options?: AppleNewsOptions) {
  const document = JSON.parse(JSON.stringify(toAppleNews(article, options))) as ReturnType<
    typeof toAppleNews
  >;
  validate(document);
  expect(validate.errors ?? []).to.deep.equal([]);
  return document;
}
const p = (...children: string[]): Block => ({ type: 'paragraph', children });
const componentsOf = (...body: Block[]) => written(articleOf({ body })).components;
type Components = ReturnType<typeof componentsOf>;

/** Every component, however deep. */
const deep = (components: Components): Components[number][] =>
  components.flatMap((one) => [one, ...deep(one.components ?? [])]);

/** Every piece of HTML in a story, with the place that it stands in. */
function htmlIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'format' in value && 'text' in value ? [String(value.text)] : [];
  const tables = 'html' in value ? [String(value.html)] : [];
  return [...own, ...tables, ...Object.values(value).flatMap(htmlIn)];
}
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

/** The elements that Apple News knows in texts, and in tables. */
const elements = new Set(
  'a blockquote br code em li ol p pre s strong sub sup ul table tbody tr td th'.split(' '),
);

const story = articleOf({
  id: '8',
  url: 'https://news.example/bridge',
  headline: 'Bridge & river',
  kicker: 'World',
  standfirst: ['At ', { type: 'emphasis', children: ['last'] }, '.'],
  authors: [{ name: 'Ann' }, { name: 'Bob' }],
  published: '2024-05-31T20:00:00+02:00',
  updated: '2024-06-01',
  dateline: 'PRAGUE',
  section: { name: 'Europe' },
  tags: [{ name: 'Rivers' }, { name: 'Europe' }],
  lead: { type: 'image', src: '/a.jpg', alt: 'A bridge', caption: ['The bridge'], credit: 'Jane' },
  body: [p('It opened.'), p('People came.'), { type: 'thematic-break' }, p('They left.')],
  lang: 'en-GB',
});

describe('A story for Apple News', () => {
  it('is a document that its format allows', () => {
    const document = written(story, { identifier: 'bridge-8' });
    expect(document).to.deep.include({
      version: '1.11',
      identifier: 'bridge-8',
      language: 'en-GB',
      title: 'Bridge & river',
      subtitle: 'At last.',
      layout: { columns: 7, width: 1024, margin: 60, gutter: 20 },
      metadata: {
        authors: ['Ann', 'Bob'],
        canonicalURL: 'https://news.example/bridge',
        datePublished: '2024-05-31T18:00:00Z',
        dateCreated: '2024-05-31T18:00:00Z',
        dateModified: '2024-06-01T00:00:00Z',
        excerpt: 'At last.',
        keywords: ['Europe', 'Rivers'],
        thumbnailURL: 'https://news.example/a.jpg',
        generatorName: 'broadsheet-elements',
      },
    });
    const format = 'html';
    expect(document.components).to.deep.equal([
      { role: 'heading', text: 'World', format },
      { role: 'title', text: 'Bridge &amp; river', format },
      { role: 'intro', text: 'At <em>last</em>.', format },
      { role: 'byline', text: 'By Ann and Bob | 31 May 2024 | Updated 1 June 2024', format },
      {
        role: 'photo',
        URL: 'https://news.example/a.jpg',
        caption: { text: 'The bridge · Jane', format },
        accessibilityCaption: 'A bridge',
      },
      { role: 'caption', text: 'The bridge · Jane', format },
      { role: 'body', text: '<p>PRAGUE — It opened.</p><p>People came.</p>', format },
      { role: 'divider', stroke: { color: '#999999', width: 1 } },
      { role: 'body', text: '<p>They left.</p>', format },
    ]);
  });

  it('says all that was written', () => {
    const document = written(everyBlock);
    const whole = htmlIn(document.components)
      .map((html) => parse(html).textContent)
      .join('\n');
    expect(lostIn(whole, everyBlock)).to.deep.equal([]);
    const alts = deep(document.components).flatMap(({ accessibilityCaption, items = [] }) => [
      accessibilityCaption,
      ...(items as Components).map((item) => item.accessibilityCaption),
    ]);
    for (const name of ['lead', 'inline', 'gallery-one', 'before', 'card'])
      expect(alts).to.include(`${name}-alt ${HOSTILE}`);
    expect(JSON.stringify(document)).not.to.match(/undefined|\[object|NaN|null/);
  });

  it('holds only the elements that Apple News knows, with addresses that are absolute', () => {
    const document = written(everyBlock);
    for (const html of htmlIn(document)) {
      for (const element of parse(html).querySelectorAll('*')) {
        expect([...elements], html).to.include(element.localName);
        for (const { name, value } of element.attributes) {
          expect(['href', 'colspan', 'rowspan']).to.include(name);
          if (name === 'href') expect(value).to.match(/^(?:https:\/\/|#[\w-]+$)/);
        }
      }
    }
  });

  it('has links within it that lead to its own components', () => {
    const document = written(everyBlock);
    const names = deep(document.components).flatMap(({ identifier }) => identifier ?? []);
    expect(new Set(names).size).to.equal(names.length);
    const targets = htmlIn(document).flatMap((html) =>
      [...parse(html).querySelectorAll('a[href^="#"]')].map((a) =>
        a.getAttribute('href')!.slice(1),
      ),
    );
    expect(targets).to.have.length.above(2);
    for (const target of targets) expect(names).to.include(target);
  });

  it('has a component for each kind of block that Apple News knows', () => {
    const roles = new Set(deep(written(everyBlock).components).map(({ role }) => role));
    for (const role of [
      ...['title', 'intro', 'byline', 'heading', 'heading2', 'heading4', 'body', 'quote', 'photo'],
      ...['pullquote', 'gallery', 'mosaic', 'video', 'audio', 'embedwebvideo', 'htmltable'],
      ...['divider', 'container', 'section', 'aside', 'caption'],
    ])
      expect([...roles]).to.include(role);
  });

  it('shows posts and films of the sites that Apple News knows, and links to others', () => {
    const embed = (provider: string, url: string): Block => ({
      type: 'embed',
      ...{ provider, url, children: [] },
    });
    const shown = componentsOf(
      embed('youtube', 'https://www.youtube.com/watch?v=abcdefghijk&t=1'),
      embed('youtube', 'https://youtu.be/abcdefghijk'),
      embed('vimeo', 'https://vimeo.com/123'),
      embed('x', 'https://x.com/a/status/1'),
      embed('instagram', 'https://www.instagram.com/p/abc/'),
      embed('facebook', 'https://www.facebook.com/a/posts/1'),
      embed('tiktok', 'https://www.tiktok.com/@a/video/1'),
      embed('constructor', 'https://a.example/'),
    ).map(({ role, URL, text }) => [role, URL ?? text]);
    expect(shown).to.deep.equal([
      ['embedwebvideo', 'https://www.youtube.com/embed/abcdefghijk'],
      ['embedwebvideo', 'https://www.youtube.com/embed/abcdefghijk'],
      ['embedwebvideo', 'https://player.vimeo.com/video/123'],
      ['tweet', 'https://x.com/a/status/1'],
      ['instagram', 'https://www.instagram.com/p/abc/'],
      ['facebook_post', 'https://www.facebook.com/a/posts/1'],
      ['tiktok', 'https://www.tiktok.com/@a/video/1'],
      ['body', '<p><a href="https://a.example/">Open on constructor</a></p>'],
    ]);
  });

  it('takes of a film the file that Apple plays', () => {
    const [film] = deep(written(everyBlock).components).filter(({ role }) => role === 'video');
    expect(film).to.deep.include({
      URL: 'https://news.example/film.mp4?a=1&b="2"',
      stillURL: 'https://news.example/poster.jpg',
      aspectRatio: 1.778,
    });
  });

  it('keeps the words of what stands in a list and has no place there', () => {
    const [list] = componentsOf({
      type: 'list',
      ordered: false,
      items: [
        {
          children: [
            p('a'),
            { type: 'code', text: 'x < y' },
            { type: 'factbox', title: ['b'], children: [p('c')] },
          ],
        },
      ],
    });
    expect(list!.text).to.equal('<ul><li>a<pre>x &lt; y</pre><p>b</p><p>c</p></li></ul>');
  });

  it('keeps the words of what others cannot fetch', () => {
    const components = componentsOf(
      { type: 'image', src: 'blob:x', alt: 'A bridge', caption: ['Old'], credit: 'Jane' },
      { type: 'gallery', images: [{ type: 'image', src: '/x.jpg', alt: 'A river' }] },
      { type: 'audio', files: [{ src: '/x.mp3' }], tracks: [], title: 'A talk' },
    );
    expect(components.map(({ role, text }) => [role, text])).to.deep.equal([
      ['caption', 'A bridge · Old · Jane'],
      ['caption', 'A river'],
      ['caption', 'A talk'],
    ]);
  });

  it('is named by what the story is named by', () => {
    const named = (parts: Partial<Article>, options?: AppleNewsOptions) =>
      written(articleOf(parts), options).identifier;
    expect(named({ id: '8' })).to.equal('8');
    expect(named({ url: 'https://news.example/a/b?c=1' })).to.equal('news-example-a-b-c-1');
    expect(named({ headline: 'Bridge opens' })).to.equal('Bridge-opens');
    expect(named({ headline: 'x'.repeat(100) })).to.have.lengthOf(64);
    expect(named({ headline: '橋' })).to.equal('article');
    expect(named({ id: '8' }, { identifier: 'a b' })).to.equal('a-b');
  });

  it('reads from the right where its story does', () => {
    const { componentTextStyles } = written({ ...everyBlock, lang: 'ar', dir: 'rtl' });
    expect(componentTextStyles.default!.textAlignment).to.equal('right');
  });

  it('of a story that has nothing is a document all the same', () => {
    const document = written(emptyArticle);
    expect(document.components).to.deep.equal([]);
    expect(document.metadata).to.deep.equal({ generatorName: 'broadsheet-elements' });
  });

  it('is the same each time, and changes nothing', () => {
    const before = JSON.stringify(everyBlock);
    expect(toAppleNews(everyBlock)).to.deep.equal(toAppleNews(everyBlock));
    expect(JSON.stringify(everyBlock)).to.equal(before);
  });
});
