import { articleOf, type ArticleResult, type Note } from '../content/article.js';
import { designs } from '../content/design.js';
import type { Block } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import type { Person } from '../content/person.js';
import { textOf } from '../content/text-of.js';
import { readStory } from '../content/read-html.js';
import {
  listAt,
  own,
  sourceOf,
  textAt,
  type ArticleFormat,
  type ReadTools,
} from './article-source.js';
import { associationsOf, mediumOf } from './ninjs-media.js';
import {
  field,
  inlinesOf,
  isHtml,
  mediaOf,
  paragraphsOf,
  plainOf,
  said,
  saidIn,
  type Said,
} from './ninjs-item.js';

/** A news item of IPTC's ninjs: 1.x (one key for each body), 2.x (lists) and 3.x (camel case). */
export const ninjs: ArticleFormat = {
  name: 'ninjs',
  recognises: isItem,
  read: readItem,
};

/** A ninjs item: `src` is its address. */
export const articles = sourceOf(ninjs);

const types = new Set(
  'text audio video picture graphic composite component event planning'.split(' '),
);

/** `uri` is all that the standard asks for, so something else of it must be there too. */
function isItem(data: unknown): boolean {
  if (typeof own(data, 'uri') !== 'string' || own(data, '@context') !== undefined) return false;
  const type = own(data, 'type');
  if (type !== undefined && !types.has(type as string)) return false;
  const isTyped = type !== undefined;
  return (
    saidIn(data, 'bodies', 'body').length > 0 ||
    listAt(data, 'headlines').length > 0 ||
    (isTyped &&
      ['headline', 'title', 'renditions', 'by', 'byline'].some((key) => own(data, key))) ||
    /ninjs/i.test(textAt(data, '$standard', 'name') ?? textAt(data, 'standard', 'name') ?? '')
  );
}

function readItem(item: unknown, tools: ReadTools): ArticleResult {
  const headlines = saidIn(item, 'headlines', 'headline');
  const headline = headlineOf(item, headlines, tools);
  const { body, notes } = bodyOf(item, headline, tools);
  const media = mediaOf(item) === 'text' ? undefined : mediumOf(item, tools, true);
  const others = associationsOf(item, body, tools);
  const kicker = headlines.find(({ role }) => /kicker|overline|vignette/i.test(role))?.value;
  const lead = media ?? others.lead;
  return {
    article: articleOf({
      id: textAt(item, 'uri'),
      url: others.page,
      headline,
      kicker,
      standfirst: media ? undefined : standfirstOf(item, headlines, body, tools),
      ...(media ? {} : whoWrote(item)),
      published: field(item, 'firstCreated') ?? field(item, 'versionCreated'),
      updated: field(item, 'versionCreated'),
      dateline: datelineOf(item, body),
      tags: ['subject', 'subjects']
        .flatMap((key) => listAt(item, key))
        .flatMap((subject) => {
          const name = textAt(subject, 'name');
          return name ? [{ name }] : [];
        }),
      lead,
      body: [...body, ...others.blocks],
      notes,
      related: others.related,
      lang: textAt(item, 'language'),
      source: sourceIn(item),
      design: designOf(item),
      // `edNote` is for the newsroom that receives the item, and is not shown to readers.
    }),
    problems: isItem(item) ? [] : [{ path: '', message: 'is no item of ninjs' }],
  };
}

function headlineOf(item: unknown, headlines: readonly Said[], tools: ReadTools) {
  const main =
    headlines.find(({ role }) => /^(?:main|headline)?$/i.test(role)) ??
    headlines.find(({ role }) => !/kicker|overline|vignette|^sub|deck/i.test(role));
  return main ? plainOf(main, tools) : textAt(item, 'title');
}

/** One of the bodies: they say the same in several formats, of which HTML says it best. */
function bodyOf(
  item: unknown,
  headline: string | undefined,
  tools: ReadTools,
): { readonly body: readonly Block[]; readonly notes: readonly Note[] } {
  const bodies = saidIn(item, 'bodies', 'body');
  const isXml = ({ role, type }: Said) => /xml|nitf/i.test(`${role} ${type}`);
  const best =
    said(bodies.filter(isHtml)) ?? said(bodies.filter((one) => !isXml(one))) ?? said(bodies);
  if (!best) return { body: [], notes: [] };
  if (!isHtml(best) && !isXml(best))
    return { body: withoutHeadline(paragraphsOf(best.value), headline), notes: [] };
  const story = readStory(tools.parseHtml(best.value), { base: tools.base });
  return { ...story, body: withoutHeadline(story.body, headline) };
}

/** Agencies repeat the headline over the text. */
function withoutHeadline(body: readonly Block[], headline: string | undefined): readonly Block[] {
  const [first, ...rest] = body;
  const isRepeated =
    (first?.type === 'heading' || first?.type === 'paragraph') &&
    headline !== undefined &&
    bare(textOf(first.children)) === bare(headline);
  return isRepeated ? rest : body;
}

/** Letters and figures alone, by which two texts are compared. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What is said under the headline; a description that only repeats the text is none. */
function standfirstOf(
  item: unknown,
  headlines: readonly Said[],
  body: readonly Block[],
  tools: ReadTools,
): Inline[] | undefined {
  const under =
    headlines.find(({ role }) => /^sub|deck|standfirst/i.test(role)) ??
    said(saidIn(item, 'descriptions', 'description'));
  if (!under) return undefined;
  const text = bare(plainOf(under, tools));
  return text && !bare(textOf(body)).includes(text) ? inlinesOf(under, tools) : undefined;
}

/** The byline as it is written, and the names in it where that is beyond doubt. */
function whoWrote(item: unknown): { authors: readonly Person[]; byline?: string } {
  const byline = field(item, 'by') ?? field(item, 'byline');
  const named = ['people', 'person']
    .flatMap((key) => listAt(item, key))
    .filter((one) => /^(?:author|creator|writer|reporter|by)$/i.test(textAt(one, 'rel') ?? ''))
    .flatMap((one) => {
      const name = textAt(one, 'name');
      return name ? [{ name }] : [];
    });
  const single = byline?.replace(/^by\s+/i, '');
  const isOne = single && !/[,;/&|]|\s(?:and|und|et|och|og|y|e|en)\s/i.test(single);
  const authors = named.length ? named : isOne ? [{ name: single }] : [];
  const isSame = authors.length === 1 && authors[0]?.name === byline;
  return { authors, ...(byline && !isSame && { byline }) };
}

/** Where it was written, unless the text begins with that itself, as the wire's texts do. */
function datelineOf(item: unknown, [first]: readonly Block[]): string | undefined {
  const located = textAt(item, 'located');
  const start = first?.type === 'paragraph' ? textOf(first.children).slice(0, 100) : '';
  const town = bare(located?.split(',')[0] ?? '');
  const says = bare(start).startsWith(town) || /^\p{Lu}[^.!?]{1,70}\s(?:--|[–—-])\s/u.test(start);
  return says ? undefined : located;
}

function sourceIn(item: unknown) {
  const name =
    field(item, 'copyrightHolder') ??
    ['infosource', 'infosources', 'infoSources']
      .map((key) => textAt(listAt(item, key)[0], 'name'))
      .find(Boolean);
  const licence = field(item, 'usageTerms') ?? field(item, 'copyrightNotice');
  return name || licence ? { ...(name && { name }), ...(licence && { licence }) } : undefined;
}

function designOf(item: unknown) {
  const names = ['genre', 'genres']
    .flatMap((key) => listAt(item, key))
    .map((genre) => textAt(genre, 'name')?.toLowerCase());
  return designs.find((design) => names.includes(design));
}
