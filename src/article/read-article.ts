import { designs } from '../content/design.js';
import {
  films,
  type ArticleFacts,
  type ImageFacts,
  type MediaFacts,
  type NoticeFacts,
  type UpdateFacts,
} from '../content/json-ld.js';
import type { Person } from '../content/person.js';
import { embedOf } from '../content/providers.js';
import { safePictureUrl, safeUrl } from '../content/url.js';
import { parseDate } from '../kit/dates.js';
import { select } from '../kit/define.js';
import { languageOf } from '../kit/language.js';
import { findIn, headlineOf } from './headline.js';

const thread = select('comment-thread');
const live = select('live-update');
const times = select('article-time');
/** Pictures that are not of the story: of its authors and readers, of other stories. */
const beside = [
  thread,
  select('article-byline'),
  select('related-articles'),
  select('article-card'),
].join();

/** What a story says of itself, read from its HTML; nothing for one without a headline. */
export function readArticle(article: Element): ArticleFacts | undefined {
  const headline = text(headlineOf(article));
  if (!headline) return undefined;
  const page = pageUrl(article.ownerDocument);
  const series = find(article, '.series');
  const notices = all(article, select('article-notice'));
  const isCorrection = (notice: Element) =>
    notice.matches('[kind=correction],[kind=clarification]');
  return {
    headline,
    design: designs.find((design) => design === article.getAttribute('design')),
    description: text(find(article, '.standfirst')),
    section: text(find(article, '.kicker')),
    series: series && { name: text(series) ?? '', url: hrefIn(series) },
    authors: authorsOf(find(article, select('article-byline')) ?? article),
    published: date(find(article, `${times} time:not(.updated)`)),
    updated: date(find(article, `${times} time.updated:not([hidden])`)),
    language: languageOf(article),
    url: page,
    images: all(article, 'figure img')
      .filter((image) => !image.closest(beside))
      .flatMap(imageOf),
    videos: [
      ...all(article, `${select('article-video')} video`).map(mediaOf),
      ...all(article, select('article-embed')).flatMap(filmOf),
    ],
    audios: all(article, `${select('article-audio')} audio`).map(mediaOf),
    corrections: notices.filter(isCorrection).map(noticeOf),
    remarks: notices
      .filter((notice) => notice.matches('[kind=sponsored],[kind=ai]'))
      .map((notice) =>
        [text(notice.querySelector('.notice-label') ?? undefined), noticeOf(notice).text]
          .filter(Boolean)
          .join(' '),
      ),
    updates: all(article, live).map((update) => updateOf(update, page)),
  };
}

/** What a live blog's update says is its own, not the story's. */
const find = (article: Element, selector: string): HTMLElement | undefined =>
  all(article, selector).find((found) => !found.closest(live));

const all = (root: Element, selector: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter((found) => !found.closest(thread));

const text = (element: Element | undefined): string | undefined =>
  element?.textContent.replace(/\s+/g, ' ').trim() || undefined;

/** The text without some parts of it. */
function textWithout(element: Element, selector: string): string {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(selector)) part.remove();
  return text(copy) ?? '';
}

/** The machine-readable date as it is written, if it is one. */
function date(time: Element | undefined): string | undefined {
  const written = time?.getAttribute('datetime')?.trim();
  return parseDate(written) && written;
}

function authorsOf(byline: Element): Person[] {
  const people: Person[] = [];
  for (const author of byline.querySelectorAll<HTMLElement>('[rel~=author], .author')) {
    const name = text(author);
    if (!name || author.closest(thread) || author.parentElement?.closest('.author')) continue;
    if (author.closest(live) && !byline.closest(live)) continue;
    const next = author.nextElementSibling;
    people.push({
      name,
      url: hrefIn(author.closest('a') ? author.parentElement! : author),
      role: next?.matches('.role') ? text(next) : undefined,
    });
  }
  return people;
}

const hrefIn = (element: Element): string | undefined =>
  absolute(safeUrl(element.querySelector('a[href]')?.getAttribute('href')), element);

function imageOf(found: HTMLElement): ImageFacts[] {
  const url = absolute(safePictureUrl(found.getAttribute('src')), found);
  if (!url || url.startsWith('data:') || url.startsWith('blob:')) return [];
  const figure = found.closest('figure');
  return [
    {
      url,
      width: positive(found.getAttribute('width')),
      height: positive(found.getAttribute('height')),
      caption: text(figure?.querySelector(':scope > figcaption > .caption') ?? undefined),
      credit: text(figure?.querySelector(':scope > figcaption > .credit') ?? undefined),
    },
  ];
}

function mediaOf(media: HTMLElement): MediaFacts {
  const figure = media.closest('figure');
  const source = [media, ...media.querySelectorAll('source')].find((one) =>
    one.hasAttribute('src'),
  );
  return {
    name: media.getAttribute('aria-label') ?? text(figure?.querySelector('.caption') ?? undefined),
    content: absolute(safeUrl(source?.getAttribute('src')), media),
    mime: source?.getAttribute('type') ?? undefined,
    thumbnail: absolute(safePictureUrl(media.getAttribute('poster')), media),
    width: positive(media.getAttribute('width')),
    height: positive(media.getAttribute('height')),
  };
}

/** A film on another site. */
function filmOf(embed: HTMLElement): MediaFacts[] {
  const url = absolute(safeUrl(embed.getAttribute('src')), embed) ?? hrefIn(embed);
  const provider = embed.getAttribute('provider') ?? (url && embedOf(url)?.provider);
  if (!url || !provider || !films.has(provider)) return [];
  return [{ name: text(embed.querySelector('.embed-link') ?? undefined), url }];
}

const noticeOf = (notice: Element): NoticeFacts => ({
  text: textWithout(notice, '.notice-label'),
  published: date(notice.querySelector('time') ?? undefined),
});

function updateOf(update: HTMLElement, page: string | undefined): UpdateFacts {
  const heading = findIn(update, 'h2, h3, h4');
  return {
    headline: text(heading),
    published: date(findIn(update, 'time:not(.updated)')),
    updated: date(findIn(update, 'time.updated:not([hidden])')),
    authors: authorsOf(update),
    url: page && update.id ? `${page}#${encodeURIComponent(update.id)}` : page,
    text: textWithout(update, `${times}, ${select('article-byline')}, .update-label, h2, h3, h4`),
  };
}

const positive = (number: string | null): number | undefined =>
  Math.max(0, Number(number)) || undefined;

function absolute(url: string | undefined, { baseURI }: Node): string | undefined {
  return url && URL.canParse(url, baseURI) ? new URL(url, baseURI).href : undefined;
}

function pageUrl({ head, location }: Document): string | undefined {
  const canonical = head.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return (
    canonical || (location.protocol.startsWith('http') ? location.href.split('#')[0] : undefined)
  );
}
