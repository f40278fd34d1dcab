import type { Block } from '../content/block.js';
import { MAX_HTML, type ParseHtml } from '../content/nodes.js';
import { readComment } from '../content/read-comment.js';
import { clean } from '../content/schema.js';
import { tokensOf } from './markdown-lexer.js';
import { blockNodes, bounded } from './markdown-nodes.js';

/**
 * Reads a comment in Markdown. HTML inside it is a stranger's, and is read as such; of all that Markdown
 * can, a comment keeps what `readComment` keeps. For `commentWriter` in `content/comment-markup`.
 */
export function readMarkdown(text: string, parseHtml: ParseHtml): Block[] {
  const written = clean(text.slice(0, MAX_HTML)).replace(/\r\n?/g, '\n');
  const { tokens } = tokensOf(written, [], []);
  return readComment(bounded(blockNodes(tokens, { parseHtml, notes: new Map(), lower: 0 })));
}
