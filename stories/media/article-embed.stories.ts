import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { revokeEmbeds, type EmbedConsentEvent } from '../../src/index.js';
import { prague } from '../prague.js';
import { soon } from '../soon.js';
import { column, describe, pragueText } from '../templates.js';

interface Args {
  provider?: string;
  src?: string;
  width?: number | undefined;
  height?: number | undefined;
  title?: string;
  caption?: string;
  'allow-host'?: boolean;
  'link-only'?: boolean;
}

const film = 'https://www.youtube.com/watch?v=aqz-KE-bpKQ';

const embed = (args: Args): TemplateResult => html`
  <article-embed
    lang="en"
    provider=${args.provider ?? nothing}
    src=${args.src ?? nothing}
    width=${args.width ?? nothing}
    height=${args.height ?? nothing}
    ?allow-host=${args['allow-host']}
    ?link-only=${args['link-only']}
    >${inside(args)}</article-embed
  >
`;

const inside = ({ src, title, caption }: Args): TemplateResult => html`
  <figure>
    <p class="embed-link"><a href=${src ?? nothing} rel="noopener">${title}</a></p>
    ${caption && html`<figcaption><span class="caption">${caption}</span></figcaption>`}
  </figure>
`;

const meta: Meta<Args> = {
  title: 'Media/article-embed',
  component: 'article-embed',
  decorators: [column],
  // What a visitor of these stories agreed to in one must not load another's frame.
  beforeEach: () => revokeEmbeds(),
  args: { provider: 'youtube', src: film, width: 560, height: 315, title: prague.headline },
  argTypes: {
    width: { control: 'number' },
    height: { control: 'number' },
    'allow-host': { control: 'boolean' },
    'link-only': { control: 'boolean' },
    ...Object.fromEntries(
      ['provider', 'src', 'title', 'caption'].map((name) => [name, { control: 'text' as const }]),
    ),
  },
  render: embed,
};
export default meta;
type Story = StoryObj<Args>;

export const Film: Story = {
  args: { caption: prague.picture.caption },
  parameters: describe(
    'Nothing is loaded before the button is pressed. The room is that of the player, and stays it.',
  ),
};

export const ScriptOff: Story = {
  tags: ['!autodocs'],
  render: (args) => html`
    <div class="article-embed" lang="en" link-only>${inside(args)}</div>
    <p>Above as it is without the script, below with it.</p>
    ${embed(args)}
  `,
  parameters: describe('Without the script there is the link, and no room is kept for a player.'),
};

const words = (text: string, provider: string, src: string, more = '') => html`
  <article-embed lang="en" provider=${provider} src=${src}>
    <figure>
      <blockquote>
        <p>${text}</p>
        ${more}
      </blockquote>
      <p class="embed-link"><a href=${src} rel="noopener">Open on ${provider}</a></p>
    </figure>
  </article-embed>
`;

export const Post: Story = {
  render: () =>
    words(prague.paragraphs[0] ?? '', 'x', 'https://x.com/NATO/status/1796501234567890123'),
  parameters: describe('A post: its words are part of the story, whether it is loaded or not.'),
};

export const LongPost: Story = {
  render: () =>
    words(
      prague.paragraphs.join(' '),
      'mastodon',
      'https://social.example/@someone/112',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    ),
  parameters: describe(
    'A post that is longer than its room, on a server that is asked for by its own name.',
  ),
};

export const NetworksOwnCode: Story = {
  render: () => html`
    <article-embed lang="en">
      <blockquote class="twitter-tweet">
        <p>${prague.headline}</p>
        — Somebody <a href="https://twitter.com/NATO/status/1796501234567890123">May 31, 2024</a>
      </blockquote>
    </article-embed>
  `,
  parameters: describe("A network's own code for embedding, without its script."),
};

export const LinkAlone: Story = {
  render: () =>
    html`<article-embed lang="en"><a href=${film}>${prague.headline}</a></article-embed>`,
  parameters: describe('Around just a link.'),
};

export const LeftEmpty: Story = {
  render: () => html`<article-embed lang="en" provider="youtube" src=${film}></article-embed>`,
  parameters: describe('Left empty, the tag writes the link.'),
};

export const FromData: Story = {
  render: () => html`
    <article-embed
      lang="en"
      .block=${{
        provider: 'vimeo',
        url: 'https://vimeo.com/76979871',
        title: prague.headline,
        caption: [prague.picture.caption],
        width: 640,
        height: 360,
      }}
    ></article-embed>
  `,
  parameters: describe('Left empty and given data, it writes the same HTML.'),
};

export const Sound: Story = {
  args: {
    provider: 'spotify',
    src: 'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
    width: undefined,
    height: undefined,
  },
  parameters: describe('A recording has the height of its player.'),
};

export const Place: Story = {
  args: {
    provider: 'openstreetmap',
    src: 'https://www.openstreetmap.org/#map=16/50.0865/14.4114',
    title: 'Charles Bridge, Prague',
    width: undefined,
    height: undefined,
  },
  parameters: describe('A map, from the address of its page.'),
};

export const UnknownHost: Story = {
  args: { provider: 'charts.example', src: 'https://charts.example/1', title: 'A chart' },
  parameters: describe('A host that nobody allowed: a link, and nothing else, ever.'),
};

export const AllowedHost: Story = {
  args: {
    provider: 'charts.example',
    src: 'https://charts.example/1',
    title: 'A chart',
    'allow-host': true,
  },
  parameters: describe(
    '`allow-host`: the page vouches for the host; the reader is asked all the same.',
  ),
};

export const LinkOnly: Story = {
  args: { 'link-only': true },
  parameters: describe('`link-only`: it stays a link.'),
};

export const UnsafeAddress: Story = {
  args: { src: 'javascript:alert(1)', provider: 'youtube' },
  render: (args) => html`<article-embed lang="en" src=${args.src ?? ''} link-only></article-embed>`,
  parameters: describe('`javascript:` never becomes a link, nor a frame.'),
};

export const RightToLeft: Story = {
  render: () => html`
    <article-embed lang="ar" dir="rtl" provider="youtube" src=${film}>
      <figure>
        <p class="embed-link"><a href=${film}>اجتماع وزراء الخارجية في براغ</a></p>
        <figcaption><span class="caption">براغ عند الفجر.</span></figcaption>
      </figure>
    </article-embed>
  `,
  parameters: describe('From the right.'),
};

export const AmongText: Story = {
  decorators: [(story) => html`<div style="margin-inline: calc(50% - 50vw)">${story()}</div>`],
  render: (args) => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      ${pragueText(0, 2)} ${embed(args)} ${pragueText(2, 4)}
    </news-article>
  `,
  parameters: describe('In an article.'),
};

export const DecidedByThePage: Story = {
  tags: ['!autodocs'],
  render: (args) => html`
    <div
      @embed-consent=${(event: EmbedConsentEvent) => {
        event.preventDefault();
        if (event.reason !== 'press') return;
        const line = (event.currentTarget as Element).querySelector('output');
        if (line) line.textContent = `The page was asked for ${event.provider}.`;
      }}
    >
      ${embed(args)}
      <p><output></output></p>
    </div>
  `,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('article-embed');
    const root = () => element?.querySelector('embed-gate')?.shadowRoot;
    (await soon(() => root()?.querySelector<HTMLButtonElement>('[part=load]'))).click();
    await expect(canvasElement.querySelector('output')?.textContent).toContain('youtube');
    await expect(root()?.querySelector('iframe')).toBeNull();
  },
  parameters: describe(
    '`embed-consent` is cancelable: a consent platform answers in the reader’s place.',
  ),
};
