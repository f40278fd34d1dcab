import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { CommentDraft } from '../../src/content/comment.js';
import type { SourceError } from '../../src/sources/comment-source.js';
import {
  as,
  classic,
  closed,
  failure,
  isPost,
  isStatus,
  item,
  json,
  open,
  post,
  SITE,
  site,
  type Answer,
  type Options,
} from './wordpress-site.js';

describe('A comment posted to a WordPress', () => {
  it('is published, and shown as the site keeps it', async () => {
    const { source } = site(() => as('rest-anon-ok'));
    const { status, comment } = await post(source);
    expect(status).to.equal('published');
    expect(comment).to.include({ id: '8', parentId: null, state: 'visible' });
    expect(comment!.body).to.deep.equal({ html: '<p>A comment 2</p>\n' });
    expect((await post(site(() => as('rest-reply')).source)).comment!.parentId).to.equal('5');
  });

  it('F35: is held, and shown as waiting from the answer, since it cannot be read again', async () => {
    for (const version of ['7.1.1', '6.1.9'] as const) {
      const { status, comment } = await post(site(() => as('rest-moderated', version)).source);
      expect([status, comment!.state]).to.deep.equal(['held', 'pending']);
    }
  });

  it('is thrown away for a word that the site does not allow, and not shown', async () => {
    const result = await post(site(() => as('rest-disallowed')).source);
    expect(result).to.deep.equal({ status: 'trashed' });
  });

  it('T11: goes to another site without cookies and without any header but its type', async () => {
    const { source, asked } = site(() => as('rest-anon-ok'), { nonce: 'secret' });
    await post(source, {
      parentId: '5',
      consent: true,
      fields: { captcha: 'x' },
      author: { name: 'Cara', email: 'cara@example.org', url: 'https://cara.example' },
    });
    expect(asked).to.deep.equal([
      `POST | ${SITE}/wp-json/wp/v2/comments | omit | content-type: application/json | manual | {"post":8,"parent":5,"content":"A comment 2","author_name":"Cara","author_email":"cara@example.org","author_url":"https://cara.example"}`,
    ]);
  });

  it('T11: goes to the own site with the nonce, and again without a stale one', async () => {
    const { source, asked } = site(
      (_, { headers }) =>
        'x-wp-nonce' in (headers as object) ? as('rest-bad-nonce') : as('rest-anon-ok'),
      { origin: SITE, nonce: 'old' },
    );
    expect((await post(source, { author: { name: 'Cara' } })).status).to.equal('published');
    const start = `POST | ${SITE}/wp-json/wp/v2/comments | same-origin | content-type: application/json`;
    expect(asked).to.deep.equal([
      `${start} | x-wp-nonce: old | manual | {"post":8,"parent":0,"content":"A comment 2"}`,
      `${start} | manual | {"post":8,"parent":0,"content":"A comment 2","author_name":"Cara","author_email":"","author_url":""}`,
    ]);
  });

  const nobody = { name: '', email: '' };
  const refusals: [string, Partial<CommentDraft>, string, Record<string, RegExp>][] = [
    [
      'rest-no-name',
      { author: { name: ' ', email: 'a@b.example' } },
      'invalid',
      { author: /valid author name/ },
    ],
    ['rest-no-email', { author: { name: 'Cara' } }, 'invalid', { email: /valid author name/ }],
    ['rest-neither', { author: nobody }, 'invalid', { author: /./, email: /./ }],
    ['rest-bad-email', {}, 'invalid', { email: /^Invalid email address\.$/ }],
    ['rest-empty', { text: ' ' }, 'invalid', { comment: /^Invalid comment content\.$/ }],
    ['rest-long-name', {}, 'invalid', { author: /maximum length/ }],
    ['rest-long-content', {}, 'too-long', { comment: /maximum length/ }],
    ['rest-duplicate', {}, 'duplicate', {}],
    ['rest-closed', {}, 'closed', {}],
    ['rest-missing-post', {}, 'gone', {}],
  ];
  for (const [name, over, kind, fields] of refusals) {
    it(`F4: is refused (${name}) as ${kind}, with the site's words at the field they are about`, async () => {
      const error = await failure(post(site(() => as(name)).source, over));
      expect(error.kind).to.equal(kind);
      expect(Object.keys(error.fields)).to.deep.equal(Object.keys(fields));
      for (const [field, words] of Object.entries(fields))
        expect(error.fields[field]).to.match(words);
    });
  }

  it('reads the signs in the words of a refusal, and shows what a plugin says at the comment', async () => {
    const error = await failure(post(site(() => as('rest-duplicate')).source));
    expect(error.message).to.include('you’ve already said that!');
    const plugin = { code: 'acme_robot', message: '<strong>Error:</strong> No &lt;robots&gt;.' };
    const { fields } = await failure(post(site(() => json(plugin, 400)).source));
    expect(fields).to.deep.equal({ comment: 'No <robots>.' });
  });

  it('F9: may be sent again 15 seconds after one that came too soon', async () => {
    const start = Date.now();
    const { kind, retryAt } = await failure(post(site(() => as('rest-flood')).source));
    expect(kind).to.equal('rate');
    expect(retryAt).to.be.within(start + 15_000, Date.now() + 15_000);
  });

  it('F11: is not believed to be kept, or lost, when the answer tells nothing', async () => {
    const answers: [Response, string][] = [
      [new Response('<h1>Hello</h1>', { headers: { 'content-type': 'text/html' } }), 'unknown'],
      [json({}), 'unknown'],
      [json([item(1)]), 'unknown'],
      [new Response('', { status: 200 }), 'unknown'],
      [new Response('<h1>Oh</h1>', { status: 500 }), 'server'],
    ];
    for (const [answer, kind] of answers)
      expect((await failure(post(site(() => answer).source))).kind).to.equal(kind);
  });

  it('F13: is led nowhere else; a site that tries wants the reader to sign in', async () => {
    const answer = Object.defineProperties(new Response(''), {
      status: { value: 0 },
      type: { value: 'opaqueredirect' },
    });
    expect((await failure(post(site(() => answer).source))).kind).to.equal('auth');
  });

  it('F3: is found in the list after an answer was lost, and not sent again', async () => {
    let posts = 0;
    const { source, asked } = site((_, init) => {
      if (!isPost(init)) {
        const found = item(9, {
          author_name: 'Cara Lund',
          content: {
            rendered:
              '<p>It&#8217;s &#8220;fine&#8221; &#8211; isn&#8217;t it&#8230; <b>So</b>?</p>',
          },
        });
        return json([item(10), found]);
      }
      posts++;
      throw new TypeError('Failed to fetch');
    });
    const text = 'It\'s "fine" -- isn\'t it... <b>So</b>?';
    expect((await failure(post(source, { text }))).kind).to.equal('offline');
    const result = await post(source, { text });
    expect([result.status, result.comment!.id, posts]).to.deep.equal(['published', '9', 1]);
    expect(asked.at(-1)).to.match(/order=desc&per_page=50.*omit \| no-store$/);
  });

  it('F3: is sent again when it is not in the list, and not when another has said the same', async () => {
    let isLost = true;
    const { source, asked } = site((_, init) => {
      if (!isPost(init)) return json([item(9, { content: { rendered: '<p>A comment 2</p>' } })]);
      if (isLost) return new Response('', { status: 504 });
      return as('rest-anon-ok');
    });
    expect((await failure(post(source))).kind).to.equal('server');
    isLost = false;
    expect((await post(source)).comment!.id).to.equal('8');
    expect(asked.map((one) => one.slice(0, 4))).to.deep.equal(['POST', 'GET ', 'POST']);
    await post(source);
    expect(asked, 'a settled key is not looked for').to.have.length(4);
  });

  it('F7: counts as sent when the site has it already after a lost answer', async () => {
    for (const [list, status] of [
      [() => json([]), 'held'],
      [() => json({ code: 'rest_forbidden' }, 403), 'published'],
    ] as const) {
      let isLost = true;
      const { source } = site((_, init) => {
        if (!isPost(init)) return list();
        if (isLost) throw new TypeError('Failed to fetch');
        return as('rest-duplicate');
      });
      await failure(post(source));
      isLost = false;
      expect(await post(source)).to.deep.equal({ status });
      expect((await failure(post(source, {}, 'another key'))).kind).to.equal('duplicate');
    }
  });

  it('F1: stays unsent while the list cannot be reached', async () => {
    const { source, asked } = site(() => Promise.reject(new TypeError('Failed to fetch')));
    await failure(post(source));
    expect((await failure(post(source))).kind).to.equal('offline');
    expect(asked.map((one) => one.slice(0, 4))).to.deep.equal(['POST', 'GET ']);
  });

  it('F2: may have been sent when no answer came in time', async () => {
    const { source } = site(
      (_, { signal }) =>
        new Promise((_resolve, reject) =>
          signal!.addEventListener('abort', () => reject(signal!.reason as Error)),
        ),
      { timeout: 1 },
    );
    expect((await failure(post(source))).kind).to.equal('timeout');
  });
});

