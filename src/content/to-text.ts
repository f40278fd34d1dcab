import type { Article } from './article.js';
import type { Block, Card, Image, List, Notice, Table, Timeline } from './block.js';
import { bylineText, outputOf, type Output, type OutputOptions } from './output.js';
import { inlineText, mathText } from './plain.js';
import { countWords, minutesToRead } from './reading-time.js';
import { providerName } from './providers.js';

export interface ToTextOptions extends OutputOptions {
  /** Whether headline, standfirst and names come first. Default: yes. */
  readonly header?: boolean | undefined;
  /**
   * Whether what stands beside the text is said too: pictures, media, pull quotes, notes, other
   * stories. Default: yes.
   */
  readonly beside?: boolean | undefined;
}

/** Writes a story as plain text, to be read aloud or searched: an empty line between blocks. */
export function toText(article: Article, options: ToTextOptions = {}): string {
  const write = new Writer(outputOf(article, options), options.beside ?? true);
  const { header = true, beside = true } = options;
  const { lead, corrections, notes, related } = article;
  return parts(
    ...(header ? write.header(article) : []),
    ...(beside ? corrections.filter(isFirst).map((one) => write.block(one)) : []),
    lead && write.block(lead),
    write.body(article),
    ...(beside ? corrections.filter((one) => !isFirst(one)).map((one) => write.block(one)) : []),
    ...(beside ? write.notes(notes) : []),
    related.length > 0 && write.block({ type: 'related', items: related }),
  );
}

/** What a reader must know before the text comes first. */
const isFirst = ({ kind }: Notice): boolean => kind === 'sponsored' || kind === 'ai';

type Text = string | false | 0 | undefined;
const parts = (...texts: readonly Text[]): string =>
  texts.filter((text) => text && text.trim()).join('\n\n');
const lines = (...texts: readonly Text[]): string =>
  texts.filter((text) => text && text.trim()).join('\n');

class Writer {
  readonly #output: Output;
  readonly #beside: boolean;

  constructor(output: Output, beside: boolean) {
    this.#output = output;
    this.#beside = beside;
  }

