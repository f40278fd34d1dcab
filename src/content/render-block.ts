import type { Article } from './article.js';
import type {
  Audio,
  Block,
  Card,
  Cell,
  Embed,
  Factbox,
  Image,
  List,
  ListItem,
  LiveUpdate,
  Notice,
  Row,
  Table,
  Timeline,
  Video,
} from './block.js';
import { renderByline } from './byline.js';
import { renderPicture } from './figure.js';
import { attributes, html, type Html, type Part } from './html.js';
import type { Inline } from './inline.js';
import { providerName } from './providers.js';
import { idIn, renderInlines, renderMath, tag, type WriteOptions } from './render-inline.js';
import { safePictureUrl, safeUrl } from './url.js';

/** Writes blocks, one on a line. */
export const renderBlocks = (blocks: readonly Block[], options: WriteOptions): Html =>
  html`${blocks.map((block, index) => [index > 0 && '\n', renderBlock(block, options)])}`;

/** Writes one block: HTML that is complete without a script, in the tags that enhance it. */
export function renderBlock(block: Block, options: WriteOptions): Html {
  const inside = (children: readonly Block[]) => renderBlocks(children, options);
  const text = (inlines: readonly Inline[] | undefined) => renderInlines(inlines, options);
  switch (block.type) {
    case 'paragraph':
      return html`<p>${text(block.children)}</p>`;
    case 'heading': {
      const name = `h${Math.min(6, Math.max(2, Math.round(block.level) || 2))}`;
      return html`<${name}${attributes({ id: block.id && idIn(options, block.id) })}>${text(block.children)}</${name}>`;
    }
    case 'list':
      return renderList(block, options);
    case 'blockquote':
      return html`<blockquote${attributes({ cite: safeUrl(block.url) })}>${inside(block.children)}${renderSource(block.source, options)}</blockquote>`;
    case 'pullquote':
      return tag(
        'article-pullquote',
        options,
        {},
        html`<blockquote>${inside(block.children)}${renderSource(block.source, options)}</blockquote>`,
      );
    case 'image':
      return renderImage(block, options);
    case 'gallery':
      return tag(
        'article-gallery',
        options,
        { layout: block.layout },
        renderFigure(
          block.images.map((image) => picture(image, options)),
          block.caption,
          options,
        ),
      );
    case 'comparison':
      return tag(
        'article-compare',
        options,
        {},
        renderFigure(
          [picture(block.before, options), picture(block.after, options)],
          block.caption,
          options,
        ),
      );
    case 'video':
    case 'audio':
      return renderMedia(block, options);
    case 'embed':
      return renderEmbed(block, options);
    case 'table':
      return renderTable(block, options);
    case 'code': {
      const code = html`<pre><code${attributes({ class: block.language && `language-${block.language}` })}>${block.text}</code></pre>`;
      return block.caption?.length ? renderFigure(code, block.caption, options) : code;
    }
    case 'math-block':
      return renderMath(block.children, 'block');
    case 'thematic-break':
      return html`<hr>`;
    case 'factbox':
      return renderFactbox(block, options);
    case 'big-number':
      return tag(
        'article-factbox',
        options,
        { kind: 'big-number' },
        html`<p class="big-number">${block.number}</p><p>${text(block.children)}</p>`,
      );
    case 'timeline':
      return renderTimeline(block, options);
    case 'details':
      return html`<details><summary>${text(block.summary)}</summary>${inside(block.children)}</details>`;
    case 'definition-list':
      return html`<dl>${block.items.map(
        ({ terms, descriptions }) =>
          html`${terms.map((term) => html`<dt>${text(term.children)}</dt>`)}${descriptions.map((item) => html`<dd>${renderItem(item, options)}</dd>`)}`,
      )}</dl>`;
    case 'figure':
      return renderFigure(inside(block.children), block.caption, options);
    case 'group':
    case 'unknown':
      return inside(block.children);
    case 'notice':
      return renderNotice(block, options);
    case 'live-update':
      return renderUpdate(block, options);
    case 'related':
      return renderRelated(block.items, block.title, options);
  }
}

