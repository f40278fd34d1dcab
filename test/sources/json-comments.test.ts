import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { CommentDraft } from '../../src/content/comment.js';
import type { SourceError } from '../../src/sources/comment-source.js';
import { comments, type JsonCommentOptions } from '../../src/sources/json-comments.js';
import { readPage } from '../../src/sources/json-comment-read.js';
import '../helpers.js';

const SRC = 'https://api.example/comments';
const HOME = `${location.origin}/comments`;

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

type Reply = Response | (() => Response) | Error;

/** A server that answers as it is told and remembers what it was asked. */
function server(...replies: readonly Reply[]) {
  const asked: Asked[] = [];
  const fetch = (url: unknown, init: RequestInit = {}): Promise<Response> => {
    asked.push({
      url: String(url),
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
      init,
    });
    const reply = replies[Math.min(asked.length, replies.length) - 1]!;
    if (reply instanceof Error) return Promise.reject(reply);
    return Promise.resolve(typeof reply === 'function' ? reply() : reply.clone());
  };
  return { asked, tools: { fetch, pause: () => Promise.resolve() } };
}

const source = (reply: Reply | readonly Reply[], options: JsonCommentOptions = {}) => {
  const { asked, tools } = server(...[reply].flat());
  return { asked, source: comments({ src: SRC, post: '8', ...tools, ...options }) };
};

const json = (data: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(data, { status, headers });
const page = (...list: readonly unknown[]) => json({ comments: list });

/** The comments that a server's data is read into. */
const read = async (...list: readonly unknown[]) =>
  (await source(page(...list)).source.load({})).comments;
const one = async (item: object) => (await read({ id: 1, text: 'Words.', ...item }))[0]!;

/** What a promise was rejected with. */
const failure = (promise: Promise<unknown>): Promise<SourceError> =>
  promise.then(
    (value) => {
      throw new Error(`Resolved with ${JSON.stringify(value)}`);
    },
    (error: unknown) => error as SourceError,
  );

const draft: CommentDraft = {
  text: 'Well said.',
  parentId: null,
  author: { name: 'Jana', email: 'jana@example.org', url: 'https://jana.example' },
};
const options = { key: 'key-1' };
const kept = {
  id: 7,
  parentId: null,
  author: { name: 'Jana' },
  publishedAt: '2025-11-08T12:00:00Z',
  text: 'Well said.',
};

const key = fc.constantFrom(
  ...['id', 'parentId', 'author', 'name', 'text', 'html', 'markdown', 'body', 'state', 'media'],
  ...['counts', 'likes', 'url', 'publishedAt', 'lang', 'badges', 'comments', 'total', 'cursor'],
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom('2025-11-08', 'https://a.example/', 'visible', 'javascript:x', '__proto__'),
    fc.dictionary(key, tie('any'), { maxKeys: 6 }),
    fc.array(tie('any'), { maxLength: 4 }),
  ),
})).any;
const shapes = fc.oneof(value, fc.dictionary(key, value, { minKeys: 4, maxKeys: 12 }));

