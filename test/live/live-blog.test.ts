import { expect } from '@open-wc/testing';
import { readBlocks } from '../../src/content/read-html.js';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import type { LiveBlog } from '../../src/live/live-blog.js';
import {
  allByRole,
  byRole,
  can,
  FakeClock,
  itWhere,
  press,
  read,
  refusing,
  show,
  turn,
  warnings,
  withStyles,
} from '../helpers.js';
import { badUrls, linkProtocols } from '../bad-urls.js';
import { parseHtml } from '../sources/formats.js';
import { blog, choose, headlines, hour, order, ready, update, written } from './helpers.js';
import { waitUntil } from '../soon.js';

defineAll();

const three = written(12) + written(11, 'key') + written(10, 'key');

describe('A live blog that someone wrote', () => {
  withStyles();
  afterEach(() => localStorage.removeItem('broadsheet-live-order'));

  it('keeps every word and the order in which they are written', async () => {
    const before = await show(`<div class="live-blog">${three}</div>`);
    const element = await blog(three);
    expect(headlines(element)).to.deep.equal(['Update 12', 'Update 11', 'Update 10']);
    for (const one of element.querySelectorAll('live-update'))
      expect(read(one)).to.equal(read(before.querySelector(`#${one.id}`)));
    expect(element.shadowRoot).to.equal(null);
  });

  it('moves nothing when its script comes, though a list and a choice come with it', async () => {
    const element = await show<LiveBlog>(`<live-blog>${three}</live-blog>`);
    const boxes = () =>
      [element, ...element.querySelectorAll('live-update, h2, article-time, p')].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height];
      });
    const before = boxes();
    element.setAttribute('loading', 'eager');
    await ready(element);
    expect(byRole(element, 'combobox')).to.equal(order(element));
    expect(boxes()).to.deep.equal(before);
    const plain = await show(`<div class="live-blog">${three}</div>`);
    expect(element.offsetHeight).to.equal(plain.offsetHeight);
  });

  it('is accessible, as written, with its list open and with nothing in it', async () => {
    const element = await blog(three);
    await expect(element).to.be.accessible();
    element.querySelector('details')!.open = true;
    await expect(element).to.be.accessible();
    await expect(await blog('', 'ended')).to.be.accessible();
  });

  it('lists its key moments as links, folded away', async () => {
    const element = await blog(three);
    const details = element.querySelector('details')!;
    expect(details.open).to.equal(false);
    expect(read(details.querySelector('summary'))).to.equal('Key moments');
    details.open = true;
    const links = allByRole<HTMLAnchorElement>(details, 'link');
    expect(links.map((link) => [link.hash, read(link)])).to.deep.equal([
      ['#u11', 'Update 11'],
      ['#u10', 'Update 10'],
    ]);
  });

  it('adds to a list that someone wrote only what it does not have', async () => {
    const list =
      '<details class="key-events"><summary>So far</summary><ol><li><a href="#u10">How it began</a></li></ol></details>';
    const element = await blog(list + three);
    const items = [...element.querySelectorAll('.key-events li')].map((item) => item.textContent);
    expect(items).to.deep.equal(['Update 11', 'How it began']);
    expect(element.querySelectorAll('summary')).to.have.lengthOf(1);
  });

  it('has no list where no moment counts, or none can be linked to', async () => {
    const element = await blog(
      '<live-update key><article><h2>No id</h2></article></live-update>' + written(2),
    );
    expect(element.querySelector('.key-events')).to.equal(null);
  });

  it('lets the time of each update lead to it', async () => {
    const element = await blog(three);
    const link = byRole<HTMLAnchorElement>(element.querySelector('#u11')!, 'link', '11 o’clock');
    expect(link.hash).to.equal('#u11');
    expect(link.querySelector('time')!.dateTime).to.equal(hour(11));
  });

  it('turns the order round when the reader chooses, and keeps what is pinned on top', async () => {
    const element = await blog(written(9, 'pinned') + three);
    await choose(element, 'oldest');
    expect(headlines(element)).to.deep.equal(['Update 9', 'Update 10', 'Update 11', 'Update 12']);
    expect(element.getAttribute('order')).to.equal('oldest');
    await choose(element, 'newest');
    expect(headlines(element)).to.deep.equal(['Update 9', 'Update 12', 'Update 11', 'Update 10']);
    expect(element.querySelectorAll('live-order')).to.have.lengthOf(1);
  });

  it('remembers the choice for the next blog, and works where nothing can be remembered', async () => {
    await choose(await blog(three), 'oldest');
    const next = await blog(three);
    expect(headlines(next)).to.deep.equal(['Update 10', 'Update 11', 'Update 12']);
    expect(order(next).value).to.equal('oldest');
    // Written in that order already, it stays as it is.
    const written9 = await blog(written(8) + written(9), 'order="oldest"');
    expect(headlines(written9)).to.deep.equal(['Update 8', 'Update 9']);
    await refusing('localStorage', async () => {
      const element = await blog(three);
      await choose(element, 'oldest');
      expect(headlines(element)[0]).to.equal('Update 10');
    });
  });

  itWhere(can.sendKeys)('is chosen with the keyboard, which stays where it is', async () => {
    const element = await blog(three);
    order(element).focus();
    await press('o');
    await turn();
    expect(headlines(element)[0]).to.equal('Update 10');
    expect(document.activeElement?.localName).to.equal('live-order');
  });

  it('follows its attribute, and takes a wrong one for the newest first', async () => {
    const element = await blog(three);
    element.order = 'oldest';
    await turn();
    expect(headlines(element)[0]).to.equal('Update 10');
    expect(order(element).value).to.equal('oldest');
    const said = await warnings(async () => {
      const wrong = await blog(three, 'order="random"');
      expect(order(wrong).value).to.equal('newest');
    });
    expect(said).to.have.lengthOf(1);
  });

  it('offers no choice where there is nothing to choose', async () => {
    expect(allByRole(await blog(written(1)), 'combobox')).to.be.empty;
    expect(allByRole(await blog(written(1) + written(2, 'pinned')), 'combobox')).to.be.empty;
  });

  it('says how long ago something was for as long as that says more, by the article’s clock', async () => {
    const clock = new FakeClock(hour(12));
    const article = await show('<news-article lang="en"></news-article>');
    Object.assign(article, { clock });
    article.innerHTML = `<h1>Live</h1><live-blog loading="eager">${three}</live-blog>`;
    const element = article.querySelector('live-blog')!;
    await ready(element);
    const time = () => read(element.querySelector('#u11 time'));
    await turn();
    expect(time()).to.equal('1 hour ago');
    await clock.pass(60);
    expect(time()).to.equal('2 hours ago');
    await clock.pass(24 * 60);
    element.requestUpdate();
    await turn();
    await turn();
    expect(time()).to.equal('11 o’clock');
  });

  it('says that the coverage has ended, and when it goes on says it no more', async () => {
    const element = await blog(three, 'ended');
    expect(read(element.querySelector('live-state')!.shadowRoot!.firstElementChild)).to.equal(
      'Coverage has ended.',
    );
    element.ended = false;
    await turn();
    expect(element.querySelector('live-state')).to.equal(null);
  });

  it('speaks the language around it, or words of the page', async () => {
    registerWords('de', { sortNewest: 'Neueste zuerst', liveOrder: 'Reihenfolge' });
    const element = await blog(three);
    element.lang = 'de';
    await turn();
    const select = byRole<HTMLSelectElement>(element, 'combobox', 'Reihenfolge');
    expect(select.selectedOptions[0]!.text).to.equal('Neueste zuerst');
    element.words = { sortNewest: 'Latest on top' };
    await turn();
    expect(select.selectedOptions[0]!.text).to.equal('Latest on top');
  });

  it('works when taken out and put back, moved and cloned, without anything twice', async () => {
    const element = await blog(three);
    const parent = element.parentElement!;
    await choose(element, 'oldest');
    element.remove();
    parent.append(element);
    await turn();
    await choose(element, 'newest');
    expect(headlines(element)[0]).to.equal('Update 12');
    const clone = element.cloneNode(true) as LiveBlog;
    parent.append(clone);
    await ready(clone);
    for (const one of [element, clone]) {
      expect(one.querySelectorAll('live-order')).to.have.lengthOf(1);
      expect(one.querySelectorAll('.key-events')).to.have.lengthOf(1);
      expect(one.querySelectorAll('#u11 .permalink')).to.have.lengthOf(1);
    }
    await choose(clone, 'oldest');
    expect(headlines(clone)[0]).to.equal('Update 10');
    expect(headlines(element)[0]).to.equal('Update 12');
  });

  it('works under a prefix', async () => {
    defineAll({ prefix: 'acme-' });
    const inner = three
      .replaceAll('<live-update', '<acme-live-update class="live-update"')
      .replaceAll('</live-update', '</acme-live-update')
      .replaceAll('article-time', 'acme-article-time')
      .replaceAll('<acme-article-time', '<acme-article-time class="article-time"');
    const element = await show<LiveBlog>(
      `<acme-live-blog class="live-blog" loading="eager">${inner}</acme-live-blog>`,
    );
    await ready(element);
    await choose(element, 'oldest');
    expect(element.querySelector('acme-live-update')!.id).to.equal('u10');
    expect(element.querySelector('acme-live-order')).not.to.equal(null);
    expect(element.querySelectorAll('.permalink')).to.have.lengthOf(3);
  });

  it('is two blogs in two articles, each with its own updates', async () => {
    const articles = await show(
      `<div><news-article id="one"><live-blog loading="eager">${written(1)}${written(2)}</live-blog></news-article><news-article id="two"><live-blog loading="eager">${written(3)}${written(4)}</live-blog></news-article></div>`,
    );
    const [one, two] = [...articles.querySelectorAll('live-blog')];
    await Promise.all([ready(one!), ready(two!)]);
    await choose(one!, 'oldest');
    expect(headlines(one!)).to.deep.equal(['Update 2', 'Update 1']);
    expect(headlines(two!)).to.deep.equal(['Update 3', 'Update 4']);
  });
});

