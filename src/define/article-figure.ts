import { ArticleFigure } from '../media/article-figure.js';
import { define } from '../kit/define.js';

define(ArticleFigure);
