import type { PropertyDeclarations } from 'lit';
import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * Something of another site. Nothing of it loads before the reader agrees; until then its words, its title and a link stand in its place.
 *
 * @tagname article-embed
 *
 * @attr {string} provider - Whose it is: `youtube`, `vimeo`, `bluesky`, …; else it is found from the address.
 * @attr {string} src - Address of the page or the player.
 * @attr {number} width - Its width in pixels; with `height` it keeps its place.
 * @attr {number} height - Its height in pixels.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @slot - A `figure` with the words of a post, `p.embed-link > a`, and a `figcaption`. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleEmbed extends BlockElement {
  static readonly tag: string = 'article-embed';
  static override readonly properties: PropertyDeclarations = {
    provider: {},
    src: {},
    width: { type: Number },
    height: { type: Number },
  };

  /** Whose it is: `youtube`, `vimeo`, `bluesky`, …; else it is found from the address. */
  provider?: string | undefined;
  /** Address of the page or the player. */
  src?: string | undefined;
  /** Its width in pixels; with `height` it keeps its place. */
  width?: number | undefined;
  /** Its height in pixels. */
  height?: number | undefined;

  protected override script(): Promise<BlockScript> {
    return import('./embed-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-embed': ArticleEmbed;
  }
}
