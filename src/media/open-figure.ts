import type { BlockTools } from '../block/block-script.js';
import { enMedia } from '../kit/words/en-media.js';
import { FigureLightbox } from './figure-lightbox.js';
import { captionOf, largePicture } from './lightbox-picture.js';

/** Pictures to show large. Words and tags are handed in: this file is loaded late and holds none. */
export interface Opening {
  /** The tag that the pictures stand in; with its language, direction and tokens they are shown. */
  readonly host: HTMLElement;
  readonly images: readonly HTMLImageElement[];
  /** Which is shown first. */
  readonly at?: number;
  readonly tools: Pick<BlockTools, 'say' | 'learn' | 'define' | 'prefix'>;
  /** Hears of each picture but the first. */
  readonly moved?: (at: number) => void;
}

export interface Opened {
  /** Resolves when it is closed, with the place of the picture that was shown last. */
  readonly closed: Promise<number>;
  show(at: number): void;
  close(): void;
}

/** Shows pictures large, each with its caption and credit. */
export function openFigure({ host, images, at = 0, tools, moved }: Opening): Opened {
  const { say, learn, define, prefix } = tools;
  learn(enMedia);
  define(FigureLightbox);
  const lightbox = document.createElement(prefix + FigureLightbox.tag) as FigureLightbox;
  if (prefix) lightbox.className = FigureLightbox.tag;
  host.append(lightbox);
  const closed = lightbox.open({
    count: images.length,
    at,
    say,
    picture: (one) => largePicture(images[one]!),
    caption: (one) => captionOf(images[one]!),
    ...(moved && { moved }),
  });
  return {
    closed: closed.then(() => {
      lightbox.remove();
      return lightbox.at;
    }),
    show: (one) => lightbox.show(one),
    close: () => lightbox.close(),
  };
}
