import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import type { ArticleEmbed } from '../../src/media/article-embed.js';
import { revokeEmbeds } from '../../src/media/embed-consent.js';
import { badUrls } from '../bad-urls.js';
import {
  allByRole,
  byRole,
  can,
  itWhere,
  press,
  read,
  show,
  turn,
  warnings,
  withStyles,
} from '../helpers.js';
import {
  button,
  caption,
  embed,
  film,
  frameOf,
  frames,
  gateOf,
  load,
  loadButtons,
  noFramesFromElsewhere,
  page,
  ready,
} from './embeds.js';
import { waitUntil } from '../soon.js';

defineAll();
noFramesFromElsewhere();
beforeEach(() => revokeEmbeds());

const post =
  '<blockquote><p>Ministers met <a href="https://t.example/a">here</a>.</p>— Somebody <a href="https://x.com/a/status/12">31 May</a></blockquote>';

describe('An embed before the reader agrees', () => {
  withStyles();

  it('T6, T13: loads nothing, and says who would be asked for what', async () => {
    const element = await embed();
    expect(frames()).to.be.empty;
    expect(read(element)).to.contain('The meeting');
    byRole(element, 'link', 'The meeting');
    const note = gateOf(element)!.shadowRoot!.querySelector('[part=note]')!;
    expect(read(note)).to.equal(
      'This connects you to www.youtube-nocookie.com, which then knows that you are here.',
    );
    expect(button(element, 'Load from YouTube').getAttribute('aria-describedby')).to.equal(note.id);
    byRole(element, 'checkbox', 'Always load from YouTube');
    await expect(element).to.be.accessible();
  });

  for (const [what, inner, attributes] of [
    ['a film with a caption', film, `provider="youtube" src="${page}" width="560" height="315"`],
    ['a film of another ratio', film, `provider="youtube" src="${page}" width="400" height="300"`],
    ['a post', `<figure>${post}</figure>`, 'provider="x"'],
    ['a quotation alone', post, ''],
    ['a link alone', `<a href="${page}">The meeting</a>`, ''],
    ['a link to another site', '<a href="https://a.example/">A</a>', 'provider="a.example"'],
  ] as const) {
    it(`keeps its place when the script comes, and when the player does: ${what}`, async () => {
      const both = await show(
        `<div style="inline-size:34rem"><div class="article-embed" ${attributes}>${inner}</div><p>After</p>
         <article-embed loading="eager" ${attributes}>${inner}</article-embed><p>After</p></div>`,
      );
      const [plain, element] = [both.children[0]!, both.children[2]!];
      const boxes = (one: Element) => {
        const { top } = one.getBoundingClientRect();
        return [
          one,
          ...one.querySelectorAll('figure, p, blockquote, figcaption'),
          one.nextElementSibling!,
        ].map((inside) => {
          const box = inside.getBoundingClientRect();
          return [box.top - top, box.width, box.height].map(Math.round);
        });
      };
      await ready(element);
      expect(boxes(element)).to.deep.equal(boxes(plain));
      if (!loadButtons(element).length) return;
      load(element);
      expect(boxes(element)).to.deep.equal(boxes(plain));
      const [stage, frame] = [element, frameOf(element)!].map((one) => one.getBoundingClientRect());
      expect(frame!.top - stage!.top).to.be.within(0, 2);
      expect(frame!.width).to.be.closeTo(stage!.width, 0.1);
    });
  }

  it('keeps the room of the words where those are higher than the player', async () => {
    const words = `<blockquote>${'<p>Ministers agreed on one sentence, and on nothing else.</p>'.repeat(30)}</blockquote>`;
    const element = await embed(
      `<figure>${words}<p class="embed-link"><a href="https://x.com/a/status/12">Open on X</a></p></figure>`,
      'provider="x"',
    );
    const link = byRole(element, 'link', 'Open on X').getBoundingClientRect();
    const first = button(element, 'Load from X').getBoundingClientRect();
    expect(first.top).to.be.greaterThan(link.bottom);
    const { height } = element.getBoundingClientRect();
    load(element);
    expect(element.getBoundingClientRect().height).to.equal(height);
    expect(frameOf(element)!.getBoundingClientRect().bottom).to.be.greaterThan(first.bottom);
  });

  it('is found by the link alone, or by the last link of a quotation', async () => {
    const link = await embed(`<a href="https://youtu.be/abcdefghijk">The meeting</a>`, '');
    button(link, 'Load from YouTube');
    const quotation = await embed(post, '');
    load(quotation);
    expect(frameOf(quotation)!.src).to.equal(
      'https://platform.twitter.com/embed/Tweet.html?id=12&dnt=true',
    );
  });

  it('says where to find it when it is left empty', async () => {
    const element = await embed('', `src="${page}"`);
    expect(byRole<HTMLAnchorElement>(element, 'link', 'Open on YouTube').href).to.equal(page);
    button(element, 'Load from YouTube');
    const elsewhere = await embed('', 'src="https://a.example/x" provider="a.example"');
    byRole(elsewhere, 'link', 'Open on a.example');
    expect(allByRole(elsewhere, 'button')).to.be.empty;
  });

  it('is written from data', async () => {
    const element = await embed('', '');
    element.block = { provider: 'youtube', url: page, title: 'The meeting', children: [] };
    await waitUntil(() => loadButtons(element).length);
    byRole(element, 'link', 'The meeting');
    button(element, 'Load from YouTube');
    const named = await embed('', '');
    named.block = { provider: 'bluesky', url: 'https://bsky.app/profile/a.example/post/1' };
    await waitUntil(() => named.querySelector('a'));
    expect(named.linkOnly, 'no room for what nobody can load').to.equal(true);
    expect(allByRole(named, 'button')).to.be.empty;
  });

  it('speaks the language of the page, or in words of its own', async () => {
    registerWords('de', { loadFrom: 'Von {provider} laden' });
    const element = await embed();
    element.lang = 'de';
    await turn();
    button(element, 'Von YouTube laden');
    element.words = { loadFrom: '{provider}!' };
    await turn();
    button(element, 'YouTube!');
  });

  it('T6: stays a link for a host that nobody allowed', async () => {
    for (const address of [
      'https://evil.example/embed',
      'https://youtube.com.evil.example/embed/abcdefghijk',
      '/relative',
    ]) {
      const element = await embed(
        `<figure><p class="embed-link"><a href="${address}">The meeting</a></p></figure>`,
        `provider="youtube" src="${address}"`,
      );
      expect(allByRole(element, 'button'), address).to.be.empty;
      byRole(element, 'link', 'The meeting');
      await expect(element).to.be.accessible();
    }
    expect(frames()).to.be.empty;
  });

  it('T6: stays a link where it is told to', async () => {
    const element = await embed(film, `provider="youtube" src="${page}" link-only`);
    expect(allByRole(element, 'button')).to.be.empty;
    element.linkOnly = false;
    await turn();
    load(element);
    element.linkOnly = true;
    await turn();
    expect(frames()).to.be.empty;
  });

  it('T3: leads nowhere by an address that no page may use', async () => {
    for (const address of badUrls) {
      const element = document.createElement('article-embed');
      Object.assign(element, {
        loading: 'eager',
        src: address,
        provider: 'youtube',
        allowHost: true,
      });
      (await show('<div></div>')).append(element);
      await ready(element);
      const links = [...element.querySelectorAll('a')].map(({ protocol }) => protocol);
      expect(
        links.filter((one) => !/^https?:$/.test(one)),
        address,
      ).to.be.empty;
      if (loadButtons(element).length) load(element);
      expect(frameOf(element)?.src ?? 'http:', address).to.match(/^https?:/);
      element.remove();
    }
  });
});

