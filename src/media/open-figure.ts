import { define, prefixOf } from '../kit/define.js';
import type { FigureLightbox } from './figure-lightbox.js';

/** Shows a figure's picture large, with its caption and credit; resolves when the reader has closed it. */
export async function openFigure(
  host: Element,
  image: HTMLImageElement,
  labels: { readonly dialog: string; readonly close: string },
): Promise<void> {
  const { FigureLightbox } = await import('./figure-lightbox.js');
  if (!host.isConnected) return; // Taken away meanwhile.
  const prefix = prefixOf(host);
  define(FigureLightbox, prefix);
  const lightbox = document.createElement(prefix + FigureLightbox.tag) as FigureLightbox;
  const caption = image.closest('figure')?.querySelector('figcaption');
  lightbox.append(largePicture(image));
  if (caption) {
    const copy = document.createElement('div');
    copy.slot = 'caption';
    copy.append(...[...caption.childNodes].map((node) => node.cloneNode(true)));
    withoutIds(copy);
    lightbox.append(copy);
  }
  // Inside the figure it keeps the page's language, direction and tokens.
  host.append(lightbox);
  try {
    await lightbox.open(labels.dialog, labels.close);
  } finally {
    lightbox.remove();
  }
}

/** The picture again, asked for as wide as the screen; what is already there shows at once. */
function largePicture(image: HTMLImageElement): HTMLImageElement {
  const large = document.createElement('img');
  large.slot = 'picture';
  large.alt = image.alt;
  const { width, height } = image;
  large.width = image.naturalWidth || width;
  large.height = image.naturalHeight || height;
  if (image.srcset && !image.closest('picture')) {
    large.sizes = '100vw';
    large.srcset = image.srcset;
  }
  large.src = image.closest('picture') ? image.currentSrc || image.src : image.src;
  return large;
}

function withoutIds(element: Element): void {
  for (const inner of element.querySelectorAll('[id]')) inner.removeAttribute('id');
}
