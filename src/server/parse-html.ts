import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { nodesBy, type ParseHtml } from '../content/nodes.js';

type Node = DefaultTreeAdapterTypes.Node;

/** Reads HTML where there is no DOM. Nothing can run here, and the walk that follows keeps only what it knows. */
export const parseHtml: ParseHtml = nodesBy<Node>({
  parse: (html) => parseFragment(html),
  children: (node) => ('childNodes' in node ? node.childNodes : []),
  text: (node) => ('value' in node && node.nodeName === '#text' ? node.value : undefined),
  element: (node) =>
    'tagName' in node ? { name: node.tagName, attributes: node.attrs } : undefined,
});
