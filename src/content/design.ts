/** The kinds of story, each with a look of its own. */
export const designs = [
  'news',
  'opinion',
  'feature',
  'analysis',
  'live',
  'review',
  'explainer',
] as const;
export type Design = (typeof designs)[number];
