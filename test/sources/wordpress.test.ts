import { expect } from '@open-wc/testing';
import { articles, wordpress } from '../../src/sources/wordpress.js';
import { htmlText, itReads, parseHtml, type Example } from './formats.js';

const load = async (version: string): Promise<Record<string, unknown>> =>
  (await (
    await fetch(new URL(`./fixtures/wordpress-${version}.json`, import.meta.url))
  ).json()) as Record<string, unknown>;

const seven = await load('7.1.1');
const six = await load('6.1.9');

interface Post {
  readonly title: { readonly rendered: string };
  readonly excerpt: { readonly rendered: string };
  readonly content: { readonly rendered: string };
}

/** Headline, excerpt, text, the lead picture's caption, who wrote it and the category over it. */
function said(post: unknown): string {
  const { title, excerpt, content, _embedded } = post as Post & {
    _embedded?: {
      author?: { name: string }[];
      'wp:featuredmedia'?: { caption: { rendered: string } }[];
      'wp:term'?: { name: string }[][];
    };
  };
  return [
    title.rendered,
    excerpt.rendered,
    content.rendered,
    _embedded?.['wp:featuredmedia']?.[0]?.caption.rendered ?? '',
    ...(_embedded?.author ?? []).map(({ name }) => name),
    _embedded?.['wp:term']?.[0]?.[0]?.name ?? '',
  ]
    .map(htmlText)
    .join(' ');
}

const post = (content: string, over: object = {}): Record<string, unknown> => ({
  id: 1,
  link: 'https://news.example/story/',
  date_gmt: '2024-05-31T18:00:00',
  title: { rendered: 'A story' },
  excerpt: { rendered: '' },
  content: { rendered: content, protected: false },
  ...over,
});

const one = (name: string, content: string, types: readonly string[], over = {}): Example => {
  const data = post(content, over);
  return { name, data, text: said(data), types };
};

const examples: Example[] = [
  {
    name: 'the seeded post of WordPress 7',
    data: seven,
    text: said(seven),
    types: [
      'heading',
      'image',
      'gallery',
      'blockquote',
      'pullquote',
      'list',
      'table',
      'embed',
      'thematic-break',
      'code',
    ],
  },
  {
    name: 'the seeded post of WordPress 6',
    data: six,
    text: said(six),
    types: ['gallery', 'embed'],
  },
  { name: 'the list that a search by slug gives', data: [seven], text: said(seven) },
  one(
    'a paragraph with every mark',
    '<p>One <strong>two</strong> <em>three</em> <s>four</s> <code>five</code> <a href="/six">six</a> <mark>seven</mark> H<sub>2</sub>O x<sup>2</sup><br>eight</p>',
    ['paragraph', 'strong', 'emphasis', 'link', 'break', 'subscript'],
  ),
  one(
    'footnotes',
    '<p>A claim<sup data-fn="0b4e" class="fn"><a href="#0b4e" id="0b4e-link">1</a></sup> stands.</p><ol class="wp-block-footnotes"><li id="0b4e">Its source. <a href="#0b4e-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>',
    ['note-reference'],
  ),
  one(
    'a gallery of the old editor',
    '<div id="gallery-1" class="gallery"><figure class="gallery-item"><div class="gallery-icon"><a href="a.jpg"><img src="a-150.jpg" alt="A" width="150" height="150"></a></div><figcaption class="wp-caption-text">First</figcaption></figure><figure class="gallery-item"><img src="b-150.jpg" alt=""><figcaption>Second</figcaption></figure></div>',
    ['image'],
  ),
  one(
    'video, audio and a file',
    '<figure class="wp-block-video"><video controls src="https://news.example/v.mp4" poster="p.jpg"></video><figcaption>Moving</figcaption></figure><figure class="wp-block-audio"><audio controls src="https://news.example/a.mp3"></audio><figcaption>Sounding</figcaption></figure><div class="wp-block-file"><a href="https://news.example/f.pdf">The paper</a><a href="https://news.example/f.pdf" class="wp-block-file__button" download>Download</a></div>',
    ['video', 'audio', 'link'],
  ),
  one(
    'details, columns, a group and a button',
    '<details class="wp-block-details"><summary>More</summary><p>Hidden words</p></details><div class="wp-block-columns"><div class="wp-block-column"><p>Left</p></div><div class="wp-block-column"><p>Right</p></div></div><div class="wp-block-group"><h3>Inside</h3></div><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/go">Go</a></div></div>',
    ['details', 'heading', 'link'],
  ),
  one(
    'media and text, a cover, verse and preformatted text',
    '<div class="wp-block-media-text"><figure class="wp-block-media-text__media"><img src="m.jpg" alt="M"></figure><div class="wp-block-media-text__content"><p>Beside it</p></div></div><div class="wp-block-cover"><span aria-hidden="true" class="wp-block-cover__background"></span><img class="wp-block-cover__image-background" alt="" src="c.jpg"><div class="wp-block-cover__inner-container"><p>Over it</p></div></div><pre class="wp-block-verse">Two\n  lines</pre><pre class="wp-block-preformatted">As  it is</pre>',
    ['image', 'code'],
  ),
  one(
    'a page of the classic editor',
    'First line\n<blockquote>Said <cite>Somebody</cite></blockquote>\n<!--more--><p style="text-align:center">Middle</p><div class="wp-caption alignleft"><img src="x.jpg" alt="X" /><p class="wp-caption-text">Under it</p></div>',
    ['blockquote', 'image'],
  ),
  one(
    'an excerpt that WordPress cut from the text',
    '<p>The beginning and the end.</p>',
    ['paragraph'],
    {
      excerpt: { rendered: '' },
    },
  ),
  one('a headline with markup and entities', '<p>Text</p>', [], {
    title: { rendered: 'Caf&eacute; &amp; <em>Co</em> &#8211; &lt;b&gt;' },
  }),
  one(
    'right-to-left words and other scripts',
    '<p lang="ar" dir="rtl">مرحبا بالعالم</p><p>日本語 <span lang="de">Straße</span></p>',
    ['span'],
  ),
  one(
    'a block of a plugin that nobody knows',
    '<acme-poll data-id="7"><p>Which?</p><label><input type="radio"> This</label> <button>Vote</button></acme-poll><script>alert(1)</script><style>p{}</style>',
    ['paragraph'],
  ),
];