/** A picture with its caption, in the tag that opens it large. */
const renderImage = (image: Image, options: WriteOptions, isLead = false): Html =>
  tag(
    'article-figure',
    options,
    { placement: image.placement },
    picture(image, options, isLead ? { fetchpriority: 'high' } : { loading: 'lazy' }),
  );

/** What stands over the text: a picture there is wide, and the first that the reader waits for. */
export const renderLead = (lead: NonNullable<Article['lead']>, options: WriteOptions): Html =>
  lead.type === 'image'
    ? renderImage({ ...lead, placement: lead.placement ?? 'wide' }, options, true)
    : renderBlock(lead, options);

/** A picture whose address no page may use leaves its words. */
function picture(
  image: Image,
  options: WriteOptions,
  loading: { readonly loading?: string; readonly fetchpriority?: string } = { loading: 'lazy' },
): Html {
  const caption = image.caption?.length ? renderInlines(image.caption, options) : undefined;
  return (
    renderPicture(
      { ...image, ...loading, caption },
      image.placement ?? 'inline',
      safeUrl(image.url),
    ) ?? renderFigure(image.alt && html`<p>${image.alt}</p>`, image.caption, options, image.credit)
  );
}

function renderFigure(
  inner: Part,
  caption: readonly Inline[] | undefined,
  options: WriteOptions,
  credit?: string,
): Html {
  const parts = [
    caption?.length && html`<span class="caption">${renderInlines(caption, options)}</span>`,
    credit && html`<span class="credit">${credit}</span>`,
  ].filter((part) => part instanceof Object);
  return html`<figure>${inner}${
    parts.length > 0 &&
    html`<figcaption>${parts.map((part, index) => [index > 0 && ' ', part])}</figcaption>`
  }</figure>`;
}

function renderSource(source: readonly Inline[] | undefined, options: WriteOptions): Html | false {
  return source?.length ? html`<footer>${renderInlines(source, options)}</footer>` : false;
}

function renderList({ ordered, start, items }: List, options: WriteOptions): Html {
  const name = ordered ? 'ol' : 'ul';
  const own = attributes({ start: ordered && start !== undefined && start !== 1 && start });
  return html`<${name}${own}>${items.map((item) => html`<li>${renderItem(item, options)}</li>`)}</${name}>`;
}

/** An item whose only paragraph comes first is written without one, as people write lists. */
function renderItem({ children }: ListItem, options: WriteOptions): Html {
  const [first, ...rest] = children;
  const isTight = first?.type === 'paragraph' && !rest.some(({ type }) => type === 'paragraph');
  return isTight
    ? html`${renderInlines(first.children, options)}${renderBlocks(rest, options)}`
    : renderBlocks(children, options);
}

function renderMedia(media: Video | Audio, options: WriteOptions): Html {
  const { type, files, tracks, title, caption, credit, transcript } = media;
  const sources = files.flatMap(({ src, mime }) => {
    const safe = safeUrl(src);
    return safe ? [html`<source${attributes({ src: safe, type: mime })}>`] : [];
  });
  const texts = tracks.flatMap(({ src, kind, lang, label }) => {
    const safe = safeUrl(src);
    return safe ? [html`<track${attributes({ src: safe, kind, srclang: lang, label })}>`] : [];
  });
  const own = attributes({
    controls: true,
    preload: 'none',
    ...(type === 'video' && {
      poster: safePictureUrl(media.poster),
      width: media.width,
      height: media.height,
      playsinline: true,
    }),
    'aria-label': title,
  });
  return tag(
    `article-${type}`,
    options,
    {},
    html`${renderFigure(html`<${type}${own}>${sources}${texts}</${type}>`, caption, options, credit)}${
      transcript?.length &&
      html`<details class="transcript"><summary>${options.say('transcript')}</summary>${renderBlocks(transcript, options)}</details>`
    }`,
  );
}

