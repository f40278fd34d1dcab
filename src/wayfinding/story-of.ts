import { select } from '../kit/define.js';

const article = select('news-article');

/** The story that a tag speaks of: the one its `for` names, else the one it stands in, else the page's first. */
export function storyOf(
  host: HTMLElement & { readonly htmlFor?: string | undefined },
): Element | undefined {
  const root = host.getRootNode() as Document | ShadowRoot;
  const named = host.htmlFor && root.getElementById(host.htmlFor);
  return named || (host.closest(article) ?? root.querySelector(article) ?? undefined);
}

/** What stands in a story and is not its text: its head, its furniture, what readers wrote. */
export const furniture = [
  'article-header',
  'article-byline',
  'article-time',
  'article-tools',
  'article-contents',
  'reading-time',
  'reading-progress',
  'related-articles',
  'comment-thread',
  'comment-form',
]
  .map(select)
  .join();
