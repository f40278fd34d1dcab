import type {
  Block,
  Card,
  Cell,
  Embed,
  Image,
  List,
  LiveUpdate,
  Notice,
  Row,
  Table,
  Timeline,
} from './block.js';
import { feedBlocks } from './feed-blocks.js';
import { attributes, html, type Html, type Part } from './html.js';
import type { Inline } from './inline.js';
import { bylineText, type Output } from './output.js';
import { inlineText, mathText } from './plain.js';
import { providerName } from './providers.js';
import { mailInlines } from './to-email-inline.js';
import { box, css, WIDTH, type Mail } from './to-email-styles.js';

/** Writes blocks in the HTML that mail clients know: tables for layout, styles on each element. */
export const mailBlocks = (blocks: readonly Block[], output: Output, mail: Mail): Html =>
  // What is absolute, plays nowhere and opens nowhere in feeds does so in mail.
  written(feedBlocks(blocks, output), { ...mail, output });

interface Context extends Mail {
  readonly output: Output;
}

const written = (blocks: readonly Block[], context: Context): Html =>
  html`${blocks.map((block) => [one(block, context), '\n'])}`;

function one(block: Block, context: Context): Part {
  const inside = (children: readonly Block[]) => written(children, context);
  switch (block.type) {
    case 'paragraph':
      return p(block.children);
    case 'heading':
      return heading(block.level, block.children);
    case 'list':
      return list(block, context);
    case 'blockquote':
    case 'pullquote':
      return box(
        html`${inside(block.children)}${said(block.source)}`,
        block.type === 'pullquote' ? 'large' : 'quote',
        context,
      );
    case 'image':
      return image(block);
    case 'gallery':
      return html`${block.images.map(image)}${small(block.caption)}`;
    case 'comparison':
      return html`${image(block.before)}${image(block.after)}${small(block.caption)}`;
    case 'video':
    case 'audio':
      // Those that come from elsewhere are links by now.
      return html`${p([block.title ?? ''])}${small(block.caption)}${inside(block.transcript ?? [])}`;
    case 'embed':
      return embed(block, context);
    case 'table':
      return table(block, context);
    case 'code':
      return html`<pre class="box" style="${css.code}">${block.text}</pre>${small(block.caption)}`;
    case 'math-block':
      return p([mathText(block.children)]);
    case 'thematic-break':
      return html`<hr class="rule" style="${css.rule}">`;
    case 'factbox':
      return box(html`${titleOf(block.title)}${inside(block.children)}`, 'facts', context);
    case 'big-number':
      return box(
        html`<p style="${css.number}">${block.number}</p>${p(block.children)}`,
        'facts',
        context,
      );
    case 'timeline':
      return timeline(block, context);
    case 'details':
      return html`${titleOf(block.summary)}${inside(block.children)}`;
    case 'definition-list':
      return block.items.map(({ terms, descriptions }) => [
        terms.map(({ children }) => titleOf(children)),
        descriptions.map(
          ({ children }) =>
            html`<div style="${css.indent(context.start)}">${inside(children)}</div>`,
        ),
      ]);
    case 'figure':
      return html`${inside(block.children)}${small(block.caption)}`;
    case 'group':
    case 'unknown':
      return inside(block.children);
    case 'notice':
      return notice(block, context);
    case 'live-update':
      return update(block, context);
    case 'related':
      return related(block.items, block.title, context);
  }
}

const p = (inlines: readonly Inline[]): Html | false =>
  inlines.length > 0 && html`<p style="${css.p}">${mailInlines(inlines)}</p>`;

const small = (inlines: readonly Inline[] | undefined): Part =>
  !!inlines?.length && html`<p class="muted" style="${css.small}">${mailInlines(inlines)}</p>`;

const titleOf = (inlines: readonly Inline[] | undefined): Part =>
  !!inlines?.length && html`<p style="${css.title}">${mailInlines(inlines)}</p>`;

const said = (inlines: readonly Inline[] | undefined): Part =>
  !!inlines?.length && html`<p class="muted" style="${css.small}">— ${mailInlines(inlines)}</p>`;

function heading(level: number, inlines: readonly Inline[]): Html {
  const step = Math.min(4, Math.max(2, Math.round(level) || 2));
  return html`<h${step} style="${css.heading(step)}">${mailInlines(inlines)}</h${step}>`;
}

function list({ ordered, start, items }: List, context: Context): Html {
  const name = ordered ? 'ol' : 'ul';
  const own = attributes({ start: ordered && start !== undefined && start !== 1 && start });
  return html`<${name}${own} style="${css.list(context.start)}">${items.map(
    ({ children }) => html`<li style="${css.item}">${itemOf(children, context)}</li>`,
  )}</${name}>`;
}

