import { define } from '../kit/define.js';
import { LiveUpdate } from '../live/live-update.js';

define(LiveUpdate);
