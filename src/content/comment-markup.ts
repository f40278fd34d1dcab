import type { Block } from './block.js';
import { FOREIGN, type Comment } from './comment.js';
import { kept, parserBy, type DomNode } from './dom-nodes.js';
import type { ParseHtml } from './nodes.js';
import { readComment } from './read-comment.js';
import { renderBlocks } from './render-block.js';
import type { WriteOptions } from './render-inline.js';

/** Nothing in a comment needs words of ours; its links vouch for nobody. */
const bare: WriteOptions = {
  say: () => '',
  formatDate: () => '',
  locale: 'en',
  rel: FOREIGN,
};

/** The gate for a stranger's HTML, which a page has only one of. */
export type Gate = (allowed: typeof kept) => Promise<(html: string) => DomNode>;

/** Reads Markdown as blocks; HTML inside it by a parser. `sources/comment-markdown` exports one. */
export type ReadMarkdown = (text: string, parseHtml: ParseHtml) => readonly Block[];

/**
 * Writes comments that are more than text. Comments in Markdown need `readMarkdown` from
 * `sources/comment-markdown`, which this floor must not import: whoever shows such comments imports it
 * and hands it in. Without it Markdown is shown as it was typed.
 */
export const commentWriterBy =
  (parse: ParseHtml, readMarkdown: ReadMarkdown = asTyped) =>
  ({ id, body }: Comment): string => {
    const blocks =
      'html' in body
        ? readComment(parse(body.html))
        : 'markdown' in body
          ? readMarkdown(body.markdown, parse)
          : 'blocks' in body
            ? body.blocks
            : asTyped(body.text);
    return String(renderBlocks(blocks, { ...bare, id: `comment-${id}` }));
  };

/** The same in a page, where the gate reads a stranger's HTML. Loaded with the first such comment. */
export const commentWriter = async (
  fromElsewhere: Gate,
  readMarkdown?: ReadMarkdown,
): Promise<(comment: Comment) => string> =>
  commentWriterBy(parserBy(await fromElsewhere(kept)), readMarkdown);

/** An empty line parts paragraphs, a single one breaks the line. */
const asTyped = (text: string): Block[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => ({
      type: 'paragraph',
      children: paragraph
        .split('\n')
        .flatMap((line, index) => (index ? [{ type: 'break' as const }, line] : [line])),
    }));
