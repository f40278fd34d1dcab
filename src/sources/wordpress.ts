/** WordPress, stories and comments. In markup, `source="wordpress"` loads only the one that is needed. */
export { articles, wordpress } from './wordpress-articles.js';
export { comments, type WordPressOptions } from './wordpress-comments.js';
