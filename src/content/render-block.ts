import type { Article } from './article.js';
import type { Block, List, ListItem, LiveUpdate } from './block.js';
import { attributes, html, joined, type Html } from './html.js';
import type { Inline } from './inline.js';
import { idIn, renderInlines, renderMath, type WriteOptions } from './render-inline.js';
import { inBlogs, renderLiveBlog, renderNotice, renderUpdate } from './render-live.js';
import {
  renderComparison,
  renderEmbed,
  renderFigure,
  renderGallery,
  renderImage,
  renderMedia,
} from './render-media.js';
import {
  renderBigNumber,
  renderFactbox,
  renderPullquote,
  renderQuote,
  renderTable,
  renderTimeline,
} from './render-notes.js';
import { renderRelated } from './render-onward.js';

/** Writes blocks, one on a line. */
export const renderBlocks = (blocks: readonly Block[], options: WriteOptions): Html =>
  html`${joined(
    inBlogs(blocks).map((one) => renderOne(one, options)),
    '\n',
  )}`;

/** A block, or a live blog of several. */
export const renderOne = (one: Block | readonly LiveUpdate[], options: WriteOptions): Html =>
  'type' in one
    ? renderBlock(one, options)
    : renderLiveBlog(one, options, (children) => renderBlocks(children, options));

/** Writes one block: HTML that is complete without a script, in the tags that enhance it. */
export function renderBlock(block: Block, options: WriteOptions): Html {
  const inside = (children: readonly Block[]) => renderBlocks(children, options);
  const text = (inlines: readonly Inline[] | undefined) => renderInlines(inlines, options);
  switch (block.type) {
    case 'paragraph':
      return html`<p>${text(block.children)}</p>`;
    case 'heading': {
      const name = `h${Math.min(6, Math.max(2, Math.round(block.level) || 2))}`;
      return html`<${name}${attributes({ id: block.id && idIn(options, block.id) })}>${text(block.children)}</${name}>`;
    }
    case 'list':
      return renderList(block, options);
    case 'blockquote':
      return renderQuote(block, options, inside);
    case 'pullquote':
      return renderPullquote(block, options, inside);
    case 'image':
      return renderImage(block, options);
    case 'gallery':
      return renderGallery(block, options);
    case 'comparison':
      return renderComparison(block, options);
    case 'video':
    case 'audio':
      return renderMedia(block, options, inside);
    case 'embed':
      return renderEmbed(block, options, inside);
    case 'table':
      return renderTable(block, options);
    case 'code': {
      const code = html`<pre tabindex="0"${attributes({ 'data-language': block.language })}><code${attributes({ class: block.language && `language-${block.language}` })}>${block.text}</code></pre>`;
      return block.caption?.length ? renderFigure(code, block.caption, options) : code;
    }
    case 'math-block':
      return renderMath(block.children, 'block');
    case 'thematic-break':
      return html`<hr${attributes({ class: block.look })}>`;
    case 'factbox':
      return renderFactbox(block, options, inside);
    case 'big-number':
      return renderBigNumber(block, options);
    case 'timeline':
      return renderTimeline(block, options, inside);
    case 'details':
      return html`<details><summary>${text(block.summary)}</summary>${inside(block.children)}</details>`;
    case 'definition-list':
      return html`<dl>${block.items.map(
        ({ terms, descriptions }) =>
          html`${terms.map((term) => html`<dt>${text(term.children)}</dt>`)}${descriptions.map((item) => html`<dd>${renderItem(item, options)}</dd>`)}`,
      )}</dl>`;
    case 'figure':
      return renderFigure(inside(block.children), block.caption, options);
    case 'group':
    case 'unknown':
      return inside(block.children);
    case 'notice':
      return renderNotice(block, options, inside);
    case 'live-update':
      return renderUpdate(block, options, inside);
    case 'related':
      return renderRelated(block.items, block.title, options);
  }
}

/** What stands over the text: a picture there is wide, and the first that the reader waits for. */
export const renderLead = (lead: NonNullable<Article['lead']>, options: WriteOptions): Html =>
  lead.type === 'image'
    ? renderImage({ ...lead, placement: lead.placement ?? 'wide' }, options, true)
    : renderBlock(lead, options);

function renderList({ ordered, start, items }: List, options: WriteOptions): Html {
  const name = ordered ? 'ol' : 'ul';
  const own = attributes({ start: ordered && start !== undefined && start !== 1 && start });
  return html`<${name}${own}>${items.map((item) => html`<li>${renderItem(item, options)}</li>`)}</${name}>`;
}

/** An item whose only paragraph comes first is written without one, as people write lists. */
function renderItem({ children }: ListItem, options: WriteOptions): Html {
  const [first, ...rest] = children;
  const isTight = first?.type === 'paragraph' && !rest.some(({ type }) => type === 'paragraph');
  return isTight
    ? html`${renderInlines(first.children, options)}${renderBlocks(rest, options)}`
    : renderBlocks(children, options);
}
