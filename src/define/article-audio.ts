import { define } from '../kit/define.js';
import { ArticleAudio } from '../media/article-audio.js';

define(ArticleAudio);