describe('A live blog that is left empty', () => {
  withStyles();
  const filled = async (element: Element) => {
    await waitUntil(() => element.querySelector('live-update'));
    await turn();
  };

  it('writes its updates from data, the pinned ones first, and reads them back', async () => {
    const element = await blog();
    element.block = { updates: [update(2), update(1, { key: true }), update(3, { pinned: true })] };
    await filled(element);
    expect(headlines(element)).to.deep.equal(['Update 3', 'Update 2', 'Update 1']);
    expect(read(element.querySelector('[pinned] .update-label'))).to.equal('Pinned');
    expect(read(element.querySelector('[key] .update-label'))).to.equal('Key moment');
    expect(element.querySelector('.key-events a')!.getAttribute('href')).to.equal(
      '#user-content-u1',
    );
    const blocks = readBlocks(parseHtml(element.outerHTML));
    expect(blocks.map(({ type }) => type)).to.deep.equal(Array(3).fill('live-update'));
    expect(JSON.stringify(blocks)).to.include('What happened at 3.');
  });

  it('takes a list, a story, or JSON in a script element', async () => {
    for (const data of [
      [update(1)],
      { headline: 'Story', body: [{ type: 'live-update', ...update(1) }] },
    ]) {
      const element = await blog();
      element.block = data;
      await filled(element);
      expect(headlines(element)).to.deep.equal(['Update 1']);
    }
    const json = JSON.stringify({ ended: true, updates: [update(1)] });
    const element = await blog(`<script type="application/json">${json}</script>`);
    await filled(element);
    expect(headlines(element)).to.deep.equal(['Update 1']);
    expect(element.ended).to.equal(true);
  });

  it('says what is wrong with data, and shows the rest', async () => {
    const said = await warnings(async () => {
      const element = await blog();
      element.block = { updates: [update(1, { pinned: 'yes' }), 7] };
      await filled(element);
      expect(headlines(element)[0]).to.equal('Update 1');
      const other = await blog();
      other.block = { nothing: true };
      await turn();
      await turn();
      await turn();
      expect(other.querySelector('live-update')).to.equal(null);
    });
    expect(said.join('\n')).to.include('pinned').and.to.include('no list of updates');
  });

  it('lets no address through that a page must not have', async () => {
    const link = (url: string) => ({
      children: [{ type: 'paragraph', children: [{ type: 'link', url, children: ['x'] }] }],
    });
    await warnings(async () => {
      const element = await blog();
      element.block = badUrls.map((url, index) => update(index, link(url)));
      await filled(element);
      expect(headlines(element)).to.have.lengthOf(badUrls.length);
      const links = [...element.querySelectorAll<HTMLAnchorElement>('live-update p a')];
      expect(links.filter(({ protocol }) => !linkProtocols.includes(protocol))).to.be.empty;
    });
  });
});
