import type { HtmlElement, HtmlNode } from '../content/nodes.js';

/** An element as a card is written anew. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly HtmlNode[],
): HtmlElement => ({ name, attributes, children });
