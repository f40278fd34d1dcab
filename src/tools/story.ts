import { safeUrl } from '../content/url.js';
import { select } from '../kit/define.js';

/** What stands in an article and is not its own words. */
const NOT_THE_STORY = ['comment-thread', 'comment-form', 'article-tools'].map(select).join();
/** Who quotes more than this sends the story itself. */
const LONGEST = 600;

const line = (text: string | null | undefined): string => text?.replace(/\s+/g, ' ').trim() ?? '';

/** The headline, else the page's title. */
export function headlineOf(story: Element | undefined): string {
  for (const level of ['h1', 'h2']) {
    for (const heading of story?.querySelectorAll(level) ?? []) {
      if (!heading.closest(NOT_THE_STORY) && line(heading.textContent))
        return line(heading.textContent);
    }
  }
  return line(document.title);
}

/** The address that the page says is its own, at the story's id; nothing where others cannot open it. */
export function linkOf(story: Element | undefined): string | undefined {
  const canonical = document.head.querySelector<HTMLLinkElement>('link[rel~=canonical]')?.href;
  const page = web(canonical) ?? web(document.location.href);
  if (!page) return undefined;
  page.hash = story?.id ?? '';
  return page.href;
}

function web(address: string | undefined): URL | undefined {
  const safe = safeUrl(address);
  const url = safe && URL.canParse(safe, document.baseURI) ? new URL(safe, document.baseURI) : null;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** The words of the story that are selected, in one line; an empty text for those of anything else. */
export function selectedIn(story: Element | undefined): string {
  const selection = document.getSelection();
  if (!story || !selection?.rangeCount || selection.isCollapsed) return '';
  const { commonAncestorContainer: held } = selection.getRangeAt(0);
  const element = held instanceof Element ? held : held.parentElement;
  if (!element || !story.contains(element) || element.closest(NOT_THE_STORY)) return '';
  const words = line(selection.toString());
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
}

/** Links that the page's author wrote among the tools, for when there is no script. */
export function linksIn(host: Element): { readonly url: string; readonly text: string }[] {
  return [...host.querySelectorAll('a')].flatMap((link) => {
    const [url, text] = [safeUrl(link.getAttribute('href')), line(link.textContent)];
    return url && text ? [{ url, text }] : [];
  });
}
