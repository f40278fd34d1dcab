import type { Block, Related } from './block.js';
import { factboxKinds } from './factbox-kinds.js';
import { noticeKinds } from './notice-kinds.js';
import {
  attribute,
  find,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textIn,
} from './nodes.js';
import { embedOf } from './providers.js';
import {
  captionElement,
  captionOf,
  type Context,
  keepsAll,
  link,
  oneOf,
  size,
  titled,
} from './read-context.js';
import { figure, gallery, imagesIn } from './read-figure.js';
import { readInlines, trimInlines } from './read-inline.js';
import { live } from './read-live.js';
import { table } from './read-table.js';
import { tableLayouts, tableRows } from './table.js';
import { quote } from './read-text.js';

/** A name of ours, under any prefix: `acme-article-figure`. */
const ownName = (element: HtmlElement): string | undefined =>
  element.name.includes('-')
    ? /(?:^|-)((?:article-(?:figure|pullquote|gallery|compare|embed|video|audio|factbox|timeline|table|notice))|related-articles)$/.exec(
        element.name,
      )?.[1]
    : undefined;

/** The tags that the writer writes, read back; not where somebody's words would be lost by it. */
export function ours(element: HtmlElement, context: Context): Block[] | undefined {
  const updates = live(element, context);
  if (updates) return updates;
  const blocks = ownBlocks(element, context);
  return blocks && keepsAll(element, blocks) ? blocks : undefined;
}

function ownBlocks(element: HtmlElement, context: Context): Block[] | undefined {
  const figures = () => find(element.children, ({ name }) => name === 'figure');
  switch (ownName(element)) {
    case 'article-figure': {
      const [only] = figures();
      return only && figure(only, context, attribute(element, 'placement'));
    }
    case 'article-pullquote': {
      const [only] = find(element.children, ({ name }) => name === 'blockquote');
      return only && [quote(only, context, 'pullquote')];
    }
    case 'article-gallery': {
      const [only] = figures();
      const layout = oneOf(attribute(element, 'layout'), ['grid', 'carousel', 'strip']);
      return only?.children.length ? gallery(only, context, layout) : undefined;
    }
    case 'article-compare': {
      const [only] = figures();
      const images = only ? imagesIn(only, context) : [];
      const [before, after] = images;
      const caption = only && captionOf(only, context).caption;
      return before && after && images.length === 2
        ? [{ type: 'comparison', before, after, ...(caption && { caption }) }]
        : undefined;
    }
    case 'article-embed':
      return ownEmbed(element, context);
    case 'article-video':
    case 'article-audio':
      return ownMedia(element, context);
    case 'article-factbox': {
      const [number, rest] = ['big-number', undefined].map((style) =>
        find(
          element.children,
          (one) =>
            one.name === 'p' && (style ? hasClass(one, style) : !hasClass(one, 'big-number')),
        ),
      );
      if (attribute(element, 'kind') === 'big-number' && number?.[0])
        return [
          {
            type: 'big-number',
            number: textIn(number),
            children: (rest ?? []).flatMap((one) => readInlines(one.children, context)),
          },
        ];
      const kind = oneOf(attribute(element, 'kind'), factboxKinds);
      const { title, children } = titled(unwrapped(element, 'aside'), context);
      return [{ type: 'factbox', ...(kind && { kind }), ...(title && { title }), children }];
    }
    case 'article-timeline':
      return timeline(element, context);
    case 'article-table': {
      const [only] = find(element.children, ({ name }) => name === 'table');
      const block = only && table(only, context);
      const layout = oneOf(attribute(element, 'layout'), tableLayouts);
      const rows = tableRows.find((count) => String(count) === attribute(element, 'rows'));
      return (
        block && [
          {
            ...block,
            ...(layout && { layout }),
            ...(Object.hasOwn(element.attributes, 'sortable') && { sortable: true }),
            ...(rows && { rows }),
          },
        ]
      );
    }
    case 'article-notice': {
      const kind = oneOf(attribute(element, 'kind'), noticeKinds) ?? 'note';
      const [label] = find(element.children, (one) => hasClass(one, 'notice-label'));
      const [time] = label ? find(label.children, ({ name }) => name === 'time') : [];
      const datetime = time && attribute(time, 'datetime');
      const rest = element.children.filter((child) => child !== label);
      return [
        { type: 'notice', kind, ...(datetime && { datetime }), children: context.read(rest) },
      ];
    }
    case 'related-articles': {
      const block = related(element, context);
      return block.items.length ? [block] : undefined;
    }
  }
  return undefined;
}

