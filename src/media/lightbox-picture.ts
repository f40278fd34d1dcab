import { safePictureUrl } from '../content/url.js';

const pictureFile = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/** The link around a picture that leads to a file of the picture itself: what opens it where no script runs. */
export function fileLink(image: Element): HTMLAnchorElement | undefined {
  const link = image.closest('a');
  return link && safePictureUrl(link.href) && pictureFile.test(link.pathname) ? link : undefined;
}

/** The picture again, asked for as wide as the screen; what is already there shows at once. */
export function largePicture(image: HTMLImageElement): HTMLImageElement {
  const large = document.createElement('img');
  large.slot = 'picture';
  large.alt = image.alt;
  const file = fileLink(image);
  const { width, height } = image;
  // A crop shows in another ratio than the file has.
  const isThere = image.naturalWidth > 0;
  large.width = isThere ? image.naturalWidth : width;
  large.height = isThere ? image.naturalHeight : height;
  if (file) large.src = file.href;
  else if (image.closest('picture')) large.src = image.currentSrc || image.src;
  else {
    if (image.srcset) {
      large.sizes = '100vw';
      large.srcset = image.srcset;
    }
    large.src = image.src;
  }
  return large;
}

/** The caption again, with all markup in it; ids are not repeated. */
export function captionOf(image: Element): HTMLElement | undefined {
  const caption = image.closest('figure')?.querySelector(':scope > figcaption');
  if (!caption) return undefined;
  const copy = document.createElement('div');
  copy.slot = 'caption';
  copy.append(...[...caption.childNodes].map((node) => node.cloneNode(true)));
  for (const inner of copy.querySelectorAll('[id]')) inner.removeAttribute('id');
  return copy;
}
