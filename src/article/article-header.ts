import type { PropertyDeclarations } from 'lit';
import { renderHeader } from '../content/header.js';
import { isEmpty, LightElement } from '../kit/light-element.js';
import { Written } from '../kit/written.js';
import { SheetController } from '../styles/sheet-controller.js';

/**
 * What stands over a story: kicker, series, headline and standfirst. Left empty, it writes them from its
 * attributes; what someone wrote inside stays as it is.
 *
 * @tagname article-header
 *
 * @attr {string} headline - The headline, for a tag that is left empty.
 * @attr {string} kicker - The section or a catchword over the headline, for a tag that is left empty.
 * @attr {string} kicker-url - The section's page, for a tag that is left empty.
 * @attr {string} series - The series that the story is a part of, for a tag that is left empty.
 * @attr {string} series-url - The series' page, for a tag that is left empty.
 * @attr {string} standfirst - A sentence or two under the headline, for a tag that is left empty.
 *
 * @slot - `p.kicker`, `p.series`, `h1` and `p.standfirst`, each optional. (No shadow root: these are plain children.)
 */
export class ArticleHeader extends LightElement {
  static readonly tag: string = 'article-header';
  static override readonly properties: PropertyDeclarations = {
    headline: {},
    kicker: {},
    kickerUrl: { attribute: 'kicker-url' },
    series: {},
    seriesUrl: { attribute: 'series-url' },
    standfirst: {},
  };

  /** The headline, for a tag that is left empty. */
  headline?: string | undefined;
  /** The section or a catchword over the headline, for a tag that is left empty. */
  kicker?: string | undefined;
  /** The section's page, for a tag that is left empty. */
  kickerUrl?: string | undefined;
  /** The series that the story is a part of, for a tag that is left empty. */
  series?: string | undefined;
  /** The series' page, for a tag that is left empty. */
  seriesUrl?: string | undefined;
  /** A sentence or two under the headline, for a tag that is left empty. */
  standfirst?: string | undefined;

  readonly #written = new Written(this);

  constructor() {
    super();
    new SheetController(this);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    if (this.#written.present || isEmpty(this)) this.#written.replace(String(renderHeader(this)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-header': ArticleHeader;
  }
}
