import { define } from '../kit/define.js';
import { ArticleTable } from '../notes/article-table.js';

define(ArticleTable);
