import { expect } from '@open-wc/testing';
import type { Comment, CommentDraft } from '../../src/content/comment.js';
import {
  errorKind,
  SourceError,
  type CommentPage,
  type CommentSource,
  type LoadOptions,
  type PostOptions,
} from '../../src/sources/comment-source.js';
import { comments as local } from '../../src/sources/local.js';
import { merged } from '../../src/sources/merged.js';
import '../helpers.js';

const comment = (id: string, at: string, over: Partial<Comment> = {}): Comment => ({
  id,
  parentId: null,
  author: { name: 'Jana' },
  publishedAt: `2025-11-08T${at}:00Z`,
  body: { text: `${id} at ${at}` },
  state: 'visible',
  ...over,
});

const draft = (over: Partial<CommentDraft> = {}): CommentDraft => ({
  text: 'Well said.',
  parentId: null,
  author: { name: 'Jana' },
  ...over,
});

type Can = CommentSource['can'];

/** A source that answers as it is told, and remembers all that it was asked. */
class Fake implements CommentSource {
  readonly loads: LoadOptions[] = [];
  readonly asked: unknown[][] = [];
  limit: CommentSource['limit'];

  constructor(
    readonly name: string,
    readonly page: CommentPage | ((options: LoadOptions) => CommentPage | Promise<CommentPage>),
    readonly can: Can = [],
  ) {}

  async load(options: LoadOptions): Promise<CommentPage> {
    this.loads.push(options);
    return typeof this.page === 'function' ? this.page(options) : this.page;
  }

  post({ parentId, text }: CommentDraft, { key }: PostOptions) {
    this.asked.push(['post', parentId, text, key]);
    const made = comment('new', '20:00', { parentId });
    return Promise.resolve({ status: 'published', comment: made } as const);
  }

  count(ids: readonly string[]) {
    return Promise.resolve(new Map(ids.map((id) => [id, this.name.length])));
  }

  like(id: string, isLiked: boolean) {
    this.asked.push(['like', id, isLiked]);
    return Promise.resolve(comment(id, '01:00', { isLiked, parentId: '1' }));
  }

  report(id: string, reason?: string) {
    this.asked.push(['report', id, reason]);
    return Promise.resolve();
  }

  edit(id: string, text: string) {
    this.asked.push(['edit', id, text]);
    return Promise.resolve(comment(id, '01:00', { body: { text } }));
  }

  remove(id: string) {
    this.asked.push(['remove', id]);
    return Promise.resolve();
  }
}

const failing = (name: string, error: Error, can: Can = []) =>
  new Fake(name, () => Promise.reject(error), can);
const rate = new SourceError('rate', 'Too often.');
const offline = new SourceError('offline', 'Nowhere.');
const everything: Can = ['post', 'like', 'report', 'edit', 'remove', 'count'];

const home = (over: Partial<CommentPage> = {}, can: Can = everything) =>
  new Fake(
    'wordpress',
    { comments: [comment('1', '10:00'), comment('2', '12:00', { parentId: '1' })], ...over },
    can,
  );
const network = (over: Partial<CommentPage> = {}, can: Can = []) =>
  new Fake(
    'bluesky',
    {
      comments: [comment('1', '11:00'), comment('2', '13:00', { parentId: '1' })],
      origins: [{ name: 'Bluesky', url: 'https://bsky.app/1' }],
      ...over,
    },
    can,
  );

