import { define } from '../kit/define.js';
import { ArticleCard } from '../wayfinding/article-card.js';

define(ArticleCard);
