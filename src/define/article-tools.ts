import { define } from '../kit/define.js';
import { ArticleTools } from '../tools/article-tools.js';

define(ArticleTools);
