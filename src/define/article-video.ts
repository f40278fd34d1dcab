import { define } from '../kit/define.js';
import { ArticleVideo } from '../media/article-video.js';

define(ArticleVideo);
