import { CommentForm } from '../comments/comment-form.js';
import { define } from '../kit/define.js';

define(CommentForm);
