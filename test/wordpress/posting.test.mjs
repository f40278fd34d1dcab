// What a real WordPress does with what a reader sends, through the source in Node.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { comments } from '../../dist/sources/wordpress.js';
import { kept, reset, set, site } from './site.mjs';

let keys = 0;
const draft = (text, over = {}) => ({
  text,
  parentId: null,
  author: { name: 'Cara Lund', email: 'cara@example.org' },
  ...over,
});
const nameless = { author: { name: '', email: '' } };
const badEmail = { author: { name: 'Cara', email: 'cara@nowhere' } };

/** By the interface, from another site; by the classic form, on its own. */
const ways = {
  interface: (options) => comments({ src: site.url, post: String(site.post), ...options }),
  'classic form': (options) =>
    comments({
      src: site.url,
      post: String(site.post),
      origin: site.url,
      classic: true,
      ...options,
    }),
};

for (const [way, source] of Object.entries(ways)) {
  const isClassic = way !== 'interface';
  const send = (text, over, options) =>
    source(options).post(draft(text, over), { key: `${++keys}` });
  const texts = async () => (await kept()).map(({ text }) => text);

  describe(`a comment sent to WordPress ${site.version} by its ${way}`, () => {
    let ids;
    beforeEach(async () => {
      ids = await reset();
    });

    it('is published, under what it answers', async () => {
      const { status, comment } = await send('“Well” said & done.', { parentId: ids[0] });
      assert.equal(status, 'published');
      assert.equal(comment.parentId, ids[0]);
      assert.equal(comment.author.name, 'Cara Lund');
      assert.equal(comment.state, 'visible');
      const { comments: list } = await source().load({});
      assert.ok(list.some(({ id }) => id === comment.id));
    });

    for (const consent of [false, true]) {
      it(`is held for a moderator${consent ? ', and its author remembered' : ''}`, async () => {
        await set('comment_moderation', 1);
        const { status, comment } = await send('Held.', { consent });
        assert.deepEqual([status, comment.state], ['held', 'pending']);
        assert.equal((await source().load({})).total, 3);
        assert.equal((await texts()).at(-1), 'Held.');
      });
    }

    it('is thrown away for a word that the site does not allow', async () => {
      await set('disallowed_keys', 'casino');
      assert.deepEqual(await send('Come to my casino'), { status: 'trashed' });
      assert.equal((await kept()).at(-1).state, 'trash');
    });

    it('is refused when it is there already', async () => {
      await send('Twice.');
      await assert.rejects(send('Twice.'), { kind: 'duplicate' });
    });

    it('F9: is refused when another came just before', async () => {
      await set('broadsheet_flood', 1);
      await send('The first.');
      await assert.rejects(send('The second.'), ({ kind, retryAt }) => {
        assert.equal(kind, 'rate');
        const wait = retryAt - Date.now();
        assert.ok(wait > 10_000 && wait <= 15_000, `${wait} ms`);
        return true;
      });
    });

    it('is refused when the post is closed, or not there', async () => {
      await assert.rejects(send('Late.', {}, { post: String(site.closed) }), { kind: 'closed' });
      await assert.rejects(send('Lost.', {}, { post: '999999' }), { kind: 'gone' });
    });

    it("F4: is refused with the site's words at the right fields", async () => {
      const refused = async (over, kind, ...names) =>
        assert.rejects(send('Words.', over), ({ kind: found, fields }) => {
          assert.deepEqual([found, Object.keys(fields)], [kind, names]);
          for (const words of Object.values(fields)) assert.match(words, /^[A-Z][^<>&]+\.$/);
          return true;
        });
      await refused(badEmail, 'invalid', 'email');
      await refused(nameless, 'invalid', 'author', 'email');
      await refused({ text: '  ' }, 'invalid', 'comment');
      await refused(
        { author: { name: 'n'.repeat(250), email: 'a@example.org' } },
        'invalid',
        'author',
      );
      await refused({ text: 'ё'.repeat(33_000) }, 'too-long', 'comment');
      assert.equal((await kept()).length, 3);
    });

    it('F3: is found when the answer was lost, whatever WordPress made of its signs', async () => {
      let isLost = true;
      const lossy = source({
        fetch: async (url, init) => {
          const answer = await fetch(url, init);
          if (isLost && init?.method === 'POST') throw new TypeError('Failed to fetch');
          return answer;
        },
      });
      for (const text of [
        'It\'s "quoted" -- isn\'t it... (c) 1/2',
        'See https://example.org/a_b?c=1&d=2 and <b>bold</b> <i>words</i>',
        'I <3 this & 2 < 3 > 1 :) ;-)',
        'Two\n\nparagraphs\nand a line',
        'Řeka Vltava 🙂 日本語 مرحبا',
        '👍',
        ':-)',
        '4x4 wheels, 1 < 2 and 3 > 2',
      ]) {
        const key = `${++keys}`;
        const parentId = ids[1];
        isLost = true;
        await assert.rejects(lossy.post(draft(text, { parentId }), { key }), { kind: 'offline' });
        isLost = false;
        const again = await lossy.post(draft(text, { parentId }), { key });
        assert.equal(again.status, 'published', text);
        assert.equal(again.comment.parentId, ids[1], text);
      }
      assert.equal((await kept()).length, 3 + 8);
    });

    it('F7: counts as held when the answer was lost and the site has it already', async () => {
      await set('comment_moderation', 1);
      let isLost = true;
      const lossy = source({
        fetch: async (url, init) => {
          const answer = await fetch(url, init);
          if (isLost && init?.method === 'POST') throw new TypeError('Failed to fetch');
          return answer;
        },
      });
      const key = `${++keys}`;
      await assert.rejects(lossy.post(draft('Lost and held.'), { key }), { kind: 'offline' });
      isLost = false;
      assert.deepEqual(await lossy.post(draft('Lost and held.'), { key }), { status: 'held' });
      assert.equal((await kept()).length, 4);
    });

    it('needs the reader to sign in where the site wants it', async () => {
      await set('comment_registration', 1);
      await assert.rejects(send('Who?'), { kind: isClassic ? 'auth' : 'elsewhere' });
    });

    it('goes out under a name that the site knows', async () => {
      const cookie = await signedIn();
      const fetchAs = (url, init = {}) =>
        follow(url, { ...init, headers: { ...init.headers, cookie } });
      const nonce = await (
        await fetchAs(`${site.url}/wp-admin/admin-ajax.php?action=rest-nonce`)
      ).text();
      const options = { origin: site.url, nonce, fetch: fetchAs };
      const { status, comment } = await send('By the editor.', nameless, options);
      assert.equal(status, 'published');
      assert.equal(comment.author.name, 'editor');
      assert.doesNotMatch(JSON.stringify(comment), /@/);
    });

    it('is kept when what it answers is gone, or refused as gone', async () => {
      const answer = send('To nobody.', { parentId: '999999' });
      // The newer one's classic form looks; nothing else does.
      if (isClassic && !site.version.startsWith('6.'))
        await assert.rejects(answer, { kind: 'gone' });
      else assert.equal((await answer).status, 'published');
    });
  });
}

