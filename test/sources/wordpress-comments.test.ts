import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Comment } from '../../src/content/comment.js';
import {
  as,
  closed,
  failure,
  isStatus,
  item,
  json,
  LIST,
  load,
  open,
  SITE,
  site,
  type Answer,
  type Options,
  type Source,
} from './wordpress-site.js';

describe('Comments of a WordPress, read', () => {
  for (const version of ['7.1.1', '6.1.9'] as const) {
    it(`come as ${version} gives them: who, when, what, and under which`, async () => {
      const { source } = site((url) => (isStatus(url) ? open() : as('comments-list-asc', version)));
      const { comments: list, total, cursor, closed: isClosed } = await load(source);
      expect(list).to.have.length(3);
      expect(total).to.equal(3);
      expect([cursor, isClosed]).to.deep.equal([undefined, undefined]);
      const [first, second, third] = list as [Comment, Comment, Comment];
      expect(first.author.name).to.equal('Anna Berg');
      expect(first.author.url).to.equal('https://anna.example.org/');
      expect(first.author.avatar).to.match(/gravatar\.com\/.*s=96/);
      expect(first.publishedAt).to.match(/^2026-11-2\dT\d\d:\d\d:\d\dZ$/);
      expect(first.body).to.deep.equal({
        html: '<p>Good summary of the Prague meeting.</p>\n<p>Is there a link to the <strong>official</strong> press release?</p>\n',
      });
      expect(first.url).to.match(/#comment-\d+$/);
      expect(second.author.url).to.equal(undefined);
      expect([first.parentId, second.parentId, third.parentId]).to.deep.equal([
        null,
        first.id,
        second.id,
      ]);
      expect(list.map(({ state }) => state)).to.deep.equal(['visible', 'visible', 'visible']);
    });
  }

  it('T11: ask another site for no more than it may be asked, and tell it nothing', async () => {
    const { source, asked } = site((url) => (isStatus(url) ? open() : as('comments-list-asc')), {
      nonce: 'secret',
    });
    await load(source);
    expect(asked.sort()).to.deep.equal([
      `GET | ${SITE}/wp-json/wp/v2/comments?post=8&${LIST}&page=1 | omit`,
      `GET | ${SITE}/wp-json/wp/v2/posts/8?_fields=id%2Ccomment_status%2Cauthor | omit`,
    ]);
  });

  it('T11: carry the nonce to the own site, and none once it is stale', async () => {
    const { source, asked } = site(
      (url, { headers }) => {
        if (headers) return as('rest-bad-nonce');
        return isStatus(url) ? open() : as('comments-list-asc');
      },
      { origin: SITE, nonce: () => Promise.resolve('old') },
    );
    expect((await load(source)).comments).to.have.length(3);
    expect((await load(source)).comments).to.have.length(3);
    const lists = asked.filter((one) => one.includes('/comments?'));
    const plain = `GET | ${SITE}/wp-json/wp/v2/comments?post=8&${LIST}&page=1 | same-origin`;
    expect(lists).to.deep.equal([`${plain} | x-wp-nonce: old`, plain, plain]);
  });

  it('come five pages at once, and the next five from where those end', async () => {
    const totals = { 'x-wp-total': '737', 'x-wp-totalpages': '8' };
    const { source, asked } = site((url) =>
      isStatus(url)
        ? open()
        : json([item(Number(url.searchParams.get('page')) * 100)], 200, totals),
    );
    const first = await load(source, { sort: 'newest' });
    expect(first.comments.map(({ id }) => id)).to.deep.equal(['100', '200', '300', '400', '500']);
    expect(first.total).to.equal(737);
    expect(asked[0]).to.include('order=desc');
    const second = await load(source, { sort: 'newest', cursor: first.cursor });
    expect(second.comments.map(({ id }) => id)).to.deep.equal(['600', '700', '800']);
    expect(second.cursor).to.equal(undefined);
    expect(asked).to.have.length(5 + 1 + 3);
  });

  it('leave a sixth page for the next time, and no seventh', async () => {
    const { source } = site((url) =>
      isStatus(url) ? open() : json([item(1)], 200, { 'x-wp-totalpages': '6' }),
    );
    const { cursor } = await load(source);
    const last = await load(source, { cursor });
    expect([last.comments.length, last.cursor]).to.deep.equal([1, undefined]);
  });

  it('come page by page as recorded, with a reply whose parent is on another page', async () => {
    const { source } = site((url) => {
      if (isStatus(url)) return open();
      return as(url.searchParams.get('page') === '1' ? 'comments-page1' : 'comments-page2');
    });
    const page = await load(source);
    expect(page.comments.map(({ id, parentId }) => [id, parentId])).to.deep.equal([
      ['5', null],
      ['6', '5'],
      ['7', '6'],
    ]);
  });

  it('end where a page fails, and go on from there', async () => {
    let isBroken = true;
    const { source } = site((url) => {
      if (isStatus(url)) return open();
      const page = Number(url.searchParams.get('page'));
      if (page === 3 && isBroken) return json({ code: 'internal' }, 500);
      return json([item(page)], 200, { 'x-wp-total': '400', 'x-wp-totalpages': '4' });
    });
    const first = await load(source);
    expect(first.comments.map(({ id }) => id)).to.deep.equal(['1', '2']);
    isBroken = false;
    const second = await load(source, { cursor: first.cursor });
    expect(second.comments.map(({ id }) => id)).to.deep.equal(['3', '4']);
    expect(second.cursor).to.equal(undefined);
  });

  it('go on after a full page where the number of pages cannot be read', async () => {
    const { source } = site((url) => {
      if (isStatus(url)) return open();
      const start = Number(url.searchParams.get('page')) * 1000;
      return json(Array.from({ length: start < 3000 ? 100 : 7 }, (_, at) => item(start + at)));
    });
    const first = await load(source);
    expect(first.comments).to.have.length(200);
    expect(first.total).to.equal(undefined);
  });

  it('are closed where the post says so; whoever wrote the story is marked', async () => {
    const { source } = site((url) =>
      isStatus(url) ? closed() : json([item(1, { author: 1 }), item(2, { author: 2 })]),
    );
    const page = await load(source);
    expect(page.closed).to.equal(true);
    expect(page.comments.map(({ author }) => author.isArticleAuthor)).to.deep.equal([
      true,
      undefined,
    ]);
  });

  it('are shown though the post says nothing of itself', async () => {
    const { source, asked } = site((url) =>
      isStatus(url)
        ? url.pathname.includes('/posts/')
          ? as('post-missing')
          : json({}, 500)
        : as('comments-list-asc'),
    );
    expect((await load(source)).comments).to.have.length(3);
    expect(asked).to.have.length(3);
  });

  it('read the signs that WordPress writes by name or number, and invent no date', async () => {
    const { source } = site((url) =>
      isStatus(url)
        ? open()
        : json([
            item(1, { author_name: 'Tom &amp; &quot;Jerry&quot; O&#8217;Dea &hellip; &b&euml;l;' }),
            item(2, { date_gmt: '0000-00-00T00:00:00', status: 'hold' }),
            item(3, { type: 'pingback', parent: 1 }),
          ]),
    );
    const [first, second, ping] = (await load(source)).comments;
    expect(first!.author.name).to.equal('Tom & "Jerry" O’Dea … &b&euml;l;');
    expect([second!.publishedAt, second!.state]).to.deep.equal(['', 'pending']);
    expect(ping!.parentId, 'answers nobody').to.equal(null);
  });

  it('need the reader to sign in where the post has a password', async () => {
    const { source } = site((url) =>
      isStatus(url) ? open() : json({ code: 'rest_cannot_read_post', message: 'No.' }, 401),
    );
    expect((await failure(load(source))).kind).to.equal('auth');
  });

  it('fail as offline, busy or broken, and not as none', async () => {
    const cases: [Answer, string][] = [
      [() => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
      [() => json({ message: 'Wait' }, 429), 'rate'],
      [() => json({ code: 'rest_no_route' }, 404), 'gone'],
      [() => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'server'],
      [
        () => new Response('<h1>Hello</h1>', { headers: { 'content-type': 'text/html' } }),
        'server',
      ],
    ];
    for (const [answer, kind] of cases)
      expect((await failure(load(site(answer).source))).kind).to.equal(kind);
  });

  it('T17: 5,000 odd answers make no error and no odd words', async () => {
    const keys = ['id', 'parent', 'author_name', 'content', 'rendered', 'date_gmt', 'type'];
    const key = fc.constantFrom(...keys, 'author_avatar_urls', '__proto__', 'constructor');
    const odd = fc.constantFrom(
      ...[null, true, 0, -1, 1e300, '', '<p>', '\u0000', 'javascript:alert(1)', '\ud800'],
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        odd,
        fc.string(),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    const shapes = fc.sample(tree, { numRuns: 5000, seed: 17 });
    for (let from = 0; from < shapes.length; from += 100) {
      const some = shapes.slice(from, from + 100);
      const inside = some.map((shape, index) => item(index, shape as object));
      const { source } = site((url) => json(isStatus(url) ? some[0] : [...some, ...inside, some]));
      const { comments: list } = await load(source);
      expect(list.every(({ id, author }) => id && typeof author.name === 'string')).to.equal(true);
      expect(JSON.stringify(list)).not.to.match(/undefined|\[object Object\]|NaN/);
    }
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    const { source } = site((url) => json(isStatus(url) ? [] : { comments: [item(1)] }));
    expect((await load(source)).comments, 'no list is none').to.deep.equal([]);
  });

  it('T25: a poisoned comment keeps its place and loses what is dangerous', async () => {
    const poison = item(1, {
      author_name: '<img src=x onerror=alert(1)>',
      author_url: 'javascript:alert(1)',
      link: 'data:text/html,<script>alert(1)</script>',
      author_avatar_urls: { 24: 'https://a.example/24', 96: 'javascript:alert(1)' },
      content: { rendered: ['<p>'] },
      author_email: 'ada@example.org',
    });
    const { source } = site((url) => (isStatus(url) ? open() : json([poison, item(2)])));
    const { comments: list } = await load(source);
    expect(list[0]!.author).to.deep.equal({
      name: '<img src=x onerror=alert(1)>', // text: the writer escapes it
      url: undefined,
      avatar: undefined,
      isArticleAuthor: undefined,
    });
    expect([list[0]!.url, list[0]!.body]).to.deep.equal([undefined, { text: '' }]);
    expect(JSON.stringify(list)).not.to.include('@');
    expect(list).to.have.length(2);
  });
});

describe('Which WordPress is meant', () => {
  /** What is asked first of all about a post. */
  const firstAsked = async (options: Options, answer: Answer = open) => {
    const { source, asked } = site(answer, { post: undefined, ...options });
    await load(source).catch(() => undefined);
    return asked.map((one) => one.split(' | ')[1]!.replace(/[?&](?:order|_fields)=.*/, ''));
  };

  const places: [string, Options, string][] = [
    ['a site', { src: 'https://a.example', post: '8' }, 'https://a.example/wp-json/'],
    [
      'a site in a folder',
      { src: 'https://a.example/blog/', post: '8' },
      'https://a.example/blog/wp-json/',
    ],
    [
      'its list of comments',
      { src: 'https://a.example/x/wp-json/wp/v2/comments?post=8&per_page=3' },
      'https://a.example/x/wp-json/',
    ],
    [
      'a post of its interface',
      { src: 'https://a.example/wp-json/wp/v2/posts/8' },
      'https://a.example/wp-json/',
    ],
    [
      'the interface itself',
      { src: 'https://a.example/wp-json/', post: '8' },
      'https://a.example/wp-json/',
    ],
    [
      'an address by number',
      { src: 'https://a.example/blog/?p=8' },
      'https://a.example/blog/wp-json/',
    ],
    [
      'nothing, on its own page',
      { origin: 'https://a.example', post: '8' },
      'https://a.example/wp-json/',
    ],
    [
      'a path on its own page',
      { origin: 'https://a.example', src: '/blog', post: '8' },
      'https://a.example/blog/wp-json/',
    ],
  ];
  for (const [name, options, root] of places) {
    it(`is known by ${name}`, async () => {
      const src = 'src' in options ? options.src : undefined;
      expect(await firstAsked({ ...options, src })).to.include.members([
        `${root}wp/v2/posts/8`,
        `${root}wp/v2/comments?post=8`,
      ]);
    });
  }

  it('is known by an address without pretty ones', async () => {
    for (const src of [
      'https://a.example/index.php?rest_route=/wp/v2/comments&post=8',
      'https://a.example/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F8',
    ])
      expect(await firstAsked({ src })).to.include.members([
        'https://a.example/index.php?rest_route=/wp/v2/posts/8',
        'https://a.example/index.php?rest_route=/wp/v2/comments&post=8',
      ]);
  });

  it('is asked its own way where it answers pretty addresses with a page', async () => {
    const { source, asked } = site((url) => {
      if (url.pathname.startsWith('/wp-json'))
        return new Response('<h1>Home</h1>', { headers: { 'content-type': 'text/html' } });
      return url.search.includes('/posts/') ? open() : as('comments-list-asc');
    });
    expect((await load(source)).comments).to.have.length(3);
    await load(source);
    expect(asked.filter((one) => one.includes('wp-json'))).to.have.length(2);
    expect(asked.at(-1)).to.include(`${SITE}/index.php?rest_route=/wp/v2/`);
  });

  it('is asked once for the number of a slug, which tells of the post too', async () => {
    const { source, asked } = site(
      (url) =>
        url.pathname.endsWith('/posts')
          ? json([{ id: 8, comment_status: 'closed' }])
          : as('comments-list-asc'),
      { post: 'the-story' },
    );
    expect((await load(source)).closed).to.equal(true);
    expect(asked).to.have.length(2);
    expect(asked[0]).to.include('/posts?slug=the-story&_fields=id%2Ccomment_status%2Cauthor');
  });

  it('F27: is looked up once though the first who asked has left', async () => {
    const { source, asked } = site(
      (url) => (url.pathname.endsWith('/posts') ? json([{ id: 8 }]) : as('comments-list-asc')),
      { post: 'the-story' },
    );
    const leaving = new AbortController();
    const first = failure(load(source, { signal: leaving.signal }));
    leaving.abort();
    expect((await load(source)).comments).to.have.length(3);
    expect((await first).name).to.equal('AbortError');
    expect(asked.filter((one) => one.includes('slug='))).to.have.length(1);
  });

  it('is looked up among pages too, and says when nobody knows it', async () => {
    const { source, asked } = site(() => json([]), { post: 'nowhere' });
    expect((await failure(load(source))).kind).to.equal('gone');
    expect(asked.map((one) => one.split(/[ ?]/)[2]!.split('/').at(-1))).to.deep.equal([
      'posts',
      'pages',
    ]);
  });

  it('is found by the slug of a page elsewhere, and by what a page of the own site says of itself', async () => {
    const page = 'https://a.example/blog/2026/the-story/';
    const away = await firstAsked({ src: page }, () => json([{ id: 8 }]));
    expect(away[0]).to.equal('https://a.example/wp-json/wp/v2/posts?slug=the-story');

    const links = [
      '<https://a.example/blog/wp-json/>; rel="https://api.w.org/"',
      '<https://a.example/blog/wp-json/wp/v2/pages/8>; rel="alternate"; title="JSON"; type="application/json"',
      '<https://a.example/blog/?p=8>; rel=shortlink',
    ].join(', ');
    const home = await firstAsked({ src: page, origin: 'https://a.example' }, (_, { method }) =>
      method === 'HEAD' ? new Response(null, { headers: { link: links } }) : open(),
    );
    expect(home[0]).to.equal(page);
    expect(home.slice(1)).to.have.members([
      'https://a.example/blog/wp-json/wp/v2/pages/8',
      'https://a.example/blog/wp-json/wp/v2/comments?post=8',
    ]);
  });

  it('must be said', async () => {
    for (const options of [{ src: undefined }, { src: 'nonsense' }, { src: 'ftp://a.example' }]) {
      const { source } = site(open, { origin: '', ...options });
      expect(await failure(load(source))).to.be.instanceOf(TypeError);
    }
    const { source } = site(open, { post: undefined });
    expect(await failure(load(source)), 'not the comments of the whole site').to.be.instanceOf(
      TypeError,
    );
  });
});

describe('Counts of a WordPress', () => {
  const posts = (...ids: number[]) => ids.map((id) => ({ post: id }));
  const counts = async (source: Source, ...ids: string[]) =>
    Object.fromEntries(await source.count!(ids));

  it('come for many posts in one request', async () => {
    const { source, asked } = site(
      () => json(posts(1, 3, 1), 200, { 'x-wp-total': '3', 'x-wp-totalpages': '1' }),
      { post: undefined },
    );
    expect(await counts(source, '1', '2', '3', '1')).to.deep.equal({ 1: 2, 2: 0, 3: 1 });
    expect(asked).to.deep.equal([
      `GET | ${SITE}/wp-json/wp/v2/comments?post=1%2C2%2C3&per_page=100&page=1&_fields=post | omit`,
    ]);
  });

  it('come in up to five pages, and post by post beyond', async () => {
    for (const [pages, requests, expected] of [
      ['3', 3, { 1: 3, 2: 0 }],
      ['6', 3, { 1: 41, 2: 42 }],
    ] as const) {
      const { source, asked } = site(({ searchParams }) => {
        const one = searchParams.get('post')!;
        if (searchParams.get('per_page') === '1')
          return json([], 200, { 'x-wp-total': String(40 + Number(one)) });
        return json(posts(1), 200, { 'x-wp-totalpages': pages });
      });
      expect(await counts(source, '1', '2')).to.deep.equal(expected);
      expect(asked).to.have.length(requests);
    }
  });

  it('of one post are read from a header', async () => {
    const { source, asked } = site(() => json([{ id: 1 }], 200, { 'x-wp-total': '1234' }));
    expect(await counts(source, '8')).to.deep.equal({ 8: 1234 });
    expect(asked[0]).to.include('comments?post=8&per_page=1&_fields=id');
  });

  it('leave out a post that has a password, and one that nobody knows', async () => {
    const { source } = site(({ pathname, searchParams }) => {
      if (pathname.endsWith('/posts'))
        return json([{ id: 3, slug: '%d0%bf%d1%80%d0%b0%d0%b3%d0%b0' }]);
      const one = searchParams.get('post')!;
      if (/\b2\b/.test(one)) return json({ code: 'rest_cannot_read_post' }, 401);
      return json([], 200, { 'x-wp-total': one });
    });
    expect(await counts(source, '1', '2', 'прага', 'nowhere')).to.deep.equal({ 1: 1, прага: 3 });
  });

  it('fail when the site does', async () => {
    const { source } = site(() => json({}, 500));
    expect((await failure(source.count!(['1', '2']))).kind).to.equal('server');
  });
});
