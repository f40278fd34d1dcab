import type { Block, Cell, Definition, Image, ListItem, MediaFile, Row, Track } from './block.js';
import { factboxKinds, noticeKinds } from './block.js';
import type { Note } from './article.js';
import type { Inline } from './inline.js';
import {
  attribute,
  find,
  hasClass,
  isElement,
  phrasing,
  silent,
  textIn,
  type HtmlElement,
  type HtmlNode,
} from './nodes.js';
import { embedOf } from './providers.js';
import { noteId, ownId, readInlines, readMath, trimInlines } from './read-inline.js';
import { resolveUrl, safePictureUrl, safeSrcset } from './url.js';

/** Where the HTML comes from. */
export interface ReadHtmlOptions {
  /** The page's address, by which relative ones are understood. */
  readonly base?: string | undefined;
}

interface Context extends ReadHtmlOptions {
  /** Where the notes at the end are gathered; without it, they stay a list. */
  readonly notes?: Note[];
}

/** Reads somebody's HTML as a story: its blocks, and apart from them the notes at its end. */
export function readStory(
  nodes: readonly HtmlNode[],
  options: ReadHtmlOptions = {},
): { readonly body: Block[]; readonly notes: Note[] } {
  const notes: Note[] = [];
  return { body: blocksIn(nodes, { ...options, notes }), notes };
}

/**
 * Reads somebody's HTML into blocks: an allow-list by construction, as nothing is copied that has no
 * place in the model. An element that is not known is taken away and its text stays.
 */
export const readBlocks = (nodes: readonly HtmlNode[], options: ReadHtmlOptions = {}): Block[] =>
  blocksIn(nodes, options);

/** Walks siblings: blocks are read one by one, what stands between them in lines becomes paragraphs. */
function blocksIn(nodes: readonly HtmlNode[], context: Context): Block[] {
  const found: Block[] = [];
  let line: HtmlNode[] = [];
  const flush = () => {
    for (const part of paragraphsIn(line)) {
      const children = trimInlines(readInlines(part, context));
      if (children.length) found.push({ type: 'paragraph', children });
    }
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && silent.has(node.name)) continue;
    if (!isElement(node) || isInLine(node)) line.push(node);
    else {
      flush();
      found.push(...blockOf(node, context));
    }
  }
  flush();
  return found;
}

/** An empty line part-way, written as two breaks, parts paragraphs. */
function paragraphsIn(line: readonly HtmlNode[]): HtmlNode[][] {
  const parts: HtmlNode[][] = [[]];
  let breaks = 0;
  for (const node of line) {
    const isBreak = isElement(node) && node.name === 'br';
    if (!isBreak && isElement(node)) breaks = 0;
    else if (!isBreak && typeof node === 'string' && node.trim()) breaks = 0;
    if (isBreak && ++breaks === 2) parts.push([]);
    else if (!(isBreak && breaks > 2)) parts.at(-1)?.push(node);
  }
  return parts;
}

/** Whether an element is part of a line: a phrase with no block anywhere in it. */
const isInLine = (element: HtmlElement): boolean =>
  (phrasing.has(element.name) || (!blockNames.has(element.name) && !element.name.includes('-'))) &&
  !(element.name === 'math' && attribute(element, 'display') === 'block') &&
  element.children.every((child) => !isElement(child) || silent.has(child.name) || isInLine(child));

const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside audio blockquote body button caption center col colgroup dd details dialog dir ' +
    'div dl dt embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html ' +
    'iframe img legend li listing main menu nav object ol optgroup option p picture plaintext pre ' +
    'search section select summary table tbody td textarea tfoot th thead tr ul video xmp'
  ).split(' '),
);

