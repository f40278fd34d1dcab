import { expect } from '@open-wc/testing';
import type {
  CommentErrorEvent,
  CommentPostedEvent,
  CommentSubmitEvent,
} from '../../src/comments/comment-events.js';
import type { CommentForm } from '../../src/comments/comment-form.js';
import {
  SourceError,
  type PostResult,
  type SourceErrorKind,
} from '../../src/sources/comment-source.js';
import { turn } from '../helpers.js';
import {
  alerts,
  box,
  comment,
  defer,
  FakeSource,
  faultBeside,
  fillIn,
  forgetAll,
  kept,
  mount,
  nativePosts,
  next,
  post,
  postButton,
  saveMe,
  send,
  statuses,
  type,
} from './helpers.js';

const failures: [SourceErrorKind, string][] = [
  [
    'offline',
    'Your comment was not sent: there is no connection. It is still here; try again later.',
  ],
  [
    'timeout',
    'The site did not answer in time, so your comment may or may not have arrived. It is still here.',
  ],
  ['auth', 'The site asks you to sign in before you comment. What you wrote is still here.'],
  ['closed', 'Comments are closed here. You can still copy what you wrote.'],
  ['duplicate', 'The site already has this comment from you.'],
  ['invalid', 'The site did not accept the comment: check the fields and try again.'],
  ['too-long', 'The comment is too long for this site. Shorten it and try again.'],
  ['rate', 'You are posting too quickly for this site. Wait a moment, then try again.'],
  ['storage', 'This browser refused to keep your comment. What you wrote is still in the box.'],
  [
    'server',
    'Your comment was not posted because something failed at the site. It is still here; try again.',
  ],
];
const serverWords = failures.at(-1)![1];

const otherThrows: [string, unknown][] = [
  ['an Error', new Error('ECONNRESET 10.0.0.7')],
  ['a TypeError', new TypeError('Failed to fetch')],
  ['a DOMException', new DOMException('Aborted.', 'AbortError')],
  ['a text', 'no'],
  ['nothing', undefined],
  ['null', null],
];

