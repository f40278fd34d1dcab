import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { parseArticle } from '../src/content/article.js';
import { writeArticle } from '../src/content/render-article.js';
import { fromWriter } from '../src/kit/html.js';
import { writeOptions } from '../src/server/options.js';
import data from './assets/every-block.json' with { type: 'json' };
import { brokenPicture, describe } from './templates.js';

const { article } = parseArticle(data);
const options = { timeZone: 'Europe/Prague', contents: true, readingTime: true };
/** What stands around a story: it belongs to the page, not to the data. */
const tools = '<article-tools></article-tools>';
const progress = '<reading-progress></reading-progress>';
const thread = '<comment-thread source="local" post="every-block"></comment-thread>';

/** The story as a server writes it, with tools over the text and a thread under it. */
const written = (over: Partial<typeof article> = {}): string =>
  String(writeArticle({ ...article, ...over }, writeOptions({ ...article, ...over }, options)))
    .replace('<article-header>', `${progress}\n<article-header>`)
    .replace('</reading-time>', `</reading-time>\n${tools}`)
    .replace('</news-article>', `${thread}\n</news-article>`);

/** The same with the names of the tags as classes: no script ever touches it. */
const scriptOff = (markup: string): string =>
  markup
    .replaceAll('<news-article', '<article class="news-article"')
    .replaceAll('</news-article>', '</article>')
    .replace(/<((?:[a-z]+-)+[a-z]+)(?=[\s>])/g, '<div class="$1"')
    .replace(/<\/(?:[a-z]+-)+[a-z]+>/g, '</div>');

/** In an element: a fragment would be empty when Storybook renders the story a second time. */
function show(markup: string): Element {
  const page = document.createElement('div');
  page.style.paddingBlock = '2rem 4rem';
  page.append(fromWriter(markup));
  return page;
}

interface Args {
  design?: string;
}

const meta: Meta<Args> = {
  title: 'Every block',
  component: 'news-article',
  tags: ['!autodocs'],
  parameters: {
    docs: {
      description: {
        component:
          'The Prague article, word for word, with every block of the vocabulary: one JSON file, written by the library’s writer.',
      },
    },
  },
};
export default meta;
type Story = StoryObj<Args>;

export const EveryBlock: Story = {
  render: () => show(written()),
  parameters: describe('All of it, as `renderArticle` writes it and the tags enhance it.'),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('article-contents a')).not.toBeNull());
  },
};

export const ScriptOff: Story = {
  render: () => show(scriptOff(written())),
  parameters: describe(
    'The same HTML with the names of the tags as classes of plain elements, so that no script touches it: the picture of a page whose script is blocked, or on its way.',
  ),
};

export const FromJson: Story = {
  render: () => html`
    <div style="padding-block: 2rem 4rem">
      <news-article src="every-block.json" source="json" time-zone="Europe/Prague"></news-article>
    </div>
  `,
  parameters: describe('The same story, loaded from its file by `src`.'),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('article-gallery')).not.toBeNull());
  },
};

export const Dark: Story = {
  render: () => show(written().replace('<news-article ', '<news-article theme="dark" ')),
  parameters: describe('`theme="dark"`.'),
};

export const RightToLeft: Story = {
  render: () => show(written({ dir: 'rtl' })),
  parameters: describe(
    '`dir="rtl"`, with the English text: everything changes sides, whatever the language.',
  ),
};

export const Narrow: Story = {
  render: () => html`
    <div style="inline-size: 20rem; margin-inline: auto">
      ${show(written().replaceAll('<article-table ', '<article-table loading="eager" '))}
    </div>
  `,
  parameters: describe('In a column of 320 pixels.'),
  play: async ({ canvasElement }) => {
    // What scrolls there can be reached with the keyboard.
    await waitFor(() =>
      expect(canvasElement.querySelector('article-table[tabindex]')).not.toBeNull(),
    );
  },
};

const design = (name: NonNullable<typeof article.design>): Story => ({
  args: { design: name },
  render: () => show(written({ design: name })),
  parameters: describe(`\`design="${name}"\`.`),
});

export const Feature = design('feature');
export const Opinion = design('opinion');
export const Live = design('live');

export const NoPictures: Story = {
  render: () =>
    show(
      written({ lead: undefined }).replaceAll(
        / src="prague-[a-z]+\.webp"/g,
        ` src="${brokenPicture}"`,
      ),
    ),
  parameters: describe('Every picture fails: places are kept, and descriptions are read.'),
};
