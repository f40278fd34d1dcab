import type { Article, Note } from './article.js';
import type { Block, Notice, Paragraph } from './block.js';
import { nested, renderContents } from './contents.js';
import { renderHeader } from './header.js';
import { attributes, html, joined, type Html } from './html.js';
import { inlineText } from './plain.js';
import { renderBlock, renderBlocks, renderLead, renderOne } from './render-block.js';
import { idIn, markId, renderInlines, tag, type WriteOptions } from './render-inline.js';
import { inBlogs, renderAuthors, renderTimes } from './render-live.js';
import { renderRelated } from './render-onward.js';
import { lettersIn } from './repeated.js';
import { slugIn } from './slug.js';

/** Writes a whole story: the tag around it and everything inside. */
export const writeArticle = (article: Article, options: WriteOptions): Html =>
  tag('news-article', options, ownAttributes(article), html`\n${writeStory(article, options)}\n`);

/** What the tag around a story says of it. */
export const ownAttributes = ({ lang, dir, design }: Article) => ({ lang, dir, design });

/** Writes what stands inside a `news-article`. */
export const writeStory = (article: Article, options: WriteOptions): Html =>
  html`${joined(storyParts(article, options), '\n')}`;

/** The same piece by piece, in the order in which it is read: a stream need not wait for the end. */
export function* storyParts(article: Article, given: WriteOptions): Generator<Html> {
  let letters: string | undefined;
  // First what is new, then the copy: engines are slow to add to a copied object.
  const options: WriteOptions = {
    marks: new Map(),
    letters: () => (letters ??= lettersIn(article.body)),
    ...given,
  };
  const { lead, notes, corrections, related } = article;
  const { parts: list, body } = options.contents
    ? partsOf(article.body, options)
    : { parts: [], body: article.body };
  const isFirst = ({ kind }: Notice) => kind === 'sponsored' || kind === 'ai';
  const parts: (Html | false | undefined)[] = [
    writeHeader(article, options),
    renderAuthors(article, options),
    renderTimes(article, options),
    options.readingTime !== undefined &&
      tag(
        'reading-time',
        options,
        {},
        options.say('readingTime', { count: String(options.readingTime) }),
      ),
    ...corrections.filter(isFirst).map((notice) => renderBlock(notice, options)),
    lead && renderLead(lead, options),
    list.length > 1 &&
      tag(
        'article-contents',
        options,
        {},
        renderContents(nested(list), { title: options.say('contents') }),
      ),
  ];
  for (const part of parts) if (part) yield part;
  yield* writeBody(body, article.dateline, options);
  for (const notice of corrections) if (!isFirst(notice)) yield renderBlock(notice, options);
  if (notes.length) yield writeNotes(notes, options);
  if (related.length) yield renderRelated(related, [options.say('related')], options);
}

function writeHeader(
  { headline, kicker, series, section, standfirst }: Article,
  options: WriteOptions,
): Html | false {
  const over = kicker ? { name: kicker } : section;
  if (!headline && !over?.name && !series && !standfirst?.length) return false;
  const inner = renderHeader({
    headline,
    kicker: over?.name,
    kickerUrl: over?.url,
    series: series?.name,
    seriesUrl: series?.url,
    standfirst: standfirst?.length ? renderInlines(standfirst, options) : undefined,
  });
  return tag('article-header', options, {}, inner);
}

/** The parts of a story, and the story with ids for them. */
function partsOf(body: readonly Block[], options: WriteOptions) {
  const taken = new Set<string>();
  const parts: { id: string; text: string; level: number }[] = [];
  const named = body.map((block) => {
    if (block.type !== 'heading' || block.level > 3) return block;
    const text = inlineText(block.children);
    const id = block.id ?? slugIn(taken, text);
    parts.push({ id: idIn(options, id), text, level: block.level });
    return { ...block, id };
  });
  return { parts, body: named };
}

/** The text; the place where it was written goes before its first words. */
function* writeBody(
  body: readonly Block[],
  dateline: string | undefined,
  options: WriteOptions,
): Generator<Html> {
  const first = dateline
    ? body.find((block): block is Paragraph => block.type === 'paragraph')
    : undefined;
  const place = dateline && html`<span class="dateline">${dateline}</span>`;
  if (place && !first) yield html`<p>${place}</p>`;
  for (const block of inBlogs(body)) {
    yield block === first
      ? html`<p>${place} — ${renderInlines(first.children, options)}</p>`
      : renderOne(block, options);
  }
}

function writeNotes(notes: readonly Note[], options: WriteOptions): Html {
  return html`<section class="notes" role="doc-endnotes"><h2>${options.say('notes')}</h2><ol>${notes.map(
    (note) => writeNote(note, options),
  )}</ol></section>`;
}

/** A note, and ways back to all places that lead to it. */
function writeNote({ id, kind, children }: Note, options: WriteOptions): Html {
  const [first, ...rest] = children;
  const words =
    first?.type === 'paragraph' && !rest.length
      ? renderInlines(first.children, options)
      : renderBlocks(children, options);
  const own = attributes({
    id: idIn(options, `note-${id}`),
    class: kind && kind !== 'footnote' && `note-${kind}`,
  });
  const back = Array.from({ length: options.marks?.get(id) ?? 0 }, (_, index) => {
    const number = index > 0 && index + 1;
    const label = [options.say('backToText'), number].filter(Boolean).join(' ');
    return html` <a class="note-back" href="#${markId(options, id, index + 1)}" role="doc-backlink" aria-label="${label}">↩${number}</a>`;
  });
  return html`<li${own}>${words}${back}</li>`;
}
