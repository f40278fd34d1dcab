import { expect } from '@open-wc/testing';
import { readComment } from '../../src/content/read-comment.js';
import { renderBlocks } from '../../src/content/render-block.js';
import {
  typesIn,
  expectSameWords,
  htmlText,
  parseHtml,
  silentOptions,
} from '../sources/formats.js';
import { everyBlock } from './every-block.js';
import { writeArticle } from '../../src/content/render-article.js';

const shown = (html: string) => {
  const page = document.createElement('template');
  const blocks = readComment(parseHtml(html));
  return { blocks, html: String(renderBlocks(blocks, silentOptions)), page };
};

describe("A stranger's comment", () => {
  it('keeps what a comment may say', () => {
    expect(
      shown(
        '<p>One <em>two</em> <a href="https://a.example">three</a><br>four</p><blockquote><p>five</p></blockquote><ul><li>six</li></ul><pre><code>seven</code></pre>',
      ).html,
    ).to.equal(
      '<p>One <em>two</em> <a href="https://a.example">three</a><br>four</p>\n<blockquote><p>five</p></blockquote>\n<ul><li>six</li></ul>\n<pre tabindex="0"><code>seven</code></pre>',
    );
  });

  it('T13: asks for no picture, and leads to it instead', () => {
    const { html } = shown('<p>See <img src="https://a.example/x.png" alt="a cat"></p>');
    expect(html).not.to.contain('<img');
    expect(html).to.contain('<a href="https://a.example/x.png">a cat</a>');
  });

  it('has nothing in it but paragraphs, lists, quotations and code, and no id', () => {
    const { blocks, html } = shown(String(writeArticle(everyBlock, silentOptions)));
    const allowed = ['paragraph', 'list', 'blockquote', 'code'];
    expect(blocks.map(({ type }) => type).filter((type) => !allowed.includes(type))).to.be.empty;
    for (const type of ['image', 'embed', 'video', 'table', 'heading']) {
      expect([...typesIn(blocks)]).not.to.include(type);
    }
    expect(html).not.to.match(/<(?:img|iframe|video|audio|h\d|table|article-)/);
  });

  for (const html of [
    '<h1>Loud</h1><table><tr><th>a</th><td>b</td></tr></table>',
    '<details><summary>More</summary><p>inside</p></details><dl><dt>term</dt><dd>meaning</dd></dl>',
    '<figure><img src="https://a.example/x.png" alt=""><figcaption>under it</figcaption></figure>',
    '<video src="https://a.example/film.mp4"></video><iframe src="https://video.example/1" title="A film"></iframe>',
    '<math><mi>x</mi><mo>=</mo><mn>1</mn></math>',
  ]) {
    it(`loses no word of ${html}`, () => {
      const text = shown(html).html;
      for (const word of htmlText(html).split(/\s+/).filter(Boolean)) expect(text).to.contain(word);
      expectSameWords(htmlText(text).replaceAll(/https?:\S+|film\.mp4/g, ''), htmlText(html));
    });
  }
});
