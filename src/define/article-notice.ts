import { define } from '../kit/define.js';
import { ArticleNotice } from '../article/article-notice.js';

define(ArticleNotice);
