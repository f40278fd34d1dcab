import { articleOf, type Article, type ArticleResult } from '../content/article.js';
import type { Audio, Block, Embed, Image, Video } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { textIn, type HtmlNode, type ParseHtml } from '../content/nodes.js';
import type { Person } from '../content/person.js';
import { readStory } from '../content/read-html.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import { resolveUrl } from '../content/url.js';

/** An item, and what a page may call it by. */
export interface FeedItem {
  readonly ids: readonly string[];
}

export const none = (message: string): ArticleResult => ({
  article: articleOf({}),
  problems: [{ path: '', message }],
});

/** Plain text from a field that may hold HTML, or not: nobody says which. */
export function plainText(text: string | undefined, parseHtml: ParseHtml): string | undefined {
  if (!text || !/<\/?[a-z][^<>]*>|&(?:#\w{1,8}|[a-z]\w{1,31});/i.test(text)) return text;
  return textIn(parseHtml(text)) || undefined;
}

/** Text without marks: an empty line parts paragraphs, a single one is kept. */
export const nodesOfText = (text: string): HtmlNode[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n\n')
    .filter((part) => part.trim())
    .map((part) => ({
      name: 'p',
      attributes: {},
      children: part
        .trim()
        .split('\n')
        .flatMap((line, index): HtmlNode[] =>
          index ? [{ name: 'br', attributes: {}, children: [] }, line] : [line],
        ),
    }));

/** What both say: the text, and what stands over it unless it is only the beginning of the text. */
export function textParts(
  content: readonly HtmlNode[],
  summary: readonly HtmlNode[],
  base: string | undefined,
): Pick<Article, 'body' | 'notes'> & { readonly standfirst?: readonly Inline[] } {
  const [main, over] = textIn(content) || content.length ? [content, summary] : [summary, []];
  const { body, notes } = readStory(main, { base });
  const said = textIn(over)
    .replace(/(?:\[(?:…|\.\.\.)\]|…|\.\.\.)$/, '')
    .trim();
  if (!said || textIn(main).startsWith(said)) return { body, notes };
  return { body, notes, standfirst: trimInlines(readInlines(over, { base })) };
}

type Lead = Image | Video | Audio | Embed;

/**
 * What is attached to an item: the first leads, the rest ends it. What its text shows already stays
 * there, and is given the words that it has none of.
 */
export function withMedia(
  body: readonly Block[],
  media: readonly Block[],
): { readonly lead?: Lead; readonly body: readonly Block[] } {
  const shown = addressesIn(body);
  const again = new Map<string, Image>();
  const others = media.filter((block) => {
    const addresses = [...addressesIn(block)];
    const isShown = addresses.length > 0 && addresses.every((one) => shown.has(one));
    if (isShown && block.type === 'image') again.set(block.src, block);
    addresses.forEach((one) => shown.add(one));
    return !isShown;
  });
  const told = body.map((block): Block => {
    const same = block.type === 'image' ? again.get(block.src) : undefined;
    if (block.type !== 'image' || !same) return block;
    const { caption = same.caption, credit = same.credit } = block;
    return { ...block, ...(caption && { caption }), ...(credit && { credit }) };
  });
  const [first, ...rest] = others;
  return first && isLead(first)
    ? { lead: first, body: [...told, ...rest] }
    : { body: [...told, ...others] };
}

const isLead = (block: Block): block is Lead =>
  ['image', 'video', 'audio', 'embed'].includes(block.type);

/** The addresses of every picture and file in blocks. */
function addressesIn(value: unknown): Set<string> {
  const addresses = new Set<string>();
  const walk = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    if ('src' in one && typeof one.src === 'string') addresses.add(one.src);
    Object.values(one).forEach(walk);
  };
  walk(value);
  return addresses;
}

export interface Attachment {
  readonly url: string | undefined;
  readonly mime?: string | undefined;
  readonly title?: string | undefined;
}

/** A file that comes with an item: shown or played where a page can, else linked. */
export function attached({ url, mime = '', title }: Attachment, base: string | undefined): Block[] {
  const src = resolveUrl(url, base);
  if (!src || /^(?:mailto|tel):/i.test(src))
    return title ? [{ type: 'paragraph', children: [title] }] : [];
  const caption = title && { caption: [title] };
  const kind = /^(image|audio|video)\//.exec(mime)?.[1] ?? kindOf(src);
  if (kind === 'image') return [{ type: 'image', src, alt: '', ...caption }];
  if (kind === 'audio' || kind === 'video')
    return [{ type: kind, files: [{ src, ...(mime && { mime }) }], tracks: [], ...caption }];
  return [{ type: 'paragraph', children: [{ type: 'link', url: src, children: [title ?? src] }] }];
}

const endings: Readonly<Record<string, 'image' | 'audio' | 'video'>> = {
  ...{ png: 'image', jpg: 'image', jpeg: 'image', gif: 'image', webp: 'image', avif: 'image' },
  ...{ mp3: 'audio', m4a: 'audio', ogg: 'audio', oga: 'audio', opus: 'audio', wav: 'audio' },
  ...{ mp4: 'video', m4v: 'video', webm: 'video', mov: 'video' },
};
function kindOf(src: string): 'image' | 'audio' | 'video' | undefined {
  const ending = /\.([a-z\d]{2,4})(?:[?#]|$)/i.exec(src)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}

/** People, each once. */
export const unique = (people: readonly Person[]): Person[] =>
  [...new Map([...people].reverse().map((person) => [person.name, person])).values()].reverse();

/** The name in `editor@news.example (Jane Doe)`; an address alone is not shown to everybody. */
export function nameOf(written: string | undefined): string | undefined {
  const text = written?.trim().slice(0, 500);
  if (!text?.includes('@')) return text || undefined;
  const [before = '', inside = ''] = text.split('(');
  const name = inside.replace(/\)\s*$/, '').trim() || before.split('<')[0]?.trim() || '';
  return name && !name.includes('@') ? name : undefined;
}
