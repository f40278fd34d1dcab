import { define } from '../kit/define.js';
import { ArticlePullquote } from '../notes/article-pullquote.js';

define(ArticlePullquote);
