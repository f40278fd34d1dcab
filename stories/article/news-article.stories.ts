import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { defineAll } from '../../src/index.js';
import { prague } from '../prague.js';
import {
  brokenPicture,
  describe,
  fixedClock,
  longHeadline,
  page,
  pragueFigure,
  pragueText,
} from '../templates.js';
import { boardOf } from '../comments/sources.js';

interface Args {
  design?: string;
  theme?: string;
  'time-zone'?: string;
  'comment-source'?: string;
}

const meta: Meta<Args> = {
  title: 'Article/news-article',
  component: 'news-article',
  decorators: [page],
  argTypes: {
    design: {
      control: 'select',
      options: ['news', 'opinion', 'feature', 'analysis', 'live', 'review', 'explainer'],
    },
    theme: { control: 'inline-radio', options: [undefined, 'light', 'dark'] },
    'time-zone': { control: 'text' },
    'comment-source': { control: 'text' },
  },
};
export default meta;
type Story = StoryObj<Args>;

const byline = html`
  <article-byline>
    <p>
      By <a class="author" rel="author" href="#jane-doe">Jane Doe</a>
      <span class="role">in Prague</span>
    </p>
  </article-byline>
`;
const times = html`
  <article-time>
    <time datetime="2024-05-31T09:30:00+02:00"></time>
    <span class="updated-label">Updated</span>
    <time class="updated" datetime="2024-05-31T16:05:00+02:00"></time>
  </article-time>
`;

export const Default: Story = {
  args: { design: 'news', 'time-zone': 'Europe/Prague' },
  render: (args) => html`
    <news-article
      lang="en"
      design=${args.design ?? nothing}
      theme=${args.theme ?? nothing}
      time-zone=${args['time-zone'] ?? nothing}
      comment-source=${args['comment-source'] ?? nothing}
    >
      <article-header>
        <p class="kicker">World</p>
        <h1>${prague.headline}</h1>
        <p class="standfirst">
          An informal meeting in Prague lays the groundwork for July, when the alliance turns
          seventy-five.
        </p>
      </article-header>
      ${byline}${times}${pragueFigure('wide')}${pragueText()}
    </news-article>
  `,
  parameters: describe(
    'With all that may stand over a story: kicker, headline, standfirst, byline, dates and a picture. Author, kicker, standfirst and times are placeholders.',
  ),
};

export const BareHtml: Story = {
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      ${pragueText(0, 3)}
    </news-article>
  `,
  parameters: describe('A headline and paragraphs are complete; all the rest is optional.'),
};

export const EveryBlock: Story = {
  render: () => html`
    <news-article lang="en">
      <h1>Everything that may stand in a story</h1>
      <p>
        A paragraph with a <a href="#link">link</a>, <em>emphasis</em>, <strong>weight</strong>,
        <q>a quotation</q>, <code>code</code>, <kbd>Ctrl</kbd>, H<sub>2</sub>O, m<sup>2</sup>,
        <mark>a mark</mark>, <small>small print</small> and
        <abbr title="North Atlantic Treaty Organization">NATO</abbr>.
      </p>
      <h2>A heading of the second rank</h2>
      <p>${prague.paragraphs[4]}</p>
      <h3>A heading of the third rank</h3>
      <ul>
        <li>A list without numbers</li>
        <li>
          with a list inside
          <ol>
            <li>first</li>
            <li>second</li>
          </ol>
        </li>
        <li>and an end</li>
      </ul>
      <h4>A heading of the fourth rank</h4>
      <ol>
        <li>A list with numbers</li>
        <li>${prague.paragraphs[4]}</li>
      </ol>
      <blockquote>
        <p>“A multi-year program.”</p>
        <footer>Jens Stoltenberg, Secretary General</footer>
      </blockquote>
      <p>${prague.paragraphs[1]}</p>
      <hr />
      <dl>
        <dt>Deterrence</dt>
        <dd>What keeps someone from beginning.</dd>
        <dt>Interoperable</dt>
        <dd>Able to work with what the neighbour has.</dd>
      </dl>
      <table>
        <caption>
          Meetings, in order
        </caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Month</th>
            <th scope="col">Days</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Prague</td>
            <td>May 2024</td>
            <td>2</td>
          </tr>
          <tr>
            <td>Washington</td>
            <td>July 2024</td>
            <td>3</td>
          </tr>
        </tbody>
      </table>
      <pre tabindex="0"><code>&lt;news-article lang="en"&gt;
  &lt;h1&gt;A line of code that is a good deal longer than the measure of the text around it&lt;/h1&gt;
&lt;/news-article&gt;</code></pre>
      <p>${prague.paragraphs[5]}</p>
      <figure>
        <img
          src="prague-960.webp"
          width="960"
          height="640"
          alt="Illustration of Prague at first light."
        />
        <figcaption>A figure without the tag around it.</figcaption>
      </figure>
    </news-article>
  `,
  parameters: describe('The ordinary blocks of HTML, each with its rhythm.'),
};

export const NoPicture: Story = {
  render: () => html`
    <news-article lang="en" time-zone="Europe/Prague">
      <h1>${prague.headline}</h1>
      ${byline}${times}${pragueText(0, 2)}
    </news-article>
  `,
  parameters: describe('A story whose picture never came.'),
};

export const BrokenPicture: Story = {
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      <article-figure placement="wide">
        <figure>
          <img src=${brokenPicture} width="1600" height="1067" alt=${prague.picture.alt} />
          <figcaption>
            <span class="caption">${prague.picture.caption}</span>
            <span class="credit">${prague.picture.credit}</span>
          </figcaption>
        </figure>
      </article-figure>
      ${pragueText(0, 2)}
    </news-article>
  `,
  parameters: describe(
    'The picture fails: its description and its caption stay readable in its place.',
  ),
};

