import { disarm } from './disarm.js';
import { nodesBy, type ParseHtml } from './nodes.js';

/** What is read of a node of the DOM; nothing is ever done to one. */
interface DomNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly localName?: string;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

const ELEMENT = 1;
const TEXT = 3;

/** Reads HTML by a browser's own parser, which the gate in `kit/html` hands out. */
export const parserBy = (parse: (html: string) => DomNode): ParseHtml =>
  nodesBy<DomNode>({
    parse: (html) => parse(disarm(html)),
    children: (node) => node.childNodes,
    text: (node) => (node.nodeType === TEXT ? (node.nodeValue ?? '') : undefined),
    element: ({ nodeType, localName, attributes }) =>
      nodeType === ELEMENT && localName !== undefined
        ? { name: localName, attributes: attributes ?? [] }
        : undefined,
  });
