import type { Audio, Embed, Image, Video } from './block.js';
import type { Inline } from './inline.js';
import { inlineText } from './plain.js';
import { providerName } from './providers.js';
import {
  caption,
  heading,
  line,
  newsInlines,
  paragraph,
  textOf,
  type Component,
  type TextContext,
  type Words,
} from './to-apple-news-text.js';

const wordsOf = (image: Image, context: TextContext): Words[] => {
  const url = context.output.link(image.licenceUrl);
  const { licence } = image;
  return [
    image.caption,
    image.credit,
    licence && url ? [{ type: 'link', url, children: [licence] }] : licence,
    image.provenance,
  ];
};

/** A picture; what is said of it stands under it, and over it when it fills the screen. */
export function photo(image: Image, context: TextContext): Component[] {
  const item = itemOf(image, context);
  const words = wordsOf(image, context);
  if (!item) return caption([image.alt, ...words], context);
  return [{ role: 'photo', ...item }, ...caption(words, context)];
}

function itemOf(image: Image, context: TextContext) {
  const URL = context.output.picture(image.src);
  const text = String(line(wordsOf(image, context), context));
  return URL
    ? {
        URL,
        ...(text && { caption: { text, format: 'html' } }),
        ...(image.alt && { accessibilityCaption: image.alt }),
      }
    : undefined;
}

/** Several pictures, and under them what is said of them all. */
export function pictures(
  role: 'gallery' | 'mosaic',
  images: readonly Image[],
  words: readonly Inline[] | undefined,
  context: TextContext,
): Component[] {
  const items = images.flatMap((image) => itemOf(image, context) ?? []);
  const others = images.filter(({ src }) => !context.output.picture(src));
  return [
    ...(items.length ? [{ role, items }] : []),
    ...others.flatMap((image) => photo(image, context)),
    ...caption([words], context),
  ];
}

export function media(
  block: Video | Audio,
  transcript: readonly Component[],
  context: TextContext,
): Component[] {
  const { link, picture, say } = context.output;
  const { type, title, credit, files } = block;
  const known = type === 'video' ? /mp4|mpegurl|m3u8/i : /mpeg|mp3/i;
  const file = files.find(({ src, mime }) => known.test(`${mime ?? ''} ${src}`)) ?? files[0];
  const URL = link(file?.src);
  const still = type === 'video' ? picture(block.poster) : undefined;
  return [
    ...(URL
      ? [
          {
            role: type,
            URL,
            ...(still && { stillURL: still }),
            ...(type === 'video' && ratio(block)),
            ...(title && { accessibilityCaption: title }),
          },
        ]
      : []),
    ...caption([title, block.caption, credit], context),
    ...(transcript.length ? [...heading(4, [say('transcript')], context), ...transcript] : []),
  ];
}

const ratio = ({ width, height }: Pick<Video, 'width' | 'height'>) =>
  width && height ? { aspectRatio: Math.round((1000 * width) / height) / 1000 } : {};

/** Whose embeds Apple News shows itself. */
const roles: Readonly<Record<string, string>> = {
  x: 'tweet',
  instagram: 'instagram',
  facebook: 'facebook_post',
  tiktok: 'tiktok',
  youtube: 'embedwebvideo',
  vimeo: 'embedwebvideo',
};

export function embed(
  block: Embed,
  children: readonly Component[],
  context: TextContext,
): Component[] {
  const { provider, title } = block;
  const { link, say } = context.output;
  const url = link(block.url);
  const role = Object.hasOwn(roles, provider) ? roles[provider] : undefined;
  const label = title || say('openOn', { provider: providerName(provider) }) || url;
  const words = inlineText(block.caption) || title;
  const isFilm = role === 'embedwebvideo';
  return [
    ...children,
    ...(url && role
      ? [
          {
            role,
            URL: isFilm ? player(url) : url,
            ...(isFilm && { ...ratio(block), ...(words && { caption: words }) }),
          },
        ]
      : textOf(
          'body',
          label &&
            paragraph(
              newsInlines(url ? [{ type: 'link', url, children: [label] }] : [label], context),
            ),
        )),
    ...caption([...(role && url ? [title] : []), block.caption], context),
  ];
}

/** The address of a film's player, which is what Apple News asks for. */
function player(page: string): string {
  const url = new URL(page);
  const video = /^\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (/(?:^|\.)youtu\.be$/.test(url.hostname) && video)
    return `https://www.youtube.com/embed/${video}`;
  const watched = url.searchParams.get('v');
  if (/(?:^|\.)youtube\.com$/.test(url.hostname) && watched && /^[\w-]+$/.test(watched))
    return `https://www.youtube.com/embed/${watched}`;
  if (/(?:^|\.)vimeo\.com$/.test(url.hostname) && video)
    return `https://player.vimeo.com/video/${video}`;
  return page;
}