const ids = ({ comments }: CommentPage) => comments.map(({ id }) => id);
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('Comments of several places', () => {
  it('stand in one list in order of time', async () => {
    const source = merged([home(), network()]);
    expect(source.name).to.equal('merged');
    expect(ids(await source.load({}))).to.deep.equal(['1', 'bluesky-1', '2', 'bluesky-2']);
    expect(ids(await source.load({ sort: 'newest' }))).to.deep.equal([
      ...['bluesky-2', '2', 'bluesky-1', '1'],
    ]);
  });

  it('come with the most liked first where that is asked for, then the oldest', async () => {
    const likes = (id: string, at: string, likes: number) => comment(id, at, { counts: { likes } });
    const source = merged([
      new Fake('a', { comments: [comment('1', '09:00'), likes('2', '12:00', 3)] }),
      new Fake('b', { comments: [likes('1', '11:00', 3), likes('2', '10:00', 7)] }),
    ]);
    expect(ids(await source.load({ sort: 'liked' }))).to.deep.equal(['b-2', 'b-1', '2', '1']);
  });

  it('come last where nobody can read when they were written', async () => {
    const odd = comment('9', '09:00', { publishedAt: 'never' });
    const source = merged([home(), new Fake('b', { comments: [odd] })]);
    for (const sort of ['oldest', 'newest'] as const)
      expect(ids(await source.load({ sort })).at(-1), sort).to.equal('b-9');
  });

  it('keep their ids at home, since a server may have written them, and never collide', async () => {
    const three = merged([network(), network(), network()]);
    const page = await three.load({});
    expect(new Set(ids(page)).size).to.equal(6);
    expect(ids(page)).to.have.members([
      ...['1', '2', 'bluesky-2-1', 'bluesky-2-2', 'bluesky-3-1', 'bluesky-3-2'],
    ]);
    expect(page.comments.map(({ parentId }) => parentId)).to.have.members([
      ...[null, null, null, '1', 'bluesky-2-1', 'bluesky-3-1'],
    ]);
  });

  it('say where they come from; those of the home need not', async () => {
    const own = comment('3', '14:00', { origin: 'jana.example' });
    const mentions = new Fake('webmention', { comments: [own, comment('4', '15:00')] });
    const other = new Fake('board', { comments: [comment('5', '16:00')] });
    const social = new Fake('mastodon', {
      comments: [comment('6', '17:00')],
      origins: [{ name: 'social.example' }],
    });
    const { comments } = await merged([home(), network(), mentions, other, social]).load({});
    expect(Object.fromEntries(comments.map(({ id, origin }) => [id, origin]))).to.deep.equal({
      ...{ '1': undefined, '2': undefined, 'bluesky-1': 'Bluesky', 'bluesky-2': 'Bluesky' },
      ...{ 'webmention-3': 'jana.example', 'webmention-4': 'Webmention', 'board-5': 'board' },
      ...{ 'mastodon-6': 'social.example' },
    });
  });

  it('are named as the page names their sources', async () => {
    const names = { wordpress: 'The Daily', board: 'The Board' };
    const other = new Fake('board', { comments: [comment('5', '16:00')] });
    const { comments } = await merged([home(), other], { names }).load({});
    expect(comments.map(({ origin }) => origin)).to.deep.equal([
      ...['The Daily', 'The Daily', 'The Board'],
    ]);
  });

  it('leave what the sources gave as it was', async () => {
    const source = home();
    const before = JSON.stringify(source.page);
    await merged([network(), source]).load({ sort: 'newest' });
    expect(JSON.stringify(source.page)).to.equal(before);
  });

  it('bring along what else their sources know', async () => {
    const jana = { name: 'Jana' };
    const page = await merged([
      home({
        kept: 'device',
        closed: true,
        reactions: [{ kind: 'like', count: 2, people: [jana] }],
      }),
      network({
        truncated: 'depth',
        reactions: [
          { kind: 'like', count: 3, people: [] },
          { kind: 'repost', count: 1, people: [jana] },
        ],
      }),
    ]).load({});
    expect(page).to.deep.include({ kept: 'device', closed: true, truncated: 'depth' });
    expect(page.origins).to.deep.equal([{ name: 'Bluesky', url: 'https://bsky.app/1' }]);
    expect(page.reactions).to.deep.equal([
      { kind: 'like', count: 5, people: [jana] },
      { kind: 'repost', count: 1, people: [jana] },
    ]);
  });

  it('are closed only where they would be posted', async () => {
    expect((await merged([home(), network({ closed: true })]).load({})).closed).to.be.undefined;
    expect((await merged([network(), home({ closed: true })]).load({})).closed).to.be.true;
  });

  it('are numbered where every source knows its number', async () => {
    expect((await merged([home({ total: 2 }), network({ total: 40 })]).load({})).total).to.equal(
      42,
    );
    expect((await merged([home(), network()]).load({})).total, 'all are here').to.equal(4);
    const unknown = home({ cursor: 'x' });
    expect((await merged([unknown, network({ total: 40 })]).load({})).total).to.be.undefined;
    const failed = merged([failing('a', rate), network({ total: 40 })]);
    expect((await failed.load({})).total).to.be.undefined;
  });

  it('come in pages, until no source has more', async () => {
    const paged = (name: string, pages: number) =>
      new Fake(name, ({ cursor = '1' }) => ({
        comments: [comment(cursor, `1${cursor}:00`)],
        total: pages,
        cursor: Number(cursor) < pages ? String(Number(cursor) + 1) : undefined,
      }));
    const [one, two] = [paged('a', 3), paged('b', 1)];
    const source = merged([one, two]);
    const first = await source.load({ sort: 'newest' });
    expect(ids(first)).to.have.members(['1', 'b-1']);
    const second = await source.load({ sort: 'newest', cursor: first.cursor });
    expect(ids(second)).to.deep.equal(['2']);
    const third = await source.load({ sort: 'newest', cursor: second.cursor });
    expect(ids(third)).to.deep.equal(['3']);
    expect(third.cursor).to.be.undefined;
    expect([first, second, third].map(({ total }) => total)).to.deep.equal([4, 4, 4]);
    expect(one.loads.map(({ cursor, sort }) => [cursor, sort])).to.deep.equal([
      [undefined, 'newest'],
      ['2', 'newest'],
      ['3', 'newest'],
    ]);
    expect(two.loads, 'who has no more is not asked').to.have.length(1);
  });
});

