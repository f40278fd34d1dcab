import { expect } from '@open-wc/testing';
import type { CommentThread } from '../../src/comments/comment-thread.js';
import { SourceError } from '../../src/sources/comment-source.js';
import { allByRole, byRole, read, turn } from '../helpers.js';
import type { FakeSource } from './helpers.js';
import {
  alerts,
  box,
  comment,
  fillIn,
  forgetAll,
  mount,
  mountThread,
  nativePosts,
  post,
  send,
  sourceOf,
  type,
  until,
} from './helpers.js';
import { wordpressList, wordpressRespond } from './wordpress.js';

const ada = comment({ id: '5', name: 'Ada' });
const ben = comment({ id: '6', name: 'Ben' });

describe('A reader who answers a comment', () => {
  let source: FakeSource;
  let thread: CommentThread;
  beforeEach(async () => {
    forgetAll();
    source = sourceOf(ada, ben);
    thread = await mountThread('<comment-thread></comment-thread>', { commentSource: source });
  });

  const item = (id: string) => thread.querySelector(`#comment-${id}`)!;
  const replyTo = (name: string) => byRole(thread, 'button', `Reply to ${name}`);
  const cancel = () => byRole(thread, 'button', 'Cancel reply');

  it('finds the form under it, with the focus in the box', () => {
    replyTo('Ada').click();
    expect(item('5').contains(box(thread))).to.be.true;
    expect(document.activeElement).to.equal(box(thread));
    byRole(thread, 'heading', /^Leave a Reply to Ada/);
  });

  it('takes what was typed along, from comment to comment', () => {
    fillIn(thread, { Comment: 'Half a thought' });
    replyTo('Ada').click();
    replyTo('Ben').click();
    expect(item('6').contains(box(thread))).to.be.true;
    expect(item('5').contains(box(thread))).to.be.false;
    expect(box(thread).value).to.equal('Half a thought');
    byRole(thread, 'heading', /^Leave a Reply to Ben/);
    expect(thread.querySelectorAll('form')).to.have.length(1);
  });

  it('comes back to the button when the reply is cancelled, with the form at home', () => {
    replyTo('Ada').click();
    type(box(thread), 'Half a thought');
    cancel().click();
    expect(document.activeElement).to.equal(replyTo('Ada'));
    expect(thread.lastElementChild!.contains(box(thread))).to.be.true;
    expect(box(thread).value).to.equal('Half a thought');
    expect(allByRole(thread, 'button', 'Cancel reply')).to.be.empty;
    expect(thread.querySelector('comment-form')!.parentId).to.be.null;
    byRole(thread, 'heading', 'Leave a Reply');
  });

  it('finds the new comment, focused, under what it answers', async () => {
    replyTo('Ada').click();
    fillIn(thread, { Comment: 'Dear Ada' });
    await send(thread);
    await until(thread, () => thread.querySelector('li li'));
    await turn();
    const answer = thread.querySelector('li li')!;
    expect(read(answer.querySelector('.body'))).to.equal('Dear Ada');
    expect(item('5').contains(answer)).to.be.true;
    expect(document.activeElement).to.equal(answer);
    expect(source.posts[0]!.draft.parentId).to.equal('5');
    expect(thread.lastElementChild!.contains(box(thread)), 'form at home').to.be.true;
    byRole(thread, 'heading', 'Leave a Reply');
    byRole(thread, 'heading', '3 comments');
  });

  it('answers nobody with the comment after that', async () => {
    replyTo('Ada').click();
    fillIn(thread);
    await send(thread);
    fillIn(thread, { Comment: 'At the top' });
    await send(thread);
    expect(source.posts.map(({ draft }) => draft.parentId)).to.deep.equal(['5', null]);
  });

  it('keeps the focus in the box after a comment at the top', async () => {
    box(thread).focus();
    fillIn(thread);
    const { activeElement } = document;
    await send(thread);
    await until(thread, () => thread.querySelectorAll('li').length === 3);
    expect(document.activeElement).to.equal(activeElement);
  });

  it('stays under the comment, with the text, when sending fails', async () => {
    source.answer = () => Promise.reject(new SourceError('offline', 'Off.'));
    replyTo('Ada').click();
    fillIn(thread);
    await send(thread);
    expect(item('5').contains(box(thread))).to.be.true;
    expect(box(thread).value).to.equal('Well said.');
    expect(thread.querySelector('comment-form')!.parentId).to.equal('5');
  });

  it('goes on when the comments are read again, with text and focus', async () => {
    replyTo('Ada').click();
    fillIn(thread, { Comment: 'Half a thought' });
    box(thread).focus();
    source.page = () => ({ comments: [comment({ id: '4' }), ada, ben] });
    await thread.reload();
    await turn();
    expect(thread.querySelectorAll('li')).to.have.length(3);
    expect(item('5').contains(box(thread))).to.be.true;
    expect(box(thread).value).to.equal('Half a thought');
    expect(document.activeElement).to.equal(box(thread));
    expect(thread.querySelector('comment-form')!.parentId).to.equal('5');
  });

  it('keeps the text, as a comment at the top, when what was answered is gone', async () => {
    replyTo('Ada').click();
    fillIn(thread, { Comment: 'Half a thought' });
    source.page = () => ({ comments: [ben] });
    await thread.reload();
    await turn();
    expect(box(thread).value).to.equal('Half a thought');
    expect(thread.lastElementChild!.contains(box(thread))).to.be.true;
    expect(thread.querySelector('comment-form')!.parentId).to.be.null;
    byRole(thread, 'heading', 'Leave a Reply');
  });

  it('finds every fault of the form there as anywhere', () => {
    replyTo('Ada').click();
    post(thread);
    expect(document.activeElement).to.equal(box(thread));
    expect(alerts(thread)).to.equal('Not posted yet: 3 fields need your attention.');
  });

  it('goes on when the thread is moved in the page', async () => {
    replyTo('Ada').click();
    fillIn(thread, { Comment: 'Half a thought' });
    const elsewhere = document.createElement('section');
    thread.parentElement!.append(elsewhere);
    elsewhere.append(thread);
    await turn();
    expect(item('5').contains(box(thread))).to.be.true;
    expect(box(thread).value).to.equal('Half a thought');
    cancel().click();
    expect(thread.lastElementChild!.contains(box(thread))).to.be.true;
  });
});

