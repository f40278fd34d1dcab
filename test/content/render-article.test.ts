import { expect } from '@open-wc/testing';
import { articleOf, type Article } from '../../src/content/article.js';
import { nodesBy, textIn } from '../../src/content/nodes.js';
import { readStory } from '../../src/content/read-html.js';
import { writeArticle } from '../../src/content/render-article.js';
import { ID_PREFIX, type WriteOptions } from '../../src/content/render-inline.js';
import { expectSameWords, parseHtml, silentOptions, typesIn } from '../sources/formats.js';
import { emptyArticle, everyBlock, HOSTILE, lostIn } from './every-block.js';

const options: WriteOptions = {
  say: (key, values) => (key === 'by' ? 'By {authors}' : `${key} ${values?.provider ?? ''}`.trim()),
  formatDate: (iso) => iso.slice(0, 10),
  locale: 'en',
};
const write = (over: Partial<WriteOptions> = {}, article = everyBlock) =>
  String(writeArticle(article, { ...options, ...over }));
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
/** Without the gate, which takes away attributes with hostile words in them. */
const parseBare = nodesBy<Node>({
  parse: (html) => parse(html).body,
  children: (node) => node.childNodes,
  text: (node) => (node instanceof Text ? node.data : undefined),
  element: (node) =>
    node instanceof Element ? { name: node.localName, attributes: node.attributes } : undefined,
});
/** What a reader finds in it: the names of films and recordings are for those who listen. */
const textOf = (body: HTMLElement): string =>
  [
    body.textContent,
    ...[...body.querySelectorAll('[aria-label]')].map((media) => media.getAttribute('aria-label')),
  ].join(' ');

/** What each element may have, besides those that all may have. */
const elements: Readonly<Record<string, string>> = {
  a: 'href title rel role class id aria-label',
  abbr: 'title',
  aside: 'aria-label',
  article: '',
  audio: 'controls preload aria-label',
  blockquote: 'cite',
  br: '',
  caption: '',
  cite: '',
  code: 'class',
  dd: '',
  del: '',
  details: 'class',
  dfn: '',
  dl: '',
  dt: '',
  em: '',
  figcaption: '',
  figure: 'tabindex',
  footer: '',
  h1: '',
  h2: 'id',
  h3: 'id',
  h4: 'id',
  hr: 'class',
  img: 'src srcset sizes alt width height loading decoding fetchpriority class',
  ins: '',
  kbd: '',
  li: 'id class',
  mark: '',
  math: 'display',
  mfrac: 'linethickness',
  mi: '',
  mn: '',
  msup: '',
  ol: 'start',
  p: 'class',
  pre: 'tabindex data-language',
  q: '',
  s: '',
  section: 'class role',
  small: '',
  source: 'src type',
  span: 'class lang dir',
  strong: '',
  sub: '',
  summary: '',
  sup: '',
  table: '',
  tbody: '',
  td: 'colspan rowspan data-label',
  tfoot: '',
  th: 'scope colspan rowspan',
  thead: '',
  time: 'datetime class',
  tr: '',
  track: 'src kind srclang label',
  u: '',
  ul: '',
  video: 'controls preload poster width height playsinline aria-label',
  'news-article': 'lang dir design',
  'article-audio': '',
  'article-byline': '',
  'article-card': '',
  'article-compare': '',
  'article-embed': 'provider src width height link-only',
  'article-factbox': 'kind',
  'article-figure': 'placement',
  'article-gallery': 'layout',
  'article-header': '',
  'article-note': 'kind',
  'article-notice': 'kind',
  'article-pullquote': 'aria-hidden',
  'article-table': 'layout sortable rows',
  'article-time': '',
  'article-timeline': '',
  'article-video': '',
  'live-blog': 'ended',
  'live-update': 'id key pinned',
  'related-articles': '',
};

