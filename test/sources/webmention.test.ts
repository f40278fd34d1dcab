import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Comment } from '../../src/content/comment.js';
import { errorKind, type CommentPage } from '../../src/sources/comment-source.js';
import { comments, type WebmentionOptions } from '../../src/sources/webmention.js';
import { badUrls } from '../bad-urls.js';
import '../helpers.js';

const file = async (name: string): Promise<string> =>
  (await fetch(new URL(`./fixtures/${name}.json`, import.meta.url))).text();
const recorded = await file('webmention');
const poisoned = await file('webmention-poisoned');
const page = 'https://news.example/prague/';

interface Asked {
  readonly url: URL;
  readonly init: RequestInit;
}

/** A service that answers with a text, or as it is told, and notes what it was asked. */
function service(
  answer: string | ((url: URL) => string | Response),
  options: WebmentionOptions = {},
) {
  const asked: Asked[] = [];
  const source = comments({
    src: page,
    fetch: (input, init = {}) => {
      const url = new URL(input as string);
      asked.push({ url, init });
      init.signal?.throwIfAborted();
      const said = typeof answer === 'string' ? answer : answer(url);
      return Promise.resolve(typeof said === 'string' ? new Response(said) : said);
    },
    pause: () => Promise.resolve(),
    ...options,
  });
  return { source, asked };
}

const feed = (...children: unknown[]): string =>
  JSON.stringify({ type: 'feed', name: 'Webmentions', children });

let ids = 0;
const entry = (over: object = {}) => {
  const id = ++ids;
  const url = `https://site-${id}.example/`;
  return {
    ...{ type: 'entry', 'wm-id': id, url, 'wm-source': url, 'wm-property': 'in-reply-to' },
    ...{ author: { type: 'card', name: 'Jana' }, published: '2025-11-08T12:00:00Z' },
    ...{ content: { text: `Words ${id}.` }, ...over },
  };
};

const asksForReactions = (url: URL) => url.searchParams.getAll('wm-property[]').includes('like-of');
const textOf = ({ body }: Comment) =>
  'text' in body ? body.text : 'html' in body ? body.html : '';
