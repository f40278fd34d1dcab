import type { MarkedToken, Token, Tokens } from 'marked';
import {
  isElement,
  nodesBy,
  textIn,
  type HtmlElement,
  type HtmlNode,
  type ParseHtml,
} from '../content/nodes.js';
import { embedOf } from '../content/providers.js';
import { references } from './feed-xml.js';

/** What is read around the tokens. */
export interface NodesContext {
  readonly parseHtml: ParseHtml;
  /** The notes' labels, with the number that each is shown by. */
  readonly notes: ReadonlyMap<string, number>;
  /** By how many levels headings go down. */
  readonly lower: number;
}

/** HTML as somebody wrote it into the Markdown: tags that may open here and close further on. */
interface Raw {
  readonly raw: string;
}
type Piece = HtmlNode | Raw;

const element = (
  name: string,
  children: readonly HtmlNode[] = [],
  attributes: Readonly<Record<string, string>> = {},
): HtmlElement => ({ name, attributes, children });

/** Blocks of Markdown as plain nodes, ready to be read as anybody's HTML is. */
export function blockNodes(tokens: readonly Token[], context: NodesContext): HtmlNode[] {
  return weave(
    (tokens as MarkedToken[]).flatMap((token) => blockPieces(token, context)),
    context.parseHtml,
  );
}

function blockPieces(token: MarkedToken, context: NodesContext): Piece[] {
  const inside = (tokens: readonly Token[]) => inlineNodes(tokens, context);
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return [headingNode(token, context)];
    case 'paragraph':
      return paragraphNodes(token, context);
    case 'list':
      return [listNode(token, context)];
    case 'blockquote':
      return [element('blockquote', blockNodes(token.tokens, context))];
    case 'code': {
      const [language = ''] = (token.lang ?? '').trim().split(/\s/);
      const text = token.text.replace(/\n$/, '');
      const own: Record<string, string> = language ? { class: `language-${language}` } : {};
      return [element('pre', [element('code', [text], own)])];
    }
    case 'hr':
      return [element('hr')];
    case 'table': {
      const row = (cells: readonly Tokens.TableCell[], name: string) =>
        element(
          'tr',
          cells.map((cell) => element(name, inside(cell.tokens))),
        );
      return [
        element('table', [
          element('thead', [row(token.header, 'th')]),
          element(
            'tbody',
            token.rows.map((cells) => row(cells, 'td')),
          ),
        ]),
      ];
    }
    case 'html':
      return [{ raw: token.raw }];
    default:
      return inside([token]);
  }
}