function blockOf(element: HtmlElement, context: Context): Block[] {
  const inside = () => blocksIn(element.children, context);
  const { name } = element;
  if (context.notes && isNotes(element)) return takeNotes(element, context, context.notes);
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element, context);
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return list(element, context);
    case 'blockquote':
      return [quote(element, context, hasClass(element, 'pullquote') ? 'pullquote' : 'blockquote')];
    case 'figure':
      return figure(element, context, undefined);
    case 'img':
    case 'picture':
      return picture(element, context);
    case 'video':
    case 'audio':
      return media(element, context);
    case 'iframe':
    case 'embed':
    case 'object':
      return embed(element, context);
    case 'table':
      return [table(element, context)];
    case 'pre':
    case 'listing':
    case 'xmp':
      return code(element);
    case 'hr':
      return [{ type: 'thematic-break' }];
    case 'dl':
      return definitions(element, context);
    case 'details':
      return [details(element, context)];
    case 'math':
      return [{ type: 'math-block', children: readMath(element) }];
    case 'a':
      return linkAroundBlocks(element, context);
  }
  return ours(element, context) ?? inside();
}

const isNotes = (element: HtmlElement): boolean =>
  attribute(element, 'role') === 'doc-endnotes' ||
  ['wp-block-footnotes', 'footnotes'].some((style) => hasClass(element, style));

/** The notes of a story; anything else that stands among them stays where it is. */
function takeNotes(element: HtmlElement, context: Context, notes: Note[]): Block[] {
  const items =
    element.name === 'ol'
      ? element.children.filter(isElement)
      : find(element.children, ({ name }) => name === 'li');
  const isBack = (one: HtmlElement) =>
    attribute(one, 'role') === 'doc-backlink' ||
    hasClass(one, 'note-back') ||
    hasClass(one, 'footnote-backref') ||
    (one.name === 'a' && /^(?:\u21a9\ufe0e?|\u2191|\^)$/.test(textIn([one])));
  const without = (nodes: readonly HtmlNode[]): HtmlNode[] =>
    nodes.flatMap((node): HtmlNode[] =>
      !isElement(node)
        ? [node]
        : isBack(node)
          ? []
          : [{ ...node, children: without(node.children) }],
    );
  items.forEach((item) => {
    const id = noteId(attribute(item, 'id')) ?? String(notes.length + 1);
    notes.push({ id, children: blocksIn(without(item.children), context) });
  });
  // The heading of our own writer is a word of ours.
  const isOurs = hasClass(element, 'notes');
  const others = (nodes: readonly HtmlNode[]): HtmlNode[] =>
    nodes.flatMap((node): HtmlNode[] =>
      !isElement(node)
        ? [node]
        : items.includes(node) || node.name === 'hr' || (isOurs && node.name === 'h2')
          ? []
          : [{ ...node, children: others(node.children) }],
    );
  return blocksIn(others(element.children), context);
}

/** A name of ours, under any prefix: `acme-article-figure`. */
const ownName = (element: HtmlElement): string | undefined =>
  element.name.includes('-')
    ? /(?:^|-)((?:article-(?:figure|pullquote|gallery|compare|embed|video|audio|factbox|timeline|notice))|live-update)$/.exec(
        element.name,
      )?.[1]
    : undefined;

/** The tags that the writer writes, read back. */
function ours(element: HtmlElement, context: Context): Block[] | undefined {
  const inside = () => blocksIn(element.children, context);
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
      return [timeline(element, context)];
    case 'article-notice': {
      const kind = oneOf(attribute(element, 'kind'), noticeKinds) ?? 'note';
      const [label] = find(element.children, (one) => hasClass(one, 'notice-label'));
      const [time] = label ? find(label.children, ({ name }) => name === 'time') : [];
      const datetime = time && attribute(time, 'datetime');
      const rest = element.children.filter((child) => child !== label);
      return [
        { type: 'notice', kind, ...(datetime && { datetime }), children: blocksIn(rest, context) },
      ];
    }
    case 'live-update':
      return [{ type: 'group', children: inside() }];
  }
  return undefined;
}

const oneOf = <T extends string>(text: string | undefined, values: readonly T[]): T | undefined =>
  values.find((value) => value === text);

/** The children of the only element of a name inside, or an element's own. */
function unwrapped(element: HtmlElement, name: string): readonly HtmlNode[] {
  const [only] = find(element.children, (one) => one.name === name);
  return only?.children ?? element.children;
}

