import {
  directions,
  mathAttributes,
  mathNames,
  noteKinds,
  type Inline,
  type MathElement,
  type Style,
} from './inline.js';
import {
  attribute,
  find,
  hasClass,
  isElement,
  isPhrase,
  silent,
  textIn,
  type HtmlElement,
  type HtmlNode,
} from './nodes.js';
import { ID_PREFIX } from './render-inline.js';
import { resolveUrl } from './url.js';

const meanings: Readonly<Record<string, Style>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  var: 'emphasis',
  s: 'strikethrough',
  strike: 'strikethrough',
  u: 'underline',
  code: 'code',
  samp: 'code',
  tt: 'code',
  kbd: 'keyboard',
  sup: 'superscript',
  sub: 'subscript',
  mark: 'highlight',
  small: 'small',
  q: 'quotation',
  cite: 'citation',
  dfn: 'definition',
  ins: 'insertion',
  del: 'deletion',
};

/** An id without the prefix that the writer gives it. */
export const ownId = (id: string | undefined): string | undefined =>
  id?.startsWith(`${ID_PREFIX}-`) ? id.slice(ID_PREFIX.length + 1) : id;

/** The id of a note, from that of its list item or the address of what leads to it. */
export const noteId = (id: string | undefined): string | undefined =>
  ownId(id)?.replace(/^(?:note-|fn:?-?)(?=\w)/, '') || undefined;

/** A mark that leads to a note, in the ways that editors write one. */
function noteReference(
  element: HtmlElement,
  context: { readonly base?: string | undefined },
): Inline | undefined {
  const isOwn = isNote(element.name);
  const [anchor] = find([element], ({ name }) => name === 'a');
  const note = anchor && noteId(/^#(.+)/.exec(attribute(anchor, 'href') ?? '')?.[1]);
  if (!note) return undefined;
  const label = textIn([element]);
  const isAlone = label !== '' && label === textIn([anchor]);
  const role = attribute(anchor, 'role');
  const isOne =
    isOwn ||
    ['note-reference', 'fn', 'footnote-ref'].some((style) => hasClass(element, style)) ||
    (isAlone && (role === 'doc-noteref' || (role === 'doc-glossref' && element === anchor)));
  if (!isOne) return undefined;
  const kind = isOwn ? noteKinds.find((one) => one === attribute(element, 'kind')) : undefined;
  if (kind !== 'term' && role !== 'doc-glossref')
    return { type: 'note-reference', note, label, ...(kind && { kind }) };
  // The words of a term may have a meaning; what stands beside its link is not one of them.
  const children = isAlone ? readInlines(anchor.children, context) : [];
  return children.length ? { type: 'note-reference', note, kind: 'term', children } : undefined;
}

const isNote = (name: string): boolean => name.endsWith('-note') && isPhrase(name);

/** Text with one space for each stretch of it, as HTML shows it. */
export const spaced = (text: string): string => text.replace(/[ \t\n\f\r]+/g, ' ');

/** Reads nodes as text with meaning; of blocks among them the text is taken, set apart by a space. */
export function readInlines(
  nodes: readonly HtmlNode[],
  context: { readonly base?: string | undefined },
): Inline[] {
  const found: Inline[] = [];
  let isSpaced = false;
  const add = (one: Inline) => {
    if (one === '') return;
    const last = found.at(-1);
    if (typeof one === 'string' && typeof last === 'string')
      found[found.length - 1] = last + (isSpaced && one.startsWith(' ') ? one.slice(1) : one);
    else found.push(one);
    isSpaced = typeof one === 'string' && one.endsWith(' ');
  };
  for (const node of nodes) {
    if (typeof node === 'string') add(spaced(node));
    else if (!silent.has(node.name)) for (const one of inlineOf(node, context)) add(one);
  }
  return found;
}

function inlineOf(
  element: HtmlElement,
  context: { readonly base?: string | undefined },
): readonly Inline[] {
  const { name } = element;
  if (name === 'br') return [{ type: 'break' }];
  const reference =
    (name === 'sup' || name === 'a' || isNote(name)) && noteReference(element, context);
  if (reference) return [reference];
  if (name === 'img') return [spaced(attribute(element, 'alt') ?? '')];
  if (name === 'math') return [{ type: 'math', children: readMath(element) }];
  if (name === 'iframe') return [spaced(attribute(element, 'title') ?? '')];
  const children = readInlines(element.children, context);
  const style = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
  if (style) return children.length ? [{ type: style, children }] : [];
  if (name === 'a') {
    const address = resolveUrl(attribute(element, 'href'), context.base);
    const url = address?.startsWith('#') ? `#${ownId(address.slice(1)) ?? ''}` : address;
    const title = attribute(element, 'title');
    return url && children.length
      ? [{ type: 'link', url, ...(title && { title }), children }]
      : children;
  }
  const title = attribute(element, 'title');
  if ((name === 'abbr' || name === 'acronym') && title)
    return [{ type: 'abbreviation', title, children }];
  const datetime = attribute(element, 'datetime');
  if (name === 'time' && datetime) return [{ type: 'time', datetime, children }];
  const lang = attribute(element, 'lang');
  const dir = directions.find((one) => one === attribute(element, 'dir'));
  if (isPhrase(name) && (lang || dir) && children.length)
    return [{ type: 'span', ...(lang && { lang }), ...(dir && { dir }), children }];
  // A block where only a line may stand: its words, apart from those around it.
  return isPhrase(name) ? children : [' ', ...children, ' '];
}

/** A formula's elements, by an allow-list; what is not on it becomes its text. */
export function readMath(element: HtmlElement): MathElement[] {
  return element.children.flatMap((node): MathElement[] => {
    const read = readMathNode(node);
    if (read === undefined) return [];
    return [typeof read === 'string' ? { name: 'mtext', children: [read] } : read];
  });
}

function readMathNode(node: HtmlNode): MathElement | string | undefined {
  if (!isElement(node)) return node.trim() ? node.trim() : undefined;
  // An annotation says the formula over again, for machines.
  if (node.name.startsWith('annotation') || silent.has(node.name)) return undefined;
  if (!mathNames.has(node.name)) return textIn([node]) || undefined;
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).filter(
      ([name, value]) => mathAttributes.has(name) && value.length < 100,
    ),
  );
  const children = node.children.flatMap((child) => readMathNode(child) ?? []);
  return {
    name: node.name,
    ...(Object.keys(attributes).length && { attributes }),
    ...(children.length && { children }),
  };
}

/** Whether text with meaning says nothing. */
const isBlank = (inlines: readonly Inline[]): boolean =>
  inlines.every((one) =>
    typeof one === 'string'
      ? !one.trim()
      : one.type === 'break' ||
        ('children' in one &&
          one.type !== 'math' &&
          one.type !== 'note-reference' &&
          isBlank(one.children)),
  );

/** Without the spaces and breaks at both ends; nothing when there is nothing else. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  if (isBlank(inlines)) return [];
  const list = [...inlines];
  const isEdge = (one: Inline | undefined) =>
    (typeof one === 'string' && !one.trim()) || (typeof one === 'object' && one.type === 'break');
  while (isEdge(list[0])) list.shift();
  while (isEdge(list.at(-1))) list.pop();
  const [first] = list;
  if (typeof first === 'string') list[0] = first.trimStart();
  const last = list.at(-1);
  if (typeof last === 'string') list[list.length - 1] = last.trimEnd();
  return list;
}
