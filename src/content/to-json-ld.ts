import { articleOf, type Article } from './article.js';
import type { Audio, Block, Embed, Image, LiveUpdate, Notice, Video } from './block.js';
import { articleTypes, correctionNode, films, imageNode, personNode, prune } from './json-ld.js';
import { outputOf, type Output } from './output.js';
import { idIn } from './render-inline.js';
import { inlineText } from './plain.js';
import { toText, wordCount } from './to-text.js';

export interface JsonLdOptions {
  /** Puts the whole text in too; a page that shows it need not say it twice. Default: no. */
  readonly body?: boolean | undefined;
  /** What the story is written with, so that addresses of its parts lead there: see `renderArticle`. */
  readonly id?: string | undefined;
  /** By which relative addresses are understood. Default: the story's own address. */
  readonly base?: string | undefined;
  /** Who publishes the page. Default: where the story comes from. */
  readonly publisher?:
    | {
        readonly name: string;
        readonly url?: string | undefined;
        /** Address of its sign. */
        readonly logo?: string | undefined;
      }
    | undefined;
}

type Node = Record<string, unknown>;

/** A whole story as schema.org has it: a NewsArticle, or the kind of one that its design says. */
export function toJsonLd(article: Article, options: JsonLdOptions = {}): Node {
  const { published, updated, lang, tags, series, section, source } = article;
  const output = outputOf(article, options);
  const { link } = output;
  const found = gather([...(article.lead ? [article.lead] : []), ...article.body]);
  const type = articleTypes[found.updates.length ? 'live' : (article.design ?? 'news')];
  const url = link(article.url);
  const { publisher = source?.name ? { name: source.name, url: source.url } : undefined } = options;
  return prune({
    '@context': 'https://schema.org',
    '@type': type,
    '@id': url,
    identifier: article.id,
    headline: article.headline,
    description: inlineText(article.standfirst),
    // What stands around it has places of its own.
    articleBody: options.body
      ? plain({ ...article, lead: undefined, corrections: [], related: [] })
      : undefined,
    articleSection: section?.name,
    genre: article.kicker,
    isPartOf: series && thing('CreativeWorkSeries', series, output),
    inLanguage: lang,
    datePublished: published,
    dateModified: updated,
    // Only what is called news has a dateline.
    ...(type === 'LiveBlogPosting'
      ? { locationCreated: article.dateline && { '@type': 'Place', name: article.dateline } }
      : { dateline: article.dateline }),
    url,
    mainEntityOfPage: url,
    author: article.authors.map((author) => personNode(author, link, output.picture)),
    creditText: article.byline,
    publisher: publisher && publisherNode(publisher, output),
    isBasedOn: source?.url === article.url ? undefined : link(source?.url),
    license: source?.licence,
    isAccessibleForFree: article.free,
    keywords: tags.map(({ name }) => name),
    about: tags.filter((tag) => tag.url).map((tag) => thing('Thing', tag, output)),
    wordCount: wordCount(article) || undefined,
    image: unique(found.images.flatMap((image) => imageOf(image, output))),
    video: found.videos.map((video) => videoOf(video, article, output)),
    audio: found.audios.map((audio) => mediaOf('AudioObject', audio, output)),
    correction: [...article.corrections, ...found.notices]
      .filter(({ kind }) => kind === 'correction' || kind === 'clarification')
      .map((notice) => correctionOf(notice)),
    // What the newsroom says besides: that it was paid for, or made by a machine.
    disambiguatingDescription: article.corrections
      .filter(({ kind }) => kind !== 'correction' && kind !== 'clarification')
      .map(({ children }) => plain(articleOf({ body: children })))
      .join(' '),
    citation: article.related.map(({ headline, url: page, standfirst }) =>
      prune({
        '@type': 'CreativeWork',
        headline,
        url: link(page),
        description: standfirst,
      }),
    ),
    coverageStartTime: found.updates.length ? published : undefined,
    liveBlogUpdate: found.updates.map((update) => updateOf(update, article, output, options)),
  });
}

/** A text of the story's own words alone. */
const plain = (article: Article): string =>
  toText(
    { ...article, dateline: undefined },
    { header: false, say: () => '', formatDate: () => '' },
  );

/** What stands in a story, however deep, that schema.org has a place for. */
interface Found {
  readonly images: Image[];
  readonly videos: (Video | Embed)[];
  readonly audios: Audio[];
  readonly updates: LiveUpdate[];
  readonly notices: Notice[];
}

