import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { articleJsonSchema, parseArticle } from '../../src/content/article.js';
import { textIn } from '../../src/content/nodes.js';
import { writeArticle } from '../../src/content/render-article.js';
import { silentOptions, wordsOf } from '../sources/formats.js';
import { faultsIn, parsers, sanitize } from './safe.js';

/** The same stories at every run; what fails is printed with it. */
const SEED = 19_490_404;
const seeds = (runs: number) => Array.from({ length: runs }, (_, index) => SEED + index);

const tags = (
  'p p p div span b i a a h1 h2 h3 ul ol li blockquote figure figcaption img pre code table caption ' +
  'thead tbody tr td th dl dt dd details summary section article header footer aside nav form input ' +
  'button select option textarea label svg path style script template noscript math mi mtext mrow ' +
  'video audio source track iframe object embed picture hr br sub sup mark abbr time q cite ' +
  'x-element article-figure article-embed article-factbox article-timeline article-notice ' +
  'article-gallery article-pullquote article-video article-compare live-update related-articles'
).split(' ');
const empty = new Set('img input hr br source track embed path iframe'.split(' '));
const names = (
  'id class href src srcset alt title name style onclick onerror lang dir cite datetime kind layout ' +
  'placement width height start colspan rowspan role data display scope poster type provider'
).split(' ');
const values = [
  ...[
    '',
    'x',
    'x y',
    '"',
    '<b>',
    '1',
    '-1',
    '9e9',
    'rtl',
    '#x',
    '/x',
    'https://news.example/x?a=b&c',
  ],
  ...[
    'javascript:xss()',
    ' java\nscript:xss()',
    'data:text/html,x',
    'data:image/png,x',
    '/a 1x, b: 2x',
  ],
  ...[
    'footnotes',
    'doc-endnotes',
    'doc-noteref',
    'fn',
    'credit',
    'embed-link',
    'event-date',
    'pullquote',
  ],
  ...[
    'big-number',
    'cut',
    'grid',
    'wide',
    'language-js',
    'https://youtube.com/embed/x',
    '\u0000',
    '\ud800',
  ],
];

