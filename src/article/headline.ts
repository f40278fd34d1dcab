import { select } from '../kit/define.js';

/** Readers' words are not the story's. */
const thread = select('comment-thread');

/** The first that a selector finds in a story, but for what its readers wrote. */
export const findIn = (article: Element, selector: string): HTMLElement | undefined =>
  [...article.querySelectorAll<HTMLElement>(selector)].find((found) => !found.closest(thread));

/** The heading that names a story. */
export const headlineOf = (article: Element): HTMLElement | undefined =>
  findIn(article, 'h1') ?? findIn(article, 'h2');