describe('An embed that a reader loads', () => {
  withStyles();

  it('T6: comes from the host that keeps the least, shut in as far as it still works', async () => {
    const element = await embed();
    load(element);
    const frame = frameOf(element)!;
    expect(frame.src).to.equal('https://www.youtube-nocookie.com/embed/abcdefghijk');
    const attribute = (name: string) => frame.getAttribute(name);
    expect(attribute('sandbox')!.split(' ').sort()).to.deep.equal([
      ...['allow-popups', 'allow-popups-to-escape-sandbox', 'allow-presentation'],
      ...['allow-same-origin', 'allow-scripts'],
    ]);
    expect(attribute('allow')).to.equal('fullscreen; picture-in-picture; encrypted-media');
    expect(attribute('referrerpolicy')).to.equal('strict-origin');
    expect(attribute('loading')).to.equal('lazy');
    expect(attribute('title')).to.equal('The meeting, from YouTube');
    expect(document.querySelectorAll('script[src*="//"]:not([src*=localhost])')).to.be.empty;
  });

  it('has the keyboard in the player, a way past it, and a way out', async () => {
    const element = await embed();
    load(element);
    const root = gateOf(element)!.shadowRoot!;
    expect(root.activeElement).to.equal(frameOf(element));
    expect(read(byRole(element, 'link', 'Open on YouTube'))).to.equal('Open on YouTube');
    const order = [...root.querySelectorAll('button, iframe, a')].map((one) =>
      one.getAttribute('part'),
    );
    expect(order).to.deep.equal(['skip', 'frame', 'open', 'stop']);
    button(element, 'Skip the video').click();
    expect(root.activeElement).to.equal(byRole(element, 'link', 'Open on YouTube'));
    expect(allByRole(element, 'link', 'The meeting'), 'under the player').to.be.empty;
    await expect(element).to.be.accessible();
    button(element, 'Do not load from YouTube any more').click();
    expect(frames()).to.be.empty;
    expect(root.activeElement).to.equal(button(element, 'Load from YouTube'));
    byRole(element, 'link', 'The meeting');
  });

  itWhere(can.sendKeys)('is loaded with the keyboard alone', async () => {
    const element = await embed();
    byRole(element, 'link', 'The meeting').focus();
    await press('Tab');
    await press('Enter');
    expect(frameOf(element)).not.to.equal(null);
  });

  it('leaves other embeds, and other readers, as they are', async () => {
    const [one, other] = [await embed(), await embed()];
    load(one);
    expect(frameOf(one)).not.to.equal(null);
    expect(frameOf(other)).to.equal(null);
    expect(localStorage.getItem('article-embeds')).to.equal(null);
  });

  it('is loaded by another address when that changes, and asks again', async () => {
    const element = await embed();
    load(element);
    element.src = 'https://vimeo.com/76979871';
    await turn();
    expect(frames()).to.be.empty;
    load(element);
    expect(frameOf(element)!.src).to.equal('https://player.vimeo.com/video/76979871?dnt=1');
  });

  it('asks again when it was taken out, moved or cloned, and has one button', async () => {
    const element = await embed();
    load(element);
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await turn();
    expect(frames()).to.be.empty;
    expect(loadButtons(element)).to.have.lengthOf(1);
    expect(element.matches(':state(loaded)')).to.equal(false);
    load(element);
    const copy = element.cloneNode(true) as ArticleEmbed;
    parent.append(copy);
    await ready(copy);
    expect(loadButtons(copy)).to.have.lengthOf(1);
    expect(frames()).to.have.lengthOf(1);
    copy.remove();
  });

  it('names a post by whom it is from, and lets it know nothing of this page', async () => {
    const element = await embed(
      '<figure><p class="embed-link"><a href="https://x.com/a/status/12">Open on X</a></p></figure>',
      'provider="x" src="https://x.com/a/status/12"',
    );
    load(element);
    expect(frameOf(element)!.title).to.equal('From X');
    expect(frameOf(element)!.referrerPolicy).to.equal('no-referrer');
    button(element, 'Skip what X shows');
  });

  it('T6: names the very server of Mastodon', async () => {
    const address = 'https://social.example/@someone/12';
    const element = await embed(
      `<figure><p class="embed-link"><a href="${address}">Open on Mastodon</a></p></figure>`,
      `provider="mastodon" src="${address}"`,
    );
    expect(frames()).to.be.empty;
    expect(read(gateOf(element)!.shadowRoot!.querySelector('[part=note]'))).to.contain(
      'social.example',
    );
    button(element, 'Load from social.example').click();
    expect(frameOf(element)!.src).to.equal(`${address}/embed`);
  });

  it('works under a prefix', async () => {
    defineAll({ prefix: 'acme-' });
    const element = await show(
      `<acme-article-embed loading="eager" src="${page}">${film}</acme-article-embed>`,
    );
    await ready(element);
    load(element);
    expect(element.querySelector('acme-embed-gate')!.className).to.equal('embed-gate');
    expect(getComputedStyle(element.querySelector('.embed-link')!).visibility).to.equal('hidden');
    expect(getComputedStyle(element.querySelector('acme-embed-gate')!).visibility).to.equal(
      'visible',
    );
  });

  it('reads from the right, with the button at the right', async () => {
    const element = await embed(film, `dir="rtl" src="${page}"`);
    const [host, first] = [element, button(element, /^Load/)].map((one) =>
      one.getBoundingClientRect(),
    );
    expect(host!.right - first!.right).to.be.lessThan(40);
    await expect(element).to.be.accessible();
  });

  it('says nothing to the console', async () => {
    expect(await warnings(() => embed(`<figure>${caption}</figure>`, ''))).to.be.empty;
  });
});
