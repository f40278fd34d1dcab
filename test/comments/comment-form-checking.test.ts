import { expect } from '@open-wc/testing';
import type { CommentForm } from '../../src/comments/comment-form.js';
import { allByRole, byRole, read, turn } from '../helpers.js';
import {
  alerts,
  box,
  FakeSource,
  faultBeside,
  fillIn,
  forgetAll,
  mount,
  nativePosts,
  post,
  send,
  statuses,
  type,
} from './helpers.js';
import { wordpressForm } from './wordpress.js';

const forms = {
  'that is written': '<comment-form></comment-form>',
  "of WordPress's": `<comment-form>${wordpressForm}</comment-form>`,
};

const wrong = [
  ['Comment', '', 'Write a comment before you post it.'],
  ['Comment', ' \n\t \n', 'Write a comment before you post it.'],
  ['Comment', 'x'.repeat(65_526), 'This is 1 character too long.'],
  ['Comment', 'x'.repeat(66_759), 'This is 1,234 characters too long.'],
  ['Name', '', 'Write your name.'],
  ['Name', '   ', 'Write your name.'],
  ['Email', '', 'Write your email address. It will not be published.'],
  ['Email', 'jana', 'Write an email address such as name@example.org.'],
  ['Email', 'jana@', 'Write an email address such as name@example.org.'],
  ['Website', 'my page', 'Write a web address such as https://example.org, or leave this empty.'],
  ['Website', 'http://', 'Write a web address such as https://example.org, or leave this empty.'],
] as const;

