import { expect } from '@open-wc/testing';
import { articles, jsonLd } from '../../src/sources/json-ld.js';
import { itReads, parseHtml, type Example } from './formats.js';

const context = 'https://schema.org';
const story = (over: object): Record<string, unknown> => ({
  '@context': context,
  '@type': 'NewsArticle',
  headline: 'Ministers meet in Prague',
  ...over,
});
const HEAD = 'Ministers meet in Prague';

const examples: Example[] = [
  {
    name: 'the story that the vocabulary shows as its own example',
    data: story({
      image: [
        'https://news.example/1x1/photo.jpg',
        'https://news.example/4x3/photo.jpg',
        'https://news.example/16x9/photo.jpg',
      ],
      datePublished: '2024-05-31T08:00:00+02:00',
      dateModified: '2024-05-31T09:20:00+02:00',
      author: [
        {
          '@type': 'Person',
          name: 'Jane Doe',
          url: 'https://news.example/jane',
          jobTitle: 'Editor',
        },
        { '@type': 'Person', name: 'John Roe', url: 'https://news.example/john' },
      ],
    }),
    text: `${HEAD} Jane Doe Editor John Roe`,
    types: ['image'],
  },
  {
    name: 'plain text with blank lines',
    data: story({
      articleBody: 'One line,\nbroken once.\n\nA second paragraph.\r\n\r\n\r\nA third <one>.',
      description: 'What it is about',
      articleSection: ['World', 'Europe'],
      keywords: 'NATO, Prague,  Ukraine',
    }),
    text: `${HEAD} One line, broken once. A second paragraph. A third <one>. What it is about World`,
    types: ['paragraph', 'break'],
  },
  {
    name: 'text where each line is a paragraph',
    data: story({ articleBody: 'First.\nSecond.\nThird.' }),
    text: `${HEAD} First. Second. Third.`,
  },
  {
    name: 'a text that is HTML',
    data: story({
      articleBody:
        '<p>A <strong>bold</strong> claim, <a href="/x">linked</a>.</p><h2>Inside</h2><ul><li>This</li><li>That</li></ul><figure><img src="/a.jpg" alt="Ay"><figcaption>Under it</figcaption></figure>',
    }),
    text: `${HEAD} A bold claim, linked. Inside This That Under it`,
    types: ['strong', 'link', 'heading', 'list', 'image'],
  },
  {
    name: 'a graph whose nodes refer to one another',
    data: {
      '@context': context,
      '@graph': [
        { '@type': 'WebPage', '@id': 'https://news.example/s/', name: 'The page' },
        {
          '@type': ['Article', 'NewsArticle'],
          '@id': 'https://news.example/s/#article',
          mainEntityOfPage: { '@id': 'https://news.example/s/' },
          headline: HEAD,
          author: { '@id': '#jane' },
          publisher: { '@id': '#paper' },
          image: { '@id': '#picture' },
          articleBody: 'The text.',
          inLanguage: 'en-GB',
        },
        { '@type': 'Person', '@id': '#jane', name: 'Jane Doe' },
        {
          '@type': 'Organization',
          '@id': '#paper',
          name: 'The Paper',
          url: 'https://news.example/',
        },
        {
          '@type': 'ImageObject',
          '@id': '#picture',
          url: 'https://news.example/p.jpg',
          width: 1200,
          height: { '@type': 'QuantitativeValue', value: 800 },
          caption: 'What is seen',
          creditText: 'A. Photographer',
        },
      ],
    },
    text: `${HEAD} Jane Doe The text. What is seen A. Photographer`,
    types: ['image'],
  },
  {
    name: 'a list of things, one of which is a story',
    data: [
      { '@context': context, '@type': 'BreadcrumbList', itemListElement: [] },
      story({
        '@type': 'http://schema.org/ReportageNewsArticle',
        dateline: 'Prague',
        articleBody: 'Here.',
      }),
    ],
    text: `${HEAD} Prague Here.`,
  },
  {
    name: 'a live blog',
    data: story({
      '@type': 'LiveBlogPosting',
      coverageStartTime: '2024-05-31T08:00:00Z',
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          '@id': 'https://news.example/live#u2',
          headline: 'Talks end',
          datePublished: '2024-05-31T12:00:00Z',
          articleBody: 'All agreed.\n\nEverybody went home.',
          author: { '@type': 'Person', name: 'Jane Doe' },
          image: { '@type': 'ImageObject', url: 'https://news.example/u2.jpg', caption: 'Hands' },
        },
        {
          '@type': 'BlogPosting',
          headline: 'Talks begin',
          articleBody: '<p>They <em>sat</em>.</p>',
        },
      ],
    }),
    text: `${HEAD} Talks end All agreed. Everybody went home. Hands Talks begin They sat.`,
    types: ['live-update', 'emphasis', 'image'],
  },
  {
    name: 'an opinion with a second headline and an author that is a text',
    data: story({
      '@type': 'OpinionNewsArticle',
      alternativeHeadline: 'Why it matters',
      description: 'A view',
      author: 'Jane Doe',
      text: 'I think so.',
    }),
    text: `${HEAD} Why it matters A view Jane Doe I think so.`,
    types: ['break'],
  },
  {
    name: 'an analysis by an organisation, behind a wall',
    data: story({
      '@type': 'AnalysisNewsArticle',
      author: { '@type': 'Organization', name: 'The Desk', logo: { url: 'x' } },
      isAccessibleForFree: 'False',
      hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.wall' },
      articleBody: 'It adds up.',
    }),
    text: `${HEAD} The Desk It adds up.`,
  },
  {
    name: 'a review with what it is of and how it came off',
    data: story({
      '@type': 'ReviewNewsArticle',
      itemReviewed: { '@type': 'Movie', name: 'The Film', url: 'https://film.example/' },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: 4,
        bestRating: 5,
        ratingExplanation: 'Moving',
      },
      reviewBody: 'Go and see it.',
    }),
    text: `${HEAD} The Film 4 / 5 Moving Go and see it.`,
    types: ['factbox'],
  },
  {
    name: 'a blog post with corrections and what it cites',
    data: story({
      '@type': 'BlogPosting',
      articleBody: 'Five came.',
      correction: [
        { '@type': 'CorrectionComment', text: 'It said six.', datePublished: '2024-06-01' },
        'It said Brno.',
        'https://news.example/corrections#7',
      ],
      citation: [
        {
          '@type': 'CreativeWork',
          name: 'The study',
          url: 'https://study.example/',
          description: 'In full',
        },
        'A. Author: A Book (1999)',
      ],
      backstory: 'Two reporters went there.',
    }),
    text: `${HEAD} Five came. It said six. It said Brno. https://news.example/corrections#7 The study In full A. Author: A Book (1999) Two reporters went there.`,
    types: ['notice', 'link'],
  },
  {
    name: 'videos and sounds',
    data: story({
      image: 'https://news.example/a.jpg',
      video: {
        '@type': 'VideoObject',
        name: 'The arrival',
        description: 'Cars drive up',
        thumbnailUrl: ['https://news.example/t.jpg'],
        contentUrl: 'https://news.example/v.mp4',
        encodingFormat: 'video/mp4',
        width: 1280,
        height: '720 px',
        transcript: 'Engines.',
      },
      audio: {
        '@type': 'AudioObject',
        contentUrl: 'https://news.example/a.mp3',
        name: 'Read aloud',
      },
      associatedMedia: [
        {
          '@type': 'VideoObject',
          name: 'On a stage',
          embedUrl: 'https://www.youtube.com/embed/dQw4w9WgXcQ',
        },
        { '@type': 'ImageObject', url: 'https://news.example/b.jpg' },
      ],
    }),
    text: `${HEAD} The arrival Cars drive up Engines. Read aloud On a stage`,
    types: ['video', 'audio', 'embed', 'image'],
  },
  {
    name: 'several pictures with a caption each',
    data: story({
      image: [
        { '@type': 'ImageObject', url: 'https://news.example/1.jpg', caption: 'One' },
        { '@type': 'ImageObject', contentUrl: 'https://news.example/2.jpg', caption: 'Two' },
      ],
    }),
    text: `${HEAD} One Two`,
    types: ['gallery'],
  },
  {
    name: 'a page whose main thing is a story, in another script',
    data: {
      '@context': { '@vocab': 'http://schema.org/' },
      '@type': 'WebPage',
      mainEntity: story({
        '@type': 'schema:Article',
        headline: { '@value': 'اجتماع في براغ', '@language': 'ar' },
        articleBody: 'مرحبا بالعالم',
        inLanguage: { '@type': 'Language', name: 'Arabic', alternateName: 'ar' },
      }),
    },
    text: 'اجتماع في براغ مرحبا بالعالم',
  },
];

