import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { SourceError, type CommentCount, type CommentSource } from '../../src/index.js';
import { column, describe } from '../templates.js';
import { arabic, czech } from './words.js';

type Args = Pick<CommentCount, 'source' | 'src' | 'post' | 'format' | 'loading'>;

const meta: Meta<Args> = {
  title: 'Comments/comment-count',
  component: 'comment-count',
  decorators: [column],
  argTypes: {
    source: { control: 'text' },
    src: { control: 'text' },
    post: { control: 'text' },
    format: { control: 'inline-radio', options: ['words', 'number'] },
    loading: { control: 'inline-radio', options: ['lazy', 'eager'] },
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Knows these numbers, and nothing else. */
const knowing = (numbers: Readonly<Record<string, number>>): CommentSource => ({
  name: 'story',
  can: ['count'],
  load: () => Promise.resolve({ comments: [] }),
  count: (ids) =>
    Promise.resolve(new Map(ids.flatMap((id) => (id in numbers ? [[id, numbers[id] ?? 0]] : [])))),
});

const failing: CommentSource = {
  ...knowing({}),
  count: () => Promise.reject(new SourceError('offline', 'A story without a connection.')),
};
const numbers = knowing({ nato: 128, tram: 1, bridge: 0, river: 5 });

export const Local: Story = {
  args: { source: 'local', post: 'story-thread' },
  render: ({ source, src, post, format, loading }) => html`
    <a href="#comments"
      ><comment-count
        lang="en"
        source=${source ?? nothing}
        src=${src ?? nothing}
        post=${post ?? nothing}
        format=${format ?? nothing}
        loading=${loading ?? nothing}
        >Comments</comment-count
      ></a
    >
  `,
  parameters: describe('How many comments this browser keeps of a post; the link is the page’s.'),
};

const stories = [
  ['nato', 'Ministers meet in Prague'],
  ['tram', 'Trams run late on Sunday'],
  ['bridge', 'A bridge is open again'],
  ['moon', 'The moon, seen from here'],
] as const;

export const AListOfStories: Story = {
  render: () => html`
    <ul lang="en">
      ${stories.map(
        ([post, title]) => html`
          <li>
            <a href="#${post}">${title}</a> ·
            <comment-count post=${post} .commentSource=${numbers}>Comments</comment-count>
          </li>
        `,
      )}
    </ul>
  `,
  parameters: describe(
    'Four stories, one request. Nobody knows the number of the last, so what was written stays.',
  ),
};

export const TheNumberAlone: Story = {
  render: () => html`
    <p lang="en">
      Ministers meet in Prague
      <a href="#comments"
        ><comment-count post="nato" format="number" .commentSource=${numbers}
          >Comments</comment-count
        ></a
      >
    </p>
  `,
  parameters: describe('Who listens to the page hears “128 comments”.'),
};

export const Failed: Story = {
  render: () => html`
    <p lang="en">
      <a href="#comments"
        ><comment-count post="nato" .commentSource=${failing}>Comments</comment-count></a
      >
    </p>
  `,
  parameters: describe(
    'The number could not be read: the link is as useful as before. Your page hears `comments-error`.',
  ),
};

export const OtherLanguages: Story = {
  render: () => html`
    <p lang="cs">
      <comment-count post="river" .commentSource=${numbers} .words=${czech}></comment-count>
    </p>
    <p lang="ar" dir="rtl">
      <comment-count post="river" .commentSource=${numbers} .words=${arabic}></comment-count>
    </p>
    <p lang="en-IN">
      <comment-count post="big" .commentSource=${knowing({ big: 1234567 })}></comment-count>
    </p>
  `,
  parameters: describe('Plurals and figures of the nearest `lang`.'),
};