function gather(blocks: readonly Block[]): Found {
  const found: Found = { images: [], videos: [], audios: [], updates: [], notices: [] };
  const walk = (block: Block): void => {
    switch (block.type) {
      case 'image':
        found.images.push(block);
        break;
      case 'gallery':
        found.images.push(...block.images);
        break;
      case 'comparison':
        found.images.push(block.before, block.after);
        break;
      case 'video':
        found.videos.push(block);
        break;
      case 'audio':
        found.audios.push(block);
        break;
      case 'embed':
        if (films.has(block.provider)) found.videos.push(block);
        block.children.forEach(walk);
        break;
      case 'live-update':
        found.updates.push(block);
        break;
      case 'notice':
        found.notices.push(block);
        break;
      case 'list':
        block.items.forEach(({ children }) => children.forEach(walk));
        break;
      case 'timeline':
        block.events.forEach(({ children }) => children.forEach(walk));
        break;
      case 'definition-list':
        block.items.forEach(({ descriptions }) =>
          descriptions.forEach(({ children }) => children.forEach(walk)),
        );
        break;
      case 'blockquote':
      case 'factbox':
      case 'details':
      case 'figure':
      case 'group':
      case 'unknown':
        block.children.forEach(walk);
        break;
      case 'paragraph':
      case 'heading':
      case 'pullquote':
      case 'table':
      case 'code':
      case 'math-block':
      case 'thematic-break':
      case 'big-number':
      case 'related':
        break;
    }
  };
  blocks.forEach(walk);
  return found;
}

const thing = (
  type: string,
  { name, url }: { readonly name: string; readonly url?: string | undefined },
  { link }: Output,
): Node => prune({ '@type': type, name, url: link(url) });

function publisherNode(
  { name, url, logo }: NonNullable<JsonLdOptions['publisher']>,
  { link, picture }: Output,
): Node {
  const sign = picture(logo);
  return prune({
    '@type': 'Organization',
    name,
    url: link(url),
    logo: sign && { '@type': 'ImageObject', url: sign },
  });
}

/** A picture that others can fetch. */
function imageOf(image: Image, { link, picture }: Output): Node[] {
  const { alt, width, height, caption, credit, licence, licenceUrl, provenance } = image;
  const url = picture(image.src);
  if (!url) return [];
  const terms = link(licenceUrl);
  return [
    imageNode({
      ...{ url, alt, width, height, credit, provenance },
      caption: inlineText(caption),
      licence: terms ?? licence,
      terms: terms && licence,
    }),
  ];
}

/** The same picture is told of once. */
const unique = (nodes: readonly Node[]): Node[] =>
  nodes.filter(({ url }, index) => nodes.findIndex((node) => node.url === url) === index);

function videoOf(video: Video | Embed, { headline, published }: Article, output: Output): Node {
  if (video.type === 'video')
    return {
      ...mediaOf('VideoObject', video, output),
      ...prune({
        name: video.title || inlineText(video.caption) || headline,
        thumbnailUrl: output.picture(video.poster),
        uploadDate: published,
        width: video.width,
        height: video.height,
      }),
    };
  return prune({
    '@type': 'VideoObject',
    name: video.title || inlineText(video.caption) || headline,
    description: inlineText(video.caption),
    url: output.link(video.url),
    uploadDate: published,
    width: video.width,
    height: video.height,
  });
}

function mediaOf(type: string, media: Video | Audio, { link }: Output): Node {
  const { title, caption, credit, files, transcript } = media;
  const file = files.find(({ src }) => link(src));
  return prune({
    '@type': type,
    name: title,
    description: inlineText(caption),
    creditText: credit,
    contentUrl: link(file?.src),
    encodingFormat: file?.mime,
    transcript: transcript && plain(articleOf({ body: transcript })),
  });
}

const correctionOf = ({ datetime, children }: Notice): Node =>
  correctionNode({ text: plain(articleOf({ body: children })), published: datetime });

function updateOf(
  update: LiveUpdate,
  article: Article,
  output: Output,
  options: JsonLdOptions,
): Node {
  const { id, headline, published, updated, authors, byline, children } = update;
  const page = output.link(article.url)?.replace(/#.*/, '');
  return prune({
    '@type': 'BlogPosting',
    headline: inlineText(headline) || article.headline,
    datePublished: published,
    dateModified: updated,
    url: page && id ? `${page}#${encodeURIComponent(idIn(options, id))}` : page,
    author: authors.map((author) => personNode(author, output.link, output.picture)),
    creditText: byline,
    articleBody: plain(articleOf({ body: children })),
    image: gather(children).images.flatMap((image) => imageOf(image, output)),
  });
}