const texts = ({ comments: list }: CommentPage) => list.map(textOf);
const withText = ({ comments: list }: CommentPage, text: string) =>
  list.find((one) => textOf(one).includes(text))!;

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('What other sites wrote about a page', () => {
  it('says what it is and can do', () => {
    const { source } = service(recorded);
    expect(source.name).to.equal('webmention');
    expect(source.can).to.deep.equal(['count']);
    expect(source).not.to.have.property('post');
  });

  it('is asked for by every address that the page may have been mentioned by', async () => {
    const { source, asked } = service(recorded);
    await source.load({});
    const [first] = asked;
    expect(first!.url.origin + first!.url.pathname).to.equal(
      'https://webmention.io/api/mentions.jf2',
    );
    expect(first!.url.searchParams.getAll('target[]')).to.have.members([
      'https://news.example/prague/',
      'https://news.example/prague',
      'http://news.example/prague/',
      'http://news.example/prague',
    ]);
    expect(first!.url.searchParams.getAll('wm-property[]')).to.have.members([
      'in-reply-to',
      'mention-of',
    ]);
    expect(first!.url.searchParams.get('per-page')).to.equal('100');
    expect(asked).to.have.length(2);
  });

  it('keeps the query of an address, and leaves out its fragment', async () => {
    const { source, asked } = service(recorded, { src: 'http://news.example/?p=8#comments' });
    await source.load({});
    expect(asked[0]!.url.searchParams.getAll('target[]')).to.have.members([
      'http://news.example/?p=8',
      'http://news.example?p=8',
      'https://news.example/?p=8',
      'https://news.example?p=8',
    ]);
  });

  it('T11: is asked for as JSON and without the cookies of the service', async () => {
    const { source, asked } = service(recorded);
    await source.load({});
    await source.count!([page]);
    for (const { init } of asked) {
      expect(init.credentials).to.equal('omit');
      expect(new Headers(init.headers).get('accept')).to.equal('application/json');
      expect([...new Headers(init.headers).keys()]).to.deep.equal(['accept']);
    }
  });

  it('is shown as a flat list, each by whom, when and where it stands', async () => {
    const list = await service(recorded).source.load({});
    expect(list.comments.map(({ id }) => id)).to.deep.equal([
      ...['wm-1002', 'wm-1001', 'wm-1004', 'wm-1003', 'wm-1007', 'wm-1008'],
    ]);
    expect(list.comments.every(({ parentId }) => parentId === null)).to.be.true;
    expect(withText(list, 'A clear summary.')).to.deep.include({
      author: {
        name: 'Jana Novák',
        url: 'https://jana.example/',
        avatar: 'https://jana.example/me.jpg',
      },
      publishedAt: '2025-11-08T12:00:00+01:00',
      body: { text: 'A clear summary.' },
      state: 'visible',
      url: 'https://jana.example/notes/1001',
      origin: 'jana.example',
    });
    expect(list.total).to.equal(6);
    expect(list.cursor).to.be.undefined;
  });

  it('comes newest first where that is asked for', async () => {
    const { source, asked } = service(recorded);
    const list = await source.load({ sort: 'newest' });
    expect(list.comments[0]!.id).to.equal('wm-1008');
    expect(asked[0]!.url.searchParams.get('sort-dir')).to.equal('down');
  });

  it('is looked at for what is new without asking who liked it', async () => {
    const { source, asked } = service(recorded);
    expect((await source.load({ peek: true })).comments).to.have.length(6);
    expect(asked).to.have.length(1);
    expect(asked[0]!.url.searchParams.get('sort-dir')).to.equal('down');
  });

  it('is text where there is text, else HTML to be read, else what sums it up', async () => {
    const list = await service(recorded).source.load({});
    const bodies = list.comments.map(({ body }) => body);
    expect(bodies).to.deep.include({ html: '<p>Only in <em>HTML</em>.</p>' });
    expect(bodies).to.deep.include({ html: '<p>As old sites say it.</p>' });
    expect(bodies).to.deep.include({ text: 'A long read about a short communiqué.' });
    const other = feed(
      entry({ content: undefined, name: 'Only a title' }),
      entry({
        content: undefined,
        url: 'https://bare.example/',
        'wm-source': 'https://bare.example/',
      }),
    );
    expect(texts(await service(other).source.load({}))).to.deep.equal([
      'Only a title',
      'https://bare.example/',
    ]);
  });

  it('is dated by when it was received where nobody says when it was written, or in which zone', async () => {
    const list = await service(recorded).source.load({});
    expect(withText(list, 'A long read').publishedAt).to.equal('2025-11-09T08:00:00Z');
    expect(withText(list, 'by way of a bridge').publishedAt).to.equal('2025-11-08T12:30:00Z');
  });

  it('leads to who sent it where it claims to stand on another host', async () => {
    const list = await service(recorded).source.load({});
    expect(withText(list, 'by way of a bridge')).to.deep.include({
      url: 'https://bridge.example/reply/42',
      origin: 'bridge.example',
    });
  });

  it('names the site of who gave no name', async () => {
    const url = 'https://nameless.example/';
    const list = await service(feed(entry({ author: { name: ' ', url } }))).source.load({});
    expect(list.comments[0]!.author.name).to.equal('nameless.example');
    expect(withText(await service(recorded).source.load({}), 'A long').author.name).to.equal('');
  });

  it('leaves out what is private, no comment, or there already', async () => {
    const said = texts(await service(recorded).source.load({}));
    expect(said.filter((text) => text === 'A clear summary.')).to.have.length(1);
    expect(said).not.to.include('A private word.');
  });

  it('has pictures, films and sounds with it', async () => {
    const { media } = withText(await service(recorded).source.load({}), 'With a picture');
    expect(media!.map(({ type, url }) => `${type} ${url}`)).to.deep.equal([
      'image https://jana.example/p.jpg',
      'video https://jana.example/v.mp4',
      'audio https://jana.example/a.mp3',
    ]);
  });

  it('is what the page accepts', async () => {
    const accept = ({ author }: Comment) => author.name !== 'Jana Novák';
    const list = await service(recorded, { accept }).source.load({});
    expect(list.comments.map(({ id }) => id)).to.deep.equal(['wm-1002', 'wm-1004', 'wm-1003']);
    expect(list.total).to.equal(3);
  });

  it('can come from another service', async () => {
    const { source, asked } = service(recorded, { service: 'https://mentions.example/wm//' });
    await source.load({});
    expect(asked[0]!.url.href).to.match(/^https:\/\/mentions\.example\/wm\/api\/mentions\.jf2\?/);
  });
});

describe('Who liked or passed on a page', () => {
  it('is told apart from the comments, each person once', async () => {
    const { reactions } = await service(recorded).source.load({});
    expect(reactions!.map(({ kind, count }) => [kind, count])).to.deep.equal([
      ['like', 2],
      ['repost', 1],
      ['bookmark', 1],
    ]);
    expect(reactions![0]!.people).to.deep.equal([
      {
        name: 'Erika Mustermann',
        url: 'https://erika.example/',
        avatar: 'https://erika.example/e.png',
      },
    ]);
  });

  it('is counted by the service where more did than are named', async () => {
    const likes = Array.from({ length: 100 }, (_, index) =>
      entry({
        'wm-property': 'like-of',
        author: { name: `R${index}`, url: `https://r.example/${index}` },
      }),
    );
    const { source } = service((url) =>
      url.pathname.endsWith('/count')
        ? JSON.stringify({ count: 3012, type: { like: 3000, repost: 12 } })
        : asksForReactions(url)
          ? feed(...likes)
          : feed(),
    );
    const { reactions } = await source.load({});
    expect(reactions!.map(({ kind, count, people }) => [kind, count, people.length])).to.deep.equal(
      [
        ['like', 3000, 100],
        ['repost', 12, 0],
      ],
    );
  });

  it('never keeps back what people wrote', async () => {
    const { source } = service((url) =>
      asksForReactions(url) ? new Response('', { status: 500 }) : recorded,
    );
    const list = await source.load({});
    expect(list.comments).to.have.length(6);
    expect(list.reactions).to.be.undefined;
  });
});

