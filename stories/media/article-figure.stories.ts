import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { FigureOpenEvent } from '../../src/index.js';
import { prague } from '../prague.js';
import { brokenPicture, column, describe, pragueFigure, pragueText } from '../templates.js';

interface Args {
  placement?: string;
  'no-lightbox'?: boolean;
  src?: string;
  alt?: string;
  width?: number;
  height?: number;
  srcset?: string;
  sizes?: string;
  loading?: string;
  fetchpriority?: string;
  caption?: string;
  credit?: string;
  licence?: string;
  'licence-url'?: string;
  provenance?: string;
}

const { picture } = prague;
const alt = 'Illustration of Prague at first light: Charles Bridge, the Castle and the Vltava.';

const meta: Meta<Args> = {
  title: 'Media/article-figure',
  component: 'article-figure',
  decorators: [column],
  args: { src: picture.src, alt, width: 1600, height: 1067 },
  argTypes: {
    placement: { control: 'select', options: ['inline', 'wide', 'full', 'float'] },
    'no-lightbox': { control: 'boolean' },
    width: { control: 'number' },
    height: { control: 'number' },
    loading: { control: 'select', options: [undefined, 'lazy', 'eager'] },
    fetchpriority: { control: 'select', options: [undefined, 'high', 'low', 'auto'] },
    ...Object.fromEntries(
      [
        ...['src', 'alt', 'srcset', 'sizes', 'caption', 'credit'],
        ...['licence', 'licence-url', 'provenance'],
      ].map((name) => [name, { control: 'text' as const }]),
    ),
  },
  render: (args) => html`
    <article-figure
      lang="en"
      placement=${args.placement ?? nothing}
      ?no-lightbox=${args['no-lightbox']}
      src=${args.src ?? nothing}
      alt=${args.alt ?? nothing}
      width=${args.width ?? nothing}
      height=${args.height ?? nothing}
      srcset=${args.srcset ?? nothing}
      sizes=${args.sizes ?? nothing}
      loading=${args.loading ?? nothing}
      fetchpriority=${args.fetchpriority ?? nothing}
      caption=${args.caption ?? nothing}
      credit=${args.credit ?? nothing}
      licence=${args.licence ?? nothing}
      licence-url=${args['licence-url'] ?? nothing}
      provenance=${args.provenance ?? nothing}
    ></article-figure>
  `,
};
export default meta;
type Story = StoryObj<Args>;

export const FromAttributes: Story = {
  args: { caption: picture.caption, credit: picture.credit },
  parameters: describe('Left empty, the tag writes the figure from its attributes.'),
};

export const Written: Story = {
  render: () => pragueFigure(),
  parameters: describe('Around a `figure` nothing of it is changed; it can be opened large.'),
};

export const LicenceAndProvenance: Story = {
  args: {
    caption: 'Prague at first light.',
    credit: 'Illustration: Broadsheet Elements',
    licence: 'MIT',
    'licence-url': '#licence',
    provenance: 'Illustration',
  },
  parameters: describe('Credit, licence with a link to its text, and a label of provenance.'),
};

export const NoCaption: Story = {
  parameters: describe('No caption, no credit, and no empty line where they would stand.'),
};

export const CreditOnly: Story = {
  args: { credit: picture.credit },
  parameters: describe('A credit without a caption.'),
};

export const LongCaption: Story = {
  args: {
    caption: `${prague.paragraphs[4]} Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.`,
    credit: 'Illustration: Broadsheet Elements, after an original that nobody has seen since',
  },
  parameters: describe(
    'A caption that should have been a paragraph, with a word too wide for a telephone.',
  ),
};

export const Broken: Story = {
  args: {
    src: brokenPicture,
    alt: picture.alt,
    caption: picture.caption,
    credit: picture.credit,
  },
  parameters: describe('A picture that fails keeps its place, and its description is read in it.'),
};

export const BrokenWithoutAlt: Story = {
  render: () => html`
    <article-figure lang="en">
      <figure>
        <img src=${brokenPicture} alt="" width="1600" height="1067" />
        <figcaption><span class="caption">${picture.caption}</span></figcaption>
      </figure>
    </article-figure>
  `,
  parameters: describe(
    'The worst case: a picture that fails and describes nothing. The caption stays.',
  ),
};

export const UnsafeAddress: Story = {
  tags: ['warns'],
  args: { src: 'javascript:alert(1)', caption: 'Never shown.' },
  parameters: describe(
    '`javascript:` never becomes a source. Nothing is shown; the console says why.',
  ),
};

export const Srcset: Story = {
  args: {
    src: 'prague-960.webp',
    width: 960,
    height: 640,
    srcset: `prague-480.webp 480w, prague-960.webp 960w, ${picture.src} 1600w`,
    caption: 'In three sizes; `sizes` is worked out from the placement.',
  },
  parameters: describe('`srcset` as in HTML. The large view asks for the size of the screen.'),
};

