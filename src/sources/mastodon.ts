import type { CommentSource, CommentSourceOptions } from './comment-source.js';

export const comments = ({ src }: CommentSourceOptions = {}): CommentSource => ({
  name: '',
  can: [],
  load: () => Promise.reject(new TypeError(`Not yet: ${src}`)),
});
