import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { prague } from '../prague.js';
import { describe, page } from '../templates.js';

interface Args {
  kind?: string;
}

const meta: Meta<Args> = {
  title: 'Notes/article-factbox',
  component: 'article-factbox',
  decorators: [page],
  argTypes: {
    kind: {
      control: 'select',
      options: ['facts', 'takeaways', 'questions', 'definition', 'profile', 'big-number'],
    },
  },
  render: ({ kind }) => html`
    <news-article lang="en">
      <p>${prague.paragraphs[2]}</p>
      <article-factbox kind=${kind ?? nothing}>${boxes[kind ?? 'facts']}</article-factbox>
      <p>${prague.paragraphs[3]}</p>
    </news-article>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const boxes: Readonly<Record<string, TemplateResult>> = {
  facts: html`
    <aside aria-label="The meeting">
      <h2>The meeting</h2>
      <ul>
        <li>When: May 31, 2024, and the day before</li>
        <li>Where: Prague</li>
        <li>What for: to prepare the Washington Summit in July</li>
      </ul>
    </aside>
  `,
  takeaways: html`
    <aside aria-label="Key takeaways">
      <h2>Key takeaways</h2>
      <ul>
        <li>Allies considered creating a NATO headquarters in Wiesbaden, Germany.</li>
        <li>In Washington NATO will celebrate its 75th anniversary.</li>
        <li>Ukraine’s eventual membership remains an undisputed objective.</li>
      </ul>
    </aside>
  `,
  questions: html`
    <aside aria-label="Questions and answers">
      <h2>Questions and answers</h2>
      <details open>
        <summary>Does NATO offer Ukraine membership?</summary>
        <p>${prague.paragraphs[4]}</p>
      </details>
      <details>
        <summary>What is to be in Wiesbaden?</summary>
        <p>${prague.paragraphs[2]}</p>
      </details>
      <h3>Was that all?</h3>
      <p>Security for Ukraine was not the only matter on the agenda.</p>
    </aside>
  `,
  definition: html`
    <aside aria-label="Interoperable">
      <h2>Interoperable</h2>
      <p>Able to act together: the same rounds, the same radio, the same words.</p>
    </aside>
  `,
  profile: html`
    <aside aria-label="Jens Stoltenberg">
      <img src="portrait-1.png" width="96" height="96" alt="Drawing of a person." />
      <h2>Jens Stoltenberg</h2>
      <p>
        NATO Secretary General, who announced continued military and political support for Kyiv.
      </p>
    </aside>
  `,
  'big-number': html`
    <p class="big-number">75th</p>
    <p>anniversary of NATO, celebrated at the Washington Summit.</p>
  `,
};

export const Facts: Story = { parameters: describe('Facts: the kind that is meant without one.') };
export const Takeaways: Story = {
  args: { kind: 'takeaways' },
  parameters: describe('What a reader takes away, in the letter of the text.'),
};
export const Questions: Story = {
  args: { kind: 'questions' },
  parameters: describe(
    'Questions are `details`, or an `h3` and its answer. Printed, the folded ones are open.',
  ),
};
export const Definition: Story = {
  args: { kind: 'definition' },
  parameters: describe('A word, and what it means.'),
};
export const Profile: Story = {
  args: { kind: 'profile' },
  parameters: describe('Somebody, with a portrait.'),
};
export const BigNumber: Story = {
  args: { kind: 'big-number' },
  parameters: describe('One figure, and what it counts.'),
};

export const Worst: Story = {
  render: () => html`
    <news-article lang="de" style="max-inline-size: 20rem; margin-inline: auto">
      <article-factbox kind="big-number">
        <p class="big-number">999.999.999.999.999</p>
        <p>Rechtsschutzversicherungsgesellschaften</p>
      </article-factbox>
      <article-factbox kind="questions">
        <aside>
          <h2>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</h2>
          <details>
            <summary>${prague.paragraphs[0]}</summary>
          </details>
          <details open>
            <summary>Ja?</summary>
          </details>
        </aside>
      </article-factbox>
      <article-factbox kind="profile"
        ><aside><h2>Ohne Bild</h2></aside></article-factbox
      >
    </news-article>
  `,
  parameters: describe('Huge numbers, long words, empty answers, a profile without a portrait.'),
};

export const RightToLeft: Story = {
  render: () => html`
    <news-article lang="ar" dir="rtl">
      <article-factbox kind="profile">
        <aside>
          <img src="portrait-2.png" width="96" height="96" alt="رسم لشخص." />
          <h2>الأمين العام</h2>
          <p>أعلن استمرار الدعم العسكري والسياسي.</p>
        </aside>
      </article-factbox>
      <article-factbox kind="takeaways">
        <aside>
          <h2>أهم النقاط</h2>
          <ul>
            <li>اجتمع الوزراء في براغ.</li>
            <li>القمة في واشنطن في يوليو.</li>
          </ul>
        </aside>
      </article-factbox>
    </news-article>
  `,
  parameters: describe('From the right.'),
};

export const UnknownKind: Story = {
  tags: ['warns'],
  args: { kind: 'riddle' },
  render: ({ kind }) => html`
    <news-article lang="en"
      ><article-factbox kind=${kind ?? nothing}>${boxes.facts}</article-factbox></news-article
    >
  `,
  parameters: describe('A kind that is none: facts. The console says so.'),
};

export const FromData: Story = {
  render: () => html`
    <news-article lang="en">
      <article-factbox
        .block=${{
          kind: 'takeaways',
          title: ['Key takeaways'],
          children: [
            {
              type: 'list',
              items: [{ children: [{ type: 'paragraph', children: ['Allies met in Prague.'] }] }],
            },
          ],
        }}
      ></article-factbox>
    </news-article>
  `,
  parameters: describe('Left empty, the tag writes its HTML from `block`.'),
};

export const ScriptOff: Story = {
  render: () => html`
    <div class="news-article" lang="en">
      ${Object.entries(boxes).map(
        ([kind, box]) => html`<div class="article-factbox" kind=${kind}>${box}</div>`,
      )}
    </div>
  `,
  parameters: describe('All kinds without their script.'),
};
