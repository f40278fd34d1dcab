import { expect } from '@open-wc/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { articleJsonSchema, articleOf, parseArticle } from '../../src/content/article.js';
import { MAX_DEPTH, MAX_NODES } from '../../src/content/schema.js';
import { emptyArticle, everyBlock, lostIn } from './every-block.js';

const ajv = new Ajv2020({
  allErrors: true,
  formats: { 'uri-reference': (url) => URL.canParse(url, 'https://base.example/') },
});
const validate = ajv.compile(articleJsonSchema());
const expectValid = (data: unknown) => {
  validate(data);
  expect(validate.errors ?? []).to.deep.equal([]);
};
/** As it comes out of JSON: without keys whose value is `undefined`. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe('A story read from data', () => {
  it('that is in order comes out as it is, without a problem', () => {
    const { article, problems } = parseArticle(plain(everyBlock));
    expect(problems).to.deep.equal([]);
    expect(plain(article)).to.deep.equal(plain(everyBlock));
  });

  it('is a new one, and the data stays as it was', () => {
    const data = plain(everyBlock);
    const before = JSON.stringify(data);
    const { article } = parseArticle(data);
    expect(JSON.stringify(data)).to.equal(before);
    expect(article.body).not.to.equal((data as { body: unknown }).body);
  });

  for (const data of [undefined, null, 0, 'text', true, [], {}, [{}], () => {}, Symbol('x'), 1n]) {
    it(`that is ${typeof data === 'object' ? JSON.stringify(data) : typeof data} has no story in it, and throws nothing`, () => {
      expect(parseArticle(data).article).to.deep.equal(emptyArticle);
    });
  }

  it('keeps the words of a block that nobody knows', () => {
    const { article, problems } = parseArticle({
      headline: 'A story',
      body: [
        { type: 'hologram', heading: 'Seen from', parts: [{ text: 'above' }, 'and below'] },
        { noType: 'left alone' },
        'bare text',
        7,
        null,
      ],
    });
    const text = JSON.stringify(article.body);
    for (const word of ['Seen from', 'above', 'and below', 'left alone', 'bare text'])
      expect(text).to.include(word);
    expect(article.body[0]).to.deep.include({ type: 'unknown', kind: 'hologram' });
    expect(problems[0]).to.deep.equal({
      path: 'body[0]',
      message: 'is no block that is known: hologram',
    });
  });

  it('keeps the words of a known block that lacks what it must have', () => {
    const { article } = parseArticle({
      body: [
        { type: 'image', alt: 'A bridge', src: 'javascript:alert(1)', caption: ['The bridge'] },
        { type: 'embed', provider: 'x', url: 'data:text/html,x', children: ['What it said'] },
      ],
    });
    expect(JSON.stringify(article.body)).to.include('A bridge').and.to.include('The bridge');
    expect(JSON.stringify(article.body)).to.include('What it said');
    expect(JSON.stringify(article)).not.to.match(/javascript:|data:text/);
  });

  it('keeps the words of a link that may lead nowhere, and of text that nobody knows', () => {
    const { article } = parseArticle({
      body: [
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: 'javascript:alert(1)', children: ['linked'] },
            { type: 'sparkle', children: [{ type: 'strong', children: ['shone'] }] },
            { type: 'sparkle', text: 'said' },
          ],
        },
      ],
    });
    expect(article.body).to.deep.equal([
      {
        type: 'paragraph',
        children: [
          { type: 'span', children: ['linked'] },
          { type: 'span', children: [{ type: 'strong', children: ['shone'] }] },
          { type: 'span', children: ['said'] },
        ],
      },
    ]);
  });

  it('has no key that is not known', () => {
    const { article } = parseArticle({
      headline: 'A story',
      onclick: 'x',
      authors: [{ name: 'Ann', email: 'ann@news.example' }],
      body: [{ type: 'paragraph', style: 'color:red', children: ['Text'] }],
    });
    expect(article.authors).to.deep.equal([{ name: 'Ann' }]);
    expect(article.body).to.deep.equal([{ type: 'paragraph', children: ['Text'] }]);
    expect(article).not.to.have.property('onclick');
  });

  it('takes nothing from a prototype, and gives nothing to one', () => {
    const data = JSON.parse(
      '{"headline":"x","__proto__":{"polluted":1,"kicker":"inherited"},"constructor":{"prototype":{"polluted":1}},"body":[{"type":"paragraph","children":["a"],"__proto__":{"polluted":1}}]}',
    ) as unknown;
    const { article } = parseArticle(Object.assign(Object.create({ kicker: 'inherited' }), data));
    expect(article.kicker).to.equal(undefined);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(Object.keys(article)).not.to.include('constructor');
    expect(Object.getPrototypeOf(article)).to.equal(Object.prototype);
  });

  it('leaves out a field of the wrong kind, says where, and keeps the rest', () => {
    const { article, problems } = parseArticle({
      headline: 'A story',
      published: {},
      free: 'yes',
      dir: 'up',
      design: 'poem',
      authors: [{ role: 'Editor' }, { name: 'Ann' }],
      body: [{ type: 'heading', level: 9, children: ['High'] }],
    });
    expect(article.headline).to.equal('A story');
    expect(article.authors).to.deep.equal([{ name: 'Ann' }]);
    expect(article.body).to.deep.equal([{ type: 'heading', level: 2, children: ['High'] }]);
    expect(problems.map(({ path }) => path)).to.deep.equal([
      'authors[0].name',
      'published',
      'body[0].level',
      'dir',
      'free',
      'design',
    ]);
  });

  it('of a single block, a single author or a bare text is understood', () => {
    const { article } = parseArticle({
      headline: 1989,
      authors: { name: 'Ann' },
      standfirst: 'At last.',
      body: 'All of it.',
    });
    expect(article).to.deep.include({
      headline: '1989',
      authors: [{ name: 'Ann' }],
      standfirst: ['At last.'],
      body: [{ type: 'paragraph', children: ['All of it.'] }],
    });
  });

  it('has text without what no parser can carry', () => {
    expect(parseArticle({ headline: 'a\0b\uD800c' }).article.headline).to.equal('ab\uFFFDc');
  });

  it('that is deeper than any page keeps its words', () => {
    let block: unknown = { type: 'paragraph', children: ['at the bottom'] };
    for (let depth = 0; depth < 4 * MAX_DEPTH; depth++)
      block = { type: 'group', children: [block] };
    const { article } = parseArticle({ body: [block] });
    const text = JSON.stringify(article);
    expect(text).to.include('at the bottom');
    expect(text.split('"group"').length).to.be.below(2 * MAX_DEPTH);
  });

  it('that is longer than any page ends, and says so', () => {
    const { article, problems } = parseArticle({
      body: Array.from({ length: 2 * MAX_NODES }, () => 'word'),
    });
    expect(article.body.length).to.be.at.most(MAX_NODES);
    expect(problems.some(({ message }) => message.includes('left out'))).to.equal(true);
  });

  it('in a circle ends', () => {
    const circle: Record<string, unknown> = { type: 'group' };
    circle.children = [circle, 'said'];
    expect(() => parseArticle({ body: [circle] })).not.to.throw();
  });
});

describe('The JSON Schema of a story', () => {
  it('is a valid one', () => {
    expect(ajv.validateSchema(articleJsonSchema())).to.equal(true);
  });

  it('holds for a story with all that there is, and for one that has nothing', () => {
    expectValid(plain(everyBlock));
    expectValid(plain(emptyArticle));
    expectValid(plain(articleOf({ headline: 'A story' })));
  });

  for (const [name, over] of Object.entries({
    'a headline that is none': { headline: {} },
    'a body that is none': { body: 'text' },
    'a block that nobody knows': { body: [{ type: 'hologram' }] },
    'a heading of level 1': { body: [{ type: 'heading', level: 1, children: [] }] },
    'a picture without an address': { body: [{ type: 'image', alt: '' }] },
    'a table that leads': { lead: { type: 'table', head: [], body: [], foot: [] } },
    'an author without a name': { authors: [{ role: 'Editor' }] },
  })) {
    it(`does not hold for ${name}`, () => {
      expect(validate({ ...(plain(everyBlock) as object), ...over })).to.equal(false);
    });
  }

  it('is the same each time, and names every shape once', () => {
    const schema = articleJsonSchema();
    expect(schema).to.deep.equal(articleJsonSchema());
    const refs = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"]+)"/g)].map(
      ([, ref]) => ref,
    );
    for (const ref of refs) expect(schema.$defs).to.have.property(ref!);
  });
});

describe('The story that other tests use', () => {
  it('has every block and every kind of text that the schema knows', () => {
    const { $defs } = articleJsonSchema() as {
      $defs: Record<string, { properties?: { type?: { const?: string } } }>;
    };
    const known = Object.values($defs).flatMap(({ properties }) => properties?.type?.const ?? []);
    expect(known).to.have.length.above(40);
    const text = JSON.stringify(everyBlock);
    expect(known.filter((type) => !text.includes(`"type":"${type}"`))).to.deep.equal([]);
    expect(lostIn('', everyBlock)).to.have.length.above(100);
  });
});
