import type { Audio, Comparison, Embed, Gallery, Image, Video } from './block.js';
import { renderPicture, sizesFor, type Showing } from './figure.js';
import { attributes, html, joined, type Html, type Part } from './html.js';
import type { Inline } from './inline.js';
import { playerOf } from './players.js';
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
  { loading, fetchpriority, sizes }: Omit<Showing, 'caption'> = { loading: 'lazy' },
): Html {
  const caption = image.caption?.length ? renderInlines(image.caption, options) : undefined;
  return (
    renderPicture(
      image,
      image.placement ?? 'inline',
      { caption, loading, fetchpriority, sizes },
      safeUrl(image.url),
    ) ??
    renderFigure(image.alt && html`<p>${image.alt}</p>`, image.caption, options, {
      credit: image.credit,
    })
  );
}

/** How wide a picture of a gallery shows, from what media.css makes of each layout. */
function gallerySizes({ layout, images: { length } }: Gallery): string {
  if (layout === 'carousel') return '(min-width: 66rem) 55rem, 88vw';
  if (layout === 'strip') return '(min-width: 66rem) 14.5rem, (min-width: 40rem) 23vw, 9rem';
  if (length === 1) return sizesFor('wide');
  return length === 2 || length === 4
    ? '(min-width: 66rem) 31rem, 50vw'
    : '(min-width: 66rem) 20.5rem, (min-width: 40rem) 30vw, 50vw';
}

/** Pictures that belong together, each a figure of its own. */
export function renderGallery(gallery: Gallery, options: WriteOptions): Html {
  const { layout, images, caption } = gallery;
  const sizes = gallerySizes(gallery);
  // What scrolls can be reached with the keyboard, without a script too.
  const scrolls = layout === 'carousel' || layout === 'strip';
  const figures = images.map((image) => picture(image, options, { loading: 'lazy', sizes }));
  return tag(
    'article-gallery',
    options,
    { layout },
    renderFigure(figures, caption, options, { tabindex: scrolls ? 0 : undefined }),
  );
}

/** Two pictures of one place; the stylesheet lays them over each other, or side by side. */
export const renderComparison = (
  { before, after, caption }: Comparison,
  options: WriteOptions,
): Html =>
  tag(
    'article-compare',
    options,
    {},
    renderFigure(
      [before, after].map((image) =>
        picture(image, options, { loading: 'lazy', sizes: sizesFor('wide') }),
      ),
      caption,
      options,
    ),
  );

export function renderFigure(
  inner: Part,
  caption: readonly Inline[] | undefined,
  options: WriteOptions,
  {
    credit,
    tabindex,
  }: { readonly credit?: string | undefined; readonly tabindex?: number | undefined } = {},
): Html {
  const words = joined(
    [
      !!caption?.length && html`<span class="caption">${renderInlines(caption, options)}</span>`,
      credit && html`<span class="credit">${credit}</span>`,
    ],
    ' ',
  );
  return html`<figure${attributes({ tabindex })}>${inner}${
    words && html`<figcaption>${words}</figcaption>`
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
    html`${renderFigure(html`<${type}${own}>${sources}${texts}</${type}>`, caption, options, { credit })}${
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
  // No room is kept for what has no player: a name instead of a number, a page of many things.
  const isLink = !provider.includes('.') && !(url && playerOf(url, { provider }));
  return tag(
    'article-embed',
    options,
    { provider, src: url, width, height, 'link-only': isLink },
    renderFigure(
      html`${inside(children)}${
        url && html`<p class="embed-link"><a href="${url}" rel="noopener">${label}</a></p>`
      }`,
      caption,
      options,
    ),
  );
}
