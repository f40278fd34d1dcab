import { expect } from '@open-wc/testing';
import { formatDate, parseDate, type DateFormat } from '../../src/kit/dates.js';
import { knownZone } from '../../src/kit/zone.js';
import { warnings } from '../helpers.js';

describe('A date in markup', () => {
  const good: [text: string, iso: string, dateOnly?: boolean][] = [
    ['2024-05-31', '2024-05-31T00:00:00.000Z', true],
    [' 2024-05-31\n', '2024-05-31T00:00:00.000Z', true],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', true],
    ['2024-05-31T18:00Z', '2024-05-31T18:00:00.000Z'],
    ['2024-05-31T18:00:30Z', '2024-05-31T18:00:30.000Z'],
    ['2024-05-31T18:00:30.5Z', '2024-05-31T18:00:30.500Z'],
    ['2024-05-31T18:00:30.123456Z', '2024-05-31T18:00:30.123Z'],
    ['2024-05-31 18:00:00Z', '2024-05-31T18:00:00.000Z'],
    ['2024-05-31T18:00:00+02:00', '2024-05-31T16:00:00.000Z'],
    ['2024-05-31T18:00:00+0200', '2024-05-31T16:00:00.000Z'],
    ['2024-05-31T22:00:00-05:30', '2024-06-01T03:30:00.000Z'],
    ['0099-12-31', '0099-12-31T00:00:00.000Z', true],
  ];
  for (const [text, iso, dateOnly = false] of good) {
    it(`${JSON.stringify(text)} is read`, () => {
      const moment = parseDate(text);
      expect(moment && new Date(moment.at).toISOString()).to.equal(iso);
      expect(moment?.dateOnly).to.equal(dateOnly);
    });
  }

  it("without a zone is in the reader's own", () => {
    expect(parseDate('2024-05-31T18:00')?.at).to.equal(new Date(2024, 4, 31, 18).getTime());
  });

  for (const text of [
    undefined,
    null,
    '',
    'yesterday',
    '31 May 2024',
    '2024',
    '2024-05',
    '2024-5-31',
    '2024-13-01',
    '2024-00-10',
    '2024-02-30',
    '2023-02-29',
    '2024-04-31T10:00Z',
    '2024-05-32',
    '2024-05-31T25:00Z',
    '2024-05-31T18:61Z',
    '2024-05-31T18:00:00+99:99',
    '2024-05-31T',
    '2024-05-31Z',
    '20240531',
    'T18:00',
    '1717178400000',
    '2024-05-31T18:00:00Z and more',
  ]) {
    it(`${JSON.stringify(text)} is none`, () => expect(parseDate(text)).to.equal(undefined));
  }
});

const at = (iso: string) => parseDate(iso)!;
const write = (
  iso: string,
  format: DateFormat,
  { language = 'en-GB', timeZone = 'UTC', now = '2024-05-31T18:00:00Z' } = {},
) =>
  formatDate(at(iso), format, { language, timeZone, now: at(now).at, justNow: 'just now' }).replace(
    /\s/g,
    ' ',
  );

describe('A date for a reader', () => {
  for (const [language, text] of [
    ['en-GB', '31 May 2024'],
    ['en-US', 'May 31, 2024'],
    ['en_US', 'May 31, 2024'],
    ['de', '31. Mai 2024'],
    ['fr', '31 mai 2024'],
    ['cs', '31. května 2024'],
    ['ja', '2024年5月31日'],
    ['not a language', 'May 31, 2024'],
  ]) {
    it(`is “${text}” in ${language}`, () => {
      expect(write('2024-05-31', 'date', { language: language! })).to.equal(text);
    });
  }

  it('has the time, with its zone, where that is asked for', () => {
    expect(write('2024-05-31T18:05:00Z', 'date-time')).to.match(/^31 May 2024.* 18:05 UTC$/);
    expect(write('2024-05-31T18:05:00Z', 'time')).to.equal('18:05 UTC');
    expect(write('2024-05-31T18:05:00Z', 'date')).to.equal('31 May 2024');
  });

  it('is that of the zone', () => {
    const timeZone = 'Asia/Tokyo';
    expect(write('2024-05-31T18:05:00Z', 'date-time', { timeZone })).to.match(
      /^1 June 2024.* 03:05/,
    );
  });

  for (const timeZone of [
    'Pacific/Kiritimati',
    'Asia/Tokyo',
    'Europe/Prague',
    'UTC',
    'America/New_York',
    'Pacific/Pago_Pago',
  ]) {
    it(`without a time never slips to another day in ${timeZone}`, () => {
      for (const format of ['date', 'date-time', 'time', 'relative'] as const) {
        expect(write('2024-05-31', format, { timeZone })).to.equal('31 May 2024');
      }
    });
  }

  for (const [now, text] of [
    ['2024-05-31T17:55:00Z', 'just now'], // the clock here runs five minutes slow
    ['2024-05-31T17:54:59Z', '31 May 2024'],
    ['2024-05-31T18:00:00Z', 'just now'],
    ['2024-05-31T18:00:59Z', 'just now'],
    ['2024-05-31T18:01:00Z', '1 minute ago'],
    ['2024-05-31T18:59:59Z', '59 minutes ago'],
    ['2024-05-31T19:00:00Z', '1 hour ago'],
    ['2024-06-01T17:59:59Z', '23 hours ago'],
    ['2024-06-01T18:00:00Z', 'yesterday'],
    ['2024-06-07T17:59:59Z', '6 days ago'],
    ['2024-06-07T18:00:00Z', '31 May 2024'],
    ['2030-01-01T00:00:00Z', '31 May 2024'],
  ]) {
    it(`is “${text}” at ${now}`, () => {
      expect(write('2024-05-31T18:00:00Z', 'relative', { now: now! })).to.equal(text);
    });
  }

  it('is relative in the language', () => {
    expect(write('2024-05-31T15:00:00Z', 'relative', { language: 'de' })).to.equal('vor 3 Stunden');
  });
});

describe('A time zone', () => {
  it('is taken when Intl knows it', () => {
    expect(knownZone('Europe/Prague')).to.equal('Europe/Prague');
    expect(knownZone(undefined)).to.equal(undefined);
    expect(knownZone('')).to.equal(undefined);
  });

  it("that Intl does not know is the reader's own, and is warned of once", async () => {
    const said = await warnings(() => {
      expect(knownZone('Mars/Olympus')).to.equal(undefined);
      expect(knownZone('Mars/Olympus')).to.equal(undefined);
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('Mars/Olympus');
  });
});