describe('A place that fails', () => {
  it('hides no other, and is named with its reason', async () => {
    const page = await merged([failing('mastodon', rate), home(), failing('x', Error('?'))]).load(
      {},
    );
    expect(ids(page)).to.deep.equal(['wordpress-1', 'wordpress-2']);
    expect(page.origins).to.deep.equal([
      { name: 'Mastodon', error: 'rate' },
      { name: 'x', error: 'server' },
    ]);
  });

  it('hides no other by being silent', async () => {
    const silent = new Fake('bluesky', () => new Promise<never>(() => {}));
    const page = await merged([home(), silent], { timeout: 1 }).load({});
    expect(ids(page)).to.deep.equal(['1', '2']);
    expect(page.origins).to.deep.equal([{ name: 'Bluesky', error: 'timeout' }]);
    expect(silent.loads[0]!.signal!.aborted, 'and is asked no longer').to.be.true;
  });

  it('hides no other by throwing at once', async () => {
    const rude = {
      ...{ name: 'rude', can: [] },
      load() {
        throw new TypeError('Rude.');
      },
    };
    expect(ids(await merged([rude, home()]).load({}))).to.have.length(2);
  });

  it('is an error for the reader only where no place answers: the first one’s', async () => {
    const error = await failure(merged([failing('a', rate), failing('b', offline)]).load({}));
    expect(error).to.equal(rate);
  });

  it('later on is asked again with the next page, and loses none', async () => {
    let fails = true;
    const flaky = new Fake('a', ({ cursor }) => {
      if (cursor && fails) throw offline;
      return { comments: [comment(cursor ?? '1', '10:00')], cursor: cursor ? undefined : '2' };
    });
    const steady = new Fake('b', ({ cursor = '1' }) => ({
      comments: [comment(cursor, '11:00')],
      cursor: cursor === '3' ? undefined : String(Number(cursor) + 1),
    }));
    const source = merged([flaky, steady]);
    const first = await source.load({});
    const second = await source.load({ cursor: first.cursor });
    expect(ids(second)).to.deep.equal(['b-2']);
    expect(second.origins).to.deep.equal([{ name: 'a', error: 'offline' }]);
    fails = false;
    const third = await source.load({ cursor: second.cursor });
    expect(ids(third)).to.have.members(['2', 'b-3']);
    expect(third.cursor).to.be.undefined;
  });

  it('F24: is nobody’s error when the reader has left', async () => {
    const stop = new AbortController();
    const waiting = new Fake('a', ({ signal }) => {
      return new Promise<never>((_, reject) => {
        signal!.addEventListener('abort', () => reject(signal!.reason as Error));
      });
    });
    const load = failure(merged([waiting, home()]).load({ signal: stop.signal }));
    stop.abort();
    expect(((await load) as DOMException).name).to.equal('AbortError');
    const again = await failure(merged([home()]).load({ signal: stop.signal }));
    expect((again as DOMException).name).to.equal('AbortError');
  });
});

