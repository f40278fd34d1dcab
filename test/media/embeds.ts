import type { ArticleEmbed } from '../../src/media/article-embed.js';
import { allByRole, byRole, show } from '../helpers.js';
import { waitUntil } from '../soon.js';

/** No test asks another site for anything: the browser itself refuses, and says so. */
export function noFramesFromElsewhere(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "frame-src 'self' blob:";
  before(() => document.head.append(policy));
}

export const page = 'https://www.youtube.com/watch?v=abcdefghijk';
export const caption = '<figcaption><span class="caption">In Prague.</span></figcaption>';
export const film = `<figure><p class="embed-link"><a href="${page}" rel="noopener">The meeting</a></p>${caption}</figure>`;

/** An embed whose script is there. */
export async function embed(
  inner = film,
  attributes = `provider="youtube" src="${page}" width="560" height="315"`,
): Promise<ArticleEmbed> {
  const element = await show<ArticleEmbed>(
    `<article-embed lang="en" loading="eager" ${attributes}>${inner}</article-embed>`,
  );
  await ready(element);
  return element;
}
export const ready = (element: Element): Promise<void> =>
  waitUntil(() => element.matches(':state(ready)'));

export const gateOf = (element: Element) => element.querySelector('embed-gate');
export const frameOf = (element: Element): HTMLIFrameElement | null =>
  gateOf(element)?.shadowRoot?.querySelector('iframe') ?? null;
/** Every frame of a page, in shadow roots too. */
export const frames = (): HTMLIFrameElement[] => [
  ...document.querySelectorAll('iframe'),
  ...[...document.querySelectorAll('embed-gate')].flatMap((gate) => [
    ...gate.shadowRoot!.querySelectorAll('iframe'),
  ]),
];

export const button = (element: Element, name: string | RegExp) =>
  byRole<HTMLButtonElement>(element, 'button', name);
export const loadButtons = (element: Element) => allByRole(element, 'button', /^Load from/);
export const load = (element: Element): void => button(element, /^Load from/).click();