export const LongHeadline: Story = {
  render: () => html`
    <news-article lang="en" time-zone="Europe/Prague">
      <article-header>
        <p class="kicker">World</p>
        <h1>${longHeadline}</h1>
      </article-header>
      ${byline}${times}${pragueText(0, 2)}
    </news-article>
  `,
  parameters: describe('200 characters over a story.'),
};

export const TwelveAuthors: Story = {
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      <article-byline
        authors="Jane Doe; John Q. Public; Erika Mustermann; Jan Novák; Jan Kowalski; Mario Rossi; Juan Pérez; Ola Nordmann; Matti Meikäläinen; Ivan Horvat; Fulano de Tal; Ion Popescu"
      ></article-byline>
      ${pragueText(0, 2)}
    </news-article>
  `,
  parameters: describe('A dozen authors, and no dates.'),
};

export const DarkPage: Story = {
  decorators: [
    (story) =>
      html`<div
        style="margin-block: -2rem -4rem; padding-block: 2rem 4rem; color: #dfe8e2; background: #10231c"
      >
        ${story()}
      </div>`,
  ],
  render: () => html`
    <news-article lang="en" time-zone="Europe/Prague">
      <article-header>
        <p class="kicker">World</p>
        <h1>${prague.headline}</h1>
      </article-header>
      ${byline}${times}${pragueFigure()}${pragueText(0, 2)}
    </news-article>
  `,
  parameters: describe(
    'On a page with colours of its own: the article takes the page’s ink, and links, rules and labels follow it.',
  ),
};

export const Tokens: Story = {
  render: () => html`
    <news-article
      lang="en"
      style="--article-font-text: 'Libre Franklin Variable', sans-serif; --article-font-headline: 'Libre Franklin Variable', sans-serif; --article-accent: #0a6a5a; --article-measure: 34rem; --article-leading: 1.65; --article-headline-weight: 800"
    >
      <article-header>
        <p class="kicker">World</p>
        <h1>${prague.headline}</h1>
      </article-header>
      ${pragueFigure('wide')}${pragueText(0, 2)}
    </news-article>
  `,
  parameters: describe('Another paper’s look, with custom properties alone.'),
};

export const NarrowColumn: Story = {
  render: () => html`
    <div style="inline-size: 20rem; margin-inline: auto">
      <news-article lang="en" time-zone="Europe/Prague">
        <article-header>
          <p class="kicker">World</p>
          <h1>${prague.headline}</h1>
        </article-header>
        ${byline}${times}${pragueFigure('full')}${pragueText(0, 2)}
      </news-article>
    </div>
  `,
  parameters: describe('In a column 320 pixels wide, whatever the width of the screen.'),
};

export const TwoArticles: Story = {
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      ${pragueText(0, 1)}
    </news-article>
    <news-article lang="en" style="margin-block-start: 4rem">
      <h2>A second story on the same page</h2>
      ${pragueText(3, 4)}
    </news-article>
  `,
  parameters: describe('Each is named by its own headline; an `h2` will do.'),
};

export const WordsClockAndSource: Story = {
  render: () => html`
    <news-article
      lang="en"
      time-zone="Europe/Prague"
      .clock=${fixedClock}
      .words=${{ leaveReply: 'Write to the editor', postComment: 'Send letter' }}
      .commentSource=${boardOf('article')}
    >
      <h1>${prague.headline}</h1>
      <article-time format="relative" published="2024-05-31T09:30:00+02:00"></article-time>
      ${pragueText(0, 1)}
      <comment-thread></comment-thread>
    </news-article>
  `,
  parameters: describe(
    'What the article hands to the tags inside it: words, the clock, the time zone and the source of comments.',
  ),
};

export const Prefixed: Story = {
  render: () => {
    defineAll({ prefix: 'acme-' });
    return html`
      <acme-news-article class="news-article" lang="en">
        <h1>${prague.headline}</h1>
        <acme-article-figure
          class="article-figure"
          placement="wide"
          src="prague-960.webp"
          alt="Illustration of Prague at first light."
          width="960"
          height="640"
          caption="The same tags under other names."
        ></acme-article-figure>
        ${pragueText(0, 1)}
        <acme-comment-form class="comment-form" action="#reply"></acme-comment-form>
      </acme-news-article>
    `;
  },
  parameters: describe(
    '`defineAll({ prefix: "acme-" })`, for pages where something else holds one of the names. The markup carries the class, so that the stylesheet knows it.',
  ),
};

export const Empty: Story = {
  render: () => html`<news-article lang="en"></news-article>`,
  parameters: describe('Nothing in it, nothing shown, nothing told to search engines.'),
};
