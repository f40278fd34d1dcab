import { select } from '../kit/define.js';

const article = select('news-article');
const mark = select('article-note');
/** A link from a note back to the text. */
const back = '[role="doc-backlink"],.note-back,.footnote-backref';

/** The id that a link within its page leads to. */
export function idOf(link: HTMLAnchorElement): string | undefined {
  const { hash, href } = link;
  const isHere =
    link.getAttribute('href')?.startsWith('#') || href.split('#')[0] === document.URL.split('#')[0];
  try {
    return isHere ? decodeURIComponent(hash.slice(1)) || undefined : undefined;
  } catch {
    return undefined;
  }
}

/** What a link leads to, seen from a place: of two things of one name, the one in its own article. */
export function targetOf(link: HTMLAnchorElement, place: Element): Element | undefined {
  const id = idOf(link);
  const root = place.getRootNode() as Document | ShadowRoot;
  for (const around of id ? [place.closest(article), root] : []) {
    const found = around?.querySelector(`#${CSS.escape(id ?? '')}`);
    if (found) return found;
  }
  return undefined;
}

/** Follows a link within an article, where the browser would go to another article or nowhere. */
export function follow(event: Event, place: Element): void {
  const link = linkIn(event);
  const target = link && targetOf(link, place);
  if (!target || document.getElementById(target.id) === target) return;
  event.preventDefault();
  target.scrollIntoView();
  if (!target.matches('a,[tabindex]')) target.setAttribute('tabindex', '-1');
  (target as HTMLElement).focus({ preventScroll: true });
}

/** The link that was pressed, in a shadow root too; not one that is to open elsewhere. */
export function linkIn(event: Event): HTMLAnchorElement | undefined {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
  if (button || ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented)
    return undefined;
  return event
    .composedPath()
    .find((one): one is HTMLAnchorElement => (one as Partial<Element>).localName === 'a');
}

export const isBack = (link: Element): boolean => link.matches(back);

/** What a note says, to be shown elsewhere: without ids, ways back, and marks that would open in turn. */
export function contentOf(target: Element): Node[] {
  const parts = [target];
  // A word of a glossary is explained in what follows it.
  for (
    let next = target.localName === 'dt' ? target.nextElementSibling : null;
    next?.localName === 'dd';
    next = next.nextElementSibling
  )
    parts.push(next);
  return parts.flatMap((part) => {
    const copy = part.cloneNode(true) as Element;
    for (const one of copy.querySelectorAll(`${back},script,style`)) one.remove();
    for (const one of copy.querySelectorAll(mark)) one.replaceWith(...one.childNodes);
    for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id');
    if (parts.length < 2) return [...copy.childNodes];
    const line = document.createElement('p');
    line.append(...copy.childNodes);
    return [line];
  });
}
