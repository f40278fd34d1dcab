import { expect } from '@open-wc/testing';
import type { CommentReportEvent } from '../../src/comments/comment-events.js';
import type { Comment } from '../../src/content/comment.js';
import { SourceError } from '../../src/sources/comment-source.js';
import { allByRole, byRole, press, can, itWhere, read, turn } from '../helpers.js';
import {
  comment,
  FakeSource,
  forgetAll,
  kept,
  mountThread,
  next,
  statuses,
  type,
  until,
} from './helpers.js';

/** A store whose comments can be liked, reported, changed and taken away. */
class Board extends FakeSource {
  override can = ['post', 'like', 'report', 'edit', 'remove'] as const;
  readonly calls: string[] = [];
  fails = false;

  #done(call: string): Promise<undefined> {
    this.calls.push(call);
    return this.fails
      ? Promise.reject(new SourceError('server', 'No.'))
      : Promise.resolve(undefined);
  }
  like(id: string, liked: boolean): Promise<Comment | undefined> {
    return this.#done(`like ${id} ${liked}`);
  }
  report(id: string): Promise<void> {
    return this.#done(`report ${id}`);
  }
  async edit(id: string, text: string): Promise<Comment> {
    await this.#done(`edit ${id} ${text}`);
    return mine({ body: { text }, editedAt: '2025-11-08T13:00:00Z' });
  }
  remove(id: string): Promise<void> {
    return this.#done(`remove ${id}`);
  }
}

const mine = (over: Partial<Comment> = {}): Comment =>
  comment({ id: 'mine', isOwn: true, body: { text: 'My words.' }, ...over });
const theirs = comment({ id: 'theirs', name: 'Ben', counts: { likes: 2 } });

const boardOf = (...comments: Comment[]) => new Board(() => ({ comments }));
const mounted = (source: FakeSource, html = '<comment-thread></comment-thread>') =>
  mountThread(html, { commentSource: source });

describe('A reader likes a comment', () => {
  beforeEach(forgetAll);
  const likes = (root: Element) => read(root.querySelector('.likes'));
  const like = (root: Element) => byRole(root, 'button', /^Like the comment by Ben/);

  it('and sees it at once; once more takes it back', async () => {
    const source = boardOf(theirs);
    const thread = await mounted(source);
    expect(like(thread).getAttribute('aria-pressed')).to.equal('false');
    expect(likes(thread)).to.equal('2 likes');
    like(thread).focus();
    like(thread).click();
    await until(thread, () => like(thread).getAttribute('aria-pressed') === 'true');
    expect(likes(thread)).to.equal('3 likes');
    expect(document.activeElement === like(thread)).to.be.true;
    like(thread).click();
    await until(thread, () => like(thread).getAttribute('aria-pressed') === 'false');
    expect(source.calls).to.deep.equal(['like theirs true', 'like theirs false']);
  });

  it('in vain, and sees that too', async () => {
    const source = boardOf(theirs);
    source.fails = true;
    const thread = await mounted(source);
    like(thread).click();
    await until(thread, () => statuses(thread).includes('did not work'));
    expect(likes(thread)).to.equal('2 likes');
    expect(like(thread).getAttribute('aria-pressed')).to.equal('false');
  });

  it('only where the source can: elsewhere the number stands alone', async () => {
    const source = new FakeSource(() => ({ comments: [theirs] }));
    const thread = await mounted(source);
    expect(allByRole(thread, 'button', /^Like/).length).to.equal(0);
    expect(read(thread.querySelector('#comment-theirs footer'))).to.contain('2 likes');
  });
});

describe('A reader reports a comment', () => {
  beforeEach(forgetAll);
  const report = (root: Element) => byRole(root, 'button', 'Report the comment by Ben');

  it('T19: after being asked once more', async () => {
    const source = boardOf(theirs);
    const thread = await mounted(source);
    report(thread).click();
    const group = byRole(thread, 'group', 'Report this comment to the moderators?');
    expect(source.calls).to.be.empty;
    expect(document.activeElement === byRole(group, 'button', 'Cancel')).to.be.true;
    const asked = next<CommentReportEvent>(document, 'comment-report');
    byRole(group, 'button', 'Report').click();
    expect((await asked).comment.id).to.equal('theirs');
    await until(thread, () => statuses(thread).includes('Thank you'));
    expect(source.calls).to.deep.equal(['report theirs']);
    expect(allByRole(thread, 'group').length).to.equal(0);
  });

  it('to the page, where the page takes it', async () => {
    const source = boardOf(theirs);
    const thread = await mounted(source);
    thread.addEventListener('comment-report', (event) => event.preventDefault());
    report(thread).click();
    byRole(byRole(thread, 'group'), 'button', 'Report').click();
    await until(thread, () => statuses(thread).includes('Thank you'));
    expect(source.calls).to.be.empty;
  });

  it('of a source that cannot, where the page says that it listens', async () => {
    const source = new FakeSource(() => ({ comments: [theirs] }));
    const silent = await mounted(source);
    expect(allByRole(silent, 'button', /^Report/).length).to.equal(0);
    const thread = await mounted(source, '<comment-thread reports></comment-thread>');
    report(thread);
  });
});

