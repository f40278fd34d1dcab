import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { column, describe, fixedClock } from '../templates.js';

interface Args {
  published?: string;
  updated?: string;
  format?: string;
  'time-zone'?: string;
}

const meta: Meta<Args> = {
  title: 'Article/article-time',
  component: 'article-time',
  decorators: [column],
  render: (args) => html`
    <article-time
      lang="en"
      published=${args.published ?? nothing}
      updated=${args.updated ?? nothing}
      format=${args.format ?? nothing}
      time-zone=${args['time-zone'] ?? nothing}
    ></article-time>
  `,
  args: { published: '2024-05-31T09:30:00+02:00', 'time-zone': 'Europe/Prague' },
  argTypes: {
    published: { control: 'text' },
    updated: { control: 'text' },
    format: {
      control: 'select',
      options: [undefined, 'date-time', 'date', 'time', 'relative'],
    },
    'time-zone': { control: 'text' },
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Times with what they show, one a line. */
const table = (rows: readonly (readonly [string, TemplateResult])[]) => html`
  <dl style="display: grid; grid-template-columns: auto 1fr; gap: 0.5rem 1.5rem; margin: 0">
    ${rows.map(
      ([name, time]) => html`
        <dt><code>${name}</code></dt>
        <dd style="margin: 0">${time}</dd>
      `,
    )}
  </dl>
`;

export const FromAttributes: Story = {
  parameters: describe('Left empty, the tag writes its dates for the nearest `lang`.'),
};

export const Updated: Story = {
  args: { updated: '2024-05-31T16:05:00+02:00' },
  parameters: describe('Published, and updated because that differs.'),
};

export const UpdatedTheSame: Story = {
  args: { updated: '2024-05-31T07:30:00Z' },
  parameters: describe('The same moment in another zone’s writing: it is not shown twice.'),
};

export const WrittenTextStays: Story = {
  render: () => html`
    <article-time lang="en" time-zone="Europe/Prague">
      <time datetime="2024-05-31T09:30:00+02:00">On the last morning of May</time>
      <span class="updated-label">corrected</span>
      <time class="updated" datetime="2024-05-31T16:05:00+02:00">before tea</time>
    </article-time>
  `,
  parameters: describe('What someone wrote inside a `time` stays unless `format` asks.'),
};

export const WrittenTextReplaced: Story = {
  render: () => html`
    <article-time lang="en" format="date" time-zone="Europe/Prague">
      <time datetime="2024-05-31T09:30:00+02:00">31/05/24</time>
    </article-time>
  `,
  parameters: describe(
    'With `format` the tag writes over it, and gives it back when `format` goes.',
  ),
};

export const EmptyTime: Story = {
  render: () => html`
    <article-time lang="en" time-zone="Europe/Prague">
      <time datetime="2024-05-31T09:30:00+02:00"></time>
    </article-time>
  `,
  parameters: describe('An empty `time` is always filled in; its line is kept free until then.'),
};

const formatted = (format: string) => html`
  <article-time
    lang="en"
    format=${format}
    published="2024-05-31T09:30:00+02:00"
    time-zone="Europe/Prague"
  ></article-time>
`;

export const Formats: Story = {
  render: () => html`
    <news-article .clock=${fixedClock}>
      ${table(
        ['date-time', 'date', 'time', 'relative'].map((name) => [name, formatted(name)] as const),
      )}
    </news-article>
  `,
  parameters: describe('Every `format`; the clock stands at noon.'),
};

const ages = [
  ['20 seconds', '2024-05-31T11:59:40+02:00'],
  ['5 minutes', '2024-05-31T11:55:00+02:00'],
  ['2½ hours', '2024-05-31T09:30:00+02:00'],
  ['a day', '2024-05-30T11:00:00+02:00'],
  ['6 days', '2024-05-25T11:00:00+02:00'],
  ['8 days', '2024-05-23T11:00:00+02:00'],
  ['a day only', '2024-05-30'],
  ['in an hour', '2024-05-31T13:00:00+02:00'],
] as const;

export const Relative: Story = {
  render: () => html`
    <news-article .clock=${fixedClock} time-zone="Europe/Prague">
      ${table(
        ages.map(([name, published]) => [
          name,
          html`<article-time lang="en" format="relative" published=${published}></article-time>`,
        ]),
      )}
    </news-article>
  `,
  parameters: describe(
    'Relative time becomes a date after a week; the clock comes from `news-article.clock` and stands still here.',
  ),
};

export const TimeZones: Story = {
  render: () =>
    table(
      ['Europe/Prague', 'America/New_York', 'Asia/Tokyo', 'UTC'].map((zone) => [
        zone,
        html`<article-time
          lang="en"
          published="2024-05-31T22:30:00+02:00"
          time-zone=${zone}
        ></article-time>`,
      ]),
    ),
  parameters: describe('One moment in four zones; in Tokyo it is already June.'),
};

export const DayOnly: Story = {
  args: { published: '2024-05-31', 'time-zone': 'America/Los_Angeles' },
  parameters: describe('A day without a time stays that day in every zone.'),
};

export const Czech: Story = {
  render: () => html`
    <news-article lang="cs" .clock=${fixedClock} time-zone="Europe/Prague">
      <article-time
        published="2024-05-31T09:30:00+02:00"
        updated="2024-05-31T16:05:00+02:00"
        .words=${{ updated: 'Aktualizováno' }}
      ></article-time>
      <article-time format="relative" published="2024-05-30T09:30:00+02:00"></article-time>
    </news-article>
  `,
  parameters: describe('Dates for `lang="cs"`; the label comes from the page’s own words.'),
};

export const Arabic: Story = {
  render: () => html`
    <article-time
      lang="ar-EG"
      dir="rtl"
      published="2024-05-31T09:30:00+02:00"
      updated="2024-05-31T16:05:00+02:00"
      time-zone="Africa/Cairo"
      .words=${{ updated: 'آخر تحديث' }}
    ></article-time>
  `,
  parameters: describe('Dates for Egypt: from the right, in Arabic digits.'),
};

export const NoDates: Story = {
  render: () => html`
    <p style="margin: 0">Between these two lines stands an empty <code>article-time</code>.</p>
    <article-time></article-time>
    <p style="margin: 0">Only the line is kept that a date may still fill.</p>
  `,
  parameters: describe('Without dates nothing is written.'),
};

export const InvalidDates: Story = {
  tags: ['warns'],
  args: { published: '2024-02-31', updated: 'yesterday' },
  parameters: describe('A date that is none shows nothing; the console says why, once.'),
};

export const UnknownZoneAndFormat: Story = {
  tags: ['warns'],
  args: { 'time-zone': 'Mars/Olympus', format: 'poetic', published: '2024-05-31' },
  parameters: describe(
    'An unknown zone is the reader’s own, an unknown format the first; the console is told.',
  ),
};
