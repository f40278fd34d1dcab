import type { Article, Note } from './article.js';
import type { Block, Notice } from './block.js';
import { attributes, html, type Html } from './html.js';
import { renderBlock, renderBlocks, renderLead } from './render-block.js';
import { idIn, renderInlines, tag, type WriteOptions } from './render-inline.js';
import { renderAuthors, renderTimes } from './render-live.js';
import { renderRelated } from './render-onward.js';

/** Writes a whole story: the tag around it and everything inside. */
export const writeArticle = (article: Article, options: WriteOptions): Html =>
  tag('news-article', options, ownAttributes(article), html`\n${writeStory(article, options)}\n`);

/** What the tag around a story says of it. */
export const ownAttributes = ({ lang, dir, design }: Article) => ({ lang, dir, design });

/** Writes what stands inside a `news-article`. */
export const writeStory = (article: Article, options: WriteOptions): Html =>
  html`${[...storyParts(article, options)].map((part, index) => [index > 0 && '\n', part])}`;

/** The same piece by piece, in the order in which it is read: a stream need not wait for the end. */
export function* storyParts(article: Article, options: WriteOptions): Generator<Html> {
  const { lead, notes, corrections, related } = article;
  const isFirst = ({ kind }: Notice) => kind === 'sponsored' || kind === 'ai';
  const parts: (Html | false | undefined)[] = [
    writeHeader(article, options),
    renderAuthors(article, options),
    renderTimes(article, options),
    ...corrections.filter(isFirst).map((notice) => renderBlock(notice, options)),
    lead && renderLead(lead, options),
  ];
  for (const part of parts) if (part) yield part;
  yield* writeBody(article, options);
  for (const notice of corrections) if (!isFirst(notice)) yield renderBlock(notice, options);
  if (notes.length) yield writeNotes(notes, options);
  if (related.length) yield renderRelated(related, [options.say('related')], options);
}

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
function* writeBody({ body, dateline }: Article, options: WriteOptions): Generator<Html> {
  let place: Html | undefined = dateline
    ? html`<span class="dateline">${dateline}</span>`
    : undefined;
  for (const block of body) {
    if (place && block.type === 'paragraph') {
      yield html`<p>${place} — ${renderInlines(block.children, options)}</p>`;
    } else {
      if (place) yield html`<p>${place}</p>`;
      yield renderBlock(block, options);
    }
    place = undefined;
  }
  if (place) yield html`<p>${place}</p>`;
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
