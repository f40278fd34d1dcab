import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { EmbedConsentEvent } from '../../src/media/embed-consent-event.js';
import { allowEmbeds, embedConsent, revokeEmbeds } from '../../src/media/embed-consent.js';
import { allByRole, byRole, refusing, show, turn, warnings, withStyles } from '../helpers.js';
import { button, embed, frameOf, frames, load, noFramesFromElsewhere } from './embeds.js';

defineAll();
noFramesFromElsewhere();
beforeEach(() => revokeEmbeds());

const key = 'article-embeds';
/** Another tab of the same site writes what it was told. */
function elsewhere(list: readonly string[] | null): void {
  if (list) localStorage.setItem(key, JSON.stringify(list));
  else localStorage.removeItem(key);
  window.dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));
}
const always = (element: Element) => {
  byRole<HTMLInputElement>(element, 'checkbox', 'Always load from YouTube').click();
  load(element);
};
const vimeo = () => embed('<a href="https://vimeo.com/76979871">Another</a>', 'provider="vimeo"');

describe('A reader who agrees to all of a provider', () => {
  withStyles();

  it('sees all that is from there, in every article, now and later', async () => {
    const [one, other, third] = [await embed(), await embed(), await vimeo()];
    always(one);
    expect(frameOf(one)).not.to.equal(null);
    expect(frameOf(other)).not.to.equal(null);
    expect(frameOf(third)).to.equal(null);
    expect(embedConsent()).to.deep.equal(['youtube']);
    expect(frameOf(await embed())).not.to.equal(null);
    expect(document.activeElement, 'only where it was pressed').to.equal(
      one.querySelector('embed-gate'),
    );
  });

  it('takes it back beside the player, for all that is from there', async () => {
    const [one, other] = [await embed(), await embed()];
    always(one);
    button(other, 'Do not load from YouTube any more').click();
    expect(frames()).to.be.empty;
    expect(embedConsent()).to.be.empty;
    expect(localStorage.getItem(key)).to.equal(null);
    expect(frameOf(await embed())).to.equal(null);
  });

  it('is asked once in all tabs, and takes it back in all', async () => {
    const element = await embed();
    elsewhere(['youtube']);
    expect(frameOf(element)).not.to.equal(null);
    elsewhere(null);
    expect(frames()).to.be.empty;
  });

  it('can be forgotten by the page, for one provider or all', async () => {
    const [one, other] = [await embed(), await vimeo()];
    elsewhere(['youtube', 'vimeo']);
    expect(frames()).to.have.lengthOf(2);
    revokeEmbeds('youtube');
    expect([frameOf(one), frameOf(other)?.title]).to.deep.equal([null, 'From Vimeo']);
    expect(embedConsent()).to.deep.equal(['vimeo']);
    load(one);
    revokeEmbeds();
    expect(frames()).to.be.empty;
  });

  it('agrees for as long as the page lives where the browser stores nothing', async () => {
    await refusing('localStorage', async () => {
      const [one, other] = [await embed(), await embed()];
      always(one);
      expect(frameOf(other)).not.to.equal(null);
      revokeEmbeds();
      expect(frames()).to.be.empty;
    });
  });

  it('T17: has agreed to nothing where what is kept cannot be read', async () => {
    for (const kept of ['{', 'null', '"youtube"', '{"youtube":true}', '[1,null,["youtube"]]']) {
      localStorage.setItem(key, kept);
      expect(embedConsent(), kept).to.be.empty;
      expect(frameOf(await embed()), kept).to.equal(null);
    }
  });
});

/** What is asked while something runs. */
async function asked(
  answer: (event: EmbedConsentEvent) => void,
  run: () => unknown,
): Promise<EmbedConsentEvent[]> {
  const events: EmbedConsentEvent[] = [];
  const listen = (event: HTMLElementEventMap['embed-consent']) => {
    events.push(event);
    answer(event);
  };
  document.addEventListener('embed-consent', listen as EventListener);
  try {
    await run();
  } finally {
    document.removeEventListener('embed-consent', listen as EventListener);
  }
  return events;
}

