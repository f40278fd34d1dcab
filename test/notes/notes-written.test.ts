// What the writer writes of notes, tables and pull quotes, and that the reader has them again.
import { expect } from '@open-wc/testing';
import { articleOf, type Article } from '../../src/content/article.js';
import type { Block } from '../../src/content/block.js';
import type { Inline } from '../../src/content/inline.js';
import { readBlocks, readStory } from '../../src/content/read-html.js';
import { writeArticle } from '../../src/content/render-article.js';
import { renderBlocks } from '../../src/content/render-block.js';
import type { WriteOptions } from '../../src/content/render-inline.js';
import { toEmail } from '../../src/content/to-email.js';
import { toMarkdown } from '../../src/content/to-markdown.js';
import { toRss } from '../../src/content/to-rss.js';
import { toText } from '../../src/content/to-text.js';
import { toAppleNews } from '../../src/content/to-apple-news.js';
import { parseHtml, silentOptions } from '../sources/formats.js';

const options: WriteOptions = { ...silentOptions, say: (key) => `Our ${key}` };
const p = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const mark = (note: string, label = note): Inline => ({ type: 'note-reference', note, label });
const term: Inline = {
  type: 'note-reference',
  note: 'word',
  kind: 'term',
  children: ['the ', { type: 'emphasis', children: ['Summit'] }],
};
const story = (parts: Partial<Article>): Article => articleOf({ headline: 'Ministers', ...parts });
const pageOf = (article: Article, more: Partial<WriteOptions> = {}) =>
  new DOMParser().parseFromString(
    String(writeArticle(article, { ...options, ...more })),
    'text/html',
  );
const again = (blocks: readonly Block[]) =>
  readBlocks(parseHtml(String(renderBlocks(blocks, options))));

describe('The notes of a story, written', () => {
  const article = story({
    body: [p('Said', mark('1'), ' of ', term, '.'), p('And again', mark('1'), '.')],
    notes: [
      { id: '1', children: [p('Where.')] },
      { id: 'word', kind: 'term', children: [p({ type: 'definition', children: ['Summit'] })] },
      { id: 'spare', children: [p('One.'), p('Two.')] },
    ],
  });

  it('are led to by marks with ids of their own, and lead back to each', () => {
    const page = pageOf(article);
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    const marks = [...page.querySelectorAll('article-note a')];
    expect(marks).to.have.lengthOf(3);
    for (const one of marks) {
      const target = page.getElementById(one.getAttribute('href')!.slice(1))!;
      expect(target.localName).to.equal('li');
      const backs = [...target.querySelectorAll('a[role="doc-backlink"]')];
      expect(backs.map((back) => back.getAttribute('href'))).to.include(`#${one.id}`);
    }
    const [first] = page.querySelectorAll('.notes li');
    expect(
      [...first!.querySelectorAll('.note-back')].map((back) => back.getAttribute('aria-label')),
    ).to.deep.equal(['Our backToText', 'Our backToText 2']);
    expect(page.querySelectorAll('.notes li')[2]!.querySelector('.note-back')).to.equal(null);
  });

  it('keep marks small where there is no stylesheet, but not the words of a term', () => {
    const page = pageOf(article);
    expect(page.querySelectorAll('article-note > sup > a')).to.have.lengthOf(2);
    expect(page.querySelector('article-note[kind="term"] > a')!.innerHTML).to.equal(
      'the <em>Summit</em>',
    );
  });

  it('carry the prefix', () => {
    const [one] = pageOf(article, { prefix: 'acme-' }).querySelectorAll('acme-article-note');
    expect(one!.className).to.equal('article-note');
  });

  for (const prefix of ['', 'acme-'])
    it(`are the same when they are read again (${prefix || 'no prefix'})`, () => {
      const { body } = pageOf(article, { prefix });
      const root = body.querySelector('h1')!.parentElement!.parentElement!;
      root.querySelector('h1')!.parentElement!.remove();
      expect(readStory(parseHtml(root.innerHTML))).to.deep.equal({
        body: article.body,
        notes: article.notes,
      });
    });

  it('are still read as they were written before, and as editors write them', () => {
    for (const html of [
      '<p>Said<sup class="note-reference"><a id="user-content-ref-1" href="#user-content-note-1" role="doc-noteref">1</a></sup>.</p>',
      '<p>Said<sup class="fn"><a href="#note-1">1</a></sup>.</p>',
      '<p>Said<article-note><a href="#note-1">1</a></article-note>.</p>',
    ])
      expect(readBlocks(parseHtml(html))).to.deep.equal([p('Said', mark('1'), '.')]);
  });

  it('lose no word of a mark that is none', () => {
    const html =
      '<p>A <article-note kind="term"><b>b</b> <a href="#note-1">c</a></article-note> <article-note>d</article-note> <article-note><a href="https://e.example/">e</a></article-note></p>';
    expect(JSON.stringify(readBlocks(parseHtml(html)))).to.match(/b.*c.*d.*e/);
  });

  it('say the words of a term once, in every output', () => {
    const outputs = [
      toText(article),
      toMarkdown(article),
      toRss(article, { title: 't', link: 'https://news.example/' }),
      toEmail(article),
      JSON.stringify(toAppleNews(article)),
    ];
    for (const output of outputs) {
      const [text = ''] = /Said[\s\S]*?And again/.exec(output) ?? [];
      expect(text.match(/Summit/g), output).to.have.lengthOf(1);
      expect(text).not.to.contain('[word]');
    }
  });
});

