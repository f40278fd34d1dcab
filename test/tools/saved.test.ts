import { expect } from '@open-wc/testing';
import { savedArticles, unsaveArticle } from '../../src/index.js';
import type { ArticleSaveEvent } from '../../src/tools/tools-events.js';
import { badUrls } from '../bad-urls.js';
import { FakeClock, refusing, turn } from '../helpers.js';
import { button, forget, names, restore, said, withTools } from './helpers.js';

const KEY = 'broadsheet-saved-1';
const page = location.href.split('#')[0]!;
const pressed = (tools: Element) => button(tools, 'Save').getAttribute('aria-pressed');

describe('Saving an article for later', () => {
  beforeEach(forget);
  afterEach(() => {
    restore();
    forget();
  });

  it('keeps address, headline and time, says so, and shows it', async () => {
    const tools = await withTools('', { article: 'lang="en" id="a"' });
    tools.closest('news-article')!.clock = new FakeClock('2024-05-31T10:00:00Z');
    await turn();
    const events: ArticleSaveEvent[] = [];
    document.body.addEventListener('article-save', (event) => events.push(event), { once: true });
    button(tools, 'Save').click();
    const saved = {
      url: `${page}#a`,
      title: 'Ministers meet in Prague',
      date: '2024-05-31T10:00:00.000Z',
    };
    expect(savedArticles()).to.deep.equal([saved]);
    expect(events.map(({ article, saved: is, articles }) => [article, is, articles])).to.deep.equal(
      [[saved, true, [saved]]],
    );
    expect([pressed(tools), said(tools)]).to.deep.equal(['true', 'Saved in this browser.']);
    button(tools, 'Save').click();
    expect(savedArticles()).to.deep.equal([]);
    expect(localStorage.getItem(KEY)).to.equal(null);
    expect([pressed(tools), said(tools)]).to.deep.equal(['false', 'No longer saved.']);
  });

  it('puts the newest first, and shows what another tab or the page has changed', async () => {
    localStorage.setItem(
      KEY,
      JSON.stringify([{ url: 'https://a.example/', title: 'A', date: '2024-01-01T00:00:00Z' }]),
    );
    const tools = await withTools();
    button(tools, 'Save').click();
    expect(savedArticles().map(({ title }) => title)).to.deep.equal([
      'Ministers meet in Prague',
      'A',
    ]);
    unsaveArticle(page);
    expect(pressed(tools)).to.equal('false');
    button(tools, 'Save').click();
    localStorage.removeItem(KEY);
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(pressed(tools)).to.equal('false');
  });

  it('says so when the browser keeps nothing', async () => {
    await refusing('localStorage', async () => {
      const tools = await withTools();
      button(tools, 'Save').click();
      expect(said(tools)).to.equal('This browser keeps no data for this page.');
      expect(pressed(tools)).to.equal('false');
    });
  });

  it('gives the page no address that leads nowhere good, and nothing that it cannot read', () => {
    const good = { url: 'https://a.example/', title: 'A', date: '' };
    const urls = [...badUrls, 'mailto:a@example.org', '/relative', 7, null];
    localStorage.setItem(
      KEY,
      JSON.stringify([...urls.map((url) => ({ ...good, url })), good, 1, null, { title: 'B' }]),
    );
    expect(savedArticles()).to.deep.equal([good]);
    for (const kept of ['{', '7', 'null', '"a"', '{"a":1}']) {
      localStorage.setItem(KEY, kept);
      expect(savedArticles(), kept).to.deep.equal([]);
    }
  });

  it('keeps five hundred, and lets the oldest go', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      url: `https://a.example/${index}`,
      title: 'A',
      date: '',
    }));
    localStorage.setItem(KEY, JSON.stringify(many));
    button(await withTools(), 'Save').click();
    expect(savedArticles()).to.have.lengthOf(500);
    expect(savedArticles()[0]!.url).to.equal(page);
  });

  it('is not offered where it is not asked for', async () => {
    expect(names(await withTools('tools="print"'))).to.deep.equal(['Print']);
  });
});
