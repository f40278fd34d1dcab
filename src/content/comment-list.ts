import { MAX_DEPTH, type Comment, type CommentBody, type CommentNode } from './comment.js';
import { attributes, html, Html } from './html.js';
import { tidyName } from './person.js';
import { safeUrl } from './url.js';

/** What a list of comments needs of its surroundings. */
export interface CommentListOptions {
  /** Writes a moment for a reader; an empty text for one that cannot be read. */
  readonly formatDate: (iso: string) => string;
  readonly say: (
    key: 'anonymous' | 'pending' | 'reply' | 'replyTo',
    values?: Readonly<Record<string, string>>,
  ) => string;
  /** What `commentWriter` made of comments that are more than text, by id: HTML of our own writer. */
  readonly markup?: ReadonlyMap<string, string> | undefined;
  /** Whether readers may answer. */
  readonly canReply: boolean;
}

/** Writes the items of a thread's `ol`. */
export const renderComments = (
  nodes: readonly CommentNode[],
  options: CommentListOptions,
  depth = 1,
): Html => html`${nodes.map((node) => renderNode(node, options, depth))}`;

function renderNode(
  { comment, replies }: CommentNode,
  options: CommentListOptions,
  depth: number,
): Html {
  const item = attributes({
    id: `comment-${comment.id}`,
    class: comment.state === 'pending' && 'pending',
  });
  const inner = replies.length > 0 && renderComments(replies, options, depth + 1);
  return depth < MAX_DEPTH
    ? html`<li${item}>${renderComment(comment, options)}${
        inner &&
        html`<ol>
          ${inner}
        </ol>`
      }</li>`
    : html`<li${item}>${renderComment(comment, options)}</li>${inner}`;
}

function renderComment(
  { id, author, publishedAt, body, lang, state }: Comment,
  { formatDate, say, canReply, markup }: CommentListOptions,
): Html {
  const name = tidyName(author.name) || say('anonymous');
  const page = safeUrl(author.url);
  const date = formatDate(publishedAt);
  const bdi = html`<bdi>${name}</bdi>`;
  return html`<article>
    <header>
      <cite class="comment-author"
        >${
          page ? html`<a href="${page}" rel="external nofollow ugc noopener">${bdi}</a>` : bdi
        }</cite
      >${
        date &&
        html` <a class="comment-permalink" href="#comment-${id}"
          ><time datetime="${publishedAt}">${date}</time></a
        >`
      }
    </header>
    ${state === 'pending' && html`<p class="pending-note">${say('pending')}</p>`}
    <div class="body" dir="auto" ${attributes({ lang })}>${markup?.has(id) ? new Html(markup.get(id) ?? '') : renderText(wordsOf(body))}</div>
    ${
      canReply &&
      html`<footer>
        <button type="button" class="reply" aria-label="${say('replyTo', { name })}">
          ${say('reply')}
        </button>
      </footer>`
    }
  </article>`;
}

/** HTML that nobody has read stays the text that it is. */
const wordsOf = (body: CommentBody): string =>
  'text' in body
    ? body.text
    : 'html' in body
      ? body.html
      : 'markdown' in body
        ? body.markdown
        : '';

/** Plain text as paragraphs: an empty line parts them, a single one breaks the line. */
function renderText(text: string): Html {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return html`${paragraphs.map(
    (paragraph) =>
      html`<p>${paragraph.split('\n').map((line, index) => [index > 0 && html`<br />`, line])}</p>`,
  )}`;
}
