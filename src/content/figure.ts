import { attributes, html, joined, type Html } from './html.js';
import { safePictureUrl, safeSrcset, safeUrl } from './url.js';

/** How far a figure reaches: the text's own width, beyond it, from edge to edge, or beside the text. */
export const placements = ['inline', 'wide', 'full', 'float'] as const;
export type Placement = (typeof placements)[number];

/** A picture with all that a newsroom says of it. */
export interface Picture {
  readonly src: string;
  /** What the picture shows; empty for a picture that only decorates. */
  readonly alt: string;
  /** Size of the file in pixels; together they keep its place before it arrives. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly srcset?: string | undefined;
  readonly sizes?: string | undefined;
  readonly loading?: string | undefined;
  readonly fetchpriority?: string | undefined;
  readonly caption?: string | undefined;
  /** Who made it: "Photograph: Jane Doe/Agency". */
  readonly credit?: string | undefined;
  /** A licence's name, with the address of its text in `licenceUrl`. */
  readonly licence?: string | undefined;
  readonly licenceUrl?: string | undefined;
  /** Where it comes from, in a word: "Illustration", "Made with AI", "Archive". */
  readonly provenance?: string | undefined;
}

/**
 * The `sizes` of a picture by its placement, from the widths that the stylesheet sets by default:
 * a measure of 37.5rem, wide 62.5rem, a float 21rem, below them the viewport without its gutters.
 */
const sizes: Readonly<Record<Placement, string>> = {
  inline: '(min-width: 40rem) 37.5rem, calc(100vw - 2rem)',
  wide: '(min-width: 66rem) 62.5rem, calc(100vw - 2rem)',
  full: '100vw',
  float: '(min-width: 40rem) 21rem, calc(100vw - 2rem)',
};
export const sizesFor = (placement: Placement): string => sizes[placement];

/** What depends on where a picture stands; its caption may hold markup that the writer made. */
export type Showing = Pick<Picture, 'sizes' | 'loading' | 'fetchpriority'> & {
  readonly caption?: Html | string | undefined;
};
/** What a picture says of itself. */
type Itself = Omit<Picture, keyof Showing>;

/**
 * Writes the inside of an `article-figure`; nothing when the picture has no safe address.
 * @param url where a click on the picture leads
 */
export function renderPicture(
  picture: Itself,
  placement: Placement,
  showing: Showing,
  url?: string,
): Html | undefined {
  const src = safePictureUrl(picture.src);
  if (!src) return undefined;
  const srcset = safeSrcset(picture.srcset);
  const img = attributes({
    src,
    srcset,
    sizes: srcset && (showing.sizes || sizesFor(placement)),
    alt: picture.alt,
    width: picture.width,
    height: picture.height,
    loading: showing.loading,
    fetchpriority: showing.fetchpriority,
    decoding: 'async',
  });
  const image = html`<img${img}>`;
  return html`<figure>${url ? html`<a href="${url}">${image}</a>` : image}${renderFigcaption(picture, showing.caption)}</figure>`;
}

function renderFigcaption(
  { credit, licence, licenceUrl, provenance }: Itself,
  caption: Showing['caption'],
): Html | undefined {
  const terms = safeUrl(licenceUrl);
  const words = joined(
    [
      caption && html`<span class="caption">${caption}</span>`,
      credit && html`<span class="credit">${credit}</span>`,
      licence &&
        (terms
          ? html`<a class="licence" rel="license" href="${terms}">${licence}</a>`
          : html`<span class="licence">${licence}</span>`),
      provenance && html`<span class="provenance">${provenance}</span>`,
    ],
    ' ',
  );
  return words && html`<figcaption>${words}</figcaption>`;
}
