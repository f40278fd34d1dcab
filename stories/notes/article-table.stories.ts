import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { prague } from '../prague.js';
import { soon } from '../soon.js';
import { describe, page } from '../templates.js';

interface Args {
  layout?: string;
  sortable?: boolean;
  rows?: number;
}

const meta: Meta<Args> = {
  title: 'Notes/article-table',
  component: 'article-table',
  decorators: [page],
  argTypes: {
    layout: { control: 'select', options: ['scroll', 'stack'] },
    sortable: { control: 'boolean' },
    rows: { control: 'select', options: [undefined, 5, 10, 15, 20, 25, 50] },
  },
  render: ({ layout, sortable, rows }) => html`
    <news-article lang="en">
      <article-table
        layout=${layout ?? nothing}
        ?sortable=${sortable}
        rows=${rows ?? nothing}
        >${table()}</article-table
      >
    </news-article>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** The sample story itself, counted. */
const counted = (texts: readonly string[]) =>
  texts.map((text, index) => {
    const words = text.split(/\s+/);
    const letters = text.replace(/[^\p{L}]/gu, '').length;
    const mean = letters / words.length;
    return { number: index + 1, words: words.length, letters, mean, opening: words[0] ?? '' };
  });
const paragraphs = counted(prague.paragraphs);
const sentences = counted(prague.paragraphs.join(' ').split(/(?<=[a-z]\.)\s/));
const english = (value: number) => value.toLocaleString('en');
const total = (list: typeof paragraphs, key: 'words' | 'letters') =>
  list.reduce((sum, row) => sum + row[key], 0);

const table = (list = paragraphs, what = 'Paragraph', label = false): TemplateResult => html`
  <table>
    <caption>
      The story, ${what.toLowerCase()} by ${what.toLowerCase()}
    </caption>
    <thead>
      <tr>
        ${[what, 'Begins with', 'Words', 'Letters', 'Letters a word'].map(
          (name) => html`<th scope="col">${name}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${list.map(
        (row) => html`
          <tr>
            <th scope="row">${what} ${row.number}</th>
            ${[
              ['Begins with', row.opening],
              ['Words', english(row.words)],
              ['Letters', english(row.letters)],
              ['Letters a word', row.mean.toFixed(1)],
            ].map(
              ([name = '', value]) => html`<td data-label=${label ? name : nothing}>${value}</td>`,
            )}
          </tr>
        `,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">All</th>
        <td></td>
        <td data-label=${label ? 'Words' : nothing}>${english(total(list, 'words'))}</td>
        <td data-label=${label ? 'Letters' : nothing}>${english(total(list, 'letters'))}</td>
        <td></td>
      </tr>
    </tfoot>
  </table>
`;

export const Scrolls: Story = {
  parameters: describe(
    'Where it is too wide it scrolls, fades out where it goes on, and can be reached by the keyboard.',
  ),
};

export const Sortable: Story = {
  args: { sortable: true },
  parameters: describe(
    'A press on the head of a column orders the rows by it; a second turns them round; a third puts them back.',
  ),
};

export const Sorted: Story = {
  tags: ['!autodocs'],
  args: { sortable: true },
  play: async ({ canvasElement }) => {
    const head = canvasElement.querySelectorAll('th')[2]!;
    const button = await soon(() =>
      head.querySelector('table-sorter')?.shadowRoot?.querySelector('button'),
    );
    await userEvent.click(button);
    await waitFor(() => expect(head).toHaveAttribute('aria-sort', 'ascending'));
    await userEvent.click(button);
    await waitFor(() => expect(head).toHaveAttribute('aria-sort', 'descending'));
  },
  parameters: describe('Sorted by words, most first.'),
};

const long = ({ rows, sortable }: Args): TemplateResult => html`
    <news-article lang="en">
      <article-table rows=${rows ?? nothing} ?sortable=${sortable}
        >${table(sentences, 'Sentence')}</article-table
      >
      <p>${prague.paragraphs[0]}</p>
    </news-article>
  `;

export const Long: Story = {
  args: { rows: 5, sortable: true },
  render: long,
  parameters: describe(
    'Five rows, and the rest at a press. The stylesheet folds the table before the script is there, so nothing jumps; printed, it is all there.',
  ),
};

export const Opened: Story = {
  tags: ['!autodocs'],
  args: { rows: 5, sortable: true },
  render: long,
  play: async ({ canvasElement }) => {
    const more = () => canvasElement.querySelector('table-more');
    await userEvent.click(await soon(() => more()?.shadowRoot?.querySelector('button')));
    await waitFor(() => expect(more()).toBeNull());
  },
  parameters: describe('The same, with all its rows.'),
};

const narrow = (content: unknown): TemplateResult =>
  html`<div style="max-inline-size: 22rem; margin-inline: auto">${content}</div>`;

export const Stacked: Story = {
  render: () =>
    narrow(html`
      <news-article lang="en">
        <article-table layout="stack">${table(paragraphs.slice(0, 3), 'Paragraph', true)}</article-table>
      </news-article>
    `),
  parameters: describe(
    'In a narrow place each row is a list; `data-label` says what the columns are called. To screen readers it is a table all the same.',
  ),
};

export const StackedByItself: Story = {
  render: () =>
    narrow(html`
      <news-article lang="en">
        <article-table layout="stack" sortable>${table(paragraphs.slice(0, 3))}</article-table>
      </news-article>
    `),
  parameters: describe(
    'Without `data-label` the script says it, on one line, so that nothing moves; and it can be sorted there.',
  ),
};

export const Worst: Story = {
  render: () =>
    narrow(html`
      <news-article lang="de">
        <article-table sortable rows="5">
          <table>
            <caption>
              Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, in
              Zahlen, von denen einige fehlen und eine sehr groß ist
            </caption>
            <thead>
              <tr>
                <th scope="col">Rechtsschutzversicherungsgesellschaften</th>
                <th scope="col">Zahl</th>
                <td></td>
              </tr>
            </thead>
            <tbody>
              ${['999.999.999.999.999,99 €', '—', '', '0,01 €', '−12,50 €', '3 €', '2 €'].map(
                (value, index) => html`
                  <tr>
                    <th scope="row">${prague.paragraphs[index % 6]?.slice(0, 30 * index)}.</th>
                    <td>${value}</td>
                    <td></td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </article-table>
      </news-article>
    `),
  parameters: describe(
    'Long words, empty cells, an empty head, and numbers as German writes them.',
  ),
};

export const RightToLeft: Story = {
  render: () =>
    narrow(html`
      <news-article lang="ar" dir="rtl">
        <article-table sortable>
          <table>
            <caption>
              النص بالأرقام
            </caption>
            <thead>
              <tr>
                <th scope="col">الفقرة</th>
                <th scope="col">الكلمات</th>
                <th scope="col">الحروف</th>
                <th scope="col">متوسط طول الكلمة في الفقرة</th>
              </tr>
            </thead>
            <tbody>
              ${paragraphs.map(
                (row) => html`
                  <tr>
                    <th scope="row">الفقرة ${row.number.toLocaleString('ar-EG')}</th>
                    <td>${row.words.toLocaleString('ar-EG')}</td>
                    <td>${row.letters.toLocaleString('ar-EG')}</td>
                    <td>${row.mean.toLocaleString('ar-EG')}</td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </article-table>
      </news-article>
    `),
  parameters: describe('From the right, with the digits of its language.'),
};

export const FromData: Story = {
  render: () => html`
    <news-article lang="en">
      <article-table
        .block=${{
          caption: ['The story, paragraph by paragraph'],
          sortable: true,
          head: [
            { cells: ['Paragraph', 'Words'].map((name) => ({ children: [name], header: true })) },
          ],
          body: paragraphs.map((row) => ({
            cells: [
              { children: [`Paragraph ${row.number}`], header: true },
              { children: [english(row.words)] },
            ],
          })),
        }}
      ></article-table>
    </news-article>
  `,
  parameters: describe('Left empty, the tag writes its HTML from `block`.'),
};

export const CellsThatSpanRows: Story = {
  tags: ['warns'],
  render: () => html`
    <news-article lang="en">
      <article-table sortable>
        <table>
          <thead>
            <tr>
              <th scope="col">Paragraph</th>
              <th scope="col">Words</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>1</td>
              <td rowspan="2">About seventy</td>
            </tr>
            <tr>
              <td>2</td>
            </tr>
          </tbody>
        </table>
      </article-table>
    </news-article>
  `,
  parameters: describe('Rows that hang together are not torn apart; the console says so.'),
};

export const NoSuchNumber: Story = {
  tags: ['warns'],
  render: () => html`
    <news-article lang="en"><article-table rows="4">${table()}</article-table></news-article>
  `,
  parameters: describe('`rows="4"` is none that the stylesheet knows: all rows show.'),
};

export const ScriptOff: Story = {
  render: () =>
    narrow(html`
      <div class="news-article" lang="en">
        <div class="article-table" rows="5" sortable tabindex="0" role="region" aria-label="Counted">${table()}</div>
        <p>And stacked:</p>
        <div class="article-table" layout="stack">
          ${table(paragraphs.slice(0, 2), 'Paragraph', true)}
        </div>
      </div>
    `),
  parameters: describe(
    'Without its script all rows are there; it scrolls, or is stacked, by CSS alone.',
  ),
};
