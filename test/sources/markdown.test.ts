import { expect } from '@open-wc/testing';
import type { Article } from '../../src/content/article.js';
import { writeArticle } from '../../src/content/render-article.js';
import { takeFrontMatter } from '../../src/sources/markdown-front-matter.js';
import { articles, markdown } from '../../src/sources/markdown.js';
import {
  expectSound,
  itReads,
  parseHtml,
  renderedText,
  silentOptions,
  type Example,
} from './formats.js';

const prague = `---
title: "NATO Foreign Ministers Meeting in Prague: Support for Ukraine Affirmed"
standfirst: Ministers met *informally* in the Czech capital.
author:
  - name: Jana Nováková
    role: Diplomatic Editor
    url: https://news.example/jana
  - Petr Svoboda
date: 2024-05-31 18:00:00 +0200
lastmod: 2024-06-01T09:30:00Z
section: World
tags: [NATO, "Prague, Czechia", 'Ukraine']
image:
  src: /pictures/prague.png
  alt: Flags in front of the palace
  caption: The Černín Palace
  credit: "Photograph: Archive"
lang: en
slug: nato-prague
---

On Friday, ministers of **32 allies** met in Prague.

They agreed on support for Ukraine, said [the host](https://mzv.example).
`;

const examples: Example[] = [
  {
    name: 'a story with front matter',
    data: prague,
    text: `World NATO Foreign Ministers Meeting in Prague: Support for Ukraine Affirmed
      Ministers met informally in the Czech capital. Jana Nováková Diplomatic Editor Petr Svoboda
      The Černín Palace Photograph: Archive On Friday, ministers of 32 allies met in Prague.
      They agreed on support for Ukraine, said the host.`,
    types: ['image', 'strong', 'emphasis', 'link'],
  },
  {
    name: 'headings of both kinds and every level',
    data: 'Headline\n===\n\nTwo\n---\n\n### Three\n\n#### Four ####\n\n##### Five {#five}\n\n###### Six\n\n#No heading\n',
    text: 'Headline Two Three Four Five Six #No heading',
    types: ['heading', 'paragraph'],
  },
  {
    name: 'every mark in a line',
    data: 'One **two** _three_ ***four*** ~~five~~ `six <b> &amp;` <https://seven.example> https://eight.example/a_b_c nine@nine.example ten\\*\\\neleven  \ntwelve\nthirteen &eacute;&#233;&copy; AT&T &nosuch; 1 < 2',
    text: 'One two three four five six <b> &amp; https://seven.example https://eight.example/a_b_c nine@nine.example ten* eleven twelve thirteen éé© AT&T &nosuch; 1 < 2',
    types: ['strong', 'emphasis', 'strikethrough', 'code', 'link', 'break'],
  },
  {
    name: 'references, and brackets that are none',
    data: '[First][1], [second][], [third] and [fourth], with a [title](/x "More &amp; more").\n\n[1]: https://one.example "One"\n[second]: <https://two.example>\n[third]: /three\n',
    text: 'First, second, third and [fourth], with a title.',
    types: ['link'],
  },
  {
    name: 'lists in lists, with paragraphs and code',
    data: '- one\n- two\n  1. inner\n  2. other\n\n     > quoted\n- three\n\n  more of three\n\n  ```\n  code of three\n  ```\n\n7. seven\n8. eight\n',
    text: 'one two inner other quoted three more of three code of three seven eight',
    types: ['list', 'blockquote', 'code'],
  },
  {
    name: 'a list of tasks',
    data: '- [x] done **well**\n- [ ] to do\n\n* [X] loose\n\n* [ ] looser\n',
    text: 'done well to do loose looser',
    types: ['list'],
  },
  {
    name: 'quotations in quotations',
    data: '> Said so.\n> And more,\nlazily.\n>\n> > Inner words\n> > - with a list\n',
    text: 'Said so. And more, lazily. Inner words with a list',
    types: ['blockquote', 'list'],
  },
  {
    name: 'code in fences and by indent',
    data: '```js {1,3}\nconst a = "<b>";\n\n[^1]: no note\n```\n\n~~~\n```\n~~~\n\n    indented **code**\n\n``a ` tick``',
    text: 'const a = "<b>"; [^1]: no note indented **code** a ` tick',
    types: ['code'],
  },
  {
    name: 'a table',
    data: '| Country | Share |\n|:--|--:|\n| Poland | **4 %** |\n| Czechia | 2 \\| 3 |\n| Short |\n',
    text: 'Country Share Poland 4 % Czechia 2 | 3 Short',
    types: ['table', 'strong'],
  },
  {
    name: 'pictures with captions, in links and in a line',
    data: '![A bridge](bridge.png "The bridge &amp; the river")\n\n[![Castle](castle.png)](https://castle.example)\n\n![One](1.png) ![Two](2.png "Second")\n\nWords ![in](in.png) a line.\n',
    text: 'The bridge & the river Second Words a line.',
    types: ['image'],
  },
  {
    name: 'notes, with several paragraphs, used twice and never',
    data: 'A claim[^a] and another[^long], again[^a], and none[^x].\n\n[^a]: Its *source*.\n[^long]: First part.\n\n    Second part, with `code`.\n\n    - and a list\n\nText behind the notes.\n\n[^unused]: Never asked for.\n',
    text: 'A claim1 and another2, again1, and none[^x]. Text behind the notes. Its source. First part. Second part, with code. and a list Never asked for.',
    types: ['note-reference', 'list'],
  },
  {
    name: 'HTML in blocks around Markdown',
    data: '<details open>\n<summary>More **stars**</summary>\n\nHidden *words*\n\n</details>\n\n<div align="center">\n\n## Centred\n\n</div>\n\n<figure>\n<img src="a.png" alt="A"><figcaption>Under it</figcaption>\n</figure>\n\n<!-- a comment -->\n',
    text: 'More **stars** Hidden words Centred Under it',
    types: ['details', 'emphasis', 'heading', 'image'],
  },
  {
    name: 'HTML in lines',
    data: 'Press <kbd>Ctrl</kbd>, H<sub>2</sub>O, <abbr title="North Atlantic Treaty Organization">NATO</abbr>, <mark>**bold** in a mark</mark>, <b onclick="alert(1)">no handler</b>, <u>open, <br>and <script>alert(1)</script>done.\n',
    text: 'Press Ctrl, H2O, NATO, bold in a mark, no handler, open, and done.',
    types: ['keyboard', 'subscript', 'abbreviation', 'highlight', 'strong', 'underline', 'break'],
  },
  {
    name: 'the address of a player alone in its line',
    data: 'Watch:\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\nhttps://unknown.example/player\n\n***\n\n<iframe src="https://player.vimeo.com/video/1" title="A film"></iframe>\n',
    text: 'Watch: https://www.youtube.com/watch?v=dQw4w9WgXcQ https://unknown.example/player A film',
    types: ['embed', 'thematic-break', 'link'],
  },
  {
    name: 'lines of Windows, tabs, and other scripts',
    data: '\uFEFF---\r\ntitle: Přehled\r\n---\r\n\r\nمرحبا بالعالم\r\n\r\n-\t日本語\r\n-\tStraße\r\n',
    text: 'Přehled مرحبا بالعالم 日本語 Straße',
    types: ['list'],
  },
];

