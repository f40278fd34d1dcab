import { ArticleHeader } from '../article/article-header.js';
import { define } from '../kit/define.js';

define(ArticleHeader);
