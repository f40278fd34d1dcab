import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import type { ArticleVideo } from '../../src/media/article-video.js';
import { badUrls } from '../bad-urls.js';
import { bitmap, byRole, read, refusing, show, turn, warnings, withStyles } from '../helpers.js';
import { captionFile, media, mediaOf, playing, ready, silence } from './media.js';
import { waitUntil } from '../soon.js';

defineAll();
beforeEach(() => localStorage.removeItem('article-captions'));
after(() => localStorage.removeItem('article-captions'));

const caption =
  '<figcaption><span class="caption">The film.</span> <span class="credit">Jane Doe</span></figcaption>';
const video = (attributes = '', inner = '') =>
  `<video controls preload="none" playsinline ${attributes}>${inner}</video>`;
const film = (inner = video()) =>
  media(
    `<article-video lang="en" loading="eager"><figure>${inner}${caption}</figure></article-video>`,
  );
const track = (lang: string, kind = 'captions', more = '') =>
  `<track kind="${kind}" srclang="${lang}" label="${lang}" src="${captionFile()}" ${more}>`;
const modes = (element: Element) =>
  [...mediaOf(element).textTracks]
    .filter(({ kind }) => kind !== 'chapters') // those are each browser's own affair
    .map(({ language, mode }) => `${language} ${mode}`);
const play = async (element: Element) => {
  playing(element);
  await mediaOf(element).play();
};
/** The reader's own languages, for as long as something runs. */
async function reading(languages: readonly string[], run: () => Promise<unknown>): Promise<void> {
  Object.defineProperty(navigator, 'languages', { configurable: true, value: languages });
  try {
    await run();
  } finally {
    delete (navigator as { languages?: unknown }).languages;
  }
}

describe('The place of a film', () => {
  withStyles();

  const ratio = (element: Element) => {
    const { width, height } = mediaOf(element).getBoundingClientRect();
    return Math.round((100 * width) / height) / 100;
  };

  it('is kept before anything of it is known, in its own ratio or in that of most', async () => {
    expect(ratio(await film())).to.equal(1.78);
    expect(ratio(await film(video('width="400" height="300"')))).to.equal(1.33);
    expect(ratio(await film(video('width="360" height="640"')))).to.equal(0.56);
  });

  it('stays what it is when the poster, and then the film, turns out to be of another', async () => {
    const element = await film(video(`poster="${bitmap(90, 160)}"`));
    expect(ratio(element)).to.equal(1.78);
    const named = await film(video(`poster="${bitmap(90, 160)}" width="400" height="300"`));
    const player = mediaOf(named);
    player.src = silence();
    player.preload = 'auto';
    player.load();
    await waitUntil(() => player.readyState > 0);
    expect(ratio(named)).to.equal(1.33);
  });

  it('is the same without the script, with it, and on the narrowest page', async () => {
    const inner = `<figure>${video('width="1280" height="720"')}${caption}</figure>`;
    const both = await show(
      `<div style="inline-size:320px"><div class="article-video">${inner}</div><p>After</p>
       <article-video loading="eager">${inner}</article-video><p>After</p></div>`,
    );
    const [plain, element] = [both.children[0]!, both.children[2]!];
    await ready(element);
    const heights = (one: Element) =>
      [one, ...one.querySelectorAll('*')].map((inside) =>
        Math.round(inside.getBoundingClientRect().height),
      );
    expect(heights(element)).to.deep.equal(heights(plain));
    expect(both.scrollWidth).to.equal(320);
  });

  it('says when nothing can be played, over the player and nowhere else', async () => {
    const element = await film(video('', '<source src="data:video/x-none," type="video/x-none">'));
    const { height } = element.getBoundingClientRect();
    mediaOf(element).load();
    mediaOf(element).preload = 'auto';
    await waitUntil(() => element.matches(':state(failed)'));
    expect(read(byRole(element, 'status'))).to.contain('The video could not be played.');
    expect(element.getBoundingClientRect().height).to.equal(height);
    const [words, player] = [element.querySelector('media-error')!, mediaOf(element)].map((one) =>
      one.getBoundingClientRect(),
    );
    expect([words!.top, words!.height]).to.deep.equal([player!.top, player!.height]);
    await expect(element).to.be.accessible();
  });
});

