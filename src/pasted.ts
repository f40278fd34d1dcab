import { NewsArticle } from './article/news-article.js';
import { CommentForm } from './comments/comment-form.js';
import { CommentThread } from './comments/comment-thread.js';
import { defineAll, elements } from './elements.js';
import { define } from './kit/define.js';
import { afterFirstPaint, whenIdle } from './kit/idle.js';

/**
 * What a page pastes. The story is complete HTML: it is painted first. Then come the tags that it has,
 * and those that a page may get later, which no reader waits for, once the browser is idle. A copy of
 * this script that finds another at work leaves it the lead, and says so once for all tags.
 */
function start(): void {
  if (!customElements.get(NewsArticle.tag)) {
    const waiting = [...document.querySelectorAll(':not(:defined)')];
    const inPage = new Set(waiting.map(({ localName }) => localName));
    // A thread writes its form itself, and a reader may answer before the browser is ever idle.
    if (inPage.has(CommentThread.tag)) inPage.add(CommentForm.tag);
    define(NewsArticle);
    for (const element of elements) if (inPage.has(element.tag)) define(element);
  }
  whenIdle(defineAll);
}

afterFirstPaint(start);
