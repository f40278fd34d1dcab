import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type {
  CommentForm,
  CommentSource,
  CommentSubmitEvent,
  SourceErrorKind,
} from '../../src/index.js';
import { column, describe } from '../templates.js';
import { fill, forgetDrafts, post } from './form-play.js';
import { holding, refusing, sending, showing, trashing } from './sources.js';
import { arabic, czech } from './words.js';

interface Args {
  source?: string;
  src?: string;
  post?: string;
  action?: string;
  closed?: boolean;
  preview?: boolean;
  markdown?: boolean;
}

const meta: Meta<Args> = {
  title: 'Comments/comment-form',
  component: 'comment-form',
  decorators: [column],
  beforeEach: forgetDrafts,
  argTypes: {
    source: { control: 'text' },
    src: { control: 'text' },
    post: { control: 'text' },
    action: { control: 'text' },
    closed: { control: 'boolean' },
    preview: { control: 'boolean' },
    markdown: { control: 'boolean' },
  },
};
export default meta;
type Story = StoryObj<Args>;

/** A form that posts to a source of the story's own. */
const formFor = (source: CommentSource) => html`
  <comment-form lang="en" .commentSource=${source}></comment-form>
`;

export const WrittenByTheTag: Story = {
  args: { source: 'local', post: 'story-form' },
  render: (args) => html`
    <comment-form
      lang="en"
      source=${args.source ?? nothing}
      src=${args.src ?? nothing}
      post=${args.post ?? nothing}
      action=${args.action ?? nothing}
      ?closed=${args.closed}
      ?preview=${args.preview}
      ?markdown=${args.markdown}
    ></comment-form>
  `,
  parameters: describe(
    'Left empty, the tag writes the form, with WordPress’s names, lengths and order.',
  ),
};

export const UpgradesARealForm: Story = {
  render: () => html`
    <comment-form
      lang="en"
      @comment-submit=${(event: CommentSubmitEvent) =>
        event.respondWith(Promise.resolve({ status: 'published' }))}
    >
      <div id="respond" class="comment-respond">
        <h3 id="reply-title" class="comment-reply-title">
          Leave a Reply
          <small>
            <a rel="nofollow" id="cancel-comment-reply-link" href="#respond" style="display: none"
              >Cancel reply</a
            >
          </small>
        </h3>
        <form action="#respond" method="post" id="commentform" class="comment-form">
          <p class="comment-notes">
            <span id="email-notes">Your email address will not be published.</span>
            <span class="required-field-message">
              Required fields are marked <span class="required">*</span>
            </span>
          </p>
          <p class="comment-form-comment">
            <label for="comment">Comment <span class="required">*</span></label>
            <textarea
              id="comment"
              name="comment"
              cols="45"
              rows="8"
              maxlength="65525"
              required
            ></textarea>
          </p>
          <p class="comment-form-author">
            <label for="author">Name <span class="required">*</span></label>
            <input
              id="author"
              name="author"
              type="text"
              size="30"
              maxlength="245"
              autocomplete="name"
              required
            />
          </p>
          <p class="comment-form-email">
            <label for="email">Email <span class="required">*</span></label>
            <input
              id="email"
              name="email"
              type="email"
              size="30"
              maxlength="100"
              aria-describedby="email-notes"
              autocomplete="email"
              required
            />
          </p>
          <p class="comment-form-url">
            <label for="url">Website</label>
            <input id="url" name="url" type="url" size="30" maxlength="200" autocomplete="url" />
          </p>
          <p class="comment-form-cookies-consent">
            <input
              id="wp-comment-cookies-consent"
              name="wp-comment-cookies-consent"
              type="checkbox"
              value="yes"
            />
            <label for="wp-comment-cookies-consent"
              >Save my name, email, and website in this browser for the next time I comment.</label
            >
          </p>
          <p class="form-submit">
            <input name="submit" type="submit" id="submit" class="submit" value="Post Comment" />
            <input type="hidden" name="comment_post_ID" value="8" />
            <input type="hidden" name="comment_parent" value="0" />
          </p>
        </form>
      </div>
    </comment-form>
  `,
  parameters: describe(
    'The form as a WordPress theme has it, upgraded in place. Here the page answers `comment-submit` itself; without that the browser would post to `action`.',
  ),
};

