// What a real WordPress gives, read by the source in Node.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { commentTree } from '../../dist/content/comment.js';
import { comments } from '../../dist/sources/wordpress.js';
import { fill, reset, site } from './site.mjs';

const outline = (nodes) =>
  nodes.map(({ comment, replies }) => [comment.author.name, ...outline(replies)]);

describe(`comments of WordPress ${site.version}, read`, () => {
  let ids;
  const source = (options = {}) => comments({ src: site.url, post: String(site.post), ...options });

  before(async () => {
    ids = await reset();
  });

  it('come as a tree, with their total, and the signs in them read', async () => {
    const page = await source().load({});
    assert.deepEqual(outline(commentTree(page.comments)), [
      ['Anna Berg', ['Ben O’Dea', ['Anna Berg']]],
    ]);
    assert.equal(page.total, 3);
    assert.equal(page.cursor, undefined);
    assert.equal(page.closed, undefined);
    assert.deepEqual(
      page.comments.map(({ id }) => id),
      ids,
    );
    const [first] = page.comments;
    assert.equal(first.author.url, 'https://anna.example.org/');
    assert.match(first.body.html, /<strong>official<\/strong>/);
    assert.equal(first.url, `${site.link}#comment-${first.id}`);
    const age = Date.now() - Date.parse(first.publishedAt);
    assert.ok(Math.abs(age - 7_200_000) < 600_000, `written two hours ago, not ${age} ms`);
  });

  it('come newest first where the reader wants it so', async () => {
    const { comments: list } = await source().load({ sort: 'newest' });
    assert.deepEqual(
      list.map(({ id }) => id),
      [...ids].reverse(),
    );
  });

  for (const [name, options] of Object.entries({
    'the slug': { post: site.slug },
    'the page, from elsewhere': { src: site.link, post: undefined },
    'the page, from its own site': { src: site.link, post: undefined, origin: site.url },
    'its address by number': { src: `${site.url}/?p=${site.post}`, post: undefined },
    'a list of the interface': {
      src: `${site.url}/wp-json/wp/v2/comments?post=${site.post}`,
      post: undefined,
    },
    'an address that is not pretty': {
      src: `${site.url}/index.php?rest_route=/wp/v2/posts/${site.post}`,
      post: undefined,
    },
  })) {
    it(`are found by ${name}`, async () => {
      const page = await source(options).load({});
      assert.deepEqual(
        page.comments.map(({ id }) => id),
        ids,
      );
    });
  }

  it('are found though a nonce is stale', async () => {
    const page = await source({ origin: site.url, nonce: 'deadbeef' }).load({});
    assert.equal(page.total, 3);
  });

  it('stay when a post, or a page, is closed', async () => {
    const page = await source({ post: String(site.closed) }).load({});
    assert.equal(page.closed, true);
    assert.equal(page.total, 1);
    assert.equal((await source({ post: String(site.page) }).load({})).closed, true);
  });

  it('are none for a post that is not there, and need its password for one that has one', async () => {
    assert.equal((await source({ post: '999999' }).load({})).total, 0);
    await assert.rejects(source({ post: 'not-here' }).load({}), { kind: 'gone' });
    const secret = source({ post: String(site.secret) });
    await assert.rejects(secret.load({}), { kind: 'auth' });
  });

  it('come whole when they fill more than a page, and are counted with few requests', async () => {
    const requests = [];
    const counted = source({
      post: String(site.other),
      fetch: (url, init) => {
        requests.push(url);
        return fetch(url, init);
      },
    });
    await fill(site.other, 120);
    const page = await counted.load({});
    assert.equal(page.total, 120);
    assert.equal(page.cursor, undefined);
    assert.equal(new Set(page.comments.map(({ id }) => id)).size, 120);
    assert.equal(page.comments[0].author.name, 'Reader 1');
    assert.equal(requests.length, 3);

    const posts = [site.post, site.other, site.closed, 999_999].map(String);
    const counts = await counted.count([...posts, site.slug]);
    assert.deepEqual(
      [...posts, site.slug].map((id) => counts.get(id)),
      [3, 120, 1, 0, 3],
    );
    assert.equal(requests.length, 3 + 3);
    const some = await counted.count([String(site.post), String(site.secret)]);
    assert.deepEqual([...some], [[String(site.post), 3]]);
  });
});
