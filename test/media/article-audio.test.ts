import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import type { ArticleAudio } from '../../src/media/article-audio.js';
import {
  allByRole,
  byRole,
  can,
  itWhere,
  press,
  read,
  show,
  turn,
  withStyles,
} from '../helpers.js';
import { chapterFile, media, mediaOf, playing, ready, silence } from './media.js';
import { waitUntil } from '../soon.js';

defineAll();

const caption = '<figcaption><span class="caption">The talk.</span></figcaption>';
const audio = (inner = '', attributes = `src="${silence()}" preload="none"`) =>
  `<audio controls ${attributes}>${inner}</audio>`;
const talk = (inner = audio(), after = '') =>
  media(
    `<article-audio lang="en" loading="eager"><figure>${inner}${caption}</figure>${after}</article-audio>`,
  );
const transcript =
  '<details class="transcript"><summary>Transcript</summary><p><time>0:01</time> Good morning.</p><p><time datetime="PT3S">after three seconds</time> Thank you. <time datetime="2024-05-31">31 May</time></p></details>';
const chapters = () => audio(`<track kind="chapters" src="${chapterFile()}" srclang="en">`);

describe('A recording', () => {
  withStyles();

  it('stays as it was written, and loads nothing by itself', async () => {
    const written = `<figure>${audio()}${caption}</figure>${transcript}`;
    const element = await media(
      `<article-audio lang="en" loading="eager">${written}</article-audio>`,
    );
    element.querySelectorAll('time').forEach((time) => {
      for (const name of ['role', 'tabindex', 'aria-label']) time.removeAttribute(name);
    });
    expect(element.innerHTML.replace('controls=""', 'controls')).to.equal(written);
    await expect(element).to.be.accessible();
  });

  it('is silenced by another, in whatever article and of whatever kind', async () => {
    const pages = await show(
      `<div><news-article><h1>A</h1><article-audio loading="eager">${audio()}</article-audio></news-article>
       <news-article><h1>B</h1><article-video loading="eager"><video src="${silence()}" preload="none" controls></video></article-video></news-article></div>`,
    );
    const hosts = [...pages.querySelectorAll('article-audio, article-video')];
    for (const host of hosts) await ready(host);
    const [one, other] = hosts.map(playing);
    void mediaOf(hosts[0]!).play();
    void mediaOf(hosts[1]!).play();
    expect([one!.isPlaying, other!.isPlaying]).to.deep.equal([false, true]);
    void mediaOf(hosts[0]!).play();
    expect([one!.isPlaying, other!.isPlaying]).to.deep.equal([true, false]);
  });

  it('plays on beside a film without sound, until that has one', async () => {
    const [one, other] = [await talk(), await talk()];
    const [heard, silent] = [playing(one), playing(other)];
    mediaOf(other).muted = true;
    void mediaOf(one).play();
    void mediaOf(other).play();
    expect([heard.isPlaying, silent.isPlaying]).to.deep.equal([true, true]);
    mediaOf(other).muted = false;
    mediaOf(other).dispatchEvent(new Event('volumechange'));
    expect([heard.isPlaying, silent.isPlaying]).to.deep.equal([false, true]);
  });

  it('is left alone once it is out of the page', async () => {
    const [one, other] = [await talk(), await talk()];
    const state = playing(one);
    void mediaOf(one).play();
    one.remove();
    playing(other);
    void mediaOf(other).play();
    expect(state.isPlaying).to.equal(true);
  });
});

