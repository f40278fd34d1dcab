import type { Block, LiveUpdate, Notice } from './block.js';
import { renderByline } from './byline.js';
import { attributes, html, type Html, type Part } from './html.js';
import { inlineText } from './plain.js';
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

/** Updates that follow one another belong to one live blog; everything else stays as it is. */
export function inBlogs(blocks: readonly Block[]): (Block | readonly LiveUpdate[])[] {
  const runs: (Block | LiveUpdate[])[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.type !== 'live-update') runs.push(block);
    else if (Array.isArray(last)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** A story that goes on: its key moments, then the updates as they are given, but the pinned ones first. */
export function renderLiveBlog(
  updates: readonly LiveUpdate[],
  options: WriteOptions,
  inside: Inside,
  { ended }: { readonly ended?: boolean | undefined } = {},
): Html {
  const pinned = updates.filter((one) => one.pinned);
  const others = updates.filter((one) => !one.pinned);
  const written = [...pinned, ...others].map((one) => [renderUpdate(one, options, inside), '\n']);
  return tag(
    'live-blog',
    options,
    { ended },
    html`\n${renderKeyMoments(updates, options)}${written}`,
  );
}

/** Links to the moments that count, folded into a line. */
function renderKeyMoments(updates: readonly LiveUpdate[], options: WriteOptions): Html | false {
  const items = updates.flatMap(({ id, key, headline }) =>
    id && key && headline?.length
      ? html`<li>${linkTo(idIn(options, id), inlineText(headline), options)}</li>`
      : [],
  );
  return (
    items.length > 0 &&
    html`<details class="key-events"><summary>${options.say('keyMoments')}</summary><ul>${items}</ul></details>\n`
  );
}

/** What happened now, in a story that goes on. Its time leads to it. */
export function renderUpdate(update: LiveUpdate, options: WriteOptions, inside: Inside): Html {
  const { headline, published, updated, key, pinned, children } = update;
  const id = update.id && idIn(options, update.id);
  const label = [pinned && options.say('pinned'), key && options.say('keyMoment')];
  const words = label.filter(Boolean).join(' · ');
  return tag(
    'live-update',
    options,
    { id, key, pinned },
    html`<article>${words && html`<p class="update-label">${words}</p>`}${headline?.length && html`<h2>${renderInlines(headline, options)}</h2>`}${renderTimes({ published, updated }, options, id)}${renderAuthors(update, options)}${inside(children)}</article>`,
  );
}

/** A link within the page; the mere words in places that know no ids. */
const linkTo = (id: string, inner: Part, { plain }: WriteOptions, style?: string): Part =>
  plain
    ? inner
    : html`<a${attributes({ class: style })} href="#${encodeURIComponent(id)}">${inner}</a>`;

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

/** When it was published, and updated where that differs; the time leads to what has an id. */
export function renderTimes(
  {
    published,
    updated,
  }: { readonly published?: string | undefined; readonly updated?: string | undefined },
  options: WriteOptions,
  id?: string,
): Html | false {
  const first = published && options.formatDate(published);
  const second = updated && updated !== published && options.formatDate(updated);
  if (!first && !second) return false;
  const time = first && html`<time datetime="${published}">${first}</time>`;
  return tag(
    'article-time',
    options,
    {},
    html`${time && id ? linkTo(id, time, options, 'permalink') : time}${
      second &&
      html`${first && ' '}<span class="updated-label">${options.say('updated')}</span> <time class="updated" datetime="${updated}">${second}</time>`
    }`,
  );
}