describe('Any answer to a comment', () => {
  it('T17: makes a result or an error that a reader can be told', async () => {
    const text = fc.constantFrom('', 'approved', 'hold', 'rest_invalid_param', '<p><', '\u0000');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, 0, -1, 1e300),
        text,
        fc.array(tie('tree'), { maxLength: 2 }),
        fc.dictionary(
          fc.constantFrom(
            'id',
            'status',
            'code',
            'message',
            'data',
            'params',
            'content',
            '__proto__',
          ),
          tie('tree'),
          { maxKeys: 5 },
        ),
      ),
    }));
    const kinds: Record<string, true> = {};
    for (const [index, body] of fc.sample(tree, { numRuns: 1000, seed: 17 }).entries()) {
      const status = [200, 201, 400, 401, 403, 404, 409, 429, 500][index % 9]!;
      const { source } = site(() => json(body, status), { origin: index % 2 ? SITE : undefined });
      const end = await post(source).then(
        (result) => result.status,
        ({ name, kind, message, fields }: SourceError) => {
          expect(name).to.equal('SourceError');
          expect(message + JSON.stringify(fields)).not.to.match(/undefined|\[object |NaN/);
          return kind;
        },
      );
      kinds[end] = true;
    }
    expect(kinds).to.include.all.keys(
      'published',
      'invalid',
      'rate',
      'server',
      'unknown',
      'elsewhere',
    );
  });
});

