import type { Block, Image, Row } from './block.js';
import type { Inline } from './inline.js';
import type { HtmlNode } from './nodes.js';
import { mathText } from './plain.js';
import { readBlocks } from './read-html.js';

/** Reads a stranger's HTML as a comment: paragraphs, lists, quotations and code, links, and nothing that loads. */
export const readComment = (nodes: readonly HtmlNode[]): Block[] => plainBlocks(readBlocks(nodes));

const plainBlocks = (blocks: readonly Block[]): Block[] => blocks.flatMap(plainBlock);

const line = (...children: readonly Inline[]): Block[] => {
  const said = unmarked(children).filter((one) => one !== '');
  return said.length ? [{ type: 'paragraph', children: said }] : [];
};

/** Without marks that lead to notes: a comment has none. What they say stays. */
const unmarked = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((one): Inline => {
    if (typeof one === 'string' || one.type === 'break' || one.type === 'math') return one;
    if (one.type !== 'note-reference') return { ...one, children: unmarked(one.children) };
    const { children, label, note } = one;
    return children?.length
      ? { type: 'span', children: unmarked(children) }
      : { type: 'superscript', children: [label || note] };
  });

/** What a comment has no use for leaves its words, and a link to what it showed. */
function plainBlock(block: Block): Block[] {
  switch (block.type) {
    case 'paragraph':
      return line(...block.children);
    case 'code':
      return [block];
    case 'heading':
      return line({ type: 'strong', children: block.children });
    case 'list':
      return [
        {
          ...block,
          items: block.items.map(({ children }) => ({ children: plainBlocks(children) })),
        },
      ];
    case 'blockquote':
    case 'pullquote':
      return [
        {
          type: 'blockquote',
          children: [...plainBlocks(block.children), ...line(...(block.source ?? []))],
        },
      ];
    case 'image':
      return image(block);
    case 'gallery':
      return [...block.images.flatMap(image), ...line(...(block.caption ?? []))];
    case 'comparison':
      return [block.before, block.after].flatMap(image).concat(line(...(block.caption ?? [])));
    case 'video':
    case 'audio': {
      const [file] = block.files;
      const name = block.title || file?.src.split('/').at(-1) || '';
      return [
        ...(file && name ? line({ type: 'link', url: file.src, children: [name] }) : []),
        ...line(...(block.caption ?? [])),
        ...line(block.credit ?? ''),
        ...plainBlocks(block.transcript ?? []),
      ];
    }
    case 'embed':
      return [
        ...plainBlocks(block.children),
        ...line({ type: 'link', url: block.url, children: [block.title || block.url] }),
        ...line(...(block.caption ?? [])),
      ];
    case 'table':
      return [
        ...line(...(block.caption ?? [])),
        ...[...block.head, ...block.body, ...block.foot].flatMap(row),
      ];
    case 'math-block':
      return line(mathText(block.children));
    case 'thematic-break':
      return [];
    case 'factbox':
      return [...line(...(block.title ?? [])), ...plainBlocks(block.children)];
    case 'big-number':
      return [...line(block.number), ...line(...block.children)];
    case 'timeline':
      return [
        ...line(...(block.title ?? [])),
        ...block.events.flatMap(({ date, title, children }) => [
          ...line(date ?? ''),
          ...line(...(title ?? [])),
          ...plainBlocks(children),
        ]),
      ];
    case 'details':
      return [...line(...block.summary), ...plainBlocks(block.children)];
    case 'definition-list':
      return block.items.flatMap(({ terms, descriptions }) => [
        ...terms.flatMap(({ children }) => line(...children)),
        ...descriptions.flatMap(({ children }) => plainBlocks(children)),
      ]);
    case 'figure':
      return [...plainBlocks(block.children), ...line(...(block.caption ?? []))];
    case 'group':
    case 'notice':
    case 'unknown':
      return plainBlocks(block.children);
    case 'live-update':
      return [...line(...(block.headline ?? [])), ...plainBlocks(block.children)];
    case 'related':
      return block.items.flatMap(({ headline, url }) =>
        line(url ? { type: 'link', url, children: [headline] } : headline),
      );
  }
}

/** A remote picture would tell its owner who reads: its words stand for it, and lead to it. */
function image({ src, alt, caption, credit, licence, provenance }: Image): Block[] {
  const isRemote = /^https?:/i.test(src);
  return [
    ...(isRemote ? line({ type: 'link', url: src, children: [alt || src] }) : line(alt)),
    ...line(...(caption ?? [])),
    ...[credit, licence, provenance].flatMap((said) => line(said ?? '')),
  ];
}

const row = ({ cells }: Row): Block[] =>
  line(...cells.flatMap(({ children }, index) => (index ? [' ', ...children] : children)));
