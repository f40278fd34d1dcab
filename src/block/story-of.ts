import { select } from '../kit/define.js';
import { parentOf } from '../kit/language.js';

const ARTICLE = select('news-article');

/** The story that a tag speaks of: the one named, the one around them, else the first of the page. */
export function storyOf(host: Element, id: string | null | undefined): Element | undefined {
  const root = host.getRootNode() as Document | ShadowRoot;
  const named = id ? (root.getElementById(id) ?? document.getElementById(id)) : null;
  return (
    named ??
    around(host) ??
    root.querySelector(ARTICLE) ??
    document.querySelector(ARTICLE) ??
    undefined
  );
}

function around(host: Element): Element | undefined {
  for (let at: Node | null = host; at; at = parentOf(at)) {
    if (at instanceof Element && at.matches(ARTICLE)) return at;
  }
  return undefined;
}
