import type { Behaviour } from '../block/block-script.js';

/** Names the box by its heading, and opens what is folded when it is printed. */
export function enhance(host: HTMLElement): Behaviour {
  let label: string | null = null;
  let opened: HTMLDetailsElement[] = [];
  const open = () => {
    opened = [...host.querySelectorAll('details')].filter((details) => !details.open);
    for (const details of opened) details.open = true;
  };
  const close = () => {
    for (const details of opened) details.open = false;
    opened = [];
  };
  // Elsewhere the stylesheet does it.
  const isOld = !CSS.supports('selector(::details-content)');
  if (isOld) {
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
  }
  return {
    update() {
      const aside = host.querySelector(':scope > aside');
      const written = aside?.getAttribute('aria-label') ?? null;
      if (!aside || aside.hasAttribute('aria-labelledby') || written !== label) return;
      label = aside.querySelector('h1,h2,h3,h4,h5,h6')?.textContent.trim() || null;
      if (label) aside.setAttribute('aria-label', label);
      else aside.removeAttribute('aria-label');
    },
    disconnect() {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    },
  };
}
