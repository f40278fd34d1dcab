import type { Behaviour, BlockTools } from '../block/block-script.js';
import { storyOf } from '../block/story-of.js';
import { minutesToRead } from '../content/reading-time.js';
import { select } from '../kit/define.js';
import { furniture } from './furniture.js';

interface Host extends HTMLElement {
  readonly wordsPerMinute?: number | undefined;
  readonly htmlFor?: string | undefined;
}

/** Nobody reads these through: captions, notes, code, what is folded, buttons. */
const skipped = `figcaption,pre,script,style,template,button,select,textarea,dialog,details:not([open]),[aria-hidden=true],[hidden],.notes,${select('article-pullquote')},${furniture}`;

/** Writes how long the story takes, where nobody did. */
export function enhance(host: Host, tools: BlockTools): Behaviour {
  let written: string | undefined;
  let told: Element | undefined;
  const update = (): void => {
    const story = storyOf(host, host.htmlFor);
    if (story !== told) {
      told?.removeEventListener('article-load', update);
      story?.addEventListener('article-load', update);
      told = story;
    }
    if (!story || (host.textContent.trim() && host.textContent !== written)) return;
    const minutes = minutesToRead(textOf(story), host.wordsPerMinute);
    const text = tools.say('readingTime', { count: minutes });
    if (host.textContent === text) return;
    written = text;
    host.textContent = text;
  };
  return {
    update,
    disconnect() {
      told?.removeEventListener('article-load', update);
      told = undefined;
    },
  };
}

function textOf(story: Element): string {
  const texts: string[] = [];
  const walker = document.createTreeWalker(
    story,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element
        ? node.matches(skipped)
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP
        : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
  return texts.join(' ');
}
