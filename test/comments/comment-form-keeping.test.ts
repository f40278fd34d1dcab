import { expect } from '@open-wc/testing';
import { clearDrafts } from '../../src/comments/clear-drafts.js';
import type { CommentForm } from '../../src/comments/comment-form.js';
import { vault } from '../../src/comments/form-vault.js';
import { FormMover } from '../../src/comments/form-mover.js';
import type { PostResult } from '../../src/sources/comment-source.js';
import { refusing, turn, warnings } from '../helpers.js';
import {
  alerts,
  box,
  defer,
  FakeSource,
  fillIn,
  forgetAll,
  kept,
  mount,
  next,
  post,
  replacing,
  send,
  statuses,
  type,
} from './helpers.js';

const written = '<comment-form></comment-form>';
const tabs = () => new BroadcastChannel('broadsheet-drafts');
const slots = () => Object.keys(localStorage).filter((key) => key.startsWith('broadsheet-draft:'));

/** What was typed is on the disk now. */
const settled = async () => {
  await vault.flush();
  await turn();
};

/** The vault has been read by whoever asked for it. */
const looked = async () => {
  await vault.read('nothing');
  await turn();
};

async function restarted(form: CommentForm, properties: object = {}): Promise<CommentForm> {
  form.remove();
  const again = await mount<CommentForm>(written, properties);
  await looked();
  return again;
}

