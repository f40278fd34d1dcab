import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Lexer, marked } from 'marked';
import { articleOf, parseArticle } from '../../src/content/article.js';
import type { Block } from '../../src/content/block.js';
import type { Inline } from '../../src/content/inline.js';
import { toMarkdown } from '../../src/content/to-markdown.js';
import { toText } from '../../src/content/to-text.js';
import { takeFrontMatter } from '../../src/sources/markdown-front-matter.js';
import { markdown } from '../../src/sources/markdown.js';
import { expectSameWords, expectSound, parseHtml, typesIn } from '../sources/formats.js';
import { emptyArticle, everyBlock, HOSTILE, lostIn } from './every-block.js';

const p = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const text = (...body: Block[]) => toMarkdown(articleOf({ body })).trim();
const textOfHtml = (html: string) =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent;
/** What a reader sees of it, by a parser that knows nothing of ours. */
const shown = (source: string) =>
  textOfHtml(marked.parse(takeFrontMatter(source).text, { async: false, gfm: true })).trim();
const silent = { say: () => '', formatDate: () => '' };
/** Read back by our own reader. */
const readBack = (source: string) => markdown.read(source, { parseHtml });

describe('A story as Markdown', () => {
  it('says all that was written, in any parser', () => {
    const source = toMarkdown({ ...everyBlock, notes: [] });
    const { front } = takeFrontMatter(source);
    const over = JSON.stringify(front, (_, value: unknown) =>
      typeof value === 'object' ? value : undefined,
    );
    expect(over).to.be.a('string');
    const texts = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts);
    const whole = `${texts(front).join('\n')}\n${shown(source)}`;
    const lost = lostIn(whole, { ...everyBlock, notes: [], lead: undefined }).filter(
      // Mere emphasis in the standfirst: it is there as Markdown and as plain text.
      (one) => !texts(front).some((line) => line.includes(one)),
    );
    expect(lost).to.deep.equal([]);
  });

  it('is read back word for word', () => {
    const source = toMarkdown(everyBlock, silent);
    expect(markdown.recognises(source)).to.equal(true);
    const result = readBack(source);
    expectSound(result);
    expect(lostIn(toText(result.article), everyBlock)).to.deep.equal([
      // What is said of the picture over the story beside its caption and credit.
      ...['lead-provenance'].map((what) => `${what} ${HOSTILE}`),
    ]);
  });

  it('is the same words when what was read is written and read again', () => {
    const once = readBack(toMarkdown(everyBlock, silent)).article;
    const twice = readBack(toMarkdown(once, silent)).article;
    expectSameWords(toText(twice), toText(once));
  });

  it('keeps the blocks that Markdown has', () => {
    const types = typesIn(readBack(toMarkdown(everyBlock)).article);
    for (const type of [
      ...['paragraph', 'heading', 'list', 'blockquote', 'image', 'table', 'code', 'thematic-break'],
      ...['strong', 'emphasis', 'strikethrough', 'code', 'link', 'break', 'note-reference'],
      ...['underline', 'keyboard', 'superscript', 'subscript', 'highlight', 'small', 'quotation'],
      ...['citation', 'definition', 'insertion', 'deletion', 'time', 'span'],
    ])
      expect([...types]).to.include(type);
  });

  it('holds no script, and no element but those of text', () => {
    const source = takeFrontMatter(toMarkdown(everyBlock)).text;
    const found = new DOMParser().parseFromString(
      marked.parse(source, { async: false }),
      'text/html',
    );
    expect(found.querySelector('script, b, [onclick]')).to.equal(null);
    expect(source).not.to.match(/undefined|\[object|NaN/);
  });

  it('of a story that has nothing is empty', () => {
    expect(toMarkdown(emptyArticle)).to.equal('');
  });

  it('changes nothing', () => {
    const before = JSON.stringify(everyBlock);
    expect(toMarkdown(everyBlock)).to.equal(toMarkdown(everyBlock));
    expect(JSON.stringify(everyBlock)).to.equal(before);
  });

  it('says over the text what is known of it', () => {
    expect(
      toMarkdown(
        articleOf({
          headline: 'Bridge "opens": 1',
          standfirst: ['At ', { type: 'strong', children: ['last'] }, '.'],
          authors: [{ name: 'Ann', url: '/ann', role: 'Editor' }, { name: 'Bob' }],
          published: '2024-05-31T18:00:00Z',
          section: { name: 'World' },
          tags: [{ name: 'Rivers', url: '/rivers' }, { name: 'Stone' }],
          lead: { type: 'image', src: '/a.jpg', alt: 'A bridge', width: 3, height: 2 },
          body: [p('It opened.')],
          url: 'https://news.example/bridge',
          free: true,
        }),
      ),
    ).to.equal(`---
title: "Bridge \\"opens\\": 1"
standfirst: "At **last**."
description: "At last."
authors:
  - name: "Ann"
    role: "Editor"
    url: "https://news.example/ann"
  - name: "Bob"
date: "2024-05-31T18:00:00Z"
section: "World"
tags:
  - name: "Rivers"
    url: "https://news.example/rivers"
  - "Stone"
image:
  src: "https://news.example/a.jpg"
  alt: "A bridge"
  width: 3
  height: 2
url: "https://news.example/bridge"
free: true
---

It opened.
`);
  });

  it('is read back as the same story, where Markdown has all that it needs', () => {
    const story = articleOf({
      id: '8',
      url: 'https://news.example/bridge',
      headline: 'Bridge: "opens" # 1',
      kicker: 'World',
      standfirst: ['At ', { type: 'emphasis', children: ['last'] }, ', *it* opened.'],
      authors: [{ name: 'Ann; the editor', role: 'Editor' }, { name: 'Bob' }],
      published: '2024-05-31T18:00:00Z',
      dateline: 'Prague',
      tags: [{ name: 'Rivers, streams' }],
      lead: { type: 'image', src: 'https://news.example/a.jpg', alt: 'A | b', caption: ['It'] },
      body: [
        p('One ', { type: 'strong', children: ['two'] }, ' three.'),
        { type: 'heading', level: 3, children: ['C# and #'] },
        { type: 'list', ordered: true, start: 3, items: [{ children: [p('x')] }] },
        { type: 'list', ordered: true, items: [{ children: [p('y'), p('z')] }] },
        { type: 'blockquote', children: [p('a'), p('b')] },
        { type: 'code', text: 'a\n\n  ```\nb', language: 'js' },
        { type: 'thematic-break' },
        {
          type: 'table',
          head: [
            {
              cells: [
                { children: ['h|1'], header: true },
                { children: ['2'], header: true },
              ],
            },
          ],
          body: [
            { cells: [{ children: [{ type: 'code', children: ['a|b'] }] }, { children: [] }] },
          ],
          foot: [],
        },
        p('Noted', { type: 'note-reference', note: '1', label: '1' }, '.'),
      ],
      notes: [{ id: '1', children: [p('A note.'), p('Its end.')] }],
      lang: 'en',
    });
    const { article, problems } = readBack(toMarkdown(story));
    expect(problems).to.deep.equal([]);
    expect(article).to.deep.equal(parseArticle(story).article);
  });
});