describe('A post of WordPress', () => {
  itReads(wordpress, examples);

  it('tells who wrote it, when, and where it stands', () => {
    const { article } = wordpress.read(seven, { parseHtml });
    expect(article.authors[0]!.name).to.equal('admin');
    expect(article.published).to.equal('2026-11-24T18:13:56Z');
    expect(article.section!.name).to.equal('World');
    expect(article.tags.map(({ name }) => name)).to.include('NATO');
    expect(article.lead).to.include({ type: 'image', width: 1600, height: 900 });
  });

  it('leaves an excerpt out that WordPress cut from the text', () => {
    const data = post('<p>The beginning and the end of it.</p>', {
      excerpt: { rendered: '<p>The beginning and the […]</p>' },
    });
    expect(wordpress.read(data, { parseHtml }).article.standfirst).to.equal(undefined);
  });

  for (const [options, address] of [
    [
      { src: 'https://a.example', post: '8' },
      'https://a.example/wp-json/wp/v2/posts/8?_embed=author,wp:featuredmedia,wp:term',
    ],
    [
      { src: 'https://a.example/blog/', post: 'a-slug' },
      'https://a.example/blog/wp-json/wp/v2/posts?slug=a-slug&_embed=author,wp:featuredmedia,wp:term',
    ],
    [
      { src: 'https://a.example/2024/05/a-slug/?x#y' },
      'https://a.example/wp-json/wp/v2/posts?slug=a-slug&_embed=author,wp:featuredmedia,wp:term',
    ],
    [
      { src: 'https://a.example/wp-json/wp/v2/posts/8' },
      'https://a.example/wp-json/wp/v2/posts/8?_embed=author,wp:featuredmedia,wp:term',
    ],
    [
      { src: 'https://a.example/?rest_route=/wp/v2/posts/8' },
      'https://a.example/?rest_route=/wp/v2/posts/8&_embed=author,wp:featuredmedia,wp:term',
    ],
  ] as const) {
    it(`asks once for ${JSON.stringify(options)}`, async () => {
      const asked: string[] = [];
      const fetch = (url: unknown) => {
        asked.push(url as string);
        return Promise.resolve(Response.json(seven));
      };
      const { article } = await articles(options).load({ parseHtml, fetch });
      expect(asked).to.deep.equal([address]);
      expect(article.headline).to.contain('NATO Foreign Ministers');
    });
  }

  it('says in a word why there is no story', async () => {
    for (const [status, kind] of [
      [401, 'auth'],
      [404, 'server'],
      [500, 'server'],
    ] as const) {
      const fetch = () => Promise.resolve(new Response('', { status }));
      const failed = await articles({ src: 'https://a.example', post: '8' })
        .load({ parseHtml, fetch })
        .catch((error: unknown) => error);
      expect(failed).to.include({ name: 'SourceError', kind });
    }
  });
});
