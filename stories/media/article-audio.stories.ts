import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { prague } from '../prague.js';
import { column, describe } from '../templates.js';
import { chapters, recording } from './recording.js';

const src = recording();
const inside = (inner?: TemplateResult, after?: TemplateResult) => html`
  <figure>
    <audio controls preload="none" src=${src}>${inner}</audio>
    <figcaption>
      <span class="caption">The story, read aloud.</span>
      <span class="credit">Broadsheet Elements</span>
    </figcaption>
  </figure>
  ${after}
`;
const audio = (inner?: TemplateResult, after?: TemplateResult, lang = 'en') => html`
  <article-audio lang=${lang} dir=${lang === 'ar' ? 'rtl' : nothing}>${inside(inner, after)}</article-audio>
`;
const parts = html`
  <track kind="chapters" srclang="en" src=${chapters('The arrival', 'The talks', 'The end')} />
`;
const transcript = html`
  <details class="transcript">
    <summary>Transcript</summary>
    ${prague.paragraphs.map((text, index) => html`<p><time>0:0${index}</time> ${text}</p>`)}
  </details>
`;

const meta: Meta = {
  title: 'Media/article-audio',
  component: 'article-audio',
  decorators: [column],
};
export default meta;
type Story = StoryObj;

export const Recording: Story = {
  render: () => audio(),
  parameters: describe('The browser’s own player. The sound is made here, and quiet.'),
};

export const ChaptersAndTranscript: Story = {
  render: () => audio(parts, transcript),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.chapters summary')).not.toBeNull());
    canvasElement.querySelector<HTMLElement>('.chapters summary')?.click();
    await waitFor(() => expect(canvasElement.querySelectorAll('.chapters button').length).toBe(3));
  },
  parameters: describe('Chapters are fetched when they are opened; a press jumps there.'),
};

export const ScriptOff: Story = {
  tags: ['!autodocs'],
  render: () => html`
    <div class="article-audio" lang="en">${inside(parts, transcript)}</div>
    <p>Above as it is without the script, below with it.</p>
    ${audio(parts, transcript)}
  `,
  parameters: describe('Without the script the player and the transcript are there.'),
};

export const Broken: Story = {
  render: () => html`
    <article-audio lang="en">
      <figure>
        <audio controls><source src="data:audio/x-none," type="audio/x-none" /></audio>
        <figcaption><span class="caption">The story, read aloud.</span></figcaption>
      </figure>
    </article-audio>
  `,
  parameters: describe('A recording that cannot be played says so in its place.'),
};

export const ChaptersMissing: Story = {
  render: () => audio(html`<track kind="chapters" src="data:,nothing" />`),
  parameters: describe('Chapters that cannot be loaded: whoever opens them reads so.'),
};

export const RightToLeft: Story = {
  render: () =>
    audio(html`<track kind="chapters" src=${chapters('الوصول', 'المحادثات')} />`, undefined, 'ar'),
  parameters: describe('From the right.'),
};

export const FromData: Story = {
  render: () => html`
    <article-audio
      lang="en"
      .block=${{
        files: [{ src: 'talk.mp3', mime: 'audio/mpeg' }],
        tracks: [],
        caption: ['The story, read aloud.'],
        transcript: [{ type: 'paragraph', children: [prague.paragraphs[0]] }],
      }}
    ></article-audio>
  `,
  parameters: describe(
    'Left empty and given data, it writes the same HTML. (The file is not there.)',
  ),
};
