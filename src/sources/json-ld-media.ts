import type { Article } from '../content/article.js';
import type { Audio, Block, Embed, Gallery, Image, Video } from '../content/block.js';
import { embedOf } from '../content/providers.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { numberAt, textAt, type ReadTools } from './article-source.js';
import { typesOf, valuesAt, wordsAt, type Graph } from './json-ld-nodes.js';
import { line, paragraphs } from './json-ld-text.js';

/** The pictures of a node, each once: many sites list one picture in several shapes. */
export function imagesOf(node: unknown, graph: Graph, tools: ReadTools, key = 'image'): Image[] {
  const images = valuesAt(node, key, graph).flatMap((value) => imageOf(value, tools));
  return images.filter(
    ({ src, caption, credit }, index) =>
      index === 0 ||
      ((caption !== undefined || credit !== undefined) &&
        !images
          .slice(0, index)
          .some(
            (other) =>
              other.src === src ||
              JSON.stringify([other.caption, other.credit]) === JSON.stringify([caption, credit]),
          )),
  );
}

function imageOf(value: unknown, tools: ReadTools): Image[] {
  const written =
    typeof value === 'string'
      ? value
      : (textAt(value, 'contentUrl') ?? textAt(value, 'url') ?? pageOf(textAt(value, '@id')));
  const src = resolveUrl(written, tools.base, safePictureUrl);
  if (!src) return [];
  const caption = line(wordsAt(value, 'caption') ?? wordsAt(value, 'description'), tools);
  const credit = wordsAt(value, 'creditText') ?? wordsAt(value, 'copyrightNotice');
  const width = size(value, 'width');
  const height = size(value, 'height');
  return [
    {
      type: 'image',
      src,
      alt: wordsAt(value, 'alternateName') ?? wordsAt(value, 'name') ?? '',
      ...(width && { width }),
      ...(height && { height }),
      ...(caption && { caption: [caption] }),
      ...(credit && { credit }),
    },
  ];
}

/** A name in the data is no address. */
const pageOf = (id: string | undefined): string | undefined =>
  id && /^https?:/i.test(id) && !id.includes('#') ? id : undefined;

/** A number of pixels, also as a QuantitativeValue, or with its unit. */
function size(value: unknown, key: string): number | undefined {
  const pixels =
    numberAt(value, key) ??
    numberAt(value, key, 'value') ??
    Number(/^(\d{1,5})\s*px$/.exec(textAt(value, key) ?? '')?.[1]);
  return pixels > 0 ? Math.round(pixels) : undefined;
}

/** Several pictures with something to say each are a gallery. */
export function leadOf(images: readonly Image[]): Image | Gallery | undefined {
  const [first] = images;
  return images.length > 1 ? { type: 'gallery', images } : first;
}

/** Videos and sounds: the file where there is one, else the player of the site that has it. */
export function mediaOf(node: unknown, graph: Graph, tools: ReadTools): (Video | Audio | Embed)[] {
  const given = ['video', 'audio', 'associatedMedia'].flatMap((key) =>
    valuesAt(node, key, graph).map((value) => ({ key, value })),
  );
  return given.flatMap(({ key, value }) => {
    const types = typesOf(value);
    const isAudio = types.includes('AudioObject') || (!types.length && key === 'audio');
    if (key === 'associatedMedia' && !isAudio && !types.includes('VideoObject')) return [];
    return medium(value, isAudio ? 'audio' : 'video', tools);
  });
}

function medium(
  value: unknown,
  type: 'video' | 'audio',
  tools: ReadTools,
): (Video | Audio | Embed)[] {
  const { base } = tools;
  const name = line(wordsAt(value, 'name') ?? wordsAt(value, 'headline'), tools);
  const said = line(wordsAt(value, 'caption') ?? wordsAt(value, 'description'), tools);
  const words = [...new Set([name, said])].filter((one) => one !== undefined);
  const caption = words.length
    ? {
        caption: words.flatMap((one, index) => (index ? [{ type: 'break' } as const, one] : [one])),
      }
    : {};
  const spoken = wordsAt(value, 'transcript');
  const src = resolveUrl(typeof value === 'string' ? value : textAt(value, 'contentUrl'), base);
  const mime = textAt(value, 'encodingFormat');
  const [poster] = [textAt(value, 'thumbnailUrl') ?? textAt(value, 'thumbnailUrl', 0)].map((url) =>
    resolveUrl(url, base, safePictureUrl),
  );
  const width = size(value, 'width');
  const height = size(value, 'height');
  const sized = { ...(width && { width }), ...(height && { height }) };
  const target = embedOf(resolveUrl(textAt(value, 'embedUrl') ?? textAt(value, 'url'), base) ?? '');
  if (src && /^(?:https?:|[^:]*$)/i.test(src) && !(target && !mime && isPlayer(src)))
    return [
      {
        type,
        files: [{ src, ...(mime?.includes('/') && { mime }) }],
        tracks: [],
        ...caption,
        ...(spoken && { transcript: paragraphs(spoken) }),
        ...(type === 'video' && { ...(poster && { poster }), ...sized }),
      },
    ];
  return target
    ? [
        {
          type: 'embed',
          ...target,
          ...sized,
          children: spoken ? paragraphs(spoken) : [],
          ...caption,
        },
      ]
    : [];
}

/** Whether an address is no file, but a page of a site that plays it. */
const isPlayer = (src: string): boolean =>
  !/\.(?:mp4|m4v|webm|mov|m3u8|mpd|mp3|m4a|ogg|oga|opus|wav|aac|flac)(?:[?#]|$)/i.test(src);

/** Whether a story shows a picture already. */
export const shows = (body: readonly Block[], lead: Article['lead']): boolean =>
  lead?.type === 'image' && body.some((block) => block.type === 'image' && block.src === lead.src);
