import { articleOf, type Article, type ArticleResult, type Linked } from '../content/article.js';
import type { Block, Card, LiveUpdate, Notice } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import type { Person } from '../content/person.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import { own, sourceOf, textAt, type ArticleFormat, type ReadTools } from './article-source.js';
import { imagesOf, leadOf, mediaOf, shows } from './json-ld-media.js';
import { graphOf, typesOf, valuesAt, wordsAt, type Graph } from './json-ld-nodes.js';
import { line, readText } from './json-ld-text.js';

/** A story as schema.org describes it: alone, in a list, or in a `@graph`. */
export const jsonLd: ArticleFormat = {
  name: 'json-ld',
  recognises: (data) => storyIn(graphOf(data)) !== undefined,
  read: (data, tools) => readJsonLd(data, tools),
};

/** schema.org JSON-LD: `src` is its address. */
export const articles = sourceOf(jsonLd);

const stories =
  /^(?:(?:|News|Reportage|ReportageNews|OpinionNews|AnalysisNews|ReviewNews|BackgroundNews|AskPublicNews|Satirical|AdvertiserContent|Scholarly|MedicalScholarly|Tech)Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|DiscussionForumPosting)$/;

const storyIn = ({ nodes }: Graph): unknown =>
  nodes.find((node) => typesOf(node).some((type) => stories.test(type)));

function readJsonLd(data: unknown, given: ReadTools): ArticleResult {
  const graph = graphOf(data);
  const node = storyIn(graph);
  if (node === undefined)
    return {
      article: articleOf({}),
      problems: [{ path: '', message: 'is no Article of schema.org' }],
    };
  const url = urlOf(node, graph, given);
  const tools: ReadTools = { ...given, base: url ?? given.base };
  const { body, notes } = readText(
    wordsAt(node, 'articleBody') ?? wordsAt(node, 'reviewBody') ?? wordsAt(node, 'text'),
    tools,
  );
  const images = imagesOf(node, graph, tools);
  const media = mediaOf(node, graph, tools);
  const lead = leadOf(images) ?? media.shift();
  const headline = line(wordsAt(node, 'headline') ?? wordsAt(node, 'name'), tools);
  const sections = textsAt(node, 'articleSection', graph);
  const [section] = sections;
  return {
    article: articleOf({
      id: textAt(node, 'identifier') ?? textAt(own(node, 'identifier'), 'value'),
      url,
      headline,
      standfirst: standfirstOf(node, headline, body, tools),
      authors: [...peopleAt(node, 'author', graph, tools), ...creators(node, graph, tools)],
      published: wordsAt(node, 'datePublished') ?? wordsAt(node, 'dateCreated'),
      updated: wordsAt(node, 'dateModified'),
      dateline: wordsAt(node, 'dateline'),
      series: seriesOf(node, graph, tools),
      section: section ? { name: section } : undefined,
      tags: [
        ...sections.slice(1).map((name) => ({ name })),
        ...linkedAt(node, 'keywords', graph, tools),
      ],
      lead: shows(body, lead) ? undefined : lead,
      body: [
        ...reviewed(node, graph, tools),
        ...body,
        ...valuesAt(node, 'liveBlogUpdate', graph).flatMap((one) => update(one, graph, tools)),
        ...media,
      ],
      notes,
      corrections: [
        ...noticesAt(node, 'correction', 'correction', graph, tools),
        ...noticesAt(node, 'backstory', 'note', graph, tools),
      ],
      related: cardsAt(node, 'citation', graph, tools),
      lang: wordsAt(node, 'inLanguage') ?? textAt(own(node, 'inLanguage'), 'alternateName'),
      free: truth(own(node, 'isAccessibleForFree')),
      source: sourceIn(node, graph, tools),
      design: designOf(node),
    }),
    problems: [],
  };
}

function urlOf(node: unknown, { resolve }: Graph, { base }: ReadTools): string | undefined {
  const page = resolve(own(node, 'mainEntityOfPage'));
  const written =
    textAt(node, 'url') ??
    (typeof page === 'string' ? page : (textAt(page, 'url') ?? textAt(page, '@id')));
  const url = resolveUrl(written, base);
  return url && /^(?:https?:|\/)/i.test(url) ? url : undefined;
}

