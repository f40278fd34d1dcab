import { expect } from '@open-wc/testing';
import type { Article } from '../../src/content/article.js';
import { isoDate } from '../../src/sources/feed-date.js';
import { parseXml, textInside } from '../../src/sources/feed-xml.js';
import { articles, feed } from '../../src/sources/feed.js';
import { expectSound, itReads, parseHtml, renderedText, type Example } from './formats.js';

const rss = (
  items: string,
  channel = '',
  root = '',
): string => `<?xml version="1.0" encoding="UTF-8"?>
<!-- a feed -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" ${root}>
<channel><title>The Paper</title><link>https://news.example/</link><atom:link rel="self" href="https://news.example/feed"/><language>en-GB</language>${channel}
${items}
</channel></rss>`;

const atom = (entries: string): string => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="cs">
<title>The Paper</title><id>urn:feed</id><updated>2024-06-01T00:00:00Z</updated>
<author><name>Newsroom</name><email>news@news.example</email></author>
${entries}
</feed>`;

const json = (item: object, over: object = {}): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Paper',
  language: 'en',
  authors: [{ name: 'Newsroom' }],
  items: [item],
  ...over,
});

const whole = rss(`<item>
<title>NATO Foreign Ministers Meeting in Prague</title>
<link>https://news.example/nato</link>
<guid isPermaLink="false">tag:news.example,2024:1</guid>
<dc:creator><![CDATA[Jana Nováková]]></dc:creator>
<pubDate>Fri, 31 May 2024 18:00:00 +0200</pubDate>
<category><![CDATA[NATO]]></category><category domain="https://news.example/tags">Prague</category>
<description><![CDATA[<p>Ministers met <em>informally</em>.</p>]]></description>
<content:encoded><![CDATA[<p>On Friday, ministers of <strong>32 allies</strong> met.</p><figure><img src="/p.png" alt=""><figcaption>The palace</figcaption></figure><ul><li>One</li></ul>]]></content:encoded>
<media:content url="https://news.example/lead.jpg" medium="image" type="image/jpeg" width="1600" height="900"><media:description type="plain">Flags &amp; guards</media:description><media:credit role="photographer">Archive</media:credit></media:content>
</item>
<item><title>Second</title><guid>https://news.example/second</guid><description>Other words</description></item>`);

