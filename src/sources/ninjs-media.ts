import type { Article } from '../content/article.js';
import type { Audio, Block, Card, Image, MediaFile, Video } from '../content/block.js';
import { readStory } from '../content/read-html.js';
import { resolveUrl, safePictureUrl, safeUrl } from '../content/url.js';
import { numberAt, own, textAt, type ReadTools } from './article-source.js';
import {
  field,
  inlinesOf,
  isHtml,
  mediaOf,
  paragraphsOf,
  plainOf,
  said,
  saidIn,
  type Rendition,
} from './ninjs-item.js';

/** A list, or the values of an object, with the name that each has there. */
function named(value: unknown): { readonly name: string; readonly one: unknown }[] {
  if (Array.isArray(value))
    return (value as unknown[]).map((one) => ({ name: textAt(one, 'name') ?? '', one }));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).map(([name, one]) => ({ name, one: one as unknown }))
    : [];
}

function renditionsOf(item: unknown, { base }: ReadTools): Rendition[] {
  return named(own(item, 'renditions')).flatMap(({ name, one }) => {
    const mime = field(one, 'contentType') ?? textAt(one, 'mimetype');
    const href = resolveUrl(textAt(one, 'href'), base, safePictureUrl);
    const [width, height] = [numberAt(one, 'width'), numberAt(one, 'height')];
    return href ? [{ href, mime, name, kind: kindOf(href, mime), width, height }] : [];
  });
}

