import { expect, oneEvent } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import type { LiveBlog } from '../../src/live/live-blog.js';
import type { LiveNewEvent } from '../../src/live/live-new-event.js';
import { registerSource } from '../../src/sources/registry.js';
import {
  allByRole,
  byRole,
  can,
  itWhere,
  press,
  read,
  show,
  turn,
  warnings,
  withStyles,
} from '../helpers.js';
import { blog, choose, headlines, ready, TestSource, update, written } from './helpers.js';
import { waitUntil } from '../soon.js';

defineAll();

const three = written(12) + written(11) + written(10);
const known = [12, 11, 10].map((number) => update(number));

const offer = (element: Element) => byRole<HTMLButtonElement>(element, 'button', /new update/);
const status = (element: Element) => read(byRole(element, 'status'));
const line = (element: Element) =>
  read(element.querySelector('live-state')!.shadowRoot!.querySelector('[part=state]'));

/** A blog that has asked its source once. */
async function following(
  source: TestSource,
  inner = three,
  attributes = '',
): Promise<LiveBlog & { liveSource: TestSource }> {
  const element = await show<LiveBlog & { liveSource: TestSource }>(
    `<live-blog loading="eager" refresh="60" lang="en" ${attributes}>${inner}</live-blog>`,
  );
  element.liveSource = source;
  await ready(element);
  await waitUntil(() => source.asked.length > 0, 'it did not ask');
  await turn();
  return element;
}

