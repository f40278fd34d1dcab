import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, within } from 'storybook/test';
import type { Comment, CommentPage, CommentSource } from '../../src/index.js';
import { merged } from '../../src/sources/merged.js';
import { describe, fixedClock, page } from '../templates.js';
import { forgetDrafts } from './form-play.js';
import { comment, failing, many, nested, showing } from './sources.js';
import { arabic } from './words.js';

const meta: Meta = {
  title: 'Comments/comment-thread/States',
  component: 'comment-thread',
  decorators: [page],
  beforeEach: () => {
    forgetDrafts();
    localStorage.removeItem('broadsheet-comment-sort');
  },
};
export default meta;
type Story = StoryObj;

/** A source that only shows, with whatever else a page of comments may tell. */
const from = (comments: readonly Comment[], more: Partial<CommentPage> = {}): CommentSource => ({
  name: 'story',
  can: [],
  load: () => Promise.resolve({ comments, ...more }),
});

/** A source that does all that a source may do. */
function able(comments: readonly Comment[]): CommentSource {
  const list = new Map(comments.map((one) => [one.id, one]));
  const change = (id: string, over: Partial<Comment>) => {
    const changed = { ...(list.get(id) ?? comment(id, '')), ...over };
    list.set(id, changed);
    return Promise.resolve(changed);
  };
  return {
    ...showing(comments),
    can: ['post', 'like', 'report', 'edit', 'remove'],
    like: (id, isLiked) =>
      change(id, {
        isLiked,
        counts: { likes: (list.get(id)?.counts?.likes ?? 0) + (isLiked ? 1 : -1) },
      }),
    report: () => Promise.resolve(),
    edit: (id, text) => change(id, { body: { text }, editedAt: '2024-05-31T10:30:00Z' }),
    remove: () => Promise.resolve(),
  };
}

const threadOf = (source: CommentSource, attributes: { replies?: string; closed?: boolean } = {}) =>
  html`<news-article lang="en" .clock=${fixedClock} time-zone="Europe/Prague">
    <comment-thread
      loading="eager"
      replies=${attributes.replies ?? 'shown'}
      ?closed=${attributes.closed ?? false}
      .commentSource=${source}
    ></comment-thread>
  </news-article>`;

export const Gone: Story = {
  render: () =>
    threadOf(
      from([
        comment('gone-1', '', { state: 'deleted' }),
        comment('gone-2', 'An answer to words that are no longer there.', { parentId: 'gone-1' }),
        comment('gone-3', '', { state: 'hidden' }),
        comment('gone-4', '', { state: 'blocked' }),
        comment('gone-5', 'A blocked reply breaks no thread.', { parentId: 'gone-4' }),
      ]),
    ),
  parameters: describe(
    'Deleted by who wrote it, hidden by a moderator, blocked by its network: the place stays where others have answered.',
  ),
};

export const ContentWarning: Story = {
  render: () =>
    threadOf(
      from([
        comment('warning-1', 'They sign in July.', { warning: 'How it ends' }),
        comment('warning-2', 'Its author gave no words for the warning.', { isSensitive: true }),
      ]),
    ),
  parameters: describe('The words wait until the reader asks for them, and are found in the page.'),
};

export const Marks: Story = {
  render: () =>
    threadOf(
      from([
        comment('marks-1', 'Please stay with the subject.', {
          author: { name: 'Jane Doe', badges: ['Moderator'] },
          isPinned: true,
        }),
        comment('marks-2', 'I was there: it was the second day, not the first.', {
          author: { name: 'John Q. Public', handle: '@john@social.example' },
          isPicked: true,
          counts: { likes: 41 },
          isLikedByAuthor: true,
        }),
        comment('marks-3', 'Thank you, corrected.', {
          author: { name: 'Alexandra Example', isArticleAuthor: true },
          parentId: 'marks-2',
          editedAt: '2024-05-31T10:30:00Z',
        }),
      ]),
    ),
  parameters: describe('Pinned, picked by the editors, by the author, by a moderator, edited.'),
};

export const Actions: Story = {
  render: () =>
    threadOf(
      able([
        comment('actions-1', 'A clear summary.', { counts: { likes: 3 } }),
        comment('actions-2', 'My own words, which I may change.', {
          author: { name: 'John Q. Public' },
          isOwn: true,
        }),
      ]),
    ),
  parameters: describe('Like, report, edit and delete, where the source can.'),
};

