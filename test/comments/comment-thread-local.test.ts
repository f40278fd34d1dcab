import { expect } from '@open-wc/testing';
import type { CommentErrorEvent } from '../../src/comments/comment-events.js';
import type { CommentThread } from '../../src/comments/comment-thread.js';
import { allByRole, byRole, read, withStyles } from '../helpers.js';
import {
  alerts,
  box,
  fillIn,
  forgetAll,
  mount,
  mountThread,
  replacing,
  saveMe,
  send,
  until,
} from './helpers.js';
import { wordpressForm, wordpressList } from './wordpress.js';

let posts = 0;
/** A post that no other test, nor an earlier run, has written to. */
const newPost = () => `test-${Date.now()}-${++posts}`;
const tag = (post: string) => `<comment-thread post="${post}"></comment-thread>`;

const words = (thread: Element) =>
  // A browser gives no `innerText` of what it has not laid out, as off the screen.
  [...thread.querySelectorAll('li > article > .body')].map((body) => body.textContent.trim());

async function say(thread: CommentThread, text: string): Promise<void> {
  fillIn(thread, { Comment: text });
  await send(thread);
  await until(thread, () => words(thread).includes(text));
}

describe('A thread that is left to itself', () => {
  beforeEach(forgetAll);

  it('keeps comments in this browser, and says so', async () => {
    const thread = await mountThread(tag(newPost()));
    expect(thread.source).to.equal('local');
    expect(read(thread)).to.contain('Comments here are kept in this browser only.');
    expect(read(thread)).to.contain('No comments yet. Yours could be the first.');
    byRole(thread, 'heading', 'Leave a Reply');
  });

  it('shows what was written, and answers to it, again when the reader comes back', async () => {
    const html = tag(newPost());
    const thread = await mountThread(html);
    await say(thread, 'A first thought.');
    byRole(thread, 'button', 'Reply to Jana').click();
    await say(thread, 'An answer.');
    await say(thread, 'Another thought.');
    thread.remove();

    const again = await mountThread(html);
    expect(words(again)).to.deep.equal(['A first thought.', 'An answer.', 'Another thought.']);
    expect(again.querySelectorAll('li li')).to.have.length(1);
    byRole(again, 'heading', '3 comments');
    expect(box(again).value).to.equal('');
    expect(read(again)).not.to.contain('No comments yet');
  });

  it('keeps the threads of two posts apart', async () => {
    const [one, two] = [newPost(), newPost()];
    const thread = await mountThread(tag(one));
    await say(thread, 'Of one.');
    expect(words(await mountThread(tag(two)))).to.be.empty;
    const load = until(thread, () => read(thread).includes('No comments yet'));
    thread.post = two;
    await load;
    expect(words(thread)).to.be.empty;
    await say(thread, 'Of two.');
    expect(words(await mountThread(tag(one)))).to.deep.equal(['Of one.']);
  });

  it('knows a thread without a post by path and query', async () => {
    const here = location.href;
    const page = `/a-page/?${newPost()}`;
    try {
      history.replaceState(null, '', page);
      const thread = await mountThread('<comment-thread></comment-thread>');
      await say(thread, 'Of this page.');
      thread.remove();
      history.replaceState(null, '', `${page}&more`);
      const other = await mountThread('<comment-thread></comment-thread>');
      expect(words(other)).to.be.empty;
      other.remove();
      history.replaceState(null, '', `${page}#comment-1`);
      expect(words(await mountThread('<comment-thread></comment-thread>'))).to.deep.equal([
        'Of this page.',
      ]);
    } finally {
      history.replaceState(null, '', here);
    }
  });

  it('leaves a thread alone that a server wrote, or whose form posts somewhere', async () => {
    for (const inner of [wordpressList, `<comment-form>${wordpressForm}</comment-form>`]) {
      const thread = await mount<CommentThread>(`<comment-thread>${inner}</comment-thread>`);
      expect(thread.hasAttribute('source')).to.be.false;
      expect(allByRole(thread, 'heading', 'Comments')).to.be.empty;
    }
  });

  it("adds a reader's own to a server's comments where it is asked to", async () => {
    const html = `<comment-thread source="local" post="${newPost()}">${wordpressList}</comment-thread>`;
    const thread = await mountThread(html);
    await say(thread, 'Mine.');
    byRole(thread, 'link', 'Reply to Anna Berg').click();
    await say(thread, 'Dear Anna.');
    thread.remove();
    const again = await mountThread(html);
    expect(words(again).sort()).to.deep.equal(['Dear Anna.', 'Mine.']);
    expect(again.querySelectorAll('li')).to.have.length(4);
    const answer = [...again.querySelectorAll('#comment-5 li')].map((item) => read(item));
    expect(answer.some((text) => text.includes('Dear Anna.'))).to.be.true;
  });

  it('remembers no address in what it keeps', async () => {
    const thread = await mountThread(tag(newPost()));
    fillIn(thread, { Email: 'secret@example.org' });
    await send(thread);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('broadsheet-elements');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    const rows = await new Promise<unknown[]>((resolve) => {
      const request = database.transaction('comments').objectStore('comments').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    expect(rows).not.to.be.empty;
    expect(JSON.stringify(rows)).not.to.contain('secret');
    expect(saveMe(thread).checked).to.be.false;
  });

  for (const [how, open] of [
    [
      'throws',
      () => {
        throw new DOMException('Refused.', 'SecurityError');
      },
    ],
    [
      'answers with an error',
      () => {
        const request = {} as IDBOpenDBRequest;
        queueMicrotask(() => void request.onerror?.(new Event('error')));
        return request;
      },
    ],
  ] as const) {
    it(`works without storage, and says how long: the browser ${how}`, async () => {
      await replacing(IDBFactory.prototype, 'open', open, async () => {
        const html = tag(newPost());
        const thread = await mountThread(html);
        expect(read(thread)).to.contain(
          'This browser keeps no data for this page, so comments last only until you leave it.',
        );
        await say(thread, 'For now.');
        byRole(thread, 'button', 'Reply to Jana').click();
        await say(thread, 'And this.');
        thread.remove();
        const again = await mountThread(html);
        expect(words(again)).to.deep.equal(['For now.', 'And this.']);
        expect(again.querySelectorAll('li li')).to.have.length(1);
        expect(words(await mountThread(tag(newPost())))).to.be.empty;
      });
    });
  }

  for (const [how, add] of [
    [
      'at once',
      () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      },
    ],
    [
      'at the end',
      function (this: IDBObjectStore, value: unknown) {
        const request = this.put(value);
        this.transaction.abort();
        return request;
      },
    ],
  ] as const) {
    it(`says that the browser did not keep it, and keeps the text: refused ${how}`, async () => {
      const html = tag(newPost());
      const thread = await mountThread(html);
      await replacing(IDBObjectStore.prototype, 'add', add, async () => {
        fillIn(thread);
        const event = (await send(thread)) as CommentErrorEvent;
        expect(event.kind).to.equal('storage');
        expect(alerts(thread)).to.equal(
          'This browser refused to keep your comment. What you wrote is still in the box.',
        );
        expect(box(thread).value).to.equal('Well said.');
        expect(words(thread)).to.be.empty;
      });
      await send(thread);
      await until(thread, () => words(thread).length);
      expect(words(await mountThread(html)), 'kept once').to.deep.equal(['Well said.']);
    });
  }

  it('says so when what is kept cannot be read, and reads it when the reader tries again', async () => {
    const html = tag(newPost());
    await say(await mountThread(html), 'Kept.');
    let thread: CommentThread | undefined;
    await replacing(
      IDBIndex.prototype,
      'getAll',
      () => {
        throw new DOMException('Broken.', 'UnknownError');
      },
      async () => {
        thread = await mountThread(html);
        expect(alerts(thread)).to.match(/^The comments could not be loaded\./);
      },
    );
    byRole(thread!, 'button', 'Try again').click();
    await until(thread!, () => words(thread!).length);
    expect(words(thread!)).to.deep.equal(['Kept.']);
    expect(alerts(thread!)).to.equal('');
  });
});

describe('A thread in this browser, for everybody', () => {
  withStyles();
  beforeEach(forgetAll);

  it('can be used by everybody', async () => {
    const thread = await mountThread(tag(newPost()));
    await say(thread, 'A thought.');
    await expect(thread).to.be.accessible();
  });

  it('can be used by everybody where nothing is kept', async () => {
    const open = () => {
      throw new DOMException('Refused.', 'SecurityError');
    };
    await replacing(IDBFactory.prototype, 'open', open, async () => {
      const thread = await mountThread(tag(newPost()));
      await expect(thread).to.be.accessible();
    });
  });
});