describe('A live blog that follows a source', () => {
  withStyles();
  afterEach(() => localStorage.removeItem('broadsheet-live-order'));

  it('offers what is new, and puts nothing in before the reader asks', async () => {
    const source = new TestSource(...known);
    const element = await following(source);
    expect(line(element)).to.equal('Live');
    expect(allByRole(element, 'button')).to.be.empty;
    source.updates = [update(14), update(13), ...known];
    const heard = oneEvent(element, 'live-new');
    expect(await element.checkForNew()).to.equal(2);
    expect(((await heard) as unknown as LiveNewEvent).updates.map(({ id }) => id)).to.deep.equal([
      'u14',
      'u13',
    ]);
    expect(headlines(element)).to.have.lengthOf(3);
    expect(read(offer(element))).to.equal('2 new updates');
    await expect(element).to.be.accessible();
  });

  it('says once for each answer how many there are, and never reads them out', async () => {
    const source = new TestSource(...known);
    const element = await following(source);
    expect(status(element)).to.equal('');
    source.updates = [update(13), ...known];
    await element.checkForNew();
    expect(status(element)).to.equal('1 new update');
    let said = 0;
    const observer = new MutationObserver(() => said++);
    const { shadowRoot } = element.querySelector('live-state')!;
    observer.observe(shadowRoot!.querySelector('[role=status]')!, {
      ...{ childList: true, characterData: true, subtree: true },
    });
    await element.checkForNew();
    await turn();
    expect(said).to.equal(0);
    observer.disconnect();
  });

  it('puts in what is new when it is asked for, and the keyboard goes on from the first of it', async () => {
    const source = new TestSource(update(14), update(13), ...known);
    const element = await following(source);
    offer(element).click();
    await turn();
    expect(headlines(element)).to.deep.equal(
      [14, 13, 12, 11, 10].map((number) => `Update ${number}`),
    );
    expect(document.activeElement).to.equal(element.querySelector('h2'));
    expect(allByRole(element, 'button', /new update/)).to.be.empty;
    expect(status(element)).to.equal('');
    expect(element.querySelector('live-update')!.id).to.equal('user-content-u14');
    // And knows them when they are told again.
    expect(await element.checkForNew()).to.equal(0);
  });

  itWhere(can.sendKeys)('is used with the keyboard alone', async () => {
    const element = await following(new TestSource(update(13), ...known));
    offer(element).focus();
    await press('Enter');
    await turn();
    expect(read(document.activeElement)).to.equal('Update 13');
    await press('Tab');
    expect(document.activeElement).to.equal(element.querySelector('.permalink'));
  });

  it('puts new updates at the end where the oldest come first, and pinned ones on top', async () => {
    const source = new TestSource(update(14, { pinned: true }), update(13), ...known);
    const element = await following(source);
    await choose(element, 'oldest');
    offer(element).click();
    await turn();
    expect(headlines(element)).to.deep.equal(
      [14, 10, 11, 12, 13].map((number) => `Update ${number}`),
    );
  });

  it('fills an empty blog at once, for nobody reads what is not there yet', async () => {
    const element = await following(new TestSource(...known), '');
    await waitUntil(() => headlines(element).length === 3);
    expect(allByRole(element, 'button')).to.be.empty;
    expect(status(element)).to.equal('');
    expect(element.hasAttribute('aria-busy')).to.equal(false);
  });

  it('says that there is nothing yet', async () => {
    const element = await following(new TestSource(), '');
    expect(line(element)).to.equal('No updates yet. They will appear here.');
    await expect(element).to.be.accessible();
  });

  it('takes over what has changed where nobody looks, with its element', async () => {
    const source = new TestSource(...known);
    const element = await following(source);
    const last = element.querySelector<HTMLElement>('#u10')!;
    // Far below the window.
    last.before(Object.assign(document.createElement('div'), { style: 'block-size:10000px' }));
    source.updates = [
      ...known.slice(0, 2),
      update(10, { updated: '2024-05-31T13:00:00Z', headline: ['Corrected'], key: true }),
    ];
    await element.checkForNew();
    expect(read(last.querySelector('h2'))).to.equal('Corrected');
    expect(last.hasAttribute('key')).to.equal(true);
    expect(last.isConnected && last.id).to.equal('u10');
    await turn();
    expect(element.querySelector('.key-events li')!.textContent).to.equal('Corrected');
  });

  it('waits with a change that would take the focus or the words from under the reader', async () => {
    const source = new TestSource(...known);
    const element = await following(source);
    const changed = { updated: '2024-05-31T13:00:00Z', headline: ['Corrected'] };
    source.updates = [update(12, changed), ...known.slice(1)];
    expect(await element.checkForNew()).to.equal(0);
    expect(headlines(element)[0]).to.equal('Update 12');
    byRole<HTMLButtonElement>(element, 'button', '1 update has changed').click();
    await turn();
    expect(headlines(element)[0]).to.equal('Corrected');
    expect(allByRole(element, 'button')).to.be.empty;
  });

  it('lets go quietly of what the source no longer has, where nobody looks', async () => {
    const source = new TestSource(...known);
    const element = await following(source);
    source.updates = [known[0]!, known[2]!];
    await element.checkForNew();
    expect(headlines(element), 'it is seen').to.have.lengthOf(3);
    element.querySelector<HTMLElement>('#u11')!.style.marginBlockStart = '10000px';
    await element.checkForNew();
    expect(headlines(element)).to.deep.equal(['Update 12', 'Update 10']);
  });

  it('loads earlier updates, as long as there are any, and goes on from the first of them', async () => {
    const source = new TestSource(...known);
    source.cursor = 'a';
    source.pages = {
      a: { updates: [update(9), update(8)], cursor: 'b' },
      b: { updates: [update(7)] },
    };
    const element = await following(source);
    const more = () => byRole<HTMLButtonElement>(element, 'button', 'Load earlier updates');
    more().click();
    await waitUntil(() => headlines(element).length === 5);
    expect(read(document.activeElement)).to.equal('Update 9');
    expect(status(element)).to.equal('2 earlier updates');
    await expect(element).to.be.accessible();
    more().click();
    await waitUntil(() => headlines(element).length === 6);
    expect(headlines(element).at(-1)).to.equal('Update 7');
    expect(allByRole(element, 'button')).to.be.empty;
    expect(source.asked).to.deep.equal([undefined, 'a', 'b']);
  });

  it('shows what is older than the page has only when it is asked for', async () => {
    const element = await following(new TestSource(...known, update(9), update(8)));
    expect(headlines(element)).to.have.lengthOf(3);
    byRole<HTMLButtonElement>(element, 'button', 'Load earlier updates').click();
    await waitUntil(() => headlines(element).length === 5);
    expect(headlines(element).at(-1)).to.equal('Update 8');
  });

  it('says quietly that earlier ones did not come, and lets the reader try again', async () => {
    const source = new TestSource(...known);
    source.cursor = 'a';
    const element = await following(source);
    source.failure = new Error('no');
    byRole<HTMLButtonElement>(element, 'button', 'Load earlier updates').click();
    await waitUntil(() => status(element) === 'Earlier updates could not be loaded.');
    source.failure = undefined;
    source.pages = { a: { updates: [update(9)] } };
    byRole<HTMLButtonElement>(element, 'button', 'Load earlier updates').click();
    await waitUntil(() => headlines(element).length === 4);
  });

  it('says that it failed, tries again when asked, and tells whoever called', async () => {
    const source = new TestSource(...known);
    source.failure = new Error('The newsroom is dark.');
    const element = await following(source);
    await waitUntil(() => line(element).startsWith('New updates could not be loaded.'));
    expect(status(element)).to.equal('New updates could not be loaded.');
    expect(element.matches(':state(failed)')).to.equal(true);
    expect(headlines(element)).to.have.lengthOf(3);
    await expect(element).to.be.accessible();
    let error: unknown;
    await element.checkForNew().catch((one: unknown) => (error = one));
    expect(error).to.equal(source.failure);
    source.failure = undefined;
    byRole<HTMLButtonElement>(element, 'button', 'Try again').click();
    await waitUntil(() => line(element) === 'Live');
    expect(element.matches(':state(failed)')).to.equal(false);
  });

  it('stops asking once the source says that it is over', async () => {
    const source = new TestSource(...known);
    source.ended = true;
    const element = await following(source);
    expect(element.hasAttribute('ended')).to.equal(true);
    expect(line(element)).to.equal('Coverage has ended.');
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new Event('online'));
    await turn();
    expect(source.asked).to.have.lengthOf(1);
  });

  it('asks at once when there is a connection again, and not once it is out of the page', async () => {
    const source = new TestSource(...known);
    const element = await following(source);
    dispatchEvent(new Event('online'));
    await waitUntil(() => source.asked.length === 2);
    element.remove();
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    await turn();
    await turn();
    expect(source.asked).to.have.lengthOf(2);
  });

  it('drops an answer that comes after it was told to follow something else', async () => {
    let answer: (page: { updates: never[] }) => void = () => {};
    const slow = new TestSource();
    slow.load = ({ cursor }) => {
      slow.asked.push(cursor);
      return new Promise((resolve) => (answer = resolve as never));
    };
    const element = await following(slow);
    const next = new TestSource(...known);
    element.liveSource = next;
    await waitUntil(() => next.asked.length === 1);
    answer({ updates: [update(20)] as never[] });
    await turn();
    expect(allByRole(element, 'button')).to.be.empty;
  });

  it('goes on where it was, when it is taken out and put back', async () => {
    const source = new TestSource(...known);
    const element = await following(source);
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await waitUntil(() => source.asked.length === 2);
    source.updates = [update(13), ...known];
    await element.checkForNew();
    offer(element).click();
    await turn();
    expect(headlines(element)).to.have.lengthOf(4);
    expect(element.querySelectorAll('live-state')).to.have.lengthOf(1);
  });
});

