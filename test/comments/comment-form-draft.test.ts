import { expect } from '@open-wc/testing';
import type { CommentForm } from '../../src/comments/comment-form.js';
import type { CommentThread } from '../../src/comments/comment-thread.js';
import { SourceError } from '../../src/sources/comment-source.js';
import { refusing, turn } from '../helpers.js';
import {
  alerts,
  box,
  FakeSource,
  fillIn,
  forgetAll,
  kept,
  mount,
  nativePosts,
  next,
  post,
  saveMe,
  send,
  statuses,
  type,
} from './helpers.js';
import { wordpressForm, wordpressList } from './wordpress.js';

const written = '<comment-form></comment-form>';
const theirs = `<comment-form>${wordpressForm}</comment-form>`;

/** What the next page of this visit finds: everything is made anew but what the browser keeps. */
async function reloaded(form: CommentForm, html = written, properties: object = {}) {
  form.remove();
  return mount<CommentForm>(html, properties);
}

const drafts = () =>
  Object.entries({ ...localStorage }).filter(([slot]) => slot.startsWith('broadsheet-draft:'));

/** Changes the address for as long as something runs. */
async function at(url: string, run: () => Promise<unknown>): Promise<void> {
  const here = location.href;
  history.replaceState(null, '', url);
  try {
    await run();
  } finally {
    history.replaceState(null, '', here);
  }
}

