import { clean, MAX_DEPTH, MAX_NODES } from './schema.js';

/** An element of somebody's HTML as plain data: read by names, never run, never put into a page. */
export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

/** Reads HTML: the browser's parser behind the gate, or one for servers. */
export type ParseHtml = (html: string) => readonly HtmlNode[];

/** Longest HTML that is read, in UTF-16 units; what comes after it is left out, and that is said. */
export const MAX_HTML = 1_000_000;
const MAX_ATTRIBUTE = 2000;

/** How to walk what some parser made. */
export interface Tree<Node> {
  /** Parses the whole of a text. */
  parse(html: string): Node;
  children(node: Node): Iterable<Node>;
  /** The text of a text node. */
  text(node: Node): string | undefined;
  /** Name and attributes of an element. */
  element(
    node: Node,
  ):
    | { readonly name: string; readonly attributes: Iterable<{ name: string; value: string }> }
    | undefined;
}

/** Makes plain nodes of what a parser makes: not too long, not too deep, not too many. */
export function nodesBy<Node>(tree: Tree<Node>): ParseHtml {
  return (html) => {
    let left = MAX_NODES;
    let isCut = html.length > MAX_HTML;
    const walk = (parent: Node, depth: number): HtmlNode[] => {
      const found: HtmlNode[] = [];
      for (const node of tree.children(parent)) {
        const text = tree.text(node);
        // The space between elements, which the writer sets its own way, counts for nothing.
        if (text?.trim() !== '' && left-- <= 0) {
          isCut = true;
          break;
        }
        const element = text === undefined ? tree.element(node) : undefined;
        if (text !== undefined) found.push(clean(text));
        else if (element) {
          const name = element.name.toLowerCase();
          const attributes: Record<string, string> = {};
          for (const { name: key, value } of element.attributes) {
            // Data of a picture may be long; nothing else that is so long is an honest attribute.
            if (value.length <= MAX_ATTRIBUTE || /^(?:src|srcset|alt|href)$/i.test(key))
              Object.defineProperty(attributes, key.toLowerCase(), {
                value: clean(value),
                enumerable: true,
                configurable: true,
                writable: true,
              });
          }
          // What lies deeper than any page should is only text.
          const children =
            depth < MAX_DEPTH ? walk(node, depth + 1) : silent.has(name) ? [] : [textBelow(node)];
          found.push({ name, attributes, children });
        }
      }
      return found;
    };
    /** Without recursion: there may be thousands of levels. */
    const textBelow = (top: Node): string => {
      let text = '';
      const stack = [...tree.children(top)].reverse();
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        const own = tree.text(node);
        const element = own === undefined ? tree.element(node) : undefined;
        if (own !== undefined) text += own;
        else if (element && !silent.has(element.name.toLowerCase())) {
          if (!isPhrase(element.name)) text += ' ';
          stack.push(...[...tree.children(node)].reverse());
        }
      }
      return clean(text);
    };
    const nodes = walk(tree.parse(html.slice(0, MAX_HTML)), 1);
    return isCut
      ? [...nodes, { name: 'article-notice', attributes: { kind: 'cut' }, children: [] }]
      : nodes;
  };
}

export const isElement = (node: HtmlNode | undefined): node is HtmlElement =>
  typeof node === 'object';

/** An attribute's value; `undefined` where it is not written, or empty. */
export const attribute = (element: HtmlElement, name: string): string | undefined =>
  (Object.hasOwn(element.attributes, name) && element.attributes[name]?.trim()) || undefined;

export const hasClass = (element: HtmlElement, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

/** Elements whose text is no text of the page. */
export const silent: ReadonlySet<string> = new Set(
  'script style template head title noembed noframes svg frameset param source track datalist'.split(
    ' ',
  ),
);

/** All text in nodes, with a space wherever a block begins or ends. */
export function textIn(nodes: readonly HtmlNode[]): string {
  let text = '';
  const walk = (list: readonly HtmlNode[], pre: boolean): void => {
    for (const node of list) {
      if (typeof node === 'string') text += pre ? node : node.replace(/[ \t\n\f\r]+/g, ' ');
      else if (!silent.has(node.name)) {
        const apart = node.name === 'br' || !isPhrase(node.name);
        if (apart) text += ' ';
        walk(node.children, pre || node.name === 'pre');
        if (apart) text += ' ';
      }
    }
  };
  walk(nodes, false);
  return text.replace(/[ \n]+/g, ' ').trim();
}

/** Elements that stand within a line. */
export const phrasing: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp ' +
    'rt rtc ruby s samp small span strike strong sub sup time tt u var wbr br math'
  ).split(' '),
);

/** Whether an element of a name stands within a line: those above, and our mark of a note under any prefix. */
export const isPhrase = (name: string): boolean =>
  phrasing.has(name) || /(?:^|-)article-note$/.test(name);

/** Every element in nodes that a test finds, outermost first; what is inside a found one is not looked at. */
export function find(
  nodes: readonly HtmlNode[],
  test: (element: HtmlElement) => boolean,
): HtmlElement[] {
  return nodes.flatMap((node) =>
    !isElement(node) ? [] : test(node) ? [node] : find(node.children, test),
  );
}

/** The same nodes less the elements that a test finds, wherever they stand. */
export const without = (
  nodes: readonly HtmlNode[],
  drop: (element: HtmlElement) => boolean,
): HtmlNode[] =>
  nodes.flatMap((node): HtmlNode[] =>
    !isElement(node)
      ? [node]
      : drop(node)
        ? []
        : [{ ...node, children: without(node.children, drop) }],
  );