describe('A live blog that is told its updates', () => {
  withStyles();

  it('offers what is new among those that a page gives it', async () => {
    const element = await blog(three, 'refresh="0"');
    element.updates = [update(13), ...known];
    await waitUntil(() => allByRole(element, 'button', '1 new update').length === 1);
    offer(element).click();
    await turn();
    expect(headlines(element)[0]).to.equal('Update 13');
    element.updates = [update(14), update(13), ...known];
    await waitUntil(() => allByRole(element, 'button', '1 new update').length === 1);
  });

  it('tells what is wrong with them', async () => {
    const said = await warnings(async () => {
      const element = await blog(three, 'refresh="0"');
      element.updates = [update(13, { headline: 7, authors: [{}] })];
      await waitUntil(() => allByRole(element, 'button', '1 new update').length === 1);
    });
    expect(said.join()).to.include('authors');
  });
});

describe('A live blog with an address', () => {
  withStyles();
  const json = (data: unknown) =>
    `data:application/json,${encodeURIComponent(JSON.stringify(data))}`;
  const blob = (text: string, type: string) => URL.createObjectURL(new Blob([text], { type }));
  const page = (inner: string) =>
    `<!doctype html><html lang="en"><head><title>Live</title></head><body><main><news-article><article-header><h1>Live</h1></article-header>${inner}</news-article></main></body></html>`;

  for (const [what, data] of Object.entries({
    'our own JSON': JSON.stringify({ updates: [update(13), ...known] }),
    'a story in our own JSON': JSON.stringify({
      headline: 'Live',
      body: [update(13), ...known].map((one) => ({ type: 'live-update', ...one })),
    }),
    'the page itself': page(`<live-blog>${written(13)}${three}</live-blog>`),
    'a piece of a page': `${written(13)}${three}`,
  })) {
    it(`reads ${what}`, async () => {
      const type = data.startsWith('{') ? 'application/json' : 'text/html';
      const src = blob(data, type);
      const element = await show<LiveBlog>(
        `<live-blog loading="eager" refresh="0">${three}</live-blog>`,
      );
      element.src = src;
      await ready(element);
      expect(await element.checkForNew()).to.equal(1);
      offer(element).click();
      await turn();
      expect(headlines(element)).to.deep.equal(
        [13, 12, 11, 10].map((number) => `Update ${number}`),
      );
      expect(read(element.querySelector('live-update p'))).to.equal('What happened at 13.');
      URL.revokeObjectURL(src);
    });
  }

  it('reads a source that the page has registered', async () => {
    registerSource('test-live', () =>
      Promise.resolve({
        articles: ({ src, post }) => ({
          name: 'test-live',
          load: () =>
            Promise.resolve({
              article: {
                ...{ headline: `${src ?? ''} ${post ?? ''}`, authors: [], tags: [] },
                ...{ notes: [], corrections: [], related: [] },
                body: [
                  {
                    type: 'group',
                    children: [{ type: 'live-update', authors: [], ...update(13) }],
                  },
                ],
              } as never,
              problems: [],
            }),
        }),
      }),
    );
    const element = await blog(three, 'source="test-live" src="/live" post="8" refresh="0"');
    expect(await element.checkForNew()).to.equal(1);
  });

  it('follows the address of earlier updates that an answer gives', async () => {
    const src = json({ updates: known, cursor: json({ updates: [update(9)] }) });
    const element = await blog(three, `src="${src}"`);
    await element.checkForNew();
    byRole<HTMLButtonElement>(element, 'button', 'Load earlier updates').click();
    await waitUntil(() => headlines(element).length === 4);
  });

  it('lets in no handler, script or address that a page must not have', async () => {
    const hostile = `<live-update id="x" onclick="alert(1)"><article><h2>New<img src="data:image/png;base64,AAAA" onerror=alert(1)></h2><article-time><time datetime="2024-05-31T13:00:00Z">now</time></article-time><p><a href="javascript:alert(1)">link</a><script>alert(1)</script></p></article></live-update>`;
    const src = blob(page(`<live-blog>${hostile}${three}</live-blog>`), 'text/html');
    const element = await blog(three, `src="${src}" refresh="0"`);
    await element.checkForNew();
    offer(element).click();
    await turn();
    expect(headlines(element)[0]).to.equal('New');
    const { outerHTML } = element.querySelector('live-update')!;
    expect(outerHTML).not.to.match(/onclick|onerror|script|javascript/);
    URL.revokeObjectURL(src);
  });

  it('asks nobody for an address that is none', async () => {
    const element = await blog(three, 'src="javascript:alert(1)"');
    await waitUntil(() => line(element).startsWith('New updates could not be loaded.'));
    expect(headlines(element)).to.have.lengthOf(3);
  });
});