/** Blocks whose first heading is their title. */
function titled(nodes: readonly HtmlNode[], context: Context) {
  const children = blocksIn(nodes, context);
  const [first] = children;
  return first?.type === 'heading'
    ? { title: first.children, children: children.slice(1) }
    : { title: undefined, children };
}

function heading(element: HtmlElement, context: Context): Block[] {
  const level = Math.max(2, Number(element.name.slice(1)));
  const id = ownId(attribute(element, 'id'));
  const children = trimInlines(readInlines(element.children, context));
  const blocks = hasBlocks(element)
    ? blocksIn(element.children, context).filter((one) => one.type !== 'paragraph')
    : [];
  return children.length
    ? [{ type: 'heading', level, ...(id && { id }), children }, ...blocks]
    : blocks;
}

const hasBlocks = (element: HtmlElement): boolean =>
  element.children.some((child) => isElement(child) && !silent.has(child.name) && !isInLine(child));

function list(element: HtmlElement, context: Context): Block[] {
  const ordered = element.name === 'ol';
  const start = Number(attribute(element, 'start') ?? 1);
  const items: ListItem[] = [];
  let loose: HtmlNode[] = [];
  const flush = () => {
    const children = blocksIn(loose, context);
    const last = items.pop();
    // A list between items, as some editors nest them, belongs to the item before it.
    if (last) items.push(children.length ? { children: [...last.children, ...children] } : last);
    else if (children.length) items.push({ children });
    loose = [];
  };
  for (const node of element.children) {
    if (isElement(node) && node.name === 'li') {
      flush();
      items.push({ children: blocksIn(node.children, context) });
    } else loose.push(node);
  }
  flush();
  if (!items.length) return [];
  return [
    {
      type: 'list',
      ordered,
      ...(ordered && Number.isInteger(start) && start !== 1 && { start }),
      items,
    },
  ];
}

function quote(
  element: HtmlElement,
  context: Context,
  type: 'blockquote' | 'pullquote',
  caption?: HtmlElement,
): Block {
  // Who said it comes last, in one of several elements.
  const last = [...element.children].reverse().find((node) => isElement(node) || node.trim());
  const source =
    caption ??
    (isElement(last) &&
    (last.name === 'footer' || last.name === 'cite' || last.name === 'figcaption')
      ? last
      : undefined);
  const said = source ? trimInlines(readInlines(source.children, context)) : [];
  const children = blocksIn(
    element.children.filter((node) => node !== source),
    context,
  );
  const url = type === 'blockquote' ? link(attribute(element, 'cite'), context) : undefined;
  return {
    type,
    children,
    ...(said.length && { source: said }),
    ...(url && { url }),
  };
}

const link = (url: string | undefined, { base }: Context): string | undefined =>
  resolveUrl(url, base);

const pictureLink = (url: string | undefined, { base }: Context): string | undefined =>
  resolveUrl(url, base, safePictureUrl);

