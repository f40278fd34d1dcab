import type { Block, Image } from './block.js';
import type { Inline } from './inline.js';
import {
  attribute,
  find,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  silent,
  textIn,
} from './nodes.js';
import {
  type Caption,
  captionElement,
  captionOf,
  type Context,
  link,
  oneOf,
  pictureLink,
  size,
} from './read-context.js';
import { spaced } from './read-inline.js';
import { embed, embedAddress, media, postOf } from './read-media.js';
import { table } from './read-table.js';
import { code, quote } from './read-text.js';
import { safeSrcset } from './url.js';

/** A figure is what is in it: pictures, a table, a quotation, code, media, or anything with a caption. */
export function figure(
  element: HtmlElement,
  context: Context,
  placement: string | undefined,
): Block[] {
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
      case 'blockquote': {
        const post = postOf(only);
        if (post)
          return [
            { type: 'embed', ...post, children: [quote(only, context, 'blockquote')], ...given },
          ];
        return [quote(only, context, isQuote ? 'pullquote' : 'blockquote', caption)];
      }
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
  return nonEmpty(withCaption(context.read(inner), given));
}

export const contents: ReadonlySet<string> = new Set(
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

/** A picture; one that no page may load leaves its alt text. */
export function picture(
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
  const beside = img === element ? [] : context.read(without(element.children, img));
  if (image)
    return [
      { ...image, ...caption, ...(placement && { placement }), ...(url && { url }) },
      ...beside,
    ];
  const alt = img && attribute(img, 'alt');
  const words = [alt, caption.credit, caption.licence, caption.provenance]
    .filter(Boolean)
    .join(' ');
  const children: Block[] = words ? [{ type: 'paragraph', children: [spaced(words)] }] : [];
  const blocks = nonEmpty(withCaption(children, caption.caption && { caption: caption.caption }));
  return [...blocks, ...beside];
}

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

export function imageOf(img: HtmlElement, context: Context): Image | undefined {
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

/** Every picture in a figure, each with the caption of the figure it stands in. */
export function imagesIn(element: HtmlElement, context: Context): Image[] {
  return find(element.children, ({ name }) => ['figure', 'img', 'picture'].includes(name))
    .flatMap((one) =>
      one.name === 'figure'
        ? figure(one, context, undefined)
        : picture(one, context, element.children),
    )
    .filter((block): block is Image => block.type === 'image');
}

export function gallery(
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

/** Nodes without one of the elements in them. */
export const without = (nodes: readonly HtmlNode[], one: HtmlElement | undefined): HtmlNode[] =>
  nodes.flatMap((node): HtmlNode[] =>
    !isElement(node) || !one
      ? [node]
      : node === one
        ? []
        : [{ ...node, children: without(node.children, one) }],
  );
