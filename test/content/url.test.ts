import { expect } from '@open-wc/testing';
import { safePictureUrl, safeSrcset, safeUrl } from '../../src/content/url.js';
import { badUrls, linkProtocols } from '../bad-urls.js';

const protocolOf = (url: string) => {
  const link = document.createElement('a');
  link.href = url;
  return link.protocol;
};

describe('T3: The address of a link', () => {
  it('is tried in 41 bad spellings', () => {
    expect(new Set(badUrls).size).to.equal(41);
  });

  for (const url of badUrls) {
    it(`${JSON.stringify(url)} leads nowhere bad`, () => {
      const safe = safeUrl(url);
      if (safe !== undefined) expect(protocolOf(safe)).to.be.oneOf(linkProtocols);
    });
  }

  for (const url of [
    'https://example.org/a?b=c#d',
    'http://example.org',
    'mailto:jane@example.org',
    'tel:+420123456789',
    '/jane',
    'jane',
    '#top',
    '?page=2',
    '//example.org/jane',
  ]) {
    it(`${url} stays as it is written`, () => expect(safeUrl(url)).to.equal(url));
  }

  for (const nothing of [undefined, null, '', '  ', 'https://', 'http://[bad']) {
    it(`${JSON.stringify(nothing)} is none`, () => expect(safeUrl(nothing)).to.equal(undefined));
  }

  it('loses the white space around it', () => {
    expect(safeUrl(' /jane\n')).to.equal('/jane');
  });
});

describe('T3: The address of a picture', () => {
  for (const url of badUrls) {
    it(`${JSON.stringify(url)} is no source of anything but a picture`, () => {
      const safe = safePictureUrl(url);
      if (safe !== undefined) expect(protocolOf(safe)).to.be.oneOf(['http:', 'https:']);
    });
  }

  for (const url of [
    'https://example.org/a.jpg',
    'a.jpg',
    'blob:https://example.org/1',
    'data:image/png;base64,AAAA',
    'data:image/jpeg;base64,AAAA',
    'data:image/webp,A',
    'data:image/gif,A',
    'DATA:image/AVIF,A',
  ]) {
    it(`${url} may be one`, () => expect(safePictureUrl(url)).to.equal(url));
  }

  for (const url of [
    'data:image/svg+xml;base64,AAAA',
    'data:image/pngx,A',
    'data:text/html,A',
    'mailto:jane@example.org',
    'ftp://example.org/a.jpg',
    '',
    undefined,
    null,
  ]) {
    it(`${String(url)} is none`, () => expect(safePictureUrl(url)).to.equal(undefined));
  }
});

describe('A srcset', () => {
  const cases: [written: string | null | undefined, kept: string | undefined][] = [
    ['a.jpg 1x, b.jpg 2x', 'a.jpg 1x, b.jpg 2x'],
    ['a.jpg 300w,\n  b.jpg 600w', 'a.jpg 300w, b.jpg 600w'],
    ['a.jpg 300w,b.jpg 600w', 'a.jpg 300w, b.jpg 600w'],
    ['a.jpg,', 'a.jpg'],
    ['a.jpg 300w 200h , b.jpg  2x ', 'a.jpg 300w 200h, b.jpg  2x'],
    ['a.jpg , b.jpg 2x', 'a.jpg, b.jpg 2x'],
    [
      'c_fill,w_300/a.jpg 300w, c_fill,w_600/a.jpg 600w',
      'c_fill,w_300/a.jpg 300w, c_fill,w_600/a.jpg 600w',
    ],
    ['data:image/png;base64,AAAA 1x', 'data:image/png;base64,AAAA 1x'],
    ['javascript:alert(1) 1x, b.jpg 2x', 'b.jpg 2x'],
    ['a.jpg 1x,javascript:alert(1) 2x', 'a.jpg 1x'],
    ['a.jpg 1x, data:text/html,x 2x', 'a.jpg 1x'],
    ['javascript:alert(1)', undefined],
    ['', undefined],
    [' , ', undefined],
    [undefined, undefined],
    [null, undefined],
  ];
  for (const [written, kept] of cases) {
    it(`${JSON.stringify(written)} gives ${JSON.stringify(kept)}`, () => {
      expect(safeSrcset(written)).to.equal(kept);
    });
  }
});
