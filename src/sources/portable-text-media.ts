import type { Block, Image } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { textOf } from '../content/text-of.js';
import { embedOf } from '../content/providers.js';
import { readBlocks } from '../content/read-html.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { numberAt, own, textAt, type ReadTools } from './article-source.js';
import { lineOf } from './portable-text-spans.js';

/** A picture; the address of one that is only referred to follows from where the answer came from. */
export function imageOf(node: unknown, tools: ReadTools): Image | undefined {
  const asset = own(node, 'asset');
  const id = textAt(asset, '_ref') ?? textAt(asset, '_id') ?? '';
  const [, name, wide, high, end] = /^image-([\w-]+)-(\d+)x(\d+)-(\w+)$/.exec(id) ?? [];
  const place = placeOf(tools.base);
  const written = textAt(asset, 'url') ?? textAt(node, 'url') ?? textAt(node, 'src');
  const built =
    name && place && `https://cdn.sanity.io/images/${place}/${name}-${wide}x${high}.${end}`;
  const src = resolveUrl(written ?? (built || undefined), tools.base, safePictureUrl);
  if (!src) return undefined;
  const width = numberAt(asset, 'metadata', 'dimensions', 'width') ?? Number(wide ?? 0);
  const height = numberAt(asset, 'metadata', 'dimensions', 'height') ?? Number(high ?? 0);
  const caption = captionOf(node, tools);
  const credit = creditOf(node);
  const alt = ['alt', 'altText', 'title'].map((key) => textAt(node, key)).find(Boolean);
  const url = resolveUrl(textAt(node, 'link') ?? textAt(node, 'href'), tools.base);
  return {
    type: 'image',
    src,
    alt: alt ?? textAt(asset, 'altText') ?? '',
    ...(width > 0 && { width }),
    ...(height > 0 && { height }),
    ...(caption.length && { caption }),
    ...(credit && { credit }),
    ...(url && { url }),
  };
}

/** Project and dataset of the API that was asked. */
const placeOf = (base: string | undefined): string | undefined =>
  /^https:\/\/([a-z0-9]+)\.api(?:cdn)?\.sanity\.io\/[^/]+\/data\/\w+\/([\w-]+)/
    .exec(base ?? '')
    ?.slice(1)
    .join('/');

const captionOf = (node: unknown, tools: ReadTools): Inline[] =>
  lineOf(own(node, 'caption') ?? own(node, 'description'), tools);

const creditOf = (node: unknown): string | undefined =>
  ['credit', 'attribution', 'photographer'].map((key) => textAt(node, key)).find(Boolean);

/** A picture; one without an address leaves its words. */
export function picture(node: unknown, tools: ReadTools): Block[] {
  const image = imageOf(node, tools);
  if (image) return [image];
  const alt = textAt(node, 'alt');
  const caption = captionOf(node, tools);
  const credit = creditOf(node);
  return [[...(alt ? [alt] : [])], caption, [...(credit ? [credit] : [])]]
    .filter((children) => children.length)
    .map((children) => ({ type: 'paragraph', children }));
}

/** Types whose address is that of another site's page or player. */
export const isEmbed = (type: string): boolean =>
  /youtube|vimeo|embed|tweet|twitter|instagram|tiktok|bluesky|spotify|soundcloud|iframe|video|audio|podcast/i.test(
    type,
  );

/** Something of another site, or a file to see or hear. */
export function embed(type: string, node: unknown, tools: ReadTools): Block[] | undefined {
  const caption = lineOf(own(node, 'caption'), tools);
  const title = textAt(node, 'title');
  const given = { ...(title && { title }), ...(caption.length && { caption }) };
  const rest = restOf(node);
  const html = textAt(node, 'html');
  if (html) {
    const said: Block[] = [title ? [title] : [], caption]
      .filter((children) => children.length)
      .map((children) => ({ type: 'paragraph', children }));
    return [...readBlocks(tools.parseHtml(html), { base: tools.base }), ...said, ...rest];
  }
  const file = textAt(node, 'asset', 'url') ?? textAt(node, 'file', 'asset', 'url');
  const kind = file && mediaKind(type, file, textAt(node, 'asset', 'mimeType'));
  const src = kind && resolveUrl(file, tools.base);
  if (src) return [{ type: kind, files: [{ src }], tracks: [], ...given }, ...rest];
  const target = embedOf(addressOf(type, node) ?? '');
  return target && [{ type: 'embed', ...target, ...given, children: rest }];
}

const used =
  /^(?:_.*|asset|file|poster|thumbnail|title|caption|html|url|href|src|embedUrl|link|videoId|tweetId|id|code|provider|service|platform)$/;

/** What else an embedded thing says. */
function restOf(node: unknown): Block[] {
  if (typeof node !== 'object' || node === null) return [];
  const said = textOf(Object.fromEntries(Object.entries(node).filter(([key]) => !used.test(key))));
  return said ? [{ type: 'paragraph', children: [said] }] : [];
}

function mediaKind(
  type: string,
  file: string,
  mime: string | undefined,
): 'video' | 'audio' | undefined {
  const told = `${mime ?? ''} ${file}`;
  if (/^video\/|\.(?:mp4|webm|m4v|mov)\b/i.test(told)) return 'video';
  if (/^audio\/|\.(?:mp3|m4a|ogg|wav|aac)\b/i.test(told)) return 'audio';
  return /video/i.test(type) ? 'video' : undefined;
}

function addressOf(type: string, node: unknown): string | undefined {
  const address = ['url', 'href', 'src', 'embedUrl', 'link']
    .map((key) => textAt(node, key))
    .find(Boolean);
  if (address) return address;
  const id = ['videoId', 'tweetId', 'id', 'code'].map((key) => textAt(node, key)).find(Boolean);
  if (!id || !/^[\w-]+$/.test(id)) return undefined;
  if (/youtube/i.test(type)) return `https://www.youtube.com/watch?v=${id}`;
  if (/vimeo/i.test(type)) return `https://vimeo.com/${id}`;
  return /tweet|twitter/i.test(type) ? `https://x.com/i/status/${id}` : undefined;
}
