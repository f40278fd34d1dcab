/** What a page says of itself outside its text, as it is written: character references are not read. */
export interface PageFacts {
  /** By `property`, `name` or `itemprop` in lower case; the first of each counts. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly title?: string;
  readonly lang?: string;
  readonly dir?: string;
  readonly canonical?: string;
  /** The text of each block of JSON-LD. */
  readonly jsonLd: readonly string[];
  /**
   * The page without what is for machines, which may be longer than the story itself; what an element
   * is (`itemprop`) stands in its `kind`, which a sanitiser leaves.
   */
  readonly text: string;
}

/** Whether HTML is a whole page, and not a piece of one. */
export const isPage = (html: string): boolean => /<(?:!doctype|html|body)[\s>]/i.test(html);

/** Elements whose inside is text for the parser: no tag in them is one. */
const raw = /^(?:script|style|title|textarea|noscript|template|iframe|xmp)$/;
/** What a reader never sees. */
const dropped = /^(?:script|style|title|noscript|template)$/;

/**
 * Reads a page's head in one pass over the text: a sanitiser drops it, and it is gone before there are
 * nodes. Each character is looked at a fixed number of times.
 */
export function scanPage(html: string): PageFacts {
  const meta = new Map<string, string[]>();
  const jsonLd: string[] = [];
  const found: { title?: string; lang?: string; dir?: string; canonical?: string } = {};
  let text = '';
  let copied = 0;
  const drop = (from: number, to: number) => {
    text += html.slice(copied, from);
    copied = to;
  };
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      const next = end < 0 ? html.length : end + 3;
      drop(at, next);
      at = next;
      continue;
    }
    const tag = readTag(html, at);
    if (!tag) {
      at++;
      continue;
    }
    const { name, attributes, end } = tag;
    at = end;
    if (raw.test(name)) {
      const close = new RegExp(`</${name}`, 'gi');
      close.lastIndex = end;
      const inside = close.exec(html)?.index ?? html.length;
      const after = html.indexOf('>', inside);
      const written = html.slice(end, inside);
      at = after < 0 ? html.length : after + 1;
      if (dropped.test(name)) drop(tag.start, at);
      if (name === 'title') found.title ??= written;
      if (name === 'script' && /^application\/ld\+json/i.test(attributes.get('type') ?? ''))
        jsonLd.push(written);
    } else if (name === 'meta') {
      const content = attributes.get('content');
      const key = ['property', 'name', 'itemprop'].map((one) => attributes.get(one)).find(Boolean);
      if (key && content) {
        const known = meta.get(key.toLowerCase());
        if (known) known.push(content);
        else meta.set(key.toLowerCase(), [content]);
      }
    } else if (name === 'link') {
      const href = attributes.get('href');
      if (href && /^canonical$/i.test(attributes.get('rel') ?? '')) found.canonical ??= href;
    } else if (name !== 'html') {
      const kind = /^\s*(\w+)/.exec(attributes.get('itemprop') ?? '')?.[1];
      const after = tag.start + 1 + name.length;
      if (kind) drop(after, after);
      if (kind) text += ` kind="${kind}"`;
    } else {
      const lang = attributes.get('lang') || attributes.get('xml:lang');
      const dir = attributes.get('dir');
      if (lang) found.lang ??= lang;
      if (dir) found.dir ??= dir.toLowerCase();
    }
  }
  drop(html.length, html.length);
  return { ...found, meta, jsonLd, text };
}

interface Tag {
  readonly start: number;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Just after its `>`. */
  readonly end: number;
}

const space = /[\s/]/;

/** An opening tag that begins at an index; nothing for anything else. */
function readTag(html: string, start: number): Tag | undefined {
  let at = start + 1;
  const word = (stop: RegExp) => {
    const from = at;
    while (at < html.length && !stop.test(html.charAt(at))) at++;
    return html.slice(from, at);
  };
  if (!/[a-z]/i.test(html.charAt(at))) return undefined;
  const name = word(/[\s/>]/).toLowerCase();
  const attributes = new Map<string, string>();
  while (at < html.length && html[at] !== '>') {
    if (space.test(html.charAt(at))) {
      at++;
      continue;
    }
    const key = html.charAt(at++).toLowerCase() + word(/[\s/>=]/).toLowerCase();
    let value = '';
    word(/\S/);
    if (html[at] === '=') {
      at++;
      word(/\S/);
      const quote = html.charAt(at);
      if (quote === '"' || quote === "'") {
        const close = html.indexOf(quote, at + 1);
        value = html.slice(at + 1, close < 0 ? html.length : close);
        at = close < 0 ? html.length : close + 1;
      } else value = word(/[\s>]/);
    }
    if (!attributes.has(key)) attributes.set(key, value);
  }
  return { start, name, attributes, end: Math.min(at + 1, html.length) };
}
