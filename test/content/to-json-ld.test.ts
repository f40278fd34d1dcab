import { expect } from '@open-wc/testing';
import { articleOf, type Article } from '../../src/content/article.js';
import { designs } from '../../src/content/design.js';
import type { Block } from '../../src/content/block.js';
import { serialiseJsonLd } from '../../src/content/json-ld.js';
import { toJsonLd } from '../../src/content/to-json-ld.js';
import { jsonLd } from '../../src/sources/json-ld.js';
import { expectSound, expectSameWords, parseHtml } from '../sources/formats.js';
import { emptyArticle, everyBlock, lostIn } from './every-block.js';

const p = (...children: string[]): Block => ({ type: 'paragraph', children });

/** All texts in data, apart from each other. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** What schema.org says that each type of ours may have; Thing's and CreativeWork's are every type's. */
const work =
  '@type @id @context identifier name url description image headline inLanguage datePublished ' +
  'dateModified author creditText publisher isBasedOn license isAccessibleForFree keywords about ' +
  'video audio correction disambiguatingDescription citation isPartOf genre mainEntityOfPage ' +
  'alternateName usageInfo locationCreated text';
const known: Readonly<Record<string, string>> = {
  NewsArticle: `${work} articleBody articleSection wordCount dateline`,
  LiveBlogPosting: `${work} articleBody articleSection wordCount coverageStartTime liveBlogUpdate`,
  BlogPosting: `${work} articleBody`,
  ImageObject: `${work} width height caption`,
  VideoObject: `${work} width height transcript contentUrl encodingFormat thumbnailUrl uploadDate`,
  AudioObject: `${work} transcript contentUrl encodingFormat`,
  Person: '@type name url jobTitle image',
  Organization: '@type name url logo',
  CorrectionComment: work,
  CreativeWork: work,
  CreativeWorkSeries: work,
  Thing: '@type name url',
  Place: '@type name',
};

/** Every property that a node's type has not, however deep. */
function unknownIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(unknownIn);
  if (typeof node !== 'object' || node === null) return [];
  const type = String((node as { '@type'?: unknown })['@type']);
  const kind = type.endsWith('NewsArticle') ? 'NewsArticle' : type;
  const names = known[kind]?.split(' ') ?? [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(names.includes(key) ? [] : [`${type}.${key}`]),
    ...unknownIn(value),
  ]);
}

const story = articleOf({
  id: '8',
  url: 'https://news.example/bridge',
  headline: 'Bridge opens',
  kicker: 'World',
  series: { name: 'Bridges', url: '/bridges' },
  standfirst: ['At ', { type: 'emphasis', children: ['last'] }, '.'],
  authors: [{ name: 'Ann', url: '/ann', role: 'Editor', image: '/ann.jpg' }, { name: 'Bob' }],
  published: '2024-05-31T18:00:00Z',
  updated: '2024-06-01T18:00:00Z',
  dateline: 'Prague',
  section: { name: 'Europe' },
  tags: [{ name: 'Rivers', url: '/rivers' }, { name: 'Stone' }],
  lead: {
    type: 'image',
    src: '/a.jpg',
    alt: 'A bridge of stone',
    width: 3,
    height: 2,
    caption: ['The bridge'],
    credit: 'Jane Doe',
    licence: 'CC BY',
    licenceUrl: 'https://licences.example/by',
  },
  body: [p('It opened.'), p('People came.')],
  corrections: [
    {
      type: 'notice',
      kind: 'correction',
      datetime: '2024-06-02',
      children: [p('It was Tuesday.')],
    },
  ],
  related: [{ headline: 'Bridge closes', url: '/closes', standfirst: 'Alas.' }],
  lang: 'en',
  free: false,
  source: { name: 'The Wire', url: 'https://wire.example/', licence: 'https://licences.example/w' },
});