describe('What a comment form checks', () => {
  beforeEach(forgetAll);

  for (const [kind, html] of Object.entries(forms)) {
    for (const [name, value, words] of wrong) {
      const shown = value.length > 20 ? `${value.length} characters` : JSON.stringify(value);
      it(`says what is wrong with ${shown} as ${name}, in a form ${kind}`, async () => {
        const form = await mount<CommentForm>(html);
        fillIn(form, { [name]: value });
        post(form);
        const control = box(form, name);
        expect(faultBeside(control)).to.equal(words);
        expect(control.getAttribute('aria-invalid')).to.equal('true');
        expect(document.activeElement).to.equal(control);
        expect(alerts(form)).to.equal('Not posted yet: 1 field needs your attention.');
        expect(control.value, 'what was typed').to.equal(
          control.type === 'email' ? value.trim() : value,
        );
        expect(nativePosts).to.be.empty;
      });
    }
  }

  it('says everything that is wrong at once, and leads to the first', async () => {
    const form = await mount<CommentForm>(forms['that is written']);
    fillIn(form, { Name: '', Email: 'jana' });
    post(form);
    expect(faultBeside(box(form, 'Name'))).to.equal('Write your name.');
    expect(faultBeside(box(form, 'Email'))).to.match(/^Write an email address such as/);
    expect(faultBeside(box(form))).to.equal('');
    expect(box(form).hasAttribute('aria-invalid')).to.be.false;
    expect(document.activeElement).to.equal(box(form, 'Name'));
    expect(alerts(form)).to.equal('Not posted yet: 2 fields need your attention.');
  });

  it('says it before what the box was described by already, and takes only its own words away', async () => {
    const form = await mount<CommentForm>(forms["of WordPress's"]);
    fillIn(form, { Email: 'jana' });
    post(form);
    const email = box(form, 'Email');
    const described = email.getAttribute('aria-describedby')!.split(' ');
    expect(described).to.have.length(2);
    expect(described[1]).to.equal('email-notes');
    type(email, 'jana@example.org');
    expect(email.getAttribute('aria-describedby')).to.equal('email-notes');
    expect(email.hasAttribute('aria-invalid')).to.be.false;
    expect(form.querySelector('.field-error')).to.be.null;
  });

  it('follows along while a fault is corrected', async () => {
    const form = await mount<CommentForm>(forms['that is written']);
    post(form);
    const email = box(form, 'Email');
    expect(faultBeside(email)).to.match(/^Write your email address/);
    type(email, 'ja');
    expect(faultBeside(email)).to.match(/^Write an email address such as/);
    type(email, 'jana@example.org');
    expect(faultBeside(email)).to.equal('');
    expect(faultBeside(box(form, 'Name')), 'another field').to.equal('Write your name.');
  });

  it('does not find fault while a field is first filled in', async () => {
    const form = await mount<CommentForm>(forms['that is written']);
    type(box(form, 'Email'), 'ja');
    expect(form.querySelector('[aria-invalid], .field-error')).to.be.null;
  });

  it('completes example.org to the address that is meant', async () => {
    for (const [typed, meant] of [
      ['example.org', 'https://example.org'],
      [' example.org/a?b=c#d ', 'https://example.org/a?b=c#d'],
      ['http://example.org', 'http://example.org'],
    ] as const) {
      const source = new FakeSource();
      const form = await mount<CommentForm>('<comment-form></comment-form>', {
        commentSource: source,
      });
      fillIn(form, { Website: typed });
      await send(form);
      expect(source.posts[0]!.draft.author.url, typed).to.equal(meant);
      expect(box(form, 'Website').value).to.equal(meant);
    }
  });

  it('lets what is too long stand, and posts what is just long enough', async () => {
    const form = await mount<CommentForm>(forms["of WordPress's"]);
    const control = box(form);
    fillIn(form, { Comment: 'x'.repeat(65_526) });
    post(form);
    expect(control.value).to.have.length(65_526);
    type(control, 'x'.repeat(65_525));
    expect(faultBeside(control)).to.equal('');
    post(form);
    expect(nativePosts).to.have.length(1);
  });

  it('does not ask for what cannot be filled in', async () => {
    const form = await mount<CommentForm>(forms["of WordPress's"]);
    const set = document.createElement('fieldset');
    set.disabled = true;
    const email = box(form, 'Email').closest('p')!;
    email.before(set);
    set.append(email);
    type(box(form), 'Well said.');
    type(box(form, 'Name'), 'Jana');
    post(form);
    expect(alerts(form)).to.equal('');
    expect(nativePosts).to.have.length(1);
  });

  it('asks for name and address only where the page does', async () => {
    const form = await mount<CommentForm>(
      `<comment-form>${wordpressForm.replaceAll(' required />', ' />')}</comment-form>`,
    );
    type(box(form), 'Well said.');
    post(form);
    expect(nativePosts).to.have.length(1);
  });

  it("checks the page's own fields, and says what they say", async () => {
    const form = await mount<CommentForm>(
      `<comment-form><form method="post">
        <p><label>Comment <textarea name="comment" required></textarea></label></p>
        <p><label>Town <input name="town" required /></label></p>
        <p><label>Code <input name="code" pattern="[0-9]+" /></label></p>
        <p><label>Sum <input name="sum" /></label></p>
        <p><label>Rules <select name="rules" required><option></option><option>read</option></select></label></p>
        <button>Post Comment</button>
      </form></comment-form>`,
    );
    const [, town, code, sum] = allByRole<HTMLInputElement>(form, 'textbox');
    const rules = byRole<HTMLSelectElement>(form, 'combobox');
    type(box(form), 'Well said.');
    type(code!, 'abc');
    sum!.setCustomValidity('Two and two?');
    post(form);
    expect(faultBeside(town!)).to.equal('Fill in this field.');
    expect(faultBeside(code!)).to.equal('Check what is written here.');
    expect(faultBeside(sum!)).to.equal('Two and two?');
    expect(faultBeside(rules)).to.equal('Fill in this field.');
  });

  it('keeps faults apart where all fields share one box of the page, and inside the form', async () => {
    for (const [open, close] of [
      ['<form method="post"><div>', '</div></form>'],
      ['<form method="post">', '</form>'],
    ] as const) {
      forgetAll();
      const form = await mount<CommentForm>(
        `<comment-form>${open}
          <label>Comment <textarea name="comment" required></textarea></label>
          <label for="n">Name</label> <input id="n" name="author" required />
          <label>Email <input name="email" type="email" /></label>
          <button>Post Comment</button>
        ${close}</comment-form>`,
      );
      post(form);
      expect(faultBeside(box(form))).to.equal('Write a comment before you post it.');
      expect(faultBeside(box(form, 'Name'))).to.equal('Write your name.');
      expect(form.querySelectorAll('form .field-error')).to.have.length(2);
      type(box(form), 'Well said.');
      expect(faultBeside(box(form, 'Name'))).to.equal('Write your name.');
      expect(form.parentElement!.querySelectorAll('.field-error')).to.have.length(1);
    }
  });

  it('starts without the faults of the form that it is a clone of', async () => {
    const form = await mount<CommentForm>(forms['that is written']);
    post(form);
    const clone = form.cloneNode(true) as CommentForm;
    form.replaceWith(clone);
    await turn();
    expect(clone.querySelector('[aria-invalid], .field-error')).to.be.null;
    expect(alerts(clone)).to.equal('');
  });

  it('finds every box although one has the name of a property of forms', async () => {
    const hidden = ['comment', 'requestSubmit', 'action', 'length'].map(
      (name) => `<input type="hidden" name="${name}" value="1" />`,
    );
    const form = await mount<CommentForm>(
      `<comment-form>${wordpressForm.replace('</form>', `${hidden.join('')}</form>`)}</comment-form>`,
    );
    fillIn(form);
    post(form);
    expect(nativePosts).to.have.length(1);
  });

  it('takes back what it said as soon as the reader writes on', async () => {
    const form = await mount<CommentForm>('<comment-form></comment-form>', {
      commentSource: new FakeSource(),
    });
    fillIn(form);
    await send(form);
    expect(statuses(form)).to.equal('Your comment is published.');
    type(box(form), 'One more');
    expect(statuses(form)).to.equal('');
  });

  it('reads the fault in the language of the form', async () => {
    const { registerWords } = await import('../../src/kit/words.js');
    registerWords('qac', { needComment: 'Napište komentář.' });
    const form = await mount<CommentForm>('<comment-form lang="qac"></comment-form>');
    post(form);
    expect(faultBeside(box(form))).to.equal('Napište komentář.');
  });

  it('says it in the words that the page gives', async () => {
    const form = await mount<CommentForm>('<comment-form></comment-form>', {
      words: { needComment: 'Say something.' },
    });
    post(form);
    expect(read(form.querySelector('.field-error'))).to.equal('Say something.');
  });
});
