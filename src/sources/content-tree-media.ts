import type { Block, Card, Image, MediaFile, Related, Track, Video } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { readBlocks } from '../content/read-html.js';
import { embedOf } from '../content/providers.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { at, listAt, numberAt, own, textAt, type ReadTools } from './article-source.js';

const placements: Readonly<Record<string, Image['placement']>> = {
  'full-bleed': 'full',
  'full-grid': 'wide',
  'mid-grid': 'wide',
  'full-width': 'wide',
  'inset-left': 'float',
  'inset-right': 'float',
};

const line = (text: string | undefined): Block[] =>
  text ? [{ type: 'paragraph', children: [text] }] : [];

/** The picture of an image set, in the shape that suits an article. */
export function pictureOf(node: unknown, { base }: ReadTools): Image | undefined {
  const picture = own(node, 'picture') ?? node;
  const images = listAt(picture, 'images');
  const format = (name: string) => images.find((one) => own(one, 'format') === name);
  const image =
    own(picture, 'fallbackImage') ??
    format('standard') ??
    format('desktop') ??
    format('standard-inline') ??
    images[0] ??
    picture;
  const src = resolveUrl(textAt(image, 'url'), base, safePictureUrl);
  if (!src) return undefined;
  const [width, height] = [numberAt(image, 'width'), numberAt(image, 'height')];
  const candidates = listAt(image, 'sourceSet').flatMap((one) => {
    const url = resolveUrl(textAt(one, 'url'), base, safePictureUrl);
    const wide = (numberAt(one, 'width') ?? 0) * (numberAt(one, 'dpr') ?? 1);
    return url && wide > 0 && !/[\s,]/.test(url) ? [`${url} ${Math.round(wide)}w`] : [];
  });
  const { caption, credit } = wordsOf(node);
  const layout = textAt(picture, 'layoutWidth') ?? '';
  const placement = Object.hasOwn(placements, layout) ? placements[layout] : undefined;
  return {
    type: 'image',
    src,
    alt: textAt(node, 'alt') ?? textAt(picture, 'alt') ?? '',
    ...(width && { width }),
    ...(height && { height }),
    ...(candidates.length && { srcset: candidates.join(', ') }),
    ...(caption && { caption: [caption] }),
    ...(credit && { credit }),
    ...(placement && { placement }),
  };
}

const wordsOf = (node: unknown) => ({
  caption: textAt(node, 'caption') ?? textAt(node, 'picture', 'caption'),
  credit: textAt(node, 'credit') ?? textAt(node, 'picture', 'credit'),
});

/** A picture; where only its id is known, which is what is published, its words. */
export function picture(node: unknown, tools: ReadTools): Block[] {
  const image = pictureOf(node, tools);
  if (image) return [image];
  const { caption, credit } = wordsOf(node);
  return [...line(caption), ...line(credit)];
}

/** Something of another site, by its address; without one, its words. */
export function embed(
  address: string | undefined,
  { title, children = [] }: { title?: string | undefined; children?: readonly Block[] },
): Block[] {
  const target = address && embedOf(address);
  return target
    ? [{ type: 'embed', ...target, ...(title && { title }), children }]
    : [...line(title), ...children];
}

export function tweet(node: unknown, { parseHtml, base }: ReadTools): Block[] {
  const html = textAt(node, 'html') ?? '';
  const id = textAt(node, 'id') ?? '';
  const address = /^https?:/.test(id)
    ? id
    : (/https:\/\/(?:twitter|x)\.com\/\w+\/status\/\d+/.exec(html)?.[0] ??
      (/^\d+$/.test(id) ? `https://x.com/i/status/${id}` : undefined));
  return embed(address, { children: readBlocks(parseHtml(html), { base }) });
}

/** A chart of Flourish; the picture that stands in for it is shown until then. */
export function flourish(node: unknown, tools: ReadTools): Block[] {
  const id = textAt(node, 'id');
  const kind = textAt(node, 'flourishType') === 'story' ? 'story' : 'visualisation';
  const address = id && `https://flo.uri.sh/${kind}/${encodeURIComponent(id)}/embed`;
  const fallback = own(node, 'fallbackImage');
  const image = fallback === undefined ? undefined : pictureOf(fallback, tools);
  return embed(address, { title: textAt(node, 'description'), children: image ? [image] : [] });
}

/** A video of the FT, of which a tree knows no more than the id. */
export function ftVideo(node: unknown): Block[] {
  const id = textAt(node, 'id') ?? '';
  const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i.exec(id)?.[0];
  const address = textAt(node, 'url') ?? (uuid ? `https://www.ft.com/video/${uuid}` : id);
  return embed(address, { title: textAt(node, 'title') });
}