describe('A comment form with a source', () => {
  let source: FakeSource;
  let form: CommentForm;
  beforeEach(async () => {
    forgetAll();
    source = new FakeSource();
    form = await mount<CommentForm>('<comment-form></comment-form>', { commentSource: source });
  });

  const onSubmit = (act: (event: CommentSubmitEvent) => void) =>
    form.addEventListener('comment-submit', act);

  it('sends what was written, empties the box and says so', async () => {
    fillIn(form, { Comment: '  Well said.\n', Website: 'https://jana.example' });
    const event = (await send(form)) as CommentPostedEvent;
    expect(source.posts[0]!.draft).to.deep.equal({
      text: 'Well said.',
      parentId: null,
      author: { name: 'Jana', email: 'jana@example.org', url: 'https://jana.example' },
    });
    expect(event.status).to.equal('published');
    expect(event.comment!.body).to.deep.equal({ text: 'Well said.' });
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
    expect(statuses(form)).to.equal('Your comment is published.');
    expect(box(form).value).to.equal('');
    expect(box(form, 'Name').value).to.equal('Jana');
    expect(nativePosts, 'posted by the browser too').to.be.empty;
  });

  it('sends once, however often the reader asks while it is on its way', async () => {
    const answer = defer<PostResult>();
    source.answer = () => answer.promise;
    fillIn(form);
    const button = postButton(form);
    button.focus();
    button.click();
    button.click();
    form.querySelector('form')!.requestSubmit();
    await turn();
    expect(source.posts).to.have.length(1);
    expect(statuses(form)).to.equal('Sending…');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(document.activeElement, 'focus').to.equal(button);
    expect(form.querySelector('form')!.getAttribute('aria-busy')).to.equal('true');
    const end = next(form, 'comment-posted');
    answer.resolve({ status: 'published' });
    await end;
    await turn();
    expect(button.hasAttribute('aria-disabled')).to.be.false;
    expect(form.querySelector('form')!.hasAttribute('aria-busy')).to.be.false;
    expect(source.posts).to.have.length(1);
  });

  it('sends one of each where two forms stand in a page', async () => {
    const other = await mount<CommentForm>('<comment-form></comment-form>', {
      commentSource: source,
    });
    fillIn(form, { Comment: 'One' });
    fillIn(other, { Comment: 'Two' });
    await Promise.all([send(form), send(other)]);
    expect(source.posts.map(({ draft }) => draft.text)).to.deep.equal(['One', 'Two']);
  });

  it('asks the page first, with all that was written', async () => {
    let event: CommentSubmitEvent | undefined;
    onSubmit((submit) => (event = submit));
    fillIn(form);
    await send(form);
    expect(event!.draft.author.email).to.equal('jana@example.org');
    expect([event!.bubbles, event!.composed, event!.cancelable]).to.deep.equal([true, true, true]);
    expect(event!.elapsed).to.be.a('number').and.at.least(0);
    expect(event!.trapped).to.be.false;
  });

  it('does not ask the page about what is incomplete', async () => {
    let asked = false;
    onSubmit(() => (asked = true));
    fillIn(form, { Name: '' });
    post(form);
    await turn();
    expect(asked).to.be.false;
    expect(source.posts).to.be.empty;
  });

  it('sends nothing when the page says no, and keeps what was typed', async () => {
    onSubmit((event) => event.preventDefault());
    fillIn(form);
    post(form);
    await turn();
    expect(source.posts).to.be.empty;
    expect(nativePosts).to.be.empty;
    expect(box(form).value).to.equal('Well said.');
    expect(postButton(form).hasAttribute('aria-disabled')).to.be.false;
  });

  it("takes the page's own answer as the store's", async () => {
    onSubmit((event) => event.respondWith(Promise.resolve({ status: 'held' })));
    fillIn(form);
    const event = (await send(form)) as CommentPostedEvent;
    expect(event.status).to.equal('held');
    expect(event.comment).to.be.undefined;
    expect(source.posts).to.be.empty;
    expect(box(form).value).to.equal('');
  });

  it('says why when the page answers no later', async () => {
    onSubmit((event) => event.respondWith(Promise.reject(new SourceError('closed', 'Closed.'))));
    fillIn(form);
    const event = (await send(form)) as CommentErrorEvent;
    expect(event.kind).to.equal('closed');
    expect(alerts(form)).to.match(/^Comments are closed here/);
    expect(box(form).value).to.equal('Well said.');
  });

  it('says that something failed when the page answers with nonsense', async () => {
    onSubmit((event) => event.respondWith(Promise.resolve(undefined as unknown as PostResult)));
    fillIn(form);
    expect(((await send(form)) as CommentErrorEvent).kind).to.equal('server');
    expect(box(form).value).to.equal('Well said.');
  });

  it('takes only a promise for an answer, and only one', async () => {
    const thrown: unknown[] = [];
    const attempt = (run: () => void) => {
      try {
        run();
      } catch (error) {
        thrown.push(error);
      }
    };
    onSubmit((event) => {
      attempt(() => event.respondWith({ status: 'published' } as unknown as Promise<PostResult>));
      attempt(() => event.respondWith(undefined as unknown as Promise<PostResult>));
      expect(event.defaultPrevented, 'refused answers').to.be.false;
      event.respondWith(Promise.resolve({ status: 'published' }));
      attempt(() => event.respondWith(Promise.resolve({ status: 'published' })));
      expect(event.defaultPrevented).to.be.true;
    });
    fillIn(form);
    await send(form);
    expect(thrown).to.have.length(3);
    for (const error of thrown) expect(error).to.be.instanceOf(TypeError);
  });

  it('tells the page how quick the reader was, from the first touch', () => {
    const { now } = Date;
    let time = 1_000_000;
    Date.now = () => time;
    try {
      let elapsed = -1;
      onSubmit((event) => {
        elapsed = event.elapsed;
        event.preventDefault();
      });
      fillIn(form);
      time += 4200;
      type(box(form), 'Well said, indeed.');
      post(form);
      expect(elapsed).to.equal(4200);
    } finally {
      Date.now = now;
    }
  });

  it('tells the page when a field was filled in that nobody can see', () => {
    const trap = document.createElement('input');
    trap.name = 'phone';
    trap.hidden = true;
    trap.dataset.trap = '';
    form.querySelector('form')!.append(trap);
    const trapped: boolean[] = [];
    onSubmit((event) => {
      trapped.push(event.trapped);
      event.preventDefault();
    });
    fillIn(form);
    post(form);
    trap.value = 'http://pills.example';
    post(form);
    expect(trapped).to.deep.equal([false, true]);
  });

  for (const [kind, words] of failures) {
    it(`keeps what was typed and says why: ${kind}`, async () => {
      source.answer = () => Promise.reject(new SourceError(kind, 'Secret detail 10.0.0.7'));
      fillIn(form);
      const event = (await send(form)) as CommentErrorEvent;
      expect(event.type).to.equal('comment-error');
      expect(event.kind).to.equal(kind);
      expect((event.error as Error).message).to.equal('Secret detail 10.0.0.7');
      expect(alerts(form)).to.equal(words);
      expect(statuses(form)).to.equal('');
      expect(box(form).value).to.equal('Well said.');
      expect(kept(), 'the draft of this visit').to.contain('Well said.');
      if (kind === 'closed') return; // there is nothing to press any more
      const mayPost = kind === 'rate' ? 'true' : null;
      expect(postButton(form).getAttribute('aria-disabled')).to.equal(mayPost);
    });
  }

  for (const [what, thrown] of otherThrows) {
    it(`says that something failed, and keeps what was typed, when ${what} is thrown`, async () => {
      source.answer = () => {
        throw thrown;
      };
      fillIn(form);
      const event = (await send(form)) as CommentErrorEvent;
      expect(event.kind).to.equal('server');
      expect(event.error).to.equal(thrown);
      expect(alerts(form)).to.equal(serverWords);
      expect(box(form).value).to.equal('Well said.');
    });
  }

  it('has words for a kind of failure that a later source may bring', async () => {
    source.answer = () =>
      Promise.reject(new SourceError('teapot' as unknown as SourceErrorKind, 'Short and stout.'));
    fillIn(form);
    expect((await send(form)).type).to.equal('comment-error');
    expect(alerts(form)).to.equal(serverWords);
  });

  it('knows a SourceError of another copy of the library by its name', async () => {
    source.answer = () =>
      Promise.reject(Object.assign(new Error('Slow down'), { name: 'SourceError', kind: 'rate' }));
    fillIn(form);
    expect(((await send(form)) as CommentErrorEvent).kind).to.equal('rate');
  });

  it('says beside each field what the site found wrong with it', async () => {
    const fields = { email: 'We know this address to be closed.', town: 'Unknown.' };
    source.answer = () => Promise.reject(new SourceError('invalid', 'No.', { fields }));
    fillIn(form);
    await send(form);
    const email = box(form, 'Email');
    expect(faultBeside(email)).to.equal('We know this address to be closed.');
    expect(document.activeElement).to.equal(email);
    expect(alerts(form)).to.match(/^The site did not accept the comment/);
    type(email, 'jana@example.com');
    expect(faultBeside(email)).to.equal('');
  });

  it('can be sent again after a failure, and then all is well', async () => {
    source.answer = () => Promise.reject(new SourceError('offline', 'Off.'));
    fillIn(form);
    await send(form);
    source.answer = () => ({ status: 'published' });
    expect((await send(form)).type).to.equal('comment-posted');
    expect(alerts(form)).to.equal('');
    expect(box(form).value).to.equal('');
  });

  it('keeps one key over all tries of a comment, and takes a new one for the next', async () => {
    source.answer = () => Promise.reject(new SourceError('timeout', 'Slow.'));
    fillIn(form);
    await send(form);
    await send(form);
    source.answer = () => ({ status: 'published' });
    await send(form);
    fillIn(form, { Comment: 'Another' });
    await send(form);
    const [first, second, third, fourth] = source.posts.map(({ key }) => key);
    expect(first).to.be.a('string').with.length.above(8);
    expect([second, third]).to.deep.equal([first, first]);
    expect(fourth).not.to.equal(first);
  });

  it('takes a new key for another text after a definite refusal, and only then', async () => {
    const texts = ['One', 'One', 'Two', 'Three'];
    for (const [index, kind] of (
      ['invalid', 'too-long', 'timeout', 'offline'] as const
    ).entries()) {
      source.answer = () => Promise.reject(new SourceError(kind, 'No.'));
      fillIn(form, { Comment: texts[index]! });
      await send(form);
    }
    const [first, second, third, fourth] = source.posts.map(({ key }) => key);
    expect(second, 'the same text').to.equal(first);
    expect(third, 'another text after a refusal').not.to.equal(first);
    expect(fourth, 'another text after nobody knows').to.equal(third);
  });

  it('thanks a reader whose comment waits for a moderator', async () => {
    const held = comment({ state: 'pending' });
    source.answer = () => ({ status: 'held', comment: held });
    fillIn(form);
    const event = (await send(form)) as CommentPostedEvent;
    expect(event.comment).to.equal(held);
    expect(statuses(form)).to.match(/^Thank you. Your comment waits for a moderator/);
    expect(box(form).value).to.equal('');
  });

  it('keeps what was typed when the site puts it into the bin', async () => {
    source.answer = () => ({ status: 'trashed' });
    fillIn(form);
    const event = (await send(form)) as CommentPostedEvent;
    expect(event.status).to.equal('trashed');
    expect(alerts(form)).to.match(/^Your comment was refused by the site/);
    expect(box(form).value).to.equal('Well said.');
    expect(kept()).to.contain('Well said.');
  });

  for (const modifier of ['ctrlKey', 'metaKey'] as const) {
    const enter = (target: Element, more: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        bubbles: true,
        cancelable: true,
        [modifier]: true,
        ...more,
      });
      target.dispatchEvent(event);
      return event;
    };

    it(`posts with ${modifier} and Enter, once`, async () => {
      fillIn(form);
      const end = next(form, 'comment-posted');
      expect(enter(box(form)).defaultPrevented).to.be.true;
      enter(box(form));
      await end;
      expect(source.posts).to.have.length(1);
    });

    it(`does not post with ${modifier} and Enter while a word is being composed`, async () => {
      fillIn(form);
      enter(box(form), { isComposing: true });
      // Safari ends the composition first and tells of it only by this code.
      enter(box(form), { keyCode: 229 });
      await turn();
      expect(source.posts).to.be.empty;
    });
  }

  it('does not post with Enter alone, nor with Ctrl and another key, nor on a button', async () => {
    fillIn(form);
    const key = (target: Element, init: KeyboardEventInit) =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
      );
    key(box(form), { key: 'Enter' });
    key(box(form), { key: 'a', ctrlKey: true });
    key(postButton(form), { key: 'Enter', ctrlKey: true });
    await turn();
    expect(source.posts).to.be.empty;
  });

  it('leaves a submit alone that the page has stopped', async () => {
    const stop = (event: Event) => event.preventDefault();
    window.addEventListener('submit', stop, { capture: true });
    fillIn(form);
    post(form);
    await turn();
    window.removeEventListener('submit', stop, { capture: true });
    expect(source.posts).to.be.empty;
  });

  it('says so when a source takes no comments', async () => {
    form.commentSource = { name: 'mute', can: [], load: () => Promise.resolve({ comments: [] }) };
    await turn();
    fillIn(form);
    const event = (await send(form)) as CommentErrorEvent;
    expect(event.error).to.be.instanceOf(TypeError);
    expect(alerts(form)).to.equal(serverWords);
    expect(box(form).value).to.equal('Well said.');
  });

  it('ends well when it is taken out of the page while it sends', async () => {
    const answer = defer<PostResult>();
    source.answer = () => answer.promise;
    fillIn(form);
    post(form);
    await turn();
    const parent = form.parentElement!;
    form.remove();
    const end = next(form, 'comment-posted');
    answer.resolve({ status: 'published' });
    await end;
    expect(kept()).not.to.contain('Well said.');
    parent.append(form);
    await turn();
    expect(box(form).value).to.equal('');
    fillIn(form);
    await send(form);
    expect(source.posts).to.have.length(2);
  });

  it('keeps what the reader writes while the comment is on its way', async () => {
    const answer = defer<PostResult>();
    source.answer = () => answer.promise;
    fillIn(form);
    post(form);
    await turn();
    type(box(form), 'Well said. And another thing');
    const end = next(form, 'comment-posted');
    answer.resolve({ status: 'published' });
    await end;
    await turn();
    expect(box(form).value).to.equal('Well said. And another thing');
    expect(kept(), 'the draft').to.contain('another thing');
  });

  it('empties the box that stands there when the answer comes, whatever has changed meanwhile', async () => {
    const answer = defer<PostResult>();
    source.answer = () => answer.promise;
    fillIn(form);
    post(form);
    await turn();
    form.post = '9';
    await turn();
    const end = next(form, 'comment-posted');
    answer.resolve({ status: 'published' });
    await end;
    await turn();
    expect(box(form).value).to.equal('');
    expect(kept(), 'the draft').not.to.contain('Well said.');
    expect(postButton(form).hasAttribute('aria-disabled')).to.be.false;
  });

  it('tells the e-mail address to the store and to comment-submit, and to nobody else', async () => {
    const seen: string[] = [];
    for (const name of ['comment-posted', 'comment-error'] as const) {
      form.addEventListener(name, (event) => {
        const { comment: posted } = event as CommentPostedEvent;
        seen.push(JSON.stringify([Object.values(event), posted]));
      });
    }
    fillIn(form, { Email: 'secret@example.org' });
    source.answer = () => Promise.reject(new SourceError('offline', 'Off.'));
    await send(form);
    expect(kept()).not.to.contain('secret');
    source.answer = (draft) => ({
      status: 'published',
      comment: comment({ body: { text: draft.text } }),
    });
    await send(form);
    expect(seen).to.have.length(2);
    expect(seen.join()).not.to.contain('secret');
    expect(document.documentElement.outerHTML).not.to.contain('secret@');
    expect(saveMe(form).checked).to.be.false;
    expect(kept()).not.to.contain('secret');
  });
});

