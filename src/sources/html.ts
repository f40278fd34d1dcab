import { articleOf, type Article, type ArticleResult } from '../content/article.js';
import type { Block } from '../content/block.js';
import { directions } from '../content/inline.js';
import { attribute, textIn, type HtmlNode } from '../content/nodes.js';
import { readStory } from '../content/read-html.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import type { Person } from '../content/person.js';
import { parseData, sourceOf, type ArticleFormat, type ReadTools } from './article-source.js';
import { takeHeader, type Header } from './html-header.js';
import { isPage, scanPage, type PageFacts } from './html-scan.js';
import { findStory, first } from './html-story.js';
import { jsonLd } from './json-ld.js';

/** Any page, or a piece of HTML. */
export const html: ArticleFormat = {
  name: 'html',
  recognises: (data) =>
    typeof data === 'string' &&
    (isPage(data) || /<\/[a-z][\w-]*\s*>|<(?:p|br|hr|img)\b/i.test(data)),
  read: (data, tools) =>
    typeof data !== 'string'
      ? { article: articleOf({}), problems: [{ path: '', message: 'is no HTML' }] }
      : isPage(data)
        ? readPage(data, tools)
        : readFragment(data, tools),
};

/** HTML: `src` is the address of a page, or of a piece of one. */
export const articles = sourceOf(html);

/** A piece of HTML is the story, all of it. */
function readFragment(text: string, tools: ReadTools): ArticleResult {
  return { article: articleOf(ownParts(tools.parseHtml(text), tools.base)), problems: [] };
}

/** Headline, lead, text and notes, from the nodes of the story itself. */
function ownParts(
  nodes: readonly HtmlNode[],
  base: string | undefined,
  known: readonly Person[] = [],
) {
  const { rest, ...header } = takeHeader(nodes, base, known);
  const { body, notes } = readStory(rest, { base });
  const [start, ...others] = body;
  const isLead = header.headline !== undefined && start?.type === 'image' && others.length > 0;
  return {
    ...header,
    body: isLead ? others : body,
    ...(isLead && { lead: start }),
    notes,
  } satisfies Partial<Article> & Omit<Header, 'rest'>;
}

/** A page holds a story among other things, and says of it in its head what the text may not. */
function readPage(text: string, tools: ReadTools): ArticleResult {
  const facts = scanPage(text);
  const say = (written: string | undefined) => decoded(written, tools);
  const meta = (...names: readonly string[]) =>
    say(names.map((name) => facts.meta.get(name)?.[0]).find(Boolean));
  const url = resolveUrl(say(facts.canonical) ?? meta('og:url'), tools.base);
  const base = url && URL.canParse(url) ? url : tools.base;
  const nodes = tools.parseHtml(facts.text);
  const data = describedIn(facts, { ...tools, base });
  const known = data.authors.length ? data.authors : names(facts, say);
  const own = ownParts(findStory(nodes), base, known);
  const marked = first(
    nodes,
    (one) => /^h[1-6]$/.test(one.name) && attribute(one, 'kind') === 'headline',
  );
  const outside = first(nodes, ({ name }) => name === 'h1');
  const headline =
    own.headline ||
    (marked && textIn([marked])) ||
    data.headline ||
    (outside && textIn([outside])) ||
    meta('og:title', 'twitter:title') ||
    say(facts.title);
  const description = meta('og:description', 'description', 'twitter:description');
  const standfirst =
    own.standfirst ??
    unsaid(data.standfirst ?? (description ? [description] : undefined), own.body);
  const lead = own.lead ?? data.lead ?? pictureOf(meta, base);
  const dir = directions.find((one) => one === facts.dir);
  const site = meta('og:site_name');
  // What the page shows is the story; its description for machines stands in where it shows none.
  const told: Article = own.body.length
    ? { ...data, body: own.body, notes: own.notes, corrections: [], related: [] }
    : data;
  return {
    article: articleOf({
      ...told,
      url: url ?? data.url,
      headline,
      kicker: own.kicker,
      standfirst,
      authors: own.authors.length ? own.authors : known,
      byline: own.byline,
      published: own.published ?? data.published ?? meta('article:published_time', 'datepublished'),
      updated: own.updated ?? data.updated ?? meta('article:modified_time', 'datemodified'),
      section: data.section ?? named(meta('article:section'))[0],
      tags: data.tags.length
        ? data.tags
        : (facts.meta.get('article:tag') ?? []).flatMap((tag) => named(say(tag))),
      lead: lead && isShown(lead, own.body) ? undefined : lead,
      lang: say(facts.lang) ?? data.lang ?? meta('og:locale')?.replace('_', '-'),
      dir,
      source: data.source ?? (site ? { name: site } : undefined),
    }),
    problems: [],
  };
}

/** Text with its character references read. */
function decoded(written: string | undefined, { parseHtml }: ReadTools): string | undefined {
  return written && (textIn(parseHtml(written.replace(/</g, '&lt;'))) || undefined);
}

/** The story as the page's JSON-LD describes it. */
function describedIn({ jsonLd: blocks }: PageFacts, tools: ReadTools): Article {
  const data = blocks.map((block) => parseData(block.trim().replace(/^<!--|-->$/g, '')));
  return jsonLd.recognises(data) ? jsonLd.read(data, tools).article : articleOf({});
}

/** A description, unless the text says it too. */
function unsaid(description: Article['standfirst'], body: readonly Block[]): Article['standfirst'] {
  const plain = (value: unknown) => JSON.stringify(value).replace(/[^\p{L}\p{N}]+/gu, '');
  const opening = body
    .slice(0, 3)
    .map((block) => ('children' in block ? plain(block.children) : ''))
    .join('');
  const [only] = description ?? [];
  return typeof only === 'string' && opening.includes(plain(only)) ? undefined : description;
}

const named = (name: string | undefined) => (name ? [{ name }] : []);

/** Authors that a page's head names; an address there is no name. */
const names = ({ meta }: PageFacts, say: (text: string | undefined) => string | undefined) =>
  (meta.get('author') ?? meta.get('article:author') ?? meta.get('byl') ?? []).flatMap((text) => {
    const name = say(text)?.replace(/^by\s+/i, '');
    return name && !/^https?:/i.test(name) ? [{ name }] : [];
  });

/** The picture that the page shows of itself elsewhere. */
function pictureOf(
  meta: (...names: readonly string[]) => string | undefined,
  base: string | undefined,
): Article['lead'] {
  const src = resolveUrl(
    meta('og:image:secure_url', 'og:image', 'twitter:image'),
    base,
    safePictureUrl,
  );
  const width = Number(meta('og:image:width'));
  const height = Number(meta('og:image:height'));
  return src
    ? {
        type: 'image',
        src,
        alt: meta('og:image:alt', 'twitter:image:alt') ?? '',
        ...(width > 0 && { width }),
        ...(height > 0 && { height }),
      }
    : undefined;
}

/** Whether the text has the picture already, in another size as it may be; or has one at its beginning. */
function isShown(lead: NonNullable<Article['lead']>, body: readonly Block[]): boolean {
  if (lead.type !== 'image') return false;
  const file = (src: string) => src.split(/[?#]/)[0]?.split('/').at(-1) ?? src;
  return body.some(
    (block, index) =>
      block.type === 'image' &&
      (index < 2 || (file(lead.src) !== '' && file(block.src) === file(lead.src))),
  );
}
