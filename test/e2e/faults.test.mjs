// What a site can answer, and what it can fail to: one row for each fault, in the words that a reader
// sees. The tables of faults: `npm run faults`.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gate } from './fault-server.mjs';
import {
  aReader,
  box,
  button,
  isPosted,
  items,
  LIST,
  page,
  POST,
  press,
  says,
} from './fault-pages.mjs';

const keysOf = (site) => site.posted().map(({ headers }) => headers['idempotency-key']);

describe('A reader whose comment meets', () => {
  const here = aReader((site) => ({
    '/away': page(
      `<comment-thread source="json" src="${site.away}/comments" post="1"></comment-thread>`,
    ),
  }));

  it('no fault: the comment stands in the list', async () => {
    here.site.add('First.');
    const tab = await here.typed();
    await press(tab);
    await isPosted(tab);
    const [{ headers, body }] = here.site.posted();
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['x-requested-with'], 'XMLHttpRequest');
    const sent = JSON.parse(body);
    assert.equal(sent.key, headers['idempotency-key']);
    assert.deepEqual([sent.post, sent.parentId, sent.text], ['1', null, 'Well said.']);
    await says(tab, 'Your comment is published.');
  });

  it('F1: no connection: it is not sent, and goes once when the reader tries again', async () => {
    const tab = await here.typed();
    await here.context.setOffline(true);
    await press(tab);
    await says(tab, /was not sent: there is no connection/);
    await here.isKept(tab);
    await here.context.setOffline(false);
    await tab.getByRole('button', { name: 'Try again' }).click();
    await isPosted(tab);
    assert.equal(here.site.posted().length, 1);
  });

  it('F1: no connection: it goes by itself when there is one again, if the reader ticked that', async () => {
    const tab = await here.typed();
    await here.context.setOffline(true);
    await press(tab);
    await tab.getByLabel('Send it when I am online again').check();
    assert.equal(here.site.posted().length, 0);
    await here.context.setOffline(false);
    await isPosted(tab);
    assert.equal(here.site.posted().length, 1);
  });

  it('F2: no answer for 15 seconds: it may have arrived, and goes again under the same key', async () => {
    const tab = await here.typed('/', { prepare: (one) => one.clock.install() });
    const held = gate();
    here.site.fail(POST, { hold: held, commit: true, cut: 'before' });
    await press(tab);
    await held.reached;
    await says(tab, 'Sending…');
    await tab.clock.fastForward(15_000);
    await says(tab, /may or may not have arrived/);
    await here.isKept(tab);
    held.open();
    await tab.getByRole('button', { name: 'Try again' }).click();
    await isPosted(tab);
    assert.equal(new Set(keysOf(here.site)).size, 1);
    assert.equal(here.site.thread().length, 1);
  });

  for (const cut of ['before', 'inside']) {
    it(`F3: an answer that is lost ${cut === 'before' ? 'whole' : 'in its middle'} after the comment was kept: it stands there once`, async () => {
      const tab = await here.typed();
      // Browsers ask a second time by themselves where a connection ends without a byte.
      here.site.always(POST, { commit: true, cut });
      await press(tab);
      await says(tab, cut === 'before' ? /was not sent/ : /could not be read/);
      here.site.always(POST, undefined);
      assert.equal(await box(tab).inputValue(), 'Well said.');
      assert.equal(here.site.thread().length, 1, 'the site has it');
      await press(tab);
      await isPosted(tab);
      assert.equal(here.site.thread().length, 1);
      assert.equal(new Set(keysOf(here.site)).size, 1);
      assert.ok(keysOf(here.site).length > 1);
      await tab.reload();
      await items(tab).filter({ hasText: 'Well said.' }).waitFor();
      assert.equal(await items(tab).count(), 1);
      assert.equal(await box(tab).inputValue(), '');
    });
  }

  it('F4: errors of fields: each is said beside its field, and the first has the focus', async () => {
    const tab = await here.typed();
    here.site.fail(POST, {
      status: 422,
      type: 'application/problem+json',
      body: {
        title: 'Check your input.',
        errors: [{ pointer: '#/author/email', detail: '<b>No</b> such address.' }],
      },
    });
    await press(tab);
    const email = tab.getByLabel(/^Email/);
    await says(tab, '<b>No</b> such address.');
    assert.equal(await email.getAttribute('aria-invalid'), 'true');
    assert.ok(await email.evaluate((field) => field === document.activeElement));
    await here.isKept(tab);
    await press(tab);
    await isPosted(tab);
  });

  for (const status of [401, 403]) {
    it(`F5: ${status}: after signing in the same words are sent once`, async () => {
      const tab = await here.typed();
      await tab.evaluate(() => {
        addEventListener(
          'comment-auth-required',
          (event) => (window.resume = () => event.resume()),
        );
      });
      here.site.fail(POST, { status, body: { detail: 'Sign in.' } });
      await press(tab);
      await says(tab, /asks you to sign in/);
      await here.isKept(tab);
      await tab.evaluate(() => window.resume());
      await isPosted(tab);
      assert.equal(here.site.posted().length, 2);
    });
  }

  for (const status of [404, 410]) {
    it(`F6: ${status}: a note stands in place of the form, with the words to be copied`, async () => {
      const tab = await here.typed();
      here.site.fail(POST, { status, body: '' });
      await press(tab);
      await says(tab, /Comments are closed here/);
      await button(tab).waitFor({ state: 'hidden' });
      const copy = tab.locator('comment-form textarea[readonly]');
      assert.equal(await copy.inputValue(), 'Well said.');
      await copy.selectText();
      assert.equal(await tab.evaluate(() => document.getSelection().toString()), 'Well said.');
    });
  }

  it('F7: 409 with the comment: it counts as sent', async () => {
    const tab = await here.typed();
    const known = here.site.add('Well said.', { author: { name: 'Jana' } });
    here.site.fail(POST, { status: 409, body: { title: 'Conflict', comment: known } });
    await press(tab);
    await isPosted(tab);
  });

  it('F8: 413: it is too long, and kept', async () => {
    const tab = await here.typed();
    here.site.fail(POST, { status: 413, body: '<h1>413</h1>' });
    await press(tab);
    await says(tab, /too long for this site/);
    await here.isKept(tab);
  });

  for (const [name, headers, seconds] of [
    ['seconds', { 'retry-after': '42' }, 42],
    [
      'a date of a clock that is two days wrong',
      { 'retry-after': 'Thu, 06 Nov 2025 10:01:00 GMT', date: 'Thu, 06 Nov 2025 10:00:00 GMT' },
      60,
    ],
    ['garbage', { 'retry-after': 'soon' }, 30],
    ['nothing', {}, 30],
    ['a day', { 'retry-after': '86400' }, 3600],
  ]) {
    it(`F9: 429 with ${name}: the button rests for ${seconds} seconds`, async () => {
      const tab = await here.typed('/', { prepare: (one) => one.clock.install() });
      await tab.clock.pauseAt(new Date(Date.now() + 60_000));
      here.site.fail(POST, { status: 429, headers, body: '' });
      await press(tab);
      const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      await says(tab, `You can post again in ${time}.`);
      assert.equal(await button(tab).getAttribute('aria-disabled'), 'true');
      await press(tab);
      assert.equal(here.site.posted().length, 1, 'pressed too early');
      await tab.clock.runFor((seconds - 1) * 1000);
      await says(tab, 'You can post again in 0:01.');
      await tab.clock.runFor(1000);
      await says(tab, 'You can post again now.');
      await here.isKept(tab);
      await press(tab);
      await isPosted(tab);
    });
  }

  it('F10: 5xx: it is kept and not sent again by itself; the list is asked for again', async () => {
    here.site.fail(LIST, { status: 503 }, { status: 500 });
    here.site.add('First.');
    const tab = await here.typed();
    assert.equal(here.site.asked(LIST).length, 3);
    assert.equal(await items(tab).count(), 1);
    for (const status of [500, 502, 503, 504]) {
      here.site.fail(POST, { status, body: '<h1>Broken</h1>' });
      await press(tab);
      await says(tab, /something failed at the site/);
      await here.isKept(tab);
      await box(tab).press('End');
      await box(tab).pressSequentially('!');
      await box(tab).press('Backspace');
    }
    assert.equal(here.site.posted().length, 4);
    await press(tab);
    await isPosted(tab);
  });

  it('F10: 5xx for the list, again and again: the reader is told and can try again', async () => {
    here.site.always(LIST, { status: 500 });
    here.site.add('First.');
    const tab = await here.tabAt('/');
    await says(tab, 'The comments could not be loaded.');
    assert.equal(here.site.asked(LIST).length, 3);
    here.site.always(LIST, undefined);
    await tab.getByRole('button', { name: 'Try again' }).click();
    await items(tab).filter({ hasText: 'First.' }).waitFor();
  });

  for (const [name, fault] of [
    ['an empty body', { body: '' }],
    ['a page', { body: '<!doctype html><p>Thank you!' }],
    ['half of the JSON', { body: '{"id":"9","text":"We', type: 'application/json' }],
    ['other JSON', { body: { ok: true } }],
    ['JSON called a picture', { body: '{', type: 'image/png' }],
    ['a body that breaks off', { cut: 'inside' }],
  ]) {
    it(`F11: 200 with ${name}: nobody knows, and the list tells`, async () => {
      const tab = await here.typed();
      here.site.fail(POST, { status: 200, commit: true, ...fault });
      await press(tab);
      await says(tab, /could not be read/);
      assert.equal(await box(tab).inputValue(), 'Well said.');
      await tab.getByRole('button', { name: 'Check whether it arrived' }).click();
      await isPosted(tab);
      assert.equal(here.site.posted().length, 1);
    });
  }

  it('F12: a site that lets other origins in no longer: it is not sent, and the developer reads why', async () => {
    const tab = await here.typed('/away');
    here.site.cors = false;
    await press(tab);
    await says(tab, /was not sent/);
    assert.equal(await box(tab).inputValue(), 'Well said.');
    assert.ok(
      tab.warned.some((words) => /CORS/.test(words)),
      tab.warned.join('\n'),
    );
    here.site.cors = true;
    await press(tab);
    await isPosted(tab);
    assert.equal(here.site.posted()[0].headers['x-requested-with'], undefined);
  });

  for (const where of ['its own', 'another']) {
    it(`F13: a redirect to a page of ${where} origin to sign in: nothing is sent there, and the words stay`, async () => {
      const tab = await here.typed();
      const login = where === 'another' ? `${here.site.away}/login` : '/login';
      here.site.cors = false;
      here.site.fail(POST, { redirect: login });
      await press(tab);
      await says(tab, /asks you to sign in/);
      await here.isKept(tab);
      assert.equal(here.site.asked('GET /login').length + here.site.asked('POST /login').length, 0);
      await press(tab);
      await isPosted(tab);
    });
  }
});
