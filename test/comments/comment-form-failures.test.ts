import { expect } from '@open-wc/testing';
import type {
  CommentAuthRequiredEvent,
  CommentErrorEvent,
  CommentPostedEvent,
} from '../../src/comments/comment-events.js';
import type { CommentForm } from '../../src/comments/comment-form.js';
import { SourceError, type PostResult } from '../../src/sources/comment-source.js';
import { allByRole, byRole, read, turn, warnings, withStyles } from '../helpers.js';
import {
  alerts,
  box,
  defer,
  FakeSource,
  faultBeside,
  fillIn,
  forgetAll,
  kept,
  mount,
  next,
  post,
  postButton,
  send,
  statuses,
  type,
} from './helpers.js';

describe('A comment form whose comment is not taken', () => {
  withStyles();
  let source: FakeSource;
  let form: CommentForm;
  beforeEach(async () => {
    forgetAll();
    source = new FakeSource();
    form = await mount<CommentForm>('<comment-form></comment-form>', { commentSource: source });
  });

  const refuse = (...args: ConstructorParameters<typeof SourceError>) => {
    source.answer = () => Promise.reject(new SourceError(...args));
  };
  const takes = () => (source.answer = () => ({ status: 'published' }));
  const button = (name: string) => byRole(form, 'button', name);
  const buttons = () => allByRole(form, 'button').map(read);

  describe('because there is no connection', () => {
    beforeEach(async () => {
      refuse('offline', 'Off.');
      fillIn(form);
      await send(form);
    });

    it('F1: says that it was not sent, keeps the text and lets the reader try again', async () => {
      expect(form.dataset.state).to.equal('failed');
      expect(alerts(form)).to.match(/^Your comment was not sent/);
      takes();
      const posted = next(form, 'comment-posted');
      button('Try again').click();
      await posted;
      await turn();
      expect(source.posts).to.have.length(2);
      expect(buttons()).not.to.include('Try again');
    });

    it('F1: sends it by itself when there is a connection again, once, if the reader ticked that', async () => {
      takes();
      window.dispatchEvent(new Event('online'));
      await turn();
      expect(source.posts, 'not ticked').to.have.length(1);
      byRole(form, 'checkbox', 'Send it when I am online again').click();
      const posted = next(form, 'comment-posted');
      window.dispatchEvent(new Event('online'));
      window.dispatchEvent(new Event('online'));
      await posted;
      window.dispatchEvent(new Event('online'));
      await turn();
      expect(source.posts).to.have.length(2);
    });

    it('F1: does not send it when the tick is taken away again, or the form is gone', async () => {
      const tick = byRole(form, 'checkbox', 'Send it when I am online again');
      tick.click();
      tick.click();
      window.dispatchEvent(new Event('online'));
      tick.click();
      form.remove();
      await turn();
      window.dispatchEvent(new Event('online'));
      await turn();
      expect(source.posts).to.have.length(1);
    });
  });

  it('F12: tells the developer once why the site may not have been asked', async () => {
    const said = await warnings(async () => {
      for (const cause of [new TypeError('Failed to fetch'), new TypeError('Again')]) {
        refuse('offline', 'Off.', { cause });
        fillIn(form);
        await send(form);
      }
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('CORS').and.to.contain('extension');
  });

  for (const kind of ['timeout', 'unknown'] as const) {
    it(`F2, F11: says that it may have been sent, and looks for it: ${kind}`, async () => {
      refuse(kind, 'Who knows.');
      fillIn(form);
      await send(form);
      expect(alerts(form)).to.contain('may or may not have arrived');
      button('Check whether it arrived').click();
      await turn();
      expect(statuses(form)).to.match(/^It is not among the comments, or not yet/);
      expect(box(form).value).to.equal('Well said.');
      source.page = () => ({ comments: [{ ...found, body: { html: '<p>Well said.</p>' } }] });
      button('Check whether it arrived').click();
      await turn();
      expect(statuses(form)).to.equal('Your comment is published.');
      expect(box(form).value).to.equal('');
      expect(kept()).to.equal('[{},{}]');
    });

    it(`F2, F3: sends it again under the same key, and takes a duplicate for the first: ${kind}`, async () => {
      refuse(kind, 'Who knows.');
      fillIn(form);
      await send(form);
      refuse('duplicate', 'Had it.');
      const event = (await send(form)) as CommentPostedEvent;
      expect(event.status).to.equal('published');
      expect(source.posts[1]!.key).to.equal(source.posts[0]!.key);
      expect(box(form).value).to.equal('');
      expect(kept()).to.equal('[{},{}]');
    });
  }

  it('F7: says that the site has it already, and keeps the text', async () => {
    refuse('duplicate', 'Had it.');
    fillIn(form);
    expect(((await send(form)) as CommentErrorEvent).kind).to.equal('duplicate');
    expect(alerts(form)).to.equal('The site already has this comment from you.');
    expect(box(form).value).to.equal('Well said.');
  });

  it('F2: keeps the key of a comment over a reload', async () => {
    refuse('timeout', 'Who knows.');
    fillIn(form);
    await send(form);
    form.remove();
    const again = await mount<CommentForm>('<comment-form></comment-form>', {
      commentSource: source,
    });
    fillIn(again);
    await send(again);
    expect(source.posts[1]!.key).to.equal(source.posts[0]!.key);
  });

  it('F29: makes a key where the browser has none for pages that are not secure', async () => {
    const own = crypto.randomUUID;
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      fillIn(form);
      await send(form);
    } finally {
      Object.defineProperty(crypto, 'randomUUID', { value: own, configurable: true });
    }
    expect(source.posts[0]!.key).to.have.length.above(12);
  });

  it('F5, F13: asks the page to let the reader sign in, and sends the same text once after', async () => {
    refuse('auth', 'Who are you?');
    fillIn(form);
    const asked = next<CommentAuthRequiredEvent>(window, 'comment-auth-required');
    post(form);
    const event = await asked;
    await turn();
    expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
    expect(form.dataset.state).to.equal('signed-out');
    expect(alerts(form)).to.match(/^The site asks you to sign in/);
    expect(kept(), 'the draft').to.contain('Well said.');
    takes();
    const posted = next(form, 'comment-posted');
    event.resume();
    event.resume();
    await posted;
    event.resume();
    await turn();
    expect(source.posts.map(({ draft }) => draft.text)).to.deep.equal(['Well said.', 'Well said.']);
  });

  it('F5: goes on with what was written when the page says who has signed in', async () => {
    form.remove();
    form = await mount<CommentForm>('<comment-form></comment-form>', { commentSource: source });
    refuse('auth', 'Who are you?');
    fillIn(form);
    const asked = next<CommentAuthRequiredEvent>(window, 'comment-auth-required');
    post(form);
    const event = await asked;
    form.identity = { name: 'Jana Nová' };
    await turn();
    expect(box(form).value).to.equal('Well said.');
    takes();
    const posted = next(form, 'comment-posted');
    event.resume();
    await posted;
    expect(source.posts[1]!.draft.author).to.deep.include({ name: 'Jana Nová' });
    expect(kept()).to.equal('[{},{}]');
  });

  for (const kind of ['closed', 'gone'] as const) {
    it(`F6: gives way to a note when no more comments are taken, with the text to copy: ${kind}`, async () => {
      refuse(kind, 'No more.');
      fillIn(form);
      await send(form);
      expect(form.dataset.state).to.equal('closed');
      expect(alerts(form)).to.equal('Comments are closed here. You can still copy what you wrote.');
      const left = box(form) as HTMLTextAreaElement;
      expect([left.readOnly, left.value]).to.deep.equal([true, 'Well said.']);
      expect(buttons()).to.deep.equal(['Copy what you wrote']);
      form.querySelector('form')!.requestSubmit();
      await turn();
      expect(source.posts).to.have.length(1);
      expect(kept(), 'the draft').to.contain('Well said.');
    });
  }

  it('F6: is closed and opened by the page, and the text is there again', async () => {
    type(box(form), 'Half a thought');
    form.closed = true;
    await turn();
    expect(form.dataset.state).to.equal('closed');
    expect((box(form) as HTMLTextAreaElement).readOnly).to.be.true;
    await expect(form).to.be.accessible();
    form.closed = false;
    await turn();
    expect((box(form) as HTMLTextAreaElement).readOnly).to.be.false;
    expect(box(form).value).to.equal('Half a thought');
    expect(form.querySelector('.form-closed')).to.be.null;
  });

  it('F36: keeps a reply whose comment is gone, and offers to post it on its own', async () => {
    form.replyTo('5', 'Anna');
    refuse('gone', 'Deleted.');
    fillIn(form, { Comment: 'Dear Anna' });
    await send(form);
    expect(alerts(form)).to.match(/^The comment that you answer is no longer there/);
    expect(box(form).value).to.equal('Dear Anna');
    takes();
    const posted = next(form, 'comment-posted');
    button('Post it as a comment of its own').click();
    await posted;
    expect(source.posts.map(({ draft }) => draft.parentId)).to.deep.equal(['5', null]);
    expect(kept()).to.equal('[{},{}]');
  });

  it('F36: puts a reply whose comment is gone to what was written at the top', () => {
    type(box(form), 'At the top');
    form.replyTo('5', 'Anna');
    type(box(form), 'Dear Anna');
    form.cancelReply();
    type(box(form), 'At the top');
    form.replyTo('5', 'Anna');
    form.replyGone();
    expect(form.parentId).to.be.null;
    expect(box(form).value).to.equal('At the top');
    form.replyTo('6', 'Ben');
    type(box(form), 'Dear Ben');
    form.replyGone();
    expect(form.parentId).to.be.null;
    expect(box(form).value).to.contain('Dear Ben');
    expect(alerts(form)).to.match(/^The comment that you answer is no longer there/);
  });

  for (const [unit, max, text, over] of [
    ['graphemes', 3, '👩‍👩‍👧x👩‍👩‍👧xx', 2],
    ['code-points', 3, '👍👍👍👍', 1],
    ['bytes', 5, 'žžž', 1],
    ['code-units', 3, '👍👍', 1],
  ] as const) {
    it(`F8: counts as the site does, and does not send what is too long: ${unit}`, async () => {
      form.commentSource = Object.assign(new FakeSource(), { limit: { max, unit } });
      await turn();
      fillIn(form, { Comment: text });
      const event = (await send(form)) as CommentErrorEvent;
      expect(event.kind).to.equal('too-long');
      expect((form.commentSource as FakeSource).posts).to.be.empty;
      const words = over === 1 ? '1 character' : `${over} characters`;
      expect(faultBeside(box(form))).to.equal(`This is ${words} too long.`);
      fillIn(form, { Comment: 'a' });
      expect((await send(form)).type).to.equal('comment-posted');
    });
  }

  it('takes the reader to the site with what they wrote, where it takes comments only there', async () => {
    const fields = { comment: 'Well said.', submit: 'x', comment_post_ID: '8' };
    const action = 'https://news.example/wp-comments-post.php';
    refuse('elsewhere', 'Only there.', { elsewhere: { site: 'news.example', action, fields } });
    fillIn(form);
    await send(form);
    let sent: [string, string, Record<string, unknown>] | undefined;
    const { submit } = HTMLFormElement.prototype;
    HTMLFormElement.prototype.submit = function () {
      sent = [this.method, this.action, Object.fromEntries(new FormData(this))];
    };
    try {
      button('Post on news.example').click();
    } finally {
      HTMLFormElement.prototype.submit = submit;
    }
    expect(sent).to.deep.equal(['post', action, fields]);
    expect(kept(), 'until it is seen').to.match(/sent.{1,3}:true/);
    expect(document.querySelector('body > form')).to.be.null;
  });

  it('never takes the reader to a script', async () => {
    const elsewhere = { site: 'x', action: 'javascript:alert(1)', fields: {} };
    refuse('elsewhere', 'Only there.', { elsewhere });
    fillIn(form);
    await send(form);
    let sent = 0;
    const { submit } = HTMLFormElement.prototype;
    HTMLFormElement.prototype.submit = () => void sent++;
    button('Post on x').click();
    HTMLFormElement.prototype.submit = submit;
    expect(sent).to.equal(0);
  });

  for (const [how, settle] of [
    ['taken', (answer: PromiseWithAnswer) => answer.resolve({ status: 'published' })],
    ['refused', (answer: PromiseWithAnswer) => answer.reject(new SourceError('server', 'Oh.'))],
  ] as const) {
    it(`F24: tells the document how it ended when the form is no longer there: ${how}`, async () => {
      const answer = defer<PostResult>();
      source.answer = () => answer.promise;
      fillIn(form);
      post(form);
      await turn();
      form.remove();
      const end = next(document, 'comment-posted', 'comment-error');
      settle(answer);
      const { type: name } = await end;
      expect(name).to.equal(how === 'taken' ? 'comment-posted' : 'comment-error');
      expect(kept().includes('Well said.')).to.equal(how !== 'taken');
    });
  }

  for (const kind of ['offline', 'timeout', 'auth', 'rate', 'closed', 'server'] as const) {
    it(`can be used by everybody: ${kind}`, async () => {
      refuse(kind, 'No.');
      fillIn(form);
      await send(form);
      await expect(form).to.be.accessible();
    });
  }

  it('F14: posts nothing while it waits, however it is asked', async () => {
    refuse('rate', 'Slow down.', { retryAt: Date.now() + 60_000 });
    fillIn(form);
    await send(form);
    postButton(form).click();
    form.querySelector('form')!.requestSubmit();
    await turn();
    expect(source.posts).to.have.length(1);
  });
});

type PromiseWithAnswer = ReturnType<typeof defer<PostResult>>;

const found = {
  id: '7',
  parentId: null,
  author: { name: 'Jana' },
  publishedAt: '2025-11-08T12:00:00Z',
  state: 'visible',
} as const;
