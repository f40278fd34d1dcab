import { defineAll, elements } from './elements.js';
import { define } from './kit/define.js';
import { whenIdle } from './kit/idle.js';

// What a page pastes. The tags that its story has come first; those that a page may get later, and no
// reader waits for, once the browser is idle.
for (const element of elements) if (document.querySelector(element.tag)) define(element);
whenIdle(defineAll);
