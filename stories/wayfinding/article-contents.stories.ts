import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { prague } from '../prague.js';
import { describe, longHeadline, page } from '../templates.js';
import { parts } from './wayfinding-templates.js';

interface Args {
  depth?: number;
  open?: boolean;
}

const meta: Meta<Args> = {
  title: 'Wayfinding/article-contents',
  component: 'article-contents',
  decorators: [page],
  argTypes: {
    depth: { control: 'inline-radio', options: [2, 3] },
    open: { control: 'boolean' },
  },
  render: ({ depth, open }) => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      <article-contents depth=${depth ?? nothing} ?open=${open}></article-contents>
      ${parts()}
    </news-article>
  `,
};
export default meta;
type Story = StoryObj<Args>;

export const FromHeadings: Story = {
  parameters: describe(
    'Left empty, the tag writes the list from the headings, behind one line whose room is kept from the start. Headings without an `id` get one that lasts.',
  ),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('nav a')).toHaveLength(4));
  },
};

export const Open: Story = {
  args: { open: true },
  parameters: describe('`open`: the list stands open. Give the tag a `min-block-size` for it.'),
};

export const Flat: Story = {
  args: { depth: 2, open: true },
  parameters: describe('`depth="2"`: the parts, without the parts of parts.'),
};

export const Written: Story = {
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      <article-contents>
        <nav aria-label="In this story">
          <ol>
            <li><a href="#written-ukraine">Ukraine</a></li>
            <li><a href="#written-summit">The summit</a></li>
          </ol>
        </nav>
      </article-contents>
      <p>${prague.paragraphs[0]}</p>
      <h2 id="written-ukraine">Security of Ukraine</h2>
      <p>${prague.paragraphs[1]}</p>
      <h2 id="written-summit">The Washington Summit</h2>
      <p>${prague.paragraphs[3]}</p>
    </news-article>
  `,
  parameters: describe(
    'A list of your own stays as it is, with or without the script; the part that is read is marked in it.',
  ),
};

export const ScriptOff: Story = {
  render: () => html`
    <div class="news-article" lang="en">
      <h1>${prague.headline}</h1>
      <div class="article-contents">
        <details open>
          <summary>Contents</summary>
          <nav aria-label="Contents">
            <ol>
              <li><a href="#off-ukraine">Security of Ukraine</a></li>
            </ol>
          </nav>
        </details>
      </div>
      <h2 id="off-ukraine">Security of Ukraine</h2>
      <p>${prague.paragraphs[1]}</p>
    </div>
  `,
  parameters: describe(
    'As `renderArticle(story, { contents: true })` writes it: it opens without a script.',
  ),
};

export const WorstContent: Story = {
  args: { open: true },
  render: ({ open }) => html`
    <div style="inline-size: 20rem; margin-inline: auto">
      <news-article lang="de">
        <h1>Inhalt</h1>
        <article-contents ?open=${open}></article-contents>
        <h2>${longHeadline}</h2>
        <p>Text.</p>
        <h3>
          Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
        </h3>
        <p>Text.</p>
        <h2><em>Hervorgehoben</em> &amp; <code>&lt;b&gt;</code></h2>
        <p>Text.</p>
      </news-article>
    </div>
  `,
  parameters: describe('Long headings, a word too wide, and markup in a heading, at 320 pixels.'),
};

export const RightToLeft: Story = {
  args: { open: true },
  render: ({ open }) => html`
    <news-article lang="ar" dir="rtl">
      <h1>وزراء خارجية الناتو في براغ</h1>
      <article-contents ?open=${open} .words=${{ contents: 'المحتويات' }}></article-contents>
      <h2>أمن أوكرانيا</h2>
      <p>ولم يكن أمن أوكرانيا الموضوع الوحيد على جدول الأعمال.</p>
      <h3>مقر في فيسبادن</h3>
      <p>ناقش الحلفاء إنشاء مقر.</p>
      <h2>قمة واشنطن</h2>
      <p>سيحتفل الحلف بذكراه الخامسة والسبعين.</p>
    </news-article>
  `,
  parameters: describe('From the right, in words of its own.'),
};