/** A link, and what it leads to in words: nothing of another site loads by itself. */
function renderEmbed(embed: Embed, options: WriteOptions): Html {
  const { provider, title, width, height, children, caption } = embed;
  const url = safeUrl(embed.url);
  const label = title || options.say('openOn', { provider: providerName(provider) });
  return tag(
    'article-embed',
    options,
    { provider, src: url, width, height },
    renderFigure(
      html`${renderBlocks(children, options)}${
        url && html`<p class="embed-link"><a href="${url}" rel="noopener">${label}</a></p>`
      }`,
      caption,
      options,
    ),
  );
}

function renderTable({ caption, head, body, foot }: Table, options: WriteOptions): Html {
  const part = (name: string, rows: readonly Row[]) =>
    rows.length > 0 && html`<${name}>${rows.map((row) => renderRow(row, name, options))}</${name}>`;
  return html`<table>${
    caption?.length && html`<caption>${renderInlines(caption, options)}</caption>`
  }${part('thead', head)}${part('tbody', body)}${part('tfoot', foot)}</table>`;
}

function renderRow({ cells }: Row, part: string, options: WriteOptions): Html {
  return html`<tr>${cells.map((cell) => renderCell(cell, part, options))}</tr>`;
}

function renderCell(
  { children, header, columns, rows }: Cell,
  part: string,
  options: WriteOptions,
): Html {
  const name = header ? 'th' : 'td';
  const own = attributes({
    scope: header && (part === 'thead' ? 'col' : 'row'),
    colspan: columns !== undefined && columns > 1 && columns,
    rowspan: rows !== undefined && rows > 1 && rows,
  });
  return html`<${name}${own}>${renderInlines(children, options)}</${name}>`;
}

function renderFactbox({ kind, title, children }: Factbox, options: WriteOptions): Html {
  return tag(
    'article-factbox',
    options,
    { kind },
    html`<aside>${title?.length && html`<h2>${renderInlines(title, options)}</h2>`}${renderBlocks(children, options)}</aside>`,
  );
}

function renderTimeline({ title, events }: Timeline, options: WriteOptions): Html {
  const items = events.map(({ datetime, date, title: name, children }) => {
    const when = date || (datetime && options.formatDate(datetime));
    return html`<li>${
      when &&
      html`<p class="event-date">${datetime ? html`<time datetime="${datetime}">${when}</time>` : when}</p>`
    }${name?.length && html`<h3>${renderInlines(name, options)}</h3>`}${renderBlocks(children, options)}</li>`;
  });
  return tag(
    'article-timeline',
    options,
    {},
    html`${title?.length && html`<h2>${renderInlines(title, options)}</h2>`}<ol>${items}</ol>`,
  );
}

/** A word on what kind of notice it is, unless it is a mere note, and when it was added. */
export function renderNotice({ kind, datetime, children }: Notice, options: WriteOptions): Html {
  const date = datetime && options.formatDate(datetime);
  const label = kind !== 'note' && options.say(kind);
  return tag(
    'article-notice',
    options,
    { kind },
    html`${
      (label || date) &&
      html`<p class="notice-label">${label}${label && date && ' '}${date && html`<time datetime="${datetime}">${date}</time>`}</p>`
    }${renderBlocks(children, options)}`,
  );
}

function renderUpdate(update: LiveUpdate, options: WriteOptions): Html {
  const { id, headline, published, updated, authors, key, pinned, children } = update;
  return tag(
    'live-update',
    options,
    { id: id && idIn(options, id), key, pinned },
    html`<article>${headline?.length && html`<h2>${renderInlines(headline, options)}</h2>`}${renderTimes({ published, updated }, options)}${renderAuthors({ authors }, options)}${renderBlocks(children, options)}</article>`,
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

function renderCard(
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
