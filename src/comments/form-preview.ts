import { renderComment, type CommentListOptions } from '../content/comment-list.js';
import type { Gate } from '../content/comment-markup.js';
import type { Comment, CommentAuthor } from '../content/comment.js';
import type { Say } from '../kit/words.js';

/** What a reader wrote, to be shown before it is sent. */
interface Written {
  readonly text: string;
  readonly author: CommentAuthor;
  readonly isMarkdown: boolean;
}

/** A comment as its thread will show it; as HTML of our own writer. Loaded when a reader first asks. */
export async function previewOf(
  { text, author, isMarkdown }: Written,
  { say, fromElsewhere }: { readonly say: Say; readonly fromElsewhere: Gate },
): Promise<string> {
  const comment: Comment = {
    id: 'preview',
    parentId: null,
    author,
    publishedAt: '',
    body: isMarkdown ? { markdown: text } : { text },
    state: 'visible',
  };
  let markup: CommentListOptions['markup'];
  if (isMarkdown) {
    const [{ commentWriter }, { readMarkdown }] = await Promise.all([
      import('../content/comment-markup.js'),
      import('../sources/comment-markdown.js'),
    ]);
    markup = await commentWriter(fromElsewhere, readMarkdown);
  }
  const options = { say, formatDate: () => '', can: {}, markup };
  return String(renderComment(comment, options));
}
