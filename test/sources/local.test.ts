import { expect } from '@open-wc/testing';
import type { CommentDraft } from '../../src/content/comment.js';
import {
  errorKind,
  type CommentPage,
  type CommentSource,
} from '../../src/sources/comment-source.js';
import { comments } from '../../src/sources/local.js';
import { badUrls } from '../bad-urls.js';
import { replacing } from '../comments/helpers.js';
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

const states = ({ comments: list }: CommentPage) => list.map(({ state }) => state);

/** Posts a text, and gives the id of what it became. */
async function say(source: CommentSource, text: string, parentId: string | null = null) {
  const { comment } = await source.post!(draft({ text, parentId }), { key: newPost() });
  return comment!.id;
}

/** Why something was refused. */
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'not refused',
    (error: unknown) => errorKind(error),
  );

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

/** What the browser holds of a thread, whatever it is. */
async function rowsOf(post: string): Promise<unknown[]> {
  const database = await answerOf(indexedDB.open('broadsheet-elements'));
  const store = database.transaction('comments').objectStore('comments');
  const rows: unknown[] = await answerOf(store.index('thread').getAll(`post:${post}`));
  database.close();
  return rows;
}

/** Puts rows into the browser's store as anything on the site might. */
async function plant(...rows: object[]): Promise<void> {
  const database = await answerOf(indexedDB.open('broadsheet-elements'));
  const store = database.transaction('comments', 'readwrite').objectStore('comments');
  await Promise.all(rows.map((row) => answerOf(store.add(row))));
  database.close();
}

const refused = () => {
  throw new DOMException('Refused.', 'SecurityError');
};

