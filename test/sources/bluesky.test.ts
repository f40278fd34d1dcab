import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { commentTree, type Comment } from '../../src/content/comment.js';
import {
  hiddenReplies,
  isBookmark,
  isClosed,
  verdictOn,
} from '../../src/sources/bluesky-moderation.js';
import { bodyOf } from '../../src/sources/bluesky-text.js';
import { readThread } from '../../src/sources/bluesky-thread.js';
import { comments, type BlueskyOptions } from '../../src/sources/bluesky.js';
import type { CommentPage, SourceError } from '../../src/sources/comment-source.js';
import '../helpers.js';
import {
  expectSound,
  failureOf,
  fixtureOf,
  markupOf,
  mutationsOf,
  network,
  plain,
  refusal,
  shownOf,
} from './networks.js';

interface View {
  post: Record<string, unknown> & { uri: string; record: Record<string, unknown> };
  replies?: unknown[] | undefined;
  [key: string]: unknown;
}
interface Thread {
  thread: View;
  threadgate?: { record: Record<string, unknown> } | undefined;
}

const recorded = (await fixtureOf('bluesky')) as Thread;
const poisoned = (await fixtureOf('bluesky-poisoned')) as Thread;

const PAGE = 'https://bsky.app/profile/newsroom.example/post/3m54dibgu2222';
const ROOT = 'at://did:plc:newsroom/app.bsky.feed.post/3m54dibgu2222';
const API = 'https://public.api.bsky.app/xrpc/';
const THREAD = `${API}app.bsky.feed.getPostThread?uri=at%3A%2F%2Fnewsroom.example%2Fapp.bsky.feed.post%2F3m54dibgu2222&depth=10&parentHeight=0`;

const sourceFor = (answer: (url: string) => unknown, over: BlueskyOptions = {}) => {
  const { asked, ...options } = network(answer);
  return { asked, source: comments({ src: PAGE, ...options, ...over }) };
};
const load = (answer: unknown): Promise<CommentPage> => sourceFor(() => answer).source.load({});

/** A post of Ben's, with what a test is about. */
const view = (
  key: string,
  post: object = {},
  record: object = {},
  replies: unknown[] = [],
): View => ({
  post: {
    uri: `at://did:plc:ben/app.bsky.feed.post/${key}`,
    author: { did: 'did:plc:ben', handle: 'ben.example' },
    indexedAt: '2025-11-08T11:00:00.000Z',
    ...post,
    record: { text: 'Words.', createdAt: '2025-11-08T11:00:00.000Z', ...record },
  },
  replies,
});
/** The recorded thread with other answers in it. */
const threadOf = (
  replies: unknown[] | undefined,
  over: object = {},
  post: object = {},
): Thread => ({
  ...recorded,
  thread: {
    ...recorded.thread,
    post: { ...recorded.thread.post, replyCount: 0, ...post },
    replies,
  },
  ...over,
});
const one = async (post: object, record: object = {}): Promise<Comment> =>
  plain((await load(threadOf([view('1', post, record)]))).comments[0]!);

const ben = (key: string) => `at://did:plc:ben/app.bsky.feed.post/${key}`;
const jana = (key: string) => `at://did:plc:jana/app.bsky.feed.post/${key}`;
const origin = 'Bluesky';
const emptyPlace = { origin, author: { name: '' }, body: { text: '' }, isIndexable: false };
const benHimself = {
  name: 'ben.example',
  handle: '@ben.example',
  url: 'https://bsky.app/profile/did:plc:ben',
};
const none = { likes: 0, reposts: 0, replies: 0 };

