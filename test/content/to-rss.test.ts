import { expect } from '@open-wc/testing';
import { articleOf, type Article } from '../../src/content/article.js';
import type { Block } from '../../src/content/block.js';
import { toRss, type RssOptions } from '../../src/content/to-rss.js';
import { emptyArticle, everyBlock, HOSTILE, lostIn } from './every-block.js';

const channel: RssOptions = {
  title: 'The Paper <&>',
  link: 'https://news.example/',
  description: `All of it ${HOSTILE}`,
  self: '/feed.xml',
  copyright: '© The Paper',
  image: '/logo.png',
};
const p = (...children: string[]): Block => ({ type: 'paragraph', children });

function parse(xml: string): Document {
  const feed = new DOMParser().parseFromString(xml, 'application/xml');
  expect(feed.querySelector('parsererror')?.textContent).to.equal(undefined);
  return feed;
}
const feedOf = (articles: Article | Article[], over: Partial<RssOptions> = {}) =>
  parse(toRss(articles, { ...channel, ...over }));
/** The texts of elements by their qualified name. */
const all = (root: Document | Element, name: string) =>
  [...root.getElementsByTagName(name)].map(({ textContent }) => textContent);
const contentOf = (root: Document | Element) =>
  new DOMParser().parseFromString(all(root, 'content:encoded')[0]!, 'text/html').body;

const story = articleOf({
  id: '8',
  url: 'https://news.example/bridge?a=1&b=2',
  headline: 'Bridge & river',
  standfirst: ['At ', { type: 'emphasis', children: ['last'] }, '.'],
  authors: [{ name: 'Ann' }, { name: 'Bob' }],
  published: '2024-05-31T20:00:00+02:00',
  updated: '2024-06-01T18:00:00Z',
  dateline: 'PRAGUE',
  section: { name: 'World' },
  tags: [{ name: 'Rivers' }],
  lead: { type: 'image', src: '/a.jpg', alt: 'A bridge', caption: ['The bridge'], credit: 'Jane' },
  body: [p('It opened.')],
  lang: 'en-GB',
});

/** The elements that readers of feeds keep. */
const elements = new Set(
  (
    'a abbr article aside blockquote br caption cite code dd del dfn div dl dt em figcaption figure ' +
    'footer h2 h3 h4 h5 h6 hr img ins kbd li mark ol p pre q s small span strong sub sup table tbody td ' +
    'tfoot th thead time tr u ul'
  ).split(' '),
);

