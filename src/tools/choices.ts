import { applyChoices, CHOICES } from '../kit/choices.js';
import { storage } from '../kit/storage.js';
import { tellAll } from './stored.js';

/** Text sizes, as steps from the page's own, and how large each is; tokens.css says the same. */
export const sizes: ReadonlyMap<number, number> = new Map([
  [-1, 0.9],
  [0, 1],
  [1, 1.15],
  [2, 1.3],
  [3, 1.5],
  [4, 1.75],
  [5, 2],
]);
export const measures = ['narrow', '', 'wide'] as const;
export const themes = ['', 'light', 'dark'] as const;
export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

export type ChoiceName = 'size' | 'measure' | 'theme';
export const choiceNames: readonly ChoiceName[] = ['size', 'measure', 'theme'];

/** How stories look now; an empty text is the page's own. */
export interface Choices {
  readonly size: number;
  readonly measure: (typeof measures)[number];
  readonly theme: (typeof themes)[number];
}

const attribute = (name: ChoiceName) => `data-article-${name}`;
const at = (name: ChoiceName) => document.documentElement.getAttribute(attribute(name)) ?? '';

/** Read from `<html>`: what is applied counts, also where the browser keeps nothing. */
export function choices(): Choices {
  const size = Number(at('size'));
  return {
    size: sizes.has(size) ? size : 0,
    measure: measures.find((one) => one === at('measure')) ?? '',
    theme: themes.find((one) => one === at('theme')) ?? '',
  };
}

/** Applies a choice to every story of the page, and keeps it; an empty text takes it back. */
export function choose(name: ChoiceName, value: string): void {
  if (value) document.documentElement.setAttribute(attribute(name), value);
  else document.documentElement.removeAttribute(attribute(name));
  keep(name, value);
  tellAll();
}

/** Another tab has chosen. */
export function followChoices(): void {
  for (const name of choiceNames) document.documentElement.removeAttribute(attribute(name));
  applyChoices();
}

/** How fast the reader likes to listen. */
export function speed(): number {
  const kept = Number(stored().get('speed'));
  return speeds.find((one) => one === kept) ?? 1;
}

export const chooseSpeed = (value: number): void => keep('speed', value === 1 ? '' : String(value));

const stored = () => new URLSearchParams(storage.get('localStorage', CHOICES) ?? '');

function keep(name: string, value: string): void {
  const kept = stored();
  if (value) kept.set(name, value);
  else kept.delete(name);
  storage.set('localStorage', CHOICES, kept.toString() || null);
}
