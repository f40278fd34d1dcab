import { expect } from '@open-wc/testing';
import { countAt, languageAt, momentAt, webUrl } from '../../src/sources/network.js';
import { badUrls } from '../bad-urls.js';
import '../helpers.js';
import { protocolOf } from '../safety/safe.js';

describe('What comes from a network', () => {
  it('T3: leads to the web, with its whole address, or nowhere', () => {
    for (const url of badUrls) expect(webUrl(url), url).to.equal(undefined);
    for (const url of [
      'mailto:a@b.example',
      'tel:1',
      '/account',
      '//b.example',
      'x',
      '',
      5,
      null,
      {},
    ])
      expect(webUrl(url), JSON.stringify(url)).to.equal(undefined);
    for (const [url, whole] of [
      ['HTTPS://A.example', 'https://a.example/'],
      [' http://a.example/b c\n', 'http://a.example/b%20c'],
      ['https:a.example', 'https://a.example/'],
      ['https://а.example/', 'https://xn--80a.example/'], // that is no Latin a
    ] as const) {
      expect(webUrl(url)).to.equal(whole);
      expect(protocolOf(whole)).to.match(/^https?:$/);
    }
  });

  it('F21: has dates that every reader reads the same, or none', () => {
    for (const [said, date] of [
      ['2025-11-08T12:00:00Z', '2025-11-08T12:00:00.000Z'],
      ['2025-11-08T12:00:00.123456+02:00', '2025-11-08T10:00:00.123Z'],
      ['2025-11-08T12:00:00', '2025-11-08T12:00:00.000Z'],
      ['2025-99-08T12:00:00Z', ''],
      ['8 November 2025', ''],
      ['2025', ''],
      [1762603200, ''],
      [null, ''],
    ] as const)
      expect(momentAt({ said }, 'said'), String(said)).to.equal(date);
  });

  it('has languages that look like some, and counts that can be counted', () => {
    for (const code of ['en', 'pt-BR', 'zh-Hant-TW'])
      expect(languageAt({ code }, 'code')).to.equal(code);
    for (const code of ['', 'e', 'en" x', 'english, please', 5, null, ['en']])
      expect(languageAt({ code }, 'code'), JSON.stringify(code)).to.equal(undefined);
    for (const [said, count] of [
      [0, 0],
      [7, 7],
      ['7', 7],
    ] as const)
      expect(countAt({ said }, 'said')).to.equal(count);
    for (const said of [-1, 1.5, 1e300, 'x', '', null, {}, [1]])
      expect(countAt({ said }, 'said'), JSON.stringify(said)).to.equal(undefined);
  });
});
