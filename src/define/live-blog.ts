import { define } from '../kit/define.js';
import { LiveBlog } from '../live/live-blog.js';

define(LiveBlog);