export const ErrorsInWords: Story = {
  tags: ['!autodocs'],
  render: () => formFor(showing()),
  play: async ({ canvasElement }) => {
    await post(canvasElement);
    const form = within(canvasElement);
    await expect(form.getByRole('textbox', { name: /^Comment/ })).toHaveFocus();
    await expect(form.getByRole('alert')).toHaveTextContent('3 fields need your attention');
    await expect(form.getByText('Write your name.')).toBeVisible();
  },
  parameters: describe('Posted empty: what is wrong is said beside each field, and announced.'),
};

export const BadAddresses: Story = {
  tags: ['!autodocs'],
  render: () => formFor(showing()),
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    const form = within(canvasElement);
    const email = form.getByRole('textbox', { name: /^Email/ });
    await userEvent.clear(email);
    await userEvent.type(email, 'jane at example');
    await userEvent.type(form.getByRole('textbox', { name: 'Website' }), 'not an address');
    await post(canvasElement);
    await expect(form.getByRole('alert')).toHaveTextContent('2 fields need your attention');
  },
  parameters: describe('An e-mail and a web address that are none.'),
};

export const Posted: Story = {
  tags: ['!autodocs'],
  render: () => formFor(showing()),
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    await post(canvasElement);
    const form = within(canvasElement);
    await waitFor(() => expect(form.getByRole('status')).toHaveTextContent('is published'));
    await expect(form.getByRole('textbox', { name: /^Comment/ })).toHaveValue('');
  },
  parameters: describe('Published: the box is empty again, and the form says so.'),
};

export const Sending: Story = {
  tags: ['!autodocs'],
  render: () => formFor(sending()),
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    await post(canvasElement);
    await waitFor(() =>
      expect(within(canvasElement).getByRole('status')).toHaveTextContent('Sending…'),
    );
  },
  parameters: describe('One request is on its way; a second press does nothing.'),
};

export const Held: Story = {
  tags: ['!autodocs'],
  render: () => formFor(holding()),
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    await post(canvasElement);
    await waitFor(() =>
      expect(within(canvasElement).getByRole('status')).toHaveTextContent('moderator'),
    );
  },
  parameters: describe('Taken, but held for a moderator.'),
};

/** A post that a source does not take: the words that a reader is told, and the text still there. */
const failed = (source: () => CommentSource, told: RegExp, story: string): Story => ({
  tags: ['!autodocs'],
  render: () => formFor(source()),
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    await post(canvasElement);
    const form = within(canvasElement);
    await waitFor(() => expect(form.getByRole('alert')).toHaveTextContent(told));
    await expect(form.getByRole('textbox', { name: /^Comment/ })).toHaveValue('Who pays?');
  },
  parameters: describe(story),
});
const refused = (
  kind: SourceErrorKind,
  told: RegExp,
  story: string,
  fields?: Readonly<Record<string, string>>,
): Story => failed(() => refusing(kind, fields), told, `\`${kind}\`: ${story}`);

export const Trashed = failed(trashing, /refused by the site/, 'The site put it in the bin.');
export const FailedOffline = refused(
  'offline',
  /no connection/,
  'there is no connection. It can be sent by itself when there is one again.',
);
export const FailedTimeout = refused(
  'timeout',
  /in time/,
  'no answer came, and nobody knows whether the comment arrived; the reader can look.',
);
export const FailedUnknown = refused(
  'unknown',
  /could not be read/,
  'an answer came that tells nothing.',
);
export const FailedSignIn = refused(
  'auth',
  /sign in/,
  'the site wants to know who you are. The page hears `comment-auth-required`, lets the reader sign in and calls `resume()`.',
);
export const FailedDuplicate = refused('duplicate', /already/, 'the site has it already.');
export const FailedField = refused(
  'invalid',
  /did not accept/,
  'the site says which field it does not like, and in its own words.',
  { email: 'This address was refused by example.org.' },
);
export const FailedTooLong = refused('too-long', /too long/, 'longer than the site allows.');
export const FailedStorage = refused('storage', /refused to keep/, 'the browser keeps nothing.');
export const FailedServer = refused('server', /failed at the site/, 'something broke over there.');

