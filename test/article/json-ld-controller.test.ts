import { expect, fixture } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { FakeClock, show as showNow, turn } from '../helpers.js';

defineAll();

type Facts = Record<string, unknown> & {
  author?: { name: string; url?: string; jobTitle?: string }[];
  image?: { url: string; caption?: string; creditText?: string; width?: number }[];
};
const scripts = () => [
  ...document.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]'),
];
/** What a search engine reads; fails unless there is exactly one script. */
const facts = (): Facts => {
  expect(scripts()).to.have.lengthOf(1);
  return JSON.parse(scripts()[0]!.text) as Facts;
};
const picture = new URL('../../stories/assets/2025-11-08T044506.778Z.png', import.meta.url).href;
/** What reads the article is loaded late. */
async function show<T extends Element = HTMLElement>(markup: string): Promise<T> {
  const element = await showNow<T>(markup);
  await import('../../src/article/story-facts.js');
  await turn();
  return element;
}
const page = (inner: string, attributes = '') =>
  show(`<news-article lang="en" ${attributes}>${inner}</news-article>`);

/** The page's own data, until the test is over. */
async function ownData(json: string): Promise<HTMLScriptElement> {
  const box = await fixture<HTMLElement>('<div></div>');
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.text = json;
  box.append(script);
  return script;
}