const examples: Example[] = [
  {
    name: 'an item of RSS with content and media',
    data: whole,
    text: `NATO Foreign Ministers Meeting in Prague Ministers met informally. Jana Nováková
      Flags & guards Archive On Friday, ministers of 32 allies met. The palace One`,
    types: ['image', 'strong', 'emphasis', 'list'],
  },
  {
    name: 'an item of RSS with nothing but a description, escaped',
    data: rss(
      '<item><title>AT&amp;amp;T &amp;lt;3 &lt;i&gt;you&lt;/i&gt;</title><description>&lt;p&gt;Caf&amp;eacute; &amp;amp; &lt;a href="/x"&gt;more&lt;/a&gt;&lt;/p&gt;</description><author>jana@news.example (Jana Nováková)</author></item>',
    ),
    text: 'AT&T <3 you Café & more Jana Nováková',
    types: ['link'],
  },
  {
    name: 'a description that is only the beginning of the text',
    data: rss(
      '<item><title>T</title><description>The beginning and […]</description><content:encoded>&lt;p&gt;The beginning and the end.&lt;/p&gt;</content:encoded></item>',
    ),
    text: 'T The beginning and the end.',
  },
  {
    name: 'an episode with its sound file',
    data: rss(
      '<item><title>Episode 7</title><description>About it</description><enclosure url="https://cdn.example/7.mp3" length="123" type="audio/mpeg"/><itunes:author>Radio Desk</itunes:author></item>',
      '',
      'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    ),
    text: 'Episode 7 About it Radio Desk',
    types: ['audio'],
  },
  {
    name: 'a group of sizes, and a film with its poster',
    data: rss(`<item><title>Pictures</title><media:group><media:content url="https://n.example/140.jpg" width="140" height="84"/><media:content url="https://n.example/460.jpg" width="460" height="276"/><media:description>In two sizes</media:description></media:group>
      <media:content url="https://n.example/f.mp4" type="video/mp4"><media:title>A film</media:title><media:thumbnail url="https://n.example/f.jpg"/></media:content>
      <media:content url="https://n.example/o.png" medium="image"><media:credit>Somebody</media:credit></media:content></item>`),
    text: 'Pictures In two sizes A film Somebody',
    types: ['image', 'video'],
  },
  {
    name: 'prefixes that other feeds use for the same names',
    data: `<r:rss xmlns:r="" version="2.0" xmlns:m="http://search.yahoo.com/mrss/" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><title>T</title><d:creator>A</d:creator><d:creator>B</d:creator><c:encoded>Text</c:encoded><m:thumbnail url="https://n.example/t.jpg"/></item></channel></r:rss>`,
    text: 'T A B Text',
    types: ['image'],
  },
  {
    name: 'RSS 1.0, whose items stand beside the channel',
    data: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://n.example"><title>C</title></channel><item rdf:about="https://n.example/1"><title>One</title><link>https://n.example/1</link><description>Words</description><dc:date>2024-05-31T18:00+02:00</dc:date></item></rdf:RDF>',
    text: 'One Words',
  },
  {
    name: 'an entry of Atom with HTML',
    data: atom(
      '<entry><id>urn:1</id><title type="html">Less &amp;lt; &lt;em&gt;more&lt;/em&gt;</title><link rel="alternate" href="https://n.example/1"/><link rel="enclosure" type="image/png" href="https://n.example/e.png" title="Enclosed"/><author><name>Petr Svoboda</name><uri>https://n.example/petr</uri></author><published>2024-05-31T18:00:00+02:00</published><updated>2024-06-01T08:00:00Z</updated><category term="nato" label="NATO"/><summary>In short</summary><content type="html">&lt;h2&gt;Part&lt;/h2&gt;&lt;p&gt;Text&lt;/p&gt;</content></entry>',
    ),
    text: 'Less < more Petr Svoboda In short Enclosed Part Text',
    types: ['heading', 'image'],
  },
  {
    name: 'an entry of Atom with XHTML under a prefix',
    data: atom(
      '<entry><id>urn:1</id><title>T</title><content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>Some <x:strong>strong</x:strong> &amp; <x:a href="/y">linked</x:a> words</x:p><x:script>alert(1)</x:script></x:div></content></entry>',
    ),
    text: 'T Newsroom Some strong & linked words',
    types: ['strong', 'link'],
  },
  {
    name: 'an entry of Atom with plain text, by itself',
    data: '<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:1</id><title type="text">a &lt;b&gt; c</title><summary>First line\nand second\n\nNew &lt;paragraph&gt;</summary></entry>',
    text: 'a <b> c First line and second New <paragraph>',
    types: ['break'],
  },
  {
    name: 'an item of JSON Feed with HTML',
    data: json({
      id: '1',
      url: 'https://n.example/1',
      title: 'One',
      content_html: '<p>Text with <em>stress</em></p><img src="https://n.example/i.png" alt="I">',
      summary: 'In short',
      image: 'https://n.example/i.png',
      date_published: '2024-05-31T18:00:00+02:00',
      authors: [{ name: 'Jana', url: 'https://n.example/jana', avatar: 'https://n.example/j.png' }],
      tags: ['NATO', 7, ''],
    }),
    text: 'One Jana In short Text with stress',
    types: ['image', 'emphasis'],
  },
  {
    name: 'an item of JSON Feed 1.0 with plain text and files',
    data: json(
      {
        id: 2,
        title: 'Two',
        content_text: 'First <b>\n\nSecond',
        banner_image: 'https://n.example/b.png',
        attachments: [
          { url: 'https://n.example/a.m4a', mime_type: 'audio/x-m4a', title: 'Listen' },
          { url: 'https://n.example/a.pdf', mime_type: 'application/pdf', title: 'The paper' },
          { url: 'javascript:alert(1)', mime_type: 'image/png', title: 'Nowhere' },
        ],
        author: { name: 'Petr' },
      },
      { version: 'https://jsonfeed.org/version/1', authors: undefined },
    ),
    text: 'Two Petr First <b> Second Listen The paper Nowhere',
    types: ['image', 'audio', 'link'],
  },
  {
    name: 'an item of JSON Feed by itself',
    data: { id: 'x', content_text: 'Only words', external_url: 'https://elsewhere.example/' },
    text: 'Only words',
  },
  {
    name: 'XML that is broken in every way',
    data: '<rss><channel><item><title>A & B < C &nosuch; &#x1F600; &#0; &#xD800;</title foo><description>one <![CDATA[two</description></item>',
    text: 'A & B < C &nosuch; 😀 � one two',
  },
];

const read = (data: unknown): Article => feed.read(data, { parseHtml }).article;

describe('An item of a feed', () => {
  itReads(feed, examples);

  it('tells what RSS says of it', () => {
    const article = read(whole);
    expect(article).to.deep.include({
      id: 'tag:news.example,2024:1',
      url: 'https://news.example/nato',
      published: '2024-05-31T18:00:00+02:00',
      tags: [{ name: 'NATO' }, { name: 'Prague' }],
      lang: 'en-GB',
    });
    expect(article.lead).to.include({
      type: 'image',
      src: 'https://news.example/lead.jpg',
      width: 1600,
    });
    expect(article.body[1]).to.include({ src: 'https://news.example/p.png' });
  });

  it('leads with the largest of several sizes', () => {
    expect(read(examples[4]!.data).lead).to.include({
      src: 'https://n.example/460.jpg',
      srcset: 'https://n.example/460.jpg 460w, https://n.example/140.jpg 140w',
    });
  });

  it('shows no address of e-mail for a name', () => {
    const article = read(rss('<item><title>T</title><author>jana@news.example</author></item>'));
    expect(article.authors).to.deep.equal([]);
  });

  for (const post of [
    'https://news.example/second',
    '/second',
    undefined,
    'tag:news.example,2024:1',
  ]) {
    it(`finds the item ${post ?? 'that comes first'}`, async () => {
      const fetch = () => Promise.resolve(new Response(whole));
      const source = articles({ src: 'https://news.example/feed', post });
      const { article } = await source.load({ parseHtml, fetch });
      expect(article.headline).to.match(post?.includes('second') ? /^Second/ : /^NATO/);
    });
  }

  it('fails where the feed has no such item', async () => {
    const fetch = () => Promise.resolve(new Response(whole));
    const failed = await articles({ src: 'https://news.example/feed', post: 'none' })
      .load({ parseHtml, fetch })
      .catch((error: unknown) => error);
    expect(failed).to.include({ name: 'SourceError' });
    expect(() => articles({})).to.throw(TypeError);
  });

  it('recognises feeds only', () => {
    for (const text of [
      '<!doctype html><feed>',
      '<html>',
      '<p>rss</p>',
      '# rss',
      { version: 'x' },
      '<!-- <rss>',
    ])
      expect(feed.recognises(text)).to.equal(false);
    for (const text of [
      '<rss>',
      '\n<!DOCTYPE rss [<!ENTITY a "b">]><rss version="0.91">',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>',
    ])
      expect(feed.recognises(text)).to.equal(true);
  });

  for (const [written, date] of [
    ['Sat, 07 Sep 2002 00:00:01 GMT', '2002-09-07T00:00:01Z'],
    ['7 Sep 02 9:05 EST', '2002-09-07T09:05:00-05:00'],
    ['Sat, 07 September 2002 00:00 +0530', '2002-09-07T00:00:00+05:30'],
    ['2024-05-31', '2024-05-31'],
    ['2024-05-31 18:00', '2024-05-31T18:00:00'],
    ['2024-05-31T18:00:00.123Z', '2024-05-31T18:00:00.123Z'],
    ['2024-05-31 18:00:00 -0300', '2024-05-31T18:00:00-03:00'],
    ['2024-13-41', undefined],
    ['31 Foo 2024', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ] as const) {
    it(`reads the date ${written || 'that is not written'}`, () => {
      expect(isoDate(written)).to.equal(date);
    });
  }

  it('expands no entity and fetches no file', () => {
    const bomb =
      '<!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const article = read(
      `${bomb}<rss><channel><item><title>&b; &f;</title></item></channel></rss>`,
    );
    expect(article.headline).not.to.match(/x|root/);
    expect(textInside(parseXml(`${bomb}<r>&b;&f;</r>`))).to.equal('&b;&f;');
  });

  it('reads names of objects as any other', () => {
    const root = parseXml('<a __proto__="x" constructor="y"><__proto__>z</__proto__></a>');
    expect(Object.keys(root!.attributes)).to.deep.equal(['__proto__', 'constructor']);
    expect(({} as { x?: unknown }).x).to.equal(undefined);
  });

  for (const [name, text] of [
    ['elements in elements', '<a>'.repeat(300_000)],
    ['ends', '<rss>' + '</a>'.repeat(300_000)],
    ['marks', '<rss>' + '<'.repeat(1_000_000)],
    ['comments', '<rss>' + '<!--'.repeat(300_000)],
    ['attributes', '<rss ' + 'a="'.repeat(300_000)],
    ['signs', '<rss><channel><item><title>' + '&#'.repeat(500_000) + '&a'.repeat(300_000)],
    ['declarations', '<!DOCTYPE [' + '<!ENTITY '.repeat(100_000)],
    [
      'prefixes',
      '<rss>' + Array.from({ length: 50_000 }, (_, n) => `<a xmlns:p${n}="u">`).join(''),
    ],
    [
      'authors',
      rss(
        '<item>' +
          Array.from({ length: 50_000 }, (_, n) => `<dc:creator>${n}</dc:creator>`).join('') +
          '</item>',
      ),
    ],
    [
      'media',
      rss(
        '<item>' +
          '<media:content url="/a.png"><media:title>x</media:title></media:content>'.repeat(
            30_000,
          ) +
          '</item>',
      ),
    ],
  ] as const) {
    it(`bears no end of ${name}`, () => {
      expect(feed.recognises(text)).to.be.a('boolean');
      const result = feed.read(text, { parseHtml });
      if (name !== 'authors') expectSound(result);
    });
  }

  it('says a title without its markup, and keeps what only looks like it', () => {
    expect(renderedText(read(rss('<item><title>If a &lt; b then</title></item>')))).to.contain(
      'If a < b then',
    );
  });
});