let words = 0;
/** A word that no other has. */
const word = fc.constant(0).map(() => ` w${words++} `);
const sign = fc.constantFrom(
  ' ',
  '\n',
  '&amp;',
  ' &lt;script> ',
  '\u0000',
  '\u00a0',
  '<!-- c -->',
  '</p>',
  '</table>',
  '<',
);
const tree: fc.Arbitrary<string> = fc.letrec<{ nodes: string; node: string }>((tie) => ({
  nodes: fc
    .array(tie('node'), { maxLength: 4, depthIdentifier: 'tree' })
    .map((list) => list.join('')),
  node: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'tree' },
    word,
    sign,
    fc
      .tuple(
        fc.constantFrom(...tags),
        fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)), { maxLength: 2 }),
        tie('nodes'),
        fc.boolean(),
      )
      .map(([tag, attributes, inner, isOpen]) => {
        const own = attributes.map(
          ([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`,
        );
        if (empty.has(tag)) return `<${tag}${own.join('')}>${tag === 'iframe' ? '</iframe>' : ''}`;
        return `<${tag}${own.join('')}>${inner}${isOpen ? '' : `</${tag}>`}`;
      }),
  ),
})).nodes;

/** Words of one text that another has not. */
const lost = (before: string, after: string): string[] => {
  const kept = new Set(wordsOf(after));
  return wordsOf(before).filter((one) => !kept.has(one));
};

describe('T2, T7: any HTML', () => {
  for (const seed of seeds(20)) {
    const [how, parse] = Object.entries(parsers)[seed % 3]!;
    it(`is safe, keeps its words and stays as it is, 500 times (${how}, seed ${seed})`, () => {
      fc.assert(
        fc.property(tree, (html) => {
          const once = sanitize(html, parse);
          expect(faultsIn(once)).to.deep.equal([]);
          expect(lost(textIn(parse(html)), textIn(parse(once))), 'words lost').to.deep.equal([]);
          expect(sanitize(once, parse), 'read again').to.equal(once);
        }),
        { seed, numRuns: 500 },
      );
    });
  }
});

// Shapes that are nearly stories: the schema's own names, with anything for a value.
const schema = articleJsonSchema() as {
  $defs: Record<string, { properties?: object; anyOf?: unknown }>;
};
const keys = [
  ...new Set(
    Object.values(schema.$defs).flatMap(({ properties }) => Object.keys(properties ?? {})),
  ),
];
const types = Object.values(schema.$defs).flatMap(({ properties }) => {
  const type = (properties as { type?: { const?: unknown } } | undefined)?.type?.const;
  return typeof type === 'string' ? [type] : [];
});
const anything: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'json' },
    word,
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1e21, '', ...values),
    fc.array(tie('any'), { maxLength: 4, depthIdentifier: 'json' }),
    fc
      .tuple(
        fc.option(fc.constantFrom(...types, 'poll', '__proto__', 'constructor')),
        fc.array(fc.tuple(fc.constantFrom(...keys, 'body', '__proto__', 'toString'), tie('any')), {
          maxLength: 5,
        }),
      )
      .map(([type, entries]) => {
        const made = entries.map(
          ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
        );
        if (type) made.push(`"type":${JSON.stringify(type)}`);
        return JSON.parse(`{${made.join(',')}}`) as unknown;
      }),
  ),
})).any;
const story = fc.record(
  Object.fromEntries(
    [
      ...[
        'headline',
        'kicker',
        'series',
        'standfirst',
        'authors',
        'byline',
        'published',
        'updated',
      ],
      ...['dateline', 'section', 'tags', 'lead', 'body', 'notes', 'corrections', 'related', 'lang'],
      ...['dir', 'free', 'source', 'design', 'url', 'id'],
    ].map((key) => [key, anything]),
  ),
  { requiredKeys: ['body'] },
);

describe('T17: any JSON', () => {
  for (const seed of seeds(10)) {
    it(`is read into a story that says nothing odd, 500 times (seed ${seed})`, () => {
      fc.assert(
        fc.property(fc.oneof({ weight: 4, arbitrary: story }, anything), (data) => {
          const { article } = parseArticle(data);
          const again = parseArticle(JSON.parse(JSON.stringify(article)));
          expect(again.problems).to.deep.equal([]);
          expect(again.article).to.deep.equal(article);
          const html = String(writeArticle(article, silentOptions));
          expect(html).not.to.match(/undefined|\[object|NaN/);
          expect(faultsIn(html).filter((fault) => !ours.includes(fault))).to.deep.equal([]);
        }),
        { seed, numRuns: 500 },
      );
    });
  }

  it('keeps the words of blocks that nobody knows', () => {
    const told = fc.dictionary(
      fc.constantFrom('question', 'answer', 'options', 'note', 'children'),
      fc.oneof(
        word,
        fc.array(word, { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('label', 'hint'), word),
      ),
    );
    fc.assert(
      fc.property(fc.array(told, { maxLength: 4 }), (blocks) => {
        const data = { body: blocks.map((block) => ({ ...block, type: 'poll' })) };
        const html = String(writeArticle(parseArticle(data).article, silentOptions));
        const said = (JSON.stringify(data).match(/w\d+/g) ?? []).join(' ');
        expect(lost(said, textIn(parsers['on a server']!(html)))).to.deep.equal([]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

/** What a whole article has beyond the blocks of its text. */
const ours = [
  ...['<news-article>', '<article-header>', '<h1>', '<article-byline>', '<article-time>'],
  ...['<live-update>', '<section>'],
];

const whole = {
  headline: 'Headline',
  standfirst: ['Under ', { type: 'strong', children: ['it'] }],
  authors: [{ name: 'Jana', role: 'Editor' }],
  section: { name: 'World' },
  lead: { type: 'image', src: '/a.png', alt: 'A', caption: ['Caption'] },
  body: [
    { type: 'paragraph', children: ['Text ', { type: 'link', url: '/x', children: ['linked'] }] },
    {
      type: 'list',
      ordered: false,
      items: [{ children: [{ type: 'paragraph', children: ['item'] }] }],
    },
    { type: 'table', head: [], body: [{ cells: [{ children: ['cell'] }] }], foot: [] },
    { type: 'embed', provider: 'x', url: 'https://x.com/1', children: [] },
    {
      type: 'math-block',
      children: [{ name: 'mi', attributes: { mathvariant: 'normal' }, children: ['x'] }],
    },
    { type: 'poll', question: { text: 'Which?' } },
  ],
  notes: [{ id: '1', children: [{ type: 'paragraph', children: ['note'] }] }],
};
const written = (data: unknown): string =>
  String(writeArticle(parseArticle(data).article, silentOptions));

/** Runs with names put on every object of the page, and takes them away again. */
function polluted(keys: Readonly<Record<string, unknown>>, run: () => void): void {
  for (const [key, value] of Object.entries(keys))
    Object.defineProperty(Object.prototype, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  try {
    run();
  } finally {
    for (const key of Object.keys(keys)) delete (Object.prototype as Record<string, unknown>)[key];
  }
}

describe('T9: prototypes', () => {
  const payload =
    '"__proto__":{"polluted":1,"children":["polluted"]},"constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1}';
  const text = JSON.stringify(whole);
  const places = [...text.matchAll(/\{/g)].map(({ index }) => index + 1);

  it(`are not touched by what stands in data, at ${places.length} places`, () => {
    const plain = written(whole);
    for (const place of places) {
      const data: unknown = JSON.parse(`${text.slice(0, place)}${payload},${text.slice(place)}`);
      const html = written(data);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
      // A block that nobody knows says all that is in it.
      if (!text.slice(place).startsWith('"type":"poll"') && !text.slice(place).startsWith('"text"'))
        expect(html).to.equal(plain);
    }
  });

  it('change nothing of what comes out when the page has polluted them with settings', () => {
    const hostile =
      '<p onclick="xss()">x<script>xss()</script><x-y onclick="xss()">z</x-y><a href="javascript:xss()">b</a></p>';
    const before = [
      written(whole),
      ...Object.values(parsers).map((parse) => sanitize(hostile, parse)),
    ];
    let after: string[] = [];
    polluted(
      {
        ALLOWED_TAGS: ['script', 'x-y'],
        ALLOWED_ATTR: ['onclick'],
        ADD_TAGS: ['script'],
        ADD_ATTR: ['onclick', 'href'],
        ALLOW_UNKNOWN_PROTOCOLS: true,
        ALLOWED_URI_REGEXP: /./,
        CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /./, attributeNameCheck: /./ },
        tagNameCheck: /./,
        attributeNameCheck: /./,
        allowCustomizedBuiltInElements: true,
        onclick: 'xss()',
        polluted: 'polluted',
      },
      () => {
        after = [
          written(whole),
          ...Object.values(parsers).map((parse) => sanitize(hostile, parse)),
        ];
      },
    );
    expect(after).to.deep.equal(before);
  });

  it('let nothing hostile through when they were polluted with the names of the model', () => {
    let html = '';
    polluted(
      {
        url: 'javascript:xss()',
        src: 'javascript:xss()',
        href: 'javascript:xss()',
        srcset: 'javascript:xss() 1x',
        placement: '" onclick="xss()',
        language: '" onclick="xss()',
        lang: '" onclick="xss()',
        kind: '"><script>xss()</script>',
        title: '"><script>xss()</script>',
        credit: '<script>xss()</script>',
        poster: 'javascript:xss()',
        provider: '"><script>xss()</script>',
        attributes: { onclick: 'xss()' },
      },
      () => {
        html = written(whole);
      },
    );
    expect(faultsIn(html).filter((fault) => !ours.includes(fault))).to.deep.equal([]);
  });
});