describe("A reader who answers a comment on a page of WordPress's", () => {
  beforeEach(forgetAll);
  const theirs = (respond: string) =>
    `<comment-thread>${wordpressList}<comment-form>${respond}</comment-form></comment-thread>`;

  it('uses its links: to answer, and to stop', async () => {
    const thread = await mount<CommentThread>(theirs(wordpressRespond));
    const reply = byRole(thread, 'link', 'Reply to Ben Ode');
    reply.click();
    expect(thread.querySelector('#comment-6')!.contains(box(thread))).to.be.true;
    byRole(thread, 'heading', 'Leave a Reply to Ben Ode Cancel reply');
    byRole(thread, 'link', 'Cancel reply').click();
    expect(document.activeElement).to.equal(reply);
    expect(thread.lastElementChild!.contains(box(thread))).to.be.true;
    byRole(thread, 'heading', 'Leave a Reply');
    expect(location.hash).to.equal('');
  });

  it('goes on under the comment where the page is the one for that reply', async () => {
    const respond = wordpressRespond
      .replace('Leave a Reply ', 'Leave a Reply to <a href="#comment-6">Ben Ode</a> ')
      .replace(' style="display:none;"', '')
      .replace("id='comment_parent' value='0'", "id='comment_parent' value='6'");
    const thread = await mount<CommentThread>(theirs(respond));
    expect(thread.querySelector('#comment-6')!.contains(box(thread))).to.be.true;
    byRole(thread, 'heading', 'Leave a Reply to Ben Ode Cancel reply');
    byRole(thread, 'link', 'Cancel reply').click();
    byRole(thread, 'heading', 'Leave a Reply');
    fillIn(thread);
    post(thread);
    expect(nativePosts[0]!.get('comment_parent')).to.equal('0');
  });
});
