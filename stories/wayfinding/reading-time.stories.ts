import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { prague } from '../prague.js';
import { describe, page } from '../templates.js';
import { parts } from './wayfinding-templates.js';

interface Args {
  'words-per-minute'?: number;
}

const meta: Meta<Args> = {
  title: 'Wayfinding/reading-time',
  component: 'reading-time',
  decorators: [page],
  argTypes: { 'words-per-minute': { control: 'number' } },
  render: (args) => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      <reading-time words-per-minute=${args['words-per-minute'] ?? nothing}></reading-time>
      ${parts()}
    </news-article>
  `,
};
export default meta;
type Story = StoryObj<Args>;

export const Counted: Story = {
  parameters: describe('Left empty, the tag counts the words of its story.'),
  play: async ({ canvasElement }) => {
    const time = canvasElement.querySelector('reading-time');
    await waitFor(() => expect(time).toHaveTextContent('2 min read'));
  },
};

export const SlowReaders: Story = {
  args: { 'words-per-minute': 60 },
  parameters: describe('`words-per-minute`, for who reads slower.'),
};

export const Written: Story = {
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      <reading-time>About as long as a cup of coffee</reading-time>
      ${parts()}
    </news-article>
  `,
  parameters: describe('What is written stays.'),
};
