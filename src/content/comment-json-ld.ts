import type { Comment, CommentNode } from './comment.js';
import { tidyName } from './person.js';
import { safeUrl } from './url.js';

/** A search engine reads the first of them; the page has them all. */
const MOST = 200;

/** What a list of comments is described with. */
export interface CommentFacts {
  /** Address of the story that is commented on. */
  readonly url?: string | undefined;
  /** What a comment says, without markup. */
  readonly textOf: (comment: Comment) => string;
}

/**
 * A thread for search engines: schema.org's Comment, answers inside what they answer. Left out are
 * comments that wait, that are gone, that come with a warning, and those of authors who do not want to
 * be found, with everything that answers them.
 */
export function commentsToJsonLd(
  nodes: readonly CommentNode[],
  { url, textOf }: CommentFacts,
): Record<string, unknown> | undefined {
  let left = MOST;
  const describe = (node: CommentNode): Record<string, unknown>[] => {
    const { comment, replies } = node;
    if (left <= 0 || !mayBeFound(comment)) return [];
    const text = textOf(comment).trim();
    if (!text) return [];
    left--;
    const page = safeUrl(comment.url) ?? (url && `${url}#comment-${comment.id}`);
    const author = safeUrl(comment.author.url);
    const name = tidyName(comment.author.name);
    const answers = replies.flatMap(describe);
    return [
      {
        '@type': 'Comment',
        ...(page && { '@id': page, url: page }),
        text,
        ...(isDate(comment.publishedAt) && { dateCreated: comment.publishedAt }),
        ...(isDate(comment.editedAt) && { dateModified: comment.editedAt }),
        ...(name && { author: { '@type': 'Person', name, ...(author && { url: author }) } }),
        ...(comment.lang && { inLanguage: comment.lang }),
        ...(comment.counts?.likes && { upvoteCount: comment.counts.likes }),
        ...(answers.length && { comment: answers }),
      },
    ];
  };
  const comments = nodes.flatMap(describe);
  if (!comments.length) return undefined;
  const about = url && { parentItem: { '@type': 'CreativeWork', '@id': url, url } };
  return {
    '@context': 'https://schema.org',
    '@graph': comments.map((comment) => ({ ...comment, ...about })),
  };
}

const mayBeFound = ({ state, warning, isSensitive, isIndexable }: Comment): boolean =>
  state === 'visible' && !warning && !isSensitive && isIndexable !== false;

const isDate = (text: string | undefined): boolean => !Number.isNaN(Date.parse(text ?? ''));
