import { expect, fixture } from '@open-wc/testing';
import type { CommentSubmitEvent } from '../../src/comments/comment-events.js';
import type { CommentForm } from '../../src/comments/comment-form.js';
import type { CommentThread } from '../../src/comments/comment-thread.js';
import { countDown, timing } from '../../src/comments/form-countdown.js';
import type { CommentAuthor } from '../../src/content/comment.js';
import { SourceError, type CommentLimit } from '../../src/sources/comment-source.js';
import { allByRole, byRole, read, turn, withStyles } from '../helpers.js';
import {
  alerts,
  box,
  FakeSource,
  fillIn,
  forgetAll,
  mount,
  nativePosts,
  next,
  post,
  postButton,
  send,
  statuses,
  type,
  until,
} from './helpers.js';
import { wordpressForm } from './wordpress.js';

const written = '<comment-form></comment-form>';

describe('Where a form waits', () => {
  beforeEach(forgetAll);

  /** Time that a test makes pass. */
  async function withTime(run: (pass: (seconds: number) => void) => Promise<void>): Promise<void> {
    const { now, every } = timing;
    const real = Date.now;
    let time = Date.now();
    const ticks = new Set<() => void>();
    timing.now = () => time;
    timing.every = (tick) => {
      ticks.add(tick);
      return () => void ticks.delete(tick);
    };
    Date.now = () => time;
    try {
      await run((seconds) => {
        for (let second = 0; second < seconds; second++) {
          time += 1000;
          for (const tick of [...ticks]) tick();
        }
      });
    } finally {
      Object.assign(timing, { now, every });
      Date.now = real;
    }
  }

  it('F9: counts down by the second, announces it by the ten, and lets the reader post then', async () => {
    await withTime(async (pass) => {
      const source = new FakeSource();
      const form = await mount<CommentForm>(written, { commentSource: source });
      source.answer = () =>
        Promise.reject(new SourceError('rate', 'Slow.', { retryAt: Date.now() + 29_000 }));
      fillIn(form);
      await send(form);
      expect(form.dataset.state).to.equal('rate-limited');
      const live = form.querySelector('[aria-live=polite]')!;
      const shown = form.querySelector('.form-wait')!;
      expect(shown.textContent).to.equal('You can post again in 0:29.');
      expect(live.textContent).to.equal('You can post again in 29 seconds.');
      pass(9);
      expect(shown.textContent).to.equal('You can post again in 0:20.');
      expect(live.textContent).to.equal('You can post again in 29 seconds.');
      pass(1);
      expect(live.textContent).to.equal('You can post again in 19 seconds.');
      expect(postButton(form).getAttribute('aria-disabled')).to.equal('true');
      pass(19);
      expect(form.querySelector('.form-wait')).to.be.null;
      expect(statuses(form)).to.equal('You can post again now.');
      expect(postButton(form).hasAttribute('aria-disabled')).to.be.false;
      source.answer = () => ({ status: 'published' });
      expect((await send(form)).type).to.equal('comment-posted');
    });
  });

  for (const [name, retryAt, shown] of [
    ['thirty seconds where the site says nothing', undefined, '0:30'],
    ['an hour at most', Date.now() + 9e9, '60:00'],
  ] as const) {
    it(`F9: waits ${name}`, async () => {
      await withTime(async () => {
        const source = new FakeSource();
        const form = await mount<CommentForm>(written, { commentSource: source });
        source.answer = () => Promise.reject(new SourceError('rate', 'Slow.', { retryAt }));
        fillIn(form);
        await send(form);
        expect(read(form.querySelector('.form-wait'))).to.equal(`You can post again in ${shown}.`);
      });
    });
  }

  it('F9, F38: stops counting when the form is taken away', async () => {
    await withTime(async (pass) => {
      const told: number[] = [];
      const stop = countDown(Date.now() + 5000, {
        show: (seconds) => told.push(seconds),
        announce: () => {},
        done: () => told.push(-1),
      });
      pass(2);
      stop();
      pass(9);
      expect(told).to.deep.equal([5, 4, 3]);
      await Promise.resolve();
    });
  });
});

