import { expect } from '@open-wc/testing';
import { articleOf } from '../../src/content/article.js';
import type { Block } from '../../src/content/block.js';
import { readingTime, toText, wordCount } from '../../src/content/to-text.js';
import { emptyArticle, everyBlock, lostIn } from './every-block.js';

const p = (...children: string[]): Block => ({ type: 'paragraph', children });
const text = (...body: Block[]) => toText(articleOf({ body }));
const repeat = (word: string, times: number) => Array.from({ length: times }, () => word).join(' ');

describe('A story as plain text', () => {
  it('says all that was written', () => {
    const output = toText(everyBlock);
    expect(lostIn(output, everyBlock)).to.deep.equal([]);
    expect(output).to.include('lead-alt').and.to.include('gallery-one-alt');
    expect(output).not.to.match(/undefined|\[object|NaN|https?:/);
  });

  it('leaves the story as it is, and says the same again', () => {
    const before = JSON.stringify(everyBlock);
    expect(toText(everyBlock)).to.equal(toText(everyBlock));
    expect(JSON.stringify(everyBlock)).to.equal(before);
  });

  it('is empty for a story that has nothing', () => {
    expect(toText(emptyArticle)).to.equal('');
  });

  it('begins with headline, standfirst, names and dates', () => {
    expect(
      toText(
        articleOf({
          kicker: 'World',
          headline: 'Bridge opens',
          standfirst: ['At last.'],
          authors: [{ name: 'Ann', role: 'Editor' }, { name: 'Bob' }],
          published: '2024-05-31T18:00:00Z',
          updated: '2024-06-01T18:00:00Z',
          dateline: 'PRAGUE',
          body: [p('It opened.'), p('People came.')],
        }),
      ),
    ).to.equal(
      [
        'World',
        'Bridge opens',
        'At last.',
        'By Ann, Editor and Bob\nMay 31, 2024 · Updated June 1, 2024',
        'PRAGUE — It opened.',
        'People came.',
      ].join('\n\n'),
    );
  });

  it('takes words and dates of another language', () => {
    const article = articleOf({
      authors: [{ name: 'Eva' }, { name: 'Iker' }],
      published: '2024-05-31',
      lang: 'es',
    });
    expect(toText(article, { say: (key) => (key === 'by' ? 'Por {authors}' : key) })).to.equal(
      'Por Eva e Iker\n31 de mayo de 2024',
    );
    expect(toText(article, { formatDate: () => 'ayer' })).to.include('ayer');
  });

  it('sets lists with their marks, one inside another', () => {
    const inner: Block = { type: 'list', ordered: false, items: [{ children: [p('x')] }] };
    expect(
      text({
        type: 'list',
        ordered: true,
        start: 9,
        items: [{ children: [p('a'), inner] }, { children: [p('b'), p('c')] }],
      }),
    ).to.equal('9. a\n   - x\n10. b\n\n    c');
  });

  it('sets a table with tabs', () => {
    const row = (...cells: string[]) => ({ cells: cells.map((one) => ({ children: [one] })) });
    expect(
      text({
        type: 'table',
        caption: ['Bridges'],
        head: [row('Name', 'Length')],
        body: [row('Charles', '516 m')],
        foot: [],
      }),
    ).to.equal('Bridges\nName\tLength\nCharles\t516 m');
  });

  it('says of a link its text alone, and of a note its mark', () => {
    const link = { type: 'link', url: 'https://news.example/', children: ['here'] } as const;
    const mark = { type: 'note-reference', note: 'n', label: '1' } as const;
    const article = articleOf({
      body: [{ type: 'paragraph', children: ['Look ', link, mark] }],
      notes: [{ id: '1', children: [p('A note.'), p('Its end.')] }],
    });
    expect(toText(article)).to.equal('Look here[1]\n\nNotes\n\n[1] A note.\n\n    Its end.');
  });

  it('leaves out on request what stands beside the text', () => {
    const output = toText(everyBlock, { header: false, beside: false });
    for (const out of ['kicker', 'lead-alt', 'pullquote', 'transcript', 'note-one', 'onward'])
      expect(output).not.to.include(out);
    for (const kept of ['plain', 'quote', 'cell', 'factbox-text', 'details-text', 'update-text'])
      expect(output).to.include(kept);
  });
});

describe('The length of a story', () => {
  it('is counted in words, as its language has them', () => {
    const of = (words: string, lang?: string) =>
      wordCount(articleOf({ headline: 'Not counted', lang, body: [p(words)] }));
    expect(of('It’s a twenty-first bridge, at last.', 'en')).to.be.within(6, 7);
    expect(of('')).to.equal(0);
    expect(of('— … !')).to.equal(0);
    expect(of('東京に橋が開通した', 'ja')).to.be.within(4, 9);
    expect(of('words in no language', 'no_such-tag')).to.equal(4);
    expect(wordCount(emptyArticle)).to.equal(0);
  });

  it('in minutes is at least one, and grows with the text', () => {
    const minutes = (words: number, wordsPerMinute?: number) =>
      readingTime(articleOf({ body: [p(repeat('word', words))] }), { wordsPerMinute });
    expect(minutes(0)).to.equal(1);
    expect(minutes(230)).to.equal(1);
    expect(minutes(1150)).to.equal(5);
    expect(minutes(1000, 100)).to.equal(10);
    expect(readingTime(emptyArticle)).to.equal(1);
  });

  it('in minutes counts Chinese and Japanese by their signs', () => {
    const article = articleOf({ lang: 'zh', body: [p('橋'.repeat(1500))] });
    expect(readingTime(article)).to.equal(3);
  });

  it('is counted where there is no segmenter too', () => {
    const { Segmenter } = Intl;
    const article = articleOf({ body: [p('It’s a twenty-first bridge, at last. 東京')] });
    try {
      Reflect.deleteProperty(Intl, 'Segmenter');
      expect(wordCount(article)).to.equal(8);
      expect(readingTime(article)).to.equal(1);
    } finally {
      Object.defineProperty(Intl, 'Segmenter', {
        value: Segmenter,
        configurable: true,
        writable: true,
      });
    }
  });
});