/** A figure is what is in it: pictures, a table, a quotation, code, media, or anything with a caption. */
function figure(element: HtmlElement, context: Context, placement: string | undefined): Block[] {
  const isQuote = hasClass(element, 'wp-block-pullquote');
  const caption = captionElement(element);
  const inner = element.children.filter((node) => node !== caption);
  const solid = find(inner, ({ name }) => contents.has(name));
  const others = textIn(inner.filter((node) => !solid.includes(node as HtmlElement)));
  const [only] = solid;
  const words = captionOf(element, context);
  const given = words.caption && { caption: words.caption };
  if (solid.length === 1 && only && (!others || !hasOwnText(inner, only))) {
    switch (only.name) {
      case 'img':
      case 'picture':
        return picture(only, context, inner, {
          ...words,
          placement: oneOf(placement ?? placementOf(element), ['inline', 'wide', 'full', 'float']),
        });
      case 'table': {
        const own = table(only, context);
        return [
          own.type === 'table' && !own.caption ? { ...own, ...given } : withCaption([own], given),
        ];
      }
      case 'blockquote':
        return [quote(only, context, isQuote ? 'pullquote' : 'blockquote', caption)];
      case 'pre': {
        const [own] = code(only);
        return own?.type === 'code' ? [{ ...own, ...given }] : [];
      }
      case 'video':
      case 'audio': {
        const [own, ...rest] = media(only, context);
        return own && (own.type === 'video' || own.type === 'audio')
          ? [{ ...own, ...given, ...(words.credit && { credit: words.credit }) }, ...rest]
          : [withCaption(own ? [own, ...rest] : [], given)].flatMap(nonEmpty);
      }
      case 'iframe': {
        const [own, ...rest] = embed(only, context);
        return own?.type === 'embed'
          ? [{ ...own, ...given }, ...rest]
          : nonEmpty(withCaption(own ? [own, ...rest] : [], given));
      }
    }
  }
  if (
    solid.length > 1 &&
    solid.every(({ name }) => ['img', 'picture', 'figure'].includes(name)) &&
    !hasLooseText(inner)
  ) {
    const images = imagesIn(element, context);
    if (images.length > 1) return gallery(element, context, undefined);
  }
  const wrapped = hasClass(element, 'wp-block-embed') ? embedAddress(inner, context) : undefined;
  if (wrapped) return [{ ...wrapped, ...given }];
  return nonEmpty(withCaption(blocksIn(inner, context), given));
}

const contents: ReadonlySet<string> = new Set(
  'img picture table blockquote pre video audio iframe figure'.split(' '),
);

/** Whether anything but one element has text to say. */
function hasOwnText(nodes: readonly HtmlNode[], only: HtmlElement): boolean {
  return nodes.some((node) =>
    node === only
      ? false
      : isElement(node)
        ? !silent.has(node.name) && hasOwnText(node.children, only)
        : node.trim() !== '',
  );
}

/** Whether there is text outside pictures and their captions. */
function hasLooseText(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) =>
    isElement(node)
      ? !silent.has(node.name) &&
        node.name !== 'figure' &&
        node.name !== 'figcaption' &&
        hasLooseText(node.children)
      : node.trim() !== '',
  );
}

const withCaption = (
  children: Block[],
  given: { readonly caption: readonly Inline[] } | undefined,
): Block => ({
  type: 'figure',
  children,
  ...given,
});
const nonEmpty = (block: Block): Block[] =>
  block.type === 'figure' && !block.caption ? [...block.children] : [block];

function placementOf(element: HtmlElement): string | undefined {
  if (hasClass(element, 'alignwide') || hasClass(element, 'kg-width-wide')) return 'wide';
  if (hasClass(element, 'alignfull') || hasClass(element, 'kg-width-full')) return 'full';
  return hasClass(element, 'alignleft') || hasClass(element, 'alignright') ? 'float' : undefined;
}

const captionElement = (element: HtmlElement): HtmlElement | undefined =>
  element.children.filter(isElement).find(({ name }) => name === 'figcaption');

interface Caption {
  readonly caption?: readonly Inline[];
  readonly credit?: string;
  readonly licence?: string;
  readonly licenceUrl?: string;
  readonly provenance?: string;
}

/** A caption, with credit, licence and provenance apart where they are marked as such. */
function captionOf(element: HtmlElement, context: Context): Caption {
  const caption = captionElement(element);
  if (!caption) return {};
  const marked = (style: string) =>
    find(caption.children, (one) => hasClass(one, style) && textIn([one]) !== '')[0];
  const credit = marked('credit');
  const licence = marked('licence');
  const provenance = marked('provenance');
  const parts = [credit, licence, provenance];
  const without = (nodes: readonly HtmlNode[]): HtmlNode[] =>
    nodes
      .filter((node) => !isElement(node) || !parts.includes(node))
      .map((node) => (isElement(node) ? { ...node, children: without(node.children) } : node));
  const words = trimInlines(readInlines(without(caption.children), context));
  const licenceUrl = licence && link(attribute(licence, 'href'), context);
  return {
    ...(words.length && { caption: words }),
    ...(credit && { credit: textIn([credit]) }),
    ...(licence && { licence: textIn([licence]) }),
    ...(licenceUrl && { licenceUrl }),
    ...(provenance && { provenance: textIn([provenance]) }),
  };
}