/** A second headline and a description stand under the headline, unless the story says them anyway. */
function standfirstOf(
  node: unknown,
  headline: string | undefined,
  body: readonly Block[],
  tools: ReadTools,
): readonly Inline[] | undefined {
  const [first] = body;
  const opening =
    first?.type === 'paragraph' && typeof first.children[0] === 'string'
      ? first.children[0]
      : undefined;
  const said = ['alternativeHeadline', 'description', 'abstract']
    .map((key) => line(wordsAt(node, key), tools))
    .filter((text) => text !== undefined)
    .filter(
      (text, index, all) =>
        text !== headline &&
        all.indexOf(text) === index &&
        !opening?.startsWith(text.replace(/(?:…|\.\.\.)$/, '').trimEnd()),
    );
  return said.length
    ? said.flatMap((text, index) => (index ? [{ type: 'break' } as const, text] : [text]))
    : undefined;
}

const creators = (node: unknown, graph: Graph, tools: ReadTools): Person[] =>
  own(node, 'author') === undefined ? peopleAt(node, 'creator', graph, tools) : [];

function peopleAt(node: unknown, key: string, graph: Graph, tools: ReadTools): Person[] {
  return valuesAt(node, key, graph).flatMap((value): Person[] => {
    const name = typeof value === 'string' ? value.trim() : wordsAt(value, 'name');
    // A profile's address is no name.
    if (!name || (typeof value === 'string' && /^https?:\/\/\S+$/.test(name))) return [];
    const url = resolveUrl(textAt(value, 'url') ?? textAt(value, 'sameAs'), tools.base);
    const role = wordsAt(value, 'jobTitle') ?? wordsAt(value, 'roleName');
    const [portrait] = valuesAt(value, 'image', graph);
    const image = resolveUrl(
      typeof portrait === 'string' ? portrait : textAt(portrait, 'url'),
      tools.base,
      safePictureUrl,
    );
    return [{ name, ...(url && { url }), ...(role && { role }), ...(image && { image }) }];
  });
}

/** Texts, in a list or in one text with commas. */
const textsAt = (node: unknown, key: string, graph: Graph): string[] =>
  valuesAt(node, key, graph).flatMap((value) => {
    const text = typeof value === 'string' ? value.trim() : wordsAt(value, 'name');
    return text ? [text] : [];
  });

function linkedAt(node: unknown, key: string, graph: Graph, { base }: ReadTools): Linked[] {
  return valuesAt(node, key, graph).flatMap((value): Linked[] => {
    if (typeof value === 'string')
      return value
        .split(',')
        .map((name) => ({ name: name.trim() }))
        .filter(({ name }) => name);
    const name = wordsAt(value, 'name');
    const url = resolveUrl(textAt(value, 'url'), base);
    return name ? [{ name, ...(url && { url }) }] : [];
  });
}

/** What a story is a part of, where that is a series and not the paper it stands in. */
function seriesOf(node: unknown, graph: Graph, { base }: ReadTools): Linked | undefined {
  const whole = valuesAt(node, 'isPartOf', graph).find((one) =>
    typesOf(one).some((type) => type === 'CreativeWorkSeries' || type === 'Series'),
  );
  const name = wordsAt(whole, 'name');
  const url = resolveUrl(textAt(whole, 'url'), base);
  return name ? { name, ...(url && { url }) } : undefined;
}

/** What a review is of, and how it came off. */
function reviewed(node: unknown, graph: Graph, tools: ReadTools): Block[] {
  const [item] = valuesAt(node, 'itemReviewed', graph);
  const [rating] = valuesAt(node, 'reviewRating', graph);
  const name = typeof item === 'string' ? item : wordsAt(item, 'name');
  const url = resolveUrl(textAt(item, 'url'), tools.base);
  const value = textAt(rating, 'ratingValue');
  const best = textAt(rating, 'bestRating');
  const points = value && (best ? `${value} / ${best}` : value);
  const reason = wordsAt(rating, 'ratingExplanation');
  const children: Block[] = [points, reason].flatMap((text) =>
    text ? [{ type: 'paragraph', children: [text] }] : [],
  );
  if (!name && !children.length) return [];
  return [
    {
      type: 'factbox',
      kind: 'facts',
      ...(name && { title: [url ? { type: 'link', url, children: [name] } : name] }),
      children,
    },
  ];
}

