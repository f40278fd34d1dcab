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
  readonly image?: {
    readonly url: string;
    readonly width?: number | undefined;
    readonly height?: number | undefined;
    readonly caption?: string | undefined;
    readonly credit?: string | undefined;
  };
}

/** A story as schema.org's NewsArticle. Absent facts are left out. */
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
    author: facts.authors.map(({ name, url, role }) =>
      prune({ '@type': 'Person', name, url, jobTitle: role }),
    ),
    image: image && [
      prune({
        '@type': 'ImageObject',
        url: image.url,
        width: image.width,
        height: image.height,
        caption: image.caption,
        creditText: image.credit,
      }),
    ],
  });
}

function prune(node: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  );
}

/** JSON for a script element: nothing in it can end the script or open a comment in HTML. */
export const serialiseJsonLd = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
