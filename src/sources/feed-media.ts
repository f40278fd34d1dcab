import type { Block, Image } from '../content/block.js';
import type { ParseHtml } from '../content/nodes.js';
import { embedOf } from '../content/providers.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { attached, plainText } from './feed-parts.js';
import { attributeOf, childrenOf, textInside, type XmlElement } from './feed-xml.js';

const MAX_MEDIA = 1000;

/** What Media RSS attaches to an item: pictures, films, players, each with the words that go with it. */
export function mediaOf(item: XmlElement, base: string | undefined, parseHtml: ParseHtml): Block[] {
  const groups = childrenOf(item, 'media:group').map((group) => ({
    around: group,
    contents: childrenOf(group, 'media:content'),
  }));
  const single = childrenOf(item, 'media:content');
  // Several files without words of their own are one picture in several sizes.
  const own = single.filter(hasWords);
  const sets = [
    ...groups,
    // What the item says of its media goes with the first of them.
    ...own.map((content, index) => ({ around: index ? content : item, contents: [content] })),
    ...(own.length < single.length
      ? [{ around: item, contents: single.filter((content) => !hasWords(content)) }]
      : []),
  ];
  const blocks = sets
    .slice(0, MAX_MEDIA)
    .flatMap(({ around, contents }) => oneOf(around, contents, base, parseHtml));
  if (blocks.length) return blocks;
  const thumbnail = resolveUrl(thumbnailOf(item, undefined), base, safePictureUrl);
  return thumbnail
    ? [{ type: 'image', src: thumbnail, alt: '', ...wordsOf(item, undefined, parseHtml) }]
    : [];
}

const wordElements = ['media:title', 'media:description', 'media:credit', 'media:text'];
const hasWords = (content: XmlElement): boolean =>
  childrenOf(content, ...wordElements).some((one) => textInside(one));

const number = (element: XmlElement, name: string): number | undefined => {
  const value = Number(attributeOf(element, name));
  return value > 0 && value < 100_000 ? Math.round(value) : undefined;
};

const thumbnailOf = (around: XmlElement, content: XmlElement | undefined): string | undefined =>
  attributeOf(
    childrenOf(content, 'media:thumbnail')[0] ?? childrenOf(around, 'media:thumbnail')[0],
    'url',
  );

const kindOf = (content: XmlElement): string | undefined =>
  attributeOf(content, 'medium') ?? attributeOf(content, 'type')?.split('/')[0];

/** One thing in its sizes and formats. */
function oneOf(
  around: XmlElement,
  contents: readonly XmlElement[],
  base: string | undefined,
  parseHtml: ParseHtml,
): Block[] {
  const films = contents.filter((one) => ['video', 'audio'].includes(kindOf(one) ?? ''));
  const [film] = films;
  const words = wordsOf(around, film ?? contents[0], parseHtml);
  if (film) {
    const files = films.flatMap((one) => {
      const src = resolveUrl(attributeOf(one, 'url'), base);
      const mime = attributeOf(one, 'type');
      return src && !/^(?:mailto|tel):/i.test(src) ? [{ src, ...(mime && { mime }) }] : [];
    });
    const poster = resolveUrl(thumbnailOf(around, film), base, safePictureUrl);
    const { caption, credit } = words;
    const common = { files, tracks: [], ...(caption && { caption }), ...(credit && { credit }) };
    if (files.length)
      return [
        kindOf(film) === 'audio'
          ? { type: 'audio', ...common }
          : { type: 'video', ...common, ...(poster && { poster }) },
      ];
  }
  const image = largest(contents, base);
  if (image) return [{ ...image, ...words }];
  const player =
    childrenOf(contents[0], 'media:player')[0] ?? childrenOf(around, 'media:player')[0];
  const target = embedOf(resolveUrl(attributeOf(player, 'url'), base) ?? '');
  const { caption } = words;
  if (target) return [{ type: 'embed', ...target, children: [], ...(caption && { caption }) }];
  const file = contents.flatMap((one) =>
    attached({ url: attributeOf(one, 'url'), mime: attributeOf(one, 'type') }, base),
  );
  const said = caption ? [{ type: 'paragraph', children: caption } as const] : [];
  return [...file.slice(0, 1), ...said];
}

/** The largest of a picture's files, with the others to choose from. */
function largest(contents: readonly XmlElement[], base: string | undefined): Image | undefined {
  const files = contents
    .filter((one) => [undefined, 'image'].includes(kindOf(one)))
    .flatMap((one) => {
      const src = resolveUrl(attributeOf(one, 'url'), base, safePictureUrl);
      return src ? [{ src, width: number(one, 'width'), height: number(one, 'height') }] : [];
    })
    .sort((a, b) => (b.width ?? 0) - (a.width ?? 0));
  const [first] = files;
  if (!first) return undefined;
  const { src, width, height } = first;
  const sizes = files.flatMap((file) =>
    file.width && !/[\s,]/.test(file.src) ? [`${file.src} ${file.width}w`] : [],
  );
  return {
    type: 'image',
    src,
    alt: '',
    ...(width && { width }),
    ...(height && { height }),
    ...(sizes.length > 1 && { srcset: sizes.join(', ') }),
  };
}

/** Caption, credit and licence: of the thing itself, else of what is around it. */
function wordsOf(
  around: XmlElement,
  content: XmlElement | undefined,
  parseHtml: ParseHtml,
): Pick<Image, 'caption' | 'credit' | 'licence' | 'licenceUrl'> {
  const all = (name: string): string[] => {
    const own = childrenOf(content, name);
    return (own.length ? own : childrenOf(around, name)).flatMap(
      (one) => plainText(textInside(one), parseHtml) ?? [],
    );
  };
  const title = all('media:title')[0];
  const text = all('media:description')[0] ?? all('media:text')[0];
  const caption = [title, text].filter((one, index, list) => one && list.indexOf(one) === index);
  const credit = [...new Set(all('media:credit'))].join(', ');
  const licence = childrenOf(content, 'media:license')[0] ?? childrenOf(around, 'media:license')[0];
  const licenceUrl = resolveUrl(attributeOf(licence, 'href'), undefined);
  const name = textInside(licence) ?? licenceUrl;
  return {
    ...(caption.length && { caption: [caption.join('. ')] }),
    ...(credit && { credit }),
    ...(name && { licence: name }),
    ...(licenceUrl && { licenceUrl }),
  };
}
