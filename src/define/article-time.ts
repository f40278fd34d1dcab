import { ArticleTime } from '../article/article-time.js';
import { define } from '../kit/define.js';

define(ArticleTime);