/** An item that begins with a paragraph goes on in its line. */
function itemOf(children: readonly Block[], context: Context): Html {
  const [first, ...rest] = children;
  return first?.type === 'paragraph'
    ? html`${mailInlines(first.children)}${rest.length > 0 && written(rest, context)}`
    : written(children, context);
}

/** A picture as wide as the text, with its size for clients that do not know styles. */
function image(picture: Image): Html {
  const { src, alt, caption, credit, licence, licenceUrl, provenance, url } = picture;
  const width = Math.min(WIDTH, picture.width ?? WIDTH);
  const height =
    picture.width && picture.height
      ? Math.round((picture.height * width) / picture.width)
      : undefined;
  const img = html`<img${attributes({ src, alt, width, height, border: 0 })} style="${css.image(width)}">`;
  const terms: Inline | undefined =
    licence && licenceUrl ? { type: 'link', url: licenceUrl, children: [licence] } : licence;
  const parts: Inline[][] = [
    [...(caption ?? [])],
    ...[credit, terms, provenance].map((part) => (part ? [part] : [])),
  ].filter((part) => part.length);
  return html`<p style="${css.picture}">${
    url ? html`<a href="${url}" style="${css.plainLink}">${img}</a>` : img
  }</p>${small(parts.flatMap((part, index) => (index ? [' · ', ...part] : part)))}`;
}

/** What stands elsewhere: what it says, and a link to it. */
function embed({ provider, url, title, children, caption }: Embed, context: Context): Part {
  const label = title || context.output.say('openOn', { provider: providerName(provider) }) || url;
  return box(
    html`${written(children, context)}${p([{ type: 'link', url, children: [label] }])}${small(caption)}`,
    'quote',
    context,
  );
}

function table({ caption, head, body, foot }: Table, context: Context): Html {
  const part = (name: string, rows: readonly Row[]): Part =>
    rows.length > 0 &&
    html`<${name}>${rows.map(
      ({ cells }) => html`<tr>${cells.map((cell) => cellOf(cell, name, context))}</tr>`,
    )}</${name}>`;
  return html`${titleOf(caption)}<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${css.table}">${part('thead', head)}${part('tbody', body)}${part('tfoot', foot)}</table>`;
}

function cellOf({ children, header, columns, rows }: Cell, part: string, context: Context): Html {
  const name = header ? 'th' : 'td';
  const own = attributes({
    scope: header && (part === 'thead' ? 'col' : 'row'),
    colspan: columns !== undefined && columns > 1 && columns,
    rowspan: rows !== undefined && rows > 1 && rows,
    align: context.start,
    valign: 'top',
  });
  return html`<${name}${own} class="rule" style="${css.cell}">${mailInlines(children)}</${name}>`;
}

function timeline({ title, events }: Timeline, context: Context): Html {
  return html`${titleOf(title)}${events.map(({ date, datetime, title: what, children }) => {
    const when = date || (datetime && context.output.formatDate(datetime));
    return box(
      html`${when && small([when])}${titleOf(what)}${written(children, context)}`,
      'quote',
      context,
    );
  })}`;
}

function notice({ kind, datetime, children }: Notice, context: Context): Html {
  const { say, formatDate } = context.output;
  const label = [kind !== 'note' && say(kind), datetime && formatDate(datetime)];
  const words = label.filter(Boolean).join(' ');
  return box(html`${words && titleOf([words])}${written(children, context)}`, 'facts', context);
}

function update(
  { headline, published, authors, byline, children }: LiveUpdate,
  context: Context,
): Html {
  const { output } = context;
  const line = [published && output.formatDate(published), bylineText({ authors, byline }, output)];
  const words = line.filter(Boolean).join(' · ');
  return html`${headline?.length && heading(2, headline)}${words && small([words])}${written(children, context)}<hr class="rule" style="${css.rule}">`;
}

/** Other stories, one below the other. */
function related(
  items: readonly Card[],
  title: readonly Inline[] | undefined,
  { output }: Context,
): Html {
  return html`${heading(2, title?.length ? title : [output.say('related')])}${items.map((card) => {
    const { headline, url, kicker, standfirst } = card;
    const over: Inline[] = [url ? { type: 'link', url, children: [headline] } : headline];
    const picture = card.image;
    return html`${picture && (picture.src ? image(picture) : small([inlineText(picture.caption)]))}${kicker && small([kicker])}${titleOf(over)}${standfirst && p([standfirst])}`;
  })}`;
}
