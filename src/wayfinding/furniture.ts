import { select } from '../kit/define.js';

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