/** One moment of a live blog. */
function update(value: unknown, graph: Graph, tools: ReadTools): LiveUpdate[] {
  if (typeof value !== 'object' || value === null) return [];
  const headline = line(wordsAt(value, 'headline') ?? wordsAt(value, 'name'), tools);
  const url = textAt(value, 'url') ?? textAt(value, '@id');
  const id = /#([\w-]+)$/.exec(url ?? '')?.[1] ?? textAt(value, 'identifier');
  const published = wordsAt(value, 'datePublished');
  const updated = wordsAt(value, 'dateModified');
  const text = readText(wordsAt(value, 'articleBody') ?? wordsAt(value, 'text'), tools);
  const lead = leadOf(imagesOf(value, graph, tools));
  return [
    {
      type: 'live-update',
      ...(id && { id }),
      ...(headline && { headline: [headline] }),
      ...(published && { published }),
      ...(updated && { updated }),
      authors: peopleAt(value, 'author', graph, tools),
      children: [
        ...(lead && !shows(text.body, lead) ? [lead] : []),
        ...text.body,
        ...text.notes.flatMap(({ children }) => children),
        ...mediaOf(value, graph, tools),
      ],
    },
  ];
}

/** Corrections are texts, addresses or comments with a date. */
function noticesAt(
  node: unknown,
  key: string,
  kind: Notice['kind'],
  graph: Graph,
  tools: ReadTools,
): Notice[] {
  return valuesAt(node, key, graph).flatMap((value): Notice[] => {
    const said = typeof value === 'string' ? value.trim() : undefined;
    const url = said && /^https?:\/\/\S+$/.test(said) ? resolveUrl(said, tools.base) : undefined;
    const children: readonly Block[] = url
      ? [{ type: 'paragraph', children: [{ type: 'link', url, children: [url] }] }]
      : readText(
          said ?? wordsAt(value, 'text') ?? wordsAt(value, 'articleBody') ?? wordsAt(value, 'name'),
          tools,
        ).body;
    const datetime = wordsAt(value, 'datePublished') ?? wordsAt(value, 'dateCreated');
    return children.length
      ? [{ type: 'notice', kind, ...(datetime && { datetime }), children }]
      : [];
  });
}

/** Works that a story refers to. */
function cardsAt(node: unknown, key: string, graph: Graph, tools: ReadTools): Card[] {
  return valuesAt(node, key, graph).flatMap((value): Card[] => {
    const said = typeof value === 'string' ? value.trim() : undefined;
    const url = resolveUrl(
      said && /^https?:/i.test(said) ? said : textAt(value, 'url'),
      tools.base,
    );
    const headline =
      said ?? line(wordsAt(value, 'headline') ?? wordsAt(value, 'name'), tools) ?? url;
    const standfirst = line(wordsAt(value, 'description'), tools);
    return headline ? [{ headline, ...(url && { url }), ...(standfirst && { standfirst }) }] : [];
  });
}

/** True and false, also as words or as schema.org's addresses for them. */
function truth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? /(true|false)$/i.exec(value.trim())?.[1] : undefined;
  return word === undefined ? undefined : word.toLowerCase() === 'true';
}

function sourceIn(node: unknown, graph: Graph, { base }: ReadTools): Article['source'] {
  const [publisher] = valuesAt(node, 'publisher', graph);
  const [terms] = valuesAt(node, 'license', graph);
  const name = typeof publisher === 'string' ? publisher : wordsAt(publisher, 'name');
  const url = resolveUrl(textAt(publisher, 'url'), base);
  const licence =
    typeof terms === 'string' ? terms : (wordsAt(terms, 'name') ?? textAt(terms, 'url'));
  return name || url || licence
    ? { ...(name && { name }), ...(url && { url }), ...(licence && { licence }) }
    : undefined;
}

function designOf(node: unknown): Article['design'] {
  const types = typesOf(node);
  if (types.includes('LiveBlogPosting')) return 'live';
  if (types.includes('OpinionNewsArticle')) return 'opinion';
  if (types.includes('AnalysisNewsArticle')) return 'analysis';
  if (types.includes('ReviewNewsArticle')) return 'review';
  return types.includes('BackgroundNewsArticle') ? 'explainer' : undefined;
}
