import type {
  Block,
  Card,
  Definition,
  Embed,
  Image,
  List,
  LiveUpdate,
  Notice,
  Row,
  Table,
  Timeline,
  Video,
  Audio,
} from './block.js';
import type { Inline } from './inline.js';
import { bylineText } from './output.js';
import { mathText } from './plain.js';
import { providerName } from './providers.js';
import {
  bold,
  destination,
  escapeLabel,
  escapeLineStarts,
  escapeMarkdown,
  inlineMarkdown,
  longestRun,
  type LineContext,
} from './to-markdown-inline.js';

/** Writes blocks, an empty line between them. */
export function blocksMarkdown(blocks: readonly Block[], context: LineContext): string {
  let lists = 0;
  return join(
    ...blocks.map((block) => {
      // Two lists in a row would become one if they had the same marks.
      lists = block.type === 'list' ? lists + 1 : 0;
      return block.type === 'list' ? list(block, lists % 2 === 0, context) : one(block, context);
    }),
  );
}

export const join = (...parts: readonly (string | false | 0 | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string' && part.trim()).join('\n\n');

function one(block: Block, context: LineContext): string {
  const inside = (children: readonly Block[]) => blocksMarkdown(children, context);
  const text = (inlines: readonly Inline[] | undefined) => paragraph(inlines, context);
  switch (block.type) {
    case 'paragraph':
      return text(block.children);
    case 'heading':
      return heading(block.level, block.children, context);
    case 'list':
      return list(block, false, context);
    case 'blockquote':
      return quote(join(inside(block.children), source(block, context)));
    case 'pullquote':
      return quote(join(inside(block.children), source(block, context)));
    case 'image':
      return image(block, context);
    case 'gallery':
      return join(...block.images.map((one) => image(one, context)), text(block.caption));
    case 'comparison':
      return join(image(block.before, context), image(block.after, context), text(block.caption));
    case 'video':
    case 'audio':
      return media(block, context);
    case 'embed':
      return embed(block, context);
    case 'table':
      return table(block, context);
    case 'code':
      return join(code(block.text, block.language), text(block.caption));
    case 'math-block':
      return plainParagraph(mathText(block.children));
    case 'thematic-break':
      return '___';
    case 'factbox':
      return quote(join(title(block.title, context), inside(block.children)));
    case 'big-number':
      return join(bold(escapeMarkdown(block.number)), text(block.children));
    case 'timeline':
      return timeline(block, context);
    case 'details':
      return join(heading(3, block.summary, context), inside(block.children));
    case 'definition-list':
      return join(...block.items.map((item) => definition(item, context)));
    case 'figure':
      return join(inside(block.children), text(block.caption));
    case 'group':
    case 'unknown':
      return inside(block.children);
    case 'notice':
      return notice(block, context);
    case 'live-update':
      return update(block, context);
    case 'related':
      return related(block.items, block.title, context);
  }
}

/** Text of its own; breaks at its ends break nothing. */
export const paragraph = (inlines: readonly Inline[] | undefined, context: LineContext): string =>
  escapeLineStarts(withoutEdges(inlineMarkdown(inlines, context)));

/** Without space and breaks at both ends, each sign looked at once. */
function withoutEdges(text: string): string {
  let start = 0;
  let end = text.length;
  for (let step = 1; step && start < end; start += step)
    step = text.startsWith('\\\n', start) ? 2 : /\s/.test(text[start] ?? '') ? 1 : 0;
  for (let step = 1; step && start < end; end -= step)
    step = text.startsWith('\\\n', end - 2) ? 2 : /\s/.test(text[end - 1] ?? '') ? 1 : 0;
  return text.slice(start, Math.max(start, end));
}

const plainParagraph = (text: string | undefined): string =>
  escapeLineStarts(escapeMarkdown(text ?? '').trim());

/** The same in one line, bold. */
const title = (inlines: readonly Inline[] | undefined, context: LineContext): string =>
  bold(inlineMarkdown(inlines, { ...context, oneLine: true }));

function heading(level: number, inlines: readonly Inline[], context: LineContext): string {
  const text = inlineMarkdown(inlines, { ...context, oneLine: true }).trim();
  const marks = '#'.repeat(Math.min(6, Math.max(2, Math.round(level) || 2)));
  // Signs at its end would be taken for marks as well.
  return text && `${marks} ${text.replace(/#{1,100}$/, (run) => run.replaceAll('#', '\\#'))}`;
}

const quote = (text: string): string =>
  text ? text.replace(/^/gm, '> ').replace(/^> $/gm, '>') : '';

/** Text behind a mark, its other lines under its first. */
export const hang = (mark: string, text: string, indent = mark.length): string =>
  (mark + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`)).trimEnd();

function list(
  { ordered, start = 1, items }: List,
  isSecond: boolean,
  context: LineContext,
): string {
  const isTight = items.every(
    ({ children: [, ...rest] }) => rest.every(({ type }) => type === 'list') && rest.length < 2,
  );
  return items
    .map(({ children }, index) => {
      const number = Math.max(0, Math.round(start) || 0) + index;
      const mark = ordered ? `${number}${isSecond ? ')' : '.'} ` : isSecond ? '* ' : '- ';
      const text = blocksMarkdown(children, context);
      return hang(mark, isTight ? text.replace(/\n\n(?=(?:[-*]|\d+[.)]) )/, '\n') : text);
    })
    .join(isTight ? '\n' : '\n\n');
}

/** Who said it, and where. */
function source(
  block: Extract<Block, { type: 'blockquote' | 'pullquote' }>,
  context: LineContext,
): string {
  const url = block.type === 'blockquote' ? context.output.link(block.url) : undefined;
  const said: readonly Inline[] = block.source?.length ? block.source : url ? [url] : [];
  if (!said.length) return '';
  return `— ${inlineMarkdown(url ? [{ type: 'link', url, children: said }] : said, context)}`;
}

/** A picture, and under it what is said of it. */
function image(picture: Image, context: LineContext): string {
  const { alt, caption, credit, licence, licenceUrl, provenance } = picture;
  const src = context.output.picture(picture.src);
  const url = context.output.link(picture.url);
  const shown = src ? `![${escapeLabel(alt)}](${destination(src)})` : plainParagraph(alt);
  const terms = context.output.link(licenceUrl);
  const rest: readonly Inline[] = [
    ...(credit ? [credit] : []),
    ...(licence && terms ? [{ type: 'link', url: terms, children: [licence] } as const] : []),
    ...(licence && !terms ? [licence] : []),
    ...(provenance ? [provenance] : []),
  ];
  return join(
    src && url ? `[${shown}](${destination(url)})` : shown,
    paragraph(caption, context),
    paragraph(
      rest.flatMap((part, index) => (index ? [' · ', part] : [part])),
      context,
    ),
  );
}

const link = (url: string | undefined, label: string): string =>
  url ? `[${escapeLabel(label)}](${destination(url)})` : plainParagraph(label);

function media(block: Video | Audio, context: LineContext): string {
  const { output } = context;
  const file = block.files.map(({ src }) => output.link(src)).find(Boolean);
  const label =
    block.title || (file ? output.say(block.type === 'video' ? 'watch' : 'listen') : '');
  return join(
    link(file, label || file || ''),
    paragraph(block.caption, context),
    plainParagraph(block.credit),
    block.transcript?.length &&
      join(
        bold(escapeMarkdown(output.say('transcript'))),
        blocksMarkdown(block.transcript, context),
      ),
  );
}

function embed(
  { provider, title: name, url, children, caption }: Embed,
  context: LineContext,
): string {
  const { output } = context;
  const address = output.link(url);
  const label = name || output.say('openOn', { provider: providerName(provider) }) || address || '';
  return join(blocksMarkdown(children, context), link(address, label), paragraph(caption, context));
}

/** GFM's table has one row of heads, and cells that span nothing: what spans leaves empty ones. */
function table({ caption, head, body, foot }: Table, context: LineContext): string {
  const grid = gridOf([...head, ...body, ...foot], context);
  const width = Math.max(0, ...grid.map(({ length }) => length));
  if (!width) return paragraph(caption, context);
  const line = (cells: readonly (string | undefined)[]) =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const rows = head.length ? grid : [[], ...grid];
  const [first = [], ...rest] = rows.map(line);
  const rule = `|${' --- |'.repeat(width)}`;
  return join(paragraph(caption, context), [first, rule, ...rest].flat().join('\n'));
}

function gridOf(rows: readonly Row[], context: LineContext): (string | undefined)[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  rows.forEach(({ cells }, top) => {
    const row = grid[top] ?? [];
    let column = 0;
    for (const { children, header, columns = 1, rows: tall = 1 } of cells) {
      while (row[column] !== undefined) column++;
      const text = inlineMarkdown(children, { ...context, oneLine: true }).trim();
      for (let down = 0; down < Math.min(tall, rows.length - top); down++)
        for (let right = 0; right < Math.min(columns, 100); right++)
          (grid[top + down] ?? [])[column + right] = '';
      row[column] = header && top > 0 ? bold(text) : text;
    }
  });
  return grid;
}

function code(text: string, language: string | undefined): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${(language ?? '').replace(/[^\w+#.-]/g, '')}\n${text}\n${fence}`;
}

/** A list of what happened; its items are written as any list's. */
function timeline({ title: name, events }: Timeline, context: LineContext): string {
  const { formatDate } = context.output;
  return join(
    title(name, context),
    events
      .map(({ date, datetime, title: what, children }) =>
        hang(
          '- ',
          join(
            bold(escapeMarkdown(date || (datetime && formatDate(datetime)) || '')),
            title(what, context),
            blocksMarkdown(children, context),
          ),
        ),
      )
      .join('\n\n'),
  );
}

const definition = ({ terms, descriptions }: Definition, context: LineContext): string =>
  join(
    terms.map(({ children }) => title(children, context)).join('\\\n'),
    descriptions.map(({ children }) => hang('- ', blocksMarkdown(children, context))).join('\n\n'),
  );

function notice({ kind, datetime, children }: Notice, context: LineContext): string {
  const { say, formatDate } = context.output;
  const label = [kind !== 'note' && say(kind), datetime && formatDate(datetime)];
  return quote(
    join(bold(escapeMarkdown(label.filter(Boolean).join(' '))), blocksMarkdown(children, context)),
  );
}

function update(block: LiveUpdate, context: LineContext): string {
  const { headline, published, authors, byline, children } = block;
  const said = [
    published && context.output.formatDate(published),
    bylineText({ authors, byline }, context.output),
  ];
  return join(
    heading(2, headline ?? [], context),
    plainParagraph(said.filter(Boolean).join(' · ')),
    blocksMarkdown(children, context),
  );
}

/** Other stories, as a list of links. */
export function related(
  items: readonly Card[],
  name: readonly Inline[] | undefined,
  context: LineContext,
): string {
  const over: readonly Inline[] = name?.length ? name : [context.output.say('related')];
  return join(
    heading(2, over, context),
    items
      .map(({ headline, url, kicker, standfirst, image: picture }) =>
        hang(
          '- ',
          join(
            plainParagraph(kicker),
            link(context.output.link(url), headline),
            plainParagraph(standfirst),
            picture && image(picture, context),
          ),
        ),
      )
      .join('\n\n'),
  );
}