describe('Where a comment form sends', () => {
  let around: FakeSource;
  let own: FakeSource;
  beforeEach(() => {
    forgetAll();
    around = new FakeSource();
    own = new FakeSource();
  });

  it('to the source of its thread', async () => {
    const thread = await mount<HTMLElement>(
      '<comment-thread><comment-form></comment-form></comment-thread>',
      { commentSource: around },
    );
    const form = thread.querySelector('comment-form')!;
    fillIn(form);
    await send(form);
    expect(around.posts).to.have.length(1);
  });

  it("to the article's comment source", async () => {
    const article = await mount<HTMLElement>(
      '<news-article><h1>Title</h1><comment-form></comment-form></news-article>',
      { commentSource: around },
    );
    const form = article.querySelector('comment-form')!;
    fillIn(form);
    await send(form);
    expect(around.posts).to.have.length(1);
  });

  it("to the article's comment source through a thread that names none", async () => {
    const article = await mount<HTMLElement>(
      '<news-article><h1>Title</h1><comment-thread><comment-form></comment-form></comment-thread></news-article>',
      { commentSource: around },
    );
    expect(article.querySelector('comment-thread')!.hasAttribute('source')).to.be.false;
    const form = article.querySelector('comment-form')!;
    fillIn(form);
    await send(form);
    expect(around.posts).to.have.length(1);
  });

  it('to its own source before any other', async () => {
    const thread = await mount<HTMLElement>(
      '<comment-thread><comment-form></comment-form></comment-thread>',
      { commentSource: around },
    );
    const form = thread.querySelector('comment-form')!;
    form.commentSource = own;
    await turn();
    fillIn(form);
    await send(form);
    expect(around.posts).to.be.empty;
    expect(own.posts).to.have.length(1);
  });

  it('to the new source when the page changes it, and to none when it is taken away', async () => {
    const form = await mount<CommentForm>('<comment-form></comment-form>', {
      commentSource: around,
    });
    form.commentSource = own;
    await turn();
    fillIn(form);
    await send(form);
    expect([around.posts.length, own.posts.length]).to.deep.equal([0, 1]);
    form.commentSource = undefined;
    await turn();
    fillIn(form);
    post(form);
    expect(nativePosts).to.have.length(1);
  });

  it('nowhere by a name that nobody registered, and says so', async () => {
    const form = await mount<CommentForm>('<comment-form source="nowhere"></comment-form>');
    fillIn(form);
    const event = (await send(form)) as CommentErrorEvent;
    expect((event.error as Error).message).to.contain('"nowhere"');
    expect(alerts(form)).to.equal(serverWords);
    expect(box(form).value).to.equal('Well said.');
  });
});
