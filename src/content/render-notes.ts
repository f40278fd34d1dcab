import type {
  BigNumber,
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
    {},
    html`<blockquote>${inside(children)}${renderSource(source, options)}</blockquote>`,
  );

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
    html`<aside>${title?.length && html`<h2>${renderInlines(title, options)}</h2>`}${inside(children)}</aside>`,
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
export function renderTable({ caption, head, body, foot }: Table, options: WriteOptions): Html {
  const part = (name: string, rows: readonly Row[]) =>
    rows.length > 0 && html`<${name}>${rows.map((row) => renderRow(row, name, options))}</${name}>`;
  const table = html`<table>${
    caption?.length && html`<caption>${renderInlines(caption, options)}</caption>`
  }${part('thead', head)}${part('tbody', body)}${part('tfoot', foot)}</table>`;
  return tag('article-table', options, {}, table);
}

function renderRow({ cells }: Row, part: string, options: WriteOptions): Html {
  return html`<tr>${cells.map((cell) => renderCell(cell, part, options))}</tr>`;
}

function renderCell(
  { children, header, columns, rows }: Cell,
  part: string,
  options: WriteOptions,
): Html {
  const name = header ? 'th' : 'td';
  const own = attributes({
    scope: header && (part === 'thead' ? 'col' : 'row'),
    colspan: columns !== undefined && columns > 1 && columns,
    rowspan: rows !== undefined && rows > 1 && rows,
  });
  return html`<${name}${own}>${renderInlines(children, options)}</${name}>`;
}
