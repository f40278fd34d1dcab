import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { commentTree } from '../../src/content/comment.js';
import { tidyName } from '../../src/content/person.js';
import type { CommentPage, SourceError } from '../../src/sources/comment-source.js';
import {
  isForEverybody,
  isIndexable,
  isOutOfSight,
} from '../../src/sources/mastodon-moderation.js';
import { readContext } from '../../src/sources/mastodon-thread.js';
import { comments } from '../../src/sources/mastodon.js';
import '../helpers.js';
import {
  expectSound,
  failureOf,
  fixtureOf,
  markupAlone,
  markupOf,
  mutationsOf,
  network,
  plain,
  refusal,
  shownOf,
} from './networks.js';

interface Answers {
  readonly status: Record<string, unknown>;
  readonly context: { readonly descendants: unknown[] };
}

const recorded = (await fixtureOf('mastodon')) as Answers;
const poisoned = (await fixtureOf('mastodon-poisoned')) as Answers;

const ROOT = '115515000000000001';
const PAGE = `https://social.example/@newsroom/${ROOT}`;
const API = `https://social.example/api/v1/statuses/${ROOT}`;
const address = { host: 'social.example', id: ROOT, page: PAGE };

const read = ({ status, context }: Answers): CommentPage => readContext(status, context, address);
const sourceFor = (answer: (url: string) => unknown, src = PAGE) => {
  const { asked, ...options } = network(answer);
  return { asked, source: comments({ src, ...options }) };
};
const answers =
  ({ status, context }: Answers) =>
  (url: string) =>
    url.endsWith('/context') ? context : status;

const post = (id: string, over: object = {}): object => ({
  id,
  in_reply_to_id: ROOT,
  created_at: '2025-11-08T11:00:00.000Z',
  content: '<p>Words.</p>',
  visibility: 'public',
  account: { id: '5', username: 'ben', acct: 'ben' },
  ...over,
});
const threadOf = (descendants: readonly unknown[], status: object = {}): CommentPage =>
  read({
    status: { ...recorded.status, replies_count: 0, ...status },
    context: { descendants: [...descendants] },
  });
const ids = ({ comments: list }: CommentPage) => list.map(({ id }) => id);

const id = (n: number) => `11551500000000000${n}`;
const origin = 'social.example';
const none = { likes: 0, reposts: 0, replies: 0 };
const user = (n: number) => ({
  name: `User ${n}`,
  handle: `@user${n}@social.example`,
  url: `https://social.example/@user${n}`,
  avatar: `https://files.example/${n}.png`,
});