describe(`WordPress ${site.version} as it comes, without guests in its interface`, () => {
  beforeEach(async () => {
    await reset();
    await set('broadsheet_guests', 0);
  });

  it('hands out the form by which it takes the comment itself', async () => {
    const away = ways.interface({ origin: 'https://news.example' });
    let form;
    await assert.rejects(away.post(draft('By a visit.'), { key: 'visit' }), (error) => {
      assert.equal(error.kind, 'elsewhere');
      form = error.elsewhere;
      return true;
    });
    assert.equal(form.site, new URL(site.url).host);
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(form.fields),
    });
    assert.equal(answer.redirected, true);
    const last = (await kept()).at(-1);
    assert.deepEqual([last.text, last.author], ['By a visit.', 'Cara Lund']);
  });

  it('takes it by the classic form on its own pages', async () => {
    const home = ways.interface({ origin: site.url });
    const { status, comment } = await home.post(draft('At home.'), { key: 'home' });
    assert.equal(status, 'published');
    assert.match(comment.body.html, /At home\./);
  });
});

/** The cookies of someone who has signed in. */
async function signedIn() {
  const answer = await fetch(`${site.url}/wp-login.php`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    body: new URLSearchParams({ log: 'editor', pwd: 'a password for tests' }),
  });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  assert.ok(cookies.some((one) => one.startsWith('wordpress_logged_in')));
  return cookies.join('; ');
}

/** Node forgets a header such as a cookie on its way to another address, and a browser does not. */
async function follow(url, init) {
  const answer = await fetch(url, { ...init, redirect: 'manual' });
  const to = answer.headers.get('location');
  if (!to || init.redirect === 'manual') return answer;
  const next = await fetch(new URL(to, url), { headers: { cookie: init.headers.cookie } });
  return Object.defineProperties(next, { redirected: { value: true } });
}
