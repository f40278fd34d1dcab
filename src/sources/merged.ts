import type { CommentSource } from './comment-source.js';

export const merged = (sources: readonly CommentSource[]): CommentSource => {
  const [first] = sources;
  if (!first) throw new TypeError('merged: `sources` must be a list of comment sources.');
  return first;
};