describe('Answers on Mastodon', () => {
  it('are read as comments, each with what its server knows of it', async () => {
    const page = plain(await sourceFor(answers(recorded)).source.load({}));
    expect(page).to.deep.equal({
      total: 4,
      origins: [{ name: origin, url: PAGE }],
      comments: [
        {
          id: id(2),
          parentId: null,
          origin,
          publishedAt: '2025-11-08T10:02:00.000Z',
          editedAt: '2025-11-08T10:12:00.000Z',
          author: {
            name: 'Jana Nováková',
            handle: '@jana@elsewhere.example',
            url: 'https://elsewhere.example/@jana',
            avatar: 'https://files.example/2.png',
          },
          body: {
            html: recorded.context.descendants.map(
              (one) => (one as { content: string }).content,
            )[0],
          },
          state: 'visible',
          url: `https://social.example/@user2/${id(2)}`,
          lang: 'en',
          counts: { likes: 4, reposts: 1, replies: 2 },
          isIndexable: false,
        },
        {
          id: id(3),
          parentId: id(2),
          origin,
          publishedAt: '2025-11-08T10:03:00.000Z',
          author: {
            name: 'The Newsroom',
            handle: '@newsroom@social.example',
            url: 'https://social.example/@newsroom',
            avatar: 'https://files.example/1.png',
            isArticleAuthor: true,
          },
          body: { html: '<p>Thank you!</p>' },
          state: 'visible',
          url: `https://social.example/@user3/${id(3)}`,
          lang: 'cs',
          counts: none,
        },
        {
          id: id(6),
          parentId: null,
          origin,
          publishedAt: '2025-11-08T10:06:00.000Z',
          author: user(6),
          body: { html: '<p>The ending.</p>' },
          state: 'visible',
          url: `https://social.example/users/user6/statuses/${id(6)}`,
          lang: 'en',
          warning: 'How it ends',
          isSensitive: true,
          media: [
            { type: 'image', url: 'https://files.example/end.png', title: 'The last page' },
            { type: 'video', url: 'https://files.example/end.mp4' },
            { type: 'link', url: 'https://far.example/end.pdf', title: 'Its notes' },
          ],
          counts: none,
        },
        {
          id: id(7),
          parentId: null,
          origin,
          publishedAt: '2025-11-08T10:07:00.000Z',
          author: { name: '' },
          body: { text: '' },
          state: 'hidden',
          isIndexable: false,
        },
        {
          id: id(8),
          parentId: id(7),
          origin,
          publishedAt: '2025-11-08T10:08:00.000Z',
          author: user(8),
          body: { html: '<p>Which one?</p>' },
          state: 'visible',
          url: `https://social.example/@user8/${id(8)}`,
          lang: 'en',
          media: [
            { type: 'link', url: 'https://www.nato.int/prague', title: 'The Prague meeting' },
            { type: 'link', url: `https://social.example/@user8/${id(8)}`, title: 'This / That' },
          ],
          counts: none,
        },
      ],
    });
  });

  it('keep their words and links, and the codes of pictures that are part of what is said', () => {
    const [first] = read(recorded).comments;
    expect(shownOf(first!)).to.equal('@newsroom Good summary :blobcat: https://www.nato.int/cs');
    expect(markupOf(first!)).to.contain('href="https://www.nato.int/cs"');
  });

  for (const [account, name] of [
    [{ display_name: ':a: :b:', emojis: [{ shortcode: 'a' }, { shortcode: 'b' }] }, 'ben'],
    [{ display_name: 'Ten :am: to :x:', emojis: [{ shortcode: 'x' }] }, 'Ten :am: to'],
    [{ display_name: 'Colons: 1:2:3', emojis: [] }, 'Colons: 1:2:3'],
    [{ display_name: '' }, 'ben'],
  ] as const) {
    it(`are by ${name}, where the name is written ${account.display_name || 'nowhere'}`, () => {
      const [one] = threadOf([
        post('2', { account: { id: '5', username: 'ben', acct: 'ben', ...account } }),
      ]).comments;
      expect(one!.author.name).to.equal(name);
    });
  }

  it('stand where they are answered: under an orphan, a circle, or the post itself', () => {
    const page = threadOf([
      post('2', { in_reply_to_id: '999' }),
      post('3', { in_reply_to_id: '2' }),
      post('4', { in_reply_to_id: null }),
    ]);
    const tree = commentTree(page.comments).map(({ comment, replies }) => [
      comment.id,
      replies.map((reply) => reply.comment.id),
    ]);
    expect(tree).to.deep.equal([
      ['2', ['3']],
      ['4', []],
    ]);
  });
});

describe('What people on Mastodon would not have shown', () => {
  it('is what was not written for everybody', () => {
    for (const visibility of ['public', 'unlisted', undefined, null, {}])
      expect(isForEverybody({ visibility }), JSON.stringify(visibility)).to.equal(true);
    for (const visibility of ['private', 'direct', 'local', 'list', 5])
      expect(isForEverybody({ visibility }), JSON.stringify(visibility)).to.equal(false);
  });

  it('takes all that answers it along, in any order and in a circle', () => {
    const page = threadOf([
      post('4', { in_reply_to_id: '3' }),
      post('3', { in_reply_to_id: '2' }),
      post('2', { visibility: 'direct', in_reply_to_id: '4' }),
      post('5'),
    ]);
    expect(ids(page)).to.deep.equal(['5']);
    expect(page.total).to.equal(1);
  });

  it('is an account that moderators took out of sight; its place stays', () => {
    expect(isOutOfSight({ suspended: true })).to.equal(true);
    expect(isOutOfSight({ limited: true })).to.equal(true);
    for (const account of [{}, { limited: false, suspended: null }, { suspended: 'no' }, null])
      expect(isOutOfSight(account)).to.equal(false);
  });

  it('is, to search engines, whoever does not want to be found', () => {
    expect(isIndexable({})).to.equal(true);
    expect(isIndexable({ indexable: true, noindex: false })).to.equal(true);
    expect(isIndexable({ indexable: false })).to.equal(false);
    expect(isIndexable({ indexable: true, noindex: true })).to.equal(false);
    expect(isIndexable(null)).to.equal(true);
  });
});

