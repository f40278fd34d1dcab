import type { LiveUpdate, Notice } from './block.js';
import { renderByline } from './byline.js';
import { html, type Html } from './html.js';
import { idIn, renderInlines, tag, type Inside, type WriteOptions } from './render-inline.js';

/** A word on what kind of notice it is, unless it is a mere note, and when it was added. */
export function renderNotice(
  { kind, datetime, children }: Notice,
  options: WriteOptions,
  inside: Inside,
): Html {
  const date = datetime && options.formatDate(datetime);
  const label = kind !== 'note' && options.say(kind);
  return tag(
    'article-notice',
    options,
    { kind },
    html`${
      (label || date) &&
      html`<p class="notice-label">${label}${label && date && ' '}${date && html`<time datetime="${datetime}">${date}</time>`}</p>`
    }${inside(children)}`,
  );
}

/** What happened now, in a story that goes on. */
export function renderUpdate(update: LiveUpdate, options: WriteOptions, inside: Inside): Html {
  const { id, headline, published, updated, authors, key, pinned, children } = update;
  return tag(
    'live-update',
    options,
    { id: id && idIn(options, id), key, pinned },
    html`<article>${headline?.length && html`<h2>${renderInlines(headline, options)}</h2>`}${renderTimes({ published, updated }, options)}${renderAuthors({ authors }, options)}${inside(children)}</article>`,
  );
}

/** Names with links and roles, or the byline as it was written. */
export function renderAuthors(
  { authors, byline }: Pick<LiveUpdate, 'authors'> & { readonly byline?: string | undefined },
  options: WriteOptions,
): Html | false {
  const inner = byline
    ? html`<p>${byline}</p>`
    : authors.length > 0 &&
      renderByline(authors, { locale: options.locale, by: options.say('by') });
  return inner && tag('article-byline', options, {}, inner);
}

/** When it was published, and updated where that differs. */
export function renderTimes(
  {
    published,
    updated,
  }: { readonly published?: string | undefined; readonly updated?: string | undefined },
  options: WriteOptions,
): Html | false {
  const first = published && options.formatDate(published);
  const second = updated && updated !== published && options.formatDate(updated);
  if (!first && !second) return false;
  return tag(
    'article-time',
    options,
    {},
    html`${first && html`<time datetime="${published}">${first}</time>`}${
      second &&
      html`${first && ' '}<span class="updated-label">${options.say('updated')}</span> <time class="updated" datetime="${updated}">${second}</time>`
    }`,
  );
}
