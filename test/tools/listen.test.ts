import { expect } from '@open-wc/testing';
import type { ArticleTools } from '../../src/tools/article-tools.js';
import { allByRole, byRole, can, itWhere, press, turn, withStyles } from '../helpers.js';
import {
  button,
  FakeSpeech,
  forget,
  instead,
  ready,
  restore,
  said,
  speaks,
  voice,
  withTools,
} from './helpers.js';
import { waitUntil } from '../soon.js';

const player = (tools: Element) => byRole(tools, 'region', 'Listening');
const isListening = (tools: Element) => Boolean(tools.querySelector('article-player'));
const heard = (speech: FakeSpeech) => speech.log.map(({ text }) => text);
/** Lets the voice say all there is. */
function hearAll(speech: FakeSpeech): string[] {
  for (let count = 0; count !== speech.log.length;) {
    count = speech.log.length;
    speech.end();
  }
  return heard(speech);
}
const marked = (name: string): string => {
  const [range] = (CSS.highlights.get(`broadsheet-${name}`) as Iterable<Range> | undefined) ?? [];
  return range ? String(range) : '';
};
const hasHighlights = 'highlights' in CSS;

/** A story that is being listened to. */
async function listenTo(
  speech: FakeSpeech,
  ...how: Parameters<typeof withTools>
): Promise<ArticleTools> {
  speaks(speech);
  const tools = await withTools(...how);
  button(tools, 'Listen').click();
  await waitUntil(() => speech.log.length);
  return tools;
}

