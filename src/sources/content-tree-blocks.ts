import type { Block, Definition, Image, ListItem, TimelineEvent } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { textOf } from '../content/text-of.js';
import { trimInlines } from '../content/read-inline.js';
import { listAt, own, textAt, type ReadTools } from './article-source.js';
import {
  clips,
  embed,
  flourish,
  ftVideo,
  picture,
  recommended,
  tweet,
} from './content-tree-media.js';
import { tableOf } from './content-tree-table.js';
import { inlinesIn, isPhrasing, MAX_LEVELS, phrasing } from './content-tree-text.js';

interface Context extends ReadTools {
  readonly level: number;
}
type Read = (node: unknown, context: Context) => readonly Block[];

/** Reads nodes of a content-tree; text that stands alone among them becomes paragraphs. */
export const blocksOf = (nodes: readonly unknown[], tools: ReadTools): Block[] =>
  siblings(nodes, { ...tools, level: 0 });

function siblings(nodes: readonly unknown[], context: Context): Block[] {
  const found: Block[] = [];
  let line: unknown[] = [];
  const flush = () => {
    const children = trimInlines(phrasing(line, context));
    if (children.length) found.push({ type: 'paragraph', children });
    line = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) line.push(node);
    else {
      flush();
      found.push(...blockOf(node, context));
    }
  }
  flush();
  return found;
}

function blockOf(node: unknown, context: Context): readonly Block[] {
  const type = textAt(node, 'type') ?? '';
  if (context.level > MAX_LEVELS) return words(node);
  const inner = { ...context, level: context.level + 1 };
  const read = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  return read ? read(node, inner) : unknown(node, inner);
}

const inside: Read = (node, context) => siblings(listAt(node, 'children'), context);
const group: Read = (node, context) => {
  const children = inside(node, context);
  return children.length > 1 ? [{ type: 'group', children }] : children;
};
const line = (text: string | undefined): Block[] =>
  text ? [{ type: 'paragraph', children: [text] }] : [];
const words = (node: unknown): Block[] => line(textOf(node));

/** A kind that is not known keeps what it says itself, and what is in it. */
const unknown: Read = (node, context) => {
  if (typeof node !== 'object' || node === null) return words(node);
  const kind = textAt(node, 'type') ?? '';
  const said = Object.entries(node).filter(([key]) => !/^(?:children|data|layout.*)$/.test(key));
  const children = [...words(Object.fromEntries(said)), ...inside(node, context)];
  return children.length ? [{ type: 'unknown', kind, children }] : [];
};

/** Code of the publisher's own: all that is known are the values that it is given. */
const component: Read = (node) => {
  const children = words(own(node, 'attributes'));
  return children.length ? [{ type: 'unknown', kind: 'custom-code-component', children }] : [];
};

const levels: Readonly<Record<string, number>> = {
  chapter: 2,
  heading: 2,
  subheading: 3,
  label: 4,
};

const heading: Read = (node, context) => {
  const name = textAt(node, 'level') ?? '';
  const level = Object.hasOwn(levels, name) ? (levels[name] ?? 2) : 2;
  const id = textAt(node, 'fragmentIdentifier');
  const children = inlinesIn(node, context);
  return children.length ? [{ type: 'heading', level, ...(id && { id }), children }] : [];
};

const list: Read = (node, context) => {
  const items = listAt(node, 'children').flatMap((item): ListItem[] => {
    const children =
      own(item, 'type') === 'list-item' ? inside(item, context) : siblings([item], context);
    return children.length ? [{ children }] : [];
  });
  return items.length ? [{ type: 'list', ordered: own(node, 'ordered') === true, items }] : [];
};

const pullquote: Read = (node, context) => {
  const children = [...line(textAt(node, 'text')), ...inside(node, context)];
  const source = textAt(node, 'source');
  return children.length || source
    ? [{ type: 'pullquote', children, ...(source && { source: [source] }) }]
    : [];
};

const bigNumber: Read = (node, context) => {
  const number = textAt(node, 'number');
  const description = textAt(node, 'description');
  const children = [...(description ? [description] : []), ...inlinesIn(node, context)];
  return number ? [{ type: 'big-number', number, children }] : words(node);
};

const definition = (node: unknown): Definition => {
  const [term, description] = [textAt(node, 'term'), textAt(node, 'description')];
  return {
    terms: term ? [{ children: [term] }] : [],
    descriptions: description ? [{ children: line(description) }] : [],
  };
};

const titled = (node: unknown): { title?: readonly Inline[] } => {
  const title = textAt(node, 'title');
  return title ? { title: [title] } : {};
};

const inNumbers: Read = (node, context) => {
  const isOne = (child: unknown) => own(child, 'type') === 'definition';
  const items = listAt(node, 'children').filter(isOne).map(definition);
  const rest = siblings(
    listAt(node, 'children').filter((child) => !isOne(child)),
    context,
  );
  const children: Block[] = [
    ...(items.length ? [{ type: 'definition-list', items } as const] : []),
    ...rest,
  ];
  return [{ type: 'factbox', kind: 'facts', ...titled(node), children }];
};

const card: Read = (node, context) => [
  { type: 'factbox', ...titled(node), children: inside(node, context) },
];

/** A box of one card is that card. */
const infoBox: Read = (node, context) => {
  const children = inside(node, context);
  const title = textAt(node, 'title');
  return title ? [{ type: 'factbox', title: [title], children }] : children;
};

