import { defineAll, elements } from './elements.js';
import { define } from './kit/define.js';
import { afterFrame, whenIdle } from './kit/idle.js';

/**
 * What a page pastes. The story is complete HTML: it is painted first. Then come the tags that it has,
 * and those that a page may get later, which no reader waits for, once the browser is idle.
 */
function start(): void {
  for (const element of elements) if (document.querySelector(element.tag)) define(element);
  whenIdle(defineAll);
}

if (performance.getEntriesByName('first-contentful-paint').length) start();
else afterFrame(start);