/** A picture; one that no page may load leaves its alt text. */
function picture(
  element: HtmlElement,
  context: Context,
  around: readonly HtmlNode[] = [],
  given: Caption & { readonly placement?: Image['placement'] | undefined } = {},
): Block[] {
  const [img] =
    element.name === 'img' ? [element] : find(element.children, ({ name }) => name === 'img');
  const image = img && imageOf(img, context);
  const url = link(anchorAround(around, element), context);
  const { placement, ...caption } = given;
  // Nothing but sources belongs beside the picture; if somebody wrote there, it stays.
  const beside = img === element ? [] : blocksIn(without(element.children, img), context);
  if (image)
    return [
      { ...image, ...caption, ...(placement && { placement }), ...(url && { url }) },
      ...beside,
    ];
  const alt = img && attribute(img, 'alt');
  const words = [alt, caption.credit, caption.licence, caption.provenance]
    .filter(Boolean)
    .join(' ');
  const children: Block[] = words ? [{ type: 'paragraph', children: [words] }] : [];
  const blocks = nonEmpty(withCaption(children, caption.caption && { caption: caption.caption }));
  return [...blocks, ...beside];
}

/** Nodes without one of the elements in them. */
const without = (nodes: readonly HtmlNode[], one: HtmlElement | undefined): HtmlNode[] =>
  nodes.flatMap((node): HtmlNode[] =>
    !isElement(node) || !one
      ? [node]
      : node === one
        ? []
        : [{ ...node, children: without(node.children, one) }],
  );

/** The address of the link that stands around an element. */
function anchorAround(nodes: readonly HtmlNode[], element: HtmlElement): string | undefined {
  for (const node of nodes) {
    if (!isElement(node) || node === element) continue;
    if (node.name === 'a' && find(node.children, (one) => one === element).length)
      return attribute(node, 'href');
    const inner = anchorAround(node.children, element);
    if (inner) return inner;
  }
  return undefined;
}

function imageOf(img: HtmlElement, context: Context): Image | undefined {
  const src =
    pictureLink(attribute(img, 'src'), context) ?? pictureLink(attribute(img, 'data-src'), context);
  if (!src) return undefined;
  const srcset = safeSrcset(attribute(img, 'srcset'));
  const width = size(attribute(img, 'width'));
  const height = size(attribute(img, 'height'));
  return {
    type: 'image',
    src,
    alt: attribute(img, 'alt') ?? '',
    ...(width && { width }),
    ...(height && { height }),
    ...(srcset && { srcset }),
  };
}

const size = (text: string | undefined): number | undefined => {
  const pixels = Math.round(Number(text));
  return pixels > 0 && pixels < 100_000 ? pixels : undefined;
};

/** Every picture in a figure, each with the caption of the figure it stands in. */
function imagesIn(element: HtmlElement, context: Context): Image[] {
  return find(element.children, ({ name }) => ['figure', 'img', 'picture'].includes(name))
    .flatMap((one) =>
      one.name === 'figure'
        ? figure(one, context, undefined)
        : picture(one, context, element.children),
    )
    .filter((block): block is Image => block.type === 'image');
}

function gallery(
  element: HtmlElement,
  context: Context,
  layout: 'grid' | 'carousel' | 'strip' | undefined,
): Block[] {
  const images = imagesIn(element, context);
  const { caption } = captionOf(element, context);
  const whole = textIn(element.children);
  const block: Block = {
    type: 'gallery',
    ...(layout && { layout }),
    images,
    ...(caption && { caption }),
  };
  return images.length ? [block] : whole ? [{ type: 'paragraph', children: [whole] }] : [];
}

