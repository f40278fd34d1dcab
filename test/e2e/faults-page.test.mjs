// What a page can do to its comments, and a browser to both: one row for each fault.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gate } from './fault-server.mjs';
import {
  aReader,
  box,
  fillIn,
  isPosted,
  items,
  LIST,
  page,
  POST,
  press,
  says,
  thread,
} from './fault-pages.mjs';

/** A page as a server writes it, which needs no script. */
const served = (site) =>
  page(`<news-article><h1>A story</h1><p>Its first paragraph.</p>
<comment-thread source="json" src="/comments" post="1"><h2>Comments</h2>
<ol>${site
    .thread()
    .map(
      ({ id, author, text }) =>
        `<li id="comment-${id}"><article><header><cite class="comment-author">${author.name}</cite></header><div class="body"><p>${text}</p></div></article></li>`,
    )
    .join('')}</ol>
<comment-form><form method="post" action="/sign"><p><label>Comment <textarea name="comment" required></textarea></label></p>
<p><label>Name <input name="author" required></label></p><input type="hidden" name="redirect_to" value="/served">
<p><button type="submit">Post Comment</button></p></form></comment-form></comment-thread></news-article>`);

describe('A reader in a page with', () => {
  const here = aReader(() => ({
    '/late': page(thread(), { script: '' }),
    '/twice': page(thread(), {
      script: ['', '?ver=2']
        .map((query) => `<script type="module" src="/dist/broadsheet.js${query}"></script>`)
        .join(''),
    }),
    '/story':
      page(`<news-article><article-header headline="A story"></article-header><article-byline authors="Jane Doe; John Roe"></article-byline>
<article-time published="2025-11-08T12:00:00Z"></article-time><p>Its first paragraph.</p>${thread()}</news-article>`),
    '/served': served,
    '/refresh': page(`<div style="height: 1500px"></div>${thread('refresh="30"')}`),
    '/disabled': page(`<comment-form source="json" src="/comments" post="1"><form method="post">
<p><label>Comment <textarea name="comment" required></textarea></label></p>
<fieldset disabled><label>Name <input name="author" required></label><label>Email <input name="email" type="email" required></label></fieldset>
<p><button>Post Comment</button></p></form></comment-form>`),
    '/captcha': page(`<comment-form source="json" src="/comments" post="1"><div data-captcha>
<script async src="/no-captcha.js"></script><input type="text" name="url2" data-trap hidden></div></comment-form>`),
    '/picture': page(`<news-article><h1>A story</h1><article-figure><figure>
<img src="/slow.png" width="600" height="300" alt="A bridge at night"><figcaption>The bridge</figcaption></figure></article-figure>
<p id="text">Its first paragraph.</p></news-article>`),
  }));

  it('F21: dates from wrong clocks: just now, or a plain date; none for what is no date', async () => {
    const at = (seconds) => new Date(Date.now() + seconds * 1000).toISOString();
    here.site.add('In two minutes.', { publishedAt: at(120) });
    here.site.add('In a year.', { publishedAt: at(366 * 86_400) });
    here.site.add('Whenever.', { publishedAt: 'last Tuesday 5' });
    const tab = await here.tabAt('/');
    const times = (text) => items(tab).filter({ hasText: text }).locator('time');
    await times('In two minutes.').waitFor();
    assert.equal(await times('In two minutes.').textContent(), 'just now');
    assert.match(await times('In a year.').textContent(), /\d{4}/);
    assert.match(await times('In a year.').getAttribute('datetime'), /^\d{4}-\d\d-\d\dT.*Z$/);
    assert.equal(await times('Whenever.').count(), 0);
  });

  it('F22: the script twice, from two addresses: the first wins, with one warning', async () => {
    const tab = await here.typed('/twice');
    await tab.waitForLoadState('load');
    await press(tab);
    await isPosted(tab);
    assert.equal(here.site.posted().length, 1);
    assert.equal(tab.warned.length, 1, tab.warned.join('\n'));
  });

  it('F23: a move in the page while typing: words and selection stay, and nothing listens twice', async () => {
    const tab = await here.typed('/', {
      prepare: (one) =>
        one.addInitScript(() => {
          // What listens: each listener of a target once, as the browser counts.
          const listening = new Map();
          window.countListeners = () => listening.size;
          const ids = new WeakMap();
          let last = 0;
          const idOf = (one) => ids.get(one) ?? (ids.set(one, ++last), last);
          const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
          const keyOf = (target, type, listener, options) =>
            [
              idOf(target ?? window),
              type,
              idOf(listener),
              Boolean(options?.capture ?? options),
            ].join();
          EventTarget.prototype.addEventListener = function (type, listener, options) {
            if (listener && !options?.once) listening.set(keyOf(this, type, listener, options), 1);
            return add.call(this, type, listener, options);
          };
          EventTarget.prototype.removeEventListener = function (type, listener, options) {
            if (listener) listening.delete(keyOf(this, type, listener, options));
            return remove.call(this, type, listener, options);
          };
        }),
    });
    await tab.waitForLoadState('networkidle');
    await box(tab).evaluate((area) => area.setSelectionRange(2, 5));
    const result = await tab.evaluate(async () => {
      const whole = document.querySelector('comment-thread');
      const area = document.querySelector('comment-form textarea');
      const turn = () => new Promise((resolve) => setTimeout(resolve));
      const places = [document.createElement('div'), document.createElement('div')];
      document.body.append(...places);
      const move = (place) =>
        place.moveBefore ? place.moveBefore(whole, null) : place.append(whole);
      const counts = [];
      area.focus();
      for (let round = 0; round < 20; round++) {
        const place = places[round % 2];
        if (round < 10) move(place);
        else place.append(whole);
        await turn();
        if (round > 10) counts.push(window.countListeners());
        if (round === 9) window.kept = [document.activeElement === area, Boolean(place.moveBefore)];
      }
      return {
        counts,
        kept: window.kept,
        value: area.value,
        from: area.selectionStart,
        to: area.selectionEnd,
      };
    });
    assert.deepEqual([result.value, result.from, result.to], ['Well said.', 2, 5]);
    assert.equal(result.kept[0], result.kept[1], 'the focus stays where the browser can keep it');
    assert.ok(result.counts[0] > 10, 'listeners are counted');
    assert.equal(new Set(result.counts).size, 1, result.counts.join(' '));
    await press(tab);
    await isPosted(tab);
    assert.equal(here.site.posted().length, 1);
  });

  it('F24: a form that is taken out while it sends: the comment arrives, and the document is told', async () => {
    const tab = await here.typed();
    const held = gate();
    here.site.fail(POST, { hold: held });
    await press(tab);
    await held.reached;
    await tab.evaluate(() => {
      document.addEventListener('comment-posted', ({ status }) => (window.told = status));
      document.querySelector('comment-thread').remove();
    });
    held.open();
    await tab.waitForFunction(() => window.told);
    assert.equal(await tab.evaluate(() => window.told), 'published');
    assert.equal(here.site.thread().length, 1);
  });

  it('F24: a thread that is taken out while it loads: the request ends', async () => {
    const held = gate();
    here.site.fail(LIST, { hold: held });
    const tab = await here.tabAt('/');
    await held.reached;
    const failed = tab.waitForEvent('requestfailed');
    await tab.evaluate(() => document.querySelector('comment-thread').remove());
    assert.match((await failed).failure().errorText, /ABORTED/);
    held.open();
  });

  it('F25: another document: a thread in a shadow root that is moved into a frame is styled there, and posts', async () => {
    here.site.add('First.');
    const tab = await here.tabAt('/empty');
    await tab.evaluate(() => {
      const host = document.createElement('div');
      host.id = 'host';
      host.attachShadow({ mode: 'open' }).innerHTML =
        '<comment-thread source="json" src="/comments" post="1"></comment-thread>';
      document.querySelector('main').append(host);
    });
    await box(tab).waitFor();
    await fillIn(tab);
    const isStyled = (scope) =>
      scope
        .locator('comment-thread > ol')
        .evaluate((list) => list.ownerDocument.defaultView.getComputedStyle(list).listStyleType);
    assert.equal(await isStyled(tab), 'none');
    await tab.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'width:800px;height:900px';
      document.body.append(frame);
      const host = document.querySelector('#host');
      frame.contentDocument.body.append(frame.contentDocument.adoptNode(host));
    });
    const frame = tab.frameLocator('iframe');
    await items(frame).filter({ hasText: 'First.' }).waitFor();
    await tab.waitForFunction(
      () =>
        document.querySelector('iframe').contentDocument.querySelector('#host').shadowRoot
          .adoptedStyleSheets.length,
    );
    assert.equal(await isStyled(frame), 'none');
    assert.equal(await box(frame).inputValue(), 'Well said.');
    await press(frame);
    await isPosted(frame);
  });

  it('F26: a script that comes late: properties that were set before it count', async () => {
    here.site.add('First.');
    const tab = await here.tabAt('/late');
    await tab.evaluate(async () => {
      document.querySelector('comment-thread').words = {
        commentsTitle: 'Talk',
        comments: 'Talk: {count}',
      };
      await import('/dist/broadsheet.js');
    });
    await tab.getByRole('heading', { name: /^Talk/ }).waitFor();
    await items(tab).first().waitFor();
  });

  it('F27: another post while the first still loads: only its comments are shown', async () => {
    here.site.add('Of the first post.');
    here.site.add('Of the second post.', { post: '2' });
    const held = gate();
    here.site.fail(LIST, { hold: held });
    const tab = await here.tabAt('/');
    await held.reached;
    await tab.evaluate(() => document.querySelector('comment-thread').setAttribute('post', '2'));
    await items(tab).filter({ hasText: 'Of the second post.' }).waitFor();
    held.open();
    await tab.waitForLoadState('networkidle');
    assert.equal(await items(tab).count(), 1);
  });

  it('F28: a picture that never comes: the text stands where it stood, and the words for it are there', async () => {
    const held = gate();
    here.site.fail('GET /slow.png', { hold: held, cut: 'before' });
    const tab = await here.tabAt('/picture', { until: 'domcontentloaded' });
    await tab.locator('figure-opener').waitFor();
    const place = () => tab.locator('#text').evaluate((one) => one.getBoundingClientRect().top);
    const waiting = await place();
    assert.ok(waiting > 300, `room is kept: the text stands at ${waiting}`);
    held.open();
    await tab.waitForFunction(() => document.querySelector('img').complete);
    assert.equal(await place(), waiting);
    await tab.getByAltText('A bridge at night').waitFor();
  });

  for (const [name, path] of [
    ['IntersectionObserver', 'IntersectionObserver'],
    ['ResizeObserver', 'ResizeObserver'],
    ['requestIdleCallback', 'requestIdleCallback'],
    ['crypto.randomUUID', 'Crypto.prototype.randomUUID'],
    ['navigator.share', 'Navigator.prototype.share'],
    ['clipboard', 'Navigator.prototype.clipboard'],
    ['BroadcastChannel', 'BroadcastChannel'],
    ['IndexedDB', 'indexedDB'],
    ['moveBefore', 'Element.prototype.moveBefore'],
    ['AbortSignal.any', 'AbortSignal.any'],
    ['AbortSignal.timeout', 'AbortSignal.timeout'],
    ['structuredClone', 'structuredClone'],
    ['Intl.RelativeTimeFormat', 'Intl.RelativeTimeFormat'],
    ['Intl.DateTimeFormat', 'Intl.DateTimeFormat'],
    ['Intl.NumberFormat', 'Intl.NumberFormat'],
    ['Intl.PluralRules', 'Intl.PluralRules'],
    ['Intl.ListFormat', 'Intl.ListFormat'],
    ['Intl.Segmenter', 'Intl.Segmenter'],
    ['Intl.DisplayNames', 'Intl.DisplayNames'],
    ['Intl.Locale', 'Intl.Locale'],
    ['scheduler', 'scheduler'],
    ['element internals', 'ElementInternals.prototype.states'],
  ]) {
    it(`F29: no ${name}: the story and its comments are read, and one is posted`, async () => {
      const publishedAt = new Date(Date.now() - 7_200_000).toISOString();
      here.site.add('First.', { publishedAt });
      const tab = await here.typed('/story', {
        prepare: (one) =>
          one.addInitScript((missing) => {
            const steps = missing.split('.');
            const last = steps.pop();
            const holder = steps.reduce((object, step) => object[step], window);
            delete holder[last];
            if (last in holder) Object.defineProperty(holder, last, { value: undefined });
          }, path),
      });
      await items(tab).filter({ hasText: 'First.' }).waitFor();
      // Not innerText: a browser that has not yet looked whether the comment is near paints none of it.
      assert.match(await items(tab).first().locator('time').textContent(), /\d/);
      assert.match(await tab.locator('article-byline').innerText(), /^By Jane Doe.+John Roe$/);
      assert.match(await tab.locator('article-time').innerText(), /2025/);
      await press(tab);
      await isPosted(tab);
    });
  }

  for (const [name, options, prepare] of [
    ['the script off', { javaScriptEnabled: false }],
    [
      'a script that does not come',
      {},
      (tab) => tab.route('**/broadsheet.js', (one) => one.abort()),
    ],
    [
      'a script that breaks',
      {},
      (tab) =>
        tab.route('**/broadsheet.js', (one) =>
          one.fulfill({ contentType: 'text/javascript', body: 'export const broken = ' }),
        ),
    ],
  ]) {
    it(`F30: ${name}: the story and its comments are there, and the form posts by itself`, async () => {
      here.site.add('First.', { author: { name: 'Ada' } });
      const within = await here.newContext(options);
      const tab = await within.newPage();
      await prepare?.(tab);
      await tab.goto(`${here.site.url}/served`);
      await says(tab, 'Its first paragraph.');
      await items(tab).filter({ hasText: 'First.' }).waitFor();
      await tab.getByLabel('Comment').fill('By the browser.');
      await tab.getByLabel('Name').fill('Jana');
      await press(tab);
      await items(tab).filter({ hasText: 'By the browser.' }).waitFor();
      assert.equal(here.site.asked('POST /sign').length, 1);
      await within.close();
    });
  }

  it('F31: a word that is being composed: Enter ends the word, and sends nothing', async () => {
    const tab = await here.typed();
    const area = box(tab);
    await area.press('End');
    const devtools = await here.context.newCDPSession(tab);
    const enter = (modifiers, keyCode = 229) =>
      devtools.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: keyCode,
        modifiers,
      });
    await devtools.send('Input.imeSetComposition', {
      text: ' 日',
      selectionStart: 2,
      selectionEnd: 2,
    });
    await tab.evaluate(() =>
      addEventListener('keydown', (event) => (window.composing = event.isComposing)),
    );
    await enter(2, 13);
    assert.equal(await tab.evaluate(() => window.composing), true);
    await enter(0);
    assert.equal(here.site.posted().length, 0);
    await devtools.send('Input.insertText', { text: ' 日本' });
    await area.press('Control+Enter');
    await isPosted(tab, 'Well said. 日本');
    assert.equal(here.site.posted().length, 1);
  });

  it('F32: text of many scripts, and broken: it comes back as it can be written', async () => {
    const tab = await here.typed();
    const text = `👩‍👩‍👧 مرحبا "\\\u202E \uD800 \0 ${'long words '.repeat(5000)}end`;
    await paste(tab, text);
    await press(tab);
    await items(tab).first().waitFor();
    const sent = JSON.parse(here.site.posted()[0].body).text;
    assert.equal(sent, text.replace('\uD800', '\uFFFD').replace('\0', ''));
    const shown = await items(tab).first().locator('.body').textContent();
    assert.ok(shown.includes('👩‍👩‍👧 مرحبا "\\') && shown.includes('long words end'));
    assert.equal(await box(tab).inputValue(), '');
  });

  it('F32: a megabyte: nothing is cut without a word, and nothing is sent that is too long', async () => {
    const tab = await here.typed();
    const text = 'x'.repeat(1_000_000);
    await paste(tab, text);
    await says(tab, 'This is 934,475 characters too long.');
    await press(tab);
    await says(tab, /Not posted yet/);
    assert.equal((await box(tab).inputValue()).length, text.length);
    assert.equal(here.site.posted().length, 0);
    await tab.reload();
    await tab.waitForFunction(
      (length) => document.querySelector('comment-form textarea')?.value.length === length,
      text.length,
    );
  });

  it('F33: a browser that fills in without a word: what stands in the boxes is sent', async () => {
    const tab = await here.typed();
    await tab.evaluate(() => {
      for (const [name, value] of Object.entries({ author: 'Filled in', email: 'in@example.org' }))
        document.querySelector(`comment-form [name=${name}]`).value = value;
      document.querySelector('comment-form form').requestSubmit();
    });
    await isPosted(tab);
    assert.equal(JSON.parse(here.site.posted()[0].body).author.name, 'Filled in');
  });

  it('F33: a form that is reset: its draft goes too', async () => {
    const tab = await here.typed();
    await tab.evaluate(() => document.querySelector('comment-form form').reset());
    assert.equal(await box(tab).inputValue(), '');
    await tab.waitForFunction(
      () => !Object.keys(localStorage).some((key) => key.startsWith('broadsheet-draft:')),
    );
    await tab.reload();
    await box(tab).waitFor();
    assert.equal(await box(tab).inputValue(), '');
  });

  it('F33: fields that are disabled: they are not asked for, and not sent', async () => {
    const tab = await here.tabAt('/disabled');
    await tab.getByLabel('Comment').fill('Well said.');
    await press(tab);
    await says(tab, 'Your comment is published.');
    const { text, author } = JSON.parse(here.site.posted()[0].body);
    assert.deepEqual([text, author.name, author.email], ['Well said.', '', undefined]);
  });

  it('F34: a captcha that does not come, a trap that is filled in: the page decides, and the form works', async () => {
    const tab = await here.tabAt('/captcha');
    await tab.evaluate(() =>
      addEventListener(
        'comment-submit',
        ({ trapped, elapsed }) => (window.told = { trapped, elapsed }),
      ),
    );
    await box(tab).waitFor();
    await fillIn(tab);
    await tab.evaluate(() => (document.querySelector('[data-trap]').value = 'http://spam.example'));
    await press(tab);
    await says(tab, 'Your comment is published.');
    const { trapped, elapsed } = await tab.evaluate(() => window.told);
    assert.equal(trapped, true);
    assert.ok(elapsed >= 0);
    assert.doesNotMatch(here.site.posted()[0].body, /spam/);
  });

  it('F35: a moderator: the comment is shown as waiting, and not counted', async () => {
    here.site.add('First.');
    here.site.state = 'pending';
    const tab = await here.typed();
    await press(tab);
    await isPosted(tab);
    const own = items(tab).filter({ hasText: 'Well said.' });
    await own.getByText('Your comment is waiting for a moderator.').waitFor();
    await tab.getByRole('heading', { name: '1 comment', exact: true }).waitFor();
    await tab.reload();
    await own.getByText('Your comment is waiting for a moderator.').waitFor();
  });

  it('F36: a comment that is deleted while it is answered: the answer is kept, and can go to the top', async () => {
    here.site.add('First.', { author: { name: 'Ada' } });
    const tab = await here.tabAt('/');
    await tab.getByRole('button', { name: 'Reply to Ada' }).click();
    await fillIn(tab);
    here.site.thread().length = 0;
    await press(tab);
    await says(tab, /no longer there/);
    assert.equal(await box(tab).inputValue(), 'Well said.');
    await tab.getByRole('button', { name: 'Post it as a comment of its own' }).click();
    await isPosted(tab);
    assert.equal(here.site.thread()[0].parentId, null);
  });

  it('F37: new comments while the reader types: they are offered, and nothing moves', async () => {
    for (let count = 1; count <= 30; count++) here.site.add(`Comment ${count}.`);
    const tab = await here.tabAt('/refresh', { prepare: (one) => one.clock.install() });
    await tab.locator('comment-thread').scrollIntoViewIfNeeded();
    await items(tab).first().waitFor();
    await fillIn(tab, 'Half a thought');
    await box(tab).focus();
    here.site.add('One more.');
    here.site.add('And another.');
    const place = () => box(tab).evaluate((area) => area.getBoundingClientRect().top);
    const before = await place();
    await tab.clock.fastForward(31_000);
    const offer = tab.getByRole('button', { name: 'Show 2 new comments' });
    await offer.waitFor();
    // The browser holds what is read where it stands, as soon as it draws the next frame.
    await tab.waitForFunction((top) => {
      const area = document.querySelector('comment-form textarea');
      return (
        area === document.activeElement && Math.abs(area.getBoundingClientRect().top - top) < 2
      );
    }, before);
    assert.equal(await box(tab).inputValue(), 'Half a thought');
    assert.equal(await items(tab).count(), 30);
    await offer.click();
    await items(tab).filter({ hasText: 'And another.' }).waitFor();
    assert.equal(await items(tab).count(), 32);
    assert.equal(await box(tab).inputValue(), 'Half a thought');
  });

  it('F39: a list from a cache after posting: the comment stays until it is seen, or two minutes', async () => {
    const tab = await here.typed('/', { prepare: (one) => one.clock.install() });
    await press(tab);
    await isPosted(tab);
    const own = items(tab).filter({ hasText: 'Well said.' });
    here.site.always(LIST, { body: { comments: [], total: 0 } });
    const reload = () => tab.evaluate(() => document.querySelector('comment-thread').reload());
    await reload();
    assert.equal(await own.count(), 1);
    here.site.always(LIST, undefined);
    await reload();
    assert.equal(await own.count(), 1, 'once, when the list has it');
    here.site.always(LIST, { body: { comments: [], total: 0 } });
    await reload();
    assert.equal(await own.count(), 0, 'it was seen: now it is gone');
    here.site.always(LIST, undefined);
    await fillIn(tab, 'And this.');
    await press(tab);
    await isPosted(tab, 'And this.');
    here.site.always(LIST, { body: { comments: [], total: 0 } });
    await tab.clock.fastForward(130_000);
    await reload();
    assert.equal(await items(tab).filter({ hasText: 'And this.' }).count(), 0, 'never seen');
  });

  it('F40: a page that posts by itself: nothing else does, and its answer counts', async () => {
    const tab = await here.typed();
    await tab.evaluate(() => {
      addEventListener('comment-submit', (event) => {
        const { text, author } = event.draft;
        event.respondWith(
          new Promise((resolve, reject) => {
            window.answer = () =>
              resolve({
                status: 'published',
                comment: {
                  ...{
                    id: 'own-1',
                    parentId: null,
                    author: { name: author.name },
                    state: 'visible',
                  },
                  ...{ publishedAt: new Date().toISOString(), body: { text } },
                },
              });
            window.refuse = () => reject(new Error('The page could not.'));
          }),
        );
      });
    });
    await press(tab);
    await says(tab, 'Sending…');
    await tab.evaluate(() => window.refuse());
    await says(tab, /something failed at the site/);
    assert.equal(await box(tab).inputValue(), 'Well said.');
    await press(tab);
    await says(tab, 'Sending…');
    await tab.evaluate(() => window.answer());
    await isPosted(tab);
    assert.equal(here.site.posted().length, 0);
  });

  it('F40: a page that stops the comment: nothing is sent, and the words stay', async () => {
    const tab = await here.typed();
    await tab.evaluate(() => addEventListener('comment-submit', (event) => event.preventDefault()));
    await press(tab);
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    assert.equal(await box(tab).inputValue(), 'Well said.');
    assert.equal(here.site.posted().length, 0);
  });
});

/** As a browser pastes: all at once, with one event. */
const paste = (tab, text) =>
  box(tab).evaluate((area, value) => {
    area.value = value;
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, text);
