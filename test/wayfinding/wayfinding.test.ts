import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import { allByRole, byRole, read, show, turn, withStyles } from '../helpers.js';
import { waitUntil } from '../soon.js';

defineAll();

const ready = (element: Element) => waitUntil(() => element.matches(':state(ready)'));

const STORY = `
  <h1>Bridge opens</h1>
  <article-contents loading="eager"></article-contents>
  <p>First.</p>
  <h2>Security of Ukraine</h2><p>Second.</p>
  <h3>Air defence</h3><p>Third.</p>
  <h2>Security of Ukraine</h2><p>Fourth.</p>
  <article-factbox><aside><h2>Facts</h2><p>Not a part.</p></aside></article-factbox>
  <h2 id="mine">The way to Washington</h2><p>Fifth.</p>`;

const story = async (inner = STORY, attributes = 'lang="en"') => {
  const article = await show(`<news-article ${attributes}>${inner}</news-article>`);
  const contents = article.querySelector('article-contents')!;
  await ready(contents);
  return { article, contents };
};
const links = (contents: Element) => [...contents.querySelectorAll('a')];

describe('The contents of a story', () => {
  withStyles();

  it('are its headings, under the ones that they belong to, behind a line that opens', async () => {
    const { contents } = await story();
    expect(contents.querySelector('details')!.open).to.equal(false);
    contents.querySelector('summary')!.click();
    await turn();
    expect(links(contents).map(read)).to.deep.equal([
      'Security of Ukraine',
      'Air defence',
      'Security of Ukraine',
      'The way to Washington',
    ]);
    expect(read(contents.querySelector('ol ol'))).to.equal('Air defence');
    expect(byRole(contents, 'navigation', 'Contents')).to.exist;
    await expect(contents).to.be.accessible();
  });

  it('lead to ids that last: of the words, apart where they are the same, and the own ones kept', async () => {
    const { article, contents } = await story();
    const ids = links(contents).map((link) => decodeURIComponent(link.hash.slice(1)));
    expect(ids).to.deep.equal([
      'user-content-security-of-ukraine',
      'user-content-air-defence',
      'user-content-security-of-ukraine-2',
      'mine',
    ]);
    for (const id of ids) expect(article.querySelector(`#${id}`)?.localName).to.match(/^h[23]$/);
  });

  it('are the same ids as the server writes, in any script', async () => {
    const { contents } = await story(
      '<h1>T</h1><article-contents loading="eager"></article-contents><h2>Безпека України</h2><h2>安全</h2><h2>!</h2>',
      'lang="en" id="prague"',
    );
    expect(links(contents).map((link) => decodeURIComponent(link.hash))).to.deep.equal([
      '#prague-безпека-україни',
      '#prague-安全',
      '#prague-part',
    ]);
  });

  it('mark the part that is read', async () => {
    const { article, contents } = await story(
      STORY.replaceAll('<p>', '<p style="block-size: 150vh">'),
    );
    const current = () => contents.querySelectorAll('[aria-current="location"]');
    expect(current()).to.have.lengthOf(0);
    article.querySelector('#mine')!.scrollIntoView();
    document.dispatchEvent(new Event('scroll'));
    expect([...current()].map((link) => link.textContent)).to.deep.equal(['The way to Washington']);
    scrollTo(0, 0);
  });

  it('follow headings that come, go and change, and stay open', async () => {
    const { article, contents } = await story();
    contents.querySelector('summary')!.click();
    article.querySelector('#mine')!.textContent = 'Washington';
    const heading = document.createElement('h2');
    heading.textContent = 'Later';
    article.append(heading);
    await turn();
    expect(links(contents).map(read).slice(-2)).to.deep.equal(['Washington', 'Later']);
    expect(contents.querySelector('details')!.open).to.equal(true);
  });

  it('leave a list alone that somebody wrote, and mark its links', async () => {
    const { contents } = await story(
      '<h1>T</h1><article-contents loading="eager"><nav aria-label="Parts"><a href="#x">Only this</a></nav></article-contents><h2 id="x">X</h2><h2>Y</h2>',
    );
    expect(read(contents)).to.equal('Only this');
    expect(links(contents)[0]!.getAttribute('aria-current')).to.be.oneOf(['location', null]);
  });

  it('go no deeper than they are told, and are nothing for a story without parts', async () => {
    const { contents } = await story(
      STORY.replace('<article-contents', '<article-contents depth="2"'),
    );
    expect(links(contents)).to.have.lengthOf(3);
    const { contents: none } = await story(
      '<h1>T</h1><article-contents loading="eager"></article-contents><p>P.</p>',
    );
    expect(none.childElementCount).to.equal(0);
  });

  it('move nothing when they are written', async () => {
    const plain = await show(
      `<div class="news-article">${STORY.replaceAll('article-contents', 'div').replace('<div ', '<div class="article-contents" ')}</div>`,
    );
    const { article } = await story();
    const tops = (root: Element) =>
      [...root.querySelectorAll('h1, p, h2, h3')].map(
        // Firefox counts in sixtieths of a pixel, from wherever the page begins.
        (one) => Math.round(one.getBoundingClientRect().top - root.getBoundingClientRect().top),
      );
    expect(tops(article)).to.deep.equal(tops(plain));
  });

  it('speak the language of their place, and can stand outside of the story', async () => {
    registerWords('cs', { contents: 'Obsah' });
    const box = await show(
      '<div lang="cs"><article-contents for="there" loading="eager"></article-contents><news-article id="there"><h1>T</h1><h2>A</h2></news-article></div>',
    );
    const contents = box.querySelector('article-contents')!;
    await ready(contents);
    expect(read(contents.querySelector('summary'))).to.equal('Obsah');
    expect(links(contents)[0]!.hash).to.equal('#there-a');
  });

  it('are found by the keyboard: the line, then the links', async () => {
    const { contents } = await story();
    const summary = contents.querySelector('summary')!;
    summary.focus();
    expect(document.activeElement).to.equal(summary);
    summary.click();
    await turn();
    expect(allByRole(contents, 'link')).to.have.lengthOf(4);
  });
});