export const DeleteAsksTwice: Story = {
  tags: ['!autodocs'],
  render: () => threadOf(able([comment('twice-1', 'My own words.', { isOwn: true })])),
  play: async ({ canvasElement }) => {
    const thread = within(canvasElement);
    await userEvent.click(await thread.findByRole('button', { name: 'Delete your comment' }));
    await expect(thread.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  },
  parameters: describe('What cannot be undone is asked about once more.'),
};

export const Editing: Story = {
  tags: ['!autodocs'],
  render: () => threadOf(able([comment('edit-1', 'My own words.', { isOwn: true })])),
  play: async ({ canvasElement }) => {
    const thread = within(canvasElement);
    await userEvent.click(await thread.findByRole('button', { name: 'Edit your comment' }));
    await expect(thread.getByRole('textbox', { name: 'Edit your comment' })).toHaveFocus();
  },
  parameters: describe('A change is kept like any draft until it is saved.'),
};

export const Folded: Story = {
  render: () => threadOf(from(nested('folded', 4)), { replies: 'folded' }),
  parameters: describe(
    'Replies are folded away; find-in-page still finds them, and print shows them.',
  ),
};

export const FiveHundred: Story = {
  render: () => threadOf(showing(many('hundreds', 500))),
  parameters: describe('Five hundred comments; those off the screen cost nothing.'),
};

export const Pages: Story = {
  render: () => {
    const all = many('pages', 25);
    const source: CommentSource = {
      name: 'story',
      can: [],
      load: ({ cursor = '0' }) => {
        const end = Number(cursor) + 10;
        return Promise.resolve({
          comments: all.slice(Number(cursor), end),
          total: all.length,
          ...(end < all.length && { cursor: String(end) }),
        });
      },
    };
    return threadOf(source);
  },
  play: async ({ canvasElement }) => {
    const thread = within(canvasElement);
    await userEvent.click(await thread.findByRole('button', { name: 'Load more comments' }));
    await expect(await thread.findByText('10 more comments')).toBeInTheDocument();
  },
  parameters: describe('Ten at a time. The reader goes on at the first new one.'),
};

export const NewComments: Story = {
  tags: ['!autodocs'],
  render: () => {
    let asked = 0;
    const all = many('fresh', 6);
    return threadOf({
      name: 'story',
      can: [],
      load: () => Promise.resolve({ comments: asked++ ? all : all.slice(0, 3) }),
    });
  },
  play: async ({ canvasElement }) => {
    const thread = within(canvasElement);
    await thread.findByRole('heading', { name: '3 comments' });
    await canvasElement.querySelector('comment-thread')?.checkForNew();
    await expect(
      await thread.findByRole('button', { name: 'Show 3 new comments' }),
    ).toBeInTheDocument();
  },
  parameters: describe('What came since waits for the reader; nothing moves by itself.'),
};

export const Closed: Story = {
  render: () => threadOf(showing(nested('closed', 2)), { closed: true }),
  parameters: describe('No more comments are taken; those that are there stay.'),
};

export const ReadOnlyNetwork: Story = {
  render: () =>
    threadOf(
      from(
        [
          comment('net-1', 'Seen from over here it reads differently.', {
            author: { name: 'Erika Mustermann', handle: '@erika.example' },
            origin: 'Bluesky',
            url: 'https://bsky.example/1',
            counts: { likes: 12 },
            media: [
              { type: 'image', url: 'https://bsky.example/map.jpg', title: 'A map of the bridges' },
            ],
          }),
        ],
        {
          origins: [{ name: 'Bluesky', url: 'https://bsky.example/post' }],
          truncated: 'cap',
        },
      ),
    ),
  parameters: describe(
    'Comments of a network are answered there; its pictures are linked, never loaded.',
  ),
};

export const Merged: Story = {
  render: () =>
    threadOf(
      merged([
        showing([
          comment('merged-1', 'The paper’s own reader.', { publishedAt: '2024-05-31T07:00:00Z' }),
        ]),
        {
          ...from(
            [
              comment('a', 'From Bluesky, a little later.', {
                origin: 'Bluesky',
                url: 'https://bsky.example/a',
                author: { name: 'Ola Nordmann' },
                publishedAt: '2024-05-31T07:30:00Z',
              }),
            ],
            { origins: [{ name: 'Bluesky', url: 'https://bsky.example/post' }] },
          ),
          name: 'bluesky',
        },
        { ...failing(Infinity), name: 'mastodon' },
      ]),
    ),
  parameters: describe('Several networks in one thread; one that fails hides no other.'),
};

export const Reactions: Story = {
  render: () =>
    threadOf(
      from([comment('react-1', 'We wrote about this, too.', { origin: 'example.org' })], {
        reactions: [
          {
            kind: 'like',
            count: 3,
            people: [{ name: 'Jane Doe', url: 'https://example.org/jane' }, { name: 'Jan Novák' }],
          },
          { kind: 'repost', count: 1, people: [{ name: 'Ola Nordmann' }] },
        ],
      }),
    ),
  parameters: describe('Likes and shares of the story are numbers, with names for who asks.'),
};

export const SignedIn: Story = {
  render: () => html`
    <news-article lang="en" .clock=${fixedClock} time-zone="Europe/Prague">
      <comment-thread
        loading="eager"
        .identity=${{ name: 'Jane Doe' }}
        .commentSource=${showing([comment('signed-1', 'A clear summary, thank you.')])}
      ></comment-thread>
    </news-article>
  `,
  parameters: describe('The page knows who is signed in: no name, no address to fill in.'),
};

export const RightToLeftWithEverything: Story = {
  render: () => html`
    <news-article lang="ar" dir="rtl" .clock=${fixedClock} .words=${arabic}>
      <comment-thread
        loading="eager"
        .commentSource=${able([
          comment('rtl-all-1', 'ملخص واضح، شكرًا.', {
            author: { name: 'ليلى حداد', handle: '@layla@social.example' },
            counts: { likes: 7 },
            isPinned: true,
          }),
          comment('rtl-all-2', 'ومن يدفع؟', {
            author: { name: 'عمر الخطيب' },
            parentId: 'rtl-all-1',
            isOwn: true,
          }),
        ])}
      ></comment-thread>
    </news-article>
  `,
  parameters: describe('Marks, actions and folding from the right.'),
};
