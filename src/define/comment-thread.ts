import { CommentThread } from '../comments/comment-thread.js';
import { define } from '../kit/define.js';

define(CommentThread);