describe('Who wrote a comment', () => {
  beforeEach(forgetAll);

  it('changes it', async () => {
    const source = boardOf(mine(), theirs);
    const thread = await mounted(source);
    expect(allByRole(thread, 'button', 'Edit your comment')).to.have.length(1);
    byRole(thread, 'button', 'Edit your comment').click();
    const box = byRole<HTMLTextAreaElement>(thread, 'textbox', 'Edit your comment');
    expect(box.value).to.equal('My words.');
    expect(document.activeElement === box).to.be.true;
    type(box, 'Other words.');
    byRole(thread, 'button', 'Save').click();
    await until(thread, () => statuses(thread).includes('saved'));
    expect(source.calls).to.deep.equal(['edit mine Other words.']);
    const item = thread.querySelector('#comment-mine')!;
    expect(read(item.querySelector('.body'))).to.equal('Other words.');
    expect(read(item)).to.contain('edited');
    expect(kept()).not.to.contain('Other words');
  });

  it('loses nothing of a change when saving fails, nor when the page is left', async () => {
    const source = boardOf(mine());
    source.fails = true;
    const thread = await mounted(source);
    byRole(thread, 'button', 'Edit your comment').click();
    type(byRole<HTMLTextAreaElement>(thread, 'textbox', 'Edit your comment'), 'Other words.');
    byRole(thread, 'button', 'Save').click();
    await until(thread, () =>
      allByRole(thread, 'alert').some((one) => read(one).includes('did not')),
    );
    const again = await mounted(boardOf(mine()));
    byRole(again, 'button', 'Edit your comment').click();
    const box = byRole<HTMLTextAreaElement>(again, 'textbox', 'Edit your comment');
    expect(box.value).to.equal('Other words.');
    byRole(again, 'button', 'Cancel').click();
    expect(kept()).not.to.contain('Other words');
    expect(document.activeElement === byRole(again, 'button', 'Edit your comment')).to.be.true;
  });

  it('posts no empty change', async () => {
    const source = boardOf(mine());
    const thread = await mounted(source);
    byRole(thread, 'button', 'Edit your comment').click();
    type(byRole<HTMLTextAreaElement>(thread, 'textbox', 'Edit your comment'), '  ');
    byRole(thread, 'button', 'Save').click();
    await turn();
    expect(source.calls).to.be.empty;
    expect(allByRole(thread, 'alert').map(read).join()).to.contain('Write a comment');
  });

  it('goes on writing while the list is read again', async () => {
    const source = boardOf(mine());
    const thread = await mounted(source);
    byRole(thread, 'button', 'Edit your comment').click();
    const box = byRole<HTMLTextAreaElement>(thread, 'textbox', 'Edit your comment');
    type(box, 'Half');
    source.page = () => ({ comments: [mine({ counts: { likes: 3 } })] });
    await thread.reload();
    expect(box.isConnected).to.be.true;
    expect(document.activeElement === box).to.be.true;
  });

  it('T19: takes it away, after being asked once more', async () => {
    const source = boardOf(mine(), theirs);
    const thread = await mounted(source);
    byRole(thread, 'button', 'Delete your comment').click();
    expect(source.calls).to.be.empty;
    byRole(byRole(thread, 'group'), 'button', 'Delete').click();
    await until(thread, () => !thread.querySelector('#comment-mine'));
    expect(source.calls).to.deep.equal(['remove mine']);
    byRole(thread, 'heading', '1 comment');
  });

  it('leaves a place where others have answered', async () => {
    const source = boardOf(mine(), comment({ id: 'answer', parentId: 'mine' }));
    const thread = await mounted(source);
    byRole(thread, 'button', 'Delete your comment').click();
    byRole(byRole(thread, 'group'), 'button', 'Delete').click();
    const item = thread.querySelector('#comment-mine')!;
    await until(thread, () => item.classList.contains('deleted'));
    expect(read(item.querySelector(':scope > article'))).to.equal('This comment was deleted.');
    expect(item.querySelector('#comment-answer')).to.exist;
    expect(read(thread)).not.to.contain('My words');
  });

  it('keeps it when taking it away fails', async () => {
    const source = boardOf(mine());
    source.fails = true;
    const thread = await mounted(source);
    byRole(thread, 'button', 'Delete your comment').click();
    byRole(byRole(thread, 'group'), 'button', 'Delete').click();
    await until(thread, () => statuses(thread).includes('did not work'));
    expect(read(thread.querySelector('#comment-mine .body'))).to.equal('My words.');
  });

  itWhere(can.sendKeys)('closes the question with Escape', async () => {
    const thread = await mounted(boardOf(mine()));
    byRole(thread, 'button', 'Delete your comment').click();
    await press('Escape');
    expect(allByRole(thread, 'group').length).to.equal(0);
    expect(document.activeElement === byRole(thread, 'button', 'Delete your comment')).to.be.true;
  });
});
