import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { prague } from '../prague.js';
import { column, describe, pragueText } from '../templates.js';
import { captions, chapters, recording } from './recording.js';

const { picture } = prague;
const src = recording();
const poster = 'prague-960.webp';

interface Film {
  readonly width?: number;
  readonly height?: number;
  readonly file?: string;
  readonly inner?: TemplateResult;
  readonly after?: TemplateResult;
  readonly caption?: string;
}
const inside = ({ width, height, file = src, inner, after, caption }: Film) => html`
  <figure>
    <video
      controls
      playsinline
      preload="none"
      src=${file}
      poster=${poster}
      width=${width ?? nothing}
      height=${height ?? nothing}
    >
      ${inner}
    </video>
    <figcaption>
      <span class="caption">${caption ?? picture.caption}</span>
      <span class="credit">${picture.credit}</span>
    </figcaption>
  </figure>
  ${after}
`;
const video = (film: Film = {}, lang = 'en') => html`
  <article-video lang=${lang} dir=${lang === 'ar' ? 'rtl' : nothing}>${inside(film)}</article-video>
`;

const transcript = html`
  <details class="transcript">
    <summary>Transcript</summary>
    <p><time>0:00</time> ${prague.paragraphs[0]}</p>
    <p><time datetime="PT4S">four seconds later</time> ${prague.paragraphs[1]}</p>
  </details>
`;
const parts = html`
  <track kind="chapters" srclang="en" src=${chapters('The arrival', 'The talks', 'The end')} />
`;
const subtitles = html`
  <track kind="captions" srclang="en" label="English" src=${captions('[A quiet fifth]')} />
  <track kind="subtitles" srclang="cs" label="Čeština" src=${captions('[Tichá kvinta]')} />
`;

const meta: Meta = {
  title: 'Media/article-video',
  component: 'article-video',
  decorators: [column],
};
export default meta;
type Story = StoryObj;

export const Film: Story = {
  render: () => video({ width: 960, height: 640 }),
  parameters: describe('The browser’s own player. The sound is made here, and quiet.'),
};

export const Everything: Story = {
  render: () =>
    video({
      width: 960,
      height: 640,
      inner: html`${parts}${subtitles}`,
      after: transcript,
    }),
  parameters: describe('Captions, chapters and a transcript whose times can be pressed.'),
};

export const ScriptOff: Story = {
  tags: ['!autodocs'],
  render: () => html`
    <div class="article-video" lang="en">${inside({ inner: parts, after: transcript })}</div>
    <p>Above as it is without the script, below with it.</p>
    ${video({ inner: parts, after: transcript })}
  `,
  parameters: describe('Without the script the player, the captions and the transcript are there.'),
};

export const NoSize: Story = {
  render: () => video(),
  parameters: describe('Without width and height it keeps the room of most films.'),
};

export const Tall: Story = {
  render: () => video({ width: 360, height: 640 }),
  parameters: describe('A film in portrait format.'),
};

export const Broken: Story = {
  render: () => html`
    <article-video lang="en">
      <figure>
        <video controls>
          <source src="data:video/x-none," type="video/x-none" />
        </video>
        <figcaption><span class="caption">${picture.caption}</span></figcaption>
      </figure>
    </article-video>
  `,
  parameters: describe('A film that cannot be played says so in its place.'),
};

export const LongWords: Story = {
  render: () =>
    video({
      inner: html`<track
        kind="chapters"
        src=${chapters(
          prague.paragraphs[4] ?? '',
          'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        )}
      />`,
      caption: prague.paragraphs[4] ?? '',
    }),
  parameters: describe('Chapters and a caption that should have been paragraphs.'),
};

export const RightToLeft: Story = {
  render: () =>
    video(
      {
        inner: html`<track kind="chapters" src=${chapters('الوصول', 'المحادثات')} />`,
        caption: 'براغ عند الفجر.',
      },
      'ar',
    ),
  parameters: describe('From the right.'),
};

export const FromData: Story = {
  render: () => html`
    <article-video
      lang="en"
      .block=${{
        files: [{ src: 'film.mp4', mime: 'video/mp4' }],
        tracks: [],
        poster,
        width: 960,
        height: 640,
        caption: [picture.caption],
        credit: picture.credit,
        transcript: [{ type: 'paragraph', children: [prague.paragraphs[0]] }],
      }}
    ></article-video>
  `,
  parameters: describe(
    'Left empty and given data, it writes the same HTML. (The file is not there.)',
  ),
};

export const OneAtATime: Story = {
  decorators: [(story) => html`<div style="margin-inline: calc(50% - 50vw)">${story()}</div>`],
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      ${pragueText(0, 1)} ${video()} ${pragueText(1, 2)} ${video()}
    </news-article>
  `,
  parameters: describe('Of all that a page has, one sounds at a time.'),
};