/** Nodes under a heading of their own, where there is one. */
const headed = (title: string | undefined, level: number, ...blocks: readonly Block[]): Block[] => [
  {
    type: 'group',
    children: [
      ...(title ? [{ type: 'heading', level, children: [title] } as const] : []),
      ...blocks,
    ],
  },
];

const pair: Read = (node, context) => headed(textAt(node, 'title'), 3, ...inside(node, context));

const event = (node: unknown, context: Context): TimelineEvent => ({
  ...titled(node),
  children: inside(node, context),
});

const timeline: Read = (node, context) => {
  const events = listAt(node, 'children').flatMap((child) =>
    own(child, 'type') === 'timeline-events'
      ? listAt(child, 'children').map((one) => event(one, context))
      : own(child, 'type') === 'timeline-event'
        ? [event(child, context)]
        : siblings([child], context).map((block) => ({ children: [block] })),
  );
  return [{ type: 'timeline', ...titled(node), events }];
};

/** A layout is a box, or a timeline of its slots; a heading that comes first is its title. */
const layout: Read = (node, context) => {
  const name = textAt(node, 'layoutName');
  const nodes = listAt(node, 'children');
  if (name !== 'card' && name !== 'timeline') return group(node, context);
  const [first] = nodes;
  const title = own(first, 'type') === 'heading' ? inlinesIn(first, context) : [];
  const rest = title.length ? nodes.slice(1) : nodes;
  const given = title.length ? { title } : {};
  if (name === 'card') return [{ type: 'factbox', ...given, children: siblings(rest, context) }];
  const events = rest.map((slot): TimelineEvent => {
    const [head, ...others] = siblings([slot], context).flatMap((block) =>
      block.type === 'group' ? block.children : [block],
    );
    return head?.type === 'heading'
      ? { title: head.children, children: others }
      : { children: head ? [head, ...others] : [] };
  });
  return [{ type: 'timeline', ...given, events }];
};

const carousel: Read = (node, context) =>
  headed(textAt(node, 'title'), 3, ...line(textAt(node, 'standfirst')), ...inside(node, context));

const carouselCard: Read = (node, context) =>
  headed(
    textAt(node, 'title'),
    4,
    ...inside(node, context),
    ...line(textAt(node, 'copy')),
    ...line(textAt(node, 'additionalInfo')),
  );

const document: Read = (node, context) => [
  {
    type: 'factbox',
    ...titled(node),
    children: [
      ...line(textAt(node, 'tag')),
      ...line(textAt(node, 'source')),
      ...inside(node, context),
    ],
  },
];

const gallery: Read = (node, context) => {
  const under = [textAt(node, 'title'), textAt(node, 'caption')].filter(Boolean).join(' ');
  const blocks = inside(node, context);
  const images = blocks.filter((block): block is Image => block.type === 'image');
  const rest = blocks.filter((block) => block.type !== 'image');
  return images.length > 1
    ? [{ type: 'gallery', images, ...(under && { caption: [under] }) }, ...rest]
    : [...blocks, ...line(under)];
};

/** Stories to go on with; anything else in their list follows it. */
const related: Read = (node, context) => {
  const isStory = (child: unknown) => own(child, 'type') === 'recommended';
  const children = listAt(node, 'children');
  const others = children.filter((child) => !isStory(child));
  return [
    ...recommended(isStory(node) ? [node] : children.filter(isStory), node, context),
    ...siblings(others, context),
  ];
};

/** A node that says all in its own fields; should it have children, they are not lost. */
const leaf =
  (read: Read): Read =>
  (node, context) => [...read(node, context), ...inside(node, context)];

const clipSet: Read = (node, context) =>
  clips(
    node,
    context,
    siblings(listAt(own(own(node, 'accessibility'), 'transcript'), 'children'), context),
  );

const byUrl: Read = (node) => embed(textAt(node, 'url'), { title: textAt(node, 'title') });

const kinds: Readonly<Record<string, Read>> = {
  paragraph: inside,
  heading,
  'scrolly-heading': heading,
  list,
  'list-item': inside,
  blockquote: (node, context) => [{ type: 'blockquote', children: inside(node, context) }],
  pullquote,
  'thematic-break': () => [{ type: 'thematic-break' }],
  'image-set': leaf(picture),
  'layout-image': leaf(picture),
  'scrolly-image': leaf(picture),
  'image-pair': gallery,
  gallery,
  'big-number': bigNumber,
  layout,
  'layout-slot': group,
  recommended: related,
  'recommended-list': related,
  tweet: leaf(tweet),
  'youtube-video': leaf(byUrl),
  'vimeo-video': leaf(byUrl),
  'acast-podcast': leaf(byUrl),
  video: leaf(ftVideo),
  flourish: leaf(flourish),
  'clip-set': leaf(clipSet),
  'audio-set': leaf(clipSet),
  'scrolly-block': group,
  'scrolly-section': group,
  'scrolly-copy': inside,
  definition: leaf((node) => [{ type: 'definition-list', items: [definition(node)] }]),
  'in-numbers': inNumbers,
  card,
  'card-list': group,
  'info-box': infoBox,
  'info-pair': pair,
  timeline,
  carousel,
  'carousel-card': carouselCard,
  document,
  table: tableOf,
  'custom-code-component': component,
  experimental: group,
  body: inside,
};
