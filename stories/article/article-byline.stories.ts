import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { Person } from '../../src/index.js';
import { column, describe } from '../templates.js';

interface Args {
  authors?: string;
}

const meta: Meta<Args> = {
  title: 'Article/article-byline',
  component: 'article-byline',
  decorators: [column],
  render: ({ authors }) => html`
    <article-byline lang="en" authors=${authors ?? nothing}></article-byline>
  `,
  argTypes: { authors: { control: 'text' } },
  parameters: {
    docs: { description: { component: 'All the people in these stories are placeholders.' } },
  },
};
export default meta;
type Story = StoryObj<Args>;

const people: readonly Person[] = [
  { name: 'Jane Doe', url: '#jane-doe', role: 'Diplomatic Editor', image: 'portrait-1.png' },
  { name: 'John Q. Public', url: '#john-q-public', role: 'in Prague', image: 'portrait-2.png' },
];

export const FromAttribute: Story = {
  args: { authors: 'Jane Doe; John Q. Public' },
  parameters: describe('Names parted by semicolons, joined as the nearest language joins names.'),
};

export const OneAuthor: Story = {
  args: { authors: 'Jane Doe' },
  parameters: describe('One name.'),
};

export const FromData: Story = {
  render: () => html`<article-byline lang="en" .authors=${people}></article-byline>`,
  parameters: describe('The `authors` property takes people with links, roles and portraits.'),
};

export const Written: Story = {
  render: () => html`
    <article-byline lang="en">
      <p>
        Reported by
        <img class="portrait" src="portrait-1.png" alt="" width="40" height="40" />
        <a rel="author" href="#jane-doe">Jane Doe</a>, <span class="role">Diplomatic Editor</span>;
        translated by <span class="author">Erika Mustermann</span>
      </p>
    </article-byline>
  `,
  parameters: describe(
    'A byline that was written keeps its words; search engines still learn who is who from `rel="author"`, `.author` and `.role`.',
  ),
};

export const PlainText: Story = {
  render: () => html`<article-byline lang="en">From our own correspondents</article-byline>`,
  parameters: describe('Only text.'),
};

export const TwelveAuthors: Story = {
  args: {
    authors: [
      ...['Jane Doe', 'John Q. Public', 'Erika Mustermann', 'Jan Novák', 'Jan Kowalski'],
      ...['Mario Rossi', 'Juan Pérez', 'Ola Nordmann', 'Matti Meikäläinen', 'Ivan Horvat'],
      ...['Fulano de Tal', 'Wolfeschlegelsteinhausenbergerdorff the Younger'],
    ].join('; '),
  },
  parameters: describe('Twelve names wrap like a sentence.'),
};

export const TwelvePortraits: Story = {
  render: () => html`
    <article-byline
      lang="en"
      .authors=${Array.from({ length: 12 }, (_, index): Person => ({
        name: `Jane Doe ${index + 1}`,
        url: `#jane-doe-${index + 1}`,
        role: index % 3 ? undefined : 'Correspondent',
        image: `portrait-${(index % 2) + 1}.png`,
      }))}
    ></article-byline>
  `,
  parameters: describe('Twelve people with portraits.'),
};

export const Czech: Story = {
  render: () => html`
    <article-byline
      lang="cs"
      authors="Jana Nováková; Jan Novák; Josef Svoboda"
      .words=${{ by: 'Text: {authors}' }}
    ></article-byline>
  `,
  parameters: describe('Joined the Czech way, with a word of the page’s own through `words`.'),
};

export const Arabic: Story = {
  render: () => html`
    <article-byline
      lang="ar"
      dir="rtl"
      authors="ليلى حداد; عمر الخطيب; Jane Doe"
      .words=${{ by: 'بقلم {authors}' }}
    ></article-byline>
  `,
  parameters: describe('From right to left, with a name in another script.'),
};

export const UnsafeLink: Story = {
  render: () => html`
    <article-byline
      lang="en"
      .authors=${[{ name: 'Jane Doe', url: 'javascript:alert(1)', image: 'javascript:alert(2)' }]}
    ></article-byline>
  `,
  parameters: describe('`javascript:` never becomes a link or a picture; the name stays.'),
};

export const Empty: Story = {
  render: () => html`
    <p style="margin: 0">Between these two lines stands an empty <code>article-byline</code>.</p>
    <article-byline></article-byline>
    <p style="margin: 0">It leaves no line and no “By”.</p>
  `,
  parameters: describe('Without authors there is no byline.'),
};