describe('Answers on Bluesky', () => {
  it('are read as comments, each with what its network knows of it', async () => {
    const page = plain(await load(recorded));
    expect(page).to.deep.equal({
      total: 6,
      origins: [
        { name: origin, url: 'https://bsky.app/profile/did:plc:newsroom/post/3m54dibgu2222' },
      ],
      comments: [
        {
          id: jana('3m54dr7k4s22b'),
          parentId: null,
          origin,
          publishedAt: '2025-11-08T10:05:00.000Z',
          author: {
            name: 'Jana Nováková',
            handle: '@jana.bsky.social',
            url: 'https://bsky.app/profile/did:plc:jana',
            avatar: 'https://cdn.example/jana.jpg',
          },
          body: { text: 'Good summary of the meeting.\nThank you <3' },
          state: 'visible',
          url: 'https://bsky.app/profile/did:plc:jana/post/3m54dr7k4s22b',
          lang: 'en',
          counts: { likes: 12, reposts: 1, replies: 1 },
          isLikedByAuthor: true,
        },
        {
          id: 'at://did:plc:newsroom/app.bsky.feed.post/3m54e25nfk223',
          parentId: jana('3m54dr7k4s22b'),
          origin,
          publishedAt: '2025-11-08T10:10:00.000Z',
          author: {
            name: 'The Newsroom',
            handle: '@newsroom.example',
            url: 'https://bsky.app/profile/did:plc:newsroom',
            avatar: 'https://cdn.example/newsroom.jpg',
            isArticleAuthor: true,
          },
          body: {
            blocks: [
              {
                type: 'paragraph',
                children: [
                  '🇨🇿 Děkuji, ',
                  {
                    type: 'link',
                    url: 'https://bsky.app/profile/did:plc:jana',
                    children: ['@jana.bsky.social'],
                  },
                  '! Více na ',
                  {
                    type: 'link',
                    url: 'https://www.nato.int/cs/index.html',
                    children: ['nato.int/cs'],
                  },
                  ' a ',
                  { type: 'link', url: 'https://bsky.app/hashtag/NATO', children: ['#NATO'] },
                  '.',
                  { type: 'break' },
                  'Druhý řádek.',
                ],
              },
              { type: 'paragraph', children: ['Druhý odstavec.'] },
            ],
          },
          state: 'visible',
          url: 'https://bsky.app/profile/did:plc:newsroom/post/3m54e25nfk223',
          lang: 'cs',
          counts: { likes: 3, reposts: 0, replies: 0 },
        },
        {
          id: ben('3m54ed3qoc224'),
          parentId: null,
          origin,
          publishedAt: '2025-11-08T10:15:01.000Z', // not 2031, as its author says
          author: benHimself,
          body: { text: 'From the future.' },
          state: 'visible',
          url: 'https://bsky.app/profile/did:plc:ben/post/3m54ed3qoc224',
          lang: 'en',
          counts: none,
        },
        {
          ...emptyPlace,
          id: ben('3m54elztx2225'),
          parentId: null,
          publishedAt: '2025-11-08T10:20:00.000Z', // by its key
          state: 'deleted',
        },
        {
          ...emptyPlace,
          id: ben('3m54euxx7s226'),
          parentId: null,
          publishedAt: '2025-11-08T10:25:00.000Z',
          state: 'blocked',
        },
        {
          ...emptyPlace,
          id: 'at://did:plc:shy/app.bsky.feed.post/3m54fgu5rc22a',
          parentId: null,
          publishedAt: '2025-11-08T10:35:00.000Z',
          state: 'blocked',
        },
        {
          id: ben('3m54fpsb2222c'),
          parentId: 'at://did:plc:shy/app.bsky.feed.post/3m54fgu5rc22a',
          origin,
          publishedAt: '2025-11-08T10:40:00.000Z',
          author: benHimself,
          body: { text: 'An answer for everybody.' },
          state: 'visible',
          url: 'https://bsky.app/profile/did:plc:ben/post/3m54fpsb2222c',
          lang: 'en',
          counts: none,
        },
        {
          ...emptyPlace,
          id: ben('3m54fyqecs22d'),
          parentId: null,
          publishedAt: '2025-11-08T10:45:00.000Z',
          state: 'hidden',
        },
        {
          id: 'at://did:plc:lost/app.bsky.feed.post/3m54gbohlk22e',
          parentId: null,
          origin,
          publishedAt: '2025-11-08T10:50:00.000Z',
          author: { name: '', url: 'https://bsky.app/profile/did:plc:lost' },
          body: { text: '' },
          state: 'visible',
          url: 'https://bsky.app/profile/did:plc:lost/post/3m54gbohlk22e',
          isSensitive: true,
          media: [
            { type: 'image', url: 'https://cdn.example/h.jpg', title: 'A statue in the park' },
            { type: 'image', url: 'https://cdn.example/h2.jpg' },
          ],
          counts: none,
        },
        {
          id: ben('3m54gtko5222g'),
          parentId: null,
          origin,
          publishedAt: '2025-11-08T11:00:00.000Z',
          author: benHimself,
          body: { text: 'Read this.' },
          state: 'visible',
          url: 'https://bsky.app/profile/did:plc:ben/post/3m54gtko5222g',
          lang: 'en',
          media: [
            { type: 'link', url: 'https://www.nato.int/prague', title: 'The Prague meeting' },
            {
              type: 'link',
              url: 'https://bsky.app/profile/did:plc:jana/post/3m54dr7k4s22b',
              title: 'Jana Nováková',
            },
          ],
          counts: none,
        },
      ],
    });
    expectSound(page);
  });

  it('name the film of a post and lead to the post, where it plays', async () => {
    const { media } = await one({
      embed: {
        $type: 'app.bsky.embed.video#view',
        playlist: 'https://v.example/1.m3u8',
        alt: 'Rain',
      },
    });
    expect(media).to.deep.equal([
      { type: 'video', url: 'https://bsky.app/profile/did:plc:ben/post/1', title: 'Rain' },
    ]);
  });

  it('show every picture of a gallery as a link', async () => {
    const { media } = await one({
      embed: {
        $type: 'app.bsky.embed.gallery#view',
        media: [1, 2].map((n) => ({ fullsize: `https://cdn.example/${n}.jpg`, alt: `No. ${n}` })),
      },
    });
    expect(media).to.deep.equal([
      { type: 'image', url: 'https://cdn.example/1.jpg', title: 'No. 1' },
      { type: 'image', url: 'https://cdn.example/2.jpg', title: 'No. 2' },
    ]);
  });

  it('quote nobody who would not be shown', async () => {
    const record = { uri: jana('1'), author: { handle: 'jana.example' } };
    const quoting = (over: object) => one({ embed: { record: { ...record, ...over } } });
    expect((await quoting({})).media).to.have.length(1);
    for (const over of [
      { labels: [{ val: '!hide' }] },
      { author: { handle: 'jana.example', labels: [{ val: '!no-unauthenticated' }] } },
      { value: { labels: { values: [{ val: '!no-unauthenticated' }] } } },
      { author: undefined, notFound: true },
    ])
      expect((await quoting(over)).media, JSON.stringify(over)).to.equal(undefined);
  });

  it('say nothing of an author whose words are not shown', async () => {
    const labels = [{ val: '!hide' }];
    const liked = { ...view('1', { labels }), threadContext: { rootAuthorLike: 'at://x' } };
    const [one] = plain((await load(threadOf([liked]))).comments);
    expect(one).to.deep.equal({
      ...emptyPlace,
      id: ben('1'),
      parentId: null,
      publishedAt: '2025-11-08T11:00:00.000Z',
      state: 'hidden',
    });
  });

  it('can be answered at the address that was asked for, where the answer names none', async () => {
    const { origins } = await load(threadOf([], {}, { uri: 5 }));
    expect(origins).to.deep.equal([{ name: origin, url: PAGE }]);
  });

  it('are closed where whoever began the thread lets nobody answer', async () => {
    expect((await load(threadOf([]))).closed).to.equal(undefined);
    const record = { allow: [] };
    expect((await load(threadOf([], { threadgate: { record } }))).closed).to.equal(true);
  });
});

