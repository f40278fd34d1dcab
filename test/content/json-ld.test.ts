import { expect } from '@open-wc/testing';
import { serialiseJsonLd, factsToJsonLd } from '../../src/content/json-ld.js';

describe('T22: What search engines are told', () => {
  it('is a NewsArticle with every fact that there is', () => {
    expect(
      factsToJsonLd({
        headline: 'Bridge opens',
        description: 'At last.',
        section: 'World',
        authors: [{ name: 'Ann', url: 'https://example.org/ann', role: 'Editor' }, { name: 'Bob' }],
        published: '2024-05-31T18:00:00Z',
        updated: '2024-06-01',
        language: 'en',
        url: 'https://example.org/bridge',
        images: [
          {
            url: 'https://example.org/a.jpg',
            width: 3,
            height: 2,
            caption: 'The bridge',
            credit: 'Jane Doe',
          },
        ],
      }),
    ).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Bridge opens',
      description: 'At last.',
      articleSection: 'World',
      inLanguage: 'en',
      datePublished: '2024-05-31T18:00:00Z',
      dateModified: '2024-06-01',
      mainEntityOfPage: 'https://example.org/bridge',
      author: [
        { '@type': 'Person', name: 'Ann', url: 'https://example.org/ann', jobTitle: 'Editor' },
        { '@type': 'Person', name: 'Bob' },
      ],
      image: [
        {
          '@type': 'ImageObject',
          url: 'https://example.org/a.jpg',
          width: 3,
          height: 2,
          caption: 'The bridge',
          creditText: 'Jane Doe',
        },
      ],
    });
  });

  it('leaves out what nobody said', () => {
    expect(factsToJsonLd({ headline: 'Bridge opens', description: '', authors: [] })).to.deep.equal(
      {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: 'Bridge opens',
      },
    );
  });

  for (const text of [
    '</script><script>alert(1)</script>',
    '<!-- ]]> -->',
    'a\u2028b\u2029c',
    'R&D',
  ]) {
    it(`holds ${JSON.stringify(text)} without ending its script, and reads the same`, () => {
      const json = serialiseJsonLd({ headline: text });
      expect(json).not.to.match(/[<>&\u2028\u2029]/);
      expect(JSON.parse(json)).to.deep.equal({ headline: text });
      const template = document.createElement('template');
      template.innerHTML = `<script>${json}</script>`;
      expect(template.content.childNodes).to.have.lengthOf(1);
    });
  }
});
