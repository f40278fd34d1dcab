import { select } from '../kit/define.js';
import { languageOf, localeOf } from '../kit/language.js';

/** A passage of a story as it is read out: a paragraph, a heading, an item of a list. */
export interface Passage {
  readonly element: Element;
  readonly locale: string;
  readonly text: string;
  /** Where each of its text nodes begins in the text. */
  readonly nodes: readonly { readonly node: Text; readonly at: number }[];
}
/** What is spoken in one breath: a sentence, or a part of a long one. */
export interface Piece {
  readonly passage: Passage;
  /** The place of the passage among all. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** The whole sentence that it belongs to. */
  readonly sentence: { readonly start: number; readonly end: number };
}

/** What nobody wants to hear: captions, notes and their marks, code, embeds, comments, what is said twice. */
const TAGS =
  'article-tools article-time article-pullquote article-embed article-gallery article-compare article-video article-audio article-contents article-card related-articles reading-time reading-progress comment-thread comment-form comment-count';
const SKIPPED = [
  ...TAGS.split(' ').map(select),
  'figure, pre, math, svg, iframe, object, video, audio, canvas, dialog, nav, form, button, input',
  'select, textarea, script, style, template, noscript, rt, rp, .kicker, .note-reference, .notes',
  ...['noteref', 'backlink', 'endnotes', 'footnote'].map((role) => `[role=doc-${role}]`),
  '[role=note], [popover], [hidden], [inert], [aria-hidden=true]',
].join();
const PASSAGE =
  'p, h1, h2, h3, h4, h5, h6, li, dt, dd, tr, caption, blockquote, summary, footer, address, div, section, aside, article, header';

/** What of a story is read out, in order. */
export function passagesOf(story: Element): Passage[] {
  const walker = document.createTreeWalker(story, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element && (node.matches(SKIPPED) || isUnseen(node))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  const found: { element: Element; text: string; nodes: { node: Text; at: number }[] }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let last = found.at(-1);
    if (node instanceof Element) {
      // A break, and the next cell of a row, part words that nothing else parts.
      if (node.matches('br, td, th') && last?.element.contains(node))
        last.text += node.matches('br') ? ' ' : ', ';
      continue;
    }
    const element = node.parentElement?.closest(PASSAGE) ?? story;
    if (last?.element !== element) found.push((last = { element, text: '', nodes: [] }));
    last.nodes.push({ node: node as Text, at: last.text.length });
    last.text += (node as Text).data.replace(/\s/g, ' ');
  }
  return found
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map((passage) => ({ ...passage, locale: localeOf(languageOf(passage.element)) }));
}

const isUnseen = (element: Element): boolean =>
  'checkVisibility' in element && !element.checkVisibility();

/** Chromium falls silent in an utterance of more than a quarter of a minute. */
const LONGEST = 180;

/** The passages in pieces that are short enough to be spoken at once. */
export function piecesOf(passages: readonly Passage[]): Piece[] {
  return passages.flatMap((passage, index) =>
    sentencesIn(passage).flatMap((sentence) =>
      breathsIn(passage.text, sentence).map((piece) => ({ ...piece, passage, index, sentence })),
    ),
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function sentencesIn({ text, locale }: Passage): Span[] {
  const found =
    'Segmenter' in Intl
      ? [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].map(
          ({ index, segment }) => ({ start: index, end: index + segment.length }),
        )
      : [...text.matchAll(/[^.!?…。！？]+[.!?…。！？]*/gu)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
        }));
  return found.map((span) => trimmed(text, span)).filter(({ start, end }) => start < end);
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  };
}

/** A sentence, parted after a comma or between words where it is long. */
function breathsIn(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let at = start;
  while (end - at > LONGEST) {
    const part = text.slice(at, at + LONGEST);
    const comma = Math.max(
      ...[', ', '; ', ': ', '– ', '— ', '、'].map((sign) => part.lastIndexOf(sign)),
    );
    const cut = comma > LONGEST / 3 ? comma + 1 : part.lastIndexOf(' ');
    const next = at + (cut > 0 ? cut : LONGEST);
    spans.push(trimmed(text, { start: at, end: next }));
    at = next;
  }
  spans.push(trimmed(text, { start: at, end }));
  return spans.filter((span) => span.start < span.end);
}

/** A part of a passage in the page; nothing when the page has changed under it. */
export function rangeOf(passage: Passage, { start, end }: Span): Range | undefined {
  const [from, to] = [pointIn(passage, start), pointIn(passage, end)];
  if (!from?.node.isConnected || !to?.node.isConnected) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.at);
  range.setEnd(to.node, to.at);
  return range;
}

function pointIn({ nodes }: Passage, offset: number): { node: Text; at: number } | undefined {
  const { node, at } = [...nodes].reverse().find((one) => one.at <= offset) ?? {};
  return node && { node, at: Math.min(offset - (at ?? 0), node.length) };
}
