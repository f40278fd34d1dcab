import type { Article, Linked } from './article.js';
import { outputOf, type Output, type OutputOptions } from './output.js';
import { inlineText } from './plain.js';
import { blocksMarkdown, hang, join, related } from './to-markdown-blocks.js';
import { inlineMarkdown, type LineContext } from './to-markdown-inline.js';

/**
 * Writes a story as Markdown (CommonMark with GitHub's tables, lists and notes), with YAML over it in
 * the words that site generators know.
 */
export function toMarkdown(article: Article, options: OutputOptions = {}): string {
  const output = outputOf(article, options);
  const context: LineContext = { output, notes: labelsOf(article) };
  const { lead, body, corrections, notes } = article;
  const isFirst = ({ kind }: (typeof corrections)[number]) => kind === 'sponsored' || kind === 'ai';
  const text = join(
    blocksMarkdown(corrections.filter(isFirst), context),
    // A picture stands in the front matter, where site generators look for it.
    lead && !leadingPicture(article, output) && blocksMarkdown([lead], context),
    blocksMarkdown(body, context),
    blocksMarkdown(
      corrections.filter((notice) => !isFirst(notice)),
      context,
    ),
    article.related.length > 0 && related(article.related, undefined, context),
    ...notes.map(({ id, children }) =>
      hang(`[^${context.notes.get(id) ?? ''}]: `, blocksMarkdown(children, context), 4),
    ),
  );
  return `${frontMatter(article, context)}${text && `\n${text}\n`}`;
}

/** Labels of notes may hold few signs; where an id has others, its place among the notes stands for it. */
function labelsOf({ notes }: Article): ReadonlyMap<string, string> {
  const ids = new Set(notes.map(({ id }) => id));
  return new Map(
    notes.map(({ id }, index): [string, string] => {
      if (/^[\w-]{1,100}$/.test(id)) return [id, id];
      let label = `note-${index + 1}`;
      while (ids.has(label)) label += '-';
      return [id, label];
    }),
  );
}

/** What front matter may hold. */
type Value =
  string | number | boolean | undefined | readonly Value[] | { readonly [key: string]: Value };

function frontMatter(article: Article, context: LineContext): string {
  const { output } = context;
  const { standfirst, authors, section, series, source } = article;
  const values: Readonly<Record<string, Value>> = {
    id: article.id,
    title: article.headline,
    kicker: article.kicker,
    series: series && linked(series, output),
    // For those who read it as Markdown; the description is plain text.
    standfirst: inlineMarkdown(standfirst, { ...context, oneLine: true }),
    description: inlineText(standfirst),
    authors: authors.map(({ name, role, url, image }) => ({
      name,
      role,
      url: output.link(url),
      image: output.picture(image),
    })),
    byline: article.byline,
    date: article.published,
    updated: article.updated,
    dateline: article.dateline,
    section: section && linked(section, output),
    tags: article.tags.map((tag) => linked(tag, output)),
    image: leadingPicture(article, output),
    url: output.link(article.url),
    lang: article.lang,
    dir: article.dir,
    design: article.design,
    free: article.free,
    source: source && { name: source.name, url: output.link(source.url), licence: source.licence },
  };
  const lines = yaml(values, '');
  return lines.length ? `---\n${lines.join('\n')}\n---\n` : '';
}

const linked = ({ name, url }: Linked, output: Output): Value => {
  const page = output.link(url);
  return page ? { name, url: page } : name;
};

function leadingPicture({ lead }: Article, output: Output): Value {
  const src = lead?.type === 'image' ? output.picture(lead.src) : undefined;
  if (lead?.type !== 'image' || !src) return undefined;
  const { alt, width, height, caption, credit, licence, licenceUrl, provenance } = lead;
  return {
    src,
    ...{ alt, width, height, credit, licence, provenance },
    caption: inlineText(caption),
    licence_url: output.link(licenceUrl),
  };
}

/** YAML for keys that are ours and texts that are quoted as JSON quotes them, which YAML understands. */
function yaml(values: Readonly<Record<string, Value>>, indent: string): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined || value === '') return [];
    if (isList(value))
      return value.length
        ? [`${indent}${key}:`, ...value.flatMap((item) => itemOf(item, `${indent}  `))]
        : [];
    if (typeof value === 'object') {
      const inner = yaml(value, `${indent}  `);
      return inner.length ? [`${indent}${key}:`, ...inner] : [];
    }
    return [`${indent}${key}: ${JSON.stringify(value)}`];
  });
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

function itemOf(item: Value, indent: string): string[] {
  if (typeof item !== 'object' || isList(item)) return [`${indent}- ${JSON.stringify(item)}`];
  const [first, ...rest] = yaml(item, `${indent}  `);
  return first === undefined ? [] : [`${indent}- ${first.trimStart()}`, ...rest];
}
