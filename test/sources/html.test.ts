import { expect } from '@open-wc/testing';
import { writeArticle } from '../../src/content/render-article.js';
import { articles, html } from '../../src/sources/html.js';
import { scanPage } from '../../src/sources/html-scan.js';
import { htmlText, itReads, parseHtml, silentOptions, type Example } from './formats.js';

const fragment = (name: string, data: string, types: readonly string[] = []): Example => ({
  name,
  data,
  text: htmlText(data),
  types,
});

const page = (
  name: string,
  head: string,
  body: string,
  text: string,
  types: readonly string[] = [],
): Example => ({
  name,
  data: `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
  text,
  types,
});

const ld = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`;
const around = (story: string) =>
  `<header><a href="/">The Paper</a></header><nav><ul><li>World</li></ul></nav>${story}<aside><p>Most read</p></aside><form><label>Mail</label></form><footer><p>All rights</p></footer>`;

const examples: Example[] = [
  fragment(
    'a piece with a headline, a picture and text',
    '<h1>Ministers meet</h1><figure><img src="/a.jpg" alt="A" width="800" height="450"><figcaption>In the hall</figcaption></figure><p>They <em>met</em> in <a href="/prague">Prague</a>.</p><p>They left.</p>',
    ['image', 'emphasis', 'link'],
  ),
  fragment('paragraphs alone', '<p>One</p><p>Two</p>'),
  fragment(
    'every kind of block',
    '<h2 id="a">Two</h2><h3>Three</h3><ul><li>x<ol start="3"><li>y</li></ol></li></ul><blockquote>Said<footer>She</footer></blockquote><table><caption>Cap</caption><thead><tr><th>H</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table><pre><code class="language-js">let a  = 1;</code></pre><hr><dl><dt>T</dt><dd>D</dd></dl><details><summary>S</summary><p>inside</p></details><math display="block"><mi>q</mi></math>',
    [
      'heading',
      'list',
      'blockquote',
      'table',
      'code',
      'thematic-break',
      'definition-list',
      'details',
    ],
  ),
  fragment(
    'navigation and forms that stand in a piece: it is taken whole',
    '<nav><a href="#a">Contents</a></nav><p>Text</p><aside><p>Beside</p></aside><form><label>Name <input></label><button>Send</button></form><footer>End</footer>',
  ),
  fragment(
    'frames, videos and sounds',
    '<p>See</p><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="A song"></iframe><video src="/v.mp4" poster="/p.jpg"></video><audio src="/a.mp3"></audio>',
    ['embed', 'video', 'audio'],
  ),
  fragment(
    'text without a paragraph, and a list of breaks',
    'Loose words<br><br>More <b>words</b><div>and a part</div> the end',
    ['strong'],
  ),
  fragment(
    'notes with words among them, and a class for notes on what has none',
    '<p>A claim<sup><a href="#fn1" role="doc-noteref">1</a></sup></p><section class="footnotes"><hr><h2>Sources</h2><ol><li id="fn1">One <a href="#x" role="doc-backlink">↩</a></li></ol></section><p class="footnotes">No list</p>',
    ['note-reference', 'heading'],
  ),
  fragment(
    'posts of other sites, quoted',
    '<blockquote class="twitter-tweet"><p>Short</p>&mdash; Some (@some) <a href="https://twitter.com/some/status/1">May 31</a></blockquote><blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1"><section>Moves</section></blockquote><blockquote class="instagram-media"><p>No address</p></blockquote>',
    ['embed', 'blockquote'],
  ),
  page(
    'a page that describes itself in JSON-LD',
    `<title>Ministers meet | The Paper</title>${ld({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Ministers meet',
      author: { '@type': 'Person', name: 'Jane Doe' },
      datePublished: '2024-05-31T08:00:00Z',
      image: { '@type': 'ImageObject', url: 'https://news.example/a.jpg', caption: 'In the hall' },
    })}`,
    around('<article><h1>Ministers meet in Prague</h1><p>They met &amp; talked.</p></article>'),
    'Ministers meet in Prague Jane Doe In the hall They met & talked.',
    ['image'],
  ),
  page(
    'a page with Open Graph alone',
    '<meta property="og:title" content="Caf&eacute; &quot;Prague&quot;"><meta content="A place &amp; its guests" property=og:description><meta name="author" content="By Jane Doe"><meta property="og:image" content="/og.jpg"><meta property="article:section" content="World"><link rel="canonical" href="https://news.example/cafe">',
    around('<main><p>It is open.</p></main>'),
    'Café "Prague" A place & its guests Jane Doe World It is open.',
    ['image'],
  ),
  page(
    'a page that marks its story with microdata',
    '<title>T</title>',
    around(
      '<article itemscope><h1 itemprop="headline">Elsewhere</h1><div class="share"><p>Share this</p></div><div itemprop="articleBody"><p>The text</p><h2>Inside</h2></div></article>',
    ),
    'Elsewhere The text Inside',
    ['heading'],
  ),
  page(
    'a page with teasers beside its story',
    '<title>Teased &#8211; The Paper</title>',
    around(
      '<article><h2>Another</h2></article><article><h1>This one</h1><p>Is longer by far than the others are.</p></article>',
    ),
    'This one Is longer by far than the others are.',
  ),
  page(
    'a page of tables of layout, with no word of where its story is',
    '<title>An old page</title>',
    around(
      '<div id="wrap"><div class="x"><a href="#">Links</a></div><div class="y"><p>A first paragraph of some length.</p><div><p>A second one in a part.</p></div><p>A third paragraph.</p></div></div>',
    ),
    'An old page A first paragraph of some length. A second one in a part. A third paragraph.',
  ),
  page(
    'a page whose text stands in nothing',
    '<title>Bare</title>',
    around('Only words <b>here</b>'),
    'Bare Only words here',
  ),
  page(
    'a byline with links, a date of its own and a standfirst',
    '',
    around(
      '<article><header><p class="kicker">World</p><h1>Ministers meet</h1><p class="standfirst">And <em>talk</em></p><p class="byline">By <a rel="author" href="/jane">Jane Doe</a> and <span class="author">John Roe</span></p><p><time datetime="2024-05-31T08:00:00Z"></time></p></header><p>Text by <a rel="author" href="/x">somebody</a> else.</p></article>',
    ),
    'World Ministers meet And talk Jane Doe John Roe Text by somebody else.',
    ['emphasis', 'link'],
  ),
  page(
    'a byline that says more than the names',
    ld({ '@type': 'NewsArticle', headline: 'H', author: [{ name: 'Jane Doe' }] }),
    around(
      '<article><h1>H</h1><div class="byline">Jane Doe in Prague, with reporting by agencies</div><p>Text</p></article>',
    ),
    'H Jane Doe in Prague, with reporting by agencies Text',
  ),
  page(
    'scripts, comments and templates that speak of tags',
    '<script>const x = "<article><h1>No</h1></article>";</script><style>p::after{content:"<p>"}</style><title>A <b> title</title>',
    around(
      '<!-- <article><p>Commented out</p></article> --><article><p>Seen</p><script>"</p>"</script><template><p>Later</p></template></article>',
    ),
    'A <b> title Seen',
  ),
  page(
    'right-to-left text',
    '<title>عنوان</title>',
    around('<main dir="rtl"><p>مرحبا <span lang="de">Straße</span></p></main>'),
    'عنوان مرحبا Straße',
    ['span'],
  ),
];

const read = (data: string, base?: string) => html.read(data, { parseHtml, base }).article;

describe('A page, or a piece of HTML', () => {
  itReads(html, examples);

  it('takes the headline, and the picture right after it as the lead', () => {
    const article = read(examples[0]!.data as string, 'https://news.example/story/');
    expect(article.headline).to.equal('Ministers meet');
    expect(article.lead).to.include({ type: 'image', src: 'https://news.example/a.jpg' });
    expect(article.body.map(({ type }) => type)).to.deep.equal(['paragraph', 'paragraph']);
  });

  it('reads what a page says of itself in its head', () => {
    const article = read(
      '<html lang=cs dir="RTL"><head><link href="/b" rel=canonical><meta property="article:published_time" content="2024-05-31"><meta property="article:tag" content="One"><meta property="article:tag" content="Two"><meta property="og:site_name" content="The Paper"></head><body><p>Text</p></body></html>',
      'https://news.example/a',
    );
    expect(article).to.deep.include({
      lang: 'cs',
      dir: 'rtl',
      url: 'https://news.example/b',
      published: '2024-05-31',
      tags: [{ name: 'One' }, { name: 'Two' }],
      source: { name: 'The Paper' },
    });
  });

  it('keeps a picture that stands in a headline, and one that stands for it', () => {
    const article = read(
      '<h1><img src="/logo.png" alt="L"></h1><h1>H <img src="/a.png" alt="A"></h1><p>x</p>',
    );
    expect(article.headline).to.equal('H');
    expect(JSON.stringify(article)).to.contain('/logo.png').and.to.contain('/a.png');
  });

  it('takes a date out of the header only where nothing else is in its line', () => {
    const header = (line: string) => read(`<header><h1>H</h1>${line}</header><p>Text</p>`);
    const time = '<time datetime="2024-05-31">31 May</time>';
    expect(header(`<p>${time}</p>`)).to.deep.include({ published: '2024-05-31' });
    expect(header(time)).to.deep.include({ published: '2024-05-31' });
    expect(JSON.stringify(header(`<p>Prague, ${time}</p>`).body)).to.contain('31 May');
    expect(JSON.stringify(header('<p><time datetime="soon">Soon</time></p>').body)).to.contain(
      'Soon',
    );
  });

  it('shows no picture twice, and no description that the text begins with', () => {
    const article = read(
      '<html><head><meta property="og:image" content="https://cdn.example/big/a.jpg?w=1200"><meta name="description" content="It began here."></head><body><article><p>One</p><p>It began here. It ended there.</p><p>x</p><img src="/small/a.jpg" alt=""></article></body></html>',
    );
    expect(article.lead).to.equal(undefined);
    expect(article.standfirst).to.equal(undefined);
  });

  it('reads back what our writer writes', () => {
    const written = read(
      String(
        writeArticle(
          {
            headline: 'Headline',
            kicker: 'World',
            standfirst: ['Under ', { type: 'emphasis', children: ['it'] }],
            authors: [{ name: 'Jane Doe', url: '/jane', role: 'Editor' }, { name: 'John Roe' }],
            published: '2024-05-31T08:00:00Z',
            updated: '2024-05-31T09:00:00Z',
            tags: [],
            lead: { type: 'image', src: '/a.jpg', alt: 'A', placement: 'wide' },
            body: [{ type: 'paragraph', children: ['Text'] }],
            notes: [],
            corrections: [],
            related: [],
          },
          {
            ...silentOptions,
            formatDate: (iso) => iso,
            say: (key) => (key === 'by' ? 'By {authors}' : ''),
          },
        ),
      ),
    );
    expect(written).to.deep.equal({
      headline: 'Headline',
      kicker: 'World',
      standfirst: ['Under ', { type: 'emphasis', children: ['it'] }],
      authors: [{ name: 'Jane Doe', url: '/jane', role: 'Editor' }, { name: 'John Roe' }],
      published: '2024-05-31T08:00:00Z',
      updated: '2024-05-31T09:00:00Z',
      tags: [],
      lead: { type: 'image', src: '/a.jpg', alt: 'A', placement: 'wide' },
      body: [{ type: 'paragraph', children: ['Text'] }],
      notes: [],
      corrections: [],
      related: [],
    });
  });

  it('reads a head in one pass, whatever is left open in it', () => {
    for (const text of [
      '<',
      '<a',
      '<a href="',
      "<a b='",
      '<!--',
      '<script',
      '<script>',
      '<meta x=',
      '<title>',
    ])
      expect(scanPage(`<html>${text}`).meta.size).to.equal(0);
    const facts = scanPage(
      '<META NAME=Author CONTENT=\'J "D"\'/><meta name=author content=second>',
    );
    expect(facts.meta.get('author')).to.deep.equal(['J "D"', 'second']);
  });

  // Anything but one pass would not end before the test must.
  it('reads a hostile page of megabytes before the test must end', () => {
    for (const piece of ['<', '<a ', '<!--', '<script>', '<a b="', '</p ', '<meta content=', ' ']) {
      const text = `<html>${piece.repeat(3_000_000 / piece.length)}`;
      expect(scanPage(text).meta.size).to.equal(0);
      expect(html.recognises(text)).to.equal(true);
    }
  });

  it('is fetched with one request, and its addresses are understood by its own', async () => {
    const fetch = () =>
      Promise.resolve(new Response('<html><body><p><a href="b">B</a></p></body></html>'));
    const source = articles({ src: 'https://news.example/a/' });
    const { article } = await source.load({ parseHtml, fetch });
    expect(JSON.stringify(article.body)).to.contain('https://news.example/a/b');
  });
});