/** A heading; `{#its-id}` at its end is how some editors write its id. */
function headingNode({ depth, tokens }: Tokens.Heading, context: NodesContext): HtmlElement {
  const children = inlineNodes(tokens, context);
  const last = children.at(-1);
  const id = typeof last === 'string' ? /\s\{#([\w-]{1,100})\}\s*$/.exec(last) : null;
  if (id) children[children.length - 1] = id.input.slice(0, id.index);
  const own: Record<string, string> = id?.[1] ? { id: id[1] } : {};
  return element(`h${Math.min(6, depth + context.lower)}`, children, own);
}

function listNode({ ordered, start, items }: Tokens.List, context: NodesContext): HtmlElement {
  const own: Record<string, string> =
    ordered && start !== '' && start !== 1 ? { start: String(start) } : {};
  return element(
    ordered ? 'ol' : 'ul',
    items.map((item) => element('li', blockNodes(item.tokens, context))),
    own,
  );
}

/** A paragraph; one of nothing but pictures is those pictures, and the address of a player its embed. */
function paragraphNodes(token: Tokens.Paragraph, context: NodesContext): Piece[] {
  const tokens = token.tokens as MarkedToken[];
  const solid = tokens.filter(
    (one) => one.type !== 'br' && (one.type !== 'text' || one.raw.trim()),
  );
  const [only] = solid;
  if (solid.length === 1 && only?.type === 'link' && only.text === only.href) {
    const target = embedOf(only.href);
    // A provider that is not known goes by its host's name.
    if (target && !target.provider.includes('.'))
      return [element('iframe', [], { src: only.href, title: only.text })];
  }
  const isPicture = (one: MarkedToken): boolean =>
    one.type === 'image' ||
    (one.type === 'link' && one.tokens.length === 1 && one.tokens[0]?.type === 'image');
  const nodes = inlineNodes(tokens, context);
  return solid.length && solid.every(isPicture) ? nodes.filter(isElement) : [element('p', nodes)];
}

/** A line of Markdown as plain nodes. */
export function inlineNodes(tokens: readonly Token[], context: NodesContext): HtmlNode[] {
  return weave(
    (tokens as MarkedToken[]).flatMap((token) => inlinePieces(token, context)),
    context.parseHtml,
  );
}

const styles = { strong: 'strong', em: 'em', del: 's' } as const;

function inlinePieces(token: MarkedToken, context: NodesContext): Piece[] {
  switch (token.type) {
    case 'text':
      return token.tokens ? inlineNodes(token.tokens, context) : textNodes(token.text, context);
    case 'strong':
    case 'em':
    case 'del':
      return [element(styles[token.type], inlineNodes(token.tokens, context))];
    case 'codespan':
      return [element('code', [token.text])];
    case 'escape':
      return [token.text];
    case 'br':
      return [element('br')];
    case 'checkbox':
      return [token.checked ? '☑ ' : '☐ '];
    case 'html':
      return [{ raw: token.raw }];
    case 'image':
      return [imageNode(token, undefined, context)];
    case 'link': {
      const [only] = token.tokens as MarkedToken[];
      if (token.tokens.length === 1 && only?.type === 'image')
        return [imageNode(only, token.href, context)];
      const href = token.autolink ? token.href : decoded(token.href, context);
      const own = { href, ...(token.title && { title: decoded(token.title, context) }) };
      const nodes = token.autolink ? [token.text] : inlineNodes(token.tokens, context);
      return [element('a', nodes, own)];
    }
    default:
      // Blocks where only a line may stand, and what a later parser may know.
      return 'tokens' in token && token.tokens
        ? blockNodes(token.tokens, context)
        : textNodes(token.raw, context);
  }
}

/** A picture; what Markdown calls its title is shown under it. */
function imageNode(
  { href, title, tokens }: Tokens.Image,
  link: string | undefined,
  context: NodesContext,
): HtmlElement {
  const own = { src: decoded(href, context), alt: textIn(inlineNodes(tokens, context)) };
  const img = element('img', [], own);
  const linked = link ? element('a', [img], { href: decoded(link, context) }) : img;
  const caption = title ? [element('figcaption', [decoded(title, context)])] : [];
  return link || title ? element('figure', [linked, ...caption]) : img;
}

const decoded = (text: string, { parseHtml }: NodesContext): string =>
  references(text, (name) => textOfName(name, parseHtml));

/** What a name such as `&eacute;` stands for is known to the parser. */
const textOfName = (reference: string, parseHtml: ParseHtml): string =>
  parseHtml(reference)
    .filter((node) => typeof node === 'string')
    .join('');

/** Text, with the marks of notes in it. */
function textNodes(text: string, context: NodesContext): HtmlNode[] {
  return decoded(text, context)
    .split(/(\[\^[^\]\s]{1,100}\])/)
    .flatMap((part): HtmlNode[] => {
      const number = part.startsWith('[^') ? context.notes.get(part.slice(2, -1)) : undefined;
      if (number === undefined) return part ? [part] : [];
      const own = { href: `#note-${number}`, role: 'doc-noteref' };
      return [element('a', [String(number)], own)];
    });
}

/**
 * Puts somebody's tags around what stands between them: the tags are parsed with a mark for each node,
 * and each mark is then given its node. What a tag would swallow stays, unless it is a script or style.
 */
function weave(pieces: readonly Piece[], parseHtml: ParseHtml): HtmlNode[] {
  const raws = pieces.flatMap((piece) => (isRaw(piece) ? [piece.raw] : []));
  if (!raws.length) return pieces as HtmlNode[];
  const written = raws.join('');
  const mark = marks.find((one) => !written.includes(one)) ?? '';
  const waiting = new Map<number, HtmlNode>();
  const html = pieces.map((piece, index) => {
    if (isRaw(piece)) return piece.raw;
    waiting.set(index, piece);
    return `${mark}${index}${mark}`;
  });
  const given = (text: string): HtmlNode[] =>
    text.split(mark).flatMap((part, place): HtmlNode[] => {
      const node = place % 2 ? waiting.get(Number(part)) : part;
      // Each node once: a mark may be forged.
      if (place % 2) waiting.delete(Number(part));
      return node === undefined || node === '' ? [] : [node];
    });
  const filled = (nodes: readonly HtmlNode[]): HtmlNode[] =>
    nodes.flatMap((node) =>
      typeof node === 'string' ? given(node) : [{ ...node, children: filled(node.children) }],
    );
  const woven = filled(parseHtml(html.join('')));
  return /<(?:script|style)\b/i.test(written) ? woven : [...woven, ...waiting.values()];
}
const isRaw = (piece: Piece): piece is Raw => typeof piece === 'object' && 'raw' in piece;
/** Signs for private use, of which a text hardly holds one, and never all. */
const marks = Array.from({ length: 64 }, (_, index) => String.fromCharCode(0xe100 + index));

/** Not more nodes than a page can bear, and not deeper: the rest is text, or left out with a notice. */
export const bounded = (nodes: readonly HtmlNode[]): readonly HtmlNode[] =>
  nodesBy<HtmlNode>({
    parse: () => element('', nodes),
    children: (node) => (isElement(node) ? node.children : []),
    text: (node) => (isElement(node) ? undefined : node),
    element: (node) =>
      isElement(node)
        ? {
            name: node.name,
            attributes: Object.entries(node.attributes).map(([name, value]) => ({ name, value })),
          }
        : undefined,
  })('');
