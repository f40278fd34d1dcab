import { commentsToJsonLd } from '../content/comment-json-ld.js';
import { renderLists } from '../content/comment-list.js';
import { commentWriterBy } from '../content/comment-markup.js';
import { sortedTree, type Comment } from '../content/comment.js';
import { attributes as write, html, Html } from '../content/html.js';
import { serialiseJsonLd } from '../content/json-ld.js';
import { textIn } from '../content/nodes.js';
import { learnWords, say } from '../kit/words.js';
import { enComments } from '../kit/words/en-comments.js';
import { enThread } from '../kit/words/en-thread.js';
import { readMarkdown } from '../sources/comment-markdown.js';
import type { CommentSort } from '../sources/comment-source.js';
import { dateWriter, type RenderOptions } from './options.js';
import { parseHtml } from './parse-html.js';

learnWords({ ...enComments, ...enThread });

/** How a thread is written. */
export interface ThreadOptions extends Omit<RenderOptions, 'id'> {
  /** Address of the story, for search engines. */
  readonly url?: string | undefined;
  /** Attributes of the tag: `source`, `src`, `post` and whatever else it takes. */
  readonly attributes?: Readonly<Record<string, string | boolean | undefined>> | undefined;
  /** How many comments there are in all, where these are not all. */
  readonly total?: number | undefined;
  readonly sort?: CommentSort | undefined;
  /** For a Content-Security-Policy that asks for one: it goes on the data for search engines. */
  readonly nonce?: string | undefined;
}

/** Nobody can do anything with a comment before the tag is there, so no buttons are written. */
export function writeThread(comments: readonly Comment[], options: ThreadOptions): Html {
  const { attributes = {}, lang = 'en', nonce, prefix = '', sort = 'oldest', url, words } = options;
  const writeComment = commentWriterBy(parseHtml, readMarkdown);
  const rich = comments.filter(({ body }) => !('text' in body));
  const markup = new Map(rich.map((comment) => [comment.id, writeComment(comment)]));
  const nodes = sortedTree(comments, sort);
  const lists = renderLists(nodes, {
    say: (key, values) => say(lang, key, values, words),
    formatDate: dateWriter(lang, options.timeZone),
    ...{ markup: ({ id }) => markup.get(id), can: {} },
  });
  const textOf = ({ id, body }: Comment) =>
    'text' in body ? body.text : textIn(parseHtml(markup.get(id) ?? ''));
  const data = commentsToJsonLd(nodes, { url, textOf });
  const count = options.total ?? comments.filter(({ state }) => state === 'visible').length;
  const title = count
    ? say(lang, 'comments', { count }, words)
    : say(lang, 'commentsTitle', {}, words);
  const tag = `${prefix}comment-thread`;
  const own = write({ ...attributes, ...(prefix && { class: 'comment-thread' }) });
  return html`${new Html(`<${tag}`)}${own}>
<h2 class="comments-title">${title}</h2>
${lists}${new Html(`</${tag}>`)}${
    data &&
    html`\n<script${write({ type: 'application/ld+json', nonce })}>${new Html(serialiseJsonLd(data))}</script>`
  }`;
}
