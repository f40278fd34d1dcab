import { disarm } from '../content/disarm.js';
import { nodesBy, type ParseHtml } from '../content/nodes.js';

/** The gate for a stranger's HTML. It is handed in: this file is loaded late and must not bring a second one. */
export type Elsewhere = () => Promise<(html: string) => DocumentFragment>;

/** Reads HTML with the browser's own parser, behind the gate. */
export async function browserParser(fromElsewhere: Elsewhere): Promise<ParseHtml> {
  const parse = await fromElsewhere();
  return nodesBy<Node>({
    parse: (html) => parse(disarm(html)),
    children: (node) => node.childNodes,
    text: (node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : undefined),
    element: (node) =>
      node.nodeType === 1
        ? { name: (node as Element).localName, attributes: (node as Element).attributes }
        : undefined,
  });
}
