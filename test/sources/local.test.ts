import { expect } from '@open-wc/testing';
import type { CommentDraft } from '../../src/content/comment.js';
import type { CommentPage } from '../../src/sources/comment-source.js';
import { comments } from '../../src/sources/local.js';
import { badUrls } from '../bad-urls.js';
import '../helpers.js';

let posts = 0;
const newPost = () => `source-${Date.now()}-${++posts}`;

const draft = (over: Partial<CommentDraft> = {}): CommentDraft => ({
  text: 'Well said.',
  parentId: null,
  author: { name: 'Jana', email: 'jana@example.org', url: 'https://jana.example' },
  ...over,
});
const texts = ({ comments: list }: CommentPage) =>
  list.map(({ body }) => 'text' in body && body.text);

describe('The source in this browser', () => {
  it('says what it is and can do', () => {
    expect(comments().name).to.equal('local');
    expect(comments().can).to.deep.equal(['post']);
  });

  it('gives back what it was given, with a date and without the address', async () => {
    const source = comments({ post: newPost() });
    const { status, comment } = await source.post!(draft(), { key: newPost() });
    expect(status).to.equal('published');
    const page = await source.load({});
    expect(page.comments).to.deep.equal([comment]);
    expect(page.total).to.equal(1);
    expect(page.kept).to.equal('device');
    expect(comment!.author).to.deep.equal({ name: 'Jana', url: 'https://jana.example' });
    expect(comment!.publishedAt).to.match(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(JSON.stringify(page)).not.to.contain('jana@');
  });

  it('gives every comment an id that no server would give', async () => {
    const source = comments({ post: newPost() });
    const { comment } = await source.post!(draft(), { key: newPost() });
    expect(comment!.id).to.match(/^local-\d+$/);
  });

  it('keeps the same comment once, however often it is sent', async () => {
    const source = comments({ post: newPost() });
    const key = newPost();
    const first = await source.post!(draft(), { key });
    const second = await source.post!(draft(), { key });
    expect(second.comment).to.deep.equal(first.comment);
    expect((await source.load({})).comments).to.have.length(1);
  });

  it('gives the oldest first, or the newest where that is asked for', async () => {
    const source = comments({ post: newPost() });
    for (const text of ['1', '2', '3']) await source.post!(draft({ text }), { key: newPost() });
    expect(texts(await source.load({}))).to.deep.equal(['1', '2', '3']);
    expect(texts(await source.load({ sort: 'newest' }))).to.deep.equal(['3', '2', '1']);
  });

  it('gives no answer to who has stopped waiting', async () => {
    const stop = new AbortController();
    stop.abort();
    let thrown: unknown;
    await comments({ post: newPost() })
      .load({ signal: stop.signal })
      .catch((error: unknown) => (thrown = error));
    expect((thrown as DOMException).name).to.equal('AbortError');
  });

  it('keeps no address that leads to a script', async () => {
    const source = comments({ post: newPost() });
    for (const url of badUrls.slice(0, 5)) {
      await source.post!(draft({ author: { name: 'M', url } }), { key: newPost() });
    }
    for (const { author } of (await source.load({})).comments) expect(author.url).to.be.undefined;
  });

  it('goes by the address of the page at each use where there is no post', async () => {
    const here = location.href;
    const source = comments();
    try {
      history.replaceState(null, '', `/a/?${newPost()}`);
      await source.post!(draft(), { key: newPost() });
      expect((await source.load({})).comments).to.have.length(1);
      history.replaceState(null, '', `/b/?${newPost()}`);
      expect((await source.load({})).comments).to.be.empty;
    } finally {
      history.replaceState(null, '', here);
    }
  });
});
