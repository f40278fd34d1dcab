import { define } from '../kit/define.js';
import { ArticleContents } from '../wayfinding/article-contents.js';

define(ArticleContents);
