import type { Person } from './person.js';

/** What search engines are told of a story, all of it visible in the page. */
export interface ArticleFacts {
  readonly headline: string;
  readonly description?: string | undefined;
  readonly section?: string | undefined;
  readonly authors: readonly Person[];
  /** ISO 8601. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly language?: string | undefined;
  /** The page's own address. */
  readonly url?: string | undefined;
  readonly image?: ImageFacts;
}
/** A picture, with its addresses made absolute. */
export interface ImageFacts {
  readonly url: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  /** What it shows, for those who do not see it. */
  readonly alt?: string | undefined;
  /** A licence's address, else its name. */
  readonly licence?: string | undefined;
  /** A licence's name where its address is given too. */
  readonly terms?: string | undefined;
  readonly provenance?: string | undefined;
}

/** The facts that a page shows, as schema.org's NewsArticle. Absent facts are left out. */
export function factsToJsonLd(facts: ArticleFacts): Record<string, unknown> {
  const { image } = facts;
  return prune({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: facts.headline,
    description: facts.description,
    articleSection: facts.section,
    inLanguage: facts.language,
    datePublished: facts.published,
    dateModified: facts.updated,
    mainEntityOfPage: facts.url,
    author: facts.authors.map(({ name, url, role }) => personNode({ name, url, role })),
    image: image && [imageNode(image)],
  });
}

type Resolve = (url: string | undefined) => string | undefined;
const asItIs: Resolve = (url) => url;

/** Somebody, as schema.org has people. */
export const personNode = (
  { name, url, role, image }: Person,
  link: Resolve = asItIs,
  picture: Resolve = asItIs,
): Record<string, unknown> =>
  prune({ '@type': 'Person', name, url: link(url), jobTitle: role, image: picture(image) });

/** A picture, as schema.org has pictures. */
export const imageNode = (image: ImageFacts): Record<string, unknown> =>
  prune({
    '@type': 'ImageObject',
    url: image.url,
    width: image.width,
    height: image.height,
    caption: image.caption,
    alternateName: image.alt,
    creditText: image.credit,
    license: image.licence,
    usageInfo: image.terms,
    genre: image.provenance,
  });

/** Without what nobody said. */
export const prune = (node: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) =>
        value !== undefined &&
        value !== '' &&
        value !== null &&
        !(Array.isArray(value) && !value.length),
    ),
  );

/** JSON for a script element: nothing in it can end the script or open a comment in HTML. */
export const serialiseJsonLd = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
