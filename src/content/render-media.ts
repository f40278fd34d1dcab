import type { Audio, Comparison, Embed, Gallery, Image, Video } from './block.js';
import { renderPicture } from './figure.js';
import { attributes, html, type Html, type Part } from './html.js';
import type { Inline } from './inline.js';
import { providerName } from './providers.js';
import { renderInlines, tag, type Inside, type WriteOptions } from './render-inline.js';
import { safePictureUrl, safeUrl } from './url.js';

/** A picture with its caption, in the tag that opens it large. */
export const renderImage = (image: Image, options: WriteOptions, isLead = false): Html =>
  tag(
    'article-figure',
    options,
    { placement: image.placement },
    picture(image, options, isLead ? { fetchpriority: 'high' } : { loading: 'lazy' }),
  );

/** A picture whose address no page may use leaves its words. */
export function picture(
  image: Image,
  options: WriteOptions,
  loading: { readonly loading?: string; readonly fetchpriority?: string } = { loading: 'lazy' },
): Html {
  const caption = image.caption?.length ? renderInlines(image.caption, options) : undefined;
  return (
    renderPicture(
      { ...image, ...loading, caption },
      image.placement ?? 'inline',
      safeUrl(image.url),
    ) ?? renderFigure(image.alt && html`<p>${image.alt}</p>`, image.caption, options, image.credit)
  );
}

/** Pictures that belong together, each a figure of its own. */
export const renderGallery = ({ layout, images, caption }: Gallery, options: WriteOptions): Html =>
  tag(
    'article-gallery',
    options,
    { layout },
    renderFigure(
      images.map((image) => picture(image, options)),
      caption,
      options,
    ),
  );

/** Two pictures of one place, one after the other for as long as no script lays them over each other. */
export const renderComparison = (
  { before, after, caption }: Comparison,
  options: WriteOptions,
): Html =>
  tag(
    'article-compare',
    options,
    {},
    renderFigure([picture(before, options), picture(after, options)], caption, options),
  );

export function renderFigure(
  inner: Part,
  caption: readonly Inline[] | undefined,
  options: WriteOptions,
  credit?: string,
): Html {
  const parts = [
    caption?.length && html`<span class="caption">${renderInlines(caption, options)}</span>`,
    credit && html`<span class="credit">${credit}</span>`,
  ].filter((part) => part instanceof Object);
  return html`<figure>${inner}${
    parts.length > 0 &&
    html`<figcaption>${parts.map((part, index) => [index > 0 && ' ', part])}</figcaption>`
  }</figure>`;
}

export function renderMedia(media: Video | Audio, options: WriteOptions, inside: Inside): Html {
  const { type, files, tracks, title, caption, credit, transcript } = media;
  const sources = files.flatMap(({ src, mime }) => {
    const safe = safeUrl(src);
    return safe ? [html`<source${attributes({ src: safe, type: mime })}>`] : [];
  });
  const texts = tracks.flatMap(({ src, kind, lang, label }) => {
    const safe = safeUrl(src);
    return safe ? [html`<track${attributes({ src: safe, kind, srclang: lang, label })}>`] : [];
  });
  const own = attributes({
    controls: true,
    preload: 'none',
    ...(type === 'video' && {
      poster: safePictureUrl(media.poster),
      width: media.width,
      height: media.height,
      playsinline: true,
    }),
    'aria-label': title,
  });
  return tag(
    `article-${type}`,
    options,
    {},
    html`${renderFigure(html`<${type}${own}>${sources}${texts}</${type}>`, caption, options, credit)}${
      transcript?.length &&
      html`<details class="transcript"><summary>${options.say('transcript')}</summary>${inside(transcript)}</details>`
    }`,
  );
}

/** A link, and what it leads to in words: nothing of another site loads by itself. */
export function renderEmbed(embed: Embed, options: WriteOptions, inside: Inside): Html {
  const { provider, title, width, height, children, caption } = embed;
  const url = safeUrl(embed.url);
  const label = title || options.say('openOn', { provider: providerName(provider) });
  return tag(
    'article-embed',
    options,
    { provider, src: url, width, height },
    renderFigure(
      html`${inside(children)}${
        url && html`<p class="embed-link"><a href="${url}" rel="noopener">${label}</a></p>`
      }`,
      caption,
      options,
    ),
  );
}