describe('Listening to an article', () => {
  withStyles();
  let speech: FakeSpeech;
  beforeEach(() => {
    forget();
    speech = new FakeSpeech();
  });
  afterEach(() => {
    for (const tools of document.querySelectorAll('article-tools')) tools.remove();
    restore();
    forget();
  });

  it('reads the story sentence by sentence, and is over at its end', async () => {
    const tools = await listenTo(speech);
    expect(button(tools, 'Listen').getAttribute('aria-pressed')).to.equal('true');
    expect(hearAll(speech)).to.deep.equal([
      'Ministers meet in Prague',
      'They agreed on one sentence.',
      'Then they left.',
      'Nobody remembers the sentence.',
    ]);
    expect(isListening(tools)).to.equal(false);
    expect(button(tools, 'Listen').getAttribute('aria-pressed')).to.equal('false');
  });

  it('skips captions, notes and their marks, code, embeds, comments and what is said twice', async () => {
    const story = `<h1>Head</h1><p class="kicker">No</p>
      <p>One<sup class="note-reference"><a role="doc-noteref" href="#n">1</a></sup> and <code>two</code>.</p>
      <figure><img alt="" src="data:,"><figcaption>No</figcaption></figure><pre>No</pre>
      <aside aria-hidden="true">No</aside><div class="article-pullquote"><blockquote>No</blockquote></div>
      <div class="article-embed"><figure><a href="#a">No</a></figure></div><p hidden>No</p><p style="display:none">No</p>
      <ul><li>First</li><li>Second<br>half</li></ul><table><tr><th>A</th><td>B</td></tr></table>
      <section class="notes"><p>No</p></section><div class="comment-thread"><p>No</p></div><nav>No</nav>`;
    await listenTo(speech, '', { story, inner: '<a href="/">No</a>' });
    expect(hearAll(speech).join('|').replace(/\s+/g, ' ')).to.equal(
      'Head|One and two.|First|Second half|A, B',
    );
  });

  it('speaks each block in its own language, with a voice of the device', async () => {
    const voices = [
      voice('en-US'),
      voice('en-GB'),
      voice('cs_CZ', { localService: false }),
      voice('cs-CZ'),
    ];
    speech = new FakeSpeech(voices);
    await listenTo(speech, '', {
      article: 'lang="en-GB"',
      story: '<p>One.</p><p lang="cs">Dva.</p><p lang="eo">Tri.</p>',
    });
    hearAll(speech);
    expect(speech.log.map((one) => [one.lang, one.voice?.name])).to.deep.equal([
      ...[
        ['en-GB', 'en-GB'],
        ['cs-CZ', 'cs-CZ'],
        ['eo', undefined],
      ],
    ]);
  });

  it('gives the voice no more than it can say in a quarter of a minute', async () => {
    const words = Array.from(
      { length: 120 },
      (_, index) => `word${index}${index % 9 ? '' : ','}`,
    ).join(' ');
    await listenTo(speech, '', { story: `<p>${words}. ${'x'.repeat(400)}</p>` });
    const all = hearAll(speech);
    expect(Math.max(...all.map(({ length }) => length))).to.be.at.most(181);
    expect(all.join(' ').replace(/x /g, 'x')).to.equal(`${words}. ${'x'.repeat(400)}`);
  });

  itWhere(hasHighlights)(
    'marks the sentence and the word that are spoken, and nothing afterwards',
    async () => {
      const tools = await listenTo(speech, '', {
        story: '<p>They <b>agreed</b> on\none. Then left.</p>',
      });
      expect(marked('sentence')).to.equal('They agreed on\none.');
      speech.word('agreed');
      expect(marked('word')).to.equal('agreed');
      speech.now.onboundary?.({ name: 'word', charIndex: 12 });
      expect(marked('word')).to.equal('on');
      speech.now.onboundary?.({ name: 'sentence', charIndex: 0 });
      expect(marked('word')).to.equal('on');
      speech.end();
      expect([marked('sentence'), marked('word')]).to.deep.equal(['Then left.', '']);
      button(tools, 'Listen').click();
      expect([marked('sentence'), marked('word')]).to.deep.equal(['', '']);
      expect(tools.parentElement!.querySelector('p')!.innerHTML).to.equal(
        'They <b>agreed</b> on\none. Then left.',
      );
    },
  );

  it('speaks where nothing can be marked', async () => {
    instead(window, 'Highlight', undefined);
    await listenTo(speech);
    expect(hearAll(speech)).to.have.lengthOf(4);
  });

  it('goes on, after a pause, with the word where it stopped', async () => {
    const tools = await listenTo(speech);
    speech.end();
    speech.word('one');
    button(player(tools), 'Pause').click();
    expect(speech.cancelled).to.equal(1);
    expect(allByRole(player(tools), 'button', 'Pause')).to.have.lengthOf(0);
    button(player(tools), 'Go on').click();
    expect(speech.now.text).to.equal('one sentence.');
    speech.word('sentence');
    expect(hasHighlights ? marked('word') : 'sentence').to.equal('sentence');
  });

  it('goes to the next paragraph, to the beginning of this one, and to the one before', async () => {
    const tools = await listenTo(speech);
    const at = (name: string) => {
      button(player(tools), name).click();
      return speech.now.text;
    };
    expect(at('Next paragraph')).to.equal('They agreed on one sentence.');
    speech.end();
    expect(at('Previous paragraph')).to.equal('They agreed on one sentence.');
    expect(at('Previous paragraph')).to.equal('Ministers meet in Prague');
    expect(at('Previous paragraph')).to.equal('Ministers meet in Prague');
    at('Next paragraph');
    expect(at('Next paragraph')).to.equal('Nobody remembers the sentence.');
    expect(at('Next paragraph')).to.equal('Nobody remembers the sentence.');
  });

  it('moves while it pauses, and speaks from there', async () => {
    const tools = await listenTo(speech);
    button(player(tools), 'Pause').click();
    button(player(tools), 'Next paragraph').click();
    expect(speech.log).to.have.lengthOf(1);
    if (hasHighlights) expect(marked('sentence')).to.equal('They agreed on one sentence.');
    button(player(tools), 'Go on').click();
    expect(speech.now.text).to.equal('They agreed on one sentence.');
  });

  it('is as fast as the reader likes, at once and the next time', async () => {
    const tools = await listenTo(speech);
    const speed = byRole<HTMLSelectElement>(player(tools), 'combobox', 'Speed');
    expect([...speed.options].map(({ text }) => text)).to.deep.equal([
      ...['0.75×', '1×', '1.25×', '1.5×', '1.75×', '2×'],
    ]);
    speed.value = '1.5';
    speed.dispatchEvent(new Event('change'));
    expect([speech.now.text, speech.now.rate]).to.deep.equal(['Ministers meet in Prague', 1.5]);
    button(player(tools), 'Stop listening').click();
    button(tools, 'Listen').click();
    await waitUntil(() => speech.log.length === 3);
    expect(speech.now.rate).to.equal(1.5);
    expect(byRole<HTMLSelectElement>(player(tools), 'combobox').value).to.equal('1.5');
  });

  it('ends by the player, with the focus back on the button, and accessibly', async () => {
    const tools = await listenTo(speech);
    await expect(tools).to.be.accessible();
    button(player(tools), 'Stop listening').click();
    expect(isListening(tools)).to.equal(false);
    expect(tools.querySelector('article-toolbar')!.shadowRoot!.activeElement).to.equal(
      button(tools, 'Listen'),
    );
  });

  itWhere(can.sendKeys)('ends by Escape in the player', async () => {
    const tools = await listenTo(speech);
    button(player(tools), 'Pause').focus();
    await press('Escape');
    expect(isListening(tools)).to.equal(false);
  });

  it('ends when the tools are taken away, and when the reader leaves the page', async () => {
    const tools = await listenTo(speech);
    const parent = tools.parentElement!;
    tools.remove();
    expect([isListening(tools), speech.cancelled]).to.deep.equal([false, 1]);
    parent.append(tools);
    await ready(tools);
    button(tools, 'Listen').click();
    await waitUntil(() => speech.log.length === 2);
    window.dispatchEvent(new Event('pagehide'));
    expect([isListening(tools), speech.cancelled]).to.deep.equal([false, 2]);
  });

  it('is not what a clone does', async () => {
    const tools = await listenTo(speech);
    const clone = tools.cloneNode(true) as ArticleTools;
    tools.after(clone);
    await ready(clone);
    expect([isListening(tools), isListening(clone)]).to.deep.equal([true, false]);
    expect(button(clone, 'Listen').getAttribute('aria-pressed')).to.equal('false');
  });

  it('is to one article at a time', async () => {
    const one = await listenTo(speech);
    const other = await withTools('', { story: '<p>Another.</p>' });
    button(other, 'Listen').click();
    await waitUntil(() => speech.now.text === 'Another.');
    expect([isListening(one), isListening(other)]).to.deep.equal([false, true]);
    expect(button(one, 'Listen').getAttribute('aria-pressed')).to.equal('false');
  });

  it('pauses when somebody else takes the voice, and when a film begins', async () => {
    const tools = await listenTo(speech);
    speech.error('interrupted');
    button(player(tools), 'Go on').click();
    const film = document.createElement('video');
    tools.after(film);
    film.dispatchEvent(new Event('play'));
    button(player(tools), 'Go on');
  });

  it('says so when the voice fails', async () => {
    const tools = await listenTo(speech);
    speech.error('synthesis-failed');
    expect([isListening(tools), said(tools)]).to.deep.equal([false, 'The voice stopped.']);
  });

  for (const [what, voices] of [
    ['no speech at all', undefined],
    ['no voice for the language', [voice('fr-FR')]],
    ['no voices, ever', []],
  ] as const) {
    it(`says so where there is ${what}`, async () => {
      speaks(voices && new FakeSpeech(voices));
      const tools = await withTools();
      button(tools, 'Listen').click();
      await waitUntil(() => said(tools));
      expect(said(tools)).to.equal('There is no voice for this language on this device.');
      expect(isListening(tools)).to.equal(false);
    });
  }

  it('waits for voices that come late', async () => {
    speech = new FakeSpeech([]);
    speaks(speech);
    button(await withTools(), 'Listen').click();
    await turn();
    await turn();
    speech.voices = [voice('en')];
    speech.dispatchEvent(new Event('voiceschanged'));
    await waitUntil(() => speech.log.length);
  });

  it('says so when there is nothing to read', async () => {
    speaks(speech);
    const tools = await withTools('', { story: '<figure><figcaption>No</figcaption></figure>' });
    button(tools, 'Listen').click();
    await waitUntil(() => said(tools));
    expect(said(tools)).to.equal('There is nothing to read out.');
  });

  it('asks before the words are sent to a voice elsewhere, once', async () => {
    speech = new FakeSpeech([voice('en-GB', { localService: false })]);
    speaks(speech);
    const tools = await withTools();
    button(tools, 'Listen').click();
    await waitUntil(() => isListening(tools));
    expect(speech.log).to.have.lengthOf(0);
    expect(player(tools).textContent).to.contain('sends the words');
    await expect(tools).to.be.accessible();
    button(player(tools), 'Stop listening').click();
    button(tools, 'Listen').click();
    await waitUntil(() => isListening(tools));
    button(player(tools), 'Listen all the same').click();
    await waitUntil(() => speech.log.length);
    button(tools, 'Listen').click();
    button(tools, 'Listen').click();
    await waitUntil(() => speech.log.length === 2);
  });

  it('keeps what is spoken in sight, unless the reader has gone elsewhere', async () => {
    const tools = await listenTo(speech, '', {
      story: `<p>First. Second.</p><p style="margin-top: 3000px">Far. Farther.</p>`,
    });
    const asked: string[] = [];
    for (const paragraph of tools.parentElement!.querySelectorAll('p')) {
      instead(paragraph, 'scrollIntoView', (how: ScrollIntoViewOptions) =>
        asked.push(
          `${paragraph.textContent.slice(0, 3)} ${how.behavior === 'smooth' || how.behavior === 'auto'}`,
        ),
      );
    }
    speech.end();
    expect(asked).to.deep.equal([]);
    speech.end();
    expect(asked).to.deep.equal(['Far true']);
    speech.end(); // the page was not really scrolled: what was spoken is out of sight now
    expect(asked).to.have.lengthOf(1);
    button(player(tools), 'Previous paragraph').click();
    expect(asked).to.have.lengthOf(2);
  });

  describe('as a recording', () => {
    const recording = URL.createObjectURL(new Blob([silence()], { type: 'audio/wav' }));
    after(() => URL.revokeObjectURL(recording));
    const audio = (tools: Element) =>
      tools.querySelector('article-player')!.shadowRoot!.querySelector('audio')!;

    it('plays with the controls of the browser, and no voice speaks', async () => {
      speaks(speech);
      const tools = await withTools(`recording="${recording}"`);
      button(tools, 'Listen').click();
      await waitUntil(() => isListening(tools));
      expect([audio(tools).src, audio(tools).controls]).to.deep.equal([recording, true]);
      expect(speech.log).to.have.lengthOf(0);
      await expect(tools).to.be.accessible();
      button(tools, 'Listen').click();
      expect(isListening(tools)).to.equal(false);
    });

    it('says so when it cannot be played', async () => {
      const tools = await withTools('recording="blob:nothing"');
      button(tools, 'Listen').click();
      await waitUntil(() => said(tools));
      expect(said(tools)).to.equal('The recording cannot be played.');
    });

    it('pauses for a film', async () => {
      const tools = await withTools(`recording="${recording}"`);
      button(tools, 'Listen').click();
      await waitUntil(() => isListening(tools));
      let paused = 0;
      instead(audio(tools), 'pause', () => paused++);
      const film = document.createElement('video');
      tools.after(film);
      film.dispatchEvent(new Event('play'));
      expect(paused).to.equal(1);
    });
  });
});

/** A tenth of a second of nothing, as a WAV file. */
function silence(): ArrayBuffer {
  const [rate, samples] = [8000, 800];
  const view = new DataView(new ArrayBuffer(44 + samples));
  const text = (at: number, words: string) =>
    [...words].forEach((sign, index) => view.setUint8(at + index, sign.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
  for (let at = 44; at < 44 + samples; at++) view.setUint8(at, 128);
  return view.buffer;
}