export const FailedTooQuickly: Story = {
  ...refused('rate', /too quickly/, 'the site asks for patience; the seconds are counted.'),
  render: () => formFor(refusing('rate', {}, { retryAt: Date.now() + 90_000 })),
};

export const FailedElsewhere: Story = {
  tags: ['!autodocs'],
  render: () =>
    formFor(
      refusing(
        'elsewhere',
        {},
        {
          elsewhere: { site: 'example.org', action: '#respond', fields: { comment: 'Who pays?' } },
        },
      ),
    ),
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    await post(canvasElement);
    await expect(
      await within(canvasElement).findByRole('button', { name: 'Post on example.org' }),
    ).toBeVisible();
  },
  parameters: describe(
    '`elsewhere`: the site takes comments on its own page; the text goes along.',
  ),
};

export const FailedClosed: Story = {
  tags: ['!autodocs'],
  render: () => formFor(refusing('closed')),
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    await post(canvasElement);
    const form = within(canvasElement);
    const note = await form.findByText(/Comments are closed here/, { selector: '.form-closed *' });
    await expect(note).toBeVisible();
    await expect(form.getByRole('textbox', { name: 'Comment' })).toHaveValue('Who pays?');
  },
  parameters: describe('`closed`: comments were closed meanwhile; what was typed can be copied.'),
};

export const FailedGone: Story = {
  tags: ['!autodocs'],
  render: () => formFor(refusing('gone')),
  play: async ({ canvasElement }) => {
    const tag = canvasElement.querySelector<CommentForm>('comment-form')!;
    await tag.updateComplete;
    tag.replyTo('7', 'John Q. Public');
    await fill(canvasElement);
    await post(canvasElement);
    await expect(
      await within(canvasElement).findByRole('button', { name: 'Post it as a comment of its own' }),
    ).toBeVisible();
  },
  parameters: describe('`gone`: the comment that is answered was deleted meanwhile.'),
};

export const Closed: Story = {
  render: () => html`<comment-form lang="en" closed .commentSource=${showing()}></comment-form>`,
  parameters: describe('`closed`: no more comments are taken.'),
};

export const NearTheLimit: Story = {
  tags: ['!autodocs'],
  render: () => formFor({ ...showing(), limit: { max: 38, unit: 'graphemes' } }),
  play: async ({ canvasElement }) => {
    await fill(canvasElement, 'Who pays, who pays, and who pays? 👩‍👩‍👧');
    await waitFor(() =>
      expect(canvasElement.querySelector('.form-counter')).toHaveTextContent('3 characters left'),
    );
  },
  parameters: describe(
    'A tenth of the room is left: it is counted as the site counts, and read out.',
  ),
};

export const OverTheLimit: Story = {
  tags: ['!autodocs'],
  render: () => formFor({ ...showing(), limit: { max: 10, unit: 'graphemes' } }),
  play: async ({ canvasElement }) => {
    await fill(canvasElement, 'Who pays for that?');
    await post(canvasElement);
    await waitFor(() =>
      expect(within(canvasElement).getByRole('alert')).toHaveTextContent('too long'),
    );
  },
  parameters: describe('Longer than the site takes: it is not sent, and nothing is cut.'),
};

export const SignedIn: Story = {
  render: () => html`
    <comment-form
      lang="en"
      .identity=${{ name: 'Jane Doe', url: 'https://example.org/jane' }}
      .commentSource=${showing()}
    ></comment-form>
  `,
  parameters: describe(
    'The page knows who is reading (`identity`): nobody is asked for name and address.',
  ),
};

