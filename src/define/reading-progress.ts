import { define } from '../kit/define.js';
import { ReadingProgress } from '../wayfinding/reading-progress.js';

define(ReadingProgress);
