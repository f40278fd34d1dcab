import { define } from '../kit/define.js';
import { ArticleEmbed } from '../media/article-embed.js';

define(ArticleEmbed);