describe('A WordPress that lets no guest use its interface', () => {
  /** Refuses by the interface, and answers the classic form as recorded. */
  const shut = (answer: () => Response, read: Answer = () => json([]), options: Options = {}) =>
    site(
      (url, init) => {
        if (url.pathname === '/wp-comments-post.php') return answer();
        return isPost(init) ? as('rest-anon-default') : read(url, init);
      },
      { origin: SITE, ...options },
    );

  it('takes the comment on a page of its own when the reader is elsewhere', async () => {
    const { source, asked } = shut(() => classic('classic-ok'), undefined, {
      origin: 'https://news.example',
    });
    const { kind, elsewhere } = await failure(
      post(source, { parentId: '5', consent: true, fields: { captcha: 'x', comment: 'no' } }),
    );
    expect(kind).to.equal('elsewhere');
    expect(elsewhere).to.deep.equal({
      site: '127.0.0.1:9080',
      action: `${SITE}/wp-comments-post.php`,
      fields: {
        captcha: 'x',
        comment: 'A comment 2',
        author: 'Cara Lund',
        email: 'cara@example.org',
        url: '',
        comment_post_ID: '8',
        comment_parent: '5',
        'wp-comment-cookies-consent': 'yes',
      },
    });
    expect(asked, 'the form is never fetched from another site').to.have.length(1);
  });

  it('T11: takes the classic form on its own pages', async () => {
    const { source, asked } = shut(() => classic('classic-ok'));
    await post(source, { parentId: '5' });
    expect(asked[1]).to.equal(
      `POST | ${SITE}/wp-comments-post.php | same-origin | follow | comment=A+comment+2&author=Cara+Lund&email=cara%40example.org&url=&comment_post_ID=8&comment_parent=5`,
    );
  });

  it('has published a comment that is then in its list', async () => {
    const mine = item(25, {
      author_name: 'Cara Lund',
      content: { rendered: '<p>A comment 2</p>' },
    });
    const result = await post(
      shut(
        () => classic('classic-ok'),
        () => json([mine]),
      ).source,
    );
    expect([result.status, result.comment!.id]).to.deep.equal(['published', '25']);
  });

  it('F35: holds a comment, by what it says or by what is not in its list', async () => {
    const said = await post(shut(() => classic('classic-moderated')).source);
    expect(said.status).to.equal('held');
    expect(said.comment).to.include({ id: '32', state: 'pending', parentId: null });
    expect(said.comment!.body).to.deep.equal({ text: 'A comment 2' });
    const silent = await post(shut(() => classic('classic-moderated-consent')).source, {
      consent: true,
    });
    expect([silent.status, silent.comment!.state]).to.deep.equal(['held', 'pending']);
  });

  it('throws a comment away without a word', async () => {
    expect(await post(shut(() => classic('classic-ok')).source)).to.deep.equal({
      status: 'trashed',
    });
  });

  it('has taken a comment also where its list cannot be read', async () => {
    const { source } = shut(
      () => classic('classic-ok'),
      () => Promise.reject(new TypeError('no')),
    );
    expect(await post(source)).to.deep.equal({ status: 'published' });
  });

  const refusals: [string, Partial<CommentDraft>, string, Record<string, string>][] = [
    ['classic-duplicate', {}, 'duplicate', {}],
    ['classic-flood', {}, 'rate', {}],
    [
      'classic-no-name',
      { author: { name: '', email: 'a@b.example' } },
      'invalid',
      { author: 'Please fill the required fields.' },
    ],
    [
      'classic-no-email',
      { author: { name: 'A' } },
      'invalid',
      { email: 'Please fill the required fields.' },
    ],
    [
      'classic-bad-email',
      { author: { name: 'A', email: 'dan@' } },
      'invalid',
      { email: 'Please enter a valid email address.' },
    ],
    ['classic-empty', { text: '' }, 'invalid', { comment: 'Please type your comment text.' }],
    [
      'classic-long-name',
      { author: { name: 'n'.repeat(246), email: 'a@b.example' } },
      'invalid',
      { author: 'Your name is too long.' },
    ],
    [
      'classic-long',
      { text: 'ё'.repeat(40_000) },
      'too-long',
      { comment: 'Your comment is too long.' },
    ],
    ['classic-missing-post', {}, 'gone', {}],
  ];
  for (const [name, over, kind, fields] of refusals) {
    it(`F4: refuses (${name}) as ${kind}, in its own words`, async () => {
      const error = await failure(post(shut(() => classic(name)).source, over));
      expect([error.kind, error.fields]).to.deep.equal([kind, fields]);
      if (kind === 'rate')
        expect(error.retryAt! - Date.now(), 'what WordPress waits').to.be.within(10_000, 15_000);
    });
  }

  it('says what a plugin says beside the comment', async () => {
    const message =
      '<p><strong>FEHLER:</strong> Die Lösung ist <em>falsch</em> &#8211; bitte&nbsp;neu.</p>';
    const error = await failure(post(shut(() => classic('classic-empty', { message })).source));
    expect(error.fields).to.deep.equal({ comment: 'Die Lösung ist falsch – bitte neu.' });
  });

  it('tells closed, gone and signed out apart without reading its language', async () => {
    const shown: [Answer, string | null, string][] = [
      [closed, null, 'closed'],
      [open, null, 'auth'],
      [(url) => (isStatus(url) ? open() : as('rest-held-read-anon')), '99', 'gone'],
      [(url) => (isStatus(url) ? open() : json({ id: 5 })), '5', 'auth'],
    ];
    for (const [read, parentId, kind] of shown) {
      const { source } = shut(() => classic('classic-closed', { message: 'Nein.' }), read);
      expect((await failure(post(source, { parentId }))).kind).to.equal(kind);
    }
  });

  it('F13: sends the reader to sign in', async () => {
    const { source } = shut(() =>
      classic('classic-ok', { location: `${SITE}/wp-login.php?redirect_to=x` }),
    );
    expect((await failure(post(source))).kind).to.equal('auth');
  });

  it('F11: tells nothing by a page of another kind', async () => {
    const page = () =>
      new Response('<h1>Just a moment…</h1>', { headers: { 'content-type': 'text/html' } });
    expect((await failure(post(shut(page).source))).kind).to.equal('unknown');
  });

  it('is asked by its classic form at once, or never, where the page says so', async () => {
    const always = shut(() => classic('classic-moderated'), undefined, { classic: true });
    await post(always.source);
    expect(always.asked).to.have.length(1);
    const never = shut(() => classic('classic-moderated'), undefined, { classic: false });
    expect((await failure(post(never.source))).kind).to.equal('auth');
    expect(never.asked).to.have.length(1);
  });

  it('is known by a plugin that closes the interface, or a missing one, too', async () => {
    for (const answer of [
      json({ code: 'rest_cannot_access' }, 401),
      json({ code: 'rest_no_route' }, 404),
      new Response('<h1>Forbidden</h1>', { status: 403 }),
    ])
      expect((await failure(post(site(() => answer).source))).kind).to.equal('elsewhere');
  });
});
