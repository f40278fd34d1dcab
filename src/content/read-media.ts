import type { Block, MediaFile, Track } from './block.js';
import { attribute, find, type HtmlElement, type HtmlNode, textIn, without } from './nodes.js';
import { embedOf } from './providers.js';
import { type Context, link, oneOf, pictureLink, size } from './read-context.js';
import { spaced } from './read-inline.js';

export function media(element: HtmlElement, context: Context): Block[] {
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
  const fallback = context.read(element.children);
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

/** Something of another site: never the frame itself, but who shows it, and where. */
export function embed(element: HtmlElement, context: Context): Block[] {
  const written =
    attribute(element, 'src') ?? attribute(element, 'data-src') ?? attribute(element, 'data');
  const absolute = written?.startsWith('//') ? `https:${written}` : link(written, context);
  const target = absolute && embedOf(absolute, networkOf(element));
  const title = spaced(attribute(element, 'title') ?? '');
  const width = size(attribute(element, 'width'));
  const height = size(attribute(element, 'height'));
  const children = element.name === 'iframe' ? [] : context.read(element.children);
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
export function embedAddress(
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
  return { ...own, children: context.read(without(nodes, (one) => one === frame)) };
}

/** What sites call the quotation that a script of theirs turns into one of their posts. */
const posts =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-(?:card|embed-bq)|imgur-embed-pub|text-post-media)(?:\s|$)/;

/** Posts of a network of many servers are known by what its own code calls them. */
const networkOf = (element: HtmlElement): 'mastodon' | undefined =>
  /(?:^|\s)mastodon-embed(?:\s|$)/.test(attribute(element, 'class') ?? '') ? 'mastodon' : undefined;

/** Where the post that is quoted stands, if it is one. */
export function postOf(quote: HtmlElement): { provider: string; url: string } | undefined {
  if (!posts.test(attribute(quote, 'class') ?? '')) return undefined;
  const links = find(quote.children, ({ name }) => name === 'a');
  return embedOf(
    attribute(quote, 'cite') ??
      attribute(quote, 'data-embed-url') ??
      links.map((one) => attribute(one, 'href')).at(-1) ??
      '',
    networkOf(quote),
  );
}
