import type { Comment } from './comment.js';
import { kept, parserBy, type DomNode } from './dom-nodes.js';
import { readComment } from './read-comment.js';
import { renderBlocks } from './render-block.js';
import type { WriteOptions } from './render-inline.js';

/** Nothing in a comment needs words of ours; its links vouch for nobody. */
const bare: WriteOptions = {
  say: () => '',
  formatDate: () => '',
  locale: 'en',
  rel: 'external nofollow ugc noopener noreferrer',
};

/** The gate for a stranger's HTML, which a page has only one of. */
export type Gate = (allowed: typeof kept) => Promise<(html: string) => DomNode>;

/** Writes comments that are more than text. Loaded with the first of them. */
export async function commentWriter(fromElsewhere: Gate): Promise<(comment: Comment) => string> {
  const parse = parserBy(await fromElsewhere(kept));
  return ({ id, body }) => {
    const blocks =
      'html' in body ? readComment(parse(body.html)) : 'blocks' in body ? body.blocks : [];
    return String(renderBlocks(blocks, { ...bare, id: `comment-${id}` }));
  };
}
