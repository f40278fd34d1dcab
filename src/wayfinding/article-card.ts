import type { PropertyDeclarations } from 'lit';
import { BlockElement } from '../block/block-element.js';
import { isEmpty } from '../kit/light-element.js';

/**
 * Another story, as a line to click on: all of it leads there. Left empty, it is written from its
 * attributes.
 *
 * @tagname article-card
 *
 * @attr {string} headline - The other story's headline, for a tag that is left empty.
 * @attr {string} href - Its page, for a tag that is left empty.
 * @attr {string} kicker - Its section or a catchword, for a tag that is left empty.
 * @attr {string} standfirst - A sentence on it, for a tag that is left empty.
 * @attr {string} src - A picture, for a tag that is left empty.
 * @attr {number} width - The picture's width in pixels, for a tag that is left empty.
 * @attr {number} height - The picture's height in pixels, for a tag that is left empty.
 *
 * @slot - A `figure`, `p.kicker`, `p.card-headline > a` and `p.standfirst`, each optional. (No shadow root: these are plain children.)
 */
export class ArticleCard extends BlockElement {
  static readonly tag: string = 'article-card';
  static override readonly properties: PropertyDeclarations = {
    headline: {},
    href: {},
    kicker: {},
    standfirst: {},
    src: {},
    width: { type: Number },
    height: { type: Number },
  };

  /** The other story's headline, for a tag that is left empty. */
  headline?: string | undefined;
  /** Its page, for a tag that is left empty. */
  href?: string | undefined;
  /** Its section or a catchword, for a tag that is left empty. */
  kicker?: string | undefined;
  /** A sentence on it, for a tag that is left empty. */
  standfirst?: string | undefined;
  /** A picture, for a tag that is left empty. */
  src?: string | undefined;
  /** The picture's width in pixels, for a tag that is left empty. */
  width?: number | undefined;
  /** The picture's height in pixels, for a tag that is left empty. */
  height?: number | undefined;

  #own: unknown;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { headline, href: url, kicker, standfirst, src, width, height } = this;
    if (!headline || !(isEmpty(this) || (this.#own && this.#own === this.block))) return;
    if (this.#own && !Object.keys(ArticleCard.properties).some((name) => changed.has(name))) return;
    const image = src && { type: 'image', src, alt: '', width, height };
    this.block = this.#own = { headline, url, kicker, standfirst, ...(image && { image }) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-card': ArticleCard;
  }
}
