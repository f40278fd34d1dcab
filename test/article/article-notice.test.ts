import { expect } from '@open-wc/testing';
import type { ArticleNotice } from '../../src/article/article-notice.js';
import { defineAll } from '../../src/elements.js';
import { byRole, read, show, warnings, withStyles } from '../helpers.js';

defineAll();

const INNER =
  '<p class="notice-label">Correction <time datetime="2024-06-02">2 June</time></p><p>It is longer.</p>';

describe('A notice of the newsroom', () => {
  withStyles();

  it('is a note that says what kind it is', async () => {
    const article = await show(
      `<news-article lang="en"><article-notice kind="correction">${INNER}</article-notice></news-article>`,
    );
    expect(read(byRole(article, 'note'))).to.equal('Correction 2 June It is longer.');
    await expect(article).to.be.accessible();
  });

  it('keeps a role of its own, and its kind in any case of letters', async () => {
    const notice = await show<ArticleNotice>(
      `<article-notice kind="Sponsored" role="complementary">${INNER}</article-notice>`,
    );
    expect(notice.getAttribute('role')).to.equal('complementary');
    expect(notice.kind).to.equal('sponsored');
  });

  it('counts as a plain note where nobody knows its kind, and says so', async () => {
    let notice!: ArticleNotice;
    const heard = await warnings(async () => {
      notice = await show<ArticleNotice>(
        `<article-notice kind="erratum">${INNER}</article-notice>`,
      );
    });
    expect(notice.kind).to.equal('note');
    expect(heard.join()).to.contain('erratum');
  });

  it('moves nothing when it is upgraded', async () => {
    const box = await show(
      `<div><div class="article-notice" kind="correction">${INNER}</div><article-notice kind="correction">${INNER}</article-notice></div>`,
    );
    const [plain, live] = [...box.children].map((one) => one.getBoundingClientRect());
    expect(live!.height).to.be.closeTo(plain!.height, 0.05); // Firefox counts in sixtieths of a pixel
  });
});
