import { expect } from '@open-wc/testing';
import type { CommentsErrorEvent } from '../../src/comments/comment-events.js';
import type { CommentThread } from '../../src/comments/comment-thread.js';
import { errorKind, SourceError } from '../../src/sources/comment-source.js';
import { refFor, registerSource, type SourceModule } from '../../src/sources/registry.js';
import {
  alerts,
  box,
  comment,
  defer,
  FakeSource,
  fillIn,
  forgetAll,
  mount,
  mountThread,
  next,
  send,
  sourceOf,
  until,
} from '../comments/helpers.js';
import { byRole, read } from '../helpers.js';

const texts = (thread: Element) => [...thread.querySelectorAll('.body')].map(read);

describe('A source of one’s own', () => {
  beforeEach(forgetAll);

  it('is asked under its name, with what the tag says, and loaded once for all that', async () => {
    const source = sourceOf(comment());
    const asked: unknown[] = [];
    let imports = 0;
    registerSource('mine', () => {
      imports++;
      return Promise.resolve({
        comments: (options) => {
          asked.push(options);
          return source;
        },
      });
    });
    const thread = await mountThread(
      '<comment-thread source="mine" src="https://site.example" post="8"></comment-thread>',
    );
    fillIn(thread);
    await send(thread);
    expect(asked).to.deep.equal([{ src: 'https://site.example', post: '8' }]);
    expect(imports).to.equal(1);
    expect(source.posts).to.have.length(1);
  });

  it('is asked anew when the tag names another post, and late answers are dropped', async () => {
    const slow = defer<{ comments: [] }>();
    const fast = sourceOf(comment({ body: { text: 'of b' } }));
    registerSource('by-post', () =>
      Promise.resolve({
        comments: ({ post }) => (post === 'a' ? new FakeSource(() => slow.promise) : fast),
      }),
    );
    const thread = await mount<CommentThread>(
      '<comment-thread source="by-post" post="a"></comment-thread>',
    );
    const load = next(thread, 'comments-load');
    thread.post = 'b';
    await load;
    slow.resolve({ comments: [] });
    expect(texts(thread)).to.deep.equal(['of b']);
    byRole(thread, 'heading', '1 comment');
  });

  it('drops what a module was to bring that arrives after the page has moved on', async () => {
    const slow = defer<SourceModule>();
    registerSource('slow-module', () => slow.promise);
    const thread = await mount<CommentThread>(
      '<comment-thread source="slow-module"></comment-thread>',
    );
    const load = next(thread, 'comments-load');
    thread.commentSource = sourceOf(comment({ body: { text: 'of b' } }));
    await load;
    slow.resolve({ comments: () => sourceOf(comment({ body: { text: 'of a' } })) });
    await slow.promise;
    expect(texts(thread)).to.deep.equal(['of b']);
  });

  it('is tried again when its module could not be loaded', async () => {
    let tries = 0;
    registerSource('flaky', () =>
      ++tries === 1
        ? Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
        : Promise.resolve({ comments: () => sourceOf(comment({ body: { text: 'there' } })) }),
    );
    const thread = await mountThread('<comment-thread source="flaky"></comment-thread>');
    byRole(thread, 'button', 'Try again').click();
    await until(thread, () => texts(thread).length);
    expect(texts(thread)).to.deep.equal(['there']);
    expect(tries).to.equal(2);
  });

  it('is missed by the reader and told to the page when nobody registered it', async () => {
    for (const name of ['nowhere', 'toString', '__proto__', 'only-articles']) {
      registerSource('only-articles', () => Promise.resolve({}));
      const error = next<CommentsErrorEvent>(window, 'comments-error');
      const thread = await mountThread(`<comment-thread source="${name}"></comment-thread>`);
      const event = await error;
      expect(event.error).to.be.instanceOf(TypeError);
      expect((event.error as Error).message).to.contain(`"${name}"`);
      expect(event.kind).to.equal('server');
      expect(alerts(thread)).to.match(/^The comments could not be loaded\./);
      thread.remove();
    }
  });

  it('keeps the text of a reader who wrote before it failed', async () => {
    const thread = await mountThread(
      '<comment-thread source="nowhere"><comment-form></comment-form></comment-thread>',
    );
    fillIn(thread);
    expect((await send(thread)).type).to.equal('comment-error');
    expect(box(thread).value).to.equal('Well said.');
  });

  it('is refused with a TypeError where it can be none', () => {
    const load = () => Promise.resolve({});
    expect(() => registerSource('', load)).to.throw(TypeError, '`name`');
    expect(() => registerSource(7 as unknown as string, load)).to.throw(TypeError, '`name`');
    expect(() => registerSource('x', undefined as unknown as typeof load)).to.throw(
      TypeError,
      '`load`',
    );
    expect(() => registerSource('x', {} as unknown as typeof load)).to.throw(TypeError, '`load`');
  });

  it('is nothing where nothing is named', () => {
    for (const nothing of [undefined, null, '']) expect(refFor(nothing)).to.be.undefined;
  });

  it('is what it is where an object is given', async () => {
    const source = new FakeSource();
    expect(await refFor(source)!.resolve()).to.equal(source);
  });
});

describe('Why a source failed', () => {
  it('is told in a kind, with what is wrong with which field and when to try again', () => {
    const cause = new Error('HTTP 429');
    const error = new SourceError('rate', 'Slow down.', {
      fields: { email: 'No.' },
      retryAt: 1_700_000_000_000,
      cause,
    });
    expect(error).to.be.instanceOf(Error);
    expect(error.name).to.equal('SourceError');
    expect(error).to.include({ kind: 'rate', message: 'Slow down.', retryAt: 1_700_000_000_000 });
    expect(error.fields).to.deep.equal({ email: 'No.' });
    expect(error.cause).to.equal(cause);
    expect(new SourceError('closed', 'Closed.').fields).to.deep.equal({});
  });

  it('is the server’s fault when nobody said', () => {
    for (const thrown of [new Error('x'), 'text', 7, null, undefined, { kind: 'rate' }]) {
      expect(errorKind(thrown)).to.equal('server');
    }
    expect(errorKind(new SourceError('auth', 'Sign in.'))).to.equal('auth');
  });
});
