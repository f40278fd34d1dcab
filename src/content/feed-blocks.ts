import type { Article } from './article.js';
import type { Audio, Block, Card, Embed, Image, ListItem, Row, Video } from './block.js';
import type { Inline } from './inline.js';
import type { Output } from './output.js';
import { inlineText, mathText } from './plain.js';

/**
 * Blocks for readers of feeds: every address absolute, no ids and no links to them, and what many of
 * them take away (players, what opens, formulas) as pictures, links and text.
 */
export const feedBlocks = (blocks: readonly Block[], output: Output): Block[] =>
  blocks.flatMap((block) => feedBlock(block, output));

function feedBlock(block: Block, output: Output): Block[] {
  const inside = (children: readonly Block[]) => feedBlocks(children, output);
  const text = (inlines: readonly Inline[]) => feedInlines(inlines, output);
  const caption = { caption: text(('caption' in block && block.caption) || []) };
  switch (block.type) {
    case 'paragraph':
      return [{ ...block, children: text(block.children) }];
    case 'heading':
      return [{ type: 'heading', level: block.level, children: text(block.children) }];
    case 'list':
      return [{ ...block, items: block.items.map((item) => feedItem(item, output)) }];
    case 'blockquote':
      return [
        {
          ...block,
          children: inside(block.children),
          source: text(block.source ?? []),
          url: output.link(block.url),
        },
      ];
    case 'pullquote':
      return [{ ...block, children: inside(block.children), source: text(block.source ?? []) }];
    case 'image':
      return feedImage(block, output);
    case 'gallery':
      return feedFigure(
        block.images.flatMap((image) => feedImage(image, output)),
        caption.caption,
      );
    case 'comparison':
      return feedFigure(
        [block.before, block.after].flatMap((image) => feedImage(image, output)),
        caption.caption,
      );
    case 'video':
    case 'audio':
      return feedMedia(block, output);
    case 'embed':
      return [feedEmbed(block, output)];
    case 'table':
      return [
        {
          ...block,
          ...caption,
          head: feedRows(block.head, output),
          body: feedRows(block.body, output),
          foot: feedRows(block.foot, output),
        },
      ];
    case 'code':
      return [{ ...block, ...caption }];
    case 'math-block':
      return [{ type: 'paragraph', children: [mathText(block.children)] }];
    case 'factbox':
      return [{ ...block, title: text(block.title ?? []), children: inside(block.children) }];
    case 'big-number':
      return [{ ...block, children: text(block.children) }];
    case 'timeline':
      return [
        {
          ...block,
          title: text(block.title ?? []),
          events: block.events.map((event) => ({
            ...event,
            title: text(event.title ?? []),
            children: inside(event.children),
          })),
        },
      ];
    case 'details':
      // A reader of feeds may not open it.
      return [
        { type: 'paragraph', children: [{ type: 'strong', children: text(block.summary) }] },
        ...inside(block.children),
      ];
    case 'definition-list':
      return [
        {
          ...block,
          items: block.items.map(({ terms, descriptions }) => ({
            terms: terms.map((term) => ({ children: text(term.children) })),
            descriptions: descriptions.map((item) => feedItem(item, output)),
          })),
        },
      ];
    case 'figure':
      return [{ ...block, ...caption, children: inside(block.children) }];
    case 'group':
    case 'unknown':
    case 'notice':
      return [{ ...block, children: inside(block.children) }];
    case 'live-update':
      return [
        {
          ...block,
          id: undefined,
          headline: text(block.headline ?? []),
          authors: block.authors.map(({ name, role, url }) => ({
            name,
            role,
            url: output.link(url),
          })),
          children: inside(block.children),
        },
      ];
    case 'related':
      return [
        {
          ...block,
          title: text(block.title ?? []),
          items: block.items.map((card) => feedCard(card, output)),
        },
      ];
    case 'thematic-break':
      return [block];
  }
}

const feedItem = ({ children }: ListItem, output: Output): ListItem => ({
  children: feedBlocks(children, output),
});

const feedRows = (rows: readonly Row[], output: Output): Row[] =>
  rows.map(({ cells }) => ({
    cells: cells.map((cell) => ({ ...cell, children: feedInlines(cell.children, output) })),
  }));