  header(article: Article): Text[] {
    const { kicker, series, section, headline, standfirst, published, updated } = article;
    const { formatDate, say } = this.#output;
    const first = published && formatDate(published);
    const second = updated && updated !== published && formatDate(updated);
    return [
      kicker || series?.name || section?.name,
      headline,
      inlineText(standfirst, '\n'),
      lines(
        bylineText(article, this.#output),
        [first, second && `${say('updated')} ${second}`.trim()].filter(Boolean).join(' · '),
      ),
    ];
  }

  /** The place where a story was written goes before its first words. */
  body({ body, dateline }: Article): string {
    if (!dateline) return this.blocks(body);
    const [first, ...rest] = body;
    return first?.type === 'paragraph'
      ? parts(`${dateline} — ${this.block(first)}`, this.blocks(rest))
      : parts(dateline, this.blocks(body));
  }

  notes(notes: Article['notes']): Text[] {
    if (!notes.length) return [];
    return [
      this.#output.say('notes'),
      ...notes.map(({ id, kind, children }) =>
        hang(kind === 'term' ? '' : `[${id}] `, this.blocks(children)),
      ),
    ];
  }

  blocks(blocks: readonly Block[]): string {
    return parts(...blocks.map((block) => this.block(block)));
  }

  block(block: Block): string {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return inlineText(block.children, '\n');
      case 'list':
        return this.#list(block);
      case 'blockquote':
        return parts(this.blocks(block.children), source(block.source));
      case 'pullquote':
        return this.#aside(() => parts(this.blocks(block.children), source(block.source)));
      case 'image':
        return this.#aside(() => pictureText(block));
      case 'gallery':
        return this.#aside(() =>
          parts(...block.images.map(pictureText), inlineText(block.caption)),
        );
      case 'comparison':
        return this.#aside(() =>
          parts(pictureText(block.before), pictureText(block.after), inlineText(block.caption)),
        );
      case 'video':
      case 'audio':
        return this.#aside(() =>
          parts(
            lines(block.title, inlineText(block.caption), block.credit),
            block.transcript?.length &&
              parts(this.#output.say('transcript'), this.blocks(block.transcript)),
          ),
        );
      case 'embed':
        return this.#aside(() =>
          parts(
            this.blocks(block.children),
            lines(
              block.title || this.#output.say('openOn', { provider: providerName(block.provider) }),
              inlineText(block.caption),
            ),
          ),
        );
      case 'table':
        return tableText(block);
      case 'code':
        return parts(block.text, inlineText(block.caption));
      case 'math-block':
        return mathText(block.children);
      case 'thematic-break':
        return '* * *';
      case 'factbox':
        return parts(inlineText(block.title), this.blocks(block.children));
      case 'big-number':
        return lines(block.number, inlineText(block.children, '\n'));
      case 'timeline':
        return this.#timeline(block);
      case 'details':
        return parts(inlineText(block.summary), this.blocks(block.children));
      case 'definition-list':
        return parts(
          ...block.items.map(({ terms, descriptions }) =>
            lines(
              ...terms.map((term) => inlineText(term.children)),
              ...descriptions.map(({ children }) => hang('  ', this.blocks(children))),
            ),
          ),
        );
      case 'figure':
        return parts(this.blocks(block.children), inlineText(block.caption));
      case 'group':
      case 'unknown':
        return this.blocks(block.children);
      case 'notice':
        return this.#notice(block);
      case 'live-update':
        return parts(
          inlineText(block.headline),
          lines(
            block.published && this.#output.formatDate(block.published),
            bylineText(block, this.#output),
          ),
          this.blocks(block.children),
        );
      case 'related':
        return this.#aside(() =>
          parts(
            inlineText(block.title) || this.#output.say('related'),
            ...block.items.map(cardText),
          ),
        );
    }
  }

  /** What stands beside the text, where it is asked for. */
  #aside(write: () => string): string {
    return this.#beside ? write() : '';
  }

  #list({ ordered, start = 1, items }: List): string {
    return items
      .map(({ children }, index) => {
        const mark = ordered ? `${start + index}. ` : '- ';
        return hang(
          mark,
          tight(
            children.map((child) => this.block(child)),
            children,
          ),
        );
      })
      .join('\n');
  }

  #timeline({ title, events }: Timeline): string {
    return parts(
      inlineText(title),
      ...events.map(({ date, datetime, title: name, children }) =>
        parts(
          lines(date || (datetime && this.#output.formatDate(datetime)), inlineText(name)),
          this.blocks(children),
        ),
      ),
    );
  }

  #notice({ kind, datetime, children }: Notice): string {
    const { say, formatDate } = this.#output;
    const label = [kind !== 'note' && say(kind), datetime && formatDate(datetime)];
    return lines(label.filter(Boolean).join(' '), this.blocks(children));
  }
}

/** A list in an item follows its text at once; other blocks are set apart. */
const tight = (texts: readonly string[], blocks: readonly Block[]): string =>
  texts.reduce(
    (all, text, index) =>
      all && text ? `${all}${blocks[index]?.type === 'list' ? '\n' : '\n\n'}${text}` : all + text,
    '',
  );

/** Text after a mark, its further lines under its first. */
const hang = (mark: string, text: string): string =>
  mark + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);

const source = (inlines: Parameters<typeof inlineText>[0]): string => {
  const said = inlineText(inlines);
  return said && `— ${said}`;
};

const pictureText = ({ alt, caption, credit, licence, provenance }: Image): string =>
  lines(alt, inlineText(caption), [credit, licence, provenance].filter(Boolean).join(' · '));

const cardText = ({ kicker, headline, standfirst, image }: Card): string =>
  lines(kicker, headline, standfirst, image && pictureText(image));

const tableText = ({ caption, head, body, foot }: Table): string =>
  lines(
    inlineText(caption),
    ...[...head, ...body, ...foot].map(({ cells }) =>
      cells.map(({ children }) => inlineText(children)).join('\t'),
    ),
  );

/** The text of a story alone, with none of our words in it. */
const ownText = (article: Article): string =>
  toText(
    { ...article, dateline: undefined },
    { header: false, beside: false, say: () => '', formatDate: () => '' },
  );

/** How many words the text of a story has, without headline, pictures and notes. */
export const wordCount = (article: Article): number => countWords(ownText(article));

/** How long a story takes to read, in whole minutes, at least one. */
export const readingTime = (
  article: Article,
  { wordsPerMinute }: { readonly wordsPerMinute?: number | undefined } = {},
): number => minutesToRead(ownText(article), wordsPerMinute);