describe('A thread on Mastodon that is not whole', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => post(`${index + 2}`));
  const chain = (levels: number, last: object = {}) =>
    Array.from({ length: levels }, (_, index) =>
      post(`${index + 2}`, {
        in_reply_to_id: index ? `${index + 1}` : ROOT,
        ...(index === levels - 1 && last),
      }),
    );

  it('says so where the server gives as many as it ever does, or fewer than it counts', () => {
    expect(threadOf(many(60)).truncated).to.equal('cap');
    const fewer = threadOf(many(3), { replies_count: 70 });
    expect([fewer.truncated, fewer.total]).to.deep.equal(['cap', 70]);
  });

  it('says so where it goes no deeper', () => {
    expect(threadOf(chain(20, { replies_count: 2 })).truncated).to.equal('depth');
  });

  it('says nothing of the sort where all is there', () => {
    const whole = threadOf(many(59), { replies_count: 59 });
    expect([whole.truncated, whole.total, whole.cursor]).to.deep.equal([undefined, 59, undefined]);
    expect(threadOf(chain(20)).truncated).to.equal(undefined);
    expect(threadOf(chain(19, { replies_count: 2 })).truncated).to.equal(undefined);
  });

  for (const [status, kind] of [
    [401, 'auth'],
    [403, 'auth'],
    [404, 'gone'],
    [410, 'gone'],
    [500, 'server'],
  ] as const) {
    it(`is told as ${kind} where the server answers ${status}`, async () => {
      const { source } = sourceFor(() => refusal(status, { error: 'No' }));
      expect(await failureOf(source)).to.include({ name: 'SourceError', kind });
    });
  }

  it('F9: waits for as long as the server says in its own header', async () => {
    const reset = new Date(Date.now() + 200_000).toISOString();
    const { asked, source } = sourceFor(() => refusal(429, {}, { 'x-ratelimit-reset': reset }));
    const failed = (await failureOf(source)) as SourceError;
    expect(failed.kind).to.equal('rate');
    expect(failed.retryAt).to.be.closeTo(Date.parse(reset), 10_000);
    expect(asked, 'once each').to.have.length(2);
  });

  for (const [status, context] of [
    [{}, { descendants: [] }],
    [[], { descendants: [] }],
    [recorded.status, {}],
    [recorded.status, []],
    [recorded.status, { descendants: 'none' }],
  ] as const) {
    it(`is none in ${JSON.stringify([status, context]).slice(0, 60)}`, async () => {
      const { source } = sourceFor((url) => (url.endsWith('/context') ? context : status));
      expect(await failureOf(source)).to.include({ name: 'SourceError', kind: 'server' });
    });
  }
});

describe('What is asked of Mastodon', () => {
  it('T11, T25: is two questions to the host of the post, without cookies or a token', async () => {
    const { asked, source } = sourceFor(answers(recorded), `${PAGE}?access_token=secret`);
    await source.load({ sort: 'newest' });
    expect(asked.map(({ url }) => url)).to.deep.equal([API, `${API}/context`]);
    for (const { request } of asked) {
      expect([request.method, request.credentials]).to.deep.equal(['GET', 'omit']);
      expect([...request.headers]).to.deep.equal([['accept', 'application/json']]);
    }
  });

  for (const [src, url] of [
    [`https://social.example/@jana@elsewhere.example/${ROOT}/?x#y`, API],
    [`https://social.example/users/newsroom/statuses/${ROOT}`, API],
    [`https://social.example/ap/users/7/statuses/${ROOT}`, API],
    [
      'https://pleroma.example/notice/AbCdEf123',
      'https://pleroma.example/api/v1/statuses/AbCdEf123',
    ],
    ['http://127.0.0.1:8000/@newsroom/1', 'http://127.0.0.1:8000/api/v1/statuses/1'],
    [`https://reader:secret@social.example/@newsroom/${ROOT}`, API],
  ] as const) {
    it(`is ${url} for ${src}`, async () => {
      const { asked, source } = sourceFor(answers(recorded), src);
      await source.load({});
      expect(asked[0]!.url).to.equal(url);
    });
  }

  for (const src of [
    'https://social.example/@newsroom',
    'https://social.example/@newsroom/../../oauth/1',
    'https://social.example/@newsroom/abc',
    'https://social.example/notice/a%2Fb',
    `javascript://social.example/@newsroom/${ROOT}`,
    `/@newsroom/${ROOT}`,
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
    away.abort();
    const { source } = sourceFor(answers(recorded));
    const failed = await source.load({ signal: away.signal }).catch((error: unknown) => error);
    expect(failed).to.include({ name: 'AbortError' });
  });
});

