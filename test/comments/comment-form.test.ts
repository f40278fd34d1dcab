import { expect } from '@open-wc/testing';
import { CommentForm } from '../../src/comments/comment-form.js';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import { allByRole, byRole, read, show, turn, withStyles } from '../helpers.js';
import {
  box,
  FakeSource,
  fillIn,
  forgetAll,
  mount,
  nativePosts,
  post,
  postButton,
  ready,
  saveMe,
  send,
  type,
} from './helpers.js';
import { wordpressForm, wordpressRespond } from './wordpress.js';

const empty = '<comment-form post="8" action="/wp-comments-post.php"></comment-form>';

/** What a form asks for, control by control. */
const questions = (root: Element) =>
  [...root.querySelectorAll('textarea, input:not([type=submit], [data-trap])')].map((control) => ({
    name: control.getAttribute('name'),
    type: control.getAttribute('type'),
    limit: control.getAttribute('maxlength') ?? control.getAttribute('data-limit'),
    autocomplete: control.getAttribute('autocomplete'),
    required: control.hasAttribute('required'),
    checked: control.hasAttribute('checked'),
    value: control.getAttribute('value') || null,
  }));

describe('A comment form that is left empty', () => {
  beforeEach(forgetAll);

  it('asks in the words of the Prague page', async () => {
    const form = await show(empty);
    expect(read(form)).to.equal(
      'Leave a Reply ' +
        'Your email address will not be published. Required fields are marked * ' +
        'Comment * Name * Email * Website ' +
        'Save my name, email, and website in this browser for the next time I comment. ' +
        'Post Comment',
    );
    expect(read(byRole(form, 'heading'))).to.equal('Leave a Reply');
  });

  it('stands under the heading of its thread, or has one of the same rank', async () => {
    const alone = await show(empty);
    expect(byRole(alone, 'heading').localName).to.equal('h2');
    const thread = await show(`<comment-thread>${empty}</comment-thread>`);
    expect(byRole(thread, 'heading', 'Leave a Reply').localName).to.equal('h3');
  });

  it('asks what WordPress asks: names, order, lengths, autocomplete, what is required', async () => {
    const form = await show(empty);
    const theirs = await show(`<div>${wordpressForm}</div>`);
    expect(questions(form)).to.deep.equal(questions(theirs));
    expect(questions(form).map(({ name }) => name)).to.deep.equal([
      'comment',
      'author',
      'email',
      'url',
      'wp-comment-cookies-consent',
      'comment_post_ID',
      'comment_parent',
    ]);
  });

  it('has a label on every control, which reads the required mark to nobody', async () => {
    const form = await show(empty);
    const names = ['Comment', 'Name', 'Email', 'Website'];
    expect(allByRole(form, 'textbox')).to.have.length(names.length);
    for (const name of names) byRole(form, 'textbox', name);
    expect(saveMe(form).checked).to.be.false;
    expect(byRole(form, 'form', 'Leave a Reply').getAttribute('method')).to.equal('post');
  });

  it('ties the promise about the address to the box for it', async () => {
    const form = await show(empty);
    const notes = box(form, 'Email').getAttribute('aria-describedby')!;
    expect(read(document.getElementById(notes))).to.equal(
      'Your email address will not be published.',
    );
  });

  it('posts to the page itself without an action, and never to a script', async () => {
    const form = await show('<comment-form></comment-form>');
    expect(form.querySelector('form')!.hasAttribute('action')).to.be.false;
    const bad = await show('<comment-form action="javascript:alert(1)"></comment-form>');
    expect(bad.querySelector('form')!.hasAttribute('action')).to.be.false;
  });

  it('gives two forms in a page ids of their own', async () => {
    const page = await show(`<main>${empty}${empty}</main>`);
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).to.have.length.above(2);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('keeps what was typed, ticked and chosen when the language changes', async () => {
    registerWords('qaf', { comment: 'Kommentar', postComment: 'Absenden' });
    const form = await show(empty);
    fillIn(form, { Comment: 'Half a thought', Website: 'https://jana.example' });
    saveMe(form).checked = true;
    form.lang = 'qaf';
    await turn();
    const boxes = allByRole<HTMLInputElement>(form, 'textbox');
    expect(boxes.map(({ value }) => value)).to.deep.equal([
      'Half a thought',
      'Jana',
      'jana@example.org',
      'https://jana.example',
    ]);
    expect(saveMe(form).checked).to.be.true;
    byRole(form, 'textbox', /^Kommentar/);
    byRole(form, 'button', 'Absenden');
  });

  it('posts to the post that it is given later, with what was typed', async () => {
    const form = await mount<CommentForm>(empty);
    fillIn(form);
    form.post = '9';
    await turn();
    post(form);
    expect(nativePosts[0]!.get('comment_post_ID')).to.equal('9');
    expect(nativePosts[0]!.get('comment')).to.equal('Well said.');
  });

  it('goes on as before when it is taken out, put back and moved', async () => {
    const form = await mount<CommentForm>(empty);
    const source = new FakeSource();
    form.commentSource = source;
    type(box(form), 'Half a thought');
    const parent = form.parentElement!;
    form.remove();
    await turn();
    const elsewhere = document.createElement('section');
    parent.append(elsewhere);
    elsewhere.append(form);
    await turn();
    expect(box(form).value).to.equal('Half a thought');
    expect(form.querySelectorAll('form')).to.have.length(1);
    fillIn(form);
    await send(form);
    expect(source.posts).to.have.length(1);
  });

  it('works as a clone', async () => {
    const form = await mount<CommentForm>(empty);
    const clone = form.cloneNode(true) as CommentForm;
    clone.commentSource = new FakeSource();
    form.replaceWith(clone);
    await turn();
    expect(clone.querySelectorAll('form, [role=alert], [role=status]')).to.have.length(3);
    fillIn(clone);
    expect((await send(clone)).type).to.equal('comment-posted');
  });

  it('works under a prefix', async () => {
    defineAll({ prefix: 'form-' });
    const form = await mount<CommentForm>('<form-comment-form></form-comment-form>', {
      commentSource: new FakeSource(),
    });
    expect(form).to.be.instanceOf(CommentForm);
    fillIn(form);
    expect((await send(form)).type).to.equal('comment-posted');
  });

  it('takes over properties that were set before the script arrived', async () => {
    const name = 'late-comment-form';
    const early = await show<CommentForm>(`<${name}></${name}>`);
    const source = new FakeSource();
    early.commentSource = source;
    customElements.define(name, class extends CommentForm {});
    await turn();
    fillIn(early);
    await send(early);
    expect(source.posts).to.have.length(1);
  });

  it('moves the focus to the box when it is focused', async () => {
    const form = await mount<CommentForm>(empty);
    form.focus();
    expect(document.activeElement).to.equal(box(form));
  });

  it('tells a programmer who answers nothing', async () => {
    const form = await mount<CommentForm>(empty);
    expect(() => form.replyTo('', 'Ada')).to.throw(TypeError);
    expect(() => form.replyTo(5 as unknown as string, 'Ada')).to.throw(TypeError);
  });

  it('answers a comment and goes back to a comment at the top, without a thread', async () => {
    const source = new FakeSource();
    const form = await mount<CommentForm>(empty, { commentSource: source });
    form.replyTo('5', 'Anna Berg');
    expect(read(byRole(form, 'heading'))).to.contain('Leave a Reply to Anna Berg');
    expect(form.parentId).to.equal('5');
    byRole(form, 'button', 'Cancel reply').click();
    expect(form.parentId).to.be.null;
    expect(read(byRole(form, 'heading'))).to.equal('Leave a Reply');
    expect(allByRole(form, 'button', 'Cancel reply')).to.be.empty;
  });
});

describe("A comment form around WordPress's own", () => {
  beforeEach(forgetAll);

  const upgraded = async (inner = wordpressRespond) => {
    const form = document.createElement('comment-form');
    form.innerHTML = inner;
    const before = form.querySelector('form')!;
    const markup = form.innerHTML;
    const place = await show('<div></div>');
    place.append(form);
    await turn();
    await ready(place);
    return { form, before, markup };
  };

  it('keeps it: the same form, and nothing of it changed but what had to be', async () => {
    const { form, before, markup } = await upgraded();
    expect(form.querySelector('form')).to.equal(before);
    const copy = form.cloneNode(true) as HTMLElement;
    for (const region of copy.querySelectorAll('[role=status], [role=alert]')) {
      expect(region.textContent).to.equal('');
      region.remove();
    }
    copy.querySelector('form')!.removeAttribute('novalidate');
    const area = copy.querySelector('textarea')!;
    // The limit is said by us instead of cut by the browser.
    expect(area.hasAttribute('maxlength')).to.be.false;
    const plain = document.createElement('div');
    plain.innerHTML = markup;
    plain.querySelector('textarea')!.removeAttribute('maxlength');
    area.removeAttribute('data-limit');
    expect(copy.innerHTML).to.equal(plain.innerHTML);
  });

  it('keeps labels, controls and errors in one root, so that browsers can fill it in', async () => {
    const { form } = await upgraded();
    expect(form.shadowRoot).to.be.null;
    for (const control of form.querySelectorAll<HTMLInputElement>('textarea, input[id]')) {
      if (/hidden|submit/.test(control.type)) continue;
      expect([...control.labels!].map((label) => label.getRootNode())).to.deep.equal([document]);
    }
  });

  it('posts all that WordPress reads, natively', async () => {
    const { form } = await upgraded();
    fillIn(form, { Website: 'https://jana.example' });
    saveMe(form).checked = true;
    post(form);
    expect(Object.fromEntries(nativePosts[0]!)).to.deep.equal({
      comment: 'Well said.',
      author: 'Jana',
      email: 'jana@example.org',
      url: 'https://jana.example',
      'wp-comment-cookies-consent': 'yes',
      submit: 'Post Comment',
      comment_post_ID: '8',
      comment_parent: '0',
    });
  });

  it('posts it with a source as well, though a button is named submit', async () => {
    const { form } = await upgraded();
    const source = new FakeSource();
    form.commentSource = source;
    await turn();
    fillIn(form);
    await send(form);
    expect(source.posts[0]!.draft.text).to.equal('Well said.');
    expect(nativePosts).to.be.empty;
  });

  it("leaves a reply alone that was begun at the server's page for it", async () => {
    const replying = wordpressRespond
      .replace('Leave a Reply ', 'Leave a Reply to <a href="#comment-22">Anna Berg</a> ')
      .replace(' style="display:none;"', '')
      .replace("id='comment_parent' value='0'", "id='comment_parent' value='22'");
    const { form } = await upgraded(replying);
    expect(form.parentId).to.equal('22');
    expect(read(byRole(form, 'heading'))).to.equal('Leave a Reply to Anna Berg Cancel reply');
    fillIn(form);
    post(form);
    expect(nativePosts[0]!.get('comment_parent')).to.equal('22');
  });

  it('says whom it answers in the words beside the link, and takes the link away again', async () => {
    const { form } = await upgraded();
    const heading = byRole(form, 'heading');
    form.replyTo('5', 'Anna Berg');
    expect(read(heading)).to.equal('Leave a Reply to Anna Berg Cancel reply');
    form.cancelReply();
    expect(read(heading)).to.equal('Leave a Reply');
    expect(form.parentId).to.be.null;
  });

  it('gives a heading without such a link a button for it', async () => {
    const { form } = await upgraded(wordpressForm);
    form.replyTo('5', 'Anna Berg');
    byRole(form, 'button', 'Cancel reply').click();
    expect(form.parentId).to.be.null;
  });

  it('takes a form that comes later, and another in its place', async () => {
    const { form } = await upgraded('<p>Sign in to comment.</p>');
    expect(form.querySelector('form')).to.be.null;
    form.innerHTML = wordpressForm;
    await turn();
    expect(form.querySelector('form')!.noValidate).to.be.true;
    expect(form.querySelectorAll('[role=alert]')).to.have.length(1);
  });

  it('takes a bare form of a few boxes, and knows what an answer answers', async () => {
    const { form } = await upgraded(
      '<form method="post"><label>Comment <textarea name="comment" required></textarea></label><button>Post Comment</button></form>',
    );
    const source = new FakeSource();
    form.commentSource = source;
    await turn();
    form.replyTo('5', 'Anna Berg');
    expect(form.parentId).to.equal('5');
    type(box(form), 'Well said.');
    await send(form);
    const { draft } = source.posts[0]!;
    expect(draft).to.deep.equal({
      text: 'Well said.',
      parentId: '5',
      author: { name: '', email: '', url: '' },
    });
  });

  it('leaves a form alone that is not its own', async () => {
    const { form } = await upgraded(
      `${wordpressForm}<form id="search"><input name="s" aria-label="Search" /></form>`,
    );
    const search = form.querySelector<HTMLFormElement>('#search')!;
    expect(search.noValidate).to.be.false;
    search.requestSubmit();
    expect(nativePosts).to.have.length(1);
  });
});

describe('A comment form for everybody', () => {
  withStyles();
  beforeEach(forgetAll);

  for (const [name, inner] of [
    ['written', ''],
    ["WordPress's", wordpressRespond],
  ] as const) {
    const page = (content: string) => `<comment-form>${content}</comment-form>`;

    it(`can be used by everybody: ${name}, at first`, async () => {
      const form = await mount<CommentForm>(page(inner));
      await expect(form).to.be.accessible();
    });

    it(`can be used by everybody: ${name}, answering`, async () => {
      const form = await mount<CommentForm>(page(inner));
      form.replyTo('5', 'Anna Berg');
      await expect(form).to.be.accessible();
    });

    it(`can be used by everybody: ${name}, with faults`, async () => {
      const form = await mount<CommentForm>(page(inner));
      post(form);
      expect(box(form).getAttribute('aria-invalid')).to.equal('true');
      await expect(form).to.be.accessible();
    });

    it(`can be used by everybody: ${name}, sending and sent`, async () => {
      const source = new FakeSource();
      const form = await mount<CommentForm>(page(inner), { commentSource: source });
      fillIn(form);
      const sent = send(form);
      expect(postButton(form).getAttribute('aria-disabled')).to.equal('true');
      await sent;
      await expect(form).to.be.accessible();
    });
  }
});