describe('The progress of reading', () => {
  withStyles();
  const progress = (element: Element) =>
    Number((element as HTMLElement).style.getPropertyValue('--article-progress'));

  it('is a line without a place of its own, hidden from screen readers', async () => {
    const article = await show(
      '<news-article><reading-progress loading="eager"></reading-progress><h1>T</h1><p>Text.</p><article-figure placement="float"></article-figure></news-article>',
    );
    const line = article.querySelector('reading-progress')!;
    await ready(line);
    expect(line.getAttribute('aria-hidden')).to.equal('true');
    const { x, y, width } = line.getBoundingClientRect();
    expect([x, y, width]).to.deep.equal([0, 0, document.documentElement.clientWidth]);
    expect(article.querySelector('h1')!.getBoundingClientRect().top).to.equal(
      article.getBoundingClientRect().top,
    );
  });

  it('goes from nothing to all by the end of the text, not of the comments', async () => {
    const article = await show(
      '<news-article><reading-progress loading="eager"></reading-progress><h1>T</h1><p style="block-size: 300vh">Text.</p><comment-form style="block-size: 300vh"></comment-form></news-article>',
    );
    const line = article.querySelector('reading-progress')!;
    await ready(line);
    expect(progress(line)).to.equal(0);
    article.querySelector('comment-form')!.scrollIntoView({ block: 'end' });
    document.dispatchEvent(new Event('scroll'));
    expect(progress(line)).to.equal(1);
    scrollTo(0, article.getBoundingClientRect().top + scrollY + innerHeight);
    document.dispatchEvent(new Event('scroll'));
    expect(progress(line)).to.be.within(0.2, 0.8);
    scrollTo(0, 0);
  });
});

describe('The time that reading takes', () => {
  withStyles();
  const words = (count: number) => 'word '.repeat(count);

  it('is counted from the text, without captions, notes and comments', async () => {
    const article = await show(
      `<news-article lang="en"><h1>T</h1><reading-time loading="eager"></reading-time><p>${words(920)}</p><figure><figcaption>${words(5000)}</figcaption></figure><section class="notes">${words(5000)}</section></news-article>`,
    );
    const time = article.querySelector('reading-time')!;
    await ready(time);
    expect(read(time)).to.equal('4 min read');
  });

  it('is at least one minute, and goes by how fast the readers read', async () => {
    const of = async (attributes: string, count: number) => {
      const article = await show(
        `<news-article lang="en"><h1>T</h1><reading-time loading="eager" ${attributes}></reading-time><p>${words(count)}</p></news-article>`,
      );
      const time = article.querySelector('reading-time')!;
      await ready(time);
      return read(time);
    };
    expect(await of('', 3)).to.equal('1 min read');
    expect(await of('words-per-minute="100"', 1000)).to.equal('10 min read');
    expect(await of('words-per-minute="0"', 920)).to.equal('4 min read');
  });

  it('leaves what somebody wrote, and moves nothing', async () => {
    const article = await show(
      '<news-article lang="en"><h1>T</h1><reading-time loading="eager">A short one</reading-time><p>P</p></news-article>',
    );
    const time = article.querySelector('reading-time')!;
    const before = article.querySelector('p')!.getBoundingClientRect().top;
    await ready(time);
    expect(read(time)).to.equal('A short one');
    time.textContent = '';
    await turn();
    expect(read(time)).to.equal('1 min read');
    expect(article.querySelector('p')!.getBoundingClientRect().top).to.equal(before);
  });
});

describe('Other stories', () => {
  withStyles();

  it('are links with a name, a kicker and a sentence', async () => {
    const related = await show(
      '<related-articles lang="en"><h2>More on this</h2><ul><li><article-card><p class="kicker">World</p><p class="card-headline"><a href="/bridge">Bridge opens</a></p><p class="standfirst">At last.</p></article-card></li></ul></related-articles>',
    );
    expect(byRole<HTMLAnchorElement>(related, 'link', 'Bridge opens').pathname).to.equal('/bridge');
    await expect(related).to.be.accessible();
  });

  it('are written from attributes by a tag that is left empty, also when these change', async () => {
    const card = await show(
      '<article-card headline="Bridge opens" href="/bridge" kicker="World" standfirst="At last."></article-card>',
    );
    await waitUntil(() => card.querySelector('a'));
    expect(read(card)).to.equal('World Bridge opens At last.');
    card.setAttribute('headline', 'Bridge closes');
    await waitUntil(() => card.textContent.includes('closes'));
    expect(byRole<HTMLAnchorElement>(card, 'link', 'Bridge closes').pathname).to.equal('/bridge');
  });

  it('can be pressed anywhere', async () => {
    const related = await show(
      '<related-articles><ul><li><article-card><p class="card-headline"><a href="#bridge">Bridge opens</a></p><p class="standfirst">At last.</p></article-card></li></ul></related-articles>',
    );
    related.scrollIntoView();
    const box = related.querySelector('.standfirst')!.getBoundingClientRect();
    const hit = document.elementFromPoint(box.x + 5, box.y + box.height / 2);
    expect(hit?.closest('a, article-card')?.localName).to.equal('a');
  });
});