describe('The HTML of a story that has all that the model has', () => {
  const body = parse(write()).body;

  it('says all that was written', () => {
    expect(lostIn(textOf(body), everyBlock)).to.deep.equal([]);
  });

  it('holds only elements and attributes that the writer knows', () => {
    const odd = [...body.querySelectorAll('*')].flatMap((element) => {
      const known = elements[element.localName]?.split(' ');
      return [...element.attributes]
        .filter(({ name }) => !known?.includes(name))
        .map(({ name }) => `${element.localName} ${name}`)
        .concat(known ? [] : [element.localName]);
    });
    expect(odd).to.deep.equal([]);
    expect(body.querySelector('script, b')).to.equal(null);
  });

  it('keeps hostile text in attributes as it is', () => {
    const titles = [...body.querySelectorAll('img[alt]')].map((img) => img.getAttribute('alt'));
    expect(titles).to.include(`lead-alt ${HOSTILE}`);
    expect(body.querySelector('video')!.getAttribute('aria-label')).to.equal(
      `video-title ${HOSTILE}`,
    );
    expect(body.querySelector('abbr')!.title).to.equal(`abbreviation-title ${HOSTILE}`);
  });

  it('nests as it is written: no parser has to mend it', () => {
    const html = write();
    const again = (text: string) => parse(text).body.innerHTML;
    expect(again(again(html))).to.equal(again(html));
    expect([...body.querySelectorAll('p')].filter((p) => !p.textContent.trim())).to.have.lengthOf(
      0,
    );
    expect(body.querySelectorAll('p p, a a, p figure, p ul')).to.have.lengthOf(0);
  });

  it('puts a name before each id, and its links within the story lead somewhere', () => {
    for (const id of [undefined, 'second-story']) {
      const story = parse(write({ id }));
      const ids = [...story.querySelectorAll('[id]')].map((element) => element.id);
      expect(ids.filter((one) => !one.startsWith(`${id ?? ID_PREFIX}-`))).to.deep.equal([]);
      expect(new Set(ids).size).to.equal(ids.length);
      const targets = [...story.querySelectorAll('a[href^="#"]')].map((link) =>
        link.getAttribute('href')!.slice(1),
      );
      expect(targets).to.have.length.above(4);
      for (const target of targets) expect(ids).to.include(target);
    }
  });

  it('is well-formed under a prefix too, with the class that the stylesheet knows', () => {
    const story = parse(write({ prefix: 'acme-' })).body;
    expect(lostIn(textOf(story), everyBlock)).to.deep.equal([]);
    const ours = [...story.querySelectorAll('*')].filter(({ localName }) =>
      localName.includes('-'),
    );
    for (const { localName, classList } of ours) {
      expect(localName).to.match(/^acme-/);
      expect([...classList]).to.deep.equal([localName.slice(5)]);
    }
  });

  it('is the same in plain elements, for places that know none of ours', () => {
    const story = parse(write({ plain: true, prefix: 'acme-' })).body;
    expect(lostIn(textOf(story), everyBlock)).to.deep.equal([]);
    const names = [...story.querySelectorAll('*')].map(({ localName }) => localName);
    expect(names.filter((name) => name.includes('-'))).to.deep.equal([]);
    expect(story.textContent).to.equal(parse(write()).body.textContent);
  });

  for (const [name, parser] of Object.entries({ 'behind the gate': parseHtml, bare: parseBare }))
    it(`is read back word for word, ${name}`, () => {
      const html = String(writeArticle(everyBlock, silentOptions));
      const story = readStory(parser(html));
      const again = String(writeArticle(articleOf(story), silentOptions));
      expectSameWords(textIn(parser(again)), textIn(parser(html)));
      expect(story.notes.map(({ id }) => id)).to.deep.equal(everyBlock.notes.map(({ id }) => id));
    });

  it('is read back block for block', () => {
    const types = typesIn(readStory(parseBare(write())));
    // These have no place of their own in HTML, or are read as what is in them.
    const flat = new Set(['group', 'unknown', 'related']);
    for (const type of typesIn(everyBlock.body))
      if (!flat.has(type)) expect([...types]).to.include(type);
  });

  it('is the same story each time that it is read and written again', () => {
    const pass = (article: Article) =>
      articleOf(readStory(parseBare(String(writeArticle(article, silentOptions)))));
    const once = pass(everyBlock);
    expect(pass(once)).to.deep.equal(once);
  });

  it('does not change the story', () => {
    const before = JSON.stringify(everyBlock);
    write();
    expect(JSON.stringify(everyBlock)).to.equal(before);
  });
});

describe('The HTML of a story that has nothing', () => {
  it('is the empty tag', () => {
    expect(write({}, emptyArticle).replace(/\s+/g, '')).to.equal('<news-article></news-article>');
  });
});