describe('Many mentions', () => {
  it('come in pages of a hundred, until one is short', async () => {
    const all = Array.from({ length: 130 }, () => entry());
    const { source, asked } = service((url) => {
      const from = Number(url.searchParams.get('page')) * 100;
      return asksForReactions(url) ? feed() : feed(...all.slice(from, from + 100));
    });
    const first = await source.load({});
    expect(first.comments).to.have.length(100);
    expect(first.total, 'nobody knows yet').to.be.undefined;
    asked.length = 0;
    const second = await source.load({ cursor: first.cursor });
    expect(second.comments).to.have.length(30);
    expect(second.cursor).to.be.undefined;
    expect(second.reactions).to.be.undefined;
    expect(asked, 'reactions are asked for once').to.have.length(1);
  });

  it('are counted without being read: all the posts at once', async () => {
    const { source, asked } = service((url) => {
      const target = url.searchParams.get('target')!;
      if (target.endsWith('/broken')) return new Response('', { status: 404 });
      if (target.endsWith('/odd')) return '{"count":"many"}';
      return JSON.stringify({ count: 9, type: { reply: 2, mention: 1, like: 6 } });
    });
    const counts = await source.count!([page, '/other', 'broken', '/odd', 'javascript:alert(1)']);
    expect([...counts]).to.deep.equal([
      [page, 3],
      ['/other', 3],
    ]);
    expect(asked.map(({ url }) => url.searchParams.get('target'))).to.deep.equal([
      page,
      'https://news.example/other',
      'https://news.example/prague/broken',
      'https://news.example/odd',
    ]);
  });

  it('are not counted where no number came, and the first reason is told', async () => {
    const { source } = service(() => new Response('', { status: 429 }));
    expect(errorKind(await failure(source.count!(['/a', '/b'])))).to.equal('rate');
  });
});

describe('Mentions that cannot be read', () => {
  for (const [what, answer, kind] of [
    ['refuses', () => new Response('{"error":"forbidden"}', { status: 401 }), 'auth'],
    ['asks for patience', () => new Response('{}', { status: 429 }), 'rate'],
    ['fails', () => new Response('', { status: 503 }), 'server'],
    ['answers with a page', () => '<!doctype html><title>Mentions</title>', 'server'],
    ['answers with a list of nothing it knows', () => '{"type":"feed"}', 'server'],
    [
      'cannot be reached',
      () => {
        throw new TypeError('Failed to fetch');
      },
      'offline',
    ],
  ] as const) {
    it(`say why: the service ${what}`, async () => {
      expect(errorKind(await failure(service(answer).source.load({})))).to.equal(kind);
    });
  }

  it('F24: are nobody’s error when the reader has left', async () => {
    const stop = new AbortController();
    stop.abort();
    const error = await failure(service(recorded).source.load({ signal: stop.signal }));
    expect((error as DOMException).name).to.equal('AbortError');
  });

  it('tell a developer which argument is wrong', async () => {
    for (const src of [undefined, '', '/prague/', 'javascript:alert(1)', 'mailto:a@news.example']) {
      const error = (await failure(service(recorded, { src }).source.load({}))) as Error;
      expect(error).to.be.instanceOf(TypeError);
      expect(error.message).to.contain('`src`');
    }
    expect(() => comments({ src: page, service: 'nowhere' })).to.throw(TypeError, '`service`');
    expect(() => comments({ src: page, accept: 'all' as never })).to.throw(TypeError, '`accept`');
    const { source } = service(recorded);
    for (const cursor of ['-1', 'x', '1.5'])
      expect(String(await failure(source.load({ cursor })))).to.contain('`cursor`');
  });
});