describe('The links in a post on Bluesky', () => {
  const facet = (byteStart: unknown, byteEnd: unknown, uri = 'https://a.example/') => ({
    index: { byteStart, byteEnd },
    features: [{ uri }],
  });
  const linked = (text: string, ...facets: unknown[]) =>
    (JSON.stringify(bodyOf(text, facets)).match(/"children":\["([^"]*)"\]\}/g) ?? []).map((one) =>
      one.slice(13, -3),
    );

  for (const [text, start, end, words] of [
    ['plain words', 6, 11, 'words'],
    ['Žluťoučký kůň', 14, 19, 'kůň'],
    ['日本 語', 7, 10, '語'],
    ['👩‍👩‍👧 ok', 19, 21, 'ok'],
    ['x 🧨', 2, 6, '🧨'],
  ] as const) {
    it(`T25: stand on their words by bytes: ${words} in ${text}`, () => {
      expect(linked(text, facet(start, end))).to.deep.equal([words]);
    });
  }

  for (const [name, ...facets] of [
    ['cut a character in two', facet(3, 6)],
    ['end in the middle of a character', facet(0, 4)],
    ['reach beyond the text', facet(2, 400)],
    ['begin before it', facet(-2, 2)],
    ['are empty', facet(2, 2)],
    ['run backwards', facet(6, 2)],
    ['are no numbers', facet('2', '6')],
    ['lead to a script', facet(2, 6, 'javascript:xss()')],
    ['lead into the page', facet(2, 6, '/account')],
    [
      'lead to a person who is none',
      { index: { byteStart: 2, byteEnd: 6 }, features: [{ did: 'x' }] },
    ],
  ] as const) {
    it(`T25: are none where they ${name}, and the words stay`, () => {
      expect(bodyOf('A 🧨 B', facets)).to.deep.equal({ text: 'A 🧨 B' });
    });
  }

  it('do not overlap: the first stays', () => {
    const text = 'one two three';
    expect(linked(text, facet(4, 13), facet(0, 7), facet(7, 8))).to.deep.equal(['one two', ' ']);
  });
});