describe('What search engines are told of a whole story', () => {
  it('is every fact that there is', () => {
    expect(toJsonLd(story)).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': 'https://news.example/bridge',
      identifier: '8',
      headline: 'Bridge opens',
      description: 'At last.',
      articleSection: 'Europe',
      genre: 'World',
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: 'Bridges',
        url: 'https://news.example/bridges',
      },
      inLanguage: 'en',
      datePublished: '2024-05-31T18:00:00Z',
      dateModified: '2024-06-01T18:00:00Z',
      dateline: 'Prague',
      url: 'https://news.example/bridge',
      mainEntityOfPage: 'https://news.example/bridge',
      author: [
        {
          '@type': 'Person',
          name: 'Ann',
          url: 'https://news.example/ann',
          jobTitle: 'Editor',
          image: 'https://news.example/ann.jpg',
        },
        { '@type': 'Person', name: 'Bob' },
      ],
      publisher: { '@type': 'Organization', name: 'The Wire', url: 'https://wire.example/' },
      isBasedOn: 'https://wire.example/',
      license: 'https://licences.example/w',
      isAccessibleForFree: false,
      keywords: ['Rivers', 'Stone'],
      about: [{ '@type': 'Thing', name: 'Rivers', url: 'https://news.example/rivers' }],
      wordCount: 4,
      image: [
        {
          '@type': 'ImageObject',
          url: 'https://news.example/a.jpg',
          width: 3,
          height: 2,
          caption: 'The bridge',
          alternateName: 'A bridge of stone',
          creditText: 'Jane Doe',
          license: 'https://licences.example/by',
          usageInfo: 'CC BY',
        },
      ],
      correction: [
        { '@type': 'CorrectionComment', text: 'It was Tuesday.', datePublished: '2024-06-02' },
      ],
      citation: [
        {
          '@type': 'CreativeWork',
          headline: 'Bridge closes',
          url: 'https://news.example/closes',
          description: 'Alas.',
        },
      ],
    });
  });

  it('holds all that was written, when the text is asked for', () => {
    const data = toJsonLd(everyBlock, { body: true });
    expect(lostIn(textsOf(data).join('\n'), everyBlock)).to.deep.equal([]);
    expect(textsOf(data).join()).not.to.match(/undefined|\[object|NaN/);
    expect(toJsonLd(everyBlock)).not.to.have.property('articleBody');
  });

  it('has only what schema.org knows', () => {
    expect(unknownIn(toJsonLd(everyBlock, { body: true }))).to.deep.equal([]);
    expect(unknownIn(toJsonLd(story))).to.deep.equal([]);
  });

  it('names kinds of stories by their design', () => {
    const types = designs.map((design) => toJsonLd(articleOf({ design }))['@type']);
    expect(types).to.deep.equal([
      'NewsArticle',
      'OpinionNewsArticle',
      'ReportageNewsArticle',
      'AnalysisNewsArticle',
      'LiveBlogPosting',
      'ReviewNewsArticle',
      'BackgroundNewsArticle',
    ]);
  });

  it('tells of a live blog update by update', () => {
    const data = toJsonLd({
      ...story,
      body: [
        {
          type: 'live-update',
          id: 'u 1',
          headline: ['Open'],
          published: '2024-05-31T19:00:00Z',
          updated: '2024-05-31T19:30:00Z',
          authors: [{ name: 'Eva' }],
          children: [p('It is open.'), { type: 'image', src: '/u.jpg', alt: '' }],
        },
        { type: 'live-update', authors: [], children: [p('Wait.')] },
      ],
    });
    expect(data['@type']).to.equal('LiveBlogPosting');
    expect(data.coverageStartTime).to.equal('2024-05-31T18:00:00Z');
    expect(data.locationCreated).to.deep.equal({ '@type': 'Place', name: 'Prague' });
    expect(data.liveBlogUpdate).to.deep.equal([
      {
        '@type': 'BlogPosting',
        headline: 'Open',
        datePublished: '2024-05-31T19:00:00Z',
        dateModified: '2024-05-31T19:30:00Z',
        url: 'https://news.example/bridge#user-content-u%201',
        author: [{ '@type': 'Person', name: 'Eva' }],
        articleBody: 'It is open.',
        image: [{ '@type': 'ImageObject', url: 'https://news.example/u.jpg' }],
      },
      {
        '@type': 'BlogPosting',
        headline: 'Bridge opens',
        url: 'https://news.example/bridge',
        articleBody: 'Wait.',
      },
    ]);
  });

  it('tells of films and recordings wherever they stand', () => {
    const { video, audio } = toJsonLd(everyBlock);
    const [film, player] = video as [Record<string, unknown>, Record<string, unknown>];
    expect(film).to.deep.include({
      '@type': 'VideoObject',
      contentUrl: 'https://news.example/film.webm',
      encodingFormat: 'video/webm',
      thumbnailUrl: 'https://news.example/poster.jpg',
      uploadDate: '2024-05-31T18:00:00Z',
    });
    expect(film.transcript).to.match(/^video-transcript/);
    expect(player.url).to.equal('https://www.youtube.com/watch?v=abcdefghijk');
    expect(audio).to.have.lengthOf(1);
  });

  it('names the publisher that is given', () => {
    const publisher = { name: 'The Paper', url: '/', logo: '/logo.png' };
    expect(toJsonLd(story, { publisher }).publisher).to.deep.equal({
      '@type': 'Organization',
      name: 'The Paper',
      url: 'https://news.example/',
      logo: { '@type': 'ImageObject', url: 'https://news.example/logo.png' },
    });
  });

  it('has no address that is not absolute and safe', () => {
    const hostile: Article = {
      ...story,
      url: undefined,
      authors: [{ name: 'Ann', url: 'javascript:alert(1)', image: 'data:image/png;base64,AAAA' }],
    };
    const data = JSON.stringify(toJsonLd(hostile));
    expect(data).not.to.match(/javascript:|data:|"\/[^"]*"/);
  });

  it('of a story that has nothing is its type alone', () => {
    expect(toJsonLd(emptyArticle, { body: true })).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
    });
  });

  it('ends no script, and changes nothing', () => {
    const before = JSON.stringify(everyBlock);
    const json = serialiseJsonLd(toJsonLd(everyBlock, { body: true }));
    expect(json).not.to.match(/[<>&]/);
    expect(JSON.stringify(everyBlock)).to.equal(before);
  });

  it('is read back as the same story', () => {
    const data = JSON.parse(serialiseJsonLd(toJsonLd(story, { body: true }))) as unknown;
    expect(jsonLd.recognises(data)).to.equal(true);
    const result = jsonLd.read(data, { parseHtml });
    expectSound(result);
    const { article } = result;
    expect(article).to.deep.include({
      id: '8',
      url: 'https://news.example/bridge',
      headline: 'Bridge opens',
      standfirst: ['At last.'],
      published: story.published,
      updated: story.updated,
      dateline: 'Prague',
      lang: 'en',
      free: false,
      section: { name: 'Europe' },
      tags: [{ name: 'Rivers' }, { name: 'Stone' }],
      corrections: story.corrections,
      source: story.source,
      body: story.body,
    });
    expect(article.authors.map(({ name }) => name)).to.deep.equal(['Ann', 'Bob']);
    expect(article.related.map(({ headline }) => headline)).to.deep.equal(['Bridge closes']);
    expect(article.lead).to.deep.include({
      type: 'image',
      src: 'https://news.example/a.jpg',
      alt: 'A bridge of stone',
      caption: ['The bridge'],
      credit: 'Jane Doe',
    });
    expectSameWords(
      textsOf(jsonLd.read(toJsonLd(article, { body: true }), { parseHtml }).article.body).join(' '),
      textsOf(article.body).join(' '),
    );
  });
});