describe('A pull quote, written', () => {
  const pull = (...children: Inline[]): Block => ({
    type: 'pullquote',
    children: [p(...children)],
  });
  const hidden = (...body: Block[]) =>
    [...pageOf(story({ body })).querySelectorAll('article-pullquote')].map((one) =>
      one.getAttribute('aria-hidden'),
    );
  const said = p('He called it “a ', { type: 'emphasis', children: ['multi'] }, '-year program”.');

  it('is marked where the story says the same', () => {
    expect(hidden(said, pull('“A multi-year program”'))).to.deep.equal(['true']);
  });

  it('is not marked where nothing says it, or only itself, or another pull quote', () => {
    expect(hidden(said, pull('Another program'))).to.deep.equal([null]);
    expect(hidden(pull('Words'), { type: 'group', children: [pull('Words')] })).to.deep.equal([
      null,
      null,
    ]);
    expect(hidden(said, pull('')).concat(hidden(said, pull('…')))).to.deep.equal([null, null]);
  });

  it('is not marked when it holds a link, or names somebody whom the story does not', () => {
    const link: Inline = { type: 'link', url: 'https://a.example/', children: ['multi-year'] };
    expect(hidden(said, pull('a ', link, ' program'))).to.deep.equal([null]);
    const source = { ...pull('a multi-year program'), source: ['Somebody'] } as Block;
    expect(hidden(said, source)).to.deep.equal([null]);
    expect(hidden(said, p('Somebody left.'), source)).to.deep.equal(['true']);
  });
});

describe('A table, written', () => {
  const cells = (...texts: string[]) => ({ cells: texts.map((text) => ({ children: [text] })) });
  const table: Block = {
    type: 'table',
    layout: 'stack',
    sortable: true,
    rows: 10,
    head: [
      {
        cells: [
          { children: ['A'], header: true },
          { children: ['B'], header: true },
        ],
      },
    ],
    body: [cells('a1', 'b1')],
    foot: [cells('a2', 'b2')],
  };

  it('is the same when it is read again', () => {
    expect(again([table])).to.deep.equal([table]);
  });

  it('says what its columns are called where it is stacked, and else does not', () => {
    const labels = (block: Block) =>
      [
        ...new DOMParser()
          .parseFromString(String(renderBlocks([block], options)), 'text/html')
          .querySelectorAll<HTMLElement>('td'),
      ].map((cell) => cell.dataset.label);
    expect(labels(table)).to.deep.equal(['A', 'B', 'A', 'B']);
    expect(labels({ ...table, layout: undefined })).to.deep.equal(Array(4).fill(undefined));
    const spanned: Block = {
      ...table,
      body: [{ cells: [{ children: ['a'], rows: 2 }, { children: ['b'] }] }],
    };
    expect(labels(spanned)).to.deep.equal(Array(4).fill(undefined));
  });

  it('counts columns of any width', () => {
    const wide: Block = {
      ...table,
      head: [{ cells: [{ children: ['A'], header: true, columns: 1e9 }] }],
    };
    expect(String(renderBlocks([wide], options))).to.contain('data-label="A"');
  });

  it('is no table of ours where words stand beside it', () => {
    const html =
      '<article-table sortable><table><tr><td>a</td></tr></table><p>b</p></article-table>';
    expect(JSON.stringify(readBlocks(parseHtml(html)))).to.match(/a.*b/);
  });
});

describe('What parts a story', () => {
  for (const look of [undefined, 'stars', 'space'] as const)
    it(`is the same when it is read again: ${look ?? 'a line'}`, () => {
      const block: Block = { type: 'thematic-break', ...(look && { look }) };
      expect(again([block])).to.deep.equal([block]);
    });
});
