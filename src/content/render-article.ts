import type { Article, Note } from './article.js';
import type { Block } from './block.js';
import { attributes, html, type Html } from './html.js';
import {
  renderAuthors,
  renderBlock,
  renderBlocks,
  renderNotice,
  renderRelated,
  renderTimes,
} from './render-block.js';
import { idIn, renderInlines, tag, type WriteOptions } from './render-inline.js';

/** Writes a whole story: the tag around it and everything inside. */
export function writeArticle(article: Article, options: WriteOptions): Html {
  const { lang, dir, design } = article;
  return tag(
    'news-article',
    options,
    { lang, dir, design },
    html`\n${writeStory(article, options)}\n`,
  );
}

/** Writes what stands inside a `news-article`, in the order in which it is read. */
export function writeStory(article: Article, options: WriteOptions): Html {
  const { lead, notes, corrections, related } = article;
  const first = corrections.filter(({ kind }) => kind === 'sponsored' || kind === 'ai');
  const last = corrections.filter((notice) => !first.includes(notice));
  return lines(
    writeHeader(article, options),
    renderAuthors(article, options),
    renderTimes(article, options),
    ...first.map((notice) => renderNotice(notice, options)),
    lead &&
      renderBlock(
        lead.type === 'image' && !lead.placement ? { ...lead, placement: 'wide' } : lead,
        options,
      ),
    writeBody(article, options),
    ...last.map((notice) => renderNotice(notice, options)),
    notes.length > 0 && writeNotes(notes, options),
    related.length > 0 && renderRelated(related, undefined, options),
  );
}

const lines = (...parts: readonly (Html | false | undefined)[]): Html =>
  html`${parts.filter(Boolean).map((part, index) => [index > 0 && '\n', part])}`;

function writeHeader(
  { headline, kicker, series, section, standfirst }: Article,
  options: WriteOptions,
): Html | false {
  const over = kicker || series?.name || section?.name;
  if (!headline && !over && !standfirst?.length) return false;
  return tag(
    'article-header',
    options,
    {},
    html`${over && html`<p class="kicker">${over}</p>`}${headline && html`<h1>${headline}</h1>`}${
      standfirst?.length && html`<p class="standfirst">${renderInlines(standfirst, options)}</p>`
    }`,
  );
}

/** The text; the place where it was written goes before its first words. */
function writeBody({ body, dateline }: Article, options: WriteOptions): Html {
  const [first, ...rest] = body;
  if (!dateline) return renderBlocks(body, options);
  const place = html`<span class="dateline">${dateline}</span>`;
  return first?.type === 'paragraph'
    ? lines(
        html`<p>${place} — ${renderInlines(first.children, options)}</p>`,
        renderBlocks(rest, options),
      )
    : lines(html`<p>${place}</p>`, renderBlocks(body, options));
}

function writeNotes(notes: readonly Note[], options: WriteOptions): Html {
  return html`<section class="notes" role="doc-endnotes"><h2>${options.say('notes')}</h2><ol>${notes.map(
    ({ id, children }) => writeNote(id, children, options),
  )}</ol></section>`;
}

function writeNote(id: string, children: readonly Block[], options: WriteOptions): Html {
  const own = attributes({ id: idIn(options, `note-${id}`) });
  return html`<li${own}>${renderBlocks(children, options)} <a class="note-back" href="#${idIn(options, `ref-${id}`)}" role="doc-backlink" aria-label="${options.say('backToText')}">↩</a></li>`;
}