describe('What Bluesky would not have shown', () => {
  const label = (val: string, over: object = {}) => ({
    val,
    src: 'did:plc:m',
    uri: ben('1'),
    ...over,
  });
  const profile = 'at://did:plc:ben/app.bsky.actor.profile/self';

  for (const [what, post, verdict] of [
    ['nothing', {}, ['visible', false]],
    ['!hide', { labels: [label('!hide')] }, ['hidden', false]],
    ['!hide on its author', { author: { labels: [label('!hide')] } }, ['hidden', false]],
    [
      '!hide, taken back',
      { labels: [label('!hide'), label('!hide', { neg: true })] },
      ['visible', false],
    ],
    [
      '!hide, taken back by somebody else',
      { labels: [label('!hide'), label('!hide', { neg: true, src: 'x' })] },
      ['hidden', false],
    ],
    [
      '!no-unauthenticated on a profile',
      { author: { labels: [label('!no-unauthenticated', { uri: profile })] } },
      ['blocked', false],
    ],
    [
      '!no-unauthenticated on itself',
      { record: { labels: { values: [{ val: '!no-unauthenticated' }] } } },
      ['blocked', false],
    ],
    ['!warn', { labels: [label('!warn')] }, ['visible', true]],
    [
      'porn, by its author',
      { record: { labels: { values: [{ val: 'porn' }] } } },
      ['visible', true],
    ],
    ['sexual', { labels: [label('sexual')] }, ['visible', true]],
    ['graphic-media', { labels: [label('graphic-media')] }, ['visible', true]],
    [
      'porn on a picture of its author',
      { author: { labels: [label('porn', { uri: profile })] } },
      ['visible', false],
    ],
    ['a label that nobody knows', { labels: [label('spam-ish')] }, ['visible', false]],
    [
      'labels of another shape',
      { labels: { val: '!hide' }, author: 'x', record: 5 },
      ['visible', false],
    ],
  ] as const) {
    it(`decides on ${what}`, () => {
      const { state, isSensitive } = verdictOn(post);
      expect([state, isSensitive]).to.deep.equal(verdict);
    });
  }

  it('finds the hidden answers at either of their two places', () => {
    const record = { hiddenReplies: [ben('1'), 5, null] };
    const hidden = new Set([ben('1')]);
    expect(hiddenReplies({ threadgate: { record } })).to.deep.equal(hidden);
    expect(hiddenReplies({ thread: { post: { threadgate: { record } } } })).to.deep.equal(hidden);
    expect(hiddenReplies({ threadgate: 'x', thread: null })).to.deep.equal(new Set());
  });

  it('leaves a hidden answer out with all under it', async () => {
    const replies = [view('1', {}, {}, [view('2', {}, {}, [view('3')])]), view('4')];
    const threadgate = { record: { hiddenReplies: [ben('1')] } };
    const { comments: list, total } = await load(threadOf(replies, { threadgate }));
    expect(list.map(({ id }) => id)).to.deep.equal([ben('4')]);
    expect(total).to.equal(1);
  });

  it('knows who lets nobody answer', () => {
    expect(isClosed({ threadgate: { record: { allow: [] } } })).to.equal(true);
    for (const allow of [undefined, [{}], 'nobody', null])
      expect(isClosed({ threadgate: { record: { allow } } })).to.equal(false);
  });

  it('knows a pin, and leaves it out unless somebody answered it', async () => {
    for (const pin of ['📌', ' 📌\n', '📌️']) expect(isBookmark(pin)).to.equal(true);
    for (const text of ['📌 this', '📌📌', '', 5, null]) expect(isBookmark(text)).to.equal(false);
    const text = '📌';
    const replies = [view('1', {}, { text }), view('2', {}, { text }, [view('3')])];
    const { comments: list } = await load(threadOf(replies));
    expect(list.map(({ id }) => id)).to.have.members([ben('2'), ben('3')]);
  });
});

