import { Lexer, type MarkedToken, type Token, type TokensList } from 'marked';

const MAX_LEVELS = 24;
/**
 * What the reading of marks in lines may cost for a whole text. Some runs of marks that close nothing
 * take the square of their number; an honest story needs a hundredth of this.
 */
const MAX_EFFORT = 20_000_000;

const plain = (raw: string): MarkedToken => ({ type: 'text', raw, text: raw });

/** The parser, with an end to how deep it goes and how hard it tries: what is beyond stays plain text. */
class BoundedLexer extends Lexer {
  #levels = 0;
  #effort = 0;

  override blockTokens(src: string, tokens?: Token[], clipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, clipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], clipped?: boolean): Token[] {
    if (this.#levels >= MAX_LEVELS) {
      tokens.push({ type: 'paragraph', raw: src, text: src, tokens: [plain(src)] });
      return tokens;
    }
    return this.#inside(() => super.blockTokens(src, tokens, clipped));
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    this.#effort += effortOf(src);
    if (this.#levels >= MAX_LEVELS || this.#effort > MAX_EFFORT) {
      tokens.push(plain(src));
      return tokens;
    }
    return this.#inside(() => super.inlineTokens(src, tokens));
  }

  #inside<T>(read: () => T): T {
    this.#levels++;
    try {
      return read();
    } finally {
      this.#levels--;
    }
  }
}

/** The square of the marks in a line of text, and of each of its very long words. */
function effortOf(src: string): number {
  let marks = 0;
  let word = 0;
  let effort = 0;
  for (const sign of src) {
    if (marksOfLines.has(sign)) marks++;
    word = sign === ' ' || sign === '\n' ? 0 : word + 1;
    if (word > 200) effort += word / 8;
  }
  return effort + marks * marks;
}
const marksOfLines: ReadonlySet<string> = new Set('*_~<[`@');

/** A text of Markdown as tokens, and what is written apart from it but shares its references. */
export interface MarkdownTokens {
  readonly tokens: readonly MarkedToken[];
  /** Texts of their own, such as notes. */
  readonly asides: readonly (readonly MarkedToken[])[];
  /** Texts of one line, such as a standfirst. */
  readonly lines: readonly (readonly MarkedToken[])[];
}

export function tokensOf(
  text: string,
  asides: readonly string[],
  lines: readonly string[],
): MarkdownTokens {
  try {
    const lexer = new BoundedLexer({ gfm: true, breaks: false, pedantic: false });
    // Lines wait in the lexer until the addresses of all references are known.
    const apart = {
      asides: asides.map((aside) => lexer.blockTokens(aside, []) as MarkedToken[]),
      lines: lines.map((line) => lexer.inline(line, []) as MarkedToken[]),
    };
    return { tokens: lexer.lex(text) as MarkedToken[], ...apart };
  } catch {
    // What the parser chokes on keeps its words.
    return {
      tokens: paragraphs(text),
      asides: asides.map(paragraphs),
      lines: lines.map((line) => [plain(line)]),
    };
  }
}

const paragraphs = (text: string): MarkedToken[] =>
  text
    .split('\n\n')
    .filter((raw) => raw.trim())
    .map((raw) => ({ type: 'paragraph', raw, text: raw, tokens: [plain(raw)] }));
