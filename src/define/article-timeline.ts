import { define } from '../kit/define.js';
import { ArticleTimeline } from '../notes/article-timeline.js';

define(ArticleTimeline);
