import { postOf } from '../content/read-media.js';
import type { Block, Card } from '../content/block.js';
import {
  attribute,
  find,
  hasClass,
  isElement,
  textIn,
  type HtmlElement,
  type HtmlNode,
} from '../content/nodes.js';
import type { Inline } from '../content/inline.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { element } from './ghost-element.js';

/**
 * Ghost's cards as the HTML that the reader knows best. What a card has for its script alone (a
 * player's buttons and clocks, a form's answers) goes; what somebody wrote stays.
 */
export const rewriteCards = (nodes: readonly HtmlNode[], site: string | undefined): HtmlNode[] =>
  nodes.flatMap((node): readonly HtmlNode[] => (isElement(node) ? rewrite(node, site) : [node]));

type Rewrite = (
  card: HtmlElement,
  inside: readonly HtmlNode[],
  site: string | undefined,
) => HtmlNode[];

function rewrite(node: HtmlElement, site: string | undefined): readonly HtmlNode[] {
  if (isForScript(node)) return [];
  const inside = rewriteCards(node.children, site);
  const attributes = absolute(node.attributes, site);
  const plain = { ...node, attributes, children: inside };
  if (node.name === 'blockquote' && hasClass(node, 'kg-blockquote-alt'))
    return [element(node.name, { class: 'pullquote' }, inside)];
  const write = cards.find(([name]) => hasClass(node, name))?.[1];
  const written = write?.(plain, inside, site);
  // A card that is not made as Ghost makes it is read like any HTML.
  return written && saysAll(textIn(written), textIn(inside)) ? written : [plain];
}

/** What a card has for its script alone. */
const isForScript = (node: HtmlElement): boolean =>
  (attribute(node, 'class') ?? '')
    .split(/\s+/)
    .some((name) =>
      /^(?:kg-video-(?:overlay|player-container)|kg-audio-player|kg-toggle-card-icon|kg-signup-card-(?:success|error|button-loading)|footnotes-sep)$/.test(
        name,
      ),
    );

/** Whether a text has every letter of another, each as often: spaces and order may differ. */
function saysAll(text: string, source: string): boolean {
  const left = new Map<string, number>();
  for (const sign of text) left.set(sign, (left.get(sign) ?? 0) + 1);
  return [...source].every((sign) => {
    const count = left.get(sign) ?? 0;
    left.set(sign, count - 1);
    return count > 0 || !/[\p{L}\p{N}]/u.test(sign);
  });
}

/** Addresses that Ghost writes without the site: of its own files, and of what it opens over a page. */
function absolute(
  attributes: Readonly<Record<string, string>>,
  site: string | undefined,
): Readonly<Record<string, string>> {
  if (site === undefined) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      /^(?:src|srcset|href|poster|data-src)$/.test(name)
        ? value.replaceAll('__GHOST_URL__', site).replace(/^#\//, `${site}/#/`)
        : value,
    ]),
  );
}

const part = (nodes: readonly HtmlNode[], ...classes: readonly string[]): HtmlElement | undefined =>
  find(nodes, (one) => classes.some((name) => hasClass(one, name)))[0];
const named = (nodes: readonly HtmlNode[], ...names: readonly string[]): HtmlElement[] =>
  find(nodes, ({ name }) => names.includes(name));
const captionIn = (nodes: readonly HtmlNode[]): HtmlElement[] =>
  nodes.filter(isElement).filter(({ name }) => name === 'figcaption');
const paragraph = (...children: readonly HtmlNode[]): HtmlElement[] =>
  textIn(children) ? [element('p', {}, children)] : [];
const contentOf = (one: HtmlElement | undefined): readonly HtmlNode[] => one?.children ?? [];
const factbox = (children: readonly HtmlNode[]): HtmlElement[] => [
  element('article-factbox', {}, [element('aside', {}, children)]),
];

const cards: readonly (readonly [string, Rewrite])[] = [
  ['kg-callout-card', callout],
  ['kg-toggle-card', toggle],
  ['kg-video-card', video],
  ['kg-audio-card', audio],
  ['kg-file-card', file],
  ['kg-product-card', product],
  ['kg-header-card', header],
  ['kg-signup-card', signup],
  ['kg-cta-card', callToAction],
  ['kg-embed-card', embed],
];

function callout(_card: HtmlElement, inside: readonly HtmlNode[]): HtmlNode[] {
  const sign = part(inside, 'kg-callout-emoji');
  const rest = inside.filter((node) => node !== sign);
  const words = part(rest, 'kg-callout-text');
  const emoji = sign && textIn([sign]);
  return factbox([
    element('p', {}, [...(emoji ? [`${emoji} `] : []), ...(words ? words.children : rest)]),
    ...(words ? rest.filter((node) => node !== words) : []),
  ]);
}

function toggle(_card: HtmlElement, inside: readonly HtmlNode[]): HtmlNode[] {
  const title = part(inside, 'kg-toggle-heading-text') ?? part(inside, 'kg-toggle-heading');
  return [
    element('details', {}, [
      element('summary', {}, contentOf(title)),
      ...contentOf(part(inside, 'kg-toggle-content')),
    ]),
  ];
}

