import type { Behaviour } from '../block/block-script.js';
import { storyOf } from '../block/story-of.js';
import { select } from '../kit/define.js';

interface Host extends HTMLElement {
  readonly htmlFor?: string | undefined;
}

/** What comes after the text is not read as the story is. */
const after = ['related-articles', 'comment-thread', 'comment-form'].map(select).join();

/** Follows the reader through the story. */
export function enhance(host: Host): Behaviour {
  host.setAttribute('aria-hidden', 'true');
  const update = (): void => {
    const story = storyOf(host, host.htmlFor);
    const share = story ? progressIn(story) : 0;
    const value = String(Math.round(share * 1000) / 1000);
    if (host.style.getPropertyValue('--article-progress') !== value)
      host.style.setProperty('--article-progress', value);
  };
  // Both come at most once a frame.
  document.addEventListener('scroll', update, { passive: true });
  window.addEventListener('resize', update);
  return {
    update,
    disconnect() {
      document.removeEventListener('scroll', update);
      window.removeEventListener('resize', update);
    },
  };
}

/** 0 when the story begins at the window's lower edge or above it is nothing yet, 1 when its end is seen. */
function progressIn(story: Element): number {
  const { top, bottom } = story.getBoundingClientRect();
  const [end] = [...story.children].filter((child) => child.matches(after));
  const last = end ? end.getBoundingClientRect().top : bottom;
  const way = last - top - innerHeight;
  if (way <= 0) return last <= innerHeight ? 1 : 0;
  return Math.min(1, Math.max(0, -top / way));
}
