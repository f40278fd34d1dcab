import type { PropertyDeclarations } from 'lit';
import { renderByline } from '../content/byline.js';
import { parseAuthors, type Person } from '../content/person.js';
import { localeOf } from '../kit/language.js';
import { isEmpty, LightElement } from '../kit/light-element.js';
import { WordsController, type Words } from '../kit/words.js';
import { Written } from '../kit/written.js';
import { SheetController } from '../styles/sheet-controller.js';

/**
 * Who made a story: several authors with roles, links and portraits. Left empty, it writes them from
 * its data, joined as the nearest language joins names; what someone wrote inside stays as it is.
 *
 * @tagname article-byline
 *
 * @attr {string} authors - Names separated by semicolons, for a tag that is left empty. People with links, roles and portraits go in the property.
 *
 * @slot - A `p` with `a[rel=author]` or `span.author`, and `span.role`. (No shadow root: these are plain children.)
 */
export class ArticleByline extends LightElement {
  static readonly tag: string = 'article-byline';
  static override readonly properties: PropertyDeclarations = {
    authors: { converter: { fromAttribute: parseAuthors } },
    words: { attribute: false },
  };

  /** The people: name, and where there are any, url, role and image (the address of a portrait). */
  authors: readonly Person[] = [];
  /** Words of the page's own, over those of the language. */
  words?: Partial<Words> | undefined;

  readonly #words = new WordsController(this);
  readonly #written = new Written(this);

  constructor() {
    super();
    new SheetController(this);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    if (!this.#written.present && !isEmpty(this)) return;
    const authors = [...(this.authors ?? [])].filter((author) => author?.name);
    const options = { locale: localeOf(this.#words.language), by: this.#words.say('by') };
    this.#written.replace(authors.length ? String(renderByline(authors, options)) : '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-byline': ArticleByline;
  }
}