/** The picture that Ghost lays behind a video stands in for its poster, which is an empty one. */
function video(card: HtmlElement, inside: readonly HtmlNode[]): HtmlNode[] {
  const poster = attribute(card, 'data-kg-thumbnail') ?? attribute(card, 'data-src');
  const players = named(inside, 'video').map((one) => {
    const { poster: own = '', ...rest } = one.attributes;
    const shown =
      poster ?? (/(?:^|\.)spacergif\.org\//.test(own.replace(/^https?:\/\//, '')) ? '' : own);
    return { ...one, attributes: { ...rest, ...(shown && { poster: shown }) } };
  });
  return players.length
    ? [element('figure', {}, [...players, ...captionIn(inside)])]
    : [element('div', {}, inside)];
}

/** A picture on a player of sound has no words, and the model has no place for it. */
function audio(_card: HtmlElement, inside: readonly HtmlNode[]): HtmlNode[] {
  const title = part(inside, 'kg-audio-title');
  const players = named(inside, 'audio');
  return players.length
    ? [element('figure', {}, [...players, element('figcaption', {}, contentOf(title))])]
    : paragraph(...contentOf(title));
}

function file(_card: HtmlElement, inside: readonly HtmlNode[]): HtmlNode[] {
  const link = named(inside, 'a')[0];
  const href = link && attribute(link, 'href');
  const title = part(inside, 'kg-file-card-title');
  const name = part(inside, 'kg-file-card-filename');
  const size = part(inside, 'kg-file-card-filesize');
  const caption = part(inside, 'kg-file-card-caption');
  const words = title && textIn([title]) ? title : name;
  const details = [name, size].filter((one) => one !== undefined && one !== words);
  return [
    element('figure', {}, [
      ...paragraph(
        element('a', href ? { href } : {}, contentOf(words)),
        ' ',
        details.map((one) => textIn(contentOf(one))).join(' '),
      ),
      ...(caption && textIn([caption]) ? [element('figcaption', {}, caption.children)] : []),
    ]),
  ];
}

function product(_card: HtmlElement, inside: readonly HtmlNode[]): HtmlNode[] {
  const title = part(inside, 'kg-product-card-title');
  const stars = find(inside, (one) => hasClass(one, 'kg-product-card-rating-star'));
  const full = stars.filter((one) => hasClass(one, 'kg-product-card-rating-active')).length;
  const button = part(inside, 'kg-product-card-button');
  return factbox([
    ...(title ? [element('h2', {}, title.children)] : []),
    ...named(inside, 'img').slice(0, 1),
    ...(stars.length
      ? [element('p', {}, [`${'★'.repeat(full)}${'☆'.repeat(stars.length - full)}`])]
      : []),
    ...contentOf(part(inside, 'kg-product-card-description')),
    ...paragraph(...(button ? [button] : [])),
  ]);
}

/** A second line of a header is no heading. */
function header(_card: HtmlElement, inside: readonly HtmlNode[]): HtmlNode[] {
  return inside.map((node) =>
    isElement(node) && hasClass(node, 'kg-header-card-subheader')
      ? element('p', {}, node.children)
      : node,
  );
}

/** The form belongs to the site: its button leads there. What it answers is left out. */
function signup(
  _card: HtmlElement,
  inside: readonly HtmlNode[],
  site: string | undefined,
): HtmlNode[] {
  const button = part(inside, 'kg-signup-card-button');
  const form = named(inside, 'form')[0] ?? part(inside, 'kg-signup-card-form');
  const fields = part(inside, 'kg-signup-card-fields');
  const replaced = (nodes: readonly HtmlNode[]): HtmlNode[] =>
    nodes.flatMap((node): HtmlNode[] =>
      !isElement(node)
        ? [node]
        : node === (form ?? fields ?? button)
          ? paragraph(
              element(
                'a',
                site === undefined ? {} : { href: `${site}/#/portal/signup` },
                contentOf(button),
              ),
            )
          : [{ ...node, children: replaced(node.children) }],
    );
  return replaced(inside);
}

function callToAction(_card: HtmlElement, inside: readonly HtmlNode[]): HtmlNode[] {
  const label = part(inside, 'kg-cta-sponsor-label');
  return factbox([
    ...paragraph(textIn(contentOf(label))),
    ...inside.filter(
      (node) => node !== label && !(label && find([node], (one) => one === label).length),
    ),
  ]);
}

function embed(card: HtmlElement, inside: readonly HtmlNode[]): HtmlNode[] {
  const post = inside.filter(isElement).find((one) => one.name === 'blockquote' && postOf(one));
  const caption = captionIn(inside);
  const rest = inside.filter((node) => node !== post && !caption.includes(node as HtmlElement));
  return post
    ? [element('figure', {}, [post, ...caption]), ...rest]
    : [{ ...card, children: inside }];
}

/** A link to another page, with what that page says of itself; nothing where there is more in the card. */
export function bookmarkOf(card: HtmlElement, base: string | undefined): Block[] | undefined {
  const link = part(card.children, 'kg-bookmark-container');
  const text = (name: string) => textIn(contentOf(part(card.children, name)));
  const url = resolveUrl(link && attribute(link, 'href'), base);
  const title = text('kg-bookmark-title');
  const standfirst = text('kg-bookmark-description');
  const kicker = [text('kg-bookmark-author'), text('kg-bookmark-publisher')]
    .filter(Boolean)
    .join(' · ');
  const [picture] = named(contentOf(part(card.children, 'kg-bookmark-thumbnail')), 'img');
  const src = resolveUrl(picture && attribute(picture, 'src'), base, safePictureUrl);
  const headline = title || url;
  const caption = captionIn(card.children);
  const shown = [headline ?? '', kicker, standfirst, textIn(caption)].join(' ');
  if (!headline || !saysAll(shown, textIn(card.children))) return undefined;
  const item: Card = {
    headline,
    ...(url && { url }),
    ...(kicker && { kicker }),
    ...(standfirst && { standfirst }),
    ...(src && { image: { type: 'image', src, alt: '' } }),
  };
  const said: Inline[] = caption.flatMap((one) => trimInlines(readInlines(one.children, { base })));
  const related: Block = { type: 'related', items: [item] };
  return [said.length ? { type: 'figure', children: [related], caption: said } : related];
}
