import { expect } from '@open-wc/testing';
import { renderByline } from '../../src/content/byline.js';
import { parseAuthors, type Person } from '../../src/content/person.js';
import { badUrls, linkProtocols } from '../bad-urls.js';

const write = (authors: Person[], locale = 'en', by = 'By {authors}') => {
  const template = document.createElement('template');
  template.innerHTML = String(renderByline(authors, { locale, by }));
  return template.content;
};
const names = (...list: string[]): Person[] => list.map((name) => ({ name }));

describe('A written byline', () => {
  const joined: [locale: string, by: string, authors: string[], text: string][] = [
    ['en', 'By {authors}', ['Ann'], 'By Ann'],
    ['en', 'By {authors}', ['Ann', 'Bob'], 'By Ann and Bob'],
    ['en-GB', 'By {authors}', ['Ann', 'Bob', 'Cy'], 'By Ann, Bob and Cy'],
    ['en-US', 'By {authors}', ['Ann', 'Bob', 'Cy'], 'By Ann, Bob, and Cy'],
    ['de', 'Von {authors}', ['Ann', 'Bob', 'Cy'], 'Von Ann, Bob und Cy'],
    ['cs', '{authors}', ['Ann', 'Bob'], 'Ann a Bob'],
    ['ja', '{authors}著', ['Ann', 'Bob'], 'Ann、Bob著'],
    ['es', 'Por {authors}', ['Eva', 'Iker'], 'Por Eva e Iker'],
    ['en', 'Staff', ['Ann'], 'StaffAnn'],
  ];
  for (const [locale, by, authors, text] of joined) {
    it(`reads “${text}” in ${locale}`, () => {
      const { textContent } = write(names(...authors), locale, by);
      expect(textContent?.replaceAll('\u00a0', ' ')).to.equal(text);
    });
  }

  it('links authors who have a page, says their role and shows their portrait', () => {
    const content = write([
      { name: 'Ann', url: '/ann', role: 'Editor', image: 'https://example.org/ann.jpg' },
      { name: 'Bob' },
    ]);
    const link = content.querySelector('a');
    expect(link?.rel).to.equal('author');
    expect(link?.getAttribute('href')).to.equal('/ann');
    expect(content.querySelector('.role')?.textContent).to.equal('Editor');
    const portrait = content.querySelector('img');
    expect(portrait?.getAttribute('src')).to.equal('https://example.org/ann.jpg');
    expect(portrait?.alt, 'the name stands beside it').to.equal('');
    expect(portrait?.width).to.equal(40);
    expect(content.querySelector('span.author')?.textContent).to.equal('Bob');
  });

  for (const url of badUrls) {
    it(`never links to ${JSON.stringify(url)}`, () => {
      const content = write([{ name: 'Ann', url, image: url }]);
      expect(content.querySelector('.author')?.textContent).to.equal('Ann');
      for (const link of content.querySelectorAll('a')) {
        expect(document.importNode(link).protocol).to.be.oneOf(linkProtocols);
      }
      for (const image of content.querySelectorAll('img')) {
        const { protocol } = new URL(image.getAttribute('src') ?? '', document.baseURI);
        expect(protocol).to.be.oneOf(linkProtocols);
      }
    });
  }

  it('takes a name for text', () => {
    const content = write(names('<img src=x onerror=alert(1)>'));
    expect(content.querySelector('img')).to.equal(null);
    expect(content.textContent).to.equal('By <img src=x onerror=alert(1)>');
  });
});

describe('Authors in one line', () => {
  const lines: [string | null | undefined, string[]][] = [
    ['Ann', ['Ann']],
    ['Ann; Bob Roe, Jr.;', ['Ann', 'Bob Roe, Jr.']],
    [' ; ;', []],
    ['', []],
    [null, []],
    [undefined, []],
  ];
  for (const [line, list] of lines) {
    it(`${JSON.stringify(line)} are ${list.length}`, () => {
      expect(parseAuthors(line).map(({ name }) => name)).to.deep.equal(list);
    });
  }
});
