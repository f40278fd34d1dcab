import { expect } from '@open-wc/testing';
import { applyChoices } from '../../src/kit/choices.js';
import { choicesScript } from '../../src/server/choices.js';
import type { ArticleTools } from '../../src/tools/article-tools.js';
import {
  allByRole,
  byRole,
  can,
  itWhere,
  press,
  refusing,
  show,
  turn,
  withStyles,
} from '../helpers.js';
import { button, forget, openPanel, ready, restore, STORY, without, withTools } from './helpers.js';

const KEY = 'broadsheet-choices-1';
const root = document.documentElement;
const applied = () =>
  ['size', 'measure', 'theme'].map((name) => root.getAttribute(`data-article-${name}`));
const size = (element: Element) =>
  parseFloat(getComputedStyle(element.querySelector('p')!).fontSize);
const radio = (panel: Element, name: string) => byRole<HTMLInputElement>(panel, 'radio', name);
/** As a page has it in its head. */
function beforePaint(): void {
  const script = document.createElement('script');
  script.text = choicesScript;
  document.head.append(script);
  script.remove();
}
/** As another tab does it. */
function elsewhere(value: string | null): void {
  if (value === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, value);
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
}

describe('What a reader chooses', () => {
  withStyles();
  beforeEach(() => {
    forget();
    without(Navigator.prototype, 'share');
  });
  afterEach(() => {
    restore();
    forget();
  });

  it('is the size of the text, in steps up to twice, and never beyond', async () => {
    const tools = await withTools();
    const article = tools.parentElement!;
    const normal = size(article);
    const panel = await openPanel(tools, 'Text');
    byRole(panel, 'group', 'Text size');
    const shown = byRole(panel, 'status');
    const seen = [];
    for (let press = 0; press < 7; press++) {
      seen.push([shown.textContent, Math.round((size(article) / normal) * 100)]);
      button(panel, 'Larger text').click();
    }
    expect(seen).to.deep.equal([
      ...[
        ['100%', 100],
        ['115%', 115],
        ['130%', 130],
        ['150%', 150],
        ['175%', 175],
        ['200%', 200],
        ['200%', 200],
      ],
    ]);
    expect(button(panel, 'Larger text').getAttribute('aria-disabled')).to.equal('true');
    for (let press = 0; press < 9; press++) button(panel, 'Smaller text').click();
    expect([shown.textContent, Math.round((size(article) / normal) * 100)]).to.deep.equal([
      '90%',
      90,
    ]);
    expect(button(panel, 'Smaller text').getAttribute('aria-disabled')).to.equal('true');
  });

  it('multiplies the size that the page has set', async () => {
    const box = await show(
      `<div style="--article-size: 1rem"><news-article>${STORY}</news-article></div>`,
    );
    expect(size(box)).to.equal(16);
    root.setAttribute('data-article-size', '5');
    expect(size(box)).to.equal(32);
  });

  it('is the length of lines', async () => {
    const box = await show(
      `<div style="inline-size: 1600px"><news-article lang="en">${STORY}<article-tools loading="eager"></article-tools></news-article></div>`,
    );
    const tools = await ready(box.querySelector('article-tools')!);
    const width = () => box.querySelector('p')!.getBoundingClientRect().width;
    const normal = width();
    const panel = await openPanel(tools, 'Text');
    byRole(panel, 'group', 'Line length');
    radio(panel, 'Narrow').click();
    expect(width()).to.be.closeTo(normal * 0.75, 1);
    radio(panel, 'Wide').click();
    expect(width()).to.be.closeTo(normal * 1.3, 1);
    radio(panel, 'Normal').click();
    expect(width()).to.equal(normal);
  });

  it('is light or dark, whatever colours the page has set for its own ground', async () => {
    const box = await show(
      `<div style="--article-ink: #333; --article-paper: #fed; --article-muted: #555"><news-article lang="en">${STORY}<p class="standfirst">So</p><article-tools loading="eager"></article-tools></news-article></div>`,
    );
    const article = box.querySelector('news-article')!;
    const tools = await ready(box.querySelector('article-tools')!);
    const colours = () => {
      const { color, backgroundColor, colorScheme } = getComputedStyle(article);
      return [color, backgroundColor, colorScheme];
    };
    const own = colours();
    const panel = await openPanel(tools, 'Text');
    byRole(panel, 'group', 'Colours');
    radio(panel, 'Dark').click();
    expect(colours()).to.deep.equal(['rgb(232, 230, 227)', 'rgb(18, 18, 18)', 'dark']);
    await expect(article).to.be.accessible();
    radio(panel, 'Light').click();
    expect(colours()).to.deep.equal(['rgb(18, 18, 18)', 'rgb(255, 255, 255)', 'light']);
    radio(panel, 'The page’s').click();
    expect(colours()).to.deep.equal(own);
  });

  it('leaves an article alone whose author has fixed its colours', async () => {
    root.setAttribute('data-article-theme', 'dark');
    const article = await show(`<news-article theme="light">${STORY}</news-article>`);
    expect(getComputedStyle(article).backgroundColor).to.equal('rgb(255, 255, 255)');
  });

  it('is kept, told to the page, and taken back', async () => {
    const tools = await withTools();
    const told: unknown[] = [];
    tools.parentElement!.addEventListener('article-choice', ({ choice, value }) =>
      told.push([choice, value]),
    );
    const panel = await openPanel(tools, 'Text');
    expect(button(panel, 'Reset').getAttribute('aria-disabled')).to.equal('true');
    button(panel, 'Larger text').click();
    radio(panel, 'Wide').click();
    radio(panel, 'Dark').click();
    expect(localStorage.getItem(KEY)).to.equal('size=1&measure=wide&theme=dark');
    expect(applied()).to.deep.equal(['1', 'wide', 'dark']);
    button(panel, 'Reset').click();
    expect(localStorage.getItem(KEY)).to.equal(null);
    expect(applied()).to.deep.equal([null, null, null]);
    expect(radio(panel, 'Normal').checked).to.equal(true);
    expect(told.slice(0, 4)).to.deep.equal([
      ...[
        ['size', '1'],
        ['measure', 'wide'],
        ['theme', 'dark'],
        ['size', undefined],
      ],
    ]);
  });

  itWhere(can.sendKeys)('is made by keyboard', async () => {
    const tools = await withTools();
    const panel = await openPanel(tools, 'Text');
    radio(panel, 'Normal').focus();
    await press('ArrowRight');
    expect(applied()[1]).to.equal('wide');
    await press('Tab');
    await press('ArrowRight');
    expect(applied()[2]).to.equal('light');
    await expect(tools).to.be.accessible();
  });

  it('holds for every article in the page, and shows in the panel of the other', async () => {
    const box = await show(
      `<div lang="en">${`<news-article>${STORY}<article-tools loading="eager"></article-tools></news-article>`.repeat(2).replace('id="first"', 'id="other"')}</div>`,
    );
    const [one, other] = [...box.querySelectorAll<ArticleTools>('article-tools')];
    await ready(one!);
    await ready(other!);
    const panel = await openPanel(one!, 'Text');
    button(panel, 'Larger text').click();
    radio(panel, 'Wide').click();
    const shown = await openPanel(other!, 'Text');
    expect(byRole(shown, 'status').textContent).to.equal('115%');
    expect(radio(shown, 'Wide').checked).to.equal(true);
    expect(
      new Set([...box.querySelectorAll('p')].map((p) => getComputedStyle(p).fontSize)).size,
    ).to.equal(1);
  });

  it('comes from another tab, and goes with it', async () => {
    const tools = await withTools();
    const panel = await openPanel(tools, 'Text');
    elsewhere('size=3&theme=dark');
    expect(applied()).to.deep.equal(['3', null, 'dark']);
    expect(byRole(panel, 'status').textContent).to.equal('150%');
    expect(radio(panel, 'Dark').checked).to.equal(true);
    elsewhere(null);
    expect(applied()).to.deep.equal([null, null, null]);
    expect(byRole(panel, 'status').textContent).to.equal('100%');
  });

  it('is applied as soon as the tag is there', async () => {
    localStorage.setItem(KEY, 'measure=narrow');
    await show('<article-tools></article-tools>');
    expect(applied()).to.deep.equal([null, 'narrow', null]);
  });

  it('reaches an article in a shadow root', async () => {
    const box = await show('<div lang="en"></div>');
    const shadow = box.attachShadow({ mode: 'open' });
    const article = document.createElement('news-article');
    const tools = document.createElement('article-tools');
    tools.loading = 'eager';
    article.append(document.createElement('p'), tools);
    shadow.append(article);
    await ready(tools);
    const panel = await openPanel(tools, 'Text');
    radio(panel, 'Dark').click();
    expect(article.getAttribute('data-article-theme')).to.equal('dark');
    radio(panel, 'The page’s').click();
    expect(article.hasAttribute('data-article-theme')).to.equal(false);
  });

  it('holds for this page where the browser keeps nothing', async () => {
    await refusing('localStorage', async () => {
      const tools = await withTools();
      const panel = await openPanel(tools, 'Text');
      button(panel, 'Larger text').click();
      button(panel, 'Larger text').click();
      expect(applied()[0]).to.equal('2');
      expect(byRole(panel, 'status').textContent).to.equal('130%');
    });
  });

  for (const [kept, ...wanted] of [
    ['size=2&measure=wide&theme=dark', '2', 'wide', 'dark'],
    ['size=-1', '-1', null, null],
    ['theme=light&speed=1.5', null, null, 'light'],
    ['size=9&measure=vast&theme=pink', null, null, null],
    ['size=22', null, null, null],
    ['{"size":2}', null, null, null],
    ['textsize=2', null, null, null],
    ['', null, null, null],
    [null, null, null, null],
  ]) {
    it(`is read the same before paint and by the tag: ${JSON.stringify(kept)}`, () => {
      const ways = [applyChoices, beforePaint].map((way) => {
        forget();
        if (kept != null) localStorage.setItem(KEY, kept);
        way();
        return applied();
      });
      expect(ways).to.deep.equal([wanted, wanted]);
    });
  }

  it('breaks nothing before paint where the browser refuses its store', async () => {
    await refusing('localStorage', beforePaint);
    await turn();
    expect(applied()).to.deep.equal([null, null, null]);
    expect(choicesScript).to.have.length.below(300);
    expect(choicesScript).not.to.contain('<');
  });

  it('means nothing when a size stands where a theme should', async () => {
    localStorage.setItem(KEY, 'size=wide&theme=3');
    const tools = await withTools();
    const panel = await openPanel(tools, 'Text');
    expect(byRole(panel, 'status').textContent).to.equal('100%');
    expect(radio(panel, 'The page’s').checked).to.equal(true);
    expect(allByRole(panel, 'radio')).to.have.lengthOf(6);
  });
});
