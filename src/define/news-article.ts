import { NewsArticle } from '../article/news-article.js';
import { define } from '../kit/define.js';

define(NewsArticle);
