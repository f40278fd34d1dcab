import type { Behaviour, BlockTools } from '../block/block-script.js';
import { storyOf } from '../block/story-of.js';
import { nested, renderContents } from '../content/contents.js';
import { slugIn } from '../content/slug.js';
import { select } from '../kit/define.js';
import { furniture } from './furniture.js';

interface Host extends HTMLElement {
  readonly depth: number;
  readonly open: boolean;
  readonly htmlFor?: string | undefined;
}

/** Headings in these are theirs, and no parts of the story. */
const apart = `aside,nav,blockquote,figure,details,dialog,${furniture},${[
  'article-factbox',
  'article-timeline',
  'article-card',
  'live-update',
]
  .map(select)
  .join()}`;
/** What ids that we give begin with, so that none takes the place of a name in the page. */
const PREFIX = 'user-content-';
const WRITTEN = 'data-from-headings';

/** Writes the list of a story's parts, and marks the one that is read. */
export function enhance(host: Host, tools: BlockTools): Behaviour {
  let story: Element | undefined;
  let markup = '';
  let observer: MutationObserver | undefined;

  const update = (): void => {
    const now = storyOf(host, host.htmlFor);
    if (now !== story) {
      observer?.disconnect();
      story = now;
      if (story) {
        observer = new MutationObserver((records) => {
          if (records.some(({ target }) => !host.contains(target))) update();
        });
        observer.observe(story, { childList: true, subtree: true, characterData: true });
      }
    }
    write();
    mark();
  };

  /** Only where nobody wrote a list: it is left alone, and its links are marked all the same. */
  const write = (): void => {
    const own = host.querySelector(`:scope > details[${WRITTEN}]`);
    if (!story || (host.firstElementChild && !own)) return;
    const parts = headingsOf(story, Math.round(host.depth) === 2 ? 2 : 3).map((heading) => ({
      id: heading.id,
      text: textOf(heading),
      level: Number(heading.localName[1]),
    }));
    const title = tools.say('contents');
    const made = parts.length
      ? String(renderContents(nested(parts), { title, open: host.open }))
      : '';
    if (made === markup && (own !== null || !made)) return;
    markup = made;
    const [list] = tools.fromWriter(made).children;
    list?.setAttribute(WRITTEN, '');
    if (own instanceof HTMLDetailsElement && list instanceof HTMLDetailsElement)
      list.open = own.open;
    host.replaceChildren(...(list ? [list] : []));
  };

  /** The part that is read is the last whose heading has come past the upper third of the window. */
  const mark = (): void => {
    const root = host.getRootNode() as Document | ShadowRoot;
    let current: HTMLAnchorElement | undefined;
    const links = [...host.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')];
    for (const link of links) {
      const target = root.getElementById(decoded(link.hash.slice(1)));
      if (target && target.getBoundingClientRect().top <= innerHeight / 3) current = link;
    }
    for (const link of links) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };

  document.addEventListener('scroll', mark, { passive: true });
  return {
    update,
    disconnect() {
      observer?.disconnect();
      story = undefined;
      document.removeEventListener('scroll', mark);
    },
  };
}

/** The headings of a story's parts, each with an id. */
function headingsOf(story: Element, depth: 2 | 3): HTMLElement[] {
  const headings = [...story.querySelectorAll<HTMLElement>(depth === 2 ? 'h2' : 'h2, h3')].filter(
    (heading) => {
      const holder = heading.closest(apart);
      return textOf(heading) && (!holder || !story.contains(holder) || holder === story);
    },
  );
  const root = story.getRootNode() as Document | ShadowRoot;
  const taken = new Set<string>();
  for (const heading of headings) {
    if (heading.id) continue;
    const prefix = story.id ? `${story.id}-` : PREFIX;
    let id: string;
    do id = prefix + slugIn(taken, textOf(heading));
    while (root.getElementById(id));
    heading.id = id;
  }
  return headings;
}

const textOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
