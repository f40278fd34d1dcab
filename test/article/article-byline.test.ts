import { expect } from '@open-wc/testing';
import type { ArticleByline } from '../../src/article/article-byline.js';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import { badUrls, linkProtocols } from '../bad-urls.js';
import { allByRole, bitmap, byRole, read, show, turn, withStyles } from '../helpers.js';

defineAll();

const byline = (attributes = '', inner = '') =>
  show<ArticleByline>(`<article-byline lang="en-GB" ${attributes}>${inner}</article-byline>`);

describe('An article byline', () => {
  withStyles();

  it('names the authors that it is given in one line', async () => {
    const element = await byline('authors="Ann; Bob Roe, Jr.; Cy"');
    expect(read(element)).to.equal('By Ann, Bob Roe, Jr. and Cy');
    await expect(element).to.be.accessible();
  });

  it('joins the names as the language does, also when that changes', async () => {
    registerWords('de', { by: 'Von {authors}' });
    const element = await byline('authors="Ann; Bob; Cy"');
    element.lang = 'de';
    await turn();
    expect(read(element)).to.equal('Von Ann, Bob und Cy');
  });

  it('links authors, says their roles and shows their portraits', async () => {
    const element = await byline();
    element.authors = [
      { name: 'Ann', url: '/ann', role: 'Diplomatic Editor', image: bitmap(80, 80) },
      { name: 'Bob' },
    ];
    await turn();
    const link = byRole<HTMLAnchorElement>(element, 'link', 'Ann');
    expect(link.rel).to.equal('author');
    expect(link.pathname).to.equal('/ann');
    expect(read(element)).to.equal('By Ann Diplomatic Editor and Bob');
    expect(allByRole(element, 'img'), 'a portrait says no more than the name').to.have.lengthOf(0);
    expect(element.querySelectorAll('img')).to.have.lengthOf(1);
    await expect(element).to.be.accessible();
  });

  it('is accessible with twelve authors', async () => {
    const element = await byline();
    element.authors = Array.from({ length: 12 }, (_, index) => ({
      name: `Author ${index + 1}`,
      url: `/author/${index + 1}`,
      role: 'Reporter',
    }));
    await turn();
    expect(allByRole(element, 'link')).to.have.lengthOf(12);
    await expect(element).to.be.accessible();
  });

  it('never makes a link of 41 bad addresses', async () => {
    const element = await byline();
    element.authors = badUrls.map((url, index) => ({ name: `Author ${index}`, url }));
    await turn();
    expect(element.querySelectorAll('.author')).to.have.lengthOf(41);
    for (const { protocol } of element.querySelectorAll('a')) {
      expect(protocol).to.be.oneOf(linkProtocols);
    }
  });

  for (const written of ['<p>By <a rel="author" href="/jane">Jane Doe</a></p>', 'By Jane Doe']) {
    it(`leaves what someone wrote: ${written}`, async () => {
      const element = await byline('authors="Ann"', written);
      element.authors = [{ name: 'Bob' }];
      await turn();
      expect(element.innerHTML).to.equal(written);
    });
  }

  it('writes nothing for nobody', async () => {
    const element = await byline('authors=" ; "');
    expect(element.childNodes).to.have.lengthOf(0);
    element.authors = [{ name: 'Ann' }];
    await turn();
    expect(read(element)).to.equal('By Ann');
    for (const nobody of [[], undefined, null, [null, { name: '' }]]) {
      element.authors = nobody as unknown as [];
      await turn();
      expect(element.childNodes).to.have.lengthOf(0);
    }
  });

  it('follows its attribute and says the words of the page', async () => {
    const element = await byline('authors="Ann"');
    element.setAttribute('authors', 'Bob');
    element.words = { by: '{authors} reports' };
    await turn();
    expect(read(element)).to.equal('Bob reports');
    element.removeAttribute('authors');
    await turn();
    expect(read(element)).to.equal('');
  });
});
