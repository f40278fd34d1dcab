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
  const describe = (node: CommentNode, about?: object): Record<string, unknown>[] => {
    const { comment, replies } = node;
    if (left <= 0 || !mayBeFound(comment)) return [];
    const text = textOf(comment).trim();
    if (!text) return [];
    left--;
    const page = safeUrl(comment.url) ?? (url ? `${url}#comment-${comment.id}` : undefined);
    const author = safeUrl(comment.author.url);
    const name = tidyName(comment.author.name);
    const answers = replies.flatMap((reply) => describe(reply));
    return [
      // JSON leaves out what is undefined.
      {
        '@type': 'Comment',
        '@id': page,
        url: page,
        text,
        dateCreated: dateIn(comment.publishedAt),
        dateModified: dateIn(comment.editedAt),
        author: name ? { '@type': 'Person', name, url: author } : undefined,
        inLanguage: comment.lang || undefined,
        upvoteCount: comment.counts?.likes || undefined,
        comment: answers.length ? answers : undefined,
        parentItem: about,
      },
    ];
  };
  const story = url ? { '@type': 'CreativeWork', '@id': url, url } : undefined;
  const comments = nodes.flatMap((node) => describe(node, story));
  return comments.length ? { '@context': 'https://schema.org', '@graph': comments } : undefined;
}

const mayBeFound = ({ state, warning, isSensitive, isIndexable }: Comment): boolean =>
  state === 'visible' && !warning && !isSensitive && isIndexable !== false;

const dateIn = (text: string | undefined): string | undefined =>
  text && !Number.isNaN(Date.parse(text)) ? text : undefined;
