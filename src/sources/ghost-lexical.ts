import type { HtmlElement, HtmlNode, ParseHtml } from '../content/nodes.js';
import { textOf } from '../content/text-of.js';
import { clean, MAX_DEPTH } from '../content/schema.js';
import { at, listAt, numberAt, own, textAt } from './article-source.js';
import { element } from './ghost-element.js';

/** What Ghost's editor keeps (Lexical) as the HTML that Ghost would make of it, as far as it has words. */
export function nodesOfLexical(document: unknown, parseHtml: ParseHtml): HtmlNode[] {
  return childrenOf(at(document, 'root'), { parseHtml, depth: 0 });
}

interface Context {
  readonly parseHtml: ParseHtml;
  readonly depth: number;
}

const childrenOf = (node: unknown, { parseHtml, depth }: Context): HtmlNode[] =>
  depth > MAX_DEPTH
    ? [textOf(own(node, 'children'))]
    : listAt(node, 'children').flatMap((child) => nodeOf(child, { parseHtml, depth: depth + 1 }));

/** Lexical's marks, one bit each. */
const marks = ['strong', 'em', 's', 'u', 'code', 'sub', 'sup', 'mark'];

function nodeOf(node: unknown, context: Context): readonly HtmlNode[] {
  const kind = textAt(node, 'type') ?? '';
  const inside = () => childrenOf(node, context);
  switch (kind) {
    case 'text':
    case 'extended-text': {
      const bits = numberAt(node, 'format') ?? 0;
      const text = own(node, 'text');
      return marks.reduce<readonly HtmlNode[]>(
        (inner, name, bit) => (bits & (1 << bit) ? [element(name, {}, inner)] : inner),
        typeof text === 'string' ? [clean(text)] : [],
      );
    }
    case 'linebreak':
      return [element('br', {}, [])];
    case 'tab':
      return [' '];
    case 'link':
    case 'autolink':
      return [element('a', given({ href: textAt(node, 'url') }), inside())];
    case 'paragraph':
      return [element('p', {}, inside())];
    case 'heading':
    case 'extended-heading': {
      const tag = textAt(node, 'tag') ?? '';
      return [element(/^h[1-6]$/.test(tag) ? tag : 'h2', {}, inside())];
    }
    case 'quote':
    case 'extended-quote':
      return [element('blockquote', {}, [element('p', {}, inside())])];
    case 'aside':
      return [element('blockquote', { class: 'kg-blockquote-alt' }, inside())];
    case 'list': {
      const ordered = textAt(node, 'listType') === 'number';
      return [element(ordered ? 'ol' : 'ul', given({ start: textAt(node, 'start') }), inside())];
    }
    case 'listitem':
      return [element('li', {}, inside())];
    case 'horizontalrule':
      return [element('hr', {}, [])];
    case 'paywall':
      return [];
  }
  const card = cardOf(kind, node, context);
  if (card) return card;
  const children = inside();
  const words = children.length ? children : [textOf(node)];
  return [element('div', {}, words)];
}

