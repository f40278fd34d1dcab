import { expect } from '@open-wc/testing';
import { registerWords } from '../../src/kit/words.js';
import type { ArticleTools } from '../../src/tools/article-tools.js';
import { defineAll } from '../../src/elements.js';
import { badUrls } from '../bad-urls.js';
import {
  allByRole,
  byRole,
  can,
  itWhere,
  press,
  show,
  turn,
  warnings,
  withStyles,
} from '../helpers.js';
import {
  button,
  forget,
  instead,
  isOpen,
  names,
  openPanel,
  panelOf,
  ready,
  restore,
  said,
  STORY,
  without,
  withTools,
} from './helpers.js';
import { waitUntil } from '../soon.js';

/** Where everything stands, from the corner of the whole; engines differ in the last digits of it. */
function boxes(root: Element): string[] {
  const corner = root.getBoundingClientRect();
  return [...root.querySelectorAll('*')]
    .filter(({ localName }) => localName !== 'article-toolbar')
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const box = [x - corner.x, y - corner.y, width, height].map((one) => one.toFixed(2));
      return `${element.matches('.article-tools') ? 'article-tools' : element.localName} ${box.join(' ')}`;
    });
}

describe('The tools of an article', () => {
  withStyles();
  beforeEach(() => {
    forget();
    without(Navigator.prototype, 'share');
  });
  afterEach(() => {
    restore();
    forget();
  });

  it('are a toolbar with a name, and five buttons with names, accessibly', async () => {
    const tools = await withTools();
    byRole(tools, 'toolbar', 'Article tools');
    expect(names(tools)).to.deep.equal(['Share', 'Listen', 'Text', 'Save', 'Print']);
    expect(button(tools, 'Save').title).to.equal('Save for later, in this browser');
    expect(button(tools, 'Text').getAttribute('aria-expanded')).to.equal('false');
    expect(button(tools, 'Save').getAttribute('aria-pressed')).to.equal('false');
    await expect(tools).to.be.accessible();
  });

  for (const name of ['Text', 'Share']) {
    it(`open a panel with a name under “${name}”, accessibly`, async () => {
      const tools = await withTools();
      const panel = await openPanel(tools, name);
      expect(panel.getAttribute('aria-label')).to.be.a('string').that.is.not.empty;
      await expect(tools).to.be.accessible();
    });
  }

  it('are those that are asked for, in that order, each once', async () => {
    const tools = await withTools('tools="print  Theme share theme size"');
    expect(names(tools)).to.deep.equal(['Print', 'Text', 'Share']);
    tools.tools = 'theme';
    await turn();
    expect(names(tools)).to.deep.equal(['Colours']);
  });

  it('are all when none is known, and the console says which is not', async () => {
    const said = await warnings(async () => {
      const tools = await withTools('tools="tweet"');
      expect(names(tools)).to.have.lengthOf(5);
    });
    expect(said.join()).to.contain('"tweet"');
  });

  it('leave no colours to choose where the author has fixed them', async () => {
    const tools = await withTools('tools="theme size"', { article: 'lang="en" theme="dark"' });
    const panel = await openPanel(tools, 'Text');
    expect(allByRole(panel, 'radio')).to.have.lengthOf(0);
    tools.tools = 'theme save';
    await turn();
    expect(names(tools)).to.deep.equal(['Save']);
  });

  for (const width of [320, 600, 900]) {
    for (const inner of ['', '<a href="/a">One</a> <a href="/b">Another</a>']) {
      it(`move nothing ${width} pixels wide when their script comes${inner && ', links or not'}`, async () => {
        const markup = (tag: string, end: string) =>
          `<div style="inline-size:${width}px"><news-article lang="en">${STORY}<${tag}>${inner}</${end}><p>After</p></news-article></div>`;
        const plain = boxes(await show(markup('div class="article-tools"', 'div')));
        const live = await show(markup('article-tools loading="eager"', 'article-tools'));
        const before = boxes(live);
        await ready(live.querySelector('article-tools')!);
        expect(boxes(live)).to.deep.equal(before);
        expect(before).to.deep.equal(plain);
        // And the bar lies in the room that was kept for it.
        const tools = live.querySelector('article-tools')!.getBoundingClientRect();
        const bar = live.querySelector('article-toolbar')!.getBoundingClientRect();
        expect(bar.top).to.be.at.least(tools.top);
        expect(bar.bottom).to.be.at.most(tools.bottom);
      });
    }
  }

  it('keep their buttons in one row and large enough for a thumb at 320 pixels', async () => {
    const box = await show(
      `<div style="inline-size:320px"><news-article lang="en">${STORY}<article-tools loading="eager"></article-tools></news-article></div>`,
    );
    const tools = await ready(box.querySelector('article-tools')!);
    const sizes = allByRole(byRole(tools, 'toolbar'), 'button').map((one) =>
      one.getBoundingClientRect(),
    );
    expect(new Set(sizes.map(({ top }) => top)).size).to.equal(1);
    for (const { width, height } of sizes) expect(Math.min(width, height)).to.be.at.least(44);
    expect(box.scrollWidth).to.equal(320);
  });

  it('wrap where there is no room for a row', async () => {
    const box = await show(
      `<div style="inline-size:150px"><article-tools loading="eager" lang="en"></article-tools></div>`,
    );
    const tools = await ready(box.querySelector('article-tools')!);
    const tops = allByRole(byRole(tools, 'toolbar'), 'button').map((one) => one.offsetTop);
    expect(new Set(tops).size).to.be.greaterThan(1);
  });

  it('show what someone wrote in them until they are ready, and keep every word', async () => {
    const tools = await withTools('', { inner: 'Share: <a href="/a">by post</a>' });
    expect(tools.textContent).to.equal('Share: by post');
    expect(getComputedStyle(tools.querySelector('a')!).visibility).to.equal('hidden');
    expect(getComputedStyle(button(tools, 'Share')).visibility).to.equal('visible');
  });

  itWhere(can.sendKeys)('take one place in the order of Tab, and arrows lead on', async () => {
    const tools = await withTools();
    button(tools, 'Share').focus();
    const at = () => tools.querySelector('article-toolbar')!.shadowRoot!.activeElement?.textContent;
    for (const [key, to] of [
      ...[
        ['ArrowRight', 'Listen'],
        ['End', 'Print'],
        ['ArrowRight', 'Share'],
      ],
      ...[
        ['ArrowLeft', 'Print'],
        ['Home', 'Share'],
        ['ArrowDown', 'Share'],
      ],
    ] as const) {
      await press(key);
      expect(at(), key).to.equal(to);
    }
    const stops = allByRole(byRole(tools, 'toolbar'), 'button').filter(({ tabIndex }) => !tabIndex);
    expect(stops.map(({ textContent }) => textContent)).to.deep.equal(['Share']);
    document.documentElement.dir = 'rtl';
    try {
      await press('ArrowLeft');
      expect(at()).to.equal('Listen');
    } finally {
      document.documentElement.dir = '';
    }
  });

  itWhere(can.sendKeys)(
    'open a panel by keyboard, and Escape leads back to its button',
    async () => {
      const tools = await withTools();
      button(tools, 'Text').focus();
      await press('Enter');
      await panelOf(tools, 'Text');
      const { shadowRoot } = tools.querySelector('article-toolbar')!;
      expect(shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal('Smaller text');
      expect(button(tools, 'Text').getAttribute('aria-expanded')).to.equal('true');
      await press('Escape');
      expect(isOpen(tools)).to.equal(false);
      expect(shadowRoot!.activeElement).to.equal(button(tools, 'Text'));
    },
  );

  it('close a panel when its button is pressed again, another is, or the page is', async () => {
    const tools = await withTools();
    await openPanel(tools, 'Text');
    button(tools, 'Text').click();
    expect(isOpen(tools)).to.equal(false);
    await openPanel(tools, 'Text');
    await openPanel(tools, 'Share');
    expect(button(tools, 'Text').getAttribute('aria-expanded')).to.equal('false');
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(isOpen(tools)).to.equal(false);
  });

  it('are for the article that is named, when they stand outside', async () => {
    const box = await show<HTMLElement>(
      `<div lang="en"><news-article id="a"><h1>One</h1></news-article><news-article id="b"><h1>Two</h1></news-article><article-tools for="b" loading="eager"></article-tools></div>`,
    );
    const tools = await ready(box.querySelector('article-tools')!);
    let title = '';
    tools.addEventListener('article-save', ({ article }) => (title = article.title));
    button(tools, 'Save').click();
    expect(title).to.equal('Two');
    const told = await warnings(async () => {
      tools.htmlFor = 'nowhere';
      await turn();
    });
    expect(told.join()).to.contain('nowhere');
    button(tools, 'Save').click();
    expect(title).to.equal('One');
  });

  it('stand in a page without an article too', async () => {
    const tools = await ready(
      await show<ArticleTools>('<article-tools loading="eager" lang="en"></article-tools>'),
    );
    expect(names(tools)).to.have.lengthOf(5);
  });

  it('have one bar when they are taken away, put back, moved and cloned', async () => {
    const tools = await withTools();
    const bars = (root: Element) => root.querySelectorAll('article-toolbar').length;
    const { parentElement } = tools;
    tools.append(tools.querySelector('article-toolbar')!.cloneNode());
    tools.remove();
    parentElement!.prepend(tools);
    await ready(tools);
    const clone = tools.cloneNode(true) as ArticleTools;
    parentElement!.append(clone);
    await ready(clone);
    expect([bars(tools), bars(clone)]).to.deep.equal([1, 1]);
    expect(names(clone)).to.deep.equal(names(tools));
    await openPanel(clone, 'Text');
    expect(isOpen(tools)).to.equal(false);
  });

  it('speak the language of the article, and words of the page', async () => {
    registerWords('de', { toolSave: 'Merken', tools: 'Werkzeuge' });
    const tools = await withTools('', { article: 'lang="de"' });
    byRole(tools, 'toolbar', 'Werkzeuge');
    button(tools, 'Merken');
    tools.words = { toolSave: 'Aufheben' };
    await turn();
    button(tools, 'Aufheben');
  });

  it('work under a prefix', async () => {
    defineAll({ prefix: 'acme-' });
    const box = await show(
      `<acme-news-article class="news-article" lang="en">${STORY}<acme-article-tools class="article-tools" loading="eager"></acme-article-tools></acme-news-article>`,
    );
    const tools = box.querySelector<ArticleTools>('.article-tools')!;
    await waitUntil(() => tools.querySelector('acme-article-toolbar.article-toolbar')?.shadowRoot);
    expect(names(tools)).to.have.lengthOf(5);
  });

  it('print the page', async () => {
    let printed = 0;
    instead(window, 'print', () => printed++);
    button(await withTools(), 'Print').click();
    expect(printed).to.equal(1);
  });

  it('say so when a press comes to nothing', async () => {
    instead(window, 'print', () => {
      throw new Error('No printer.');
    });
    const tools = await withTools();
    const told = await warnings(() => button(tools, 'Print').click());
    expect(told.join()).to.contain('No printer.');
    expect(said(tools)).to.equal('That did not work. Try again.');
  });

  for (const url of badUrls.filter((one) => URL.canParse(one))) {
    it(`play no recording at ${JSON.stringify(url)}`, async () => {
      instead(window, 'speechSynthesis', undefined);
      const tools = await withTools();
      tools.recording = url;
      await warnings(async () => {
        button(tools, 'Listen').click();
        await waitUntil(() => said(tools));
      });
      expect(tools.querySelector('article-player')).to.equal(null);
    });
  }
});
