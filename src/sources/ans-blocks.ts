import type { Block, Card, Cell, ListItem, Notice, Row } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { textIn } from '../content/nodes.js';
import { textOf } from '../content/text-of.js';
import { resolveUrl } from '../content/url.js';
import { listAt, numberAt, own, textAt, type ReadTools } from './article-source.js';
import { creditOf, galleryOf, html, imageOf, line, medium, oembed } from './ans-media.js';

interface Context extends ReadTools {
  readonly level?: number;
}
type Read = (element: unknown, context: Context) => readonly Block[];

/** Most elements in elements that are read as what they are; what lies deeper leaves its words. */
const MAX_LEVELS = 24;

/** Reads the elements of a story. */
export const blocksOf = (elements: readonly unknown[], context: Context): Block[] =>
  elements.flatMap((element) => blockOf(element, context));

/** Reads one element; of a kind that is not known the words stay. */
export function blockOf(element: unknown, context: Context): readonly Block[] {
  const level = (context.level ?? 0) + 1;
  if (level > MAX_LEVELS) return words(element);
  const type = textAt(element, 'type') ?? '';
  const read = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  return (read ?? unknown)(element, { ...context, level });
}

const words = (value: unknown): Block[] => paragraph([textOf(value)]);

const paragraph = (children: readonly Inline[]): Block[] =>
  children.some((one) => one !== '') ? [{ type: 'paragraph', children }] : [];

const content: Read = (element, context) => html(textAt(element, 'content'), context);

const inside: Read = (element, context) => blocksOf(listAt(element, 'content_elements'), context);

const header: Read = (element, context) => {
  const children = line(textAt(element, 'content'), context);
  const level = Math.round(numberAt(element, 'level') ?? 2);
  return children.length
    ? [{ type: 'heading', level: Math.min(6, Math.max(2, level)), children }]
    : [];
};

/** A list; one that stands between items belongs to the item before it. */
const list: Read = (element, context) => {
  const items: ListItem[] = [];
  for (const item of listAt(element, 'items')) {
    const children = blockOf(item, context);
    const last = own(item, 'type') === 'list' ? items.pop() : undefined;
    if (last) items.push({ children: [...last.children, ...children] });
    else if (children.length) items.push({ children });
  }
  const ordered = textAt(element, 'list_type') === 'ordered';
  return items.length ? [{ type: 'list', ordered, items }] : [];
};

const listElement: Read = (element, context) => [
  ...content(element, context),
  ...(Array.isArray(own(element, 'items')) ? list(element, context) : []),
  ...inside(element, context),
];

const quote: Read = (element, context) => {
  const children = [...content(element, context), ...inside(element, context)];
  const source = line(
    textAt(element, 'citation', 'content') ?? textAt(element, 'citation'),
    context,
  );
  const type = textAt(element, 'subtype') === 'pullquote' ? 'pullquote' : 'blockquote';
  return children.length || source.length
    ? [{ type, children, ...(source.length && { source }) }]
    : [];
};

const table: Read = (element, context) => {
  const cells = (row: unknown): readonly unknown[] =>
    Array.isArray(row)
      ? (row as unknown[])
      : (['cells', 'content_elements'].map((key) => listAt(row, key)).find((one) => one.length) ??
        []);
  const rowOf = (row: unknown, isHead: boolean): Row => ({
    cells: cells(row).map((cell): Cell => ({
      children:
        typeof cell === 'string'
          ? line(cell, context)
          : line(textAt(cell, 'content'), context).concat(
              listAt(cell, 'content_elements').flatMap((one) =>
                line(textAt(one, 'content'), context),
              ),
            ),
      ...(isHead && { header: true }),
    })),
  });
  const head = cells(own(element, 'header'));
  return [
    {
      type: 'table',
      head: head.length ? [rowOf(own(element, 'header'), true)] : [],
      body: listAt(element, 'rows').map((row) => rowOf(row, false)),
      foot: [],
    },
  ];
};

const code: Read = (element) => {
  const text = own(element, 'content');
  const language = textAt(element, 'language');
  return typeof text === 'string' && text.trim()
    ? [{ type: 'code', text, ...(language && { language }) }]
    : [];
};

const kindsOfNotice: readonly Notice['kind'][] = ['clarification', 'update', 'correction'];

/** What was put right, or made clear. */
export function correction(element: unknown, context: Context): Notice[] {
  const children = html(textAt(element, 'text'), context);
  const told = textAt(element, 'correction_type')?.toLowerCase();
  const kind = kindsOfNotice.find((one) => one === told) ?? 'correction';
  return children.length ? [{ type: 'notice', kind, children }] : [];
}

