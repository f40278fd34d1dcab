import { expect } from '@open-wc/testing';
import { playerOf } from '../../src/content/players.js';
import { defineAll } from '../../src/elements.js';
import { revokeEmbeds } from '../../src/media/embed-consent.js';
import { heightIn } from '../../src/media/embed-height.js';
import { show, turn, withStyles } from '../helpers.js';
import { embed, frameOf, load, noFramesFromElsewhere } from '../media/embeds.js';

defineAll();
noFramesFromElsewhere();
beforeEach(() => revokeEmbeds());

const address = 'https://social.example/@someone/12';
const origin = 'https://social.example';
const height = 900;
const data = { type: 'setHeight', id: 1, height };

/** A post below the window, loaded, that is so high that it would grow. */
async function below() {
  const room = await show('<div style="block-size:300vh"></div>');
  const element = await embed(
    `<p class="embed-link"><a href="${address}">A post</a></p>`,
    `provider="mastodon" src="${address}"`,
  );
  room.after(element);
  await turn();
  load(element);
  return { element, source: frameOf(element)!.contentWindow };
}
const tell = (message: MessageEventInit) =>
  window.dispatchEvent(new MessageEvent('message', message));
const heightOf = (element: Element) => element.getBoundingClientRect().height;

describe('A message that says how high an embed is', () => {
  withStyles();

  it('T24: is heard from the frame itself, from its site, in its own form', async () => {
    const { element, source } = await below();
    const before = heightOf(element);
    tell({ data, source, origin });
    expect(heightOf(element)).to.be.greaterThan(before);
    element.remove();
  });

  it('T24: is ignored from every other window, site and form', async () => {
    const { element, source } = await below();
    const before = heightOf(element);
    const stranger = await show<HTMLIFrameElement>('<iframe title="Stranger"></iframe>');
    const odd: MessageEventInit[] = [
      { data, origin },
      { data, origin, source: window },
      { data, origin, source: stranger.contentWindow },
      { data, source, origin: 'https://evil.example' },
      { data, source, origin: 'null' },
      { data, source, origin: '' },
      { data, source, origin: 'http://social.example' },
      { data, source, origin: 'https://social.example.evil.example' },
      ...[
        ...[
          undefined,
          null,
          height,
          `${height}`,
          '{',
          '[]',
          { height },
          { type: 'setheight', height },
        ],
        ...[JSON.stringify({ height }), { type: 'embed-size', height }],
        ...['900', '900px', -900, 0, 49, 4001, Infinity, NaN, {}, [height], null].map((one) => ({
          type: 'setHeight',
          height: one,
        })),
      ].map((one) => ({ data: one, source, origin })),
    ];
    for (const message of odd) tell(message);
    expect(heightOf(element)).to.equal(before);
    expect(element.style.length).to.equal(0);
    element.remove();
  });

  it('T24: is ignored once the frame is gone, and before it is there', async () => {
    const { element } = await below();
    const before = heightOf(element);
    revokeEmbeds();
    tell({ data, source: null, origin });
    expect(heightOf(element)).to.equal(before);
    element.remove();
  });

  it('moves nothing under the eyes of the reader: the post scrolls in its room', async () => {
    const element = await embed(
      `<p class="embed-link"><a href="${address}">A post</a></p>`,
      `provider="mastodon" src="${address}"`,
    );
    element.style.setProperty('--article-embed-size', '12rem');
    load(element);
    const before = heightOf(element);
    tell({ data, source: frameOf(element)!.contentWindow, origin });
    expect(heightOf(element)).to.equal(before);
  });

  it('never makes it smaller', async () => {
    const { element, source } = await below();
    const before = heightOf(element);
    tell({ data: { ...data, height: 60 }, source, origin });
    expect(heightOf(element)).to.equal(before);
    element.remove();
  });

  it('T24: has the form that its provider gives it, and no other', () => {
    const forms: readonly (readonly [page: string, message: unknown])[] = [
      ['https://bsky.app/profile/did:plc:a2/post/3k', { id: '1', height }],
      [
        'https://x.com/a/status/1',
        { 'twttr.embed': { method: 'twttr.private.resize', params: [{ height }] } },
      ],
      ['https://www.instagram.com/p/a/', JSON.stringify({ type: 'MEASURE', details: { height } })],
      ['https://www.tiktok.com/@a/video/1', JSON.stringify({ signalSource: 'a', height })],
      ['https://datawrapper.dwcdn.net/aB1cD/', { 'datawrapper-height': { aB1cD: height } }],
      [
        'https://flo.uri.sh/story/1/embed',
        JSON.stringify({ sender: 'Flourish', context: 'iframe.resize', height }),
      ],
      ['https://mastodon.social/@a/1', data],
      ['https://youtu.be/abcdefghijk', undefined],
    ];
    for (const [page, own] of forms) {
      const heard = forms
        .map(([, message]) => message)
        .filter((message) => heightIn(message, playerOf(page)!) === height);
      // Bluesky's has no mark of its own: whatever has a height from its own frame is one.
      if (page.includes('bsky')) expect(heard).to.include(own);
      else expect(heard, page).to.deep.equal(own === undefined ? [] : [own]);
    }
    const allowed = playerOf('https://charts.example/1', { allows: () => true })!;
    expect(heightIn({ sentinel: 'amp', type: 'embed-size', height }, allowed)).to.equal(height);
  });
});
