import { disarm } from './disarm.js';
import { nodesBy, type ParseHtml } from './nodes.js';

/** What is read of a node of the DOM; nothing is ever done to one. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly localName?: string;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

const ELEMENT = 1;
const TEXT = 3;

/**
 * A property of a node as its class has it: a form gives its own names away to the fields in it, so that
 * `<input name="attributes">` would stand in for the form's attributes.
 */
const of = <Key extends keyof DomNode>(node: DomNode, key: Key): DomNode[Key] =>
  Reflect.get(Object.getPrototypeOf(node) as object, key, node);

/** What the reader has a use for beyond what any sanitiser keeps. */
export const kept = {
  tags: [
    // Read, never shown: a frame is turned into a link.
    ...['iframe', 'object', 'embed'],
    // What our own writer writes, when it comes back.
    ...['article-header', 'article-byline', 'article-time', 'article-figure', 'article-pullquote'],
    ...['article-gallery', 'article-compare', 'article-embed', 'article-video', 'article-audio'],
    ...['article-factbox', 'article-timeline', 'article-notice', 'live-blog', 'live-update'],
    ...['related-articles', 'article-card', 'news-article', 'article-note', 'article-table'],
  ],
  attributes: [
    'placement',
    'provider',
    'kind',
    'layout',
    'data-src',
    'srcset',
    'poster',
    'key',
    'pinned',
    'sortable',
    'rows',
  ],
};

/** Reads HTML by a browser's own parser, which the gate in `kit/html` hands out. */
export const parserBy = (parse: (html: string) => DomNode): ParseHtml =>
  nodesBy<DomNode>({
    parse: (html) => parse(disarm(html)),
    children: (node) => of(node, 'childNodes'),
    text: (node) => (of(node, 'nodeType') === TEXT ? (of(node, 'nodeValue') ?? '') : undefined),
    element: (node) => {
      const name = of(node, 'nodeType') === ELEMENT ? of(node, 'localName') : undefined;
      return name === undefined ? undefined : { name, attributes: of(node, 'attributes') ?? [] };
    },
  });
