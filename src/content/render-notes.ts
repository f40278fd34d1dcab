import type {
  BigNumber,
  Block,
  Blockquote,
  Cell,
  Factbox,
  Pullquote,
  Row,
  Table,
  Timeline,
} from './block.js';
import { attributes, html, type Html } from './html.js';
import type { Inline } from './inline.js';
import { inlineText } from './plain.js';
import { isRepeated } from './repeated.js';
import { renderInlines, tag, type Inside, type WriteOptions } from './render-inline.js';
import { safeUrl } from './url.js';

/** Words of the story itself, set large beside it. */
export const renderPullquote = (
  { children, source }: Pullquote,
  options: WriteOptions,
  inside: Inside,
): Html =>
  tag(
    'article-pullquote',
    options,
    { 'aria-hidden': isTwice(children, source, options) && 'true' },
    html`<blockquote>${inside(children)}${renderSource(source, options)}</blockquote>`,
  );

/** Whether the story says it too: then it is not read out twice. What can be focused is never hidden. */
function isTwice(
  children: readonly Block[],
  source: readonly Inline[] = [],
  { letters }: WriteOptions,
): boolean {
  const words = children.map((one) => (one.type === 'paragraph' ? one.children : undefined));
  const isPlain = (inlines?: readonly Inline[]): boolean =>
    !!inlines?.every(
      (one) =>
        typeof one === 'string' ||
        (one.type !== 'link' &&
          one.type !== 'note-reference' &&
          (one.type === 'break' || one.type === 'math' || isPlain(one.children))),
    );
  return (
    letters !== undefined &&
    [...words, source].every(isPlain) &&
    isRepeated(words.map((one) => inlineText(one)).join(' '), inlineText(source), letters())
  );
}

/** Somebody's words, with who said them. */
export const renderQuote = (
  { children, source, url }: Blockquote,
  options: WriteOptions,
  inside: Inside,
): Html =>
  html`<blockquote${attributes({ cite: safeUrl(url) })}>${inside(children)}${renderSource(source, options)}</blockquote>`;

function renderSource(source: readonly Inline[] | undefined, options: WriteOptions): Html | false {
  return source?.length ? html`<footer>${renderInlines(source, options)}</footer>` : false;
}

/** One figure, and what it counts. */
export const renderBigNumber = ({ number, children }: BigNumber, options: WriteOptions): Html =>
  tag(
    'article-factbox',
    options,
    { kind: 'big-number' },
    html`<p class="big-number">${number}</p><p>${renderInlines(children, options)}</p>`,
  );

/** What the story leans on, beside it. */
export function renderFactbox(
  { kind, title, children }: Factbox,
  options: WriteOptions,
  inside: Inside,
): Html {
  return tag(
    'article-factbox',
    options,
    { kind },
    html`<aside${attributes({ 'aria-label': inlineText(title).trim() || undefined })}>${title?.length && html`<h2>${renderInlines(title, options)}</h2>`}${inside(children)}</aside>`,
  );
}

/** What happened, in order. */
export function renderTimeline(
  { title, events }: Timeline,
  options: WriteOptions,
  inside: Inside,
): Html {
  const items = events.map(({ datetime, date, title: name, children }) => {
    const when = date || (datetime && options.formatDate(datetime));
    return html`<li>${
      when &&
      html`<p class="event-date">${datetime ? html`<time datetime="${datetime}">${when}</time>` : when}</p>`
    }${name?.length && html`<h3>${renderInlines(name, options)}</h3>`}${inside(children)}</li>`;
  });
  return tag(
    'article-timeline',
    options,
    {},
    html`${title?.length && html`<h2>${renderInlines(title, options)}</h2>`}<ol>${items}</ol>`,
  );
}

/** A table in the tag that lets it scroll. */
export function renderTable(block: Table, options: WriteOptions): Html {
  const { caption, layout, sortable, rows: most, head, body, foot } = block;
  const labels = layout === 'stack' ? labelsOf(block) : [];
  const part = (name: string, rows: readonly Row[]) =>
    rows.length > 0 &&
    html`<${name}>${rows.map((row) => renderRow(row, name, labels, options))}</${name}>`;
  const table = html`<table>${
    caption?.length && html`<caption>${renderInlines(caption, options)}</caption>`
  }${part('thead', head)}${part('tbody', body)}${part('tfoot', foot)}</table>`;
  return tag('article-table', options, { layout, sortable, rows: most }, table);
}

/** What the columns are called, where each has one name: cells that are stacked say it. */
function labelsOf({ head, body, foot }: Table): readonly string[] {
  const [names, ...others] = head;
  const isSpanned = [...body, ...foot].some(({ cells }) =>
    cells.some(({ rows }) => rows !== undefined && rows > 1),
  );
  if (!names || others.length || isSpanned) return [];
  return names.cells.flatMap(({ children, columns }) =>
    Array.from({ length: widthOf(columns) }, () => inlineText(children).trim()),
  );
}

/** Nobody's table has more columns than that. */
const widthOf = (columns = 1): number => Math.min(100, Math.max(1, Math.round(columns) || 1));

function renderRow(
  { cells }: Row,
  part: string,
  labels: readonly string[],
  options: WriteOptions,
): Html {
  let column = 0;
  return html`<tr>${cells.map((cell) => {
    const label = part === 'thead' ? undefined : labels[column];
    column += widthOf(cell.columns);
    return renderCell(cell, part, label, options);
  })}</tr>`;
}

function renderCell(
  { children, header, columns, rows }: Cell,
  part: string,
  label: string | undefined,
  options: WriteOptions,
): Html {
  const name = header ? 'th' : 'td';
  const own = attributes({
    scope: header && (part === 'thead' ? 'col' : 'row'),
    colspan: columns !== undefined && columns > 1 && columns,
    rowspan: rows !== undefined && rows > 1 && rows,
    'data-label': !header && label,
  });
  return html`<${name}${own}>${renderInlines(children, options)}</${name}>`;
}