describe('A feed', () => {
  it('is RSS 2.0 with all that it must have', () => {
    const feed = feedOf(story);
    const rss = feed.documentElement;
    expect([rss.localName, rss.getAttribute('version')]).to.deep.equal(['rss', '2.0']);
    const [top] = feed.getElementsByTagName('channel');
    const own = (name: string) =>
      [...top!.children].find(({ nodeName }) => nodeName === name)?.textContent;
    expect(own('title')).to.equal('The Paper <&>');
    expect(own('link')).to.equal('https://news.example/');
    expect(own('description')).to.equal(`All of it ${HOSTILE}`);
    expect(own('language')).to.equal('en-GB');
    expect(own('copyright')).to.equal('© The Paper');
    expect(own('lastBuildDate')).to.equal('Sat, 01 Jun 2024 18:00:00 GMT');
    const [self] = feed.getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'link');
    expect(self!.getAttribute('href')).to.equal('https://news.example/feed.xml');
    expect(self!.getAttribute('rel')).to.equal('self');
    expect(all(top!, 'url')).to.deep.equal(['https://news.example/logo.png']);
  });

  it('tells of a story what its readers look for', () => {
    const feed = feedOf(story);
    const [item] = feed.getElementsByTagName('item');
    const one = (name: string) => all(item!, name)[0];
    expect(one('title')).to.equal('Bridge & river');
    expect(one('link')).to.equal('https://news.example/bridge?a=1&b=2');
    expect(one('guid')).to.equal('https://news.example/bridge?a=1&b=2');
    expect(one('pubDate')).to.equal('Fri, 31 May 2024 18:00:00 GMT');
    expect(one('description')).to.equal('At last.');
    expect(all(item!, 'dc:creator')).to.deep.equal(['Ann', 'Bob']);
    expect(all(item!, 'category')).to.deep.equal(['World', 'Rivers']);
    const [media] = item!.getElementsByTagNameNS('http://search.yahoo.com/mrss/', 'content');
    expect(media!.getAttribute('url')).to.equal('https://news.example/a.jpg');
    expect(all(media!, 'media:description')).to.deep.equal(['The bridge']);
    expect(contentOf(item!).textContent).to.include('PRAGUE — It opened.');
    expect(contentOf(item!).querySelector('img')!.getAttribute('src')).to.equal(
      'https://news.example/a.jpg',
    );
  });

  it('says all that was written', () => {
    const feed = feedOf(everyBlock);
    const content = contentOf(feed);
    const whole = [content.textContent, ...all(feed, 'title'), ...all(feed, 'dc:creator')].join();
    expect(lostIn(whole, everyBlock)).to.deep.equal([]);
    const alts = [...content.querySelectorAll('img')].map(({ alt }) => alt);
    expect(alts).to.include(`lead-alt ${HOSTILE}`).and.to.include(`gallery-two-alt ${HOSTILE}`);
    expect(whole).not.to.match(/undefined|\[object|NaN/);
  });

  it('holds only elements that readers of feeds keep, without ids, styles and our tags', () => {
    const content = contentOf(feedOf(everyBlock));
    const odd = [...content.querySelectorAll('*')].flatMap((element) => [
      ...(elements.has(element.localName) ? [] : [element.localName]),
      ...['id', 'style', 'onclick', 'srcset', 'role'].filter((name) => element.hasAttribute(name)),
    ]);
    expect(odd).to.deep.equal([]);
  });

  it('has only absolute addresses', () => {
    const content = contentOf(feedOf(everyBlock));
    const addresses = [...content.querySelectorAll('[href], [src], [cite]')].map(
      (element) =>
        element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('cite'),
    );
    expect(addresses).to.have.length.above(20);
    expect(addresses.filter((one) => !one!.startsWith('https://'))).to.deep.equal([]);
    expect(addresses).to.include('https://news.example/relative');
  });

  it('of a story without an address leaves out what would lead nowhere', () => {
    const content = contentOf(feedOf({ ...everyBlock, url: undefined }, { base: 'not a base' }));
    expect(lostIn(content.textContent, { ...everyBlock, headline: '' })).to.deep.equal([]);
    expect(content.querySelector('a[href^="/"]')).to.equal(null);
  });

  it('stays XML whatever is in it', () => {
    const signs = ']]> <![CDATA[ x ]]> <!-- & \u0001\u000B\uFFFE \u0000 \uD800 \u{1F600}';
    const feed = feedOf({
      ...story,
      headline: signs,
      authors: [{ name: signs }],
      body: [p(signs), { type: 'code', text: signs }],
    });
    expect(all(feed.getElementsByTagName('item')[0]!, 'title')[0])
      .to.include(']]> <![CDATA[ x ]]> <!-- &')
      .and.to.include('😀');
    expect(contentOf(feed).textContent).to.include(']]> <![CDATA[ x ]]> <!-- &');
  });

  it('holds several stories, and none', () => {
    expect(all(feedOf([story, everyBlock, emptyArticle]), 'item')).to.have.lengthOf(3);
    expect(all(feedOf([]), 'item')).to.have.lengthOf(0);
    expect(all(feedOf(emptyArticle), 'content:encoded')).to.deep.equal(['']);
  });

  it('names a story without an address by its id', () => {
    const [item] = feedOf(articleOf({ id: 'x-1', headline: 'x' })).getElementsByTagName('item');
    const [guid] = item!.getElementsByTagName('guid');
    expect(guid!.textContent).to.equal('x-1');
    expect(guid!.getAttribute('isPermaLink')).to.equal('false');
    expect(all(item!, 'link')).to.deep.equal([]);
  });

  it('leaves out dates that are none', () => {
    const feed = feedOf({ ...story, published: 'last spring', updated: undefined });
    expect(all(feed, 'pubDate')).to.deep.equal([]);
    expect(all(feed, 'lastBuildDate')).to.deep.equal([]);
  });

  it('is the same each time, and changes nothing', () => {
    const before = JSON.stringify(everyBlock);
    expect(toRss(everyBlock, channel)).to.equal(toRss(everyBlock, channel));
    expect(JSON.stringify(everyBlock)).to.equal(before);
  });
});