describe('A thread on Bluesky that is not whole', () => {
  const chain = (length: number, below: View[] = []): View =>
    Array.from({ length }, (_, index) => length - index).reduce<View[]>(
      (inner, level) => [view(`level${level}`, { replyCount: inner.length }, {}, inner)],
      below,
    )[0]!;

  it('says so where the network gives fewer answers than it counts', async () => {
    const page = await load(threadOf([view('1')], {}, { replyCount: 700 }));
    expect([page.truncated, page.total]).to.deep.equal(['cap', 700]);
    const inner = await load(threadOf([view('1', { replyCount: 2 })]));
    expect([inner.truncated, inner.total]).to.deep.equal(['cap', 1]);
    expect((await load(threadOf(undefined, {}, { replyCount: 3 }))).truncated).to.equal('cap');
  });

  it('says so where it goes no deeper', async () => {
    const deepest = { ...view('last', { replyCount: 4 }), replies: undefined };
    expect((await load(threadOf([chain(9, [deepest])]))).truncated).to.equal('depth');
    expect((await load(threadOf([deepest]))).truncated).to.equal('depth');
    const empty = view('last', { replyCount: 4 });
    expect((await load(threadOf([chain(9, [empty])]))).truncated).to.equal('depth');
  });

  it('says nothing of the sort where all is there', async () => {
    const page = await load(threadOf([chain(12)], {}, { replyCount: 1 }));
    expect([page.truncated, page.cursor, page.total]).to.deep.equal([undefined, undefined, 12]);
  });

  for (const [name, answer] of [
    ['a post that is not there', { thread: { uri: ROOT, notFound: true } }],
    ['a post that is not for everybody', { thread: { uri: ROOT, blocked: true } }],
    ['a refusal', refusal(400, { error: 'NotFound', message: `Post not found: ${ROOT}` })],
  ] as const) {
    it(`is gone with ${name}`, async () => {
      const failed = await failureOf(sourceFor(() => answer).source);
      expect(failed).to.include({ name: 'SourceError', kind: 'gone' });
    });
  }

  for (const answer of [{}, [], { thread: null }, { thread: { post: 'x' } }, { thread: 5 }]) {
    it(`is none in ${JSON.stringify(answer)}`, async () => {
      const failed = await failureOf(sourceFor(() => answer).source);
      expect(failed).to.include({ name: 'SourceError', kind: 'server' });
    });
  }

  it('is asked for again when the network stumbles, and never when it wants to be left alone', async () => {
    let tries = 0;
    const { source } = sourceFor(() => (++tries < 3 ? refusal(502) : recorded));
    expect((await source.load({})).comments).to.have.length(10);
    const { source: full, asked } = sourceFor(() => refusal(429, {}, { 'retry-after': '60' }));
    expect(await failureOf(full)).to.include({ kind: 'rate' });
    expect(asked).to.have.length(1);
  });
});