describe('The source in this browser', () => {
  it('says what it is and can do', () => {
    expect(comments().name).to.equal('local');
    expect([...comments().can].sort()).to.deep.equal(
      ['post', 'edit', 'remove', 'like', 'count', 'sort', 'idempotency', 'markdown'].sort(),
    );
    expect(comments().limit).to.deep.equal({ max: 65525, unit: 'code-units' });
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

for (const [place, open] of [
  ['in this browser', undefined],
  ['until the page is left', refused],
] as const) {
  describe(`A reader's own comments, kept ${place}`, () => {
    const kept = (title: string, run: () => Promise<void>) =>
      it(title, async () => {
        await (open ? replacing(IDBFactory.prototype, 'open', open, run) : run());
      });

    kept('are theirs to change', async () => {
      const source = comments({ post: newPost() });
      const id = await say(source, 'Hear, hear.');
      expect((await source.load({})).comments[0]!.isOwn).to.be.true;
      const changed = await source.edit!(id, 'Here, here.');
      expect(changed.body).to.deep.equal({ text: 'Here, here.' });
      expect(changed.editedAt).to.match(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      const page = await source.load({});
      expect(page.comments).to.deep.equal([changed]);
      expect(page.kept).to.equal(open ? 'memory' : 'device');
    });

    kept('go without a trace where nobody answered', async () => {
      const post = newPost();
      const source = comments({ post });
      const id = await say(source, 'Too soon.');
      await source.remove!(id);
      expect(await source.load({})).to.deep.include({ comments: [], total: 0 });
      if (!open) expect(await rowsOf(post)).to.deep.equal([]);
    });

    kept('leave their place, and no word, where somebody did', async () => {
      const post = newPost();
      const source = comments({ post });
      const id = await say(source, 'A secret.');
      const answer = await say(source, 'Do not say it.', id);
      await source.remove!(id);
      const page = await source.load({});
      expect(states(page)).to.deep.equal(['deleted', 'visible']);
      expect(page.total).to.equal(1);
      expect(page.comments[0]).not.to.have.property('isOwn');
      expect(page.comments[1]!.parentId).to.equal(id);
      expect(JSON.stringify(page)).not.to.contain('secret');
      if (!open) {
        const rows = JSON.stringify(await rowsOf(post));
        expect(rows).not.to.contain('secret');
        expect(rows.match(/jana\.example/g), "the answer's").to.have.length(1);
      }
      await source.remove!(answer);
      expect((await source.load({})).comments, 'the place goes with the answer').to.be.empty;
    });

    kept('take every empty place along, up to what somebody still says', async () => {
      const source = comments({ post: newPost() });
      const ids = [await say(source, 'One.')];
      for (const text of ['Two.', 'Three.', 'Four.']) ids.push(await say(source, text, ids.at(-1)));
      await source.remove!(ids[1]!);
      await source.remove!(ids[2]!);
      expect(states(await source.load({}))).to.deep.equal([
        'visible',
        'deleted',
        'deleted',
        'visible',
      ]);
      await source.remove!(ids[3]!);
      expect(texts(await source.load({}))).to.deep.equal(['One.']);
    });

    kept('are liked, and no longer', async () => {
      const source = comments({ post: newPost() });
      const id = await say(source, 'Nice.');
      expect(await source.like!(id, true)).to.deep.include({ isLiked: true, counts: { likes: 1 } });
      expect((await source.load({})).comments[0]!.isLiked).to.be.true;
      expect(await source.like!(id, false)).to.deep.include({
        isLiked: false,
        counts: { likes: 0 },
      });
    });

    kept('come with the most liked first where that is asked for', async () => {
      const source = comments({ post: newPost() });
      await say(source, '1');
      await source.like!(await say(source, '2'), true);
      await say(source, '3');
      expect(texts(await source.load({ sort: 'liked' }))).to.deep.equal(['2', '1', '3']);
    });

    kept('are Markdown where they were written so', async () => {
      const source = comments({ post: newPost() });
      const written = draft({ text: '*Well* said.', format: 'markdown' });
      const { comment } = await source.post!(written, { key: newPost() });
      expect(comment!.body).to.deep.equal({ markdown: '*Well* said.' });
      const changed = await source.edit!(comment!.id, '**Well** said.');
      expect(changed.body).to.deep.equal({ markdown: '**Well** said.' });
    });

    kept('F36: are not answered, changed, liked or taken away when they are gone', async () => {
      const source = comments({ post: newPost() });
      const id = await say(source, 'Gone.');
      const place = await say(source, 'A place.');
      await say(source, 'An answer.', place);
      await source.remove!(id);
      await source.remove!(place);
      for (const gone of [id, place, 'local-987654321', 'local-x', '8']) {
        expect(await refusal(source.edit!(gone, 'x')), gone).to.equal('gone');
        expect(await refusal(source.like!(gone, true)), gone).to.equal('gone');
        expect(await refusal(source.remove!(gone)), gone).to.equal('gone');
      }
      for (const gone of [id, place, 'local-987654321'])
        expect(await refusal(say(source, 'x', gone)), gone).to.equal('gone');
      const elsewhere = await say(comments({ post: newPost() }), 'Of another page.');
      expect(await refusal(say(source, 'x', elsewhere))).to.equal('gone');
      expect(await refusal(say(source, "To a server's comment.", '8'))).to.equal('not refused');
    });

    kept('F3: are the same comment once, even when two tries overlap', async () => {
      const source = comments({ post: newPost() });
      const answer = draft({ parentId: await say(source, 'First.') });
      const key = newPost();
      const [one, ...others] = await Promise.all(
        [1, 2, 3].map(() => source.post!(answer, { key })),
      );
      for (const other of others) expect(other).to.deep.equal(one);
      expect((await source.load({})).total).to.equal(2);
    });

    kept('F8: are refused when they are too long, and kept when they are just not', async () => {
      const source = comments({ post: newPost() });
      expect(await refusal(say(source, 'x'.repeat(65526)))).to.equal('too-long');
      const id = await say(source, 'x'.repeat(65525));
      expect(await refusal(source.edit!(id, 'x'.repeat(65526)))).to.equal('too-long');
      expect(await refusal(source.edit!(id, ' \n '))).to.equal('invalid');
      expect(texts(await source.load({}))).to.deep.equal(['x'.repeat(65525)]);
    });

    kept('are counted by post, and by the page that has none', async () => {
      const [one, two] = [newPost(), newPost()];
      await say(comments({ post: one }), '1');
      await say(comments({ post: one }), '2');
      const id = await say(comments({ post: one }), '3');
      await say(comments({ post: one }), '4', id);
      await comments({ post: one }).remove!(id);
      const here = location.href;
      const page = `/counted/?${newPost()}`;
      try {
        history.replaceState(null, '', page);
        await say(comments(), 'Of this page.');
      } finally {
        history.replaceState(null, '', here);
      }
      expect([...(await comments().count!([one, two, page, '/nowhere/']))]).to.deep.equal([
        [one, 3],
        [two, 0],
        [page, 1],
        ['/nowhere/', 0],
      ]);
    });

    kept('F32: keep any text, with its odd signs made whole', async () => {
      const source = comments({ post: newPost() });
      const odd = '\u202eabc 👩‍👩‍👧 \u0000\ud800 <script>alert(1)</script>';
      await say(source, odd);
      expect(texts(await source.load({}))).to.deep.equal([
        '\u202eabc 👩‍👩‍👧 \ufffd <script>alert(1)</script>',
      ]);
    });
  });
}

describe('What this browser keeps', () => {
  it('is shown without what cannot be a comment', async () => {
    const post = newPost();
    const source = comments({ post });
    await say(source, 'Before.');
    const thread = `post:${post}`;
    const good = {
      thread,
      key: 'k',
      parentId: null,
      name: 'M',
      text: 'T',
      publishedAt: '2024-05-31',
    };
    const bad: [string, unknown][] = [
      ['parentId', 7],
      ['parentId', undefined],
      ['name', { toString: 'x' }],
      ['name', null],
      ['text', ['x']],
      ['text', undefined],
      ['publishedAt', 'never'],
      ['publishedAt', 1717142400],
    ];
    await plant(
      ...bad.map(([key, value]) => ({ ...good, [key]: value })),
      { ...good, url: 'javascript:alert(1)', editedAt: 3, liked: 'yes', deleted: 'no', format: 9 },
      { thread },
    );
    await say(source, 'After.');
    const page = await source.load({});
    expect(texts(page)).to.deep.equal(['Before.', 'T', 'After.']);
    expect(page.total).to.equal(3);
    expect(page.comments[1]).to.deep.include({ author: { name: 'M', url: undefined } });
    expect(JSON.stringify(page)).not.to.match(/javascript:|\[object|undefined|NaN/);
  });

  it('survives a new version of the script', async () => {
    await answerOf(indexedDB.deleteDatabase('broadsheet-elements'));
    const request = indexedDB.open('broadsheet-elements', 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('comments', {
        keyPath: 'id',
        autoIncrement: true,
      });
      store.createIndex('thread', 'thread');
      store.createIndex('key', 'key');
    };
    const old = await answerOf(request);
    const post = newPost();
    const first = {
      ...{ thread: `post:${post}`, key: 'k1', parentId: null, name: 'Jana' },
      ...{ url: undefined, text: 'Of old.', publishedAt: '2024-05-31T10:00:00.000Z' },
    };
    const store = old.transaction('comments', 'readwrite').objectStore('comments');
    const id = Number(await answerOf(store.add(first)));
    await answerOf(store.add({ ...first, key: 'k2', parentId: `local-${id}`, text: 'So it is.' }));
    old.close();

    const source = comments({ post });
    const page = await source.load({});
    expect(page.kept).to.equal('device');
    expect(texts(page)).to.deep.equal(['Of old.', 'So it is.']);
    expect(page.comments[1]!.parentId).to.equal(page.comments[0]!.id);
    await source.remove!(page.comments[0]!.id);
    expect(states(await source.load({}))).to.deep.equal(['deleted', 'visible']);
  });

  it('is read by an older script when a newer one has been here', async () => {
    const post = newPost();
    const source = comments({ post });
    await say(source, 'Kept.');
    const { version } = await answerOf(indexedDB.open('broadsheet-elements')).then((database) => {
      database.close();
      return database;
    });
    (await answerOf(indexedDB.open('broadsheet-elements', version + 1))).close();
    try {
      expect(await source.load({})).to.deep.include({ kept: 'device', total: 1 });
    } finally {
      await answerOf(indexedDB.deleteDatabase('broadsheet-elements'));
    }
  });

  it('never makes another tab wait that has a newer version to set up', async () => {
    const source = comments({ post: newPost() });
    await say(source, 'Kept.');
    const connections: IDBDatabase[] = [];
    // Keeps a connection open in the middle of its work.
    await replacing(
      IDBDatabase.prototype,
      'close',
      function (this: IDBDatabase) {
        connections.push(this);
      },
      async () => void (await source.load({})),
    );
    expect(connections).to.have.length(1);
    let blocked = false;
    const request = indexedDB.deleteDatabase('broadsheet-elements');
    request.onblocked = () => (blocked = true);
    await answerOf(request);
    expect(blocked).to.be.false;
  });

  it('works without storage where another tab will not let go of it', async () => {
    await answerOf(indexedDB.deleteDatabase('broadsheet-elements'));
    const stubborn = await answerOf(indexedDB.open('broadsheet-elements', 1));
    let waits = 0;
    // The first wait is over at once; a second would never be.
    const first = ((run: () => void) => {
      if (!waits++) queueMicrotask(run);
    }) as unknown as typeof setTimeout;
    const source = comments({ post: newPost() });
    try {
      await replacing(window, 'setTimeout', first, async () => {
        await say(source, 'For now.');
        expect(await source.load({})).to.deep.include({ kept: 'memory', total: 1 });
      });
    } finally {
      stubborn.close();
    }
    // Whoever waited in vain lets go of the database when it comes after all.
    await answerOf(indexedDB.deleteDatabase('broadsheet-elements'));
  });

  it('F19: is not what a full browser refused, which says so', async () => {
    const source = comments({ post: newPost() });
    const full = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
    await replacing(IDBObjectStore.prototype, 'add', full, async () => {
      expect(await refusal(say(source, 'x'))).to.equal('storage');
    });
    const id = await say(source, 'Kept.');
    await replacing(IDBObjectStore.prototype, 'put', full, async () => {
      expect(await refusal(source.edit!(id, 'x'))).to.equal('storage');
      expect(await refusal(source.like!(id, true))).to.equal('storage');
    });
    await replacing(IDBObjectStore.prototype, 'delete', full, async () => {
      expect(await refusal(source.remove!(id))).to.equal('storage');
    });
    await replacing(IDBIndex.prototype, 'getAll', full, async () => {
      expect(await refusal(source.load({}))).to.equal('storage');
    });
    expect(texts(await source.load({}))).to.deep.equal(['Kept.']);
  });
});
