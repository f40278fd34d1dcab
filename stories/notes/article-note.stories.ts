import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { prague } from '../prague.js';
import { describe, page } from '../templates.js';

interface Args {
  kind?: string;
}

const meta: Meta<Args> = {
  title: 'Notes/article-note',
  component: 'article-note',
  decorators: [page],
  argTypes: {
    kind: { control: 'select', options: ['footnote', 'citation', 'term'] },
  },
  render: ({ kind }) => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      ${marked(kind)}${list()}
    </news-article>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const [first, second = ''] = prague.paragraphs;
const [before = '', after = ''] = first.split(', published on NATO.int,');
const [summit = '', rest = ''] = before.split('Washington Summit in July');
const name = 'informal gathering';
const [intro = '', gathering = ''] = after.split(name);

const mark = (id: string, kind?: string, number = id, time = '') => html`<article-note
  kind=${kind ?? nothing}
  ><sup><a id="ref${time}-${id}" href="#note-${id}" role="doc-noteref">${number}</a></sup></article-note
>`;
const term = (id: string, words: string) => html`<article-note kind="term"
  ><a id="ref-${id}" href="#note-${id}" role="doc-glossref">${words}</a></article-note
>`;
const back = (id: string, number?: number) => html` <a
    class="note-back"
    href="#ref${number ?? ''}-${id}"
    role="doc-backlink"
    aria-label="Back to the text${number ? ` ${number}` : ''}"
    >↩${number ?? ''}</a
  >`;

const marked = (kind?: string): TemplateResult => html`
  <p>
    ${summit}Washington Summit in July${rest}${mark('1', kind)}, published on NATO.int,${intro}${term(
      'gathering',
      name,
    )}${gathering}
  </p>
  <p>${second}${mark('2', kind)}${mark('1', kind, '1', '2')}</p>
`;
const list = (more: unknown = nothing): TemplateResult => html`
  <section class="notes" role="doc-endnotes">
    <h2>Notes</h2>
    <ol>
      <li id="note-1">
        “NATO foreign ministers prepare Washington Summit at informal meeting in Prague”,
        <a href="https://www.nato.int/">NATO.int</a>.${back('1')}${back('1', 2)}
      </li>
      <li id="note-2">“A multi-year program”, as Stoltenberg called it.${back('2')}</li>
      <li id="note-gathering" class="note-term">
        <dfn>Informal gathering</dfn>: a meeting that takes no decisions, ahead of one that
        does.${back('gathering')}
      </li>
      ${more}
    </ol>
  </section>
`;

export const Footnotes: Story = {
  parameters: describe(
    'Point at a mark, tab to it or press it: the note shows beside it. A second mark of one note has an id of its own, and the note leads back to both. A word that is explained has a dotted line.',
  ),
};

export const Citations: Story = {
  args: { kind: 'citation' },
  parameters: describe('The same for sources.'),
};

const opening = async (canvasElement: HTMLElement, selector: string) => {
  const note = canvasElement.querySelector<HTMLElement>(selector)!;
  await waitFor(() => expect(note.querySelector('[aria-expanded]')).not.toBeNull());
  await userEvent.click(note.querySelector('a')!);
  await waitFor(() => expect(note.querySelector('note-popover')).not.toBeNull());
  return note;
};

export const Opened: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const note = await opening(canvasElement, 'article-note');
    await expect(note.querySelector('note-popover')).toHaveTextContent('NATO foreign ministers');
    await expect(note.querySelector('a')).toHaveAttribute('aria-expanded', 'true');
  },
  parameters: describe(
    'A note beside its mark, with the link to the list. Escape, a press elsewhere or on the mark closes it.',
  ),
};

export const OpenedTerm: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await opening(canvasElement, 'article-note[kind="term"]');
  },
  parameters: describe('A word that is explained.'),
};

export const OpenedDark: Story = {
  tags: ['!autodocs'],
  render: () => html`
    <news-article lang="en" theme="dark">
      <h1>${prague.headline}</h1>
      ${marked()}${list()}
    </news-article>
  `,
  play: async ({ canvasElement }) => {
    await opening(canvasElement, 'article-note');
  },
  parameters: describe('The note stands on the ground that the text stands on.'),
};

const longMark = (id: string) => mark(id, undefined, '3');

export const VeryLong: Story = {
  tags: ['!autodocs'],
  render: () => html`
    <news-article lang="en">
      <h1>${prague.headline}</h1>
      <p>${prague.paragraphs[3]}${longMark('long')}</p>
      <section class="notes" role="doc-endnotes">
        <h2>Notes</h2>
        <ol start="3">
          <li id="note-long">
            ${prague.paragraphs.map((text) => html`<p>${text}</p>`)}
            <p>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</p>
            ${back('long')}
          </li>
        </ol>
      </section>
    </news-article>
  `,
  play: async ({ canvasElement }) => {
    await opening(canvasElement, 'article-note');
  },
  parameters: describe(
    'The worst case: a note as long as the story, with a word wider than a telephone. It scrolls, by the keyboard too.',
  ),
};

export const RightToLeft: Story = {
  tags: ['!autodocs'],
  render: () => html`
    <news-article lang="ar" dir="rtl">
      <h1>وزراء الخارجية في براغ</h1>
      <p>
        اجتمع وزراء الخارجية في براغ<article-note
          ><sup><a id="ref-ar" href="#note-ar" role="doc-noteref">١</a></sup></article-note
        >، تمهيدًا لقمة واشنطن.
      </p>
      <section class="notes" role="doc-endnotes">
        <h2>ملاحظات</h2>
        <ol>
          <li id="note-ar">بيان صحفي، ٣١ مايو ٢٠٢٤.${back('ar')}</li>
        </ol>
      </section>
    </news-article>
  `,
  play: async ({ canvasElement }) => {
    await opening(canvasElement, 'article-note');
  },
  parameters: describe('From the right.'),
};

export const TwoArticles: Story = {
  render: () => html`
    ${[2, 4].map(
      (index) => html`
        <news-article lang="en" style="margin-block-end: 3rem">
          <h2>Paragraph ${index + 1}</h2>
          <p>${prague.paragraphs[index]}${mark('same')}</p>
          <section class="notes" role="doc-endnotes">
            <h2>Notes</h2>
            <ol>
              <li id="note-same">The note of paragraph ${index + 1}.${back('same')}</li>
            </ol>
          </section>
        </news-article>
      `,
    )}
  `,
  parameters: {
    ...describe(
      'Two articles of a page have the same ids: each mark shows, and leads to, the note of its own.',
    ),
    a11y: { config: { rules: [{ id: 'duplicate-id-aria', enabled: false }] } },
  },
};

export const NothingThere: Story = {
  tags: ['warns'],
  render: () => html`
    <news-article lang="en">
      <p>${prague.paragraphs[2]}${mark('nowhere')}</p>
    </news-article>
  `,
  parameters: describe('No such note: the mark stays a link. The console says so, once.'),
};

export const ScriptOff: Story = {
  render: () => html`
    <div class="news-article" lang="en">
      <h1>${prague.headline}</h1>
      <p>
        ${first}<span class="article-note"
          ><sup><a id="ref-off" href="#note-off" role="doc-noteref">1</a></sup></span
        >
      </p>
      <section class="notes" role="doc-endnotes">
        <h2>Notes</h2>
        <ol>
          <li id="note-off">A link leads there, and another back.${back('off')}</li>
        </ol>
      </section>
    </div>
  `,
  parameters: describe(
    'Without its script a mark is a link to the list, and the list leads back; what was gone to is marked.',
  ),
};