describe('The chapters of a recording', () => {
  withStyles();

  const open = async (element: Element) => {
    element.querySelector<HTMLElement>('.chapters summary')!.click();
    await waitUntil(() => element.querySelector('.chapters li'));
  };
  const buttons = (element: Element) => allByRole<HTMLButtonElement>(element, 'button', /^\d/);

  it('come behind a line whose room was kept, and move nothing', async () => {
    const inner = `<figure>${chapters()}${caption}</figure>${transcript}`;
    const both = await show(
      `<div><div class="article-audio">${inner}</div><p>After</p>
       <article-audio loading="eager">${inner}</article-audio><p>After</p></div>`,
    );
    const [plain, element] = [both.children[0]!, both.children[2]!];
    await ready(element);
    const boxes = (one: Element) =>
      [
        ...one.querySelectorAll('figure, audio, figcaption, .transcript'),
        one.nextElementSibling!,
      ].map((inside) => {
        const box = inside.getBoundingClientRect();
        return [box.top - one.getBoundingClientRect().top, box.height].map(Math.round);
      });
    expect(boxes(element)).to.deep.equal(boxes(plain));
    const [line, caption_, next] = ['.chapters', 'figcaption', '.transcript'].map((one) =>
      element.querySelector(one)!.getBoundingClientRect(),
    );
    expect(line!.top).to.be.at.least(caption_!.bottom);
    expect(line!.bottom).to.be.at.most(next!.top + 1);
    expect(line!.height).to.be.at.least(44);
  });

  it('are fetched when somebody opens them, and jump', async () => {
    const element = await talk(chapters());
    expect(allByRole(element, 'button', /^\d/)).to.be.empty;
    await open(element);
    expect(buttons(element).map(read)).to.deep.equal([
      '0:00 The arrival',
      '0:01 الوصول <i>the</i> talks & after',
      '1:02:03 The end',
    ]);
    await expect(element).to.be.accessible();
    const state = playing(element);
    buttons(element)[1]!.click();
    expect(state.isPlaying).to.equal(true);
    expect(mediaOf(element).currentTime).to.equal(1);
    expect(buttons(element).map((one) => one.getAttribute('aria-current'))).to.deep.equal([
      null,
      'true',
      null,
    ]);
  });

  it('mark the one that plays', async () => {
    const element = await talk(chapters());
    await open(element);
    const player = mediaOf(element);
    const current = () => element.querySelector('[aria-current] bdi')?.textContent;
    expect(current()).to.equal('The arrival');
    player.currentTime = 2;
    player.dispatchEvent(new Event('timeupdate'));
    expect(current()).to.contain('the');
  });

  itWhere(can.sendKeys)('are reached and pressed with the keyboard', async () => {
    const element = await talk(chapters());
    element.querySelector<HTMLElement>('.chapters summary')!.focus();
    await press('Enter');
    await waitUntil(() => buttons(element).length);
    playing(element);
    await press('Tab');
    await press('Tab');
    await press('Enter');
    expect(mediaOf(element).currentTime).to.equal(1);
  });

  it('say so when they cannot be had', async () => {
    const element = await talk(audio('<track kind="chapters" src="data:,nothing">'));
    await open(element);
    expect(read(element.querySelector('.chapters li'))).to.equal(
      'The chapters could not be loaded.',
    );
  });

  it('are there once, when it was cloned, moved and put back', async () => {
    const element = await talk(chapters());
    await open(element);
    const parent = element.parentElement!;
    const copy = element.cloneNode(true) as Element;
    parent.append(copy, element);
    await ready(copy);
    await turn();
    for (const one of [element, copy]) {
      expect(one.querySelectorAll('.chapters')).to.have.lengthOf(1);
      await open(one);
      expect(buttons(one)).to.have.lengthOf(3);
    }
    mediaOf(element).querySelector('track')!.remove();
    element.querySelector('figure')!.after(''); // the tag hears of what stands directly in it
    (element as ArticleAudio).requestUpdate();
    await turn();
    expect(element.querySelector('.chapters')).to.equal(null);
    copy.remove();
  });
});

describe('The transcript of a recording', () => {
  withStyles();

  it('plays from a time that is pressed', async () => {
    const element = await talk(audio(), transcript);
    element.querySelector('details')!.open = true;
    const state = playing(element);
    byRole(element, 'button', 'Play from 0:01').click();
    expect(state.isPlaying).to.equal(true);
    expect(mediaOf(element).currentTime).to.equal(1);
    byRole(element, 'button', 'Play from after three seconds').click();
    expect(mediaOf(element).currentTime).to.equal(3);
    expect(allByRole(element, 'button', /Play from/), 'a date is none').to.have.lengthOf(2);
    await expect(element).to.be.accessible();
  });

  itWhere(can.sendKeys)('plays from there with the keyboard', async () => {
    const element = await talk(audio(), transcript);
    element.querySelector('details')!.open = true;
    playing(element);
    byRole(element, 'button', 'Play from 0:01').focus();
    await press('Enter');
    expect(mediaOf(element).currentTime).to.equal(1);
    await press('Tab');
    await press('Enter');
    expect(mediaOf(element).currentTime).to.equal(3);
  });

  it('opens for print, and shuts again', async () => {
    const element = await talk(audio(), transcript);
    const details = element.querySelector('details')!;
    window.dispatchEvent(new Event('beforeprint'));
    expect(details.open).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(details.open).to.equal(false);
  });

  it('keeps every word', async () => {
    const element = await talk(audio(), transcript);
    expect(element.querySelector('.transcript')!.textContent).to.equal(
      'Transcript0:01 Good morning.after three seconds Thank you. 31 May',
    );
  });
});

describe('A recording that cannot be played', () => {
  withStyles();

  it('says so on the player, with a link to the file, and moves nothing', async () => {
    const element = await talk(audio('', 'preload="none"'));
    const player = mediaOf(element);
    const { height } = element.getBoundingClientRect();
    player.src = 'data:audio/wav;base64,AAAA';
    player.load();
    player.preload = 'auto';
    await waitUntil(() => element.matches(':state(failed)'));
    const words = byRole(element, 'status');
    expect(read(words)).to.contain('The recording could not be played.');
    expect(element.getBoundingClientRect().height).to.equal(height);
    await expect(element).to.be.accessible();
    player.src = silence();
    player.load();
    await waitUntil(() => !element.matches(':state(failed)'));
    expect(allByRole(element, 'status')).to.be.empty;
  });

  it('links to the file where that has an address that a page may use', async () => {
    registerWords('de', { openFile: 'Datei öffnen' });
    const address = `${location.origin}/test/no-such-file.wav`;
    const element = await talk(audio(`<source src="${address}" type="audio/x-none">`, ''));
    await waitUntil(() => element.matches(':state(failed)'));
    expect(byRole<HTMLAnchorElement>(element, 'link', 'Open the file').href).to.equal(address);
    element.lang = 'de';
    await turn();
    byRole(element, 'link', 'Datei öffnen');
    const bad = await talk(audio('<source src="javascript:alert(1)" type="audio/x-none">', ''));
    await waitUntil(() => bad.matches(':state(failed)'));
    expect(allByRole(bad, 'link')).to.be.empty;
  });
});