describe('How much more a reader may write', () => {
  beforeEach(forgetAll);

  const limited = async (limit: CommentLimit) => {
    const source = Object.assign(new FakeSource(), { limit });
    const form = await mount<CommentForm>(written, { commentSource: source });
    type(box(form), 'x');
    await turn();
    return form;
  };
  const counter = (form: Element) => read(form.querySelector('.form-counter'));
  const said = (form: Element) => read(form.querySelector('[aria-live=polite]'));

  it('F8: is said near the end of it, and announced at a tenth, a twentieth, a hundredth and beyond', async () => {
    const form = await limited({ max: 1000, unit: 'code-points' });
    const told = [899, 901, 925, 950, 951, 990, 999, 1000, 1001].map((length) => {
      type(box(form), 'x'.repeat(length));
      return [length, counter(form), said(form)];
    });
    expect(told).to.deep.equal([
      [899, '', ''],
      [901, '99 characters left', '99 characters left'],
      [925, '75 characters left', '99 characters left'],
      [950, '50 characters left', '50 characters left'],
      [951, '49 characters left', '50 characters left'],
      [990, '10 characters left', '10 characters left'],
      [999, '1 character left', '10 characters left'],
      [1000, '0 characters left', '10 characters left'],
      [1001, 'This is 1 character too long.', 'This is 1 character too long.'],
    ]);
    const described = box(form).getAttribute('aria-describedby')!.split(' ');
    expect(described).to.include(form.querySelector('.form-counter')!.id);
    type(box(form), 'x');
    expect([counter(form), said(form)]).to.deep.equal(['', '']);
    expect(box(form).hasAttribute('aria-describedby')).to.be.false;
  });

  it('F8: is said of what was typed or pasted before the rest of the script had come', async () => {
    const limit: CommentLimit = { max: 10, unit: 'code-points' };
    const source = Object.assign(new FakeSource(), { limit });
    const form = await fixture<CommentForm>(written);
    form.commentSource = source;
    await form.updateComplete;
    type(box(form), 'x'.repeat(12));
    await until(form, () => form.querySelector('.form-counter'));
    expect(counter(form)).to.equal('This is 2 characters too long.');
  });

  it('F8: is counted as the site counts', async () => {
    const form = await limited({ max: 10, unit: 'graphemes' });
    type(box(form), '👩‍👩‍👧'.repeat(9));
    expect(counter(form)).to.equal('1 character left');
  });

  it("F8: is that of the page's own form where the source knows of none", async () => {
    const form = await mount<CommentForm>(`<comment-form>${wordpressForm}</comment-form>`);
    type(box(form), 'x'.repeat(65_520));
    expect(counter(form)).to.equal('5 characters left');
  });
});

describe('A reader who is signed in', () => {
  beforeEach(forgetAll);
  const jana: CommentAuthor = { name: 'Jana \u202ENová', url: 'https://jana.example' };

  for (const [kind, html] of [
    ['written', written],
    ["WordPress's", `<comment-form>${wordpressForm}</comment-form>`],
  ] as const) {
    it(`is not asked who they are: ${kind}`, async () => {
      const source = new FakeSource();
      const form = await mount<CommentForm>(html, { commentSource: source, identity: jana });
      await turn();
      expect(allByRole(form, 'textbox')).to.deep.equal([box(form)]);
      expect(allByRole(form, 'checkbox')).to.be.empty;
      expect(read(form)).to.contain('Commenting as Jana Nová');
      expect(read(form)).not.to.contain('email');
      type(box(form), 'Well said.');
      await send(form);
      expect(source.posts[0]!.draft).to.deep.equal({
        text: 'Well said.',
        parentId: null,
        author: { name: jana.name, url: jana.url, avatar: undefined },
      });
      form.identity = undefined;
      await turn();
      expect(allByRole(form, 'textbox')).to.have.length(4);
      expect(read(form)).not.to.contain('Commenting as');
      type(box(form), 'Again');
      post(form);
      expect(alerts(form)).to.equal('Not posted yet: 2 fields need your attention.');
    });
  }

  it('is known to the thread around the form', async () => {
    const thread = await mount<CommentThread>(
      '<comment-thread><comment-form></comment-form></comment-thread>',
      { commentSource: new FakeSource(), identity: jana },
    );
    await turn();
    expect(read(thread.querySelector('comment-form'))).to.contain('Commenting as Jana');
  });
});

describe('What tells people from robots', () => {
  withStyles();
  beforeEach(forgetAll);

  it('is one box that nobody sees, hears or comes to, and that no browser fills in', async () => {
    const form = await mount<CommentForm>(written);
    const trap = form.querySelector<HTMLInputElement>('[data-trap]')!;
    expect(allByRole(form, 'textbox')).not.to.include(trap);
    expect([trap.tabIndex, trap.autocomplete, trap.required]).to.deep.equal([-1, 'off', false]);
    expect(trap.closest('p')!.getBoundingClientRect().width).to.be.at.most(1);
    expect(trap.closest('[style]')).to.be.null;
  });

  it('only reports, and refuses nothing by itself', async () => {
    const source = new FakeSource();
    const form = await mount<CommentForm>(written, { commentSource: source });
    let event: CommentSubmitEvent | undefined;
    form.addEventListener('comment-submit', (submit) => (event = submit));
    fillIn(form);
    form.querySelector<HTMLInputElement>('[data-trap]')!.value = 'pills';
    expect((await send(form)).type).to.equal('comment-posted');
    expect(event!.trapped).to.be.true;
    expect(source.posts[0]!.draft.fields, 'the trap is no field').to.be.undefined;
  });

  const captcha =
    '<div data-captcha><input type="hidden" name="captcha-answer" value="42" /></div>';

  it("has room for a captcha of the page's, whose answer goes along", async () => {
    const source = new FakeSource();
    const form = await mount<CommentForm>(`<comment-form> ${captcha}</comment-form>`, {
      commentSource: source,
    });
    const slot = form.querySelector('[data-captcha]')!;
    expect(slot.nextElementSibling).to.equal(form.querySelector('.form-submit'));
    fillIn(form);
    await send(form);
    expect(source.posts[0]!.draft.fields).to.deep.equal({ 'captcha-answer': '42' });
  });

  it('keeps the very captcha when the form is written again', async () => {
    const form = await mount<CommentForm>(`<comment-form>${captcha}</comment-form>`);
    const slot = form.querySelector('[data-captcha]')!;
    form.post = '9';
    await turn();
    expect([...form.querySelectorAll('[data-captcha]')]).to.deep.equal([slot]);
    expect(form.querySelectorAll('form')).to.have.length(1);
    fillIn(form);
    post(form);
    expect(nativePosts[0]!.get('captcha-answer')).to.equal('42');
  });

  it('F34: leaves the form usable when the captcha never comes', async () => {
    const source = new FakeSource();
    const form = await mount<CommentForm>('<comment-form><div data-captcha></div></comment-form>', {
      commentSource: source,
    });
    fillIn(form);
    expect((await send(form)).type).to.equal('comment-posted');
    expect(source.posts[0]!.draft.fields).to.be.undefined;
  });
});

