import { define } from '../kit/define.js';
import { ArticleGallery } from '../media/article-gallery.js';

define(ArticleGallery);
