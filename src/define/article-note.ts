import { define } from '../kit/define.js';
import { ArticleNote } from '../notes/article-note.js';

define(ArticleNote);