function media(element: HtmlElement, context: Context): Block[] {
  const type = element.name === 'video' ? 'video' : 'audio';
  const file = (one: HtmlElement): MediaFile[] => {
    const src = link(attribute(one, 'src'), context);
    const mime = attribute(one, 'type');
    return src && !/^(?:mailto|tel):/i.test(src) ? [{ src, ...(mime && { mime }) }] : [];
  };
  const files = [element, ...find(element.children, ({ name }) => name === 'source')].flatMap(file);
  const tracks = find(element.children, ({ name }) => name === 'track').flatMap((one): Track[] => {
    const src = link(attribute(one, 'src'), context);
    const kind = oneOf(attribute(one, 'kind'), [
      'captions',
      'subtitles',
      'descriptions',
      'chapters',
    ]);
    const lang = attribute(one, 'srclang');
    const label = attribute(one, 'label');
    return src
      ? [{ src, kind: kind ?? 'subtitles', ...(lang && { lang }), ...(label && { label }) }]
      : [];
  });
  const title = attribute(element, 'aria-label') ?? attribute(element, 'title');
  const poster = pictureLink(attribute(element, 'poster'), context);
  const width = size(attribute(element, 'width'));
  const height = size(attribute(element, 'height'));
  // What stands inside is for browsers without the element, but it is text that somebody wrote.
  const fallback = blocksIn(element.children, context);
  if (!files.length) return fallback;
  const common = { files, tracks, ...(title && { title }) };
  return [
    type === 'audio'
      ? { type, ...common }
      : {
          type,
          ...common,
          ...(poster && { poster }),
          ...(width && { width }),
          ...(height && { height }),
        },
    ...fallback,
  ];
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
    blocksIn(
      said.children.filter((node) => !isElement(node) || node.name !== 'summary'),
      context,
    );
  return [{ ...block, ...(transcript?.length && { transcript }) }];
}

/** Something of another site: never the frame itself, but who shows it, and where. */
function embed(element: HtmlElement, context: Context): Block[] {
  const written =
    attribute(element, 'src') ?? attribute(element, 'data-src') ?? attribute(element, 'data');
  const absolute = written?.startsWith('//') ? `https:${written}` : link(written, context);
  const target = absolute && embedOf(absolute);
  const title = attribute(element, 'title');
  const width = size(attribute(element, 'width'));
  const height = size(attribute(element, 'height'));
  const children = element.name === 'iframe' ? [] : blocksIn(element.children, context);
  if (!target) {
    return children.length || !title ? children : [{ type: 'paragraph', children: [title] }];
  }
  return [
    {
      type: 'embed',
      ...target,
      ...(title && { title }),
      ...(width && { width }),
      ...(height && { height }),
      children,
    },
  ];
}

/** An address alone where WordPress would have put the other site's frame. */
function embedAddress(
  nodes: readonly HtmlNode[],
  context: Context,
): Extract<Block, { type: 'embed' }> | undefined {
  const [frame] = find(nodes, ({ name }) => name === 'iframe');
  const text = textIn(nodes);
  if (!frame && /^https?:\/\/\S+$/.test(text)) {
    const target = embedOf(text);
    return target && { type: 'embed', ...target, title: text, children: [] };
  }
  const [own] = frame ? embed(frame, context) : [];
  if (own?.type !== 'embed') return undefined;
  const without = (list: readonly HtmlNode[]): HtmlNode[] =>
    list
      .filter((node) => node !== frame)
      .map((node) => (isElement(node) ? { ...node, children: without(node.children) } : node));
  return { ...own, children: blocksIn(without(nodes), context) };
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
      children: blocksIn(inner, context),
      ...(words && { caption: words }),
    },
  ];
}

function table(element: HtmlElement, context: Context): Block {
  const [own] = element.children.filter(isElement).filter(({ name }) => name === 'caption');
  const caption = own && trimInlines(readInlines(own.children, context));
  const head: Row[] = [];
  const body: Row[] = [];
  const foot: Row[] = [];
  const collect = (nodes: readonly HtmlNode[], into: Row[]): void => {
    for (const node of nodes) {
      if (!isElement(node) || node === own || silent.has(node.name)) {
        const text = typeof node === 'string' ? node.trim() : '';
        if (text) into.push({ cells: [{ children: [text] }] });
      } else if (node.name === 'tr') {
        const cells = cellsIn(node, context);
        if (cells.length) into.push({ cells });
      } else if (node.name === 'thead') collect(node.children, head);
      else if (node.name === 'tfoot') collect(node.children, foot);
      else if (node.name === 'tbody') collect(node.children, body);
      else if (!['colgroup', 'col'].includes(node.name)) {
        const children = trimInlines(readInlines([node], context));
        if (children.length) into.push({ cells: [{ children }] });
      }
    }
  };
  collect(element.children, body);
  return { type: 'table', ...(caption?.length && { caption }), head, body, foot };
}

