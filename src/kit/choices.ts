import { storage } from './storage.js';

/** Where this browser keeps what a reader chose; the number is the version of how it is written. */
export const CHOICES = 'broadsheet-choices-1';

/** Choices are written as `size=2&theme=dark`; whatever is not of this kind is no choice. */
export const CHOICE = /\b(size|measure|theme)=(-1|[1-5]|narrow|wide|light|dark)\b/g;

/** Puts what a reader chose on `<html>`, where stylesheets see it; `server/choices.ts` does it before paint. */
export function applyChoices(): void {
  const kept = storage.get('localStorage', CHOICES) ?? '';
  for (const [, name = '', value = ''] of kept.matchAll(CHOICE)) {
    document.documentElement.setAttribute(`data-article-${name}`, value);
  }
}