describe('The captions of a film', () => {
  withStyles();

  it('come on in a language that the reader knows, when it plays, and not before', async () => {
    await reading(['cs-CZ', 'de'], async () => {
      const element = await film(video('', track('en') + track('de') + track('de', 'chapters')));
      expect(modes(element)).to.deep.equal(['en disabled', 'de disabled']);
      await play(element);
      expect(modes(element)).to.deep.equal(['en disabled', 'de showing']);
    });
  });

  it('come on in the language of the article where the reader’s is not among them', async () => {
    await reading(['cs'], async () => {
      const element = await film(video('', track('de') + track('en-GB', 'subtitles')));
      await play(element);
      expect(modes(element)).to.deep.equal(['de disabled', 'en-GB showing']);
    });
  });

  it('stay off where nobody can read them, and as the page has them', async () => {
    await reading(['cs'], async () => {
      const none = await film(video('', track('ja')));
      await play(none);
      expect(modes(none)).to.deep.equal(['ja disabled']);
    });
    await reading(['de'], async () => {
      const element = await film(video('', track('de') + track('fr')));
      mediaOf(element).textTracks[1]!.mode = 'showing';
      await play(element);
      expect(modes(element)).to.deep.equal(['de disabled', 'fr showing']);
    });
  });

  it('are in the next film as the reader left them in this', async () => {
    await reading(['en'], async () => {
      const tracks = track('en') + track('fr');
      const first = await film(video('', tracks));
      await play(first);
      const switchTo = async (...wanted: TextTrackMode[]) => {
        const list = mediaOf(first).textTracks;
        wanted.forEach((mode, index) => (list[index]!.mode = mode));
        await waitUntil(() => localStorage.getItem('article-captions') === expected(wanted));
      };
      const expected = ([, french]: TextTrackMode[]) => (french === 'showing' ? 'fr' : 'off');
      await switchTo('disabled', 'showing');
      const second = await film(video('', tracks));
      await play(second);
      expect(modes(second)).to.deep.equal(['en disabled', 'fr showing']);
      await switchTo('disabled', 'disabled');
      const third = await film(video('', tracks));
      await play(third);
      expect(modes(third)).to.deep.equal(['en disabled', 'fr disabled']);
    });
  });

  it('come on where the browser stores nothing', async () => {
    await reading(['en'], () =>
      refusing('localStorage', async () => {
        const element = await film(video('', track('en')));
        await play(element);
        expect(modes(element)).to.deep.equal(['en showing']);
      }),
    );
  });
});

describe('A film from data', () => {
  withStyles();

  it('is written as it would have been enhanced', async () => {
    const element = await media('<article-video lang="en" loading="eager"></article-video>');
    (element as ArticleVideo).block = {
      files: [{ src: `${location.origin}/test/none.mp4`, mime: 'video/mp4' }],
      tracks: [],
      title: 'The meeting',
      caption: ['In Prague.'],
      credit: 'Jane Doe',
      width: 1280,
      height: 720,
      transcript: [{ type: 'paragraph', children: ['Good morning.'] }],
    };
    await waitUntil(() => element.querySelector('video'));
    await turn();
    expect(mediaOf(element).getAttribute('aria-label')).to.equal('The meeting');
    expect(element.querySelectorAll('source')).to.have.lengthOf(1);
    expect(read(element.querySelector('figcaption'))).to.equal('In Prague. Jane Doe');
    element.querySelector('details')!.open = true;
    expect(read(element.querySelector('.transcript'))).to.equal('Transcript Good morning.');
    await expect(element).to.be.accessible();
  });

  it('T3: has no file of an address that no page may use', async () => {
    const element = await media('<article-video lang="en" loading="eager"></article-video>');
    const told = await warnings(async () => {
      (element as ArticleVideo).block = {
        files: badUrls.map((src) => ({ src })),
        tracks: badUrls.map((src) => ({ src, kind: 'captions' })),
        poster: 'javascript:alert(1)',
        caption: ['In Prague.'],
      };
      await waitUntil(() => element.querySelector('figcaption'));
    });
    expect(told).not.to.be.empty;
    const odd = [...element.querySelectorAll<HTMLSourceElement>('source, track')].filter(
      ({ src }) => !/^https?:/.test(src),
    );
    expect(odd.map(({ src }) => src)).to.be.empty;
    expect(mediaOf(element).hasAttribute('poster')).to.equal(false);
  });

  it('says what is wrong under a prefix too', async () => {
    defineAll({ prefix: 'acme-' });
    const element = await media(
      `<acme-article-video loading="eager"><figure>${video('', '<source src="data:video/x-none," type="video/x-none">')}</figure></acme-article-video>`,
    );
    mediaOf(element).preload = 'auto';
    mediaOf(element).load();
    await waitUntil(() => element.matches(':state(failed)'));
    expect(element.querySelector('acme-media-error')!.className).to.equal('media-error');
  });
});
