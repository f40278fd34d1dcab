import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { prague } from '../prague.js';
import { describe, page, pragueText } from '../templates.js';

const words = 'NATO’s commitment to defending the rules-based international order remains resolute';

const meta: Meta = {
  title: 'Notes/article-pullquote',
  component: 'article-pullquote',
  decorators: [page],
};
export default meta;
type Story = StoryObj;

export const OfTheStory: Story = {
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      ${pragueText(4, 5)}
      <article-pullquote
        ><blockquote><p>${words}</p></blockquote></article-pullquote
      >
      ${pragueText(5)}
    </news-article>
  `,
  play: async ({ canvasElement }) => {
    const quote = canvasElement.querySelector('article-pullquote');
    await waitFor(() => expect(quote).toHaveAttribute('aria-hidden', 'true'));
  },
  parameters: describe(
    'Its words stand in the story: a screen reader passes over them here, and reads them once.',
  ),
};

export const WithSource: Story = {
  render: () => html`
    <news-article lang="en">
      ${pragueText(1, 2)}
      <article-pullquote>
        <blockquote>
          <p>“A multi-year program”</p>
          <footer>Jens Stoltenberg, Secretary General of NATO</footer>
        </blockquote>
      </article-pullquote>
      ${pragueText(2, 3)}
    </news-article>
  `,
  parameters: describe('With who said it.'),
};

export const ItsOwnWords: Story = {
  render: () => html`
    <news-article lang="en">
      ${pragueText(2, 3)}
      <article-pullquote
        ><blockquote><p>Eleven sentences for one</p></blockquote></article-pullquote
      >
      ${pragueText(3, 4)}
    </news-article>
  `,
  parameters: describe('Its words stand nowhere else: it is read out.'),
};

export const Worst: Story = {
  render: () => html`
    <news-article lang="de" style="max-inline-size: 20rem; margin-inline: auto">
      <article-pullquote>
        <blockquote>
          <p>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</p>
          <p>${prague.paragraphs[5]}</p>
          <footer>Rechtsschutzversicherungsgesellschaften, die jemand angestellt hat</footer>
        </blockquote>
      </article-pullquote>
    </news-article>
  `,
  parameters: describe('A quotation that should have been a paragraph, in a narrow place.'),
};

export const RightToLeft: Story = {
  render: () => html`
    <news-article lang="ar" dir="rtl">
      <article-pullquote>
        <blockquote>
          <p>لم يكن الأمن وحده على جدول الأعمال</p>
          <footer>الأمين العام</footer>
        </blockquote>
      </article-pullquote>
    </news-article>
  `,
  parameters: describe('From the right.'),
};

export const FromData: Story = {
  render: () => html`
    <news-article lang="en">
      <article-pullquote
        .block=${{ children: [{ type: 'paragraph', children: [words] }], source: ['Prague'] }}
      ></article-pullquote>
    </news-article>
  `,
  parameters: describe('Left empty, the tag writes its HTML from `block`.'),
};

export const ScriptOff: Story = {
  render: () => html`
    <div class="news-article" lang="en">
      <div class="article-pullquote" aria-hidden="true">
        <blockquote><p>${words}</p></blockquote>
      </div>
      ${pragueText(5)}
    </div>
  `,
  parameters: describe('Without its script: `aria-hidden` is written by whoever writes the page.'),
};