/** The children of the only element of a name inside, or an element's own. */
function unwrapped(element: HtmlElement, name: string): readonly HtmlNode[] {
  const [only] = find(element.children, (one) => one.name === name);
  return only?.children ?? element.children;
}

function ownMedia(element: HtmlElement, context: Context): Block[] | undefined {
  const [only] = find(element.children, ({ name }) => name === 'figure');
  const [block] = only ? figure(only, context, undefined) : [];
  if (block?.type !== 'video' && block?.type !== 'audio') return undefined;
  const [said] = find(
    element.children,
    (one) => one.name === 'details' && hasClass(one, 'transcript'),
  );
  const transcript =
    said &&
    context.read(said.children.filter((node) => !isElement(node) || node.name !== 'summary'));
  return [{ ...block, ...(transcript?.length && { transcript }) }];
}

function ownEmbed(element: HtmlElement, context: Context): Block[] | undefined {
  const target = embedOf(attribute(element, 'src') ?? '');
  const [only] = find(element.children, ({ name }) => name === 'figure');
  if (!target || !only) return undefined;
  const caption = captionElement(only);
  const [line] = find(only.children, (one) => hasClass(one, 'embed-link'));
  const inner = only.children.filter((node) => node !== caption && node !== line);
  const title = line && textIn([line]);
  const words = captionOf(only, context).caption;
  const width = size(attribute(element, 'width'));
  const height = size(attribute(element, 'height'));
  const provider = attribute(element, 'provider');
  return [
    {
      type: 'embed',
      ...target,
      ...(provider && { provider }),
      ...(title && { title }),
      ...(width && { width }),
      ...(height && { height }),
      children: context.read(inner),
      ...(words && { caption: words }),
    },
  ];
}

/** Other stories: each a card with a line to click on. */
function related(element: HtmlElement, context: Context): Related {
  const [heading] = find(element.children, ({ name }) => name === 'h2');
  const title = heading && trimInlines(readInlines(heading.children, context));
  const items = find(element.children, ({ name }) => name.endsWith('article-card')).map((card) => {
    const said = (style: string) =>
      textIn(find(card.children, (one) => hasClass(one, style))) || undefined;
    const [anchor] = find(card.children, ({ name }) => name === 'a');
    const [image] = imagesIn(card, context);
    const url = link(anchor && attribute(anchor, 'href'), context);
    const kicker = said('kicker');
    const standfirst = said('standfirst');
    return {
      headline: said('card-headline') ?? textIn(card.children),
      ...(url && { url }),
      ...(kicker && { kicker }),
      ...(standfirst && { standfirst }),
      ...(image && { image }),
    };
  });
  return { type: 'related', ...(title?.length && { title }), items };
}

function timeline(element: HtmlElement, context: Context): Block[] | undefined {
  const [events] = find(element.children, ({ name }) => name === 'ol');
  const { title, children } = titled(
    element.children.filter((node) => node !== events),
    context,
  );
  const items = (events?.children ?? []).filter(isElement).map((item) => {
    const [line] = find(item.children, (one) => hasClass(one, 'event-date'));
    const [time] = line ? find(line.children, ({ name }) => name === 'time') : [];
    const datetime = time && attribute(time, 'datetime');
    const date = line && textIn([line]);
    const rest = titled(
      item.children.filter((node) => node !== line),
      context,
    );
    return {
      ...(datetime && { datetime }),
      ...(date && { date }),
      ...(rest.title && { title: rest.title }),
      children: rest.children,
    };
  });
  return items.length
    ? [{ type: 'timeline', ...(title && { title }), events: items }, ...children]
    : undefined;
}
