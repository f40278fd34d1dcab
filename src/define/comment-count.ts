import { CommentCount } from '../comments/comment-count.js';
import { define } from '../kit/define.js';

define(CommentCount);
