import { articleOf, type Article, type ArticleResult } from '../content/article.js';
import type { Block } from '../content/block.js';
import { MAX_HTML, textIn } from '../content/nodes.js';
import { readBlocks, readStory } from '../content/read-html.js';
import { readInlines, trimInlines } from '../content/read-inline.js';
import { clean } from '../content/schema.js';
import { sourceOf, type ArticleFormat, type ReadTools } from './article-source.js';
import { addressOf, detailsOf, textOf } from './markdown-details.js';
import { takeFrontMatter } from './markdown-front-matter.js';
import { tokensOf } from './markdown-lexer.js';
import { blockNodes, bounded, inlineNodes, type NodesContext } from './markdown-nodes.js';
import { takeNotes, type WrittenNote } from './markdown-notes.js';

/** A story in Markdown (CommonMark with GitHub's tables and lists, and notes), with YAML over it. */
export const markdown: ArticleFormat = {
  name: 'markdown',
  recognises: (data) => typeof data === 'string' && data.trim() !== '' && !isMarkup(data),
  read: readMarkdown,
};

/** Markdown: `src` is the address of the file. */
export const articles = sourceOf(markdown);

/** Whether a text is a page or a feed. HTML alone may be a part of Markdown. */
const isMarkup = (text: string): boolean =>
  /^\s*<(?:\?xml|!doctype|html|head|body|rss|feed|rdf:rdf)[\s>]/i.test(text.slice(0, 1000));

function readMarkdown(data: unknown, tools: ReadTools): ArticleResult {
  if (typeof data !== 'string')
    return { article: articleOf({}), problems: [{ path: '', message: 'is no text' }] };
  const isCut = data.length > MAX_HTML;
  const whole = clean(data.slice(0, MAX_HTML)).replace(/\r\n?/g, '\n');
  const { front, text } = takeFrontMatter(whole);
  const story = readText(text, front, tools);
  const end: Block[] = isCut ? [{ type: 'notice', kind: 'cut', children: [] }] : [];
  return {
    article: articleOf({
      ...detailsOf(front, tools.base),
      ...story,
      body: [...story.body, ...end],
    }),
    problems: isCut ? [{ path: '', message: 'is too long; the rest is left out' }] : [],
  };
}

/** What the text gives: body, notes, and the headline where none is said over it. */
function readText(
  written: string,
  front: unknown,
  tools: ReadTools,
): Pick<Article, 'headline' | 'standfirst' | 'body' | 'notes'> {
  const { parseHtml } = tools;
  const base = addressOf(front, tools.base) ?? tools.base;
  const { text, notes } = takeNotes(written);
  const under =
    textOf(front, 'standfirst', 'subtitle', 'dek', 'description', 'summary', 'excerpt') ?? '';
  const read = tokensOf(
    text,
    notes.map((note) => note.text),
    [under],
  );
  const numbers = numbersOf(notes);
  const flat: NodesContext = { parseHtml, notes: numbers, lower: 0 };

  const all = read.tokens.filter(({ type }) => type !== 'space' && type !== 'def');
  const [first, ...others] = all;
  const title = textOf(front, 'title', 'headline');
  const said =
    first?.type === 'heading' && first.depth === 1
      ? textIn(inlineNodes(first.tokens, flat))
      : undefined;
  // The first heading is the headline, unless another one is said over the text.
  const isHeadline = said !== undefined && (!title || title === said);
  const body = isHeadline ? others : all;
  const isTop = body.some((token) => token.type === 'heading' && token.depth === 1);
  const context = { ...flat, lower: isTop ? 1 : 0 };

  const story = readStory(bounded(blockNodes(body, context)), { base });
  const numbered = new Map<number, Block[]>();
  read.asides.forEach((tokens, index) => {
    const number = numbers.get(notes[index]?.label ?? '') ?? 0;
    const blocks = readBlocks(bounded(blockNodes(tokens, context)), { base });
    numbered.set(number, [...(numbered.get(number) ?? []), ...blocks]);
  });
  const standfirst = read.lines.flatMap((tokens) =>
    trimInlines(readInlines(bounded(inlineNodes(tokens, flat)), { base })),
  );
  return {
    headline: title ?? said ?? '',
    ...(standfirst.length && { standfirst }),
    body: story.body,
    notes: [
      ...[...numbered].map(([number, children]) => ({ id: String(number), children })),
      ...story.notes,
    ],
  };
}

/** Notes are numbered in the order in which they are written. */
function numbersOf(notes: readonly WrittenNote[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { label } of notes) if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
  return numbers;
}
