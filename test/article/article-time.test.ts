import { expect } from '@open-wc/testing';
import type { ArticleTime } from '../../src/article/article-time.js';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import { FakeClock, read, show, turn, warnings, withStyles } from '../helpers.js';

defineAll();

const moment = '2024-05-31T18:00:00Z';
const time = (attributes = '', inner = '') =>
  show<ArticleTime>(
    `<article-time lang="en-GB" time-zone="UTC" ${attributes}>${inner}</article-time>`,
  );
const written = `<time datetime="${moment}">last Friday</time>`;

/** An article around a time, with a clock that stands still. */
async function timeAt(now: string, attributes: string, inner = '') {
  const article = await show<HTMLElement & { clock: FakeClock }>(
    `<news-article lang="en-GB" time-zone="UTC"><article-time ${attributes}>${inner}</article-time></news-article>`,
  );
  const clock = (article.clock = new FakeClock(now));
  await turn();
  return { article, clock, element: article.querySelector<ArticleTime>('article-time')! };
}

describe('An article time', () => {
  withStyles();

  it('writes when a story was published, for readers and for machines', async () => {
    const element = await time(`published="${moment}"`);
    expect(read(element)).to.match(/^31 May 2024.* 18:00 UTC$/);
    expect(element.querySelector('time')!.dateTime).to.equal(moment);
    await expect(element).to.be.accessible();
  });

  it('fills an empty time that someone wrote, and leaves one with text', async () => {
    const element = await time('', `<time datetime="2024-06-01"></time> ${written}`);
    expect(read(element)).to.equal('1 June 2024 last Friday');
  });

  it('leaves all that is no time', async () => {
    const element = await time(`published="${moment}"`, 'Published on Friday');
    expect(element.innerHTML).to.equal('Published on Friday');
  });

  for (const [format, text] of [
    ['date', /^31 May 2024$/],
    ['time', /^18:00 UTC$/],
    ['date-time', /^31 May 2024.* 18:00 UTC$/],
    ['DATE', /^31 May 2024$/],
  ] as const) {
    it(`writes a time over when format="${format}" asks, and gives the text back after`, async () => {
      const element = await time(`format="${format}"`, written);
      expect(read(element)).to.match(text);
      element.removeAttribute('format');
      await turn();
      expect(element.innerHTML).to.equal(written);
    });
  }

  it('takes a format that there is not for none, and warns once', async () => {
    const said = await warnings(async () => {
      const element = await time('format="stardate"', written);
      expect(read(element)).to.equal('last Friday');
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('format="stardate"');
  });

  for (const [language, text] of [
    ['de', '31. Mai 2024'],
    ['cs', '31. května 2024'],
    ['en-US', 'May 31, 2024'],
    ['fr', '31 mai 2024'],
  ]) {
    it(`writes for readers of ${language}`, async () => {
      const element = await time('format="date"', written);
      element.lang = language!;
      await turn();
      expect(read(element)).to.equal(text);
    });
  }

  it('follows the language of an ancestor, looking out of a shadow root too', async () => {
    const box = await show<HTMLElement>('<div lang="en-GB"><p></p></div>');
    const root = box.querySelector('p')!.attachShadow({ mode: 'open' });
    const element = document.createElement('article-time');
    element.publishedAt = '2024-05-31';
    root.append(element);
    await turn();
    expect(read(element)).to.equal('31 May 2024');
    box.lang = 'de';
    await turn();
    expect(read(element)).to.equal('31. Mai 2024');
  });

  for (const [zone, text] of [
    ['Asia/Tokyo', /^1 June 2024.* 03:00/],
    ['America/New_York', /^31 May 2024.* 14:00/],
    ['Europe/Prague', /^31 May 2024.* 20:00/],
  ] as const) {
    it(`writes in the zone ${zone}`, async () => {
      const element = await time(`published="${moment}"`);
      element.timeZone = zone;
      await turn();
      expect(read(element)).to.match(text);
    });
  }

  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
    it(`never lets a date slip to another day in ${zone}`, async () => {
      const element = await time('published="2024-05-31"');
      element.timeZone = zone;
      await turn();
      expect(read(element)).to.equal('31 May 2024');
    });
  }

  it('shows an update, under its label', async () => {
    const element = await time(`published="${moment}" updated="2024-06-01T09:30:00Z"`);
    expect(read(element)).to.match(/^31 May.*UTC Updated 1 June 2024.* 09:30 UTC$/);
    await expect(element).to.be.accessible();
  });

  for (const [published, updated] of [
    [moment, moment],
    [moment, '2024-05-31T20:00:00+02:00'],
    ['2024-05-31', '2024-05-31'],
  ]) {
    it(`shows the update only when it differs: ${published} and ${updated}`, async () => {
      const own = await time(`published="${published}" updated="${updated}"`);
      expect(read(own)).not.to.contain('Updated');
      const theirs = await time(
        '',
        `<time datetime="${published}">Friday</time> <span class="updated-label">Updated</span> <time class="updated" datetime="${updated}">Friday</time>`,
      );
      expect(read(theirs)).to.equal('Friday');
      theirs.querySelector('.updated')!.setAttribute('datetime', '2024-06-01');
      await turn();
      expect(read(theirs)).to.equal('Friday Updated Friday');
    });
  }

  it('shows an update without a date of publishing', async () => {
    expect(read(await time('updated="2024-06-01"'))).to.equal('Updated 1 June 2024');
  });

  it('says its label in the language, or in words of the page', async () => {
    registerWords('de', { updated: 'Aktualisiert' });
    const element = await time('updated="2024-06-01"');
    element.lang = 'de';
    await turn();
    expect(read(element)).to.equal('Aktualisiert 1. Juni 2024');
    element.words = { updated: 'Geändert' };
    await turn();
    expect(read(element)).to.equal('Geändert 1. Juni 2024');
  });

  it('shows nothing for a date that is none, and warns once', async () => {
    const said = await warnings(async () => {
      const box = await show(
        '<div><article-time published="31/05/2024"></article-time><article-time published="31/05/2024"></article-time></div>',
      );
      for (const element of box.children) expect(element.childNodes).to.have.lengthOf(0);
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('31/05/2024');
  });

  it('leaves the words of a time whose date is none, and hides an update that is none', async () => {
    await warnings(async () => {
      const element = await time(
        'format="date"',
        '<time datetime="soon">Soon</time> <time class="updated" datetime="later">Later</time>',
      );
      expect(read(element)).to.equal('Soon');
    });
  });

  it('leaves a time without a date for machines', async () => {
    const element = await time('format="date"', '<time>2024</time>');
    expect(read(element)).to.equal('2024');
  });

  it('follows its attributes and the datetime of a time inside', async () => {
    const element = await time('published="2024-05-31"');
    element.setAttribute('published', '2024-06-01');
    await turn();
    expect(read(element)).to.equal('1 June 2024');
    element.removeAttribute('published');
    await turn();
    expect(element.childNodes).to.have.lengthOf(0);
    const theirs = await time('format="date"', written);
    theirs.querySelector('time')!.dateTime = '2024-06-02';
    await turn();
    expect(read(theirs)).to.equal('2 June 2024');
  });

  it('writes into a time that is put in later', async () => {
    const element = await time('format="date"', '<span>Published</span> ');
    element.append(document.createElement('time'));
    element.querySelector('time')!.dateTime = '2024-05-31';
    await turn();
    expect(read(element)).to.equal('Published 31 May 2024');
  });
});

describe('A relative time', () => {
  it('keeps itself up to date by the clock of the article, and becomes a date', async () => {
    const { element, clock } = await timeAt(moment, 'format="relative"', written);
    const texts = [read(element)];
    for (const minutes of [1, 59, 23 * 60, 6 * 24 * 60]) {
      await clock.pass(minutes);
      texts.push(read(element));
    }
    expect(texts).to.deep.equal([
      'just now',
      '1 minute ago',
      '1 hour ago',
      'yesterday',
      '31 May 2024',
    ]);
    await expect(element).to.be.accessible();
  });

  it('tells the whole date to whoever points at it', async () => {
    const { element } = await timeAt('2024-05-31T21:00:00Z', 'format="relative"', written);
    expect(element.querySelector('time')!.title).to.match(/^31 May 2024.*18:00/);
    element.format = undefined;
    await turn();
    expect(element.innerHTML).to.equal(written);
  });

  for (const format of ['', 'format="relative"', 'format="date"']) {
    it(`never takes away a title that the page wrote (${format || 'no format'})`, async () => {
      const { element } = await timeAt(
        '2024-05-31T21:00:00Z',
        format,
        `<time datetime="${moment}" title="Press time"></time>`,
      );
      expect(element.querySelector('time')!.title).to.equal('Press time');
      element.format = 'relative';
      await turn();
      element.format = undefined;
      await turn();
      expect(element.querySelector('time')!.title).to.equal('Press time');
    });
  }

  it('stops listening to the clock when it is removed, and listens again when put back', async () => {
    const { article, element, clock } = await timeAt(moment, 'format="relative"', written);
    expect(clock.listeners.size).to.equal(1);
    element.remove();
    await turn();
    expect(clock.listeners.size).to.equal(0);
    await clock.pass(60);
    article.append(element);
    await turn();
    expect(clock.listeners.size).to.equal(1);
    expect(read(element)).to.equal('1 hour ago');
    element.format = 'date';
    await turn();
    expect(clock.listeners.size).to.equal(0);
  });

  it('shares one timer with all others in the page, and leaves none behind', async () => {
    const { setTimeout, clearTimeout } = window;
    const minutes = new Set<unknown>();
    const replacement = {
      setTimeout(run: () => void, after?: number) {
        const id = setTimeout(run, after);
        if (after === 60_000) minutes.add(id);
        return id;
      },
      clearTimeout(id?: number) {
        minutes.delete(id);
        clearTimeout(id);
      },
    };
    Object.assign(window, replacement);
    try {
      const box = await show(
        `<div>${`<article-time format="relative">${written}</article-time>`.repeat(20)}</div>`,
      );
      expect(minutes.size).to.equal(1);
      box.replaceChildren();
      await turn();
      expect(minutes.size).to.equal(0);
    } finally {
      Object.assign(window, { setTimeout, clearTimeout });
    }
  });
});
