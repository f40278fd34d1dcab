import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { allByRole, byRole, read, show, turn, warnings, withStyles } from '../helpers.js';
import { waitUntil } from '../soon.js';

defineAll();

const ready = (element: Element) => waitUntil(() => element.matches(':state(ready)'));
const quote = (inner: string, attributes = '') =>
  `<article-pullquote loading="eager" ${attributes}><blockquote>${inner}</blockquote></article-pullquote>`;
const words = 'The response is “a multi-year program,” he said.';
async function quoted(
  inner: string,
  text = `<p>He spoke. The <em>resp</em>onse is “a multi-year program,” he said. Jens Stoltenberg left.</p>`,
  attributes = '',
): Promise<Element> {
  const article = await show(
    `<news-article lang="en"><h1>Story</h1>${text}${quote(inner, attributes)}</news-article>`,
  );
  const element = article.querySelector('article-pullquote')!;
  await ready(element);
  return element;
}
const isHidden = (element: Element) => element.getAttribute('aria-hidden') === 'true';

describe('A pull quote', () => {
  withStyles();

  it('is not read out twice where the story says the same', async () => {
    const element = await quoted(`<p>The response is a multi-year program</p>`);
    expect(isHidden(element)).to.equal(true);
    expect(allByRole(element.parentElement!, 'blockquote')).to.be.empty;
    expect(read(element)).to.contain('multi-year');
    await expect(element.parentElement).to.be.accessible();
  });

  it('is read out where its words stand nowhere else', async () => {
    expect(isHidden(await quoted('<p>Words that nobody said.</p>'))).to.equal(false);
    expect(isHidden(await quoted(`<p>${words}</p>`, '<p>Another story.</p>'))).to.equal(false);
    expect(isHidden(await quoted(''))).to.equal(false);
  });

  it('is read out where only another pull quote says the same', async () => {
    const element = await quoted(`<p>${words}</p>`, quote(`<p>${words}</p>`));
    expect(isHidden(element)).to.equal(false);
  });

  it('is hidden with who said it where the story names them too, and only there', async () => {
    const said = (name: string) => quoted(`<p>${words}</p><footer>${name}</footer>`);
    expect(isHidden(await said('Stoltenberg, Jens'))).to.equal(true);
    expect(isHidden(await said('Somebody Else'))).to.equal(false);
  });

  it('is never hidden when it holds what can be focused', async () => {
    const element = await quoted(`<p>The response is <a href="#a">a multi-year</a> program</p>`);
    expect(isHidden(element)).to.equal(false);
  });

  it('stays as its author wrote it', async () => {
    const element = await quoted(`<p>${words}</p>`, undefined, 'aria-hidden="false"');
    expect(element.getAttribute('aria-hidden')).to.equal('false');
  });

  it('is read again when its words become others', async () => {
    const element = await quoted(`<p>${words}</p>`);
    expect(isHidden(element)).to.equal(true);
    element.querySelector('blockquote')!.replaceWith('Words that nobody said.');
    await turn();
    expect(isHidden(element)).to.equal(false);
  });

  it('works outside of an article, and moves nothing', async () => {
    const element = await show(`<div lang="en">${quote(`<p>${words}</p>`)}</div>`);
    const before = element.getBoundingClientRect().height;
    await ready(element.firstElementChild!);
    expect(isHidden(element.firstElementChild!)).to.equal(false);
    expect(element.getBoundingClientRect().height).to.equal(before);
  });
});

describe('A box of facts', () => {
  withStyles();
  const box = async (inner: string, attributes = '') => {
    const article = await show(
      `<news-article lang="en"><h1>Story</h1><article-factbox loading="eager" ${attributes}>${inner}</article-factbox><p>After</p></news-article>`,
    );
    const element = article.querySelector('article-factbox')!;
    const before = element.getBoundingClientRect().height;
    await ready(element);
    expect(element.getBoundingClientRect().height).to.equal(before);
    await expect(article).to.be.accessible();
    return element;
  };

  for (const kind of ['facts', 'takeaways', 'questions', 'definition', 'profile']) {
    it(`is named by its heading, and stays as it is: ${kind}`, async () => {
      const element = await box(
        '<aside><h2>What to know</h2><p>Words.</p><details><summary>Q?</summary><p>A.</p></details></aside>',
        `kind="${kind}"`,
      );
      byRole(element, 'complementary', 'What to know');
      expect(element.textContent).to.equal('What to knowWords.Q?A.');
    });
  }

  it('keeps the name that its author gave it', async () => {
    const element = await box('<aside aria-label="Own"><h2>What to know</h2></aside>');
    byRole(element, 'complementary', 'Own');
  });

  it('is one big number', async () => {
    const element = await box('<p class="big-number">75</p><p>years</p>', 'kind="big-number"');
    expect(parseFloat(getComputedStyle(element.firstElementChild!).fontSize)).to.be.above(40);
  });

  it('is a box of facts for a kind that is none', async () => {
    const said = await warnings(async () => {
      const element = await box('<aside><h2>What</h2></aside>', 'kind="riddle"');
      expect(element.kind).to.equal('facts');
    });
    expect(said.join()).to.contain('riddle');
  });

  it('opens what is folded while it is printed', async () => {
    const { supports } = CSS;
    CSS.supports = () => false;
    try {
      const element = await box(
        '<aside><h2>Q</h2><details><summary>One?</summary>A</details><details open><summary>Two?</summary>B</details></aside>',
      );
      const open = () => [...element.querySelectorAll('details')].map((one) => one.open);
      dispatchEvent(new Event('beforeprint'));
      expect(open()).to.deep.equal([true, true]);
      dispatchEvent(new Event('afterprint'));
      expect(open()).to.deep.equal([false, true]);
      element.remove();
      dispatchEvent(new Event('beforeprint'));
      expect(open()).to.deep.equal([false, true]);
    } finally {
      CSS.supports = supports;
    }
  });
});

describe('A timeline', () => {
  withStyles();
  const events =
    '<h2>Before</h2><ol><li><p class="event-date"><time datetime="1949-04-04"></time></p><h3>Signed</h3><p>In Washington.</p></li><li><p class="event-date"><time datetime="2014">Spring 2014</time></p><p>An incursion.</p></li><li><p class="event-date"><time datetime="2024-05"></time></p></li></ol>';
  const timeline = async (lang = 'en') => {
    const article = await show(
      `<news-article lang="${lang}"><h1>Story</h1><article-timeline loading="eager">${events}</article-timeline></news-article>`,
    );
    const element = article.querySelector('article-timeline')!;
    const before = element.getBoundingClientRect().height;
    await ready(element);
    expect(element.getBoundingClientRect().height).to.equal(before);
    return element;
  };
  const dates = (element: Element) => [...element.querySelectorAll('time')].map(read);

  it('has dates written where nobody has, and there alone, and moves nothing', async () => {
    const element = await timeline();
    expect(dates(element)).to.deep.equal(['April 4, 1949', 'Spring 2014', '2024-05']);
    expect(element.querySelectorAll('[style]')).to.have.lengthOf(0);
    byRole(element, 'list');
    await expect(element.parentElement).to.be.accessible();
  });

  it('has them in the language of the article, and in another when that changes', async () => {
    const element = await timeline('de');
    expect(dates(element)[0]).to.equal('4. April 1949');
    element.parentElement!.lang = 'fr';
    await turn();
    expect(dates(element)[0]).to.equal('4 avril 1949');
  });
});