describe('How many answered on Mastodon', () => {
  it('is asked of the server of each post, once', async () => {
    const other = 'https://other.example/@ben/7';
    const { asked, source } = sourceFor((url) => ({
      replies_count: url.includes('other') ? 3 : 6,
    }));
    expect(source.can).to.deep.equal(['count']);
    const counts = await source.count!([PAGE, other, PAGE]);
    expect(asked.map(({ url }) => url)).to.deep.equal([
      API,
      'https://other.example/api/v1/statuses/7',
    ]);
    expect([...counts]).to.deep.equal([
      [PAGE, 6],
      [other, 3],
    ]);
  });

  it('leaves out what nobody knows', async () => {
    const page = (host: string) => `https://${host}.example/@ben/1`;
    const { source } = sourceFor((url) =>
      url.includes('gone')
        ? refusal(404)
        : url.includes('odd')
          ? { replies_count: 'x' }
          : { replies_count: 2 },
    );
    const counts = await source.count!([page('gone'), page('odd'), 'nonsense', page('well')]);
    expect([...counts]).to.deep.equal([[page('well'), 2]]);
  });

  it('needs no post of its own', async () => {
    const { fetch } = network(() => ({ replies_count: 2 }));
    expect([...(await comments({ fetch }).count!([PAGE]))]).to.deep.equal([[PAGE, 2]]);
  });
});

describe('A poisoned thread on Mastodon', () => {
  const deep = (): Answers => {
    const copy = structuredClone(poisoned);
    for (let level = 1; level <= 50; level++)
      copy.context.descendants.push(
        post(`deep${level}`, {
          in_reply_to_id: level > 1 ? `deep${level - 1}` : '20023',
          content: `<p>Level ${level}.</p>`,
        }),
      );
    return copy;
  };

  it('T25: is inert, and everything else in it is shown', () => {
    const page = read(deep());
    expectSound(page);
    expectSound(page, markupAlone);
    const said = page.comments.map(shownOf);
    for (const words of [
      'Named oddly.',
      'Half � a character',
      'In a circle, one.',
      'In a circle, two.',
      'I answer myself.',
      'I come twice.',
      'With a prototype.',
      'An orphan.',
      'Still here.',
      'Level 1.',
      'Level 50.',
    ])
      expect(said, words).to.include(words);
    for (const words of [
      'I come twice, the second time.',
      'I say that I am the root.',
      'A secret in a circle.',
      'An answer to the secret.',
    ])
      expect(said, words).not.to.include(words);
    const tree = commentTree(page.comments);
    const count = (nodes: typeof tree): number =>
      nodes.reduce((sum, { replies }) => sum + 1 + count(replies), 0);
    expect(count(tree)).to.equal(page.comments.length);
  });

  it('T1, T25: keeps the words of hostile HTML, and of its links the honest one', () => {
    const [first] = read(poisoned).comments.filter(({ id: one }) => one === '20010');
    const html = markupOf(first!);
    for (const words of ['Loud', 'one', 'two', 'three', 'four']) expect(html).to.contain(words);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).to.include(
      'https://fine.example/',
    );
    expect(html).not.to.match(/script|style|onclick|class=|id=/);
  });

  it('T21, T25: has names that turn and hide nothing once they are shown', () => {
    const odd = read(poisoned).comments.find(({ id: one }) => one === '20011')!;
    expect(tidyName(odd.author.name)).to.equal('Admin <img src=x onerror=xss()>');
    expect(
      plain([odd.author.url, odd.author.avatar, odd.url, odd.lang, odd.warning]),
    ).to.deep.equal([null, null, null, null, '<script>xss()</script>']);
  });

  it('T17: keeps a comment whose fields are of other kinds', () => {
    const found = read(poisoned).comments.find(({ id: one }) => one === '20013');
    expect(plain(found)).to.deep.equal({
      id: '20013',
      parentId: null,
      origin,
      publishedAt: '',
      author: { name: '' },
      body: { text: '' },
      state: 'visible',
      url: 'https://social.example/@u/20013',
      lang: 'en',
      counts: { reposts: 4 },
    });
  });

  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`T17: changed at random gives comments or a plain refusal, 250 times (seed ${seed})`, () => {
      fc.assert(
        fc.property(mutationsOf(seed % 2 ? recorded : poisoned), (data) => {
          let page: CommentPage;
          try {
            const { status, context } = (data ?? {}) as Answers;
            page = readContext(status, context, address);
          } catch (error) {
            expect((error as SourceError).kind).to.equal('server');
            return;
          }
          expectSound(page, markupAlone);
        }),
        { seed, numRuns: 250 },
      );
    });
  }
});
