import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { prague } from '../prague.js';
import { describe, page } from '../templates.js';
import { parts } from './wayfinding-templates.js';

const meta: Meta = {
  title: 'Wayfinding/reading-progress',
  component: 'reading-progress',
  decorators: [page],
};
export default meta;

export const Default: StoryObj = {
  render: () => html`
    <news-article lang="en">
      <reading-progress></reading-progress>
      <h1>${prague.headline}</h1>
      ${parts()}
    </news-article>
  `,
  parameters: describe(
    'A thin line at the top of the window, which grows as you scroll. It takes no room, is not printed, and is hidden from screen readers.',
  ),
};

export const Thick: StoryObj = {
  render: () => html`
    <news-article lang="en" style="--article-progress-size: 8px; --article-accent: #0a6a5a">
      <reading-progress></reading-progress>
      <h1>${prague.headline}</h1>
      ${parts()}
    </news-article>
  `,
  parameters: describe('`--article-progress-size`, in the colour of the article.'),
};

export const RightToLeft: StoryObj = {
  render: () => html`
    <news-article lang="ar" dir="rtl">
      <reading-progress></reading-progress>
      <h1>وزراء خارجية الناتو في براغ</h1>
      ${Array.from(
        { length: 12 },
        () => html`<p>ولم يكن أمن أوكرانيا الموضوع الوحيد على جدول الأعمال.</p>`,
      )}
    </news-article>
  `,
  parameters: describe('It grows from the right.'),
};
