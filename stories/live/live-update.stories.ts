import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { column, describe } from '../templates.js';
import { pinnedUpdate, pragueUpdates } from './prague-live.js';
import { updateHtml } from './templates.js';

const meta: Meta = {
  title: 'Live/live-update',
  component: 'live-update',
  decorators: [column],
};
export default meta;
type Story = StoryObj;

export const Written: Story = {
  render: () => updateHtml(pragueUpdates[1]!),
  parameters: describe(
    'One update: a headline, its time, which leads to it, who wrote it, and text.',
  ),
};

export const KeyMoment: Story = {
  render: () => updateHtml(pragueUpdates[0]!),
  parameters: describe('`key`: one of the moments that the blog lists. It was changed since.'),
};

export const Pinned: Story = {
  render: () => updateHtml(pinnedUpdate),
  parameters: describe('`pinned`: it stays above the others.'),
};

export const WithoutHeadline: Story = {
  render: () => updateHtml(pragueUpdates[2]!),
  parameters: describe('A line in passing.'),
};

export const FromData: Story = {
  render: () => html`<live-update .block=${pragueUpdates[5]}></live-update>`,
  parameters: describe('Left empty and given data, it writes its HTML itself.'),
};