describe('A link to an update', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('finds the one that has another name in front of it', async () => {
    const element = await blog(three.replaceAll('id="u', 'id="user-content-u'));
    location.hash = '#u10';
    await waitUntil(() => element.querySelector(':target'));
    expect(element.querySelector(':target')!.id).to.equal('user-content-u10');
  });

  it('loads earlier pages until it is there, and puts in a new one', async () => {
    const source = new TestSource(update(13), ...known);
    source.cursor = '9';
    for (const number of [9, 8, 7])
      source.pages[number] = { updates: [update(number)], cursor: String(number - 1) };
    const element = await following(source);
    location.hash = '#u7';
    await waitUntil(() => element.querySelector(':target'));
    expect(read(element.querySelector(':target h2'))).to.equal('Update 7');
    location.hash = '#u13';
    await waitUntil(() => read(element.querySelector(':target h2')) === 'Update 13');
  });

  it('does not look for ever, nor for what is elsewhere in the page', async () => {
    const source = new TestSource(...known);
    source.cursor = '0';
    for (let number = 0; number < 30; number++)
      source.pages[number] = {
        updates: [update(9, { id: `e${number}` })],
        cursor: String(number + 1),
      };
    await following(source);
    document.body.append(Object.assign(document.createElement('p'), { id: 'elsewhere' }));
    for (const hash of ['#elsewhere', '#/route', '#a=b']) {
      location.hash = hash;
      dispatchEvent(new Event('hashchange'));
      await turn();
    }
    expect(source.asked).to.have.lengthOf(1);
    document.querySelector('#elsewhere')!.remove();
    location.hash = '#nowhere';
    await waitUntil(() => source.asked.length === 11);
    for (let turns = 0; turns < 5; turns++) await turn();
    expect(source.asked).to.have.lengthOf(11);
  });
});