describe('Comments of a site with an API of its own', () => {
  it('are asked for by post, order and page, and keep a query that is there', async () => {
    const { asked, source: plain } = source(page());
    await plain.load({});
    await plain.load({ sort: 'newest', cursor: 'a b&c,d', peek: true });
    expect(asked.map(({ url }) => url)).to.deep.equal([
      `${SRC}?post=8`,
      `${SRC}?post=8&sort=newest&cursor=a%20b%26c,d&peek=1`,
    ]);
    expect(asked[0]!.headers.get('accept')).to.equal('application/json');
    const other = source(page(), { src: `${SRC}?site=2#top`, post: undefined });
    await other.source.load({});
    await other.source.load({ sort: 'liked' });
    expect(other.asked.map(({ url }) => url)).to.deep.equal([
      `${SRC}?site=2`,
      `${SRC}?site=2&sort=liked`,
    ]);
  });

  it('may stand at an address that the page understands by itself', async () => {
    const { asked, source: own } = source(page(), { src: '/api/comments' });
    await own.load({});
    expect(asked[0]!.url).to.equal(`${location.origin}/api/comments?post=8`);
  });

  it('are read with all that a comment can have', async () => {
    const full = {
      id: 'c-2',
      parentId: 'c-1',
      author: {
        name: 'Jana',
        url: 'https://jana.example/',
        handle: '@jana@social.example',
        avatar: 'https://api.example/jana.png',
        badges: ['Moderator'],
        isArticleAuthor: true,
      },
      publishedAt: '2025-11-08T12:00:00.000Z',
      editedAt: '2025-11-08T13:00:00.000Z',
      body: { markdown: '*Well* said.' },
      state: 'pending',
      lang: 'cs',
      url: 'https://api.example/c-2',
      origin: 'Example',
      warning: 'Spoilers',
      isSensitive: true,
      media: [{ type: 'image', url: 'https://api.example/a.png', title: 'A' }],
      counts: { likes: 3, reposts: 0, replies: 2 },
      isLiked: true,
      isPinned: true,
      isPicked: true,
      isLikedByAuthor: true,
      isOwn: true,
      isIndexable: false,
    };
    expect((await read(full))[0]).to.deep.equal(full);
  });

  it('are read as a page or as a bare list', async () => {
    const full = json({
      comments: [kept],
      total: '12',
      cursor: 'next',
      closed: true,
      truncated: 'depth',
    });
    const { comments: list, ...rest } = await source(full).source.load({});
    expect(list).to.have.length(1);
    expect(rest).to.deep.equal({ total: 12, cursor: 'next', closed: true, truncated: 'depth' });
    const bare = await source(json([kept, { ...kept, id: 8 }])).source.load({});
    expect(bare.comments.map(({ id }) => id)).to.deep.equal(['7', '8']);
    expect(bare.cursor).to.equal(undefined);
  });

  it('keep what is right of one that is wrong elsewhere', async () => {
    for (const odd of [null, 5, ' ', [], {}, [[]], true, NaN, { a: 1 }]) {
      const wrong = {
        ...{ id: 1, text: 'Words.', parentId: [], author: odd, publishedAt: odd, editedAt: odd },
        ...{ body: odd, state: odd, lang: odd, url: [odd], warning: odd, isSensitive: 'yes' },
        ...{ media: [odd, { url: odd }, { type: odd }], counts: { likes: [odd], replies: -1 } },
        ...{ isLiked: 1, isPinned: 'true', isOwn: odd === true ? 1 : odd, isIndexable: 0 },
      };
      const [comment] = await read(wrong);
      expect(comment, JSON.stringify(odd)).to.include({
        id: '1',
        parentId: null,
        state: 'visible',
      });
      expect(comment!.counts).to.equal(undefined);
      expect(comment!.media).to.equal(undefined);
      expect(comment!.isOwn).to.equal(undefined);
      expect(JSON.stringify(comment)).to.not.match(/undefined|\[object|NaN/);
    }
  });

  it('keep their words, wherever the site puts them', async () => {
    for (const [item, body] of [
      [{ text: 'a' }, { text: 'a' }],
      [{ html: '<p>a' }, { html: '<p>a' }],
      [{ markdown: '*a*' }, { markdown: '*a*' }],
      [{ text: undefined, body: { text: 'a' } }, { text: 'a' }],
      [{ text: undefined, body: { html: '<p>a' } }, { html: '<p>a' }],
      [{ text: undefined, body: 'a' }, { text: 'a' }],
      [{ text: 'plain', html: '<p>rich' }, { html: '<p>rich' }],
      [{ text: 'a', body: null }, { text: 'a' }],
      [{ text: undefined, body: { blocks: [{ type: 'image' }] } }, { text: '' }],
    ] as const) {
      expect((await one(item)).body).to.deep.equal(body);
    }
  });

  it('stand under what they answer, whether ids are numbers or texts', async () => {
    const list = await read(
      { id: 1, text: 'a' },
      { id: '2', text: 'b', parentId: 1 },
      { id: 3, text: 'c', parentId: '2' },
      { id: 4, text: 'd', parentId: 0 },
      { id: 5, text: 'e', parentId: '' },
    );
    expect(list.map(({ id, parentId }) => [id, parentId])).to.deep.equal([
      ['1', null],
      ['2', '1'],
      ['3', '2'],
      ['4', null],
      ['5', null],
    ]);
  });

  it('can be read without an id, and are left out where there is nothing to read', async () => {
    const { source: paged } = source(page({ text: 'a' }, {}, null, 7, 'x', [], { id: 9 }));
    const first = await paged.load({});
    const second = await paged.load({ cursor: '2' });
    expect(first.comments.map(({ body }) => body)).to.deep.equal([{ text: 'a' }, { text: '' }]);
    const ids = [...first.comments, ...second.comments].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(3);
  });

  it('F21: tell their time in one form, and none where it cannot be read', async () => {
    for (const [written, moment] of [
      ['2025-11-08T12:00:00Z', '2025-11-08T12:00:00.000Z'],
      ['2025-11-08T13:00:00+01:00', '2025-11-08T12:00:00.000Z'],
      ['2025-11-08 12:00:00', '2025-11-08T12:00:00.000Z'],
      ['2025-11-08', '2025-11-08T00:00:00.000Z'],
      [1_762_603_200_000, '2025-11-08T12:00:00.000Z'],
      ['yesterday 5', ''],
      ['', ''],
      [9e99, ''],
      [NaN, ''],
      ['2025-99-99T12:00:00Z', ''],
    ] as const) {
      expect((await one({ publishedAt: written })).publishedAt, String(written)).to.equal(moment);
    }
  });

  it('T3, T12: lead only to pages of the web, never to an address for e-mail or a script', async () => {
    for (const bad of [
      ...['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x'],
      ...[
        'mailto:jana@example.org',
        'tel:1',
        'file:///etc',
        'blob:x',
        ' ',
        `https://a/${'x'.repeat(3000)}`,
      ],
    ]) {
      const comment = await one({
        url: bad,
        author: { name: 'A', url: bad, avatar: bad.startsWith('blob') ? ' ' : bad },
        media: [{ type: 'image', url: bad }],
      });
      expect(comment.url, bad).to.equal(undefined);
      expect(comment.author.url, bad).to.equal(undefined);
      expect(comment.author.avatar, bad).to.equal(undefined);
      expect(comment.media, bad).to.equal(undefined);
    }
    const near = await one({ url: '/c/1', author: { name: 'A', url: 'me', avatar: 'me.png' } });
    expect(near.url).to.equal('https://api.example/c/1');
    expect(near.author).to.include({
      url: 'https://api.example/me',
      avatar: 'https://api.example/me.png',
    });
  });

  it('T21: have names of one line that turn nothing around', async () => {
    const { author } = await one({
      author: { name: `a\u202Eb\u200B\n c${'x'.repeat(500)}`, badges: ['\u2066Mod\u202C', 5, ''] },
    });
    expect(author.name).to.match(/^ab cx+…$/);
    expect([...author.name].length).to.be.at.most(101);
    expect(author.badges).to.deep.equal(['Mod']);
    expect((await one({ author: 'Jana ' })).author).to.deep.equal({ name: 'Jana' });
  });

  it('T12: bring no address for e-mail along, even where the server sends it', async () => {
    const comment = await one({
      email: 'jana@example.org',
      author: { name: 'Jana', email: 'jana@example.org', emailHash: 'abc' },
    });
    expect(JSON.stringify(comment)).to.not.match(/@|abc/);
  });

  it('T9: are read from what the server wrote itself, and change no prototype', async () => {
    const list = (
      await source(
        new Response(
          '{"comments":[{"id":1,"text":"a","__proto__":{"polluted":1},"author":{"__proto__":{"name":"x"}}}]}',
        ),
      ).source.load({})
    ).comments;
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(list[0]!.author.name).to.equal('');
    const keys = { text: 'x', id: '9', comments: [], html: 'x', state: 'deleted', can: ['like'] };
    for (const [key, value] of Object.entries(keys))
      Object.defineProperty(Object.prototype, key, { configurable: true, value });
    try {
      expect((await read({ author: 'a' }, null, 7)).length).to.equal(0);
    } finally {
      for (const key of Object.keys(keys))
        delete (Object.prototype as Record<string, unknown>)[key];
    }
  });

  // 5,000 in all, in parts that a busy machine can do in time.
  for (let seed = 1; seed <= 10; seed++) {
    it(`T17: of 500 random shapes (seed ${seed}) are read without a throw, and show no word of ours`, () => {
      // `undefined` and the like may be a stranger's own words; what we add may not.
      const words = /undefined|\[object|NaN/;
      let count = 0;
      for (const shape of fc.sample(shapes, { numRuns: 500, seed })) {
        const loaded = readPage({ comments: [shape, { id: 'after', text: 'last' }] }, SRC)!;
        expect(loaded.comments.at(-1)!.id).to.equal('after');
        count += loaded.comments.length - 1;
        if (!words.test(JSON.stringify(shape)) && words.test(JSON.stringify(loaded)))
          throw new Error(JSON.stringify([shape, loaded]));
        readPage(shape, SRC);
      }
      expect(count, 'many of them are comments').to.be.above(100);
    });
  }

  it('T15: are cut where no thread could show them', async () => {
    const many = Array.from({ length: 20_001 }, (_, id) => ({ id, text: 'a' }));
    const loaded = await source(json({ comments: many })).source.load({});
    expect(loaded.comments).to.have.length(20_000);
    expect(loaded.truncated).to.equal('cap');
  });

  it('F11: are not "none" when the answer holds no list', async () => {
    for (const data of [{}, { error: 'x' }, { comments: null }, { comments: {} }, { items: [] }]) {
      expect(await failure(source(json(data)).source.load({}))).to.include({
        name: 'SourceError',
        kind: 'server',
      });
    }
  });

  it('want an address', async () => {
    const { asked, source: nowhere } = source(page(), { src: undefined });
    expect(await failure(nowhere.load({}))).to.be.instanceOf(TypeError);
    expect(asked).to.have.length(0);
    expect(() => comments({ can: 'post' as never })).to.throw(TypeError, '`can` must be a list');
    expect(() => comments({ hosts: 'a' as never })).to.throw(TypeError, '`hosts` must be a list');
    expect(() => comments()).to.not.throw();
  });
});

describe('What a site with an API of its own can do', () => {
  it('is what every such site does, until it says more', async () => {
    const { source: plain } = source([
      page(),
      json({ comments: [], can: ['like', 'markdown', 'fly', 7, null] }),
      page(),
    ]);
    const least = ['post', 'count', 'sort', 'idempotency'];
    expect(plain.can).to.deep.equal(least);
    await plain.load({});
    expect(plain.can).to.deep.equal(least);
    await plain.load({});
    expect(plain.can).to.deep.equal([...least, 'like', 'markdown']);
    await plain.load({});
    expect(plain.can, 'a later page need not say it again').to.include('like');
  });

  it('is for the page to say', async () => {
    const { source: narrow } = source(json({ comments: [], can: ['like'] }), { can: ['post'] });
    await narrow.load({});
    expect(narrow.can).to.deep.equal(['post']);
    const limit = { max: 100, unit: 'graphemes' } as const;
    expect(comments({ src: SRC, limit }).limit).to.equal(limit);
  });

  it('counts the comments of many posts in one request', async () => {
    const { asked, source: counted } = source(
      json({ counts: { 1: 12, 2: '0', 3: -1, 4: 1.5, 5: 'x', 6: null, 99: 7 } }),
    );
    const counts = await counted.count!(['1', '2', '3', '4', '5', '6', 'toString', '__proto__']);
    expect([...counts]).to.deep.equal([
      ['1', 12],
      ['2', 0],
    ]);
    expect(asked.map(({ url }) => url)).to.deep.equal([
      `${SRC}?count=1,2,3,4,5,6,toString,__proto__`,
    ]);
    const many = Array.from({ length: 250 }, (_, id) => String(id));
    const { asked: parts, source: large } = source(json({ 3: 1, 249: 2 }));
    expect([...(await large.count!(many))]).to.have.length(2);
    expect(parts).to.have.length(3);
  });

  it('likes, reports, edits and deletes at the comment’s own address', async () => {
    const { asked, source: able } = source(
      [
        json({ ...kept, counts: { likes: 4 }, isLiked: true }),
        new Response(null, { status: 204 }),
        new Response(null, { status: 204 }),
        json({ comment: { ...kept, text: 'Better.' } }),
        new Response(null, { status: 204 }),
      ],
      { src: `${SRC}/?site=2` },
    );
    expect((await able.like!('7', true))!.counts!.likes).to.equal(4);
    expect(await able.like!('a/b?c#d', false)).to.equal(undefined);
    await able.report!('7', 'Rude.');
    expect((await able.edit!('7', 'Better.\0')).body).to.deep.equal({ text: 'Better.' });
    await able.remove!('7');
    expect(asked.map(({ method, url, body }) => [method, url, body])).to.deep.equal([
      ['PUT', `${SRC}/7/like?site=2`, undefined],
      ['DELETE', `${SRC}/a%2Fb%3Fc%23d/like?site=2`, undefined],
      ['POST', `${SRC}/7/report?site=2`, { reason: 'Rude.' }],
      ['PATCH', `${SRC}/7?site=2`, { text: 'Better.' }],
      ['DELETE', `${SRC}/7?site=2`, undefined],
    ]);
  });

  it('never leaves the collection for a comment with an odd id', async () => {
    const { asked, source: able } = source(json(kept));
    for (const id of ['', '.', '..']) {
      expect((await failure(able.remove!(id))).kind).to.equal('gone');
      expect((await failure(able.like!(id, true))).kind).to.equal('gone');
    }
    expect(asked).to.have.length(0);
  });

  it('tells why something could not be done', async () => {
    for (const [status, kind] of [
      [401, 'auth'],
      [403, 'auth'],
      [404, 'gone'],
      [500, 'server'],
    ] as const) {
      const { source: refusing, asked } = source(json({}, status));
      expect((await failure(refusing.like!('7', true))).kind).to.equal(kind);
      expect((await failure(refusing.edit!('7', 'x'))).kind).to.equal(kind);
      expect((await failure(refusing.report!('7'))).kind).to.equal(kind);
      if (status !== 404) expect((await failure(refusing.remove!('7'))).kind).to.equal(kind);
      expect(asked).to.have.length(status === 404 ? 3 : 4);
    }
    await source(json({}, 404)).source.remove!('7'); // gone is what the reader wanted
    const html = source(new Response('<!doctype html>'));
    expect((await failure(html.source.like!('7', true))).kind).to.equal('unknown');
    expect((await failure(html.source.remove!('7'))).kind).to.equal('unknown');
    expect((await failure(source(json({})).source.edit!('7', 'x'))).kind).to.equal('unknown');
  });
});

describe('A comment that is sent to an API of its own', () => {
  it('goes as JSON with its key, and nothing that the form has beside it', async () => {
    const { asked, source: taking } = source(json(kept, 201));
    const extra = { ...draft, author: { ...draft.author, secret: 1 }, more: 2 };
    const result = await taking.post!(
      { ...extra, parentId: '3', format: 'markdown', fields: { captcha: 'x' }, consent: true },
      options,
    );
    expect(result.status).to.equal('published');
    expect(result.comment).to.include({ id: '7', state: 'visible' });
    const [request] = asked;
    expect(request).to.include({ method: 'POST', url: SRC });
    expect(request!.body).to.deep.equal({
      post: '8',
      parentId: '3',
      text: 'Well said.',
      format: 'markdown',
      author: { name: 'Jana', email: 'jana@example.org', url: 'https://jana.example' },
      key: 'key-1',
      consent: true,
      fields: { captcha: 'x' },
    });
  });

  it('F32: keeps every sign that can be kept', async () => {
    const { asked, source: taking } = source(json(kept, 201));
    const text = `a\u0000b \uD800 👩‍👩‍👧 مرحبا "\\\n${'x'.repeat(1_000_000)}`;
    await taking.post!({ ...draft, text }, options);
    const { text: sent } = asked[0]!.body as { text: string };
    expect(sent).to.equal(text.replace('\0', '').replace('\uD800', '\uFFFD'));
  });

  it('is published, held or refused, as the answer says', async () => {
    for (const [reply, status, state] of [
      [json(kept, 201), 'published', 'visible'],
      [json(kept, 200), 'published', 'visible'],
      [json({ comment: kept }, 201), 'published', 'visible'],
      [json({ status: 'published' }, 201), 'published', undefined],
      [json({ ...kept, state: 'pending' }, 201), 'held', 'pending'],
      [json(kept, 202), 'held', 'pending'],
      [new Response('', { status: 202 }), 'held', undefined],
      [json({ status: 'held' }, 200), 'held', undefined],
      [json({ status: 'held', comment: kept }, 201), 'held', 'pending'],
      [json({ ...kept, status: 'trashed' }, 201), 'trashed', 'visible'],
      [json({ status: 'trashed' }, 200), 'trashed', undefined],
    ] as const) {
      const result = await source(reply).source.post!(draft, options);
      expect(result.status).to.equal(status);
      expect(result.comment?.state).to.equal(state);
    }
  });

  it('F3: goes with the same key as often as it is sent', async () => {
    const { asked, source: taking } = source([new TypeError('Failed to fetch'), json(kept)]);
    expect((await failure(taking.post!(draft, options))).kind).to.equal('offline');
    expect((await taking.post!(draft, options)).status).to.equal('published');
    expect(asked).to.have.length(2);
    expect(new Set(asked.map(({ headers }) => headers.get('idempotency-key')))).to.have.keys(
      'key-1',
    );
    expect(asked[0]!.body).to.deep.equal(asked[1]!.body);
  });

  it('names its key as the page says', async () => {
    for (const [keyHeader, found] of [
      ['X-Request-Key', 'key-1'],
      ['', null],
    ] as const) {
      const { asked, source: taking } = source(json(kept, 201), { keyHeader });
      await taking.post!(draft, options);
      const [{ headers, body }] = asked as [Asked];
      expect(headers.get('x-request-key')).to.equal(found);
      expect(headers.has('idempotency-key')).to.equal(false);
      expect(body).to.include({ key: 'key-1' });
    }
  });

  it('F7: counts as sent where the site has it already and shows it', async () => {
    const again = source(json({ type: 'about:blank', title: 'Conflict', comment: kept }, 409));
    expect(await again.source.post!(draft, options)).to.deep.include({ status: 'published' });
    const bare = await source(json(kept, 409)).source.post!(draft, options);
    expect(bare.comment!.id).to.equal('7');
    const other = source(json({ id: 5, title: 'Duplicate' }, 409));
    expect((await failure(other.source.post!(draft, options))).kind).to.equal('duplicate');
  });

  it('F5, F6, F8, F9, F10, F36: is refused for a reason that a reader can be told', async () => {
    for (const [status, data, kind] of [
      [400, {}, 'invalid'],
      [401, {}, 'auth'],
      [403, {}, 'auth'],
      [403, { code: 'closed' }, 'closed'],
      [403, { code: 'COMMENTS_CLOSED' }, 'closed'],
      [403, { type: 'https://news.example/problems/closed' }, 'closed'],
      [403, { type: 'urn:problem:login-required' }, 'auth'],
      [404, {}, 'closed'],
      [410, null, 'closed'],
      [404, { code: 'parent-gone' }, 'gone'],
      [410, { type: 'https://news.example/problems#parent_gone' }, 'gone'],
      [422, { code: 'parent-gone' }, 'gone'],
      [422, { code: 'too-long' }, 'too-long'],
      [409, { code: 'duplicate' }, 'duplicate'],
      [413, '<html>', 'too-long'],
      [429, '', 'rate'],
      [500, '<html>', 'server'],
      [503, {}, 'server'],
      [418, { code: { a: 1 } }, 'server'],
    ] as const) {
      const { asked, source: refusing } = source(json(data, status));
      const error = await failure(refusing.post!(draft, options));
      expect(error, `${status} ${JSON.stringify(data)}`).to.include({ name: 'SourceError', kind });
      expect(asked).to.have.length(1);
    }
  });

  it('F9: may be sent again when the site says so', async () => {
    const busy = source(json({}, 429, { 'retry-after': '90' }));
    const before = Date.now();
    const { retryAt } = await failure(busy.source.post!(draft, options));
    expect(retryAt! - before).to.be.within(90_000, 95_000);
  });

  it('F4: comes back with what is wrong in each field of the form', async () => {
    const wrong = source(
      json(
        {
          errors: [
            { pointer: '#/author/name', detail: 'Write a name.' },
            { pointer: '#/author/email', detail: 'Not an address.' },
            { pointer: '#/author/url', detail: 'Not a page.' },
            { pointer: '#/text', detail: 'Too short.' },
            { pointer: '#/fields/captcha', detail: 'Wrong.' },
          ],
        },
        422,
      ),
    );
    const { kind, fields } = await failure(wrong.source.post!(draft, options));
    expect(kind).to.equal('invalid');
    expect(fields).to.deep.equal({
      author: 'Write a name.',
      email: 'Not an address.',
      url: 'Not a page.',
      comment: 'Too short.',
      captcha: 'Wrong.',
    });
  });

  it('F11: may have arrived where the answer tells nothing', async () => {
    for (const reply of [
      new Response('', { status: 200 }),
      new Response('', { status: 201 }),
      new Response(null, { status: 204 }),
      new Response('<!doctype html><p>Thanks!', { headers: { 'content-type': 'text/html' } }),
      new Response('{"id":7,"text":"Well sa', { headers: { 'content-type': 'application/json' } }),
      new Response('<p>Accepted', { status: 202 }),
      new Response('OK', { status: 200 }),
      json(null),
      json([]),
      json([kept]),
      json({}),
      json({ ok: true, id: 7 }),
      json({ comment: null }),
    ]) {
      const text = await reply.clone().text();
      const { asked, source: odd } = source(reply);
      expect((await failure(odd.post!(draft, options))).kind, text).to.equal('unknown');
      expect(asked).to.have.length(1);
    }
  });

  it('F13: is taken back to sign in where the site sends elsewhere', async () => {
    const redirect =
      (status: number, body = '') =>
      () => {
        const answer = new Response(body);
        Object.defineProperty(answer, 'status', { value: status });
        Object.defineProperty(answer, 'redirected', { value: true });
        return answer;
      };
    for (const reply of [redirect(0), redirect(302), redirect(200, '<title>Sign in</title>')]) {
      const { asked, source: away } = source(reply);
      expect((await failure(away.post!(draft, options))).kind).to.equal('auth');
      expect(asked[0]!.init.redirect, 'and nothing is sent there').to.equal('manual');
    }
  });

  it('F24: is given up when the reader does, and not before', async () => {
    const leaving = new AbortController();
    const { source: slow } = source(() => {
      leaving.abort();
      return json(kept, 201);
    });
    const error = await failure(slow.post!(draft, { key: 'k', signal: leaving.signal }));
    expect(error.name).to.equal('AbortError');
  });
});

describe('T11: What shows that a comment comes from the site’s own page', () => {
  const token = { header: 'X-CSRF-Token', value: 'secret' };
  const writes = async (src: string, over: JsonCommentOptions = {}) => {
    const { asked, source: able } = source(json(kept, 201), { src, token, ...over });
    await able.post!(draft, options);
    await able.like!('7', true);
    await able.remove!('7');
    await able.edit!('7', 'x');
    await able.report!('7', 'x');
    return asked;
  };
  const sent = (asked: readonly Asked[], header: string) =>
    new Set(asked.map(({ headers }) => headers.get(header)));

  it('T11: goes to its own origin with all that changes something, and into no address', async () => {
    for (const src of ['/comments', HOME, `${HOME}?a=b`]) {
      const asked = await writes(src);
      expect(asked).to.have.length(5);
      expect(sent(asked, 'x-csrf-token')).to.have.keys('secret');
      expect(sent(asked, 'x-requested-with')).to.have.keys('XMLHttpRequest');
      for (const { url, init, body } of asked) {
        expect(url).to.not.contain('secret');
        expect(init.credentials).to.equal('same-origin');
        expect(init.redirect).to.equal('manual');
        expect(JSON.stringify(body ?? '')).to.not.contain('secret');
      }
    }
  });

  it('T11: never goes to another origin, nor whatever else the page adds', async () => {
    const { port, hostname } = location;
    for (const src of [
      SRC,
      `//api.example/comments`,
      `http://${hostname}:${Number(port) + 1}/comments`,
      `https://${hostname}:${port}/comments`,
      `http://${hostname}.evil.example:${port}/comments`,
      `http://evil.example/${location.origin}`,
      `http://evil.example/?${location.origin}`,
      `http://evil.example#${location.origin}`,
      `http://evil.example\\@${hostname}:${port}/`,
    ]) {
      const asked = await writes(src, {
        headers: { authorization: 'Bearer secret' },
        hosts: ['other.example', 'example', ''],
      });
      expect(sent(asked, 'x-csrf-token'), src).to.have.keys(null as never);
      expect(sent(asked, 'authorization'), src).to.have.keys(null as never);
      expect(sent(asked, 'x-requested-with'), src).to.have.keys(null as never);
      expect(JSON.stringify(asked.map(({ url, body }) => [url, body]))).to.not.contain('secret');
    }
  });

  it('T11: goes to another origin that the page lists by its host', async () => {
    const asked = await writes(SRC, { hosts: ['api.example'] });
    expect(sent(asked, 'x-csrf-token')).to.have.keys('secret');
    expect(sent(asked, 'x-requested-with')).to.have.keys(null as never);
    const other = await writes('https://api.example:8443/', { hosts: ['api.example'] });
    expect(sent(other, 'x-csrf-token')).to.have.keys(null as never);
  });

  it('T11: is found anew for each request, and stops it where it cannot be had', async () => {
    let count = 0;
    const asked = await writes(HOME, {
      token: { header: 'X-Token', value: () => Promise.resolve(` t${++count} `) },
    });
    expect([...sent(asked, 'x-token')]).to.deep.equal(['t1', 't2', 't3', 't4', 't5']);
    for (const none of [null, undefined, '']) {
      const without = await writes(HOME, { token: { header: 'X-Token', value: () => none } });
      expect(sent(without, 'x-token')).to.have.keys(null as never);
    }
    const { asked: not, source: lost } = source(json(kept), {
      src: HOME,
      token: { header: 'X-Token', value: () => Promise.reject(new Error('no')) },
    });
    expect(await failure(lost.post!(draft, options))).to.include({ kind: 'server' });
    expect(not).to.have.length(0);
  });

  it('T11: makes of every write a request that no form of another site can send', async () => {
    const asked = await writes(SRC);
    for (const { method, headers, body } of asked) {
      const isJson = headers.get('content-type') === 'application/json';
      expect(isJson || !['GET', 'HEAD', 'POST'].includes(method), method).to.equal(true);
      expect(isJson).to.equal(body !== undefined);
    }
  });

  it('T10, T11: takes the page’s own headers along only where they may go, and follows nobody with them', async () => {
    const headers = { authorization: 'Bearer secret' };
    const home = source(page(), { src: HOME, headers });
    await home.source.load({});
    expect(home.asked[0]!.headers.get('authorization')).to.equal('Bearer secret');
    expect(home.asked[0]!.init.redirect).to.equal('manual');
    const away = source(page(), { headers });
    await away.source.load({});
    expect(away.asked[0]!.headers.has('authorization')).to.equal(false);
    expect(away.asked[0]!.init.redirect).to.equal(undefined);
  });
});
