import type { ArticleFacts } from '../content/json-ld.js';
import type { Person } from '../content/person.js';
import { safePictureUrl, safeUrl } from '../content/url.js';
import { parseDate } from '../kit/dates.js';
import { select } from '../kit/define.js';
import { languageOf } from '../kit/language.js';

/** Readers' words are not the story's. */
const thread = select('comment-thread');

/** What a story says of itself, read from its HTML; nothing for one without a headline. */
export function readArticle(article: Element): ArticleFacts | undefined {
  const headline = text(headlineOf(article));
  if (!headline) return undefined;
  const times = select('article-time');
  return {
    headline,
    description: text(find(article, '.standfirst')),
    section: text(find(article, '.kicker')),
    authors: authorsOf(article),
    published: date(find(article, `${times} time:not(.updated)`)),
    updated: date(find(article, `${times} time.updated:not([hidden])`)),
    language: languageOf(article),
    url: pageUrl(article.ownerDocument),
    ...imageOf(article),
  };
}

/** The heading that names a story. */
export const headlineOf = (article: Element): HTMLElement | undefined =>
  find(article, 'h1') ?? find(article, 'h2');

function find(article: Element, selector: string): HTMLElement | undefined {
  return [...article.querySelectorAll<HTMLElement>(selector)].find(
    (found) => !found.closest(thread),
  );
}

const text = (element: Element | undefined): string | undefined =>
  element?.textContent?.replace(/\s+/g, ' ').trim() || undefined;

/** The machine-readable date as it is written, if it is one. */
function date(time: HTMLElement | undefined): string | undefined {
  const written = time?.getAttribute('datetime')?.trim();
  return parseDate(written) && written;
}

function authorsOf(article: Element): Person[] {
  const byline = find(article, select('article-byline')) ?? article;
  const people: Person[] = [];
  for (const author of byline.querySelectorAll<HTMLElement>('[rel~=author], .author')) {
    const name = text(author);
    if (!name || author.closest(thread) || author.parentElement?.closest('.author')) continue;
    const link = author.closest('a') ?? author.querySelector('a');
    const next = author.nextElementSibling;
    people.push({
      name,
      url: absolute(safeUrl(link?.getAttribute('href')), author),
      role: next?.matches('.role') ? text(next) : undefined,
    });
  }
  return people;
}

function imageOf(article: Element): Pick<ArticleFacts, 'image'> {
  const image = find(article, 'figure img') as HTMLImageElement | undefined;
  const url = absolute(safePictureUrl(image?.getAttribute('src')), article);
  if (!image || !url || url.startsWith('data:') || url.startsWith('blob:')) return {};
  const figure = image.closest('figure');
  return {
    image: {
      url,
      width: positive(image.getAttribute('width')),
      height: positive(image.getAttribute('height')),
      caption: text(figure?.querySelector('.caption') ?? undefined),
      credit: text(figure?.querySelector('.credit') ?? undefined),
    },
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
