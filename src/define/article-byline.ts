import { ArticleByline } from '../article/article-byline.js';
import { define } from '../kit/define.js';

define(ArticleByline);
