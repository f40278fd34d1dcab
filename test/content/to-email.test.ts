import { expect } from '@open-wc/testing';
import { articleOf, type Article } from '../../src/content/article.js';
import type { Block } from '../../src/content/block.js';
import { toEmail, type EmailOptions } from '../../src/content/to-email.js';
import { emptyArticle, everyBlock, HOSTILE, lostIn } from './every-block.js';

/** Elements that the usual mail clients show, with the attributes that they keep. */
const elements: Readonly<Record<string, string>> = {
  a: 'href title class style',
  br: '',
  code: 'style',
  div: 'role aria-roledescription aria-label lang dir style',
  em: '',
  h1: 'style',
  h2: 'style',
  h3: 'style',
  h4: 'style',
  hr: 'class style',
  img: 'src alt width height border style',
  li: 'style',
  ol: 'start style',
  p: 'class style',
  pre: 'class style',
  s: '',
  small: '',
  span: 'title lang dir style',
  strong: '',
  sub: '',
  sup: '',
  table: 'role width cellpadding cellspacing border class style',
  tbody: '',
  td: 'align valign bgcolor class style colspan rowspan',
  tfoot: '',
  th: 'align valign scope class style colspan rowspan',
  thead: '',
  tr: '',
  u: '',
  ul: 'style',
};

/** Properties that Gmail, Apple Mail, Outlook and Yahoo apply, by their published tables. */
const properties = new Set(
  (
    'background-color border border-bottom border-collapse border-left border-radius border-right ' +
    'border-top color display font-family font-size font-weight height line-height margin max-height ' +
    'max-width overflow padding padding-left padding-right text-decoration white-space width word-break'
  ).split(' '),
);

const parse = (article: Article, options?: EmailOptions) =>
  new DOMParser().parseFromString(toEmail(article, options), 'text/html');
const p = (...children: string[]): Block => ({ type: 'paragraph', children });

const story = articleOf({
  url: 'https://news.example/bridge?a=1&b=2',
  headline: 'Bridge opens',
  standfirst: ['At last.'],
  authors: [{ name: 'Ann' }],
  published: '2024-05-31T18:00:00Z',
  dateline: 'PRAGUE',
  body: [p('It opened.')],
  lang: 'en',
});

