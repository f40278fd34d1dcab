import type { FormHands } from './form-hands.js';

/** A small element with a class and a text. */
export function piece<K extends keyof HTMLElementTagNameMap>(
  near: Node,
  name: K,
  style: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = (near.ownerDocument ?? document).createElement(name);
  if (style) made.className = style;
  if (text) made.textContent = text;
  return made;
}

export function button(near: Node, text: string, act: () => void, style = ''): HTMLButtonElement {
  const made = piece(near, 'button', style, text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

/** Writes a text that may stand there already. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

let pieces = 0;

/** Ties a hint to a box, or takes it away again. */
export function tie(box: Element, hint: Element, isTied: boolean): void {
  hint.id ||= `comment-hint-${++pieces}`;
  const ids = (box.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);
  const others = ids.filter((id) => id !== hint.id);
  if (isTied === ids.includes(hint.id)) return;
  if (isTied) others.push(hint.id);
  if (others.length) box.setAttribute('aria-describedby', others.join(' '));
  else box.removeAttribute('aria-describedby');
}

/** The row of a form that a box stands in. */
export const rowOf = (box: Element): HTMLElement | null => box.closest<HTMLElement>('p, label');

/** Read out politely, seen by nobody: what is shown changes more often than anybody can listen to. */
export function announce({ now }: FormHands, text: string): void {
  const { form } = now;
  const live = form?.querySelector('.form-live');
  if (live) write(live, text);
}

/** There before its words, or it would not be read out. */
export function addLive({ now: { form } }: FormHands): void {
  if (!form || form.querySelector('.form-live')) return;
  const live = piece(form, 'p', 'form-live');
  live.setAttribute('aria-live', 'polite');
  form.append(live);
}