describe('Poisoned mentions', () => {
  const dangerous = /javascript:|data:|ftp:/i;

  it('T25, T3: lead nowhere but to the web', async () => {
    const { comments: list, reactions } = await service(poisoned).source.load({});
    const people = [
      ...list.map(({ author }) => author),
      ...reactions!.flatMap((one) => one.people),
    ];
    const urls = [
      ...list.flatMap(({ url, media = [] }) => [url, ...media.map((one) => one.url)]),
      ...people.flatMap(({ url, avatar }) => [url, avatar]),
    ].filter((url) => url !== undefined);
    expect(urls).not.to.be.empty;
    for (const url of urls) {
      expect(url).not.to.match(dangerous);
      expect(new URL(url).protocol).to.match(/^https?:$/);
    }
    for (const bad of badUrls) {
      const odd = entry({ url: bad, photo: [bad], author: { name: 'M', url: bad, photo: bad } });
      const [one] = (await service(feed(odd)).source.load({})).comments;
      expect(one!.url, bad).to.equal(odd['wm-source']);
      expect(one!.author, bad).to.deep.include({ url: undefined, avatar: undefined });
      expect(one!.media, bad).to.be.undefined;
    }
  });

  it('T25: keep scripts as the text that they are, or as HTML that is read before it is shown', async () => {
    const list = await service(poisoned).source.load({});
    expect(withText(list, 'onclick').body).to.have.keys('html');
    expect(withText(list, '<img src=x').body).to.deep.equal({
      text: '<script>alert(1)</script><img src=x onerror=alert(1)>',
    });
    for (const { id } of list.comments) expect(id).to.match(/^wm-[\w-]+$/);
  });

  it('T25, T21: cannot turn the words around a name, nor push them away', async () => {
    const list = await service(poisoned).source.load({});
    for (const { author } of list.comments) {
      expect(author.name).not.to.match(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
      expect(author.name.length).to.be.at.most(101);
    }
  });

  it('T25: cannot pass for another site', async () => {
    const spoof = withText(await service(poisoned).source.load({}), 'I am somebody else.');
    expect(spoof).to.deep.include({
      url: 'https://mallory.example/spoof',
      origin: 'mallory.example',
    });
  });

  it('T25, T17: hide nothing of the rest', async () => {
    const list = await service(poisoned).source.load({});
    const said = texts(list);
    for (const text of ['Links to scripts.', 'Without a number.', 'The last word.', '12'])
      expect(said, text).to.include(text);
    for (const text of ['again', 'Private', 'A list for', 'every object'])
      expect(said.join(), text).not.to.contain(text);
    expect(new Set(list.comments.map(({ id }) => id)).size).to.equal(list.comments.length);
    expect(JSON.stringify(list)).not.to.match(/undefined|\[object|NaN/);
  });

  it('T25, T9: leave every other object as it was', async () => {
    const list = await service(poisoned).source.load({});
    expect(({} as { polluted?: number }).polluted).to.be.undefined;
    for (const one of list.comments) expect(Object.getPrototypeOf(one)).to.equal(Object.prototype);
  });

  const keys = [
    ...['type', 'author', 'name', 'url', 'photo', 'video', 'audio', 'content', 'text', 'html'],
    ...['value', 'content-type', 'summary', 'published', 'wm-received', 'wm-id', 'wm-source'],
    ...['wm-property', 'wm-private', 'children', '__proto__', 'constructor', 'toString'],
  ];
  const values = [
    ...[null, true, false, 0, -1, 1e21, '', ' ', 'x', 'in-reply-to', 'mention-of', 'like-of'],
    ...['repost-of', '2025-11-08T12:00:00Z', '2025-11-08', 'https://a.example/', '\ud800', '\0'],
    ...['javascript:alert(1)', 'text/html', '<b>x</b>'],
  ];
  const anything = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'json' },
      { weight: 3, arbitrary: fc.constantFrom<unknown>(...values) },
      fc.array(tie('any'), { maxLength: 4, depthIdentifier: 'json' }),
      fc.array(fc.tuple(fc.constantFrom(...keys), tie('any')), { maxLength: 6 }).map((entries) => {
        const made = entries.map(
          ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
        );
        return JSON.parse(`{${made.join(',')}}`) as unknown;
      }),
    ),
  })).any;
  const mention = fc.record(
    Object.fromEntries(keys.filter((key) => key !== '__proto__').map((key) => [key, anything])),
    { requiredKeys: ['wm-property'] },
  );

  it('T25, T17: of 5,000 random shapes none breaks a thread, or says anything odd', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 4, arbitrary: mention }, anything), {
          minLength: 10,
          maxLength: 10,
        }),
        async (children) => {
          const list = await service(feed(...children)).source.load({});
          expect(JSON.stringify(list)).not.to.match(/undefined|\[object|NaN/);
          for (const { id, url = 'https:', author } of list.comments) {
            expect(id).to.be.a('string').and.not.equal('');
            expect(url).to.match(/^https?:/);
            expect(author.name).to.be.a('string');
          }
        },
      ),
      { seed: 19_490_404, numRuns: 500 },
    );
  });
});