const read = (text: string): Article => markdown.read(text, { parseHtml }).article;
const front = (text: string): unknown => takeFrontMatter(`---\n${text}\n---\nBody`).front;

describe('A story in Markdown', () => {
  itReads(markdown, examples);

  it('tells what front matter says of it', () => {
    const article = markdown.read(prague, {
      parseHtml,
      base: 'https://news.example/md/a.md',
    }).article;
    expect(article).to.deep.include({
      id: 'nato-prague',
      published: '2024-05-31T18:00:00+02:00',
      updated: '2024-06-01T09:30:00Z',
      section: { name: 'World' },
      tags: [{ name: 'NATO' }, { name: 'Prague, Czechia' }, { name: 'Ukraine' }],
      lang: 'en',
    });
    expect(article.authors[0]).to.deep.equal({
      name: 'Jana Nováková',
      role: 'Diplomatic Editor',
      url: 'https://news.example/jana',
    });
    expect(article.lead).to.deep.include({
      src: 'https://news.example/pictures/prague.png',
      alt: 'Flags in front of the palace',
      credit: 'Photograph: Archive',
    });
  });

  for (const [text, value] of [
    ['a: 1 # comment\n# whole line\nb: "x # y"', { a: '1', b: 'x # y' }],
    ['list:\n- one\n- "two: 2"\n-\tthree', { list: ['one', 'two: 2', 'three'] }],
    [
      'list:\n  - name: A\n    role: B\n  - name: C',
      { list: [{ name: 'A', role: 'B' }, { name: 'C' }] },
    ],
    ['a: [x, "y, z", [n]]\nb: {c: d, "e": f}', { a: ['x', 'y, z', ['n']], b: { c: 'd', e: 'f' } }],
    [
      'a: |\n  one\n    two\n\n  three\nb: >-\n  one\n  two\n\n  three',
      { a: 'one\n  two\n\nthree', b: 'one two\n\nthree' },
    ],
    ['a: one\n  two\nb: "three\n  four"', { a: 'one two', b: 'three four' }],
    ["a: 'it''s'\nb: \"\\u00e9\\n\\\"\"", { a: "it's", b: 'é\n"' }],
    ['a:\n  b:\n    c: d\ne: ~\nf:', { a: { b: { c: 'd' } }, e: '' }],
    [
      'a: https://x.example/y:z\n"quoted key": v',
      { a: 'https://x.example/y:z', 'quoted key': 'v' },
    ],
    ['a: [x,\n  y]\nb: [', { a: ['x', 'y'], b: [] }],
  ] as const) {
    it(`reads front matter: ${JSON.stringify(text)}`, () => {
      expect(front(text)).to.deep.equal(value);
    });
  }

  it('takes no line of dashes for front matter', () => {
    expect(
      read('---\n\nText: words\nthat go on\n\n---\n\nEnd').body.map(({ type }) => type),
    ).to.include('thematic-break');
    expect(front('just prose')).to.equal(undefined);
  });

  it('reads keys that are names of objects as keys', () => {
    front('__proto__:\n  polluted: yes\nconstructor:\n  prototype:\n    polluted: yes');
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('takes the first heading for the headline, and lowers others like it', () => {
    expect(read('# Top\n\nText').headline).to.equal('Top');
    const article = read('---\ntitle: Over\n---\n# Top\n\n## Under');
    expect(article.headline).to.equal('Over');
    expect(article.body).to.deep.equal([
      { type: 'heading', level: 2, children: ['Top'] },
      { type: 'heading', level: 3, children: ['Under'] },
    ]);
  });

  it('gives each node once where its mark is forged', () => {
    const forged = '&#xe100;0&#xe100;'.repeat(50);
    const text = renderedText(read(`Once only\n\n<div>${forged}</div>`));
    expect(text.split('Once')).to.have.length(2);
  });

  it('makes no link of an address that is not safe', () => {
    const article = read(
      '[a](javascript:alert(1)) [b](&#106;avascript:alert(1)) [c](java&Tab;script:alert(1)) ![d](javascript:alert(1) "e") <javascript:alert(1)> [f]\n\n[f]: vbscript:x',
    );
    expect(String(writeArticle(article, silentOptions))).not.to.match(/href|src/);
  });

  it('recognises no page and no feed', () => {
    for (const text of [
      '<!doctype html><p>',
      '<html>',
      '<?xml version="1.0"?><rss>',
      '<rss>',
      ' ',
      {},
    ])
      expect(markdown.recognises(text)).to.equal(false);
    expect(markdown.recognises('<p align="center">\n\n# Title')).to.equal(true);
  });

  for (const [name, text] of [
    ['quotations', '> '.repeat(20_000) + 'end'],
    ['lists', '- '.repeat(20_000) + 'end'],
    ['emphasis that ends nowhere', '__a_ '.repeat(100_000) + 'end'],
    ['brackets', '['.repeat(200_000) + 'end'],
    ['a word of a million letters', 'a'.repeat(999_990) + ' end'],
    ['notes', Array.from({ length: 40_000 }, (_, n) => `[^${n}]: x`).join('\n')],
    ['tags', '<b>'.repeat(20_000) + 'end'],
    ['comments that end nowhere', 'a <!-- '.repeat(100_000) + 'end'],
  ] as const) {
    it(`bears no end of ${name}`, () => {
      const article = read(text);
      expect(article.body.length + article.notes.length).to.be.greaterThan(0);
    });
  }

  it('says that it is too long', () => {
    const result = markdown.read('word '.repeat(300_000), { parseHtml });
    expect(result.problems).to.have.length(1);
    expect(result.article.body.at(-1)).to.deep.equal({ type: 'notice', kind: 'cut', children: [] });
    expectSound(result);
  });

  it('is fetched from its address', async () => {
    const fetch = () => Promise.resolve(new Response(prague));
    const { article } = await articles({ src: 'https://news.example/a.md' }).load({
      parseHtml,
      fetch,
    });
    expect(article.headline).to.contain('NATO');
  });
});
