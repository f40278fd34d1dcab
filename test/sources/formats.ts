// What the tests of article formats share: the test of loss, and what every reading must hold.
import { expect } from '@open-wc/testing';
import { parseArticle, type Article, type ArticleResult } from '../../src/content/article.js';
import { textIn, type HtmlNode, type ParseHtml, without } from '../../src/content/nodes.js';
import { writeArticle } from '../../src/content/render-article.js';
import { kindNames, kinds } from './kinds.js';
import type { WriteOptions } from '../../src/content/render-inline.js';
import { kept, parserBy } from '../../src/content/dom-nodes.js';
import { fromElsewhere } from '../../src/kit/html.js';
import type { ArticleFormat } from '../../src/sources/article-source.js';

/** Says nothing of its own, so that all that is left in the text is the writer's. */
export const silentOptions: WriteOptions = {
  say: (key) => (key === 'by' ? '{authors}' : ''),
  formatDate: () => '',
  locale: 'en',
};

export const parseHtml: ParseHtml = parserBy(await fromElsewhere(kept));

/** The words of a text, each as often as it is said. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[\s\u00a0]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .sort();

/** The words of one text that another has not. */
function missingFrom(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const index = left.indexOf(word);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** The test of loss: both texts say the same words, each as often. */
export function expectSameWords(shown: string, said: string): void {
  const [a, b] = [wordsOf(shown), wordsOf(said)];
  expect({ lost: missingFrom(b, a), added: missingFrom(a, b) }).to.deep.equal({
    lost: [],
    added: [],
  });
}

/** All that a reader sees of a story: the byline's joining words are ours, so names are added by hand. */
export function renderedText(article: Article): string {
  const nodes = without(
    parseHtml(String(writeArticle(article, silentOptions))),
    ({ name, attributes }) =>
      name === 'article-byline' ||
      name === 'article-time' ||
      attributes.class === 'note-back' ||
      attributes.class === 'key-events',
  );
  const people =
    article.byline ?? article.authors.map(({ name, role }) => `${name} ${role ?? ''}`).join(' ');
  return `${textIn(nodes)} ${people}`;
}

/** The text of HTML in a source, with what its frames are called. */
export function htmlText(html: string): string {
  const nodes = parseHtml(html);
  const titles: string[] = [];
  const walk = (list: readonly HtmlNode[]): void =>
    list.forEach((node) => {
      if (typeof node === 'string') return;
      if (node.name === 'iframe' && node.attributes.title) titles.push(node.attributes.title);
      walk(node.children);
    });
  walk(nodes);
  return `${textIn(nodes)} ${titles.join(' ')}`;
}

/** The types of block, as the JSON Schema lists them. */
const blockTypes = new Set(Object.keys(kindNames));

export interface Example {
  /** What is special in it: a sentence of the test. */
  readonly name: string;
  readonly data: unknown;
  /** All that the source says to a reader, taken from the data without the reader that is tested. */
  readonly text: string;
  /** Block types that must come out of it. */
  readonly types?: readonly string[];
}

/** Every block type anywhere in a story. */
export function typesIn(value: unknown): Set<string> {
  const found = new Set<string>();
  const walk = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    if ('type' in one && typeof one.type === 'string') found.add(one.type);
    Object.values(one).forEach(walk);
  };
  walk(value);
  return found;
}

/** Declares the tests that each format's examples must pass. */
export function itReads(format: ArticleFormat, examples: readonly Example[]): void {
  it('is tested on at least twelve examples', () => {
    expect(examples.length).to.be.at.least(12);
  });
  for (const { name, data, text, types = [] } of examples) {
    it(`reads ${name} without losing a word`, () => {
      expect(format.recognises(data), 'recognises it').to.equal(true);
      const before = JSON.stringify(data);
      const result = format.read(data, { parseHtml, base: 'https://news.example/story' });
      expect(JSON.stringify(data), 'leaves the data alone').to.equal(before);
      expectSameWords(renderedText(result.article), text);
      const found = typesIn(result.article);
      for (const type of types) expect([...found]).to.include(type);
      expectSound(result);
    });
  }
  it('reads every kind of block that the table of kinds says, and no other', () => {
    const found = new Set<string>();
    for (const { data } of examples) {
      const { article } = format.read(data, { parseHtml, base: 'https://news.example/story' });
      for (const type of typesIn(article)) if (blockTypes.has(type)) found.add(type);
    }
    expect([...found].sort()).to.deep.equal([...(kinds[format.name] ?? [])].sort());
  });
  it('throws at nothing', () => {
    const hostile: unknown[] = [null, undefined, 0, '', 'x', [], {}, [[]], { type: {} }, true];
    for (const data of hostile) {
      expect(format.recognises(data)).to.be.a('boolean');
      expectSound(format.read(data, { parseHtml }));
    }
  });
}

/** What holds for every story that was read: it is in the model's own shape, and says nothing odd. */
export function expectSound({ article }: ArticleResult): void {
  const again = parseArticle(JSON.parse(JSON.stringify(article)));
  expect(again.problems).to.deep.equal([]);
  expect(sorted(again.article)).to.deep.equal(sorted(article));
  expect(renderedText(article)).not.to.match(/undefined|\[object|NaN/);
}

const sorted = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