export const PictureElement: Story = {
  render: () => html`
    <article-figure lang="en">
      <figure>
        <picture>
          <source
            media="(width < 40rem)"
            srcset="prague-tall.webp"
            width="640"
            height="960"
            type="image/webp"
          />
          <img src=${picture.src} width="1600" height="1067" alt=${alt} />
        </picture>
        <figcaption>
          <span class="caption">Another cut of the picture on a telephone.</span>
          <span class="credit">${picture.credit}</span>
        </figcaption>
      </figure>
    </article-figure>
  `,
  parameters: describe('A `picture` with a source for narrow screens.'),
};

export const InsideALink: Story = {
  render: () => html`
    <article-figure lang="en">
      <figure>
        <a href="#the-picture"><img src=${picture.src} width="1600" height="1067" alt=${alt} /></a>
        <figcaption><span class="caption">A picture that leads elsewhere.</span></figcaption>
      </figure>
    </article-figure>
  `,
  parameters: describe('A picture inside a link stays a link; it does not open large.'),
};

export const NoLightbox: Story = {
  args: { 'no-lightbox': true, caption: 'Already as large as it gets.' },
  parameters: describe('`no-lightbox`: no button, and a click does nothing.'),
};

export const Tall: Story = {
  args: { src: 'prague-tall.webp', width: 640, height: 960, caption: 'Higher than wide.' },
  parameters: describe('A picture in portrait format.'),
};

export const Small: Story = {
  args: {
    src: 'portrait-1.png',
    width: 96,
    height: 96,
    alt: 'Drawing of a person.',
    caption: 'Ninety-six pixels.',
  },
  parameters: describe('A picture far smaller than its column.'),
};

export const Decorative: Story = {
  render: () => html`
    <article-figure lang="en">
      <figure><img src=${picture.src} width="1600" height="1067" alt="" /></figure>
    </article-figure>
  `,
  parameters: describe('`alt=""`: the picture only decorates, and the button has a general name.'),
};

export const ReserveOfPlace: Story = {
  args: { src: 'prague-960.webp', width: 960, height: 640, loading: 'lazy' },
  parameters: describe(
    '`width` and `height` keep the place before the picture arrives; `loading` is passed on.',
  ),
};

export const RightToLeft: Story = {
  render: () => html`
    <article-figure lang="ar" dir="rtl">
      <figure>
        <img src=${picture.src} width="1600" height="1067" alt="رسم لمدينة براغ عند الفجر." />
        <figcaption>
          <span class="caption">براغ عند الفجر. رسم أُعدّ لهذه الصفحة.</span>
          <span class="credit" lang="en" dir="ltr">${picture.credit}</span>
          <span class="provenance">رسم</span>
        </figcaption>
      </figure>
    </article-figure>
  `,
  parameters: describe('From the right, with the button in the other corner.'),
};

export const Empty: Story = {
  render: () => html`<article-figure></article-figure>`,
  parameters: describe('Without content and address it leaves nothing behind.'),
};

/** A figure among the text, over the whole width of the page. */
const placed = (placement: string, words: string): Story => ({
  decorators: [(story) => html`<div style="margin-inline: calc(50% - 50vw)">${story()}</div>`],
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      ${pragueText(0, 1)}${pragueFigure(placement)}${pragueText(1, 4)}
    </news-article>
  `,
  parameters: describe(words),
});

export const Inline: Story = placed('inline', 'As wide as the text.');
export const Wide: Story = placed('wide', 'Wider than the text, on both sides.');
export const Full: Story = placed('full', 'From edge to edge; the caption keeps its gutter.');
export const Float: Story = placed(
  'float',
  'Beside the text, which runs around it; in line on a narrow screen.',
);

const opening = async (canvasElement: HTMLElement): Promise<HTMLDialogElement> => {
  const figure = canvasElement.querySelector('article-figure')!;
  await figure.updateComplete;
  await waitFor(() => expect(figure.querySelector('figure-opener')).not.toBeNull());
  await userEvent.click(figure.querySelector('img')!);
  await waitFor(() => {
    const dialog = figure.querySelector('figure-lightbox')?.shadowRoot?.querySelector('dialog');
    return expect(dialog?.open).toBe(true);
  });
  return figure.querySelector('figure-lightbox')!.shadowRoot!.querySelector('dialog')!;
};

export const Opened: Story = {
  tags: ['!autodocs'],
  args: { caption: picture.caption, credit: picture.credit },
  play: async ({ canvasElement }) => {
    const dialog = await opening(canvasElement);
    await expect(dialog).toHaveAttribute('aria-label', alt);
  },
  parameters: describe(
    'Opened large, with caption and credit. Escape, the button or the ground closes it.',
  ),
};

export const OpenedAndClosed: Story = {
  tags: ['!autodocs'],
  args: { caption: picture.caption },
  play: async ({ canvasElement }) => {
    const dialog = await opening(canvasElement);
    dialog.querySelector<HTMLButtonElement>('[part~="close"]')!.click();
    await waitFor(() => expect(canvasElement.querySelector('figure-lightbox')).toBeNull());
    await expect(document.activeElement?.localName).toBe('figure-opener');
  },
  parameters: describe('Closed again: the keyboard is back on the button that opened it.'),
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
      ${pragueFigure()}
      <p><output></output></p>
    </div>
  `,
  parameters: describe('`figure-open` is cancelable: cancel it, and show the picture as you like.'),
};
