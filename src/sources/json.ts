/** Our own shapes as JSON, stories and comments. In markup, `source="json"` loads only the one that is needed. */
export { articles, json } from './json-articles.js';
export { comments, type JsonCommentOptions } from './json-comments.js';
