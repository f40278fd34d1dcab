import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { prague } from '../prague.js';
import { describe, longHeadline, page } from '../templates.js';

const meta: Meta = {
  title: 'Article/article-notice',
  component: 'article-notice',
  decorators: [page],
};
export default meta;

const date = html`<time datetime="2024-06-01T09:30:00+02:00">June 1, 2024</time>`;

export const Kinds: StoryObj = {
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      <article-notice kind="sponsored">
        <p class="notice-label">Paid content</p>
        <p>Paid for by the makers of an example.</p>
      </article-notice>
      <article-notice kind="ai">
        <p class="notice-label">Made with AI</p>
        <p>The summary was drafted by a machine and read by an editor.</p>
      </article-notice>
      <p>${prague.paragraphs[0]}</p>
      <article-notice kind="correction">
        <p class="notice-label">Correction ${date}</p>
        <p>An earlier version of this page had another picture, which is lost.</p>
      </article-notice>
      <article-notice kind="clarification">
        <p class="notice-label">Clarification ${date}</p>
        <p>The meeting was informal.</p>
      </article-notice>
      <article-notice kind="update">
        <p class="notice-label">Update ${date}</p>
        <p>This page has been set anew.</p>
      </article-notice>
      <article-notice><p>A note of the newsroom.</p></article-notice>
    </news-article>
  `,
  parameters: describe(
    'What the newsroom says of its own story, over it or under it. Corrections and clarifications go into the page’s JSON-LD as `CorrectionComment`.',
  ),
};

export const ScriptOff: StoryObj = {
  render: () => html`
    <div class="news-article" lang="en">
      <p>${prague.paragraphs[0]}</p>
      <div class="article-notice" kind="correction">
        <p class="notice-label">Correction ${date}</p>
        <p>An earlier version of this page had another picture, which is lost.</p>
      </div>
    </div>
  `,
  parameters: describe('The same, without a script.'),
};

export const FromData: StoryObj = {
  render: () => html`
    <news-article lang="en" time-zone="Europe/Prague">
      <p>${prague.paragraphs[0]}</p>
      <article-notice
        .block=${{
          kind: 'correction',
          datetime: '2024-06-01T09:30:00+02:00',
          children: [{ type: 'paragraph', children: ['An earlier version had another picture.'] }],
        }}
      ></article-notice>
    </news-article>
  `,
  parameters: describe('Left empty, and given the property `block`.'),
};

export const WorstContent: StoryObj = {
  tags: ['warns'],
  render: () => html`
    <news-article lang="en">
      <article-notice kind="erratum">
        <p class="notice-label">${longHeadline} ${date}</p>
        <ul>
          <li>${longHeadline}</li>
          <li>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</li>
        </ul>
      </article-notice>
    </news-article>
  `,
  parameters: describe(
    'A kind that nobody knows counts as a note, and the console is told; a long label, a list, a word too wide.',
  ),
};

export const RightToLeft: StoryObj = {
  render: () => html`
    <news-article lang="ar" dir="rtl">
      <article-notice kind="correction">
        <p class="notice-label">تصحيح <time datetime="2024-06-01">١ يونيو ٢٠٢٤</time></p>
        <p>كانت لنسخة سابقة من هذه الصفحة صورة أخرى.</p>
      </article-notice>
    </news-article>
  `,
  parameters: describe('From the right.'),
};
