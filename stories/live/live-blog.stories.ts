import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { LiveBlog, LivePage, LiveSource } from '../../src/index.js';
import { prague } from '../prague.js';
import { soon } from '../soon.js';
import { describe, fixedClock, longHeadline, page } from '../templates.js';
import { pinnedUpdate, pragueUpdates } from './prague-live.js';
import { keyMomentsHtml, updateHtml } from './templates.js';

type Update = LivePage['updates'][number];
interface Args {
  order?: string;
  ended?: boolean;
  refresh?: number;
}

const article = (content: unknown): TemplateResult =>
  html`<news-article
    lang="en"
    design="live"
    time-zone="Europe/Prague"
    .clock=${fixedClock}
  >
    <article-header>
      <p class="kicker">Live</p>
      <h1>${prague.headline}</h1>
    </article-header>
    ${content}
  </news-article>`;

const meta: Meta<Args> = {
  title: 'Live/live-blog',
  component: 'live-blog',
  decorators: [page],
  argTypes: {
    order: { control: 'select', options: [undefined, 'newest', 'oldest'] },
    ended: { control: 'boolean' },
    refresh: { control: 'number' },
  },
  // The reader's own choice of yesterday would turn the stories round.
  beforeEach: () => localStorage.removeItem('broadsheet-live-order'),
  render: ({ order, ended, refresh }) =>
    article(
      html`<live-blog
        order=${order ?? nothing}
        ?ended=${ended}
        refresh=${refresh ?? nothing}
      >
        ${pragueUpdates.map(updateHtml)}
      </live-blog>`,
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const Written: Story = {
  parameters: describe(
    'Updates as HTML, the newest first. The script adds the choice of the order, and a list of the key moments in room that the stylesheet has kept for it.',
  ),
};

export const PinnedAndKeyMoments: Story = {
  render: () =>
    article(
      html`<live-blog>
        ${keyMomentsHtml(pragueUpdates)} ${updateHtml(pinnedUpdate)}
        ${pragueUpdates.map(updateHtml)}
      </live-blog>`,
    ),
  play: async ({ canvasElement }) => {
    await userEvent.click(canvasElement.querySelector('summary')!);
    await expect(canvasElement.querySelectorAll('.key-events a')).toHaveLength(3);
  },
  parameters: describe(
    'What is pinned stays on top in every order. The list of key moments is a plain `details` with links; here it is open.',
  ),
};

export const OldestFirst: Story = {
  render: () =>
    article(
      html`<live-blog order="oldest">${[...pragueUpdates].reverse().map(updateHtml)}</live-blog>`,
    ),
  parameters: describe('Written with the oldest first: `order="oldest"` says so.'),
};

/** A newsroom that publishes when a button is pressed. */
class Newsroom implements LiveSource {
  #published = 3;
  isDark = false;

  publish(): void {
    this.#published = Math.min(this.#published + 1, pragueUpdates.length);
  }

  load({ cursor }: { readonly cursor?: string | undefined }): Promise<LivePage> {
    if (this.isDark) return Promise.reject(new Error('The newsroom does not answer.'));
    const updates = pragueUpdates.slice(-this.#published);
    return Promise.resolve(
      cursor === undefined
        ? { updates: updates.slice(0, -1), cursor: 'the-beginning' }
        : { updates: updates.slice(-1) },
    );
  }
}

const blogIn = (event: Event): LiveBlog & { readonly liveSource: Newsroom } =>
  (event.target as Element).closest('.newsroom')!.querySelector('live-blog')! as never;

const newsroom = (source: Newsroom): TemplateResult =>
  html`<div class="newsroom">
    <p style="text-align: center; font-family: sans-serif">
      <button
        class="publish"
        @click=${(event: Event) => {
          const blog = blogIn(event);
          blog.liveSource.publish();
          void blog.checkForNew();
        }}
      >
        The newsroom publishes something
      </button>
    </p>
    ${article(
      html`<live-blog refresh="60" loading="eager" .liveSource=${source}>
        ${pragueUpdates.slice(-3, -1).map(updateHtml)}
      </live-blog>`,
    )}
  </div>`;

const publish = async (canvasElement: HTMLElement): Promise<HTMLButtonElement> => {
  const blog = canvasElement.querySelector('live-blog')!;
  await waitFor(() => expect(blog.querySelector('live-earlier')).not.toBeNull());
  await userEvent.click(canvasElement.querySelector('.publish')!);
  await userEvent.click(canvasElement.querySelector('.publish')!);
  const button = () =>
    blog.querySelector('live-state')?.shadowRoot?.querySelector<HTMLButtonElement>('[part=offer]');
  await waitFor(() => expect(button()?.textContent).toBe('2 new updates'));
  return soon(button);
};

export const Following: Story = {
  render: () => newsroom(new Newsroom()),
  parameters: describe(
    'A source of one’s own in the property `liveSource`, asked every minute while the page is seen. Press the button above, and the blog offers what is new; “Load earlier updates” stands at the end.',
  ),
};

export const NewUpdatesOffered: Story = {
  tags: ['!autodocs'],
  render: () => newsroom(new Newsroom()),
  play: async ({ canvasElement }) => {
    await publish(canvasElement);
    await expect(canvasElement.querySelectorAll('live-update')).toHaveLength(2);
  },
  parameters: describe(
    'New updates are offered, and not put in: nothing moves before the reader asks. The button stays at the top of the window.',
  ),
};

export const NewUpdatesShown: Story = {
  tags: ['!autodocs'],
  render: () => newsroom(new Newsroom()),
  play: async ({ canvasElement }) => {
    (await publish(canvasElement)).click();
    await waitFor(() => expect(canvasElement.querySelectorAll('live-update')).toHaveLength(4));
    await expect(document.activeElement?.localName).toMatch(/^(?:h2|a)$/);
  },
  parameters: describe('The reader has asked: the keyboard goes on from the first new update.'),
};

export const Failing: Story = {
  render: () =>
    article(
      html`<live-blog
        refresh="60"
        loading="eager"
        .liveSource=${Object.assign(new Newsroom(), { isDark: true })}
      >
        ${pragueUpdates.slice(-3).map(updateHtml)}
      </live-blog>`,
    ),
  parameters: describe(
    'The source does not answer: said quietly, with a way to try again. What is there stays; the blog asks again by itself, less and less often.',
  ),
};

export const Empty: Story = {
  render: () =>
    article(
      html`<live-blog
        refresh="60"
        loading="eager"
        .liveSource=${{ load: () => Promise.resolve({ updates: [] }) }}
      ></live-blog>`,
    ),
  parameters: describe('Before the first update.'),
};

export const Ended: Story = {
  args: { ended: true },
  parameters: describe('`ended`: nobody asks any more, and the reader is told.'),
};

export const FromData: Story = {
  render: () =>
    article(html`<live-blog .block=${{ updates: [pinnedUpdate, ...pragueUpdates] }}></live-blog>`),
  parameters: describe(
    'Left empty and given data, the tag writes the HTML that it would have enhanced: a list of updates, an object with `updates`, or JSON in a script element inside.',
  ),
};

export const UpdatesByProperty: Story = {
  render: () =>
    article(
      html`<live-blog
        refresh="0"
        loading="eager"
        .updates=${pragueUpdates}
      >
        ${pragueUpdates.slice(2).map(updateHtml)}
      </live-blog>`,
    ),
  parameters: describe(
    'The page pushes: the property `updates` holds all that there is now, and what is new among it is offered. `refresh` keeps room for the offer.',
  ),
};

const worst: readonly Update[] = [
  {
    ...{ type: 'live-update', id: 'long', headline: [longHeadline], key: true, pinned: true },
    published: '2024-05-31T11:59:00+02:00',
    updated: '2024-05-31T11:59:59+02:00',
    authors: [1, 2, 3, 4, 5].map((number) => ({
      name: `Maximiliana Konstantinopolitanskaya-Featherstonehaugh ${number}`,
      role: 'Donaudampfschifffahrtskorrespondentin',
    })),
    children: [
      {
        type: 'paragraph',
        children: [
          'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(
            2,
          ),
        ],
      },
    ],
  },
  { type: 'live-update', id: 'bare', authors: [], children: [] },
  {
    ...{ type: 'live-update', headline: ['Neither id nor time nor text'] },
    ...{ authors: [], children: [] },
  },
  {
    ...{ type: 'live-update', id: 'no-date', published: '31 May', authors: [] },
    children: [{ type: 'paragraph', children: ['A time that is none.'] }],
  },
];

export const WorstContent: Story = {
  render: () => article(html`<live-blog loading="eager" .block=${worst}></live-blog>`),
  parameters: describe(
    'A headline of 200 characters, five authors with long names, words wider than a telephone, updates without anything.',
  ),
};

export const Long: Story = {
  render: () =>
    article(
      html`<live-blog
        .block=${Array.from({ length: 200 }, (_, index) => ({
          ...pragueUpdates[index % pragueUpdates.length],
          id: `update-${200 - index}`,
          published: new Date(
            Date.parse('2024-05-31T12:00:00+02:00') - index * 300_000,
          ).toISOString(),
          updated: undefined,
          key: index % 50 === 0,
        }))}
      ></live-blog>`,
    ),
  parameters: describe(
    'Two hundred updates. Those off the screen are not laid out, but can be found, linked to and printed.',
  ),
};

export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl" lang="ar">
      <news-article lang="ar" design="live" .clock=${fixedClock}>
        <article-header>
          <p class="kicker">مباشر</p>
          <h1>وزراء خارجية الناتو في براغ</h1>
        </article-header>
        <live-blog ended>
          <live-update id="rtl-2" key>
            <article>
              <p class="update-label">لحظة مهمة</p>
              <h2>اقتراح مقر في فيسبادن</h2>
              <article-time>
                <time datetime="2024-05-31T11:45:00+02:00">31 مايو 2024، 11:45</time>
              </article-time>
              <p>ناقش الحلفاء إنشاء مقر للناتو في فيسبادن بألمانيا.</p>
            </article>
          </live-update>
          <live-update id="rtl-1">
            <article>
              <h2>الوزراء يجتمعون في براغ</h2>
              <article-time>
                <time datetime="2024-05-31T09:00:00+02:00">31 مايو 2024، 09:00</time>
              </article-time>
              <p>اجتمع وزراء خارجية الناتو في براغ في 31 مايو 2024.</p>
            </article>
          </live-update>
        </live-blog>
      </news-article>
    </div>`,
  parameters: describe('In Arabic; words of the tag that are not translated are English.'),
};

export const ScriptOff: Story = {
  render: () =>
    html`<div class="news-article" lang="en">
      <div class="article-header">
        <p class="kicker">Live</p>
        <h1>${prague.headline}</h1>
      </div>
      <div class="live-blog">
        ${keyMomentsHtml(pragueUpdates)}
        ${[pinnedUpdate, ...pragueUpdates.slice(0, 2)].map(
          (update) =>
            html`<div class="live-update" id=${`off-${update.id ?? ''}`}>
              <article>
                <h2>${update.headline}</h2>
                <div class="article-time">
                  <time datetime=${update.published ?? nothing}>31 May 2024</time>
                </div>
                ${
                  update.pinned
                    ? html`<p>NATO Foreign Ministers convened in Prague on May 31, 2024.</p>`
                    : update.children.map(
                        (block) => html`<p>${'children' in block ? block.children : ''}</p>`,
                      )
                }
              </article>
            </div>`,
        )}
      </div>
    </div>`,
  parameters: describe(
    'What a reader has without the script: all updates, and the list of key moments with its links. The classes stand for the tags.',
  ),
};