export const Preview: Story = {
  tags: ['!autodocs'],
  render: () => html`<comment-form lang="en" preview .commentSource=${showing()}></comment-form>`,
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    const form = within(canvasElement);
    await userEvent.click(await form.findByRole('button', { name: 'Preview' }));
    await expect(await form.findByText('Who pays?')).toBeVisible();
    await expect(form.getByRole('button', { name: 'Go on writing' })).toBeVisible();
  },
  parameters: describe('`preview`: the comment as the thread will show it.'),
};

export const Markdown: Story = {
  tags: ['!autodocs'],
  render: () => html`
    <comment-form
      lang="en"
      preview
      markdown
      .commentSource=${{ ...showing(), can: ['post', 'markdown'] }}
    ></comment-form>
  `,
  play: async ({ canvasElement }) => {
    await fill(canvasElement, 'Who **pays**? > Nobody.');
    const form = within(canvasElement);
    await userEvent.click(await form.findByRole('button', { name: 'Preview' }));
    await waitFor(() => expect(canvasElement.querySelector('strong')).toHaveTextContent('pays'));
  },
  parameters: describe(
    '`markdown`: where the source takes it, a hint says so, and the preview shows it.',
  ),
};

export const Captcha: Story = {
  render: () => html`
    <comment-form lang="en" .commentSource=${showing()}>
      <p data-captcha>
        <label>How many bridges has Prague? <input name="bridges" inputmode="numeric" /></label>
      </p>
    </comment-form>
  `,
  parameters: describe(
    'What has `data-captcha` goes into the form that is written; its answer goes along in `draft.fields`.',
  ),
};

export const Replying: Story = {
  tags: ['!autodocs'],
  render: () => formFor(showing()),
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector<CommentForm>('comment-form')!;
    await form.updateComplete;
    form.replyTo('7', 'John Q. Public');
    await expect(form.parentId).toBe('7');
    await expect(
      await within(canvasElement).findByRole('heading', { name: /Reply to John Q. Public/ }),
    ).toBeVisible();
  },
  parameters: describe(
    'Answering somebody, with a way out. `replyTo(id, name)` is what a thread calls.',
  ),
};

export const RememberedAuthor: Story = {
  tags: ['!autodocs'],
  beforeEach: () => {
    const before = localStorage.getItem('broadsheet-author');
    const author = { author: 'Jane Doe', email: 'jane@example.org', url: 'https://example.org/' };
    localStorage.setItem('broadsheet-author', JSON.stringify(author));
    return () => {
      if (before === null) localStorage.removeItem('broadsheet-author');
      else localStorage.setItem('broadsheet-author', before);
    };
  },
  render: () => formFor(showing()),
  play: async ({ canvasElement }) => {
    const name = await within(canvasElement).findByRole('textbox', { name: /^Name/ });
    await waitFor(() => expect(name).toHaveValue('Jane Doe'));
  },
  parameters: describe(
    'Somebody who let this browser remember them: the box is ticked, and unticking it forgets.',
  ),
};

export const Czech: Story = {
  render: () => html`
    <comment-form lang="cs" .words=${czech} .commentSource=${showing()}></comment-form>
  `,
  parameters: describe('Another language through the `words` property.'),
};

export const Arabic: Story = {
  render: () => html`
    <comment-form lang="ar" dir="rtl" .words=${arabic} .commentSource=${showing()}></comment-form>
  `,
  parameters: describe('From the right, in Arabic.'),
};

export const WithoutASource: Story = {
  render: () => html`<comment-form lang="en" action="#reply"></comment-form>`,
  parameters: describe(
    'No source: the fields are checked and the draft is kept, then the browser posts to `action` as it would any form.',
  ),
};

export const AnsweredByThePage: Story = {
  render: () => html`
    <comment-form
      lang="en"
      @comment-submit=${(event: CommentSubmitEvent) =>
        event.respondWith(Promise.resolve({ status: 'held' }))}
    ></comment-form>
  `,
  parameters: describe('The page posts in a way of its own: `event.respondWith(promise)`.'),
};