describe('A comment before it is sent', () => {
  beforeEach(forgetAll);
  const preview = '<comment-form preview></comment-form>';
  const panel = (form: Element) => form.querySelector('.form-preview');
  const button = (form: Element, name: string) => byRole(form, 'button', name);

  async function looked(form: CommentForm): Promise<Element> {
    button(form, 'Preview').click();
    await until(form, () => panel(form));
    return panel(form)!;
  }

  it('is shown as the thread will show it, and can be written on', async () => {
    const form = await mount<CommentForm>(preview, { commentSource: new FakeSource() });
    await turn();
    fillIn(form, { Comment: '<b>One</b>\n\nTwo' });
    const shown = await looked(form);
    expect(read(shown.querySelector('.comment-author'))).to.equal('Jana');
    expect([...shown.querySelectorAll('.body p')].map(read)).to.deep.equal(['<b>One</b>', 'Two']);
    expect(document.activeElement).to.equal(shown);
    expect(allByRole(form, 'textbox', /^Comment/), 'the box').to.be.empty;
    await expect(form).to.be.accessible();
    button(form, 'Go on writing').click();
    expect(panel(form)).to.be.null;
    expect(document.activeElement).to.equal(box(form));
    expect(box(form).value).to.equal('<b>One</b>\n\nTwo');
  });

  it('is sent from there too', async () => {
    const source = new FakeSource();
    const form = await mount<CommentForm>(preview, { commentSource: source });
    await turn();
    fillIn(form);
    await looked(form);
    await send(form);
    expect(source.posts).to.have.length(1);
    expect(panel(form)).to.be.null;
    expect(box(form).value).to.equal('');
  });

  it('is asked for when there is none', async () => {
    const form = await mount<CommentForm>(preview);
    await turn();
    button(form, 'Preview').click();
    await turn();
    expect(alerts(form)).to.equal('Write a comment before you post it.');
  });

  it('is Markdown where the source takes it: so it is shown, and so it is sent', async () => {
    const source = new FakeSource();
    source.can = ['post', 'markdown'];
    const form = await mount<CommentForm>('<comment-form preview markdown></comment-form>', {
      commentSource: source,
    });
    await until(form, () => form.querySelector('.form-hint'));
    expect(read(form.querySelector('.form-hint'))).to.match(/^Markdown works here/);
    fillIn(form, { Comment: '**Well** <img src=x onerror=alert(1)> [said](javascript:alert(1))' });
    const shown = await looked(form);
    expect(read(shown.querySelector('strong'))).to.equal('Well');
    expect(shown.querySelector('img, a, [onerror]')).to.be.null;
    await send(form);
    expect(source.posts[0]!.draft.format).to.equal('markdown');
  });

  it('is plain text where the source takes no Markdown', async () => {
    const source = new FakeSource();
    const form = await mount<CommentForm>('<comment-form preview markdown></comment-form>', {
      commentSource: source,
    });
    await turn();
    fillIn(form, { Comment: '**Well**' });
    expect(form.querySelector('.form-hint')).to.be.null;
    expect(read((await looked(form)).querySelector('.body'))).to.equal('**Well**');
    await send(form);
    expect(source.posts[0]!.draft).not.to.have.property('format');
  });

  it('lets the site remember who wrote it only with a tick', async () => {
    const source = new FakeSource();
    const form = await mount<CommentForm>(written, { commentSource: source });
    fillIn(form);
    form.querySelector<HTMLInputElement>('[name^=wp-comment]')!.checked = true;
    const posted = next(form, 'comment-posted');
    post(form);
    await posted;
    expect(source.posts[0]!.draft.consent).to.be.true;
  });
});
