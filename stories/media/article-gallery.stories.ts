import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { FigureOpenEvent } from '../../src/index.js';
import { prague } from '../prague.js';
import { brokenPicture, describe, page, pragueText } from '../templates.js';

interface Args {
  layout?: string;
  'no-lightbox'?: boolean;
  loading?: string;
}

const credit = 'Illustration: Broadsheet Elements';

interface View {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string;
}
const views: readonly View[] = [
  {
    ...{ src: 'prague-castle.webp', width: 900, height: 600 },
    alt: 'Illustration: the Castle and St Vitus over red roofs.',
    caption: 'The Castle, above the roofs of the Lesser Town.',
  },
  {
    ...{ src: 'prague-bridge.webp', width: 900, height: 600 },
    alt: 'Illustration: Charles Bridge with its statues.',
    caption: 'Charles Bridge.',
  },
  {
    ...{ src: 'prague-quay.webp', width: 600, height: 719 },
    alt: 'Illustration: people in dark coats beneath a row of flags.',
    caption: 'Flags along the quay.',
  },
  {
    ...{ src: 'prague-tall.webp', width: 640, height: 960 },
    alt: 'Illustration: the Old Town tower against the morning sky.',
    caption: 'The Old Town tower.',
  },
  {
    ...{ src: 'prague-river.webp', width: 900, height: 400 },
    alt: 'Illustration: the river with the reflections of the bridge.',
    caption: 'The Vltava.',
  },
  {
    ...{ src: 'prague-night.webp', width: 960, height: 640 },
    alt: 'Illustration: the same view after nightfall.',
    caption: 'The same view after nightfall.',
  },
];

const picture = ({ src, width, height, alt, caption }: View): TemplateResult => html`
  <figure>
    <img src=${src} width=${width} height=${height} alt=${alt} loading="lazy" />
    ${
      caption
        ? html`<figcaption>
          <span class="caption">${caption}</span> <span class="credit">${credit}</span>
        </figcaption>`
        : nothing
    }
  </figure>
`;
const inner = (shown: readonly View[] = views, tabindex?: number): TemplateResult => html`
  <figure tabindex=${tabindex ?? nothing}>
    ${shown.map(picture)}
    <figcaption>
      <span class="caption">Prague at first light, and at night.</span>
      <span class="credit">All drawn for this page</span>
    </figcaption>
  </figure>
`;

const story = (content: unknown, lang = 'en', dir?: 'rtl'): TemplateResult => html`
  <news-article lang=${lang} dir=${dir ?? nothing}>
    ${pragueText(3, 4)}${content}${pragueText(5)}
  </news-article>
`;

const meta: Meta<Args> = {
  title: 'Media/article-gallery',
  component: 'article-gallery',
  decorators: [page],
  args: { layout: 'grid' },
  argTypes: {
    layout: { control: 'select', options: ['grid', 'carousel', 'strip'] },
    'no-lightbox': { control: 'boolean' },
    loading: { control: 'select', options: [undefined, 'eager'] },
  },
  render: (args) =>
    story(html`
      <article-gallery
        layout=${args.layout ?? nothing}
        ?no-lightbox=${args['no-lightbox']}
        loading=${args.loading ?? nothing}
      >
        ${inner()}
      </article-gallery>
    `),
};
export default meta;
type Story = StoryObj<Args>;

export const Grid: Story = {
  parameters: describe('Even rows of one ratio; each picture opens whole and large.'),
};

export const Carousel: Story = {
  args: { layout: 'carousel' },
  parameters: describe(
    'One picture at a time; the next one peeps in. It scrolls by itself; the script adds the buttons.',
  ),
};

export const Strip: Story = {
  args: { layout: 'strip' },
  parameters: describe('A row of small pictures that scrolls sideways.'),
};

export const NoLightbox: Story = {
  args: { 'no-lightbox': true },
  parameters: describe('`no-lightbox`: the pictures do not open large.'),
};

/** The same HTML in plain elements: what a reader has for as long as no script runs, or if it never does. */
const plain = (layout: string): Story => ({
  render: () =>
    story(
      html`<div class="article-gallery" layout=${layout}>${inner(views, layout === 'grid' ? undefined : 0)}</div>`,
    ),
  parameters: describe(
    'Without the script: the same, but for the buttons. What scrolls has a `tabindex`, as the writer gives it.',
  ),
});
export const ScriptOffGrid: Story = plain('grid');
export const ScriptOffCarousel: Story = plain('carousel');
export const ScriptOffStrip: Story = plain('strip');

const rightToLeft = (layout: string): Story => ({
  render: () =>
    story(
      html`<article-gallery layout=${layout}>
        <figure>
          ${views.map(({ caption, ...view }, index) => picture({ ...view, caption: arabic[index] ?? caption ?? '' }))}
          <figcaption><span class="caption">براغ عند الفجر وفي الليل.</span></figcaption>
        </figure>
      </article-gallery>`,
      'ar',
      'rtl',
    ),
  parameters: describe('From the right: the first picture, the buttons and the keys.'),
});
const arabic = [
  'القلعة.',
  'جسر تشارلز.',
  'الأعلام على الرصيف.',
  'البرج.',
  'نهر فلتافا.',
  'في الليل.',
];
export const RightToLeft: Story = rightToLeft('grid');
export const RightToLeftCarousel: Story = rightToLeft('carousel');

