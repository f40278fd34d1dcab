import { define } from '../kit/define.js';
import { RelatedArticles } from '../wayfinding/related-articles.js';

define(RelatedArticles);
