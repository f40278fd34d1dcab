import type { Block, Card, Cell, LiveUpdate, Notice, Table, Timeline } from './block.js';
import { attributes, html, type Html } from './html.js';
import type { Inline } from './inline.js';
import { bylineText } from './output.js';
import { embed, media, photo, pictures } from './to-apple-news-media.js';
import {
  caption,
  heading,
  isText,
  newsInlines,
  newsText,
  paragraph,
  said,
  strong,
  textOf,
  type Component,
  type TextContext,
} from './to-apple-news-text.js';

/** Blocks as components: what is text among them is one, as Apple News likes it. */
export function components(blocks: readonly Block[], context: TextContext): Component[] {
  const found: Component[] = [];
  let text: Block[] = [];
  const flush = () => {
    found.push(...textOf('body', newsText(text, context)));
    text = [];
  };
  for (const block of blocks) {
    if (isText(block)) text.push(block);
    else {
      flush();
      found.push(...componentsOf(block, context));
    }
  }
  flush();
  return found;
}

function componentsOf(block: Block, context: TextContext): Component[] {
  const inside = (children: readonly Block[]) => components(children, context);
  switch (block.type) {
    case 'paragraph':
    case 'list':
    case 'math-block':
    case 'definition-list':
      return textOf('body', newsText([block], context));
    case 'heading': {
      const level = Math.min(6, Math.max(2, Math.round(block.level) || 2));
      const place = block.id === undefined ? undefined : context.places.get(block.id);
      return heading(level, block.children, context, place ? { identifier: place } : {});
    }
    case 'blockquote':
    case 'pullquote':
      return textOf(
        block.type === 'pullquote' ? 'pullquote' : 'quote',
        html`${newsText(block.children, context)}${said(block, context)}`,
      );
    case 'image':
      return photo(block, context);
    case 'gallery':
      return pictures(
        block.layout === 'grid' ? 'mosaic' : 'gallery',
        block.images,
        block.caption,
        context,
      );
    case 'comparison':
      return pictures('mosaic', [block.before, block.after], block.caption, context);
    case 'video':
    case 'audio':
      return media(block, inside(block.transcript ?? []), context);
    case 'embed':
      return embed(block, inside(block.children), context);
    case 'table':
      return table(block, context);
    case 'code':
      return [
        ...textOf('body', html`<pre>${block.text}</pre>`),
        ...caption([block.caption], context),
      ];
    case 'thematic-break':
      return [{ role: 'divider', stroke: { color: '#999999', width: 1 } }];
    case 'factbox':
      return box('container', [
        ...heading(3, block.title ?? [], context),
        ...inside(block.children),
      ]);
    case 'big-number':
      return box('container', [
        ...heading(2, [block.number], context),
        ...textOf('body', paragraph(newsInlines(block.children, context))),
      ]);
    case 'timeline':
      return timeline(block, context);
    case 'details':
      return [...heading(4, block.summary, context), ...inside(block.children)];
    case 'figure':
      return box('container', [...inside(block.children), ...caption([block.caption], context)]);
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

/** Components that belong together; none where there are none. */
const box = (role: string, inner: readonly Component[]): Component[] =>
  inner.length ? [{ role, components: inner }] : [];

function table({ caption: over, head, body, foot }: Table, context: TextContext): Component[] {
  const rows = [...head, ...body, ...foot].map(
    ({ cells }) => html`<tr>${cells.map((cell) => cellOf(cell, context))}</tr>`,
  );
  return [
    ...caption([over], context),
    ...(rows.length ? [{ role: 'htmltable', html: String(html`<table>${rows}</table>`) }] : []),
  ];
}

function cellOf({ children, header, columns, rows }: Cell, context: TextContext): Html {
  const name = header ? 'th' : 'td';
  const own = attributes({
    colspan: columns !== undefined && columns > 1 && columns,
    rowspan: rows !== undefined && rows > 1 && rows,
  });
  return html`<${name}${own}>${newsInlines(children, context)}</${name}>`;
}

function timeline({ title, events }: Timeline, context: TextContext): Component[] {
  return box('container', [
    ...heading(3, title ?? [], context),
    ...events.flatMap(({ date, datetime, title: what, children }) => {
      const when = date || (datetime && context.output.formatDate(datetime));
      return [
        ...textOf('body', html`${when && strong([when], context)}${strong(what ?? [], context)}`),
        ...components(children, context),
      ];
    }),
  ]);
}

function notice({ kind, datetime, children }: Notice, context: TextContext): Component[] {
  const { say, formatDate } = context.output;
  const label = [kind !== 'note' && say(kind), datetime && formatDate(datetime)];
  return box('container', [
    ...textOf('body', strong([label.filter(Boolean).join(' ')], context)),
    ...components(children, context),
  ]);
}

function update(block: LiveUpdate, context: TextContext): Component[] {
  const { headline, published, authors, byline, children } = block;
  const { output } = context;
  const words = [
    published && output.formatDate(published),
    bylineText({ authors, byline }, output),
  ];
  return box('section', [
    ...heading(2, headline ?? [], context),
    ...textOf('byline', words.filter(Boolean).join(' · ')),
    ...components(children, context),
  ]);
}

function related(
  items: readonly Card[],
  title: readonly Inline[] | undefined,
  context: TextContext,
): Component[] {
  const over: readonly Inline[] = title?.length ? title : [context.output.say('related')];
  // What stands in an aside is not taken for what the story is about.
  return box('aside', [
    ...heading(3, over, context),
    ...items.flatMap(({ headline, url, kicker, standfirst, image }) => {
      const link = context.output.link(url);
      const words: readonly Inline[] = link
        ? [{ type: 'link', url: link, children: [headline] }]
        : [headline];
      return [
        ...(image ? photo(image, context) : []),
        ...textOf(
          'body',
          html`${kicker && paragraph(html`${kicker}`)}${paragraph(newsInlines(words, context))}${
            standfirst && paragraph(html`${standfirst}`)
          }`,
        ),
      ];
    }),
  ]);
}
