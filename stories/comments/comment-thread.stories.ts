import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { CommentSource, CommentSubmitEvent } from '../../src/index.js';
import { describe, fixedClock, page } from '../templates.js';
import { fill, forgetDrafts, post } from './form-play.js';
import {
  boardOf,
  comment,
  failing,
  holding,
  loading,
  many,
  nested,
  readOnly,
  showing,
} from './sources.js';
import { arabic, czech } from './words.js';

interface Args {
  source?: string;
  src?: string;
  post?: string;
}

const meta: Meta<Args> = {
  title: 'Comments/comment-thread',
  component: 'comment-thread',
  decorators: [page],
  beforeEach: forgetDrafts,
  argTypes: {
    source: { control: 'text' },
    src: { control: 'text' },
    post: { control: 'text' },
  },
};
export default meta;
type Story = StoryObj<Args>;

/** In an article whose clock stands still, so that “3 hours ago” stays three hours. */
const threadOf = (source: CommentSource) => html`
  <news-article lang="en" .clock=${fixedClock} time-zone="Europe/Prague">
    <comment-thread .commentSource=${source}></comment-thread>
  </news-article>
`;

export const Local: Story = {
  args: { source: 'local', post: 'story-thread' },
  render: ({ source, src, post: id }) => html`
    <news-article lang="en">
      <comment-thread
        source=${source ?? nothing}
        src=${src ?? nothing}
        post=${id ?? nothing}
      ></comment-thread>
    </news-article>
  `,
  parameters: describe('No server: what you post is kept in this browser, and the thread says so.'),
};

export const Empty: Story = {
  render: () => threadOf(showing()),
  parameters: describe('Nobody has written yet.'),
};

export const OneComment: Story = {
  render: () =>
    threadOf(
      showing([
        comment('one-1', 'A clear summary, thank you.', {
          author: { name: 'Jane Doe', url: 'https://example.org/jane' },
        }),
      ]),
    ),
  parameters: describe('One comment, by somebody with a page of their own.'),
};

export const NestedSixDeep: Story = {
  render: () => threadOf(showing(nested('deep', 7))),
  parameters: describe(
    'Six deep, and a seventh that stands beside the sixth, so that a telephone still has room for words.',
  ),
};

export const Fifty: Story = {
  render: () => threadOf(showing(many('fifty', 50))),
  parameters: describe('Fifty comments, a third of them answers.'),
};

export const Loading: Story = {
  render: () => threadOf(loading()),
  parameters: describe('The source has not answered yet.'),
};

export const Failed: Story = {
  render: () => threadOf(failing(Infinity)),
  parameters: describe('The comments could not be read; the reader can try again.'),
};

export const TryAgain: Story = {
  tags: ['!autodocs'],
  render: () => threadOf(failing(1, [comment('again-1', 'Here after all.')])),
  play: async ({ canvasElement }) => {
    const thread = within(canvasElement);
    await userEvent.click(await thread.findByRole('button', { name: 'Try again' }));
    await expect(await thread.findByText('Here after all.')).toBeVisible();
    await expect(thread.queryByRole('alert', { name: /could not/ })).toBeNull();
  },
  parameters: describe('The second try works.'),
};

export const Replying: Story = {
  tags: ['!autodocs'],
  render: () => threadOf(showing(nested('reply', 2))),
  play: async ({ canvasElement }) => {
    const thread = within(canvasElement);
    await userEvent.click(await thread.findByRole('button', { name: 'Reply to Jane Doe' }));
    await expect(thread.getByRole('textbox', { name: /^Comment/ })).toHaveFocus();
    await expect(canvasElement.querySelector('#comment-reply-1 comment-form')).not.toBeNull();
  },
  parameters: describe('The form stands under the comment that is answered; Cancel takes it home.'),
};

export const Replied: Story = {
  tags: ['!autodocs'],
  render: () => threadOf(showing(nested('replied', 2))),
  play: async ({ canvasElement }) => {
    const thread = within(canvasElement);
    await userEvent.click(await thread.findByRole('button', { name: 'Reply to Jane Doe' }));
    await fill(canvasElement, 'That is what I asked.');
    await post(canvasElement);
    await expect(await thread.findByText('That is what I asked.', { selector: 'p' })).toBeVisible();
    await waitFor(() => expect(document.activeElement?.localName).toBe('li'));
  },
  parameters: describe(
    'The answer is in its place, the form at home, and the reader with the answer.',
  ),
};

export const Pending: Story = {
  tags: ['!autodocs'],
  render: () => threadOf(holding([comment('pending-1', 'A clear summary, thank you.')])),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('comment-form form')).not.toBeNull());
    await fill(canvasElement, 'My first comment here.');
    await post(canvasElement);
    await expect(
      await within(canvasElement).findByText('My first comment here.', { selector: 'p' }),
    ).toBeVisible();
  },
  parameters: describe('A comment that waits for a moderator is shown to its author, who is told.'),
};

export const KeptInMemory: Story = {
  render: () => threadOf(showing([comment('memory-1', 'Gone tomorrow.')], { kept: 'memory' })),
  parameters: describe(
    'Where the browser refuses storage, comments still work, and the reader is told for how long.',
  ),
};

export const ReadOnly: Story = {
  render: () => threadOf(readOnly(nested('read', 3))),
  parameters: describe('A source that takes no comments: no form, and nothing to press.'),
};