describe('What a reader does in a thread of several places', () => {
  it('can be what any of them can; posting is what the one that is posted to can', () => {
    const board: Can = ['post', 'edit', 'idempotency', 'markdown'];
    const source = merged([network({}, ['like']), home({}, ['post', 'count']), home({}, board)]);
    expect([...source.can].sort()).to.deep.equal(['count', 'edit', 'like', 'post', 'sort']);
    expect([...merged([network(), home({}, board)]).can].sort()).to.deep.equal(
      [...board, 'sort'].sort(),
    );
  });

  it('is asked of each comment, where that matters', async () => {
    const source = merged([home({}, ['post', 'edit', 'markdown']), network({}, ['like'])]);
    await source.load({});
    expect(source.canDo('1')).to.deep.equal(['post', 'edit', 'markdown']);
    expect(source.canDo('bluesky-1')).to.deep.equal(['like']);
    const two = merged([home({}, ['post']), network({}, ['post', 'like'])]);
    expect(two.canDo('bluesky-1'), 'what is said here stays here').to.deep.equal(['like']);
  });

  it('goes to the first that takes comments, in its own ids', async () => {
    const [one, two, three] = [network(), home({}, ['post']), home({}, ['post'])];
    two.limit = { max: 7, unit: 'bytes' };
    const source = merged([one, two, three]);
    expect(source.limit).to.equal(two.limit);
    await source.load({});
    const result = await source.post!(draft({ parentId: 'wordpress-1' }), { key: 'k' });
    expect(two.asked).to.deep.equal([['post', '1', 'Well said.', 'k']]);
    expect([one.asked, three.asked]).to.deep.equal([[], []]);
    expect(result).to.deep.include({ status: 'published' });
    expect(result.comment).to.deep.include({ id: 'wordpress-new', parentId: 'wordpress-1' });
    await source.edit!('wordpress-new', 'x').catch(() => {});
    await source.post!(draft(), { key: 'l' });
    expect(two.asked[1]).to.deep.equal(['post', null, 'Well said.', 'l']);
  });

  it('answers what a server wrote into the page, though no source has handed it out', async () => {
    const source = home();
    await merged([source, network()]).post!(draft({ parentId: '77' }), { key: 'k' });
    expect(source.asked).to.deep.equal([['post', '77', 'Well said.', 'k']]);
  });

  it('answers nothing that was said elsewhere', async () => {
    const [one, two] = [home(), network({}, ['post'])];
    const source = merged([one, two]);
    const error = await failure(source.post!(draft({ parentId: 'bluesky-1' }), { key: 'k' }));
    expect(errorKind(error)).to.equal('invalid');
    expect([...one.asked, ...two.asked]).to.be.empty;
  });

  it('reaches the source that a comment came from, and no other', async () => {
    const [one, two] = [home(), network({}, everything)];
    const source = merged([one, two]);
    const liked = await source.like!('bluesky-1', true);
    expect(liked).to.deep.include({ id: 'bluesky-1', parentId: 'bluesky-1', origin: 'Bluesky' });
    expect(await source.edit!('bluesky-2', 'New.')).to.deep.include({ id: 'bluesky-2' });
    await source.report!('bluesky-1', 'Spam');
    await source.remove!('bluesky-2');
    expect(two.asked).to.deep.equal([
      ['like', '1', true],
      ['edit', '2', 'New.'],
      ['report', '1', 'Spam'],
      ['remove', '2'],
    ]);
    expect(one.asked).to.be.empty;
    expect(await source.edit!('1', 'Home.')).to.deep.include({ id: '1', body: { text: 'Home.' } });
    expect(one.asked).to.deep.equal([['edit', '1', 'Home.']]);
  });

  it('is refused by a source that cannot, without asking another', async () => {
    const [one, two] = [home(), network()];
    const source = merged([one, two]);
    for (const run of [
      () => source.like!('bluesky-1', true),
      () => source.edit!('bluesky-1', 'x'),
      () => source.report!('bluesky-1'),
      () => source.remove!('bluesky-1'),
    ])
      expect(errorKind(await failure(run()))).to.equal('invalid');
    expect([...one.asked, ...two.asked]).to.be.empty;
  });

  it('finds the source even where ids look like those of another', async () => {
    const tricky = new Fake('a', { comments: [comment('b-1', '10:00')] }, everything);
    const other = new Fake('b', { comments: [comment('2', '11:00')] }, everything);
    const third = new Fake('b', { comments: [comment('3', '12:00')] }, everything);
    const source = merged([tricky, other, third]);
    await source.load({});
    await source.remove!('b-1');
    await source.remove!('b-2');
    await source.remove!('b-2-3');
    expect([tricky.asked, other.asked, third.asked]).to.deep.equal([
      [['remove', 'b-1']],
      [['remove', '2']],
      [['remove', '3']],
    ]);
  });

  it('is counted by the first that counts', async () => {
    const source = merged([network(), home({}, ['count']), network({}, ['count'])]);
    expect([...(await source.count!(['8']))]).to.deep.equal([['8', 'wordpress'.length]]);
    expect(await failure(merged([network()]).count!(['8']))).to.be.instanceOf(TypeError);
    expect(await failure(merged([network()]).post!(draft(), { key: 'k' }))).to.be.instanceOf(
      TypeError,
    );
  });

  it('works with the real one in this browser', async () => {
    const source = merged([local({ post: `merged-${Date.now()}` }), network()]);
    const { comment: mine } = await source.post!(draft(), { key: `merged-${Date.now()}` });
    const page = await source.load({});
    expect(ids(page)).to.deep.equal(['bluesky-1', 'bluesky-2', mine!.id]);
    expect(page.kept).to.equal('device');
    await source.remove!(mine!.id);
    expect(ids(await source.load({}))).to.deep.equal(['bluesky-1', 'bluesky-2']);
  });
});

describe('A developer who merges sources', () => {
  it('is told which argument is wrong', async () => {
    for (const sources of [[], undefined, 'local', [home(), null], [{}], [{ load() {} }]])
      expect(() => merged(sources as never), JSON.stringify(sources)).to.throw(
        TypeError,
        '`sources`',
      );
    expect(() => merged([home()], { names: 'x' as never })).to.throw(TypeError, '`names`');
    for (const timeout of [0, -1, NaN, 'x'])
      expect(() => merged([home()], { timeout: timeout as never })).to.throw(
        TypeError,
        '`timeout`',
      );
    for (const cursor of ['', 'x', '{}', '[1]', '[[1,2]]', 'null']) {
      const error = await failure(merged([home()]).load({ cursor }));
      expect(error, cursor).to.be.instanceOf(TypeError);
      expect(String(error)).to.contain('`cursor`');
    }
  });
});
