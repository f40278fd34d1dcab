import { expect } from '@open-wc/testing';
import type { ArticleHeader } from '../../src/article/article-header.js';
import { defineAll } from '../../src/elements.js';
import { allByRole, byRole, read, show, turn, withStyles } from '../helpers.js';

defineAll();

describe('An article header', () => {
  withStyles();

  it('writes kicker, headline and standfirst when it is left empty', async () => {
    const header = await show(
      '<article-header kicker="World" headline="R&amp;D <b>bridge</b>" standfirst="At last."></article-header>',
    );
    const heading = byRole(header, 'heading', 'R&D <b>bridge</b>');
    expect(heading.localName).to.equal('h1');
    expect([...header.children].map(({ className }) => className)).to.deep.equal([
      'kicker',
      '',
      'standfirst',
    ]);
    expect(header.shadowRoot).to.equal(null);
    await expect(header).to.be.accessible();
  });

  it('writes only what it is given, and takes nothing but white space for empty', async () => {
    const header = await show('<article-header headline="Bridge opens">\n  </article-header>');
    expect(read(header)).to.equal('Bridge opens');
    expect(header.children).to.have.lengthOf(1);
  });

  it('takes no room when there is nothing to say', async () => {
    const header = await show('<article-header></article-header>');
    expect(header.childNodes).to.have.lengthOf(0);
    expect(getComputedStyle(header).display).to.equal('none');
  });

  for (const written of ['<h1>Written</h1>', 'Only text', '<p class="kicker">World</p>']) {
    it(`leaves what someone wrote: ${written}`, async () => {
      const header = await show<ArticleHeader>(
        `<article-header headline="Given">${written}</article-header>`,
      );
      header.headline = 'Given again';
      await turn();
      expect(header.innerHTML).to.equal(written);
    });
  }

  it('keeps what it wrote in step with its attributes', async () => {
    const header = await show<ArticleHeader>('<article-header headline="One"></article-header>');
    header.setAttribute('headline', 'Two');
    header.kicker = 'World';
    await turn();
    expect(read(header)).to.equal('World Two');
    header.removeAttribute('headline');
    header.kicker = undefined;
    await turn();
    expect(allByRole(header, 'heading')).to.have.lengthOf(0);
    expect(header.childNodes).to.have.lengthOf(0);
  });

  it('replaces nothing that the page put beside it', async () => {
    const header = await show<ArticleHeader>('<article-header headline="One"></article-header>');
    header.append(document.createElement('hr'));
    header.headline = 'Two';
    await turn();
    expect(header.innerHTML).to.equal('<h1>Two</h1><hr>');
  });

  it('is accessible with a headline of 200 characters', async () => {
    const header = await show<ArticleHeader>('<article-header></article-header>');
    header.headline = 'Bridge '.repeat(29).slice(0, 200);
    await turn();
    await expect(header).to.be.accessible();
  });
});