export const FromData: Story = {
  render: () =>
    story(html`
      <article-gallery
        .block=${{
          layout: 'carousel',
          images: views.map(({ caption = '', ...view }) => ({
            ...{ type: 'image', credit, caption: [caption] },
            ...view,
          })),
          caption: ['Written by the tag, from the data of the story.'],
        }}
      ></article-gallery>
    `),
  parameters: describe('Left empty and given a block of the model, it writes the same HTML.'),
};

export const WorstContent: Story = {
  render: () =>
    story(html`
      <article-gallery layout="carousel">
        <figure>
          ${[
            {
              ...views[0]!,
              caption: `${prague.paragraphs[4]} Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.`,
            },
            { ...views[1]!, src: brokenPicture },
            { src: 'portrait-1.png', width: 96, height: 96, alt: 'Drawing of a person.' },
            { ...views[3]!, alt: '' },
          ].map(picture)}
        </figure>
      </article-gallery>
    `),
  parameters: describe(
    'A caption that should have been a paragraph, a picture that fails, one of ninety-six pixels, one that describes nothing; no caption for all.',
  ),
};

export const OnePicture: Story = {
  render: () =>
    story(html`<article-gallery layout="carousel">${inner(views.slice(0, 1))}</article-gallery>`),
  parameters: describe('A carousel of a single picture has no buttons.'),
};

export const Bare: Story = {
  render: () =>
    story(html`
      <article-gallery>
        <figure>
          ${views.map(
            ({ src, width, height, alt }) =>
              html`<img src=${src} width=${width} height=${height} alt=${alt} />`,
          )}
          <figcaption><span class="caption">Pictures without captions of their own.</span></figcaption>
        </figure>
      </article-gallery>
    `),
  parameters: describe('Bare pictures: one button opens the first, a press on a picture opens it.'),
};

export const LinksToFiles: Story = {
  render: () =>
    story(html`
      <article-gallery layout="strip">
        <figure>
          ${views.map(
            ({ src, width, height, alt }) => html`
              <figure>
                <a href=${src}><img src=${src} width=${width} height=${height} alt=${alt} /></a>
              </figure>
            `,
          )}
        </figure>
      </article-gallery>
    `),
  parameters: describe(
    'Pictures that link to their own file, as content systems write them: the link opens the large view, and the file where no script runs.',
  ),
};

export const ManyPictures: Story = {
  render: () =>
    story(html`
      <article-gallery layout="strip">
        <figure>${Array.from({ length: 60 }, (_, index) => picture(views[index % views.length]!))}</figure>
      </article-gallery>
    `),
  parameters: describe('Sixty pictures.'),
};

export const UnknownLayout: Story = {
  tags: ['warns'],
  args: { layout: 'mosaic' },
  parameters: describe('A layout that there is not is a grid; the console says so.'),
};

export const UnsafeAddress: Story = {
  tags: ['warns'],
  render: () =>
    story(html`
      <article-gallery
        .block=${{
          images: [
            {
              type: 'image',
              src: 'javascript:alert(1)',
              alt: 'Never a picture',
              caption: ['Its words stay.'],
            },
            {
              type: 'image',
              src: 'prague-river.webp',
              width: 900,
              height: 400,
              alt: views[4]!.alt,
            },
          ],
        }}
      ></article-gallery>
    `),
  parameters: describe('`javascript:` never becomes a source; the words of that picture stay.'),
};

export const Empty: Story = {
  render: () => html`<article-gallery></article-gallery>`,
  parameters: describe('Without content it leaves nothing behind.'),
};

const dialogOf = (root: HTMLElement) =>
  waitFor(async () => {
    const dialog = root.querySelector('figure-lightbox')?.shadowRoot?.querySelector('dialog');
    await expect(dialog?.open).toBe(true);
    return dialog!;
  });

export const Opened: Story = {
  tags: ['!autodocs'],
  args: { loading: 'eager' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('figure-opener')).not.toBeNull());
    await userEvent.click(canvasElement.querySelectorAll('article-gallery img')[1]!);
    const dialog = await dialogOf(canvasElement);
    await expect(dialog.getAttribute('aria-label')).toContain('2 of 6');
  },
  parameters: describe(
    'One picture of six, large. Arrow keys, Home, End, the buttons and a swipe turn over; plus, minus, a double tap and a pinch enlarge.',
  ),
};

export const OpenedAndEnlarged: Story = {
  tags: ['!autodocs'],
  args: { loading: 'eager' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('figure-opener')).not.toBeNull());
    await userEvent.click(canvasElement.querySelector('article-gallery img')!);
    const dialog = await dialogOf(canvasElement);
    await canvasElement.querySelector<HTMLImageElement>('figure-lightbox img')!.decode();
    dialog.querySelector<HTMLButtonElement>('.zoom')!.click();
    await waitFor(() =>
      expect(dialog.querySelector('.zoom')).toHaveAttribute('aria-label', 'Zoom out'),
    );
  },
  parameters: describe(
    'Enlarged: it is moved with the arrow keys, a finger, the mouse or the bars.',
  ),
};

export const OpenedInAWayOfYourOwn: Story = {
  render: () => html`
    <div
      @figure-open=${(event: FigureOpenEvent) => {
        event.preventDefault();
        const { currentTarget } = event;
        (currentTarget as Element).querySelector('output')!.textContent =
          `The page was asked to open “${event.image.alt}”`;
      }}
    >
      ${story(html`<article-gallery>${inner()}</article-gallery>
        <p><output></output></p>`)}
    </div>
  `,
  parameters: describe('`figure-open` is cancelable: cancel it, and show the picture as you like.'),
};