export const ServerRendered: Story = {
  render: () => html`
    <news-article lang="en" time-zone="Europe/Prague">
      <comment-thread
        @comment-submit=${(event: CommentSubmitEvent) =>
          event.respondWith(Promise.resolve({ status: 'held' }))}
      >
        <h2>2 comments</h2>
        <ol>
          <li id="comment-5">
            <article>
              <header>
                <cite class="comment-author">Anna Berg</cite>
                <a href="#comment-5"
                  ><time datetime="2024-05-31T17:15:19+02:00">31 May 2024, 17:15</time></a
                >
              </header>
              <div class="body">
                <p>Is there a link to the <strong>official</strong> press release?</p>
              </div>
              <footer>
                <a
                  class="comment-reply-link"
                  href="#respond"
                  data-commentid="5"
                  aria-label="Reply to Anna Berg"
                  >Reply</a
                >
              </footer>
            </article>
            <ol>
              <li id="comment-6">
                <article>
                  <header>
                    <cite class="comment-author">Ben Ode</cite>
                    <a href="#comment-6"
                      ><time datetime="2024-05-31T17:25:19+02:00">31 May 2024, 17:25</time></a
                    >
                  </header>
                  <div class="body"><p>It is on NATO.int under “News”.</p></div>
                  <footer>
                    <a
                      class="comment-reply-link"
                      href="#respond"
                      data-commentid="6"
                      aria-label="Reply to Ben Ode"
                      >Reply</a
                    >
                  </footer>
                </article>
              </li>
            </ol>
          </li>
        </ol>
        <comment-form action="#respond"></comment-form>
      </comment-thread>
    </news-article>
  `,
  parameters: describe(
    'Comments that a server wrote are kept as they are. The links that would have loaded the page again now bring the form.',
  ),
};

export const ServerRenderedWithASource: Story = {
  render: () => html`
    <news-article lang="en" .clock=${fixedClock} time-zone="Europe/Prague">
      <comment-thread
        .commentSource=${showing([
          comment('server-1', 'Written by the server.'),
          comment('server-2', 'Written since, and put in among the others.', {
            parentId: 'server-1',
            author: { name: 'John Q. Public' },
          }),
        ])}
      >
        <ol>
          <li id="comment-server-1">
            <article>
              <header>
                <cite class="comment-author">Jane Doe</cite>
                <time datetime="2024-05-31T09:30:00+02:00">31 May 2024</time>
              </header>
              <div class="body"><p>Written by the server.</p></div>
            </article>
          </li>
        </ol>
      </comment-thread>
    </news-article>
  `,
  parameters: describe('The source knows one comment more than the page: only that one is added.'),
};

export const LongWords: Story = {
  render: () =>
    threadOf(
      showing([
        comment(
          'long-1',
          'https://example.org/grundstuecksverkehrsgenehmigungszustaendigkeitsuebertragungsverordnung/2024/05/31/index.html',
          {
            author: {
              name: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewarenwohlgepflege',
            },
          },
        ),
        comment('long-2', 'A'.repeat(300), { parentId: 'long-1', author: { name: '' } }),
        comment('long-3', '<script>alert(1)</script> & <b>not bold</b>', {
          author: { name: '<img src=x>', url: 'javascript:alert(1)' },
          publishedAt: 'never',
        }),
      ]),
    ),
  parameters: describe(
    'Names and words wider than the page, a name that is empty, markup that stays text, a date that is none.',
  ),
};

export const RightToLeft: Story = {
  render: () => html`
    <news-article lang="ar" dir="rtl" .clock=${fixedClock} .words=${arabic}>
      <comment-thread
        .commentSource=${showing([
          comment('rtl-1', 'ملخص واضح، شكرًا.', { author: { name: 'ليلى حداد' } }),
          comment('rtl-2', 'Here is an answer in English, from the left.', {
            parentId: 'rtl-1',
            lang: 'en',
          }),
          comment('rtl-3', 'ومن يدفع؟', { author: { name: 'عمر الخطيب' } }),
        ])}
      ></comment-thread>
    </news-article>
  `,
  parameters: describe('In Arabic; an answer in English keeps its own direction.'),
};

export const Czech: Story = {
  render: () => html`
    <news-article lang="cs" .clock=${fixedClock} .words=${czech} time-zone="Europe/Prague">
      <comment-thread
        .commentSource=${showing([
          comment('cs-1', 'Děkuji za přehledné shrnutí.', { author: { name: 'Jana Nováková' } }),
          comment('cs-2', 'A kdo to zaplatí?', { author: { name: 'Jan Novák' } }),
        ])}
      ></comment-thread>
    </news-article>
  `,
  parameters: describe('Two comments take another plural than five, in the article’s own words.'),
};

export const OwnSource: Story = {
  render: () => threadOf(boardOf('own')),
  parameters: {
    docs: {
      description: {
        story:
          'A source of one’s own, given in the `commentSource` property; try a comment with two links. [Your own source](?path=/docs/your-own-source--docs) shows the whole of it.',
      },
      source: {
        language: 'ts',
        code: `import { BoardSource } from './own-source.js';

document.querySelector('comment-thread').commentSource = new BoardSource('/comments?post=8');`,
      },
    },
  },
};