function kindOf(href: string, mime: string | undefined): Rendition['kind'] {
  const told = /^(?:image|video|audio)(?=\/)/.exec(mime ?? '')?.[0];
  if (told) return told as Rendition['kind'];
  if (mime?.includes('html')) return 'page';
  const end = /\.(\w+)(?:[?#]|$)/.exec(href)?.[1]?.toLowerCase() ?? '';
  if (/^(?:jpe?g|png|gif|webp|avif)$/.test(end)) return 'image';
  if (/^(?:mp4|m4v|webm|mov|m3u8)$/.test(end)) return 'video';
  return /^(?:mp3|m4a|aac|ogg|oga|wav|flac)$/.test(end) ? 'audio' : undefined;
}

/**
 * A picture, video or sound recording with all that is said of it. One that is the story itself has
 * its headline over it.
 */
export function mediumOf(
  item: unknown,
  tools: ReadTools,
  isStory = false,
): Image | Video | Audio | undefined {
  const renditions = renditionsOf(item, tools);
  const kind = mediaOf(item) === 'text' ? renditions[0]?.kind : mediaOf(item);
  const headline = said(saidIn(item, 'headlines', 'headline'));
  const title = headline ? plainOf(headline, tools) : textAt(item, 'title');
  const description = said(saidIn(item, 'descriptions', 'description'));
  const words = description
    ? inlinesOf(description, tools)
    : kind === 'image' && title && !isStory
      ? [title]
      : [];
  const credit = field(item, 'by') ?? field(item, 'byline') ?? field(item, 'copyrightNotice');
  const common = { ...(words.length && { caption: words }), ...(credit && { credit }) };
  if (kind === 'image') {
    const picture = pictureOf(renditions);
    const provenance =
      textAt(item, 'digitalSourceType', 'name') ?? textAt(item, 'digitalsourcetype', 'name');
    const alt = (description && title) || '';
    return picture && { ...picture, alt, ...common, ...(provenance && { provenance }) };
  }
  if (kind !== 'video' && kind !== 'audio') return undefined;
  const mediaFiles = renditions.filter((one) => one.kind === kind);
  const files = mediaFiles.flatMap(({ href, mime }): MediaFile[] => {
    const src = safeUrl(href);
    return src ? [{ src, ...(mime && { mime }) }] : [];
  });
  if (!files.length) return undefined;
  const rest = { files, tracks: [], ...(title && { title }), ...common };
  if (kind === 'audio') return { type: kind, ...rest };
  const poster = pictureOf(renditions)?.src;
  const { width, height } = mediaFiles[0] ?? {};
  return {
    type: kind,
    ...rest,
    ...(poster && { poster }),
    ...(width && { width }),
    ...(height && { height }),
  };
}

/** The size for a screen, and beside it all others of the same picture. */
function pictureOf(renditions: readonly Rendition[]): Image | undefined {
  const list = renditions.filter(({ kind }) => kind === 'image' || kind === undefined);
  const sized = list
    .filter(({ width }) => width !== undefined && width > 0)
    .sort((a, b) => (b.width ?? 0) - (a.width ?? 0));
  const best =
    sized.find(({ width }) => (width ?? 0) <= 2000) ??
    sized.at(-1) ??
    list.find(({ name }) => /main|preview|original|base/i.test(name)) ??
    list[0];
  if (!best) return undefined;
  const { href, width, height } = best;
  const ratio = (one: Rendition) => (one.width ?? 0) / (one.height ?? NaN);
  const same = sized.filter(
    (one, index) =>
      Math.abs(ratio(one) / ratio(best) - 1) < 0.02 &&
      sized.findIndex((other) => other.width === one.width) === index &&
      !/[\s,]/.test(one.href),
  );
  const srcset = same.map((one) => `${one.href} ${one.width ?? 0}w`).join(', ');
  return {
    type: 'image',
    src: href,
    alt: '',
    ...(width && { width }),
    ...(height && { height }),
    ...(same.length > 1 && { srcset }),
  };
}

interface Others {
  readonly lead: Article['lead'];
  readonly blocks: Block[];
  readonly related: Card[];
  /** The story's own page, where a rendition is one. */
  readonly page: string | undefined;
}

/** What goes with an item: the first picture leads, other media and texts follow the body. */
export function associationsOf(item: unknown, body: readonly Block[], tools: ReadTools): Others {
  const inBody = JSON.stringify(body);
  const isShown = (one: unknown) =>
    renditionsOf(one, tools).some(({ href }) => inBody.includes(JSON.stringify(href)));
  const list = named(own(item, 'associations')).filter(({ one }) => !isShown(one));
  const main = list.findIndex(
    ({ name, one }) => /main|lead|featur|top/i.test(name) && mediumOf(one, tools),
  );
  const first = main >= 0 ? main : list.findIndex(({ one }) => mediumOf(one, tools));
  const lead = list[first] && mediumOf(list[first].one, tools);
  const blocks: Block[] = [];
  const related: Card[] = [];
  const images: Image[] = [];
  list.forEach(({ one }, index) => {
    if (index === first) return;
    const media = mediumOf(one, tools);
    if (media?.type === 'image') images.push(media);
    else if (media) blocks.push(media);
    else {
      const { box, card } = text(one, tools);
      if (box) blocks.push(box);
      if (card) related.push(card);
    }
  });
  if (images.length > 1) blocks.push({ type: 'gallery', images });
  else blocks.push(...images);
  const page = renditionsOf(item, tools).find(({ kind }) => kind === 'page')?.href;
  return { lead, blocks, related, page: safeUrl(page) };
}

/** A text that goes with another: beside it if it is all there, else as something to go on with. */
function text(item: unknown, tools: ReadTools): { box?: Block; card?: Card } {
  const plain = (list: string, key: string) => {
    const one = said(saidIn(item, list, key));
    return one && plainOf(one, tools);
  };
  const headline = plain('headlines', 'headline') ?? textAt(item, 'title');
  const standfirst = plain('descriptions', 'description');
  const body = said(saidIn(item, 'bodies', 'body'));
  if (body) {
    const children = isHtml(body)
      ? readStory(tools.parseHtml(body.value), { base: tools.base }).body
      : paragraphsOf(body.value);
    return { box: { type: 'factbox', ...(headline && { title: [headline] }), children } };
  }
  const words = headline ?? standfirst;
  if (!words) return {};
  const url = safeUrl(renditionsOf(item, tools).find(({ kind }) => kind === 'page')?.href);
  return {
    card: {
      headline: words,
      ...(url && { url }),
      ...(headline && standfirst && { standfirst }),
    },
  };
}
