import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { prague } from '../prague.js';
import { describe, page } from '../templates.js';

const meta: Meta = {
  title: 'Notes/article-timeline',
  component: 'article-timeline',
  decorators: [page],
};
export default meta;
type Story = StoryObj;

const events = html`
  <h2>On the way to Washington</h2>
  <ol>
    <li>
      <p class="event-date">Nearly ten years before</p>
      <h3>Russia’s initial incursion into Ukrainian territory</h3>
    </li>
    <li>
      <p class="event-date"><time datetime="2024-05-31">May 31, 2024</time></p>
      <h3>Ministers in Prague</h3>
      <p>${prague.paragraphs[0]}</p>
    </li>
    <li>
      <p class="event-date"><time datetime="2024-07">July 2024</time></p>
      <h3>The summit in Washington</h3>
      <p>NATO will celebrate its 75th anniversary.</p>
    </li>
  </ol>
`;

export const Written: Story = {
  render: () => html`
    <news-article lang="en"><article-timeline>${events}</article-timeline></news-article>
  `,
  parameters: describe('Dates stay as they are written.'),
};

export const EmptyDates: Story = {
  render: () => html`
    <news-article lang="de">
      <article-timeline loading="eager">
        <h2>Prag</h2>
        <ol>
          <li>
            <p class="event-date"><time datetime="2024-05-30"></time></p>
            <p>Erster Tag</p>
          </li>
          <li>
            <p class="event-date"><time datetime="2024-05-31"></time></p>
            <p>Zweiter Tag</p>
          </li>
        </ol>
      </article-timeline>
    </news-article>
  `,
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(canvasElement.querySelector('time')).toHaveTextContent('30. Mai 2024'),
    );
  },
  parameters: describe(
    'A date that nobody has written is written for the reader, in the language of the article; its line was kept.',
  ),
};

export const Worst: Story = {
  render: () => html`
    <news-article lang="de" style="max-inline-size: 20rem; margin-inline: auto">
      <article-timeline>
        <ol>
          <li><p class="event-date">Vor sehr langer Zeit, als niemand zählte, oder kurz danach</p></li>
          <li><h3>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau</h3></li>
          <li>${prague.paragraphs[1]}</li>
          <li></li>
        </ol>
      </article-timeline>
    </news-article>
  `,
  parameters: describe('No title, no dates, long words, an event of which nothing is said.'),
};

export const RightToLeft: Story = {
  render: () => html`
    <news-article lang="ar" dir="rtl">
      <article-timeline>
        <h2>الطريق إلى واشنطن</h2>
        <ol>
          <li>
            <p class="event-date"><time datetime="2024-05-31">٣١ مايو ٢٠٢٤</time></p>
            <p>اجتماع براغ.</p>
          </li>
          <li>
            <p class="event-date"><time datetime="2024-07">يوليو ٢٠٢٤</time></p>
            <p>قمة واشنطن.</p>
          </li>
        </ol>
      </article-timeline>
    </news-article>
  `,
  parameters: describe('From the right: the line stands on the other side.'),
};

export const FromData: Story = {
  render: () => html`
    <news-article lang="en">
      <article-timeline
        .block=${{
          title: ['On the way to Washington'],
          events: [
            { datetime: '2024-05-31', title: ['Ministers in Prague'] },
            { date: 'July 2024', title: ['The summit in Washington'] },
          ],
        }}
      ></article-timeline>
    </news-article>
  `,
  parameters: describe('Left empty, the tag writes its HTML from `block`.'),
};

export const ScriptOff: Story = {
  render: () => html`
    <div class="news-article" lang="en"><div class="article-timeline">${events}</div></div>
  `,
  parameters: describe('Without its script nothing is missing.'),
};
