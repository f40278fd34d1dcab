import type { Block, Image, MediaFile, Track } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { textIn } from '../content/nodes.js';
import { embedOf } from '../content/providers.js';
import { readBlocks } from '../content/read-html.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { listAt, numberAt, own, textAt, type ReadTools } from './article-source.js';

/** A field that holds HTML, as a line. */
export const line = (text: string | undefined, { parseHtml, base }: ReadTools): Inline[] =>
  text ? trimInlines(readInlines(parseHtml(text), { base })) : [];

/** A field that holds HTML, as blocks. */
export const html = (text: string | undefined, { parseHtml, base }: ReadTools): Block[] =>
  text ? readBlocks(parseHtml(text), { base }) : [];

/** Who made it, and for whom: "Jane Doe / Agency"; what is set by hand stands for all that. */
export function creditOf(element: unknown): string | undefined {
  const credits = own(element, 'vanity_credits') ?? own(element, 'credits');
  const names = ['by', 'photos_by', 'affiliation'].flatMap((key) =>
    listAt(credits, key).flatMap((one) => textAt(one, 'name') ?? textAt(one, 'byline') ?? []),
  );
  return [...new Set(names)].join(' / ') || undefined;
}

export function imageOf(element: unknown, tools: ReadTools): Image | undefined {
  const src = resolveUrl(textAt(element, 'url'), tools.base, safePictureUrl);
  if (!src) return undefined;
  const [width, height] = [numberAt(element, 'width'), numberAt(element, 'height')];
  const caption = line(textAt(element, 'caption'), tools);
  const credit = creditOf(element) ?? textAt(element, 'copyright');
  return {
    type: 'image',
    src,
    alt: textAt(element, 'alt_text') ?? textAt(element, 'subtitle') ?? '',
    ...(width && { width }),
    ...(height && { height }),
    ...(caption.length && { caption }),
    ...(credit && { credit }),
  };
}

/** A headline, set apart, and what is said after it. */
function captionOf(element: unknown, tools: ReadTools): Inline[] {
  const title = line(textAt(element, 'headlines', 'basic'), tools);
  const said = line(textAt(element, 'description', 'basic') ?? textAt(element, 'caption'), tools);
  return [
    ...(title.length ? [{ type: 'strong', children: title } as const] : []),
    ...(title.length && said.length ? [' '] : []),
    ...said,
  ];
}

/** A gallery of all its pictures; anything else in it follows. */
export function galleryOf(
  element: unknown,
  tools: ReadTools,
  read: (elements: readonly unknown[], tools: ReadTools) => Block[],
): Block[] {
  const blocks = read(listAt(element, 'content_elements'), tools);
  const images = blocks.filter((block): block is Image => block.type === 'image');
  const rest = blocks.filter((block) => block.type !== 'image');
  const caption = captionOf(element, tools);
  if (images.length)
    return [{ type: 'gallery', images, ...(caption.length && { caption }) }, ...rest];
  return [...(caption.length ? [{ type: 'paragraph', children: caption } as const] : []), ...rest];
}

/** A film or recording; one without a file is shown by its embed, or is only named. */
export function medium(
  type: 'video' | 'audio',
  element: unknown,
  tools: ReadTools,
): readonly Block[] {
  const { files, width, height } = filesOf(type, element, tools);
  const caption = captionOf(element, tools);
  const credit = creditOf(element);
  const given = caption.length ? { caption } : {};
  const said = html(textAt(element, 'transcript'), tools);
  if (!files.length) {
    const player = html(textAt(element, 'embed_html'), tools);
    const [only, ...others] = player;
    if (only?.type === 'embed' && !others.length) return [{ ...only, ...given }, ...said];
    const target = embedOf(resolveUrl(textAt(element, 'canonical_url'), tools.base) ?? '');
    if (!player.length && target) return [{ type: 'embed', ...target, ...given, children: said }];
    return [
      ...player,
      ...(caption.length ? [{ type: 'paragraph', children: caption } as const] : []),
      ...said,
    ];
  }
  const heading = textAt(element, 'headlines', 'basic');
  const title = heading && textIn(tools.parseHtml(heading));
  const common = {
    files,
    tracks: tracksOf(element, tools),
    ...(title && { title }),
    ...given,
    ...(credit && { credit }),
    ...(said.length && { transcript: said }),
  };
  if (type === 'audio') return [{ type, ...common }];
  const promo = own(own(element, 'promo_items'), 'basic') ?? own(element, 'promo_image');
  const poster = resolveUrl(textAt(promo, 'url'), tools.base, safePictureUrl);
  return [
    {
      type,
      ...common,
      ...(poster && { poster }),
      ...(width && { width }),
      ...(height && { height }),
    },
  ];
}

/** Files that browsers play by themselves first, the one for a screen before larger ones. */
function filesOf(type: 'video' | 'audio', element: unknown, { base }: ReadTools) {
  const streams = listAt(element, 'streams').map((stream) => ({
    url: resolveUrl(textAt(stream, 'url'), base),
    kind: textAt(stream, 'stream_type')?.toLowerCase() ?? '',
    mime: textAt(stream, 'mimetype'),
    width: numberAt(stream, 'width') ?? 0,
    height: numberAt(stream, 'height') ?? 0,
  }));
  const rank = ({ kind, width }: { readonly kind: string; readonly width: number }) =>
    (kind === 'mp4' || !kind ? 0 : 10_000) + Math.abs(width - 1280);
  streams.sort((a, b) => rank(a) - rank(b));
  const files = streams.flatMap(({ url, kind, mime }): MediaFile[] => {
    const told =
      mime ?? (kind === 'mp4' ? 'video/mp4' : kind === 'ts' ? 'application/x-mpegURL' : undefined);
    return url ? [{ src: url, ...(told && { mime: told }) }] : [];
  });
  const single = type === 'audio' ? resolveUrl(textAt(element, 'source_url'), base) : undefined;
  const mime = textAt(element, 'mimetype');
  if (single && !files.length) files.push({ src: single, ...(mime && { mime }) });
  const [first] = streams;
  return { files: files.slice(0, 6), width: first?.width, height: first?.height };
}

const tracksOf = (element: unknown, { base }: ReadTools): Track[] =>
  listAt(element, 'subtitles', 'urls').flatMap((one): Track[] => {
    const src = resolveUrl(textAt(one, 'url'), base);
    const isVtt = /vtt/i.test(textAt(one, 'format') ?? '');
    return src && isVtt ? [{ src, kind: 'captions' }] : [];
  });

/** Something of another site, with what its HTML says until it is loaded. */
export function oembed(element: unknown, tools: ReadTools): Block[] {
  const raw = own(element, 'raw_oembed');
  const blocks = html(textAt(raw, 'html'), tools);
  const frame = blocks.find((block) => block.type === 'embed');
  const address = ['url', '_id', 'author_url'].map((key) => textAt(raw, key)).find(Boolean);
  const target = embedOf(address ?? textAt(element, 'referent', 'id') ?? '') ?? frame;
  const children = blocks.flatMap((block) => (block === frame ? frame.children : [block]));
  const title = textAt(raw, 'title') ?? frame?.title;
  const [width, height] = [numberAt(raw, 'width'), numberAt(raw, 'height')];
  if (!target)
    return [...children, ...(title ? [{ type: 'paragraph', children: [title] } as const] : [])];
  const { provider, url } = target;
  return [
    {
      type: 'embed',
      provider,
      url,
      ...(title && { title }),
      ...(width && { width }),
      ...(height && { height }),
      children,
    },
  ];
}
