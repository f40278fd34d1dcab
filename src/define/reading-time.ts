import { define } from '../kit/define.js';
import { ReadingTime } from '../wayfinding/reading-time.js';

define(ReadingTime);
