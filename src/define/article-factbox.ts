import { define } from '../kit/define.js';
import { ArticleFactbox } from '../notes/article-factbox.js';

define(ArticleFactbox);
