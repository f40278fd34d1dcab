import type { Card } from './block.js';
import { html, type Html } from './html.js';
import type { Inline } from './inline.js';
import { renderInlines, tag, type WriteOptions } from './render-inline.js';
import { picture } from './render-media.js';
import { safeUrl } from './url.js';

/** Other stories to go on with. */
export function renderRelated(
  items: readonly Card[],
  title: readonly Inline[] | undefined,
  options: WriteOptions,
): Html {
  return tag(
    'related-articles',
    options,
    {},
    html`${title?.length && html`<h2>${renderInlines(title, options)}</h2>`}<ul>${items.map(
      (item) => html`<li>${renderCard(item, options)}</li>`,
    )}</ul>`,
  );
}

/** One of them: a line to click on. */
export function renderCard(
  { headline, url, kicker, standfirst, image }: Card,
  options: WriteOptions,
): Html {
  const href = safeUrl(url);
  return tag(
    'article-card',
    options,
    {},
    html`${image && picture({ ...image, alt: '' }, options)}${
      kicker && html`<p class="kicker">${kicker}</p>`
    }<p class="card-headline">${href ? html`<a href="${href}">${headline}</a>` : headline}</p>${
      standfirst && html`<p class="standfirst">${standfirst}</p>`
    }`,
  );
}