describe('A story as an e-mail', () => {
  const mail = parse(everyBlock, {
    siteName: `The Paper ${HOSTILE}`,
    siteUrl: 'https://news.example/',
    footer: ['Sent to you. ', { type: 'link', url: '/stop', children: ['Stop'] }],
  });
  const inside = [...mail.body.querySelectorAll('*')];

  it('says all that was written', () => {
    expect(lostIn(mail.body.textContent, everyBlock)).to.deep.equal([]);
    expect(mail.body.textContent).not.to.match(/undefined|\[object|NaN/);
    const alts = [...mail.querySelectorAll('img')].map(({ alt }) => alt);
    expect(alts).to.include(`lead-alt ${HOSTILE}`).and.to.include(`gallery-two-alt ${HOSTILE}`);
  });

  it('holds only elements and attributes that mail clients know', () => {
    const odd = inside.flatMap((element) => {
      const known = elements[element.localName]?.split(' ');
      return [...element.attributes]
        .filter(({ name }) => !known?.includes(name))
        .map(({ name }) => `${element.localName} ${name}`)
        .concat(known ? [] : [element.localName]);
    });
    expect(odd).to.deep.equal([]);
    expect([...mail.head.children].map(({ localName }) => localName)).to.deep.equal([
      ...['meta', 'meta', 'meta', 'meta', 'title', 'style'],
    ]);
  });

  it('has only styles that mail clients apply, and no value that is lost', () => {
    const styled = [mail.body, ...inside].filter((element) => element.hasAttribute('style'));
    expect(styled).to.have.length.above(100);
    const odd = styled.flatMap((element) => {
      const written = element.getAttribute('style')!.split(';').filter(Boolean);
      return written.filter((rule) => {
        const [name = '', value = ''] = rule.split(/:(.*)/);
        return !properties.has(name) || !CSS.supports(name, value);
      });
    });
    expect(odd).to.deep.equal([]);
    expect(mail.documentElement.outerHTML).not.to.match(/position:|float:|flex|grid|url\(|@import/);
  });

  it('has one small sheet, which is for the dark', () => {
    const sheets = mail.querySelectorAll('style');
    expect(sheets).to.have.lengthOf(1);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(sheets[0]!.textContent);
    const [root, dark] = [...sheet.cssRules];
    expect(root!.cssText).to.include('color-scheme');
    expect((dark as CSSMediaRule).conditionText).to.equal('(prefers-color-scheme: dark)');
    expect(sheet.cssRules).to.have.lengthOf(2);
    expect(sheets[0]!.textContent.length).to.be.below(1000);
    const classes = new Set(inside.flatMap(({ classList }) => [...classList]));
    for (const name of classes) expect(sheets[0]!.textContent).to.include(`.${name}{`);
    expect(mail.querySelector('meta[name="color-scheme"]')!.getAttribute('content')).to.equal(
      'light dark',
    );
  });

  it('sets its layout in tables that are none to those who listen, 600 pixels wide', () => {
    const [data, ...others] = [...mail.querySelectorAll('table:not([role])')];
    expect(others).to.have.lengthOf(0);
    expect(data!.querySelectorAll('th')).to.have.lengthOf(3);
    for (const table of mail.querySelectorAll('table[role]'))
      expect(table.getAttribute('role')).to.equal('presentation');
    const [, card] = mail.querySelectorAll('table');
    expect(card!.getAttribute('width')).to.equal('600');
    expect(card!.style.maxWidth).to.equal('600px');
  });

  it('has absolute addresses alone', () => {
    const addresses = [...mail.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src')!,
    );
    expect(addresses).to.have.length.above(25);
    expect(addresses.filter((one) => !one.startsWith('https://'))).to.deep.equal([]);
    expect(addresses).to.include('https://news.example/stop');
  });

  it('keeps a place for each picture, and none is wider than the text', () => {
    for (const img of mail.querySelectorAll('img')) {
      expect(Number(img.getAttribute('width'))).to.be.within(1, 552);
      expect(Number(img.getAttribute('height'))).to.be.within(1, 552);
      expect(img.style.maxWidth).to.equal(`${img.getAttribute('width')}px`);
      expect(img.hasAttribute('alt')).to.equal(true);
    }
    expect(mail.querySelector('img')!.getAttribute('height')).to.equal('368');
  });

  it('leads to films, recordings and what stands elsewhere', () => {
    const to = (part: string) => mail.querySelector(`a[href*="${part}"]`)!.textContent;
    expect(to('film.webm')).to.equal('');
    expect(mail.querySelector('a[href*="film.webm"] img')!.getAttribute('alt')).to.include(
      'video-title',
    );
    expect(to('talk.mp3')).to.include('audio-title');
    expect(to('watch?v=')).to.include('embed-title');
    expect(to('maps.example')).to.equal('Open on maps.example');
  });

  it('begins with a line for the inbox, and ends with a button to the story', () => {
    const short = parse(story, { preheader: 'For the inbox <b>' });
    const [hidden] = short.body.children;
    expect(hidden!.textContent).to.equal('For the inbox <b>');
    expect((hidden as HTMLElement).style.display).to.equal('none');
    expect(parse(story).body.children[0]!.textContent).to.equal('At last.');
    const button = [...short.querySelectorAll('a')].at(-1)!;
    expect(button.textContent).to.equal('Read on the web');
    expect(button.getAttribute('href')).to.equal(story.url);
    expect(short.body.textContent).to.include('PRAGUE — It opened.');
  });

  it('is in the language and direction of the story', () => {
    const hebrew = parse({ ...everyBlock, lang: 'he', dir: 'rtl' });
    const [, wrap] = hebrew.body.children;
    for (const element of [hebrew.documentElement, wrap!]) {
      expect(element.getAttribute('lang')).to.equal('he');
      expect(element.getAttribute('dir')).to.equal('rtl');
    }
    expect(hebrew.querySelector('.text')!.getAttribute('align')).to.equal('right');
    expect(hebrew.querySelector('ul')!.style.paddingRight).to.equal('24px');
    expect(hebrew.documentElement.outerHTML).not.to.match(/padding-left|border-left/);
  });

  it('says the words that it is given', () => {
    const text = parse(story, {
      say: (key) => (key === 'by' ? 'Von {authors}' : key),
      formatDate: () => 'gestern',
    }).body.textContent;
    expect(text).to.include('Von Ann').and.to.include('gestern').and.to.include('readOnWeb');
  });

  it('of a story that has nothing is a whole mail all the same', () => {
    const empty = parse(emptyArticle);
    expect(empty.body.textContent.trim()).to.equal('');
    expect(empty.querySelectorAll('table')).to.have.lengthOf(2);
    expect(empty.compatMode).to.equal('CSS1Compat');
  });

  it('is the same each time, and changes nothing', () => {
    const before = JSON.stringify(everyBlock);
    expect(toEmail(everyBlock)).to.equal(toEmail(everyBlock));
    expect(JSON.stringify(everyBlock)).to.equal(before);
  });
});