function cellsIn(row: HtmlElement, context: Context): Cell[] {
  return row.children
    .filter((node) => isElement(node) || node.trim())
    .map((node): Cell => {
      const isCell = isElement(node) && (node.name === 'td' || node.name === 'th');
      const children = trimInlines(readInlines(isCell ? node.children : [node], context));
      const columns = isCell ? span(attribute(node, 'colspan')) : undefined;
      const rows = isCell ? span(attribute(node, 'rowspan')) : undefined;
      return {
        children,
        ...(isElement(node) && node.name === 'th' && { header: true }),
        ...(columns && { columns }),
        ...(rows && { rows }),
      };
    });
}

const span = (text: string | undefined): number | undefined => {
  const count = Number(text);
  return Number.isInteger(count) && count > 1 && count <= 1000 ? count : undefined;
};

function code(element: HtmlElement): Block[] {
  const text = rawText(element.children).replace(/^\n/, '');
  const [inner] = find(element.children, ({ name }) => name === 'code');
  const language = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(
    `${attribute(element, 'class') ?? ''} ${(inner && attribute(inner, 'class')) ?? ''}`,
  )?.[1];
  return text.trim() ? [{ type: 'code', text, ...(language && { language }) }] : [];
}

const rawText = (nodes: readonly HtmlNode[]): string =>
  nodes
    .map((node) =>
      typeof node === 'string'
        ? node
        : node.name === 'br'
          ? '\n'
          : silent.has(node.name)
            ? ''
            : rawText(node.children),
    )
    .join('');

function definitions(element: HtmlElement, context: Context): Block[] {
  const items: { terms: { children: Inline[] }[]; descriptions: ListItem[] }[] = [];
  const rest: Block[] = [];
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node) || silent.has(node.name)) {
        rest.push(...blocksIn([node], context));
      } else if (node.name === 'dt') {
        let last = items.at(-1);
        if (!last || last.descriptions.length) items.push((last = { terms: [], descriptions: [] }));
        last.terms.push({ children: trimInlines(readInlines(node.children, context)) });
      } else if (node.name === 'dd') {
        let last = items.at(-1);
        if (!last) items.push((last = { terms: [], descriptions: [] }));
        last.descriptions.push({ children: blocksIn(node.children, context) });
      } else if (node.name === 'div') walk(node.children);
      else rest.push(...blocksIn([node], context));
    }
  };
  walk(element.children);
  return [
    ...(items.length
      ? [{ type: 'definition-list', items: items satisfies Definition[] } as const]
      : []),
    ...rest,
  ];
}

function details(element: HtmlElement, context: Context): Block {
  const [first] = element.children.filter(isElement).filter(({ name }) => name === 'summary');
  return {
    type: 'details',
    summary: first ? trimInlines(readInlines(first.children, context)) : [],
    children: blocksIn(
      element.children.filter((node) => node !== first),
      context,
    ),
  };
}

function timeline(element: HtmlElement, context: Context): Block {
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
  const own: Block = { type: 'timeline', ...(title && { title }), events: items };
  return children.length ? { type: 'group', children: [own, ...children] } : own;
}

/** A link around a picture is the picture's; around other blocks it goes to the text in them. */
function linkAroundBlocks(element: HtmlElement, context: Context): Block[] {
  const inner = blocksIn(element.children, context);
  const url = link(attribute(element, 'href'), context);
  if (!url) return inner;
  return inner.map((block): Block => {
    if (block.type === 'image') return { ...block, url };
    if (block.type === 'paragraph' || block.type === 'heading')
      return { ...block, children: [{ type: 'link', url, children: block.children }] };
    return block;
  });
}