describe('A page that has a consent platform', () => {
  withStyles();

  it('hears before anything loads, from whom and why', async () => {
    let element!: Element;
    const events = await asked(
      () => expect(frames()).to.be.empty,
      async () => {
        element = await embed();
        load(element);
      },
    );
    expect(events.map(({ reason }) => reason)).to.deep.equal(['near', 'press']);
    expect(events[0]).to.be.instanceOf(EmbedConsentEvent);
    expect(events[1]).to.include({
      provider: 'youtube',
      url: 'https://www.youtube-nocookie.com/embed/abcdefghijk',
      element,
      bubbles: true,
      composed: true,
    });
  });

  it('T13: loads nothing when it cancels, whatever the reader agreed to before', async () => {
    elsewhere(['youtube']);
    const events = await asked(
      (event) => event.preventDefault(),
      async () => load(await embed()),
    );
    expect(events.map(({ reason }) => reason)).to.deep.equal(['remembered', 'press']);
    expect(frames()).to.be.empty;
  });

  it('answers in the reader’s place, at once or later', async () => {
    await asked(
      (event) => event.reason === 'near' && event.respondWith(true),
      async () => {
        const element = await embed();
        await turn();
        expect(frameOf(element)).not.to.equal(null);
      },
    );
    let answer!: (isAgreed: boolean) => void;
    const element = await embed();
    await asked(
      (event) => event.respondWith(new Promise((resolve) => (answer = resolve))),
      () => load(element),
    );
    await turn();
    expect(frameOf(element)).to.equal(null);
    answer(true);
    await turn();
    expect(frameOf(element)).not.to.equal(null);
  });

  it('loads nothing for any other answer, and nothing for a question that is past', async () => {
    const answers: (() => boolean | Promise<boolean>)[] = [
      () => false,
      () => 'yes' as unknown as boolean,
      () => Promise.reject(new Error('No answer.')),
    ];
    for (const answer of answers) {
      const element = await embed();
      await asked(
        (event) => event.respondWith(answer()),
        () => load(element),
      );
      await turn();
      expect(frameOf(element)).to.equal(null);
    }
    const element = await embed();
    const [event] = await asked(
      (one) => one.preventDefault(),
      () => load(element),
    );
    element.src = 'https://vimeo.com/76979871';
    await turn();
    event!.load();
    expect(frames()).to.be.empty;
  });
});

describe('A page that allows a host', () => {
  withStyles();
  const address = `${location.origin}/test/safety/strict.html`;
  const chart = `<figure><p class="embed-link"><a href="${address}">A chart</a></p></figure>`;

  it('T6: has a frame of it, after the reader was asked', async () => {
    const element = await embed(chart, `provider="charts.example" src="${address}" allow-host`);
    expect(frames()).to.be.empty;
    button(element, `Load from ${location.host}`).click();
    const frame = frameOf(element)!;
    expect(frame.src).to.equal(address);
    expect(frame.getAttribute('sandbox'), 'its own pages run as nobody').not.to.contain(
      'allow-same-origin',
    );
    expect(frame.referrerPolicy).to.equal('no-referrer');
  });

  it('T6: may say so in a script, which holds for what stands there already', async () => {
    const other = 'https://charts.example/1';
    const inner = `<p class="embed-link"><a href="${other}">A chart</a></p>`;
    const below = await show('<div style="padding-block-start:200vh"></div>');
    const element = await embed(inner, `provider="charts.example" src="${other}"`);
    below.after(element);
    await turn();
    expect(allByRole(element, 'button')).to.be.empty;
    expect(await warnings(() => allowEmbeds('Charts.example'))).to.be.empty;
    await turn();
    button(element, 'Load from charts.example').click();
    expect(frameOf(element)!.src).to.equal(other);
    element.remove();
  });

  it('is told where no room could be kept', async () => {
    const other = 'https://more.example/1';
    allowEmbeds('more.example');
    const told = await warnings(() =>
      embed(`<a href="${other}">A chart</a>`, `provider="more.example" src="${other}"`),
    );
    expect(told.join()).to.contain('allow-host');
  });
});