const given = (attributes: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** A card, in the classes that Ghost gives it. */
function cardOf(
  kind: string,
  node: unknown,
  { parseHtml }: Context,
): readonly HtmlNode[] | undefined {
  const text = (key: string) => textAt(node, key);
  const html = (...keys: readonly string[]) => parseHtml(keys.map(text).find(Boolean) ?? '');
  const plain = (key: string): readonly HtmlNode[] => [clean(text(key) ?? '')];
  const box = (name: string, children: readonly HtmlNode[]) =>
    element('div', { class: `kg-${name}` }, children);
  const caption = (): readonly HtmlElement[] =>
    text('caption') ? [element('figcaption', {}, html('caption'))] : [];
  const card = (name: string, children: readonly HtmlNode[]) => [
    element(
      'figure',
      { class: `kg-${name}-card kg-width-${text('cardWidth') ?? 'regular'}` },
      children,
    ),
  ];
  const image = (of: unknown, key = 'src') =>
    element(
      'img',
      given({
        src: textAt(of, key),
        alt: textAt(of, 'alt') ?? textAt(of, 'altText'),
        width: textAt(of, 'width'),
        height: textAt(of, 'height'),
      }),
      [],
    );
  const link = (words: string, url: string, name: string) =>
    text(words) ? [element('a', given({ href: text(url), class: name }), plain(words))] : [];
  switch (kind) {
    case 'image': {
      const href = text('href');
      return card('image', [
        href ? element('a', { href }, [image(node)]) : image(node),
        ...caption(),
      ]);
    }
    case 'gallery':
      return card('gallery', [...listAt(node, 'images').map((one) => image(one)), ...caption()]);
    case 'video':
      return card('video', [
        element(
          'video',
          given({ src: text('src'), poster: text('customThumbnailSrc') ?? text('thumbnailSrc') }),
          [],
        ),
        ...caption(),
      ]);
    case 'audio':
      return [
        box('audio-card', [
          element('audio', given({ src: text('src') }), []),
          box('audio-title', plain('title')),
        ]),
      ];
    case 'file':
      return [
        box('file-card', [
          element('a', given({ href: text('src') }), [
            box('file-card-title', plain('fileTitle')),
            box('file-card-caption', plain('fileCaption')),
            box('file-card-filename', plain('fileName')),
          ]),
        ]),
      ];
    case 'bookmark': {
      const about = own(node, 'metadata');
      const say = (key: string): readonly HtmlNode[] => [clean(textAt(about, key) ?? '')];
      return card('bookmark', [
        element('a', { ...given({ href: text('url') }), class: 'kg-bookmark-container' }, [
          box('bookmark-title', say('title')),
          box('bookmark-description', say('description')),
          box('bookmark-author', say('author')),
          box('bookmark-publisher', say('publisher')),
          box('bookmark-thumbnail', [image(about, 'thumbnail')]),
        ]),
        ...caption(),
      ]);
    }
    case 'embed':
      return card('embed', [...html('html'), ...caption()]);
    case 'html':
      return html('html');
    case 'codeblock':
      return card('code', [
        element('pre', {}, [
          element('code', given({ class: text('language') && `language-${text('language')}` }), [
            clean(text('code') ?? ''),
          ]),
        ]),
        ...caption(),
      ]);
    case 'callout':
      return [
        box('callout-card', [
          box('callout-emoji', plain('calloutEmoji')),
          box('callout-text', html('calloutText')),
        ]),
      ];
    case 'toggle':
      return [
        box('toggle-card', [
          box('toggle-heading-text', html('heading')),
          box('toggle-content', html('content')),
        ]),
      ];
    case 'product':
      return [
        box('product-card', [
          image({ src: text('productImageSrc') }),
          box('product-card-title', html('productTitle')),
          box('product-card-description', html('productDescription')),
          ...link('productButton', 'productUrl', 'kg-product-card-button'),
        ]),
      ];
    case 'header':
      return [
        element('h2', {}, html('header')),
        element('p', {}, html('subheader')),
        element('p', {}, link('buttonText', 'buttonUrl', 'kg-header-card-button')),
      ];
    case 'button':
      return [element('p', {}, link('buttonText', 'buttonUrl', 'kg-btn'))];
    case 'signup':
      return [
        box('signup-card', [
          element('h2', {}, html('header')),
          element('p', {}, html('subheader')),
          element('form', {}, [box('signup-card-button', plain('buttonText'))]),
          element('p', {}, html('disclaimer')),
        ]),
      ];
    case 'call-to-action':
      return [
        box('cta-card', [
          box(
            'cta-sponsor-label',
            own(node, 'hasSponsorLabel') === false ? [] : html('sponsorLabel'),
          ),
          image(node, 'imageUrl'),
          box('cta-text', html('textValue')),
          ...link('buttonText', 'buttonUrl', 'kg-cta-button'),
        ]),
      ];
    // For letters only: the site does not show them.
    case 'email':
    case 'email-cta':
      return [];
  }
  return undefined;
}