describe('The draft of a visit', () => {
  beforeEach(forgetAll);

  for (const [name, html] of [
    ['written', written],
    ["WordPress's", theirs],
  ] as const) {
    it(`is there again after a reload: ${name}`, async () => {
      const form = await mount<CommentForm>(html);
      type(box(form), 'Half a thought');
      expect(box(await reloaded(form, html)).value).to.equal('Half a thought');
    });
  }

  it('is gone when the reader empties the box', async () => {
    const form = await mount<CommentForm>(written);
    type(box(form), 'Half a thought');
    type(box(form), '');
    expect(kept()).to.equal('[{},{}]');
    expect(box(await reloaded(form)).value).to.equal('');
  });

  it('belongs to its post and page, and to no other', async () => {
    const form = await mount<CommentForm>('<comment-form post="8"></comment-form>');
    type(box(form), 'About eight');
    const nine = await reloaded(form, '<comment-form post="9"></comment-form>');
    expect(box(nine).value).to.equal('');
    await at('?another=page', async () => {
      const other = await reloaded(nine, '<comment-form post="8"></comment-form>');
      expect(box(other).value).to.equal('');
      other.remove();
    });
    const eight = await mount<CommentForm>('<comment-form post="8"></comment-form>');
    expect(box(eight).value).to.equal('About eight');
  });

  it('does not overwrite what the server wrote into the box', async () => {
    const form = await mount<CommentForm>(written);
    type(box(form), 'Mine');
    const filled = theirs.replace('required></textarea>', 'required>Theirs</textarea>');
    expect(box(await reloaded(form, filled)).value).to.equal('Theirs');
  });

  it('still answers the comment that it answered', async () => {
    const form = await mount<CommentForm>(written);
    form.replyTo('5', 'Anna Berg');
    type(box(form), 'To Anna');
    const again = await reloaded(form);
    expect(box(again).value).to.equal('To Anna');
    expect(again.parentId).to.equal('5');
  });

  it('goes back under the comment that it answered', async () => {
    const inner = `${wordpressList}${theirs}`;
    const thread = await mount<CommentThread>(`<comment-thread>${inner}</comment-thread>`, {
      commentSource: new FakeSource(),
    });
    const form = thread.querySelector('comment-form')!;
    form.replyTo('5', 'Anna Berg');
    type(box(form), 'To Anna');
    thread.remove();
    const load = next(window, 'comments-load');
    const again = await mount<CommentThread>(`<comment-thread>${inner}</comment-thread>`, {
      commentSource: new FakeSource(),
    });
    await load;
    await turn();
    const item = again.querySelector('#comment-5')!;
    expect(item.contains(box(again))).to.be.true;
    expect(box(again).value).to.equal('To Anna');
    expect(document.activeElement, 'the focus is not taken').to.equal(document.body);
  });

  it('is gone once the comment is sent, and stays away', async () => {
    const source = new FakeSource();
    const form = await mount<CommentForm>(written, { commentSource: source });
    fillIn(form);
    expect(kept()).to.contain('Well said.');
    await send(form);
    expect(kept()).to.equal('[{},{}]');
    form.remove();
    await turn();
    expect(box(await reloaded(form)).value).to.equal('');
  });

  it('outlives a failure and a reload after it', async () => {
    const source = new FakeSource();
    source.answer = () => Promise.reject(new SourceError('offline', 'Off.'));
    const form = await mount<CommentForm>(written, { commentSource: source });
    fillIn(form);
    await send(form);
    expect(box(await reloaded(form)).value).to.equal('Well said.');
  });

  it('T12, T26: holds a text and what it answers, and no address', async () => {
    const form = await mount<CommentForm>(written);
    fillIn(form, { Email: 'secret@example.org' });
    expect(drafts()).to.have.length(1);
    const [[slot, draft]] = drafts() as [[string, string]];
    expect(slot).to.contain(encodeURIComponent(location.pathname));
    const { savedAt, ...rest } = JSON.parse(draft) as { savedAt: number };
    expect(savedAt).to.be.closeTo(Date.now(), 60_000);
    expect(rest).to.deep.equal({ text: 'Well said.', parentId: null });
    expect(kept()).not.to.contain('secret');
  });

  const old = JSON.stringify({ text: 'x', parentId: null, savedAt: Date.now() - 31 * 86_400_000 });
  for (const corrupt of [
    ...['', '{', 'null', '7', '"text"', '[]', '{"text":7}', '{"text":""}', '{"text":"x"}'],
    ...['{"text":"x","savedAt":"soon"}', old],
  ]) {
    it(`F20: is ignored and removed when it is corrupt or too old: ${corrupt || 'empty'}`, async () => {
      const form = await mount<CommentForm>(written);
      type(box(form), 'x');
      const [[slot]] = drafts() as [[string, string]];
      form.remove();
      forgetAll();
      localStorage.setItem(slot, corrupt);
      expect(box(await mount<CommentForm>(written)).value).to.equal('');
      expect(localStorage.getItem(slot)).to.be.null;
    });
  }

  it('is missed, and nothing else, where the browser refuses to keep it', async () => {
    await refusing('localStorage', async () => {
      const source = new FakeSource();
      const form = await mount<CommentForm>(written, { commentSource: source });
      fillIn(form);
      expect((await send(form)).type).to.equal('comment-posted');
      fillIn(form);
      form.commentSource = undefined;
      await turn();
      post(form);
      expect(nativePosts).to.have.length(1);
    });
  });

  it('is missed, and nothing else, where there is no room', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
    try {
      const form = await mount<CommentForm>(written, { commentSource: new FakeSource() });
      fillIn(form);
      saveMe(form).checked = true;
      expect((await send(form)).type).to.equal('comment-posted');
      expect(statuses(form)).to.equal('Your comment is published.');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});

describe('A comment form without a source', () => {
  beforeEach(forgetAll);

  it('lets the browser post what is complete, as any form', async () => {
    const form = await mount<CommentForm>(theirs);
    let asked = 0;
    form.addEventListener('comment-submit', () => asked++);
    fillIn(form);
    post(form);
    expect(asked).to.equal(1);
    expect(nativePosts).to.have.length(1);
  });

  it('lets the page keep the browser from it, or answer itself', async () => {
    const form = await mount<CommentForm>(theirs);
    form.addEventListener('comment-submit', (event) => event.preventDefault(), { once: true });
    fillIn(form);
    post(form);
    expect(nativePosts).to.be.empty;
    form.addEventListener('comment-submit', (event) =>
      event.respondWith(Promise.resolve({ status: 'published' })),
    );
    expect((await send(form)).type).to.equal('comment-posted');
    expect(nativePosts).to.be.empty;
  });

  it('has the text again when nobody knows how it went', async () => {
    const form = await mount<CommentForm>(theirs);
    fillIn(form);
    post(form);
    expect(box(form).value).to.equal('Well said.');
    expect(box(await reloaded(form, theirs)).value).to.equal('Well said.');
  });

  for (const [page, redirect] of [
    ['/post/', '/post/#comment-12'],
    ['/post/', '/post/?unapproved=32&moderation-hash=aef0#comment-32'],
    ['/?p=8', '/?p=8&unapproved=32&moderation-hash=aef0#comment-32'],
    ['/post/?replytocom=5', '/post/#comment-12'],
  ] as const) {
    it(`forgets the text when WordPress leads from ${page} to ${redirect}`, async () => {
      await at(page, async () => {
        const form = await mount<CommentForm>(theirs);
        fillIn(form);
        post(form);
        history.replaceState(null, '', redirect);
        expect(box(await reloaded(form, theirs)).value).to.equal('');
        expect(kept()).to.equal('[{},{}]');
      });
    });
  }

  it('forgets the text when it stands in the page', async () => {
    const form = await mount<CommentForm>(theirs);
    fillIn(form, { Comment: 'Thank you,\n  found it.' });
    post(form);
    form.remove();
    const thread = await mount<CommentThread>(
      `<comment-thread>${wordpressList}${theirs}</comment-thread>`,
    );
    expect(box(thread).value).to.equal('');
    expect(kept()).to.equal('[{},{}]');
  });

  it('does not take a text for posted that was only typed, though it stands in the page', async () => {
    const form = await mount<CommentForm>(theirs);
    type(box(form), 'Thank you, found it.');
    form.remove();
    const thread = await mount<CommentThread>(
      `<comment-thread>${wordpressList}${theirs}</comment-thread>`,
    );
    expect(box(thread).value).to.equal('Thank you, found it.');
  });

  it('counts a text as only typed again once the reader writes on', async () => {
    const form = await mount<CommentForm>(theirs);
    fillIn(form);
    post(form);
    type(box(form), 'Well said, and more.');
    await at('#comment-12', async () => {
      expect(box(await reloaded(form, theirs)).value).to.equal('Well said, and more.');
    });
  });

  it('says nothing of its own about how it went', async () => {
    const form = await mount<CommentForm>(theirs);
    fillIn(form);
    post(form);
    await turn();
    expect([alerts(form), statuses(form)]).to.deep.equal(['', '']);
  });
});

describe('Whom a browser remembers', () => {
  beforeEach(forgetAll);
  const properties = () => ({ commentSource: new FakeSource() });

  it('is nobody without a tick', async () => {
    const form = await mount<CommentForm>(written, properties());
    fillIn(form);
    await send(form);
    const again = await reloaded(form);
    expect(box(again, 'Name').value).to.equal('');
    expect(kept()).to.equal('[{},{}]');
  });

  it('is who ticked the box, for the next comment', async () => {
    const form = await mount<CommentForm>(written, properties());
    fillIn(form, { Website: 'jana.example' });
    saveMe(form).click();
    await send(form);
    for (const html of [written, theirs]) {
      const again = await mount<CommentForm>(html, properties());
      expect(box(again, 'Name').value).to.equal('Jana');
      expect(box(again, 'Email').value).to.equal('jana@example.org');
      expect(box(again, 'Website').value).to.equal('https://jana.example');
      expect(saveMe(again).checked).to.be.true;
      expect(again.outerHTML, 'attributes').not.to.contain('jana@');
      again.remove();
    }
  });

  it('is nobody until the comment is sent', async () => {
    const source = new FakeSource();
    source.answer = () => Promise.reject(new SourceError('offline', 'Off.'));
    const form = await mount<CommentForm>(written, { commentSource: source });
    fillIn(form);
    saveMe(form).click();
    await send(form);
    expect(localStorage.getItem('broadsheet-author')).to.be.null;
  });

  it('is forgotten when the tick is taken away', async () => {
    const form = await mount<CommentForm>(written, properties());
    fillIn(form);
    saveMe(form).click();
    await send(form);
    const again = await reloaded(form, written, properties());
    saveMe(again).click();
    type(box(again), 'Another');
    await send(again);
    expect(kept()).to.equal('[{},{}]');
  });

  it('does not take the place of what the server or the reader wrote', async () => {
    const form = await mount<CommentForm>(written, properties());
    fillIn(form);
    saveMe(form).click();
    await send(form);
    const filled = theirs.replace('type="text" value=""', 'type="text" value="Petra"');
    expect(box(await reloaded(form, filled), 'Name').value).to.equal('Petra');
  });

  for (const corrupt of ['{', 'null', '{"author":7,"email":[],"url":{}}']) {
    it(`is nobody when what is kept cannot be read: ${corrupt}`, async () => {
      localStorage.setItem('broadsheet-author', corrupt);
      const form = await mount<CommentForm>(written);
      for (const name of ['Name', 'Email', 'Website'] as const) {
        expect(box(form, name).value).to.equal('');
      }
    });
  }

  it('is nobody where the browser refuses to remember', async () => {
    await refusing('localStorage', async () => {
      const form = await mount<CommentForm>(written, properties());
      fillIn(form);
      saveMe(form).click();
      expect((await send(form)).type).to.equal('comment-posted');
    });
    expect(kept()).to.equal('[{},{}]');
  });
});