describe('Text in Markdown stays what it is:', () => {
  for (const words of [
    '*a* **b** _c_ __d__ ***e*** *f',
    '`a` ``b`` `',
    '[a](b) [c][d] [e] ![f](g) [^1] [ ] [x]',
    '# a',
    '## a ##',
    '- a',
    '+ a',
    '* a',
    '1. a',
    '2) a',
    '> a',
    '---',
    '===',
    '***',
    '___',
    '~~~',
    '```',
    '~~a~~ ~b~',
    '| a | b |',
    '<b>a</b> <!-- b --> <?c?> <a@b.c> <https://a.b>',
    '&amp; &copy; &#65; &x R&D',
    'https://a.example/b_c_d?e=*f* http://x www.a.example me@a.example ftp://b',
    '\\ \\* \\\\ a\\',
    '$a$ $$b$$ {{ c }} {% d %}',
    'a! ',
    '    indented',
    '[a]: b',
    '[^a]: b',
    ': definition',
    '"quoted" \'quoted\' (so)',
    '1986\\. A year',
    '=a -b +c',
    'a  b   c',
    HOSTILE,
  ]) {
    it(JSON.stringify(words), () => {
      const flat = (one: string) => one.replace(/\s+/g, ' ').trim();
      const nodes: Block[] = [
        p(words),
        p('x', { type: 'break' }, words, { type: 'break' }, words),
        { type: 'heading', level: 2, children: [words] },
        { type: 'list', ordered: false, items: [{ children: [p(words)] }] },
        { type: 'blockquote', children: [p(words)] },
        p({ type: 'strong', children: [words] }, words, { type: 'emphasis', children: [words] }),
        p(words, { type: 'link', url: 'https://a.example/', children: [words] }, words),
        {
          type: 'table',
          head: [{ cells: [{ children: [words] }] }],
          body: [{ cells: [{ children: [words, { type: 'break' }, words] }] }],
          foot: [],
        },
      ];
      const expected = [
        ...[flat(words), flat(`x ${words} ${words}`), flat(words), flat(words), flat(words)],
        ...[flat(words + words + words), flat(words + words + words), flat(words)],
      ];
      nodes.forEach((node, index) => {
        const source = text(node);
        const html = marked.parse(source, { async: false }).replaceAll('<br>', ' ');
        expect(flat(textOfHtml(html)), source).to.include(expected[index]!);
        const read = flat(toText(readBack(source).article, silent));
        const again = node.type === 'list' ? read.slice(2) : read;
        expect(again, source).to.include(expected[index]!);
      });
    });
  }

  it('code, whatever backticks are in it', () => {
    for (const code of ['a`b', '``', '`a', 'a`', ' a ', '```', 'a|b', '\\', '*a*', '<b>&amp;']) {
      const source = text(p('x ', { type: 'code', children: [code] }, ' y'));
      expect(shown(source), source).to.equal(`x ${code} y`);
      const block = text({ type: 'code', text: code });
      expect(Lexer.lex(block)[0], block).to.deep.include({ type: 'code', text: code });
    }
  });

  it('words in one word: marks that would not work there become elements', () => {
    const source = text(
      p('un', { type: 'emphasis', children: ['believ'] }, 'able', {
        type: 'strong',
        children: ['(so)'],
      }),
    );
    expect(shown(source)).to.equal('unbelievable(so)');
    expect(source).to.include('<em>').and.to.include('<strong>');
  });

  it('whatever signs stand in it, and in whatever it stands', () => {
    const signs = fc.constantFrom(
      ...'`*_{}[]<>|~$&;#+-=.!\\()"\'@:/^?% ab1é',
      'http://',
      '&amp;',
      ' ',
    );
    const words = fc.string({ unit: signs, maxLength: 14 });
    const inlines = fc.array(
      fc.oneof(
        words,
        fc.record({
          type: fc.constantFrom('strong', 'emphasis', 'strikethrough', 'code', 'highlight'),
          children: fc.array(words, { maxLength: 2 }),
        }),
        fc.record({
          type: fc.constant('link'),
          url: fc.constantFrom('https://a.example/', 'https://a.example/b_(c)?d=*&amp;e[1]|'),
          title: words,
          children: fc.array(words, { minLength: 1, maxLength: 2 }),
        }),
      ),
      { maxLength: 5 },
    ) as fc.Arbitrary<Inline[]>;
    const signsOf = (one: string) => one.replace(/\s+/g, '');
    fc.assert(
      fc.property(inlines, (children) => {
        const article = articleOf({ body: [{ type: 'paragraph', children }] });
        const source = toMarkdown(article);
        const said = signsOf(toText(article));
        expect(signsOf(shown(source)), source).to.equal(said);
        expect(signsOf(toText(readBack(source).article)), source).to.equal(said);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});