/** Another story, or any page, to go on with. */
export function cardOf(element: unknown, context: Context): Card[] {
  const plain = (text: string | undefined) => text && textIn(context.parseHtml(text));
  const headline = plain(textAt(element, 'headlines', 'basic') ?? textAt(element, 'content'));
  if (!headline) return [];
  const url = resolveUrl(
    textAt(element, 'url') ?? textAt(element, 'canonical_url') ?? textAt(element, 'website_url'),
    context.base,
  );
  const standfirst = plain(
    textAt(element, 'description', 'content') ?? textAt(element, 'description', 'basic'),
  );
  const promo = own(element, 'image') ?? own(own(element, 'promo_items'), 'basic');
  const image = own(promo, 'type') === 'image' ? imageOf(promo, context) : undefined;
  return [
    {
      headline,
      ...(url && { url }),
      ...(standfirst && { standfirst }),
      // Only to look at: what is said of it is said in its own story.
      ...(image && { image: { type: 'image', src: image.src, alt: '' } }),
    },
  ];
}

const card: Read = (element, context) => {
  const items = cardOf(element, context);
  return items.length ? [{ type: 'related', items }] : unknown(element, context);
};

const links: Read = (element, context) => {
  const list = [...listAt(element, 'items'), ...listAt(element, 'content_elements')];
  const items = list.flatMap((one) => cardOf(one, context));
  const rest = blocksOf(
    list.filter((one) => !cardOf(one, context).length),
    context,
  );
  const title = line(textAt(element, 'title') ?? textAt(element, 'headlines', 'basic'), context);
  return items.length
    ? [{ type: 'related', ...(title.length && { title }), items }, ...rest]
    : [...paragraph(title), ...rest];
};

const rating: Read = (element) => {
  const [value, most] = [textAt(element, 'numeric_rating'), textAt(element, 'max')];
  const units = textAt(element, 'units');
  return value
    ? [
        {
          type: 'big-number',
          number: most ? `${value} / ${most}` : value,
          children: units ? [units] : [],
        },
      ]
    : [];
};

const endorsement: Read = (element) => {
  const text = textAt(element, 'endorsement');
  return text ? paragraph([{ type: 'strong', children: [text] }]) : [];
};

const group: Read = (element, context) => {
  const children = inside(element, context);
  return children.length > 1 ? [{ type: 'group', children }] : children;
};

/** A plug-in of the publisher's own: what it was told in words. */
const customEmbed: Read = (element) => {
  const children = words(own(own(element, 'embed'), 'config'));
  return children.length ? [{ type: 'unknown', kind: 'custom_embed', children }] : [];
};

const gist: Read = (element, context) => {
  const children = [...content(element, context), ...inside(element, context)];
  const url = textAt(element, 'url') ?? textAt(element, 'gist_url') ?? '';
  return [...oembed({ raw_oembed: { url } }, context), ...children];
};

const machine = new Set(
  (
    'type subtype version owner channels alignment additional_properties gallery_properties ' +
    'referent revision status publishing websites planning workflow tracking source ' +
    'created_date last_updated_date publish_date first_publish_date display_date'
  ).split(' '),
);

/** A kind that is not known: its HTML, what is in it, and whatever else it says. */
const unknown: Read = (element, context) => {
  if (typeof element !== 'object' || element === null) return words(element);
  const children = Object.entries(element).flatMap(([key, value]): readonly Block[] => {
    if (machine.has(key)) return [];
    if (key === 'content' && typeof value === 'string') return html(value, context);
    if ((key === 'content_elements' || key === 'items') && Array.isArray(value))
      return blocksOf(value as unknown[], context);
    return words({ [key]: value as unknown });
  });
  const kind = textAt(element, 'type') ?? '';
  return children.length ? [{ type: 'unknown', kind, children }] : [];
};

/** A picture; one without an address leaves its words. */
const image: Read = (element, context) => {
  const read = imageOf(element, context);
  if (read) return [read];
  const caption = line(textAt(element, 'caption'), context);
  const credit = creditOf(element);
  return [
    ...(caption.length ? paragraph(caption) : words(own(element, 'alt_text'))),
    ...(credit ? paragraph([credit]) : []),
  ];
};

const kinds: Readonly<Record<string, Read>> = {
  text: content,
  header,
  image,
  gallery: (element, context) => galleryOf(element, context, blocksOf),
  video: (element, context) => medium('video', element, context),
  audio: (element, context) => medium('audio', element, context),
  list,
  list_element: listElement,
  quote,
  blockquote: quote,
  table,
  code,
  divider: () => [{ type: 'thematic-break' }],
  interstitial_link: card,
  story: card,
  link_list: links,
  collection: links,
  oembed_response: (element, context) => oembed(element, context),
  raw_html: content,
  correction,
  custom_embed: customEmbed,
  element_group: group,
  endorsement,
  numeric_rating: rating,
  gist,
  // It only names something that another service holds.
  reference: () => [],
};