const feedFigure = (children: readonly Block[], caption: readonly Inline[]): Block[] =>
  caption.length ? [{ type: 'figure', children, caption }] : [...children];

/** A picture whose address leads nowhere from afar leaves its words. */
function feedImage(image: Image, output: Output): Block[] {
  const { alt, width, height, credit, licence, provenance } = image;
  const src = output.picture(image.src);
  const caption = feedInlines(image.caption ?? [], output);
  if (src)
    return [
      {
        ...{ type: 'image', src, alt, width, height, caption, credit, licence, provenance },
        licenceUrl: output.link(image.licenceUrl),
        url: output.link(image.url),
      },
    ];
  const words = [alt, inlineText(caption), credit, licence, provenance].filter(Boolean).join(' · ');
  return words ? [{ type: 'paragraph', children: [words] }] : [];
}

function feedEmbed(embed: Embed, output: Output): Block {
  const url = output.link(embed.url);
  const children = feedBlocks(embed.children, output);
  const caption = feedInlines(embed.caption ?? [], output);
  if (url) return { ...embed, url, children, caption };
  const title: Block[] = embed.title ? [{ type: 'paragraph', children: [embed.title] }] : [];
  return { type: 'figure', children: [...children, ...title], caption };
}

/** A film's picture and a link to it: few readers of feeds play anything. */
function feedMedia(media: Video | Audio, output: Output): Block[] {
  const { title, credit, transcript } = media;
  const file = media.files.map(({ src }) => output.link(src)).find(Boolean);
  const label = title || output.say(media.type === 'video' ? 'watch' : 'listen') || file || '';
  const poster = media.type === 'video' ? output.picture(media.poster) : undefined;
  const picture: Image | undefined = poster
    ? {
        ...{ type: 'image', src: poster, alt: label, url: file },
        ...(media.type === 'video' && { width: media.width, height: media.height }),
      }
    : undefined;
  const caption = feedInlines(media.caption ?? [], output);
  return [
    {
      type: 'figure',
      children: [
        ...(picture ? [picture] : []),
        {
          type: 'paragraph',
          children: [file ? { type: 'link', url: file, children: [label] } : label],
        },
      ],
      caption: [
        ...caption,
        ...(caption.length && credit ? [' '] : []),
        ...(credit ? [credit] : []),
      ],
    },
    ...(transcript?.length
      ? [
          {
            type: 'paragraph',
            children: [{ type: 'strong', children: [output.say('transcript')] }],
          } as const,
          ...feedBlocks(transcript, output),
        ]
      : []),
  ];
}

export function feedCard(card: Card, output: Output): Card {
  const { headline, url, kicker, standfirst, image } = card;
  const picture = image && feedImage(image, output)[0];
  return {
    ...{ headline, kicker, standfirst },
    url: output.link(url),
    // Without an address, the writer keeps what is said of it.
    image: picture?.type === 'image' ? picture : image && { ...image, src: '' },
  };
}

/** Text with absolute links; marks of notes and formulas are text. */
export const feedInlines = (inlines: readonly Inline[], output: Output): Inline[] =>
  inlines.flatMap((node): Inline[] => {
    if (typeof node === 'string' || node.type === 'break') return [node];
    if (node.type === 'note-reference')
      return node.children?.length
        ? feedInlines(node.children, output)
        : [{ type: 'superscript', children: [`[${node.label || node.note}]`] }];
    if (node.type === 'math') return [mathText(node.children)];
    const children = feedInlines(node.children, output);
    if (node.type !== 'link') return [{ ...node, children }];
    // A place within the page is only there.
    const url = node.url.startsWith('#') ? undefined : output.link(node.url);
    return url ? [{ ...node, url, children }] : children;
  });

/** The place where a story was written goes before its first words. */
export function withDateline({ body, dateline }: Article): readonly Block[] {
  const [first, ...rest] = body;
  if (!dateline) return body;
  return first?.type === 'paragraph'
    ? [{ ...first, children: [`${dateline} — `, ...first.children] }, ...rest]
    : [{ type: 'paragraph', children: [dateline] }, ...body];
}
