import { articleOf, type Article, type ArticleResult, type Linked } from '../content/article.js';
import type { Block, Card, Notice } from '../content/block.js';
import { textIn } from '../content/nodes.js';
import type { Person } from '../content/person.js';
import { resolveUrl, safePictureUrl } from '../content/url.js';
import {
  at,
  listAt,
  own,
  sourceOf,
  textAt,
  type ArticleFormat,
  type ReadTools,
} from './article-source.js';
import { blockOf, blocksOf, cardOf, correction } from './ans-blocks.js';
import { line } from './ans-media.js';

/** A story of Arc XP in its ANS format (0.10), or the first that a search answered. */
export const ans: ArticleFormat = {
  name: 'ans',
  recognises: (data) => isStory(storyIn(data)),
  read: (data, tools) => readStory(storyIn(data), tools),
};

/** A story in ANS: `src` is its address. */
export const articles = sourceOf(ans);

const types = new Set(['story', 'gallery', 'video', 'image', 'audio']);

const storyIn = (data: unknown): unknown =>
  own(data, 'type') === 'results' ? listAt(data, 'content_elements')[0] : data;

/** Its type, and a version of the schema, which is no address as in other formats. */
const isStory = (data: unknown): boolean =>
  types.has(own(data, 'type') as string) &&
  /^0\.\d+(?:\.\d+)?$/.test(textAt(data, 'version') ?? '');

const leads = new Set(['image', 'gallery', 'video', 'audio', 'embed']);
const isLead = (block: Block | undefined): block is NonNullable<Article['lead']> =>
  block !== undefined && leads.has(block.type);

function readStory(story: unknown, given: ReadTools): ArticleResult {
  const url = resolveUrl(
    textAt(story, 'canonical_url') ?? textAt(story, 'website_url'),
    given.base,
  );
  const tools = { ...given, base: url ?? given.base };
  const isText = own(story, 'type') === 'story' || own(story, 'type') === undefined;
  const [medium, ...rest] = isText ? [] : blockOf(withoutHeadline(story), tools);
  const body = isText
    ? blocksOf(listAt(story, 'content_elements'), tools)
    : [...(isLead(medium) || !medium ? [] : [medium]), ...rest];
  const plain = (...path: readonly string[]) => {
    const html = textAt(story, ...path);
    return html && textIn(given.parseHtml(html));
  };
  const under =
    textAt(story, 'subheadlines', 'basic') ??
    (isText ? textAt(story, 'description', 'basic') : undefined);
  const access = textAt(story, 'content_restrictions', 'content_code');
  const { section, tags } = taxonomyOf(story, tools);
  return {
    article: articleOf({
      id: textAt(story, '_id'),
      url,
      headline: plain('headlines', 'basic'),
      kicker:
        at(story, 'label', 'basic', 'display') === false
          ? undefined
          : textAt(story, 'label', 'basic', 'text'),
      standfirst: under ? line(under, tools) : undefined,
      authors: authorsOf(story, tools),
      published: dateOf(story, 'first_publish_date', 'display_date', 'publish_date'),
      updated: dateOf(story, 'display_date', 'last_updated_date'),
      section,
      tags,
      lead: isLead(medium) ? medium : leadOf(story, body, tools),
      body,
      corrections: listAt(story, 'corrections').flatMap((one): Notice[] => correction(one, tools)),
      related: listAt(story, 'related_content', 'basic').flatMap((one): Card[] =>
        cardOf(one, tools),
      ),
      lang: textAt(story, 'language') ?? textAt(story, 'locale'),
      free: access === undefined ? undefined : access === 'free',
      source: sourceIn(story),
    }),
    problems: isStory(story) ? [] : [{ path: '', message: 'is no story in ANS' }],
  };
}

/** A film or gallery that is the story itself has its headline over it. */
const withoutHeadline = (story: unknown): unknown =>
  Object.fromEntries(Object.entries(story ?? {}).filter(([key]) => key !== 'headlines'));

const dateOf = (story: unknown, ...keys: readonly string[]): string | undefined =>
  keys.map((key) => textAt(story, key)).find(Boolean);

/** What stands over the text, unless it stands in it too. */
function leadOf(story: unknown, body: readonly Block[], tools: ReadTools): Article['lead'] {
  const promo = at(story, 'promo_items', 'lead_art') ?? at(story, 'promo_items', 'basic');
  const type = textAt(promo, 'type');
  if (!type || type === 'story') return undefined;
  const lead = blockOf(promo, tools).find(isLead);
  if (!lead) return undefined;
  const address =
    lead.type === 'image'
      ? lead.src
      : lead.type === 'gallery'
        ? lead.images[0]?.src
        : lead.type === 'embed'
          ? lead.url
          : lead.files[0]?.src;
  return JSON.stringify(body).includes(JSON.stringify(address)) ? undefined : lead;
}

/** Who wrote it; what others did stands under the name that the credits have for it. */
function authorsOf(story: unknown, tools: ReadTools): Person[] {
  const credits = own(story, 'vanity_credits') ?? own(story, 'credits');
  if (typeof credits !== 'object' || credits === null) return [];
  const keys = Object.keys(credits).sort((a, b) => Number(b === 'by') - Number(a === 'by'));
  return keys.flatMap((key) =>
    listAt(credits, key).flatMap((one): Person[] => {
      const name =
        textAt(one, 'name') ??
        textAt(one, 'byline') ??
        textAt(one, 'additional_properties', 'original', 'byline');
      if (!name) return [];
      const url = resolveUrl(textAt(one, 'url'), tools.base);
      const role = textAt(one, 'role') ?? (key === 'by' ? undefined : key.replace(/_/g, ' '));
      const image = safePictureUrl(textAt(one, 'image', 'url'));
      return [{ name, ...(url && { url }), ...(role && { role }), ...(image && { image }) }];
    }),
  );
}

function taxonomyOf(story: unknown, tools: ReadTools) {
  const named = (value: unknown): Linked[] => {
    const name = textAt(value, 'name') ?? textAt(value, 'text') ?? textAt(value, 'slug');
    const path = textAt(value, 'path') ?? textAt(value, '_id');
    const url = path?.startsWith('/') ? resolveUrl(path, tools.base) : undefined;
    return name ? [{ name, ...(url && { url }) }] : [];
  };
  const sections = [
    at(story, 'taxonomy', 'primary_section'),
    at(story, 'taxonomy', 'primary_site'),
    ...listAt(story, 'taxonomy', 'sections'),
  ].flatMap(named);
  return { section: sections[0], tags: listAt(story, 'taxonomy', 'tags').flatMap(named) };
}

function sourceIn(story: unknown) {
  const name = textAt(story, 'distributor', 'name') ?? textAt(story, 'source', 'name');
  const licence = textAt(story, 'copyright');
  return name || licence ? { ...(name && { name }), ...(licence && { licence }) } : undefined;
}