describe('What a reader typed', () => {
  let form: CommentForm;
  beforeEach(async () => {
    forgetAll();
    form = await mount<CommentForm>(written, { commentSource: new FakeSource() });
    await looked();
  });

  it('F15: is back after a crash that took the quick store along', async () => {
    type(box(form), 'Half a thought');
    await settled();
    localStorage.clear();
    expect(box(await restarted(form)).value).to.equal('Half a thought');
    expect(slots()).to.have.length(1);
  });

  it('F15: is back after a crash where it answered a comment, and the thread is told', async () => {
    form.replyTo('5', 'Anna');
    type(box(form), 'Dear Anna');
    await settled();
    localStorage.clear();
    const told = next(window, 'comment-reply-restored');
    const again = await restarted(form);
    await told;
    expect(box(again).value).to.equal('Dear Anna');
    expect(again.parentId).to.equal('5');
  });

  it('F15, F32: is kept though it is too long for the quick store', async () => {
    const long = 'x'.repeat(70_000);
    type(box(form), long);
    expect(kept()).not.to.contain('xxx');
    await settled();
    expect(box(await restarted(form)).value).to.have.length(70_000);
  });

  it('F15: is what was typed last, wherever that was kept', async () => {
    type(box(form), 'x'.repeat(70_000));
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 2));
    type(box(form), 'Shorter');
    expect(box(await restarted(form)).value).to.equal('Shorter');
  });

  it('F15: is not replaced by what was kept when the reader has typed meanwhile', async () => {
    type(box(form), 'Before the crash');
    await settled();
    localStorage.clear();
    form.remove();
    const again = await mount<CommentForm>(written);
    type(box(again), 'After it');
    await looked();
    expect(box(again).value).to.equal('After it');
  });

  it('F15: is kept when the reader leaves, though the browser filled it in without a word', () => {
    box(form).value = 'Filled in';
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(kept()).to.contain('Filled in');
  });

  it('F15: is not sent again when the page is brought back as it was left', async () => {
    const source = form.commentSource as FakeSource;
    type(box(form), 'Half a thought');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await turn();
    expect(source.posts).to.be.empty;
    expect(box(form).value).to.equal('Half a thought');
    expect(slots()).to.have.length(1);
  });

  it('F15: is gone from a page that is brought back, when the browser had posted it', async () => {
    form.commentSource = undefined;
    await turn();
    fillIn(form);
    post(form);
    localStorage.clear(); // as the page does that it led to
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(box(form).value).to.equal('');
  });

  it('F16: does not come back after success, though it was still to be written', async () => {
    fillIn(form);
    await send(form);
    expect(kept()).to.equal('[{},{}]');
    await settled();
    expect(await vault.read('broadsheet')).to.have.property('size', 0);
    expect(box(await restarted(form)).value).to.equal('');
  });

  it('F16: does not come back after success where the page is left before the disk has forgotten it', async () => {
    fillIn(form);
    await settled();
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new Error('The page is gone.');
    };
    await send(form);
    await settled();
    IDBFactory.prototype.open = open;
    expect(box(await restarted(form)).value).to.equal('');
    expect(await vault.read('broadsheet')).to.have.property('size', 0);
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });

  it('F16: keeps what is typed after that', async () => {
    fillIn(form);
    await settled();
    await send(form);
    await new Promise((resolve) => setTimeout(resolve, 2)); // a later moment
    type(box(form), 'And another thing');
    await settled();
    localStorage.clear();
    expect(box(await restarted(form)).value).to.equal('And another thing');
  });

  it('F16: does not come back after success where the form was taken away meanwhile', async () => {
    const answer = defer<PostResult>();
    (form.commentSource as FakeSource).answer = () => answer.promise;
    fillIn(form);
    post(form);
    await turn();
    form.remove();
    const end = next(document, 'comment-posted');
    answer.resolve({ status: 'published' });
    await end;
    await settled();
    expect(kept()).to.equal('[{},{}]');
    expect(box(await restarted(form)).value).to.equal('');
  });

  it('F17: is kept for each comment that is answered', async () => {
    form.replyTo('5', 'Anna');
    type(box(form), 'Dear Anna');
    form.replyTo('6', 'Ben');
    expect(box(form).value, 'nothing for Ben').to.equal('');
    type(box(form), 'Dear Ben');
    form.replyTo('5', 'Anna');
    expect(box(form).value).to.equal('Dear Anna');
    form.replyTo('6', 'Ben');
    expect(box(form).value).to.equal('Dear Ben');
    expect(slots()).to.have.length(2);
    await send(fillName(form));
    form.replyTo('5', 'Anna');
    expect(box(form).value, 'after Ben was sent').to.equal('Dear Anna');
    expect(slots()).to.have.length(1);
  });

  it('F17: is kept for each comment though the browser keeps nothing', async () => {
    await refusing('localStorage', () => {
      form.replyTo('5', 'Anna');
      type(box(form), 'Dear Anna');
      form.replyTo('6', 'Ben');
      type(box(form), 'Dear Ben');
      form.replyTo('5', 'Anna');
      expect(box(form).value).to.equal('Dear Anna');
    });
  });

  it('F17: goes along from the top to an answer, and is there once', () => {
    type(box(form), 'A thought');
    form.replyTo('5', 'Anna');
    expect(box(form).value).to.equal('A thought');
    type(box(form), 'A thought for Anna');
    expect(slots()).to.have.length(1);
    form.replyTo('6', 'Ben');
    expect(box(form).value).to.equal('');
    form.cancelReply();
    expect(box(form).value).to.equal('');
    form.replyTo('5', 'Anna');
    expect(box(form).value).to.equal('A thought for Anna');
  });

  it('T26: is kept for each reader', async () => {
    form.identity = { name: 'Jana' };
    await turn();
    type(box(form), 'Of Jana');
    form.remove();
    const petra = await mount<CommentForm>(written, { identity: { name: 'Petra' } });
    await looked();
    expect(box(petra).value).to.equal('');
    petra.identity = { name: 'Jana' };
    await turn();
    expect(box(petra).value).to.equal('Of Jana');
    petra.identity = undefined;
    await turn();
    expect(box(petra).value).to.equal('');
  });

  it('T26: is forgotten when the page says so', async () => {
    type(box(form), 'Half a thought');
    await settled();
    form.remove();
    await clearDrafts();
    expect(slots()).to.be.empty;
    expect(box(await restarted(form)).value).to.equal('');
  });

  it('F18: appears in another window that was not written in', async () => {
    const other = tabs();
    type(box(form), 'First');
    form.remove();
    const again = await mount<CommentForm>(written);
    const [slot] = slots();
    const draft = { text: 'From there', parentId: null, savedAt: Date.now() + 1000 };
    other.postMessage({ slot, draft });
    await changed(box(again), 'From there');
    type(box(again), 'Mine');
    other.postMessage({ slot, draft: { ...draft, text: 'Again', savedAt: Date.now() + 2000 } });
    await arrivedAll(other);
    expect(box(again).value, 'after the reader has written').to.equal('Mine');
    other.close();
  });

  it('F18: goes from the other window when it was sent from one, which is said', async () => {
    const other = tabs();
    type(box(form), 'The same');
    const [slot] = slots();
    other.postMessage({ slot, sent: 'Another' });
    await arrivedAll(other);
    expect(box(form).value).to.equal('The same');
    other.postMessage({ slot, sent: 'The same' });
    await changed(box(form), '');
    expect(statuses(form)).to.equal('This comment was posted from another window.');
    expect(kept()).to.equal('[{},{}]');
    other.close();
  });

  it('F18: tells the other windows what was typed and sent', async () => {
    const other = tabs();
    const news: { sent?: string; draft?: { text: string } }[] = [];
    other.onmessage = ({ data }) => news.push(data as object);
    fillIn(form);
    await settled();
    await send(form);
    await arrivedAll(other);
    expect(news.map(({ draft, sent }) => sent ?? draft?.text)).to.deep.equal([
      'Well said.',
      'Well said.',
    ]);
    expect(JSON.stringify(news)).not.to.contain('@');
    other.close();
  });

  it('F19, F15: holds the reader back only where nothing is kept, and says so once', async () => {
    const open = () => {
      throw new DOMException('Refused.', 'SecurityError');
    };
    const leaves = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return !event.defaultPrevented;
    };
    type(box(form), 'Kept');
    await settled();
    expect(leaves(), 'what is kept').to.be.true;
    const said = await warnings(() =>
      refusing('localStorage', () =>
        replacing(IDBFactory.prototype, 'open', open, async () => {
          for (const text of ['Lost', 'Lost again']) {
            type(box(form), text);
            await settled();
          }
        }),
      ),
    );
    expect(leaves(), 'what is kept nowhere').to.be.false;
    expect(said).to.have.length(1);
    form.remove();
    expect(leaves(), 'without the form').to.be.true;
  });

  it('F20: is ignored and removed in the slow store too, when it is corrupt or too old', async () => {
    type(box(form), 'x');
    const [slot] = slots() as [string];
    form.remove();
    forgetAll();
    const old = { text: 'Old', parentId: null, savedAt: Date.now() - 31 * 86_400_000 };
    for (const draft of [old, { text: 7 }, null, 'text'])
      vault.keep(slot + JSON.stringify(draft), draft as never, () => {});
    await settled();
    expect(box(await restarted(form)).value).to.equal('');
    expect((await vault.read(slot)).size).to.equal(0);
  });

  it('F33: is forgotten when the form is reset', async () => {
    type(box(form), 'Half a thought');
    form.querySelector('form')!.reset();
    await new Promise((resolve) => setTimeout(resolve));
    expect(kept()).to.equal('[{},{}]');
    expect(alerts(form)).to.equal('');
  });

  it('F32: is sent without what no encoding has, and a very long paste is taken at once', async () => {
    const source = form.commentSource as FakeSource;
    fillIn(form, { Comment: 'a\0b\uD800c \uDC00 👍 ‏שלום' });
    await send(form);
    const { text } = source.posts[0]!.draft;
    expect(text).to.equal('ab\uFFFDc \uFFFD 👍 ‏שלום');
    expect(JSON.parse(JSON.stringify(text))).to.equal(text);
    type(box(form), 'x'.repeat(1_000_000));
    expect(box(form).value).to.have.length(1_000_000);
  });

  for (const able of [true, false]) {
    it(`F23: stays as it is when the form is moved, with focus and selection: ${able ? 'at once' : 'in older browsers'}`, async () => {
      const { prototype } = Element as unknown as { prototype: { moveBefore?: unknown } };
      const own = Object.getOwnPropertyDescriptor(prototype, 'moveBefore');
      if (!able) delete prototype.moveBefore;
      try {
        const item = document.createElement('div');
        form.after(item);
        type(box(form), 'Half a thought');
        const area = box(form) as HTMLTextAreaElement;
        area.focus();
        area.setSelectionRange(2, 4);
        const mover = new FormMover();
        mover.move(form, item);
        expect(item.contains(area)).to.be.true;
        await turn();
        expect(document.activeElement).to.equal(area);
        expect([area.selectionStart, area.selectionEnd]).to.deep.equal([2, 4]);
        expect(mover.home(form)).to.be.true;
        await turn();
        expect(document.activeElement).to.equal(area);
        expect(area.value).to.equal('Half a thought');
        expect(item.previousElementSibling).to.equal(form);
      } finally {
        if (own) Object.defineProperty(prototype, 'moveBefore', own);
      }
    });
  }
});

/** Name and address, which a form that answers needs as well. */
function fillName(form: CommentForm): CommentForm {
  type(box(form, 'Name'), 'Jana');
  type(box(form, 'Email'), 'jana@example.org');
  return form;
}

/** All messages of a channel have been delivered: one more has come through another. */
async function arrivedAll(channel: BroadcastChannel): Promise<void> {
  const last = tabs();
  const came = new Promise((resolve) => (last.onmessage = resolve));
  channel.postMessage('last');
  await came;
  last.close();
  await turn();
}

async function changed(area: HTMLInputElement | HTMLTextAreaElement, to: string): Promise<void> {
  while (area.value !== to) await turn();
}