describe('What an article tells search engines', () => {
  it('is all that is visible of it, in one script', async () => {
    const { pathname } = new URL(picture);
    await page(`
      <article-header><p class="kicker">World</p><h1>Bridge  opens</h1><p class="standfirst">At last.</p></article-header>
      <article-byline><p>By <a rel="author" href="/jane">Jane Doe</a>, <span class="role">Editor</span> and <span class="author">John Roe</span></p></article-byline>
      <article-time><time datetime="2024-05-31T18:00:00Z">31 May</time> <time class="updated" datetime="2024-06-01">1 June</time></article-time>
      <article-figure><figure><img src="${pathname}" width="1600" height="1067" alt=""><figcaption><span class="caption">The bridge.</span> <span class="credit">Jane Doe</span></figcaption></figure></article-figure>
      <p>It opened.</p>`);
    expect(facts()).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Bridge opens',
      description: 'At last.',
      articleSection: 'World',
      inLanguage: 'en',
      datePublished: '2024-05-31T18:00:00Z',
      dateModified: '2024-06-01',
      mainEntityOfPage: location.href.split('#')[0],
      author: [
        {
          '@type': 'Person',
          name: 'Jane Doe',
          url: new URL('/jane', location.href).href,
          jobTitle: 'Editor',
        },
        { '@type': 'Person', name: 'John Roe' },
      ],
      image: [
        {
          '@type': 'ImageObject',
          url: picture,
          width: 1600,
          height: 1067,
          caption: 'The bridge.',
          creditText: 'Jane Doe',
        },
      ],
    });
    expect(scripts()[0]!.parentElement).to.equal(document.head);
  });

  it('is the same of tags that write their content themselves', async () => {
    await page(`<article-header headline="Bridge opens"></article-header>
      <article-byline authors="Ann; Bob"></article-byline>
      <article-time published="2024-05-31" updated="2024-06-01"></article-time>
      <article-figure src="${picture}" credit="Jane Doe"></article-figure>`);
    const { headline, author, datePublished, dateModified, image } = facts();
    expect(headline).to.equal('Bridge opens');
    expect(author?.map(({ name }) => name)).to.deep.equal(['Ann', 'Bob']);
    expect([datePublished, dateModified]).to.deep.equal(['2024-05-31', '2024-06-01']);
    expect(image?.[0]?.creditText).to.equal('Jane Doe');
  });

  it('is little for a bare headline and paragraphs', async () => {
    await page('<h1>Bridge opens</h1><p>At last.</p>');
    expect(Object.keys(facts()).sort()).to.deep.equal([
      '@context',
      '@type',
      'headline',
      'inLanguage',
      'mainEntityOfPage',
    ]);
  });

  it('is nothing without a headline', async () => {
    await page('<p>At last.</p>');
    expect(scripts()).to.have.lengthOf(0);
  });

  it("names the page's canonical address, if it has one", async () => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'canonical', href: 'https://example.org/bridge' });
    document.head.append(link);
    try {
      await page('<h1>Bridge opens</h1>');
      expect(facts().mainEntityOfPage).to.equal('https://example.org/bridge');
    } finally {
      link.remove();
    }
  });

  it('leaves out what is no fact: a broken date, a bad link, a picture that is only data', async () => {
    await page(`<h1>Bridge opens</h1><a rel="author" href="javascript:alert(1)">Jane Doe</a>
      <div class="article-time"><time datetime="yesterday">Yesterday</time></div>
      <figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""></figure>`);
    const { author, datePublished, image } = facts();
    expect(author).to.deep.equal([{ '@type': 'Person', name: 'Jane Doe' }]);
    expect(datePublished).to.equal(undefined);
    expect(image).to.equal(undefined);
  });

  it('does not call an update what is none', async () => {
    await page(
      '<h1>Bridge opens</h1><article-time published="2024-05-31" updated="2024-05-31"></article-time>',
    );
    expect(facts().dateModified).to.equal(undefined);
  });

  it('is what kind of story it is, its series, corrections and remarks, films and recordings', async () => {
    await show(`<news-article lang="en" design="opinion"><article-header><p class="kicker">World</p><p class="series"><a href="/bridges">Bridges</a></p><h1>Bridge opens</h1></article-header>
      <article-notice kind="correction"><p class="notice-label">Correction <time datetime="2024-06-02">2 June</time></p><p>It is longer.</p></article-notice>
      <article-notice kind="sponsored"><p class="notice-label">Paid content</p><p>By the builder.</p></article-notice>
      <article-video><figure><video preload="none" poster="${picture}" width="640" height="360" aria-label="Opening"><source src="/film.mp4" type="video/mp4"></video></figure></article-video>
      <article-audio><figure><audio preload="none" src="/talk.mp3"></audio><figcaption><span class="caption">The talk</span></figcaption></figure></article-audio>
      <article-embed provider="youtube" src="https://www.youtube.com/watch?v=aqz-KE-bpKQ"><figure><p class="embed-link"><a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ">The film</a></p></figure></article-embed>
      <article-embed provider="x" src="https://x.com/a/status/1"><figure></figure></article-embed></news-article>`);
    const { pathname } = new URL('/film.mp4', location.href);
    expect(facts()).to.deep.include({
      '@type': 'OpinionNewsArticle',
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: 'Bridges',
        url: new URL('/bridges', location.href).href,
      },
      correction: [
        { '@type': 'CorrectionComment', text: 'It is longer.', datePublished: '2024-06-02' },
      ],
      disambiguatingDescription: 'Paid content By the builder.',
      video: [
        {
          '@type': 'VideoObject',
          name: 'Opening',
          contentUrl: new URL(pathname, location.href).href,
          encodingFormat: 'video/mp4',
          thumbnailUrl: picture,
          width: 640,
          height: 360,
        },
        {
          '@type': 'VideoObject',
          name: 'The film',
          url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
        },
      ],
      audio: [
        {
          '@type': 'AudioObject',
          name: 'The talk',
          contentUrl: new URL('/talk.mp3', location.href).href,
        },
      ],
    });
  });

  it('is a live blog with its updates, each with its own time, author and address', async () => {
    await page(`<h1>Ministers meet</h1><article-time><time datetime="2024-05-31T08:00:00Z">8</time></article-time>
      <article-byline><p><span class="author">Ann</span></p></article-byline>
      <live-blog><live-update id="u2"><article><h2>They agree</h2><article-time><time datetime="2024-05-31T12:00:00Z">12</time></article-time>
      <article-byline><p><span class="author">Bob</span></p></article-byline><p>On all of it.</p></article></live-update>
      <live-update id="u1"><article><article-time><time datetime="2024-05-31T09:00:00Z">9</time></article-time><p>They arrive.</p></article></live-update></live-blog>`);
    const own = location.href.split('#')[0]!;
    const { liveBlogUpdate, ...rest } = facts();
    expect(rest).to.deep.include({
      '@type': 'LiveBlogPosting',
      headline: 'Ministers meet',
      datePublished: '2024-05-31T08:00:00Z',
      coverageStartTime: '2024-05-31T08:00:00Z',
      author: [{ '@type': 'Person', name: 'Ann' }],
    });
    expect(liveBlogUpdate).to.deep.equal([
      {
        '@type': 'BlogPosting',
        headline: 'They agree',
        datePublished: '2024-05-31T12:00:00Z',
        url: `${own}#u2`,
        author: [{ '@type': 'Person', name: 'Bob' }],
        articleBody: 'On all of it.',
      },
      {
        '@type': 'BlogPosting',
        headline: 'Ministers meet',
        datePublished: '2024-05-31T09:00:00Z',
        url: `${own}#u1`,
        articleBody: 'They arrive.',
      },
    ]);
  });

  it("takes none of its readers' words for its own", async () => {
    await page(`<h1>Bridge opens</h1><comment-thread><ol><li id="comment-1"><article>
      <a rel="author" href="/troll">Troll</a><p class="standfirst">Lies</p><p class="kicker">Lies</p>
      <div class="article-time"><time datetime="2020-01-01">Then</time></div>
      <figure><img src="${picture}" alt=""></figure></article></li></ol></comment-thread>`);
    expect(scripts()[0]!.text).not.to.match(/Troll|Lies|2020|\.png/);
    expect(facts().author).to.equal(undefined);
  });

  const changes: [what: string, change: (article: HTMLElement) => void, now: object][] = [
    [
      'headline',
      (article) => (article.querySelector('h1')!.textContent = 'New'),
      { headline: 'New' },
    ],
    [
      'words of the headline',
      (article) => (article.querySelector('h1')!.firstChild!.nodeValue = 'New'),
      { headline: 'New' },
    ],
    [
      'date',
      (article) => article.querySelector('time')!.setAttribute('datetime', '2024-06-02'),
      { datePublished: '2024-06-02' },
    ],
    [
      'author',
      (article) => (article.querySelector('.author')!.textContent = 'Eve'),
      { author: [{ '@type': 'Person', name: 'Eve' }] },
    ],
    ['language', (article) => (article.lang = 'cs'), { inLanguage: 'cs' }],
    [
      'picture',
      (article) => (article.querySelector('img')!.src = picture),
      { image: [{ '@type': 'ImageObject', url: picture }] },
    ],
  ];
  for (const [what, change, now] of changes) {
    it(`is kept in step when the ${what} changes`, async () => {
      const article = await page(`<h1>Bridge opens</h1><p class="author">Ann</p>
        <article-time><time datetime="2024-05-31">Friday</time></article-time>
        <figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""></figure>`);
      const [script] = scripts();
      change(article);
      await turn();
      expect(facts()).to.include.keys(Object.keys(now));
      for (const [key, value] of Object.entries(now)) expect(facts()[key]).to.deep.equal(value);
      expect(scripts()[0], 'the same script').to.equal(script);
    });
  }

  it('is not touched while only the clock runs on', async () => {
    const article = await page(
      '<h1>Bridge opens</h1><article-time published="2024-05-31T18:00:00Z" format="relative"></article-time>',
    );
    const clock = new FakeClock('2024-05-31T18:10:00Z');
    Object.assign(article, { clock });
    await turn();
    const text = scripts()[0]!.firstChild;
    await clock.pass(10);
    expect(article.textContent).to.contain('20 minutes ago');
    expect(scripts()[0]!.firstChild).to.equal(text);
  });

  it('goes with the article and comes back with it', async () => {
    const article = await page('<h1>Bridge opens</h1>');
    const { parentElement } = article;
    article.remove();
    await turn();
    expect(scripts()).to.have.lengthOf(0);
    article.querySelector('h1')!.textContent = 'Bridge opens again';
    parentElement!.append(article);
    await turn();
    expect(facts().headline).to.equal('Bridge opens again');
    parentElement!.prepend(article);
    await turn();
    facts();
  });

  it('goes when the headline goes', async () => {
    const article = await page('<h1>Bridge opens</h1>');
    article.querySelector('h1')!.remove();
    await turn();
    expect(scripts()).to.have.lengthOf(0);
  });

  it('is one script for each of several stories', async () => {
    await show(
      '<div><news-article><h1>One</h1></news-article><news-article><h1>Two</h1></news-article></div>',
    );
    expect(scripts()).to.have.lengthOf(2);
  });

  it('cannot be ended by its headline', async () => {
    const headline = '</script><script>globalThis.ran = true</script>';
    const article = await page('<h1>Bridge opens</h1>');
    article.querySelector('h1')!.textContent = headline;
    await turn();
    expect(scripts()[0]!.outerHTML.match(/<\/script/g)).to.have.lengthOf(1);
    expect(facts().headline).to.equal(headline);
    expect(globalThis).not.to.have.property('ran');
  });

  for (const [what, data] of [
    ['an article', { '@type': 'NewsArticle' }],
    ['another kind of article', { '@type': 'ReportageNewsArticle' }],
    ['a posting', { '@type': 'BlogPosting' }],
    ['one of several types', { '@type': ['Thing', 'Article'] }],
    ['a list', [{ '@type': 'Organization' }, { '@type': 'NewsArticle' }]],
    ['a graph', { '@graph': [{ '@type': 'WebSite' }, { '@type': 'NewsArticle' }] }],
  ] as const) {
    it(`is left to the page where that has its own: ${what}`, async () => {
      const own = await ownData(JSON.stringify(data));
      await page('<h1>Bridge opens</h1>');
      expect(scripts()).to.deep.equal([own]);
    });
  }

  for (const [what, json] of [
    ['something else', '{"@type":"Organization","name":"Article"}'],
    ['an article that is only mentioned', '{"@type":"WebPage","about":{"@type":"NewsArticle"}}'],
    ['nothing', 'null'],
    ['a text', '"NewsArticle"'],
    ['a number for a type', '{"@type":5,"@graph":"NewsArticle"}'],
    ['broken data', '{"@type":"NewsArticle"'],
  ]) {
    it(`is there beside the page's own data about ${what}`, async () => {
      await ownData(json!);
      await page('<h1>Bridge opens</h1>');
      expect(scripts()).to.have.lengthOf(2);
    });
  }

  it('is taken back when the page brings its own', async () => {
    const article = await page('<h1>Bridge opens</h1>');
    const own = await ownData('{"@type":"NewsArticle"}');
    article.querySelector('h1')!.textContent = 'Bridge opens again';
    await turn();
    expect(scripts()).to.deep.equal([own]);
  });
});