describe('What is asked of Bluesky', () => {
  it('T11, T25: is one question to its own host, without cookies or a header that needs leave', async () => {
    const { asked, source } = sourceFor(() => recorded);
    await source.load({ sort: 'newest' });
    expect(asked.map(({ url }) => url)).to.deep.equal([THREAD]);
    const [{ request }] = asked as [(typeof asked)[0]];
    expect([request.method, request.credentials]).to.deep.equal(['GET', 'omit']);
    expect([...request.headers]).to.deep.equal([['accept', 'application/json']]);
  });

  it('names a labeler where a program wants one', async () => {
    const labeler = 'did:plc:ar7c4by46qjdydhdevvrndac';
    const { asked, source } = sourceFor(() => recorded, { labeler });
    await source.load({});
    expect(asked[0]!.request.headers.get('atproto-accept-labelers')).to.equal(labeler);
    expect(() => comments({ src: PAGE, labeler: 'x\ny' })).to.throw(TypeError, 'labeler');
  });

  for (const [src, uri] of [
    [PAGE, 'at://newsroom.example/app.bsky.feed.post/3m54dibgu2222'],
    [`${PAGE}/?ref=x#y`, 'at://newsroom.example/app.bsky.feed.post/3m54dibgu2222'],
    ['https://www.bsky.app/profile/did:plc:newsroom/post/3m54dibgu2222', ROOT],
    ['https://bsky.app/profile/did%3Aplc%3Anewsroom/post/3m54dibgu2222', ROOT],
    [` ${ROOT} `, ROOT],
  ] as const) {
    it(`is for ${uri} at ${src.trim()}`, async () => {
      const { asked, source } = sourceFor(() => recorded, { src });
      await source.load({});
      expect(new URL(asked[0]!.url).searchParams.get('uri')).to.equal(uri);
    });
  }

  for (const src of [
    'https://bsky.app/profile/newsroom.example',
    'https://bsky.app.evil.example/profile/newsroom.example/post/3m54dibgu2222',
    'https://evil.example/profile/newsroom.example/post/3m54dibgu2222',
    'javascript:xss()//bsky.app/profile/newsroom.example/post/3m54dibgu2222',
    'at://newsroom.example/app.bsky.feed.like/3m54dibgu2222',
    'at://not a name/app.bsky.feed.post/3m54dibgu2222',
    'at://did:plc:newsroom/app.bsky.feed.post/a&depth=1000',
    '/profile/newsroom.example/post/3m54dibgu2222',
    'nonsense',
  ]) {
    it(`is nothing for ${src}`, () => {
      expect(() => comments({ src })).to.throw(TypeError, src);
    });
  }

  it('is nothing without an address', async () => {
    expect(await failureOf(comments({}))).to.be.instanceOf(TypeError);
  });

  it('ends when the reader leaves', async () => {
    const away = new AbortController();
    const { source } = sourceFor(() => recorded);
    away.abort();
    const failed = await source.load({ signal: away.signal }).catch((error: unknown) => error);
    expect(failed).to.include({ name: 'AbortError' });
  });
});

describe('How many answered on Bluesky', () => {
  const posts = (url: string) =>
    new URL(url).searchParams.getAll('uris').map((uri, index) => ({ uri, replyCount: index }));

  it('is asked for 25 posts at a time', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => ben(`p${index}`));
    const { asked, source } = sourceFor((url) => ({ posts: posts(url) }));
    expect(source.can).to.deep.equal(['count']);
    const counts = await source.count!([...ids, ids[0]!]);
    expect(asked.map(({ url }) => posts(url).length)).to.deep.equal([25, 25, 10]);
    expect([...counts.keys()]).to.deep.equal(ids);
    expect([counts.get(ids[3]!), counts.get(ids[26]!)]).to.deep.equal([3, 1]);
    expect(
      asked[2]!.url.startsWith(`${API}app.bsky.feed.getPosts?uris=at%3A%2F%2Fdid%3Aplc%3Aben%2F`),
    ).to.equal(true);
    expect(asked[0]!.request.credentials).to.equal('omit');
  });

  it('looks a handle up once, and only where there is one', async () => {
    const second = PAGE.replace('2222', '3333');
    const { asked, source } = sourceFor((url) =>
      url.includes('resolveHandle') ? { did: 'did:plc:newsroom' } : { posts: posts(url) },
    );
    const counts = await source.count!([PAGE, second, ROOT]);
    expect(asked.map(({ url }) => url)).to.deep.equal([
      `${API}com.atproto.identity.resolveHandle?handle=newsroom.example`,
      `${API}app.bsky.feed.getPosts?uris=${encodeURIComponent(ROOT)}&uris=${encodeURIComponent(ROOT.replace('2222', '3333'))}`,
    ]);
    expect([...counts]).to.deep.equal([
      [PAGE, 0],
      [ROOT, 0],
      [second, 1],
    ]);
  });

  it('leaves out what nobody knows', async () => {
    const lost = 'https://bsky.app/profile/lost.example/post/1';
    const { source } = sourceFor((url) =>
      url.includes('resolveHandle')
        ? refusal(400, { error: 'HandleNotFound' })
        : { posts: [null, { uri: ben('1'), replyCount: 'x' }, { uri: ben('2'), replyCount: 4 }] },
    );
    const counts = await source.count!([lost, 'nonsense', ben('1'), ben('2'), ben('3')]);
    expect([...counts]).to.deep.equal([[ben('2'), 4]]);
    const broken = sourceFor(() => refusal(500)).source;
    expect([...(await broken.count!([ben('1')]))]).to.deep.equal([]);
  });
});

