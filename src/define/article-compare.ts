import { define } from '../kit/define.js';
import { ArticleCompare } from '../media/article-compare.js';

define(ArticleCompare);
