import type { Design } from './design.js';
import type { Person } from './person.js';

/** What search engines are told of a story, all of it visible in the page. */
export interface ArticleFacts {
  readonly headline: string;
  readonly design?: Design | undefined;
  readonly description?: string | undefined;
  readonly section?: string | undefined;
  readonly series?: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly authors: readonly Person[];
  /** ISO 8601. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly language?: string | undefined;
  /** The page's own address. */
  readonly url?: string | undefined;
  readonly images?: readonly ImageFacts[];
  readonly videos?: readonly MediaFacts[];
  readonly audios?: readonly MediaFacts[];
  readonly corrections?: readonly NoticeFacts[];
  /** That it was paid for, or made by a machine. */
  readonly remarks?: readonly string[];
  readonly updates?: readonly UpdateFacts[];
}
/** A film or a recording. */
export interface MediaFacts {
  readonly name?: string | undefined;
  /** The file. */
  readonly content?: string | undefined;
  readonly mime?: string | undefined;
  /** A page that shows it. */
  readonly url?: string | undefined;
  readonly thumbnail?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}
export interface NoticeFacts {
  readonly text: string;
  readonly published?: string | undefined;
}
/** An update of a live blog. */
export interface UpdateFacts extends NoticeFacts {
  readonly headline?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly Person[];
  readonly url?: string | undefined;
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

/** Whose embeds are films. */
export const films: ReadonlySet<string> = new Set(['youtube', 'vimeo', 'tiktok']);

/** What schema.org calls a story, by its design. */
export const articleTypes = {
  news: 'NewsArticle',
  opinion: 'OpinionNewsArticle',
  feature: 'ReportageNewsArticle',
  analysis: 'AnalysisNewsArticle',
  live: 'LiveBlogPosting',
  review: 'ReviewNewsArticle',
  explainer: 'BackgroundNewsArticle',
} as const satisfies Readonly<Record<Design, string>>;

/** The facts that a page shows, as schema.org's NewsArticle or a kind of it. Absent facts are left out. */
export function factsToJsonLd(facts: ArticleFacts): Record<string, unknown> {
  const { headline, series, published, updates, corrections = [] } = facts;
  return prune({
    '@context': 'https://schema.org',
    '@type': articleTypes[updates?.length ? 'live' : (facts.design ?? 'news')],
    headline,
    description: facts.description,
    articleSection: facts.section,
    isPartOf: series && prune({ '@type': 'CreativeWorkSeries', ...series }),
    inLanguage: facts.language,
    datePublished: published,
    dateModified: facts.updated,
    mainEntityOfPage: facts.url,
    author: facts.authors.map(author),
    image: facts.images?.map(imageNode),
    video: facts.videos?.map((video) => mediaNode('VideoObject', video, headline, published)),
    audio: facts.audios?.map((audio) => mediaNode('AudioObject', audio, headline, undefined)),
    correction: corrections.map(correctionNode),
    disambiguatingDescription: facts.remarks?.join(' '),
    coverageStartTime: updates?.length ? published : undefined,
    liveBlogUpdate: updates?.map((update) =>
      prune({
        '@type': 'BlogPosting',
        headline: update.headline ?? headline,
        datePublished: update.published,
        dateModified: update.updated,
        url: update.url,
        author: update.authors.map(author),
        articleBody: update.text,
      }),
    ),
  });
}

const author = ({ name, url, role }: Person) => personNode({ name, url, role });

const mediaNode = (
  type: string,
  media: MediaFacts,
  headline: string,
  uploadDate: string | undefined,
): Record<string, unknown> =>
  prune({
    '@type': type,
    name: media.name ?? headline,
    contentUrl: media.content,
    encodingFormat: media.mime,
    url: media.url,
    thumbnailUrl: media.thumbnail,
    uploadDate,
    width: media.width,
    height: media.height,
  });

/** What the newsroom put right. */
export const correctionNode = ({ text, published }: NoticeFacts): Record<string, unknown> =>
  prune({ '@type': 'CorrectionComment', text, datePublished: published });

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
export function prune(node: Record<string, unknown>): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const key of Object.keys(node)) {
    const value = node[key];
    if (value === undefined || value === '' || value === null) continue;
    if (!Array.isArray(value) || value.length) said[key] = value;
  }
  return said;
}

/** JSON for a script element: nothing in it can end the script or open a comment in HTML. */
export const serialiseJsonLd = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
