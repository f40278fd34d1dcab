/** What front matter may hold: text, lists, and maps by name. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };

const MAX_LEVELS = 8;
const MAX_LENGTH = 100_000;

/** Parts the front matter, if a text begins with one, from the text. */
export function takeFrontMatter(text: string): {
  readonly front: Value | undefined;
  readonly text: string;
} {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  if (lines[0]?.trimEnd() !== '---') return { front: undefined, text: lines.join('\n') };
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const written = lines.slice(1, end);
  // A line of dashes with no second one, or with prose behind it, is a line.
  if (end < 0 || written.join('\n').length > MAX_LENGTH || !written.every(couldBe))
    return { front: undefined, text: lines.join('\n') };
  return { front: readYaml(written), text: lines.slice(end + 1).join('\n') };
}

/** Whether a line may stand in front matter: a key, an item, a comment, or something indented. */
const couldBe = (line: string): boolean =>
  !line.trim() || /^(?:\s|#|-(?:\s|$)|[\]})]|["']|[^\s:][^:]*:(?:\s|$))/.test(line);

/**
 * Reads the part of YAML that people write over their stories: keys with text, quoted or not, lists and
 * maps in both styles, and texts of several lines (`|`, `>`). No tags, anchors or types: `2024` and `yes`
 * stay what is written.
 */
function readYaml(lines: readonly string[]): Value {
  return new Yaml(lines).block(0, 0) ?? {};
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isEmpty = (line: string): boolean => /^\s*(?:#|$)/.test(line);

class Yaml {
  #at = 0;
  constructor(private readonly lines: readonly string[]) {}

  /** The next line that says something. */
  #next(): string | undefined {
    while (this.#at < this.lines.length && isEmpty(this.lines[this.#at] ?? '')) this.#at++;
    return this.lines[this.#at];
  }

  /** A map or list whose lines begin at least so far in. */
  block(indent: number, level: number): Value | undefined {
    const line = this.#next();
    if (line === undefined || indentOf(line) < indent || level > MAX_LEVELS) return undefined;
    return /^\s*-(?:\s|$)/.test(line)
      ? this.#list(indentOf(line), level)
      : this.#map(indentOf(line), level);
  }

  #list(indent: number, level: number): Value {
    const items: Value[] = [];
    for (let line = this.#next(); line !== undefined; line = this.#next()) {
      if (indentOf(line) !== indent || !/^\s*-(?:\s|$)/.test(line)) break;
      const rest = line.slice(indent + 1);
      const inner = rest.trim();
      if (keyOf(inner) === undefined || inner.startsWith('{')) {
        this.#at++;
        const item = this.#value(inner, indent, level);
        if (item !== undefined) items.push(item);
        continue;
      }
      // A map whose first key stands behind the dash: read on as if the dash were a space.
      const column = indent + 1 + indentOf(rest);
      const own = new Yaml([' '.repeat(column) + inner, ...this.#below(column)]);
      const item = own.block(column, level + 1);
      if (item !== undefined) items.push(item);
    }
    return items;
  }

  /** The lines behind this one that are at least so far in, taken out. */
  #below(indent: number): string[] {
    const from = ++this.#at;
    while (
      this.#at < this.lines.length &&
      (isEmpty(this.lines[this.#at] ?? '') || indentOf(this.lines[this.#at] ?? '') >= indent)
    )
      this.#at++;
    return this.lines.slice(from, this.#at);
  }

  #map(indent: number, level: number): Value {
    const entries: [string, Value][] = [];
    for (let line = this.#next(); line !== undefined; line = this.#next()) {
      const found = keyOf(line.trim());
      if (indentOf(line) < indent) break;
      this.#at++;
      // What is no key is passed over; the text under the front matter is what a reader reads.
      if (!found || indentOf(line) > indent) continue;
      const value = this.#value(found.rest, indent, level);
      if (value !== undefined) entries.push([found.key, value]);
    }
    return Object.fromEntries(entries);
  }

  /** What stands behind a key or a dash, and below it. */
  #value(written: string, indent: number, level: number): Value | undefined {
    const folding = /^([|>])[+-]?\d?[+-]?(?:\s+#.*)?$/.exec(written)?.[1];
    if (folding) return this.#text(indent, folding === '>');
    if (!written || written.startsWith('#')) {
      const line = this.#next();
      const isItem = line !== undefined && /^\s*-(?:\s|$)/.test(line);
      if (line === undefined) return undefined;
      // A list may stand as far left as the key that it belongs to.
      if (indentOf(line) > indent || (isItem && indentOf(line) === indent)) {
        if (isItem || keyOf(line.trim())) return this.block(indentOf(line), level + 1);
        this.#at++;
        return scalar(this.#continued(line.trim(), indent));
      }
      return undefined;
    }
    if (/^[[{]/.test(written)) return flow(this.#closed(written));
    return scalar(this.#continued(written, indent));
  }

  /** A text that goes on in the lines below it. */
  #continued(written: string, indent: number): string {
    const lines = [written];
    const quote = /^["']/.exec(written)?.[0];
    const isOpen = () => quote !== undefined && endOfQuote(lines.join(' ')) < 0;
    for (let line = this.lines[this.#at]; line !== undefined; line = this.lines[this.#at]) {
      const goesOn = quote ? isOpen() : !isEmpty(line) && indentOf(line) > indent;
      if (!goesOn || lines.length > 200) break;
      lines.push(line.trim());
      this.#at++;
    }
    return lines.join(' ');
  }

  /** A list or map in brackets, to its end. */
  #closed(written: string): string {
    const lines = [written];
    const isOpen = () => {
      const text = lines.join(' ');
      return text.split(/[[{]/).length > text.split(/[\]}]/).length;
    };
    while (this.#at < this.lines.length && lines.length < 200 && isOpen())
      lines.push((this.lines[this.#at++] ?? '').trim());
    return lines.join(' ');
  }

  /** A text of several lines, kept or folded. */
  #text(indent: number, isFolded: boolean): string {
    const taken: string[] = [];
    for (let line = this.lines[this.#at]; line !== undefined; line = this.lines[this.#at]) {
      if (line.trim() && indentOf(line) <= indent) break;
      taken.push(line);
      this.#at++;
    }
    const margin = indentOf(taken.find((line) => line.trim()) ?? '');
    const text = taken.map((line) => line.slice(margin)).join('\n');
    return (isFolded ? text.replace(/([^\n])\n(?=[^\n])/g, '$1 ') : text).trim();
  }
}

/** The key that a line begins with. */
function keyOf(line: string): { readonly key: string; readonly rest: string } | undefined {
  const quoted = /^["']/.test(line) ? endOfQuote(line) : -1;
  if (quoted > 0 && /^\s*:(?:\s|$)/.test(line.slice(quoted)))
    return {
      key: scalar(line.slice(0, quoted)),
      rest: line.slice(line.indexOf(':', quoted) + 1).trim(),
    };
  const plain = /^([^\s"'[\]{}#,&*!|>%@`-][^:]{0,100}):(?:\s|$)/.exec(line);
  return plain?.[1]
    ? { key: plain[1].trim(), rest: line.slice(plain[0].length).trim() }
    : undefined;
}

/** Where a quoted text ends, behind its last quote; -1 where it does not. */
function endOfQuote(text: string): number {
  const quote = text[0];
  for (let place = 1; place < text.length; place++) {
    if (quote === '"' && text[place] === '\\') place++;
    else if (text[place] === quote) {
      if (quote === "'" && text[place + 1] === "'") place++;
      else return place + 1;
    }
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '', e: '' };

/** A text, without its quotes or the comment behind it. */
function scalar(written: string): string {
  const text = written.trim();
  if (/^["']/.test(text)) {
    const end = endOfQuote(text);
    const inner = text.slice(1, end < 0 ? undefined : end - 1);
    return text.startsWith("'")
      ? inner.replaceAll("''", "'")
      : inner.replace(
          /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g,
          (_, x?: string, u?: string, long?: string, sign = '') => {
            const code = parseInt(x ?? u ?? long ?? '', 16);
            if (Number.isNaN(code)) return escapes[sign as string] ?? (sign as string);
            return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
          },
        );
  }
  const comment = text.search(/\s#/);
  const plain = comment < 0 ? text : text.slice(0, comment).trimEnd();
  return plain === '~' || plain === 'null' ? '' : plain;
}

/** A list or map in brackets: `[a, "b, c"]`, `{ name: A }`. */
function flow(text: string): Value {
  let place = 0;
  const space = () => {
    while (/[\s,]/.test(text[place] ?? '')) place++;
  };
  const word = (ends: string): string => {
    const start = place;
    if (/["']/.test(text[place] ?? '')) {
      const end = endOfQuote(text.slice(place));
      place = end < 0 ? text.length : place + end;
      return scalar(text.slice(start, place));
    }
    while (place < text.length && !ends.includes(text[place] ?? '')) place++;
    return scalar(text.slice(start, place));
  };
  const read = (level: number): Value => {
    const sign = text[place];
    if (level > MAX_LEVELS || (sign !== '[' && sign !== '{')) return word(',]}');
    place++;
    const items: Value[] = [];
    const entries: [string, Value][] = [];
    for (space(); place < text.length && !/[\]}]/.test(text[place] ?? ''); space()) {
      const before = place;
      if (sign === '[') items.push(read(level + 1));
      else {
        const key = word(':,}');
        space();
        if (text[place] === ':') {
          place++;
          space();
          entries.push([key, read(level + 1)]);
        }
      }
      if (place === before) place++;
    }
    place++;
    return sign === '[' ? items.filter((item) => item !== '') : Object.fromEntries(entries);
  };
  return read(0);
}
