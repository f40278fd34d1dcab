import { allByRole, arrived, bitmap, show } from '../helpers.js';
import { waitUntil } from '../soon.js';

/** Three pictures of different ratios that need no network. */
export const pictures = [bitmap(300, 200), bitmap(200, 300), bitmap(400, 100)] as const;
export const names = ['A bridge', 'A tower', 'A river'] as const;

/** What stands in a gallery: three pictures, each with a caption, and one for all. */
export const inGallery = (caption = '<figcaption>Three views.</figcaption>'): string =>
  `<figure>${pictures
    .map(
      (src, index) =>
        `<figure><img src="${src}" alt="${names[index]}" width="300" height="200"><figcaption><span class="caption">${names[index]}, seen.</span> <span class="credit">Jane Doe</span></figcaption></figure>`,
    )
    .join('')}${caption}</figure>`;

/** What stands in a comparison. */
export const inCompare = (before = 'In 1924', after = 'In 2024'): string =>
  `<figure><figure><img src="${pictures[0]}" alt="${names[0]}" width="300" height="200"><figcaption>${before}</figcaption></figure><figure><img src="${pictures[2]}" alt="${names[2]}" width="400" height="100"><figcaption>${after}</figcaption></figure><figcaption>One place.</figcaption></figure>`;

/** A tag in a page, with its script there and its pictures arrived. */
export async function ready<T extends HTMLElement>(html: string, inside = ''): Promise<T> {
  const outer = await show(`<div style="inline-size: 600px" ${inside}>${html}</div>`);
  const element = outer.firstElementChild as T;
  await isReady(element);
  for (const image of element.querySelectorAll('img')) await arrived(image);
  return element;
}

export const isReady = (element: Element): Promise<void> =>
  waitUntil(() => element.matches(':state(ready)'), 'its script is there');

/** The only dialog in an element, when it is open. */
export async function opened(element: Element): Promise<HTMLDialogElement> {
  await waitUntil(() => allByRole(element, 'dialog').length === 1, 'a dialog opens');
  return allByRole(element, 'dialog')[0] as HTMLDialogElement;
}

export const closed = (element: Element): Promise<void> =>
  waitUntil(() => !element.querySelector('figure-lightbox'), 'the dialog is gone');

/** What has the focus, looking into shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

interface Place {
  readonly name: string;
  readonly box: readonly number[];
}

/** The places of everything that someone wrote, relative to the element. */
export function places(element: Element): Place[] {
  const { left, top } = element.getBoundingClientRect();
  return [element, ...element.querySelectorAll('figure, img, picture, figcaption, span, a, p')]
    .filter((one) => one.getClientRects().length && !one.closest('figure-lightbox'))
    .map((one) => {
      const box = one.getBoundingClientRect();
      const name = one === element ? 'host' : one.localName;
      return { name, box: [box.left - left, box.top - top, box.width, box.height] };
    });
}

/** What is not where it was. Firefox lays out in sixtieths of a pixel, which differ down the page. */
export function moved(before: readonly Place[], after: readonly Place[]): string[] {
  if (before.length !== after.length) return [`${before.length} boxes are ${after.length}`];
  return before.flatMap(({ name, box }, index) => {
    const now = after[index]!;
    const isThere =
      name === now.name && box.every((at, side) => Math.abs(at - now.box[side]!) < 0.1);
    return isThere ? [] : [`${name} ${box.join(' ')} → ${now.name} ${now.box.join(' ')}`];
  });
}

/** A key, as every engine can be told of it. */
export const key = (target: Element, name: string): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );

/** A finger or a mouse at a place. */
export const point = (
  target: Element,
  type: string,
  x: number,
  y: number,
  more: PointerEventInit = {},
): boolean =>
  target.dispatchEvent(
    new PointerEvent(type, {
      ...{ clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true },
      ...{
        pointerId: 1,
        pointerType: 'touch',
        buttons: 1,
        button: type === 'pointermove' ? -1 : 0,
      },
      ...more,
    }),
  );
