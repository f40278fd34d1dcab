import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { prague } from '../prague.js';
import { soon } from '../soon.js';
import { describe, page, pragueText } from '../templates.js';

interface Args {
  loading?: string;
}

const credit = 'Illustration: Broadsheet Elements';
const day = {
  ...{ src: 'prague-960.webp', width: 960, height: 640 },
  alt: 'Illustration: Prague at first light, with the bridge, the Castle and the quay.',
};
const night = {
  ...{ src: 'prague-night.webp', width: 960, height: 640 },
  alt: 'Illustration: the same view after nightfall.',
};

interface View {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}
const img = ({ src, width, height, alt }: View): TemplateResult =>
  html`<img src=${src} width=${width} height=${height} alt=${alt} />`;
const picture = (view: View, caption: string): TemplateResult => html`
  <figure>
    ${img(view)}
    <figcaption><span class="caption">${caption}</span></figcaption>
  </figure>
`;
const whole = html`
  <figcaption>
    <span class="caption">The bridge, morning and night.</span>
    <span class="credit">${credit}</span>
  </figcaption>
`;
const inner = (before = 'First light', after = 'Night'): TemplateResult => html`
  <figure>${picture(day, before)}${picture(night, after)}${whole}</figure>
`;

const story = (content: unknown, lang = 'en', dir?: 'rtl'): TemplateResult => html`
  <news-article lang=${lang} dir=${dir ?? nothing}>
    ${pragueText(3, 4)}${content}${pragueText(5)}
  </news-article>
`;

const meta: Meta<Args> = {
  title: 'Media/article-compare',
  component: 'article-compare',
  decorators: [page],
  argTypes: { loading: { control: 'select', options: [undefined, 'eager'] } },
  render: (args) =>
    story(html`<article-compare loading=${args.loading ?? nothing}>${inner()}</article-compare>`),
};
export default meta;
type Story = StoryObj<Args>;

export const Default: Story = {
  parameters: describe(
    'Two pictures over each other. The line is moved with the mouse, a finger or the arrow keys; a screen reader finds a slider.',
  ),
};

export const Moved: Story = {
  tags: ['!autodocs'],
  args: { loading: 'eager' },
  play: async ({ canvasElement }) => {
    const slider = await soon(() =>
      canvasElement.querySelector('compare-handle')?.shadowRoot?.querySelector('input'),
    );
    slider.value = '20';
    slider.dispatchEvent(new Event('input'));
    await expect(slider).toHaveAttribute('aria-valuetext', 'First light 20%');
  },
  parameters: describe('The line at a fifth of the width.'),
};

export const Bare: Story = {
  render: () =>
    story(
      html`<article-compare><figure>${img(day)}${img(night)}${whole}</figure></article-compare>`,
    ),
  parameters: describe('Bare pictures: the script says which is which.'),
};

export const ScriptOff: Story = {
  render: () => story(html`<div class="article-compare">${inner()}</div>`),
  parameters: describe(
    'Should the script not come: half of each, both captions, and a pointer shows the whole of the one or the other. Where scripts are switched off, and on paper, they stand side by side.',
  ),
};

export const RightToLeft: Story = {
  render: () =>
    story(
      html`<article-compare>
        <figure>
          ${picture(day, 'عند الفجر')}${picture(night, 'في الليل')}
          <figcaption><span class="caption">الجسر صباحًا وليلًا.</span></figcaption>
        </figure>
      </article-compare>`,
      'ar',
      'rtl',
    ),
  parameters: describe('From the right: the first picture is on the right.'),
};

export const FromData: Story = {
  render: () =>
    story(html`
      <article-compare
        .block=${{
          before: { type: 'image', ...day, caption: ['First light'] },
          after: { type: 'image', ...night, caption: ['Night'] },
          caption: ['Written by the tag, from the data of the story.'],
        }}
      ></article-compare>
    `),
  parameters: describe('Left empty and given a block of the model, it writes the same HTML.'),
};

export const WorstContent: Story = {
  render: () =>
    story(html`
      <article-compare>
        <figure>
          ${picture(
            { src: 'prague-river.webp', width: 900, height: 400, alt: 'Illustration: the river.' },
            prague.paragraphs[4],
          )}
          ${picture(
            { src: 'prague-tall.webp', width: 640, height: 960, alt: 'Illustration: the tower.' },
            'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
          )}
        </figure>
      </article-compare>
    `),
  parameters: describe(
    'A wide picture and a high one, which fill the same place; a caption that should have been a paragraph, and one too long for a telephone.',
  ),
};

export const OnePicture: Story = {
  render: () =>
    story(html`<article-compare><figure>${picture(day, 'First light')}</figure></article-compare>`),
  parameters: describe('With a single picture there is nothing to compare: it is shown whole.'),
};

export const UnsafeAddress: Story = {
  tags: ['warns'],
  render: () =>
    story(html`
      <article-compare
        .block=${{
          before: { type: 'image', ...day, caption: ['First light'] },
          after: { type: 'image', src: 'javascript:alert(1)', caption: ['Its words stay.'] },
        }}
      ></article-compare>
    `),
  parameters: describe('`javascript:` never becomes a source; the words of that picture stay.'),
};

export const Empty: Story = {
  render: () => html`<article-compare></article-compare>`,
  parameters: describe('Without content it leaves nothing behind.'),
};