/** Short films or recordings, with all that is said of them under the last. */
export function clips(
  node: unknown,
  tools: ReadTools,
  transcript: readonly Block[],
): readonly Block[] {
  const all = listAt(node, 'clips');
  // A clip for narrow screens shows the same again.
  const wide = all.filter((clip) => own(clip, 'format') !== 'mobile');
  const list = (wide.length ? wide : all).flatMap((clip) => {
    const files = filesOf(listAt(clip, 'dataSource'), tools);
    return files.length ? [{ clip, files }] : [];
  });
  const name = textAt(node, 'displayTitle') ?? textAt(node, 'title');
  const title = textAt(node, 'description') ?? name;
  const caption = captionOf(name, [
    ...['subtitle', 'caption', 'source'].map((key) => textAt(node, key)),
  ]);
  const credit = textAt(node, 'credits');
  const words = { ...(caption.length && { caption }), ...(credit && { credit }) };
  const tracks = listAt(node, 'accessibility', 'captions').flatMap((one): Track[] => {
    const src = resolveUrl(textAt(one, 'url'), tools.base);
    return src ? [{ src, kind: 'captions' }] : [];
  });
  const warning = listAt(node, 'contentWarning').filter((one) => typeof one === 'string');
  const notice: Block[] = warning.length
    ? [{ type: 'notice', kind: 'note', children: line(warning.join(' ')) }]
    : [];
  if (!list.length) {
    const said: Block[] = caption.length ? [{ type: 'paragraph', children: caption }] : [];
    return [...notice, ...said, ...line(credit), ...transcript];
  }
  const films = list.map(({ clip, files }, index): Block => {
    const isLast = index === list.length - 1;
    const poster = resolveUrl(textAt(clip, 'poster'), tools.base, safePictureUrl);
    const width = numberAt(clip, 'dataSource', 0, 'pixelWidth');
    const height = numberAt(clip, 'dataSource', 0, 'pixelHeight');
    const isSound = files.every(({ mime }) => mime?.startsWith('audio/'));
    const common = {
      files,
      tracks,
      ...(title && { title }),
      ...(isLast && words),
      ...(isLast && transcript.length && { transcript }),
    };
    return isSound
      ? { type: 'audio', ...common }
      : ({
          type: 'video',
          ...common,
          ...(poster && { poster }),
          ...(width && { width }),
          ...(height && { height }),
        } satisfies Video);
  });
  return [...notice, ...films];
}

/** A title, set apart, and what is said after it. */
function captionOf(title: string | undefined, rest: readonly (string | undefined)[]): Inline[] {
  const said = rest.filter(Boolean).join(' ');
  return [
    ...(title ? [{ type: 'strong', children: [title] } as const] : []),
    ...(said ? [title ? ` ${said}` : said] : []),
  ];
}

const filesOf = (list: readonly unknown[], { base }: ReadTools): MediaFile[] =>
  list.flatMap((one) => {
    const src = resolveUrl(textAt(one, 'binaryUrl') ?? textAt(one, 'url'), base);
    const mime = textAt(one, 'mediaType');
    return src ? [{ src, ...(mime && { mime }) }] : [];
  });

/** Other stories to go on with, under the heading of the node that holds them. */
export function recommended(list: readonly unknown[], node: unknown, tools: ReadTools): Block[] {
  const items = list.flatMap((one) => cardOf(one, tools));
  const heading = textAt(node, 'heading');
  if (!items.length) return line(heading);
  return [{ type: 'related', ...(heading && { title: [heading] }), items } satisfies Related];
}

function cardOf(node: unknown, tools: ReadTools): Card[] {
  const teaser = own(node, 'teaser');
  const headline = textAt(node, 'teaserTitleOverride') ?? textAt(teaser, 'title');
  if (!headline) return [];
  const url = resolveUrl(textAt(teaser, 'url') ?? textAt(node, 'id'), tools.base);
  const kicker = [
    textAt(teaser, 'metaPrefixText'),
    textAt(teaser, 'metaLink', 'prefLabel'),
    textAt(teaser, 'metaSuffixText'),
  ]
    .filter(Boolean)
    .join(' ');
  const image =
    at(teaser, 'image') === undefined ? undefined : pictureOf(at(teaser, 'image'), tools);
  return [{ headline, ...(url && { url }), ...(kicker && { kicker }), ...(image && { image }) }];
}