describe('A poisoned thread on Bluesky', () => {
  const deep = (): Thread => {
    const copy = structuredClone(poisoned);
    let at = copy.thread.replies!.at(-1) as View;
    for (let level = 1; level <= 60; level++) {
      const next = view(`deep${level}`, {}, { text: `Level ${level}.` });
      at.replies = [next];
      at = next;
    }
    // A circle, and everything again, at the very bottom.
    at.replies = [structuredClone(copy.thread)];
    return copy;
  };

  it('T25: is inert, and everything else in it is shown', () => {
    const page = readThread(deep());
    expectSound(page);
    const said = page.comments.map(shownOf);
    for (const words of [
      '<script>xss()</script><img src=x onerror=xss()> & <b>bold</b>',
      'click here or here or here',
      'A 🧨 B and more words',
      'Half � a character � and nothing',
      'I come twice.',
      'Under the second.',
      'With a prototype.',
      'Still here.',
      'Level 1.',
      'Level 60.',
    ])
      expect(said, words).to.include(words);
    expect(said).not.to.include('I come twice, the second time.');
    expect(said).not.to.include('I say that I am the root.');
    expect(said.filter((words) => words === 'Still here.')).to.have.length(1);
  });

  it('T25: has no link but those that are what they say', () => {
    const { comments: list } = readThread(poisoned);
    const html = list.map(markupOf).join('');
    expect(
      [...html.matchAll(/href="([^"]*)"[^>]*>([^<]*)/g)].map(([, ...link]) => link),
    ).to.deep.equal([
      ['https://whole.example/', '🧨'],

      ['https://b.example/', 'B'],
      ['https://bsky.app/hashtag/a%EF%BF%BD%2F..%2F%22%3Cb%3E', 'and'],
      ['https://half.example/', 'Half'],
    ]);
    expect(list.flatMap(({ media = [] }) => media)).to.deep.equal([
      { type: 'image', url: 'https://cdn.example/ok.jpg', title: undefined },
    ]);
  });

  it('T25: counts a post that stands in two places once, and shows what answers it in either', () => {
    const root = { post: recorded.thread.post, replies: [view('2')] };
    const twice = [view('1', {}, {}, [view('3')]), view('1', {}, {}, [view('4')]), root];
    const { comments: list } = readThread(threadOf(twice));
    expect(list.map(({ id, parentId }) => [id, parentId])).to.have.deep.members([
      [ben('1'), null],
      [ben('2'), null],
      [ben('3'), ben('1')],
      [ben('4'), ben('1')],
    ]);
  });

  it('T17: keeps a comment whose fields are of other kinds', () => {
    const found = readThread(poisoned).comments.find(({ id }) => id === ben('3m54poison14'));
    expect(plain(found)).to.deep.equal({
      id: ben('3m54poison14'),
      parentId: null,
      origin,
      publishedAt: '',
      author: { name: '' },
      body: { text: '' },
      state: 'visible',
      url: 'https://bsky.app/profile/did:plc:ben/post/3m54poison14',
      media: [{ type: 'image', url: 'https://cdn.example/ok.jpg' }],
      counts: { reposts: 4 },
    });
  });

  it('T25: reaches the reader as a tree, however deep it is', () => {
    const { comments: list } = readThread(deep());
    const count = (nodes: ReturnType<typeof commentTree>): number =>
      nodes.reduce((sum, { replies }) => sum + 1 + count(replies), 0);
    expect(count(commentTree(list))).to.equal(list.length);
  });

  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`T17: changed at random gives comments or a plain refusal, 250 times (seed ${seed})`, () => {
      fc.assert(
        fc.property(mutationsOf(seed % 2 ? recorded : poisoned), (data) => {
          let page: CommentPage;
          try {
            page = readThread(data);
          } catch (error) {
            expect((error as SourceError).kind).to.be.oneOf(['gone', 'server']);
            return;
          }
          expectSound(page);
        }),
        { seed, numRuns: 250 },
      );
    });
  }
});
