import { expect } from '@open-wc/testing';
import type { NewsArticle } from '../../src/article/news-article.js';
import { designs } from '../../src/content/design.js';
import type { ArticleTime } from '../../src/article/article-time.js';
import { defineAll } from '../../src/elements.js';
import { systemClock } from '../../src/kit/clock.js';
import { registerWords } from '../../src/kit/words.js';
import { byRole, FakeClock, read, show, turn, warnings, withStyles } from '../helpers.js';

defineAll();

const story = '<h1>Bridge opens</h1><p>At last.</p>';
const moment = '2024-05-31T18:00:00Z';

describe('A news article', () => {
  withStyles();

  it('is an article that is called by its headline, without a shadow root', async () => {
    const article = await show<NewsArticle>(`<news-article>${story}</news-article>`);
    expect(byRole(document, 'article', 'Bridge opens')).to.equal(article);
    expect(article.shadowRoot).to.equal(null);
    expect(article.getAttribute('role'), 'an attribute, which every tool sees').to.equal('article');
    await expect(article).to.be.accessible();
  });

  it('leaves the text as it is', async () => {
    const article = await show(`<news-article>${story}</news-article>`);
    article.querySelector('h1')!.removeAttribute('id');
    expect(article.innerHTML).to.equal(story);
  });

  it('is called by its second heading where there is no first', async () => {
    const article = await show('<news-article><h2>Bridge opens</h2></news-article>');
    expect(byRole(document, 'article', 'Bridge opens')).to.equal(article);
  });

  it('has no name without a headline, nor by one of its comments', async () => {
    const article = await show(
      '<news-article><p>At last.</p><comment-thread><h2>Comments</h2></comment-thread></news-article>',
    );
    expect(article.hasAttribute('aria-labelledby')).to.equal(false);
  });

  it('never takes a role or a name away from the page', async () => {
    const own = await show(`<section><h2 id="own">Own</h2>
      <news-article role="region" aria-labelledby="own">${story}</news-article>
      <news-article aria-label="Mine">${story}</news-article></section>`);
    const [first, second] = own.querySelectorAll('news-article');
    expect(first!.getAttribute('role')).to.equal('region');
    expect(first!.getAttribute('aria-labelledby')).to.equal('own');
    expect(second!.hasAttribute('aria-labelledby')).to.equal(false);
    expect(byRole(own, 'article', 'Mine')).to.equal(second);
  });

  it("keeps the headline's own id", async () => {
    const article = await show('<news-article><h1 id="top">Bridge opens</h1></news-article>');
    expect(article.querySelector('h1')!.id).to.equal('top');
    expect(article.getAttribute('aria-labelledby')).to.equal('top');
  });

  for (const [kind, first] of [
    ['without an id', '<h1>Bridge opens</h1>'],
    ['with an id of its own', '<h1 id="first">Bridge opens</h1>'],
  ]) {
    it(`is called by a headline that takes the place of one ${kind}`, async () => {
      const article = await show(`<news-article>${first}</news-article>`);
      const headline = document.createElement('h1');
      headline.textContent = 'Bridge closes';
      article.querySelector('h1')!.replaceWith(headline);
      await turn();
      expect(byRole(document, 'article', 'Bridge closes')).to.equal(article);
      headline.remove();
      await turn();
      expect(article.hasAttribute('aria-labelledby')).to.equal(false);
    });
  }

  it('gives a clone a name of its own', async () => {
    const article = await show<NewsArticle>(`<news-article>${story}</news-article>`);
    const clone = article.cloneNode(true) as NewsArticle;
    clone.querySelector('h1')!.textContent = 'Second story';
    article.after(clone);
    await turn();
    expect(clone.querySelector('h1')!.id).not.to.equal(article.querySelector('h1')!.id);
    expect(byRole(document, 'article', 'Bridge opens')).to.equal(article);
    expect(byRole(document, 'article', 'Second story')).to.equal(clone);
    await expect(article.parentElement!).to.be.accessible();
  });

  for (const design of designs) {
    it(`can be set as ${design}, accessibly`, async () => {
      const article = await show<NewsArticle>(
        `<news-article design="${design}"><article-header kicker="World" headline="Bridge opens" standfirst="At last."></article-header><p>It <a href="#b">opened</a>.</p></news-article>`,
      );
      expect(article.design).to.equal(design);
      await expect(article).to.be.accessible();
    });
  }

  for (const theme of ['light', 'dark']) {
    it(`can be fixed to ${theme} colours, accessibly`, async () => {
      const article = await show(
        `<news-article theme="${theme}"><article-header kicker="World" headline="Bridge opens" standfirst="At last."></article-header><article-byline authors="Ann"></article-byline><article-time published="${moment}"></article-time><p>It <a href="#b">opened</a>.</p></news-article>`,
      );
      await expect(article).to.be.accessible();
    });
  }

  it('looks like any news for a design that it does not know, and warns once', async () => {
    const said = await warnings(async () => {
      const box = await show(
        '<div><news-article design="gossip"></news-article><news-article design="gossip"></news-article></div>',
      );
      expect(box.querySelector('news-article')!.design).to.equal(undefined);
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('design="gossip"');
  });
});

describe('What a news article hands to the tags inside', () => {
  const timeIn = (article: Element) => article.querySelector<ArticleTime>('article-time')!;
  const withTime = (attributes = '', inner = '') =>
    show<NewsArticle>(
      `<news-article lang="en-GB" ${attributes}><article-time published="${moment}" ${inner}></article-time></news-article>`,
    );

  it('is its language, also when that changes', async () => {
    registerWords('de', { updated: 'Aktualisiert', by: 'Von {authors}' });
    const article = await show<NewsArticle>(
      '<news-article lang="de"><article-byline authors="Ann; Bob"></article-byline></news-article>',
    );
    expect(read(article)).to.equal('Von Ann und Bob');
    article.lang = 'en';
    await turn();
    expect(read(article)).to.equal('By Ann and Bob');
  });

  it('is its time zone, also when that changes, but a time may have its own', async () => {
    const article = await withTime('time-zone="Asia/Tokyo"');
    expect(read(timeIn(article)))
      .to.contain('1 June 2024')
      .and.to.contain('03:00');
    article.timeZone = 'UTC';
    await turn();
    expect(read(timeIn(article)))
      .to.contain('31 May 2024')
      .and.to.contain('18:00');
    timeIn(article).setAttribute('time-zone', 'Europe/Prague');
    await turn();
    expect(read(timeIn(article))).to.contain('20:00');
  });

  it("is the reader's own zone for one that there is not, with a warning", async () => {
    let article: NewsArticle | undefined;
    const said = await warnings(async () => {
      article = await withTime('time-zone="Mars/Crater"');
    });
    expect(said).to.have.lengthOf(1);
    const own = await withTime();
    expect(read(timeIn(article!))).to.equal(read(timeIn(own)));
  });

  it('is its clock, also when that changes', async () => {
    const article = await withTime('', 'format="relative"');
    const clock = new FakeClock('2024-05-31T21:00:00Z');
    article.clock = clock;
    await turn();
    expect(read(timeIn(article))).to.equal('3 hours ago');
    expect(clock.listeners.size).to.equal(1);
    article.clock = new FakeClock('2024-05-31T22:00:00Z');
    await turn();
    expect(read(timeIn(article))).to.equal('4 hours ago');
    expect(clock.listeners.size, 'the old clock is let go').to.equal(0);
  });

  it('are its words, also when they change', async () => {
    const article = await show<NewsArticle>(
      '<news-article lang="en"><article-byline authors="Ann"></article-byline></news-article>',
    );
    article.words = { by: 'Words: {authors}' };
    await turn();
    expect(read(article)).to.equal('Words: Ann');
    article.words = undefined;
    await turn();
    expect(read(article)).to.equal('By Ann');
  });

  for (const order of [
    ['news-article', 'article-time', 'article-byline'],
    ['article-time', 'article-byline', 'news-article'],
    ['article-byline', 'news-article', 'article-time'],
  ]) {
    it(`reaches them when they are upgraded in the order ${order.join(', ')}`, async () => {
      const { elements } = await import('../../src/elements.js');
      const { define } = await import('../../src/kit/define.js');
      const prefix = `${order.map((tag) => tag.slice(-4, -2)).join('')}-`;
      const article = await show<NewsArticle>(
        `<${prefix}news-article class="news-article" lang="en-GB" time-zone="Asia/Tokyo">
          <${prefix}article-byline class="article-byline" authors="Ann"></${prefix}article-byline>
          <${prefix}article-time class="article-time" published="${moment}"></${prefix}article-time>
        </${prefix}news-article>`,
      );
      article.words = { by: 'Words: {authors}' };
      for (const tag of order) {
        define(
          elements.find((element) => element.tag === tag)!,
          prefix,
        );
        await turn();
      }
      expect(read(article.querySelector('.article-byline'))).to.equal('Words: Ann');
      expect(read(article.querySelector('.article-time'))).to.contain('03:00');
    });
  }

  it('is taken back when it is left, and given again', async () => {
    const box = await show<HTMLElement>(
      `<div lang="en-GB"><news-article time-zone="Asia/Tokyo"><article-time published="${moment}"></article-time></news-article><p></p></div>`,
    );
    const time = timeIn(box);
    const own = await show(`<article-time lang="en-GB" published="${moment}"></article-time>`);
    box.querySelector('p')!.append(time);
    await turn();
    expect(read(time)).to.equal(read(own));
    box.querySelector('news-article')!.append(time);
    await turn();
    expect(read(time)).to.contain('03:00');
  });

  it('is the clock of the page unless the page gives another', async () => {
    const article = await show<NewsArticle>('<news-article></news-article>');
    expect(article.clock).to.equal(systemClock);
  });
});