describe('A story in JSON-LD', () => {
  itReads(jsonLd, examples);

  const read = (over: object) => jsonLd.read(story(over), { parseHtml }).article;

  it('tells what kind of story it is, who may read it, and where it comes from', () => {
    expect(read({ '@type': 'LiveBlogPosting' }).design).to.equal('live');
    expect(read({ isAccessibleForFree: 'http://schema.org/False' }).free).to.equal(false);
    expect(read({ isAccessibleForFree: true }).free).to.equal(true);
    const { article } = jsonLd.read(examples[4]!.data, { parseHtml });
    expect(article).to.deep.include({
      url: 'https://news.example/s/',
      lang: 'en-GB',
      source: { name: 'The Paper', url: 'https://news.example/' },
    });
    expect(article.lead).to.include({ width: 1200, height: 800 });
  });

  it('takes one picture of several that differ in shape alone', () => {
    expect(jsonLd.read(examples[0]!.data, { parseHtml }).article.lead).to.include({
      type: 'image',
      src: 'https://news.example/1x1/photo.jpg',
    });
  });

  it('leaves a description out that only repeats how the story begins', () => {
    const over = { description: 'It began when…', articleBody: 'It began when the sun rose.' };
    expect(read(over).standfirst).to.equal(undefined);
  });

  it('lets no address through that a page may not use', () => {
    const article = read({
      url: 'javascript:alert(1)',
      image: 'javascript:alert(1)',
      author: { name: 'J', url: 'javascript:alert(1)' },
      video: {
        '@type': 'VideoObject',
        contentUrl: 'javascript:alert(1)',
        embedUrl: 'data:text/html,x',
      },
      citation: { name: 'C', url: 'vbscript:x' },
    });
    expect(JSON.stringify(article)).not.to.match(/script:|data:/);
  });

  it('ends at references that lead in a circle', () => {
    const data = {
      '@graph': [
        {
          '@id': '#a',
          '@type': 'Article',
          headline: 'A',
          author: { '@id': '#b' },
          image: { '@id': '#a' },
        },
        {
          '@id': '#b',
          '@type': 'Person',
          name: 'B',
          image: { '@id': '#b' },
          worksFor: { '@id': '#a' },
        },
      ],
    };
    expect(jsonLd.read(data, { parseHtml }).article.authors[0]!.name).to.equal('B');
  });

  it('is fetched with one request', async () => {
    const asked: unknown[] = [];
    const fetch = (url: unknown) => {
      asked.push(url);
      return Promise.resolve(Response.json(examples[1]!.data));
    };
    const { article } = await articles({ src: '/story.json' }).load({
      parseHtml,
      fetch,
      base: 'https://news.example/',
    });
    expect(asked).to.deep.equal(['https://news.example/story.json']);
    expect(article.tags.map(({ name }) => name)).to.deep.equal([
      'Europe',
      'NATO',
      'Prague',
      'Ukraine',
    ]);
  });
});
