import type { Behaviour, BlockTools } from '../block/block-script.js';
import { select } from '../kit/define.js';
import { enMedia } from '../kit/words/en-media.js';
import { CompareHandle } from './compare-handle.js';

/** Where the stylesheet cuts the upper picture; on the host, so that a move or a clone keeps it. */
const AT = '--article-_at';
/** A longer caption is no label. */
const LONGEST = 32;

/** A stylesheet in this browser lays the pictures over each other: else they stand side by side, and stay so. */
const canLay = (): boolean =>
  matchMedia('(scripting: enabled)').matches && CSS.supports('selector(:has(a))');

export function enhance(host: HTMLElement, tools: BlockTools): Behaviour {
  tools.learn(enMedia);
  return new CompareView(host, tools);
}

/** A handle over two pictures: the mouse, a finger, the keyboard and a screen reader all move the line between them. */
class CompareView implements Behaviour {
  readonly #host: HTMLElement;
  readonly #tools: BlockTools;
  readonly #observer = new MutationObserver(() => this.update());
  #handle: CompareHandle | undefined;

  constructor(host: HTMLElement, tools: BlockTools) {
    this.#host = host;
    this.#tools = tools;
    // Of the last time, or a clone's.
    for (const old of host.querySelectorAll(select(CompareHandle.tag))) old.remove();
    this.#observer.observe(host, { childList: true, subtree: true, characterData: true });
  }

  update(): void {
    const figure = this.#host.querySelector(':scope > figure');
    const pictures = figure ? picturesIn(figure) : [];
    if (!figure || pictures.length !== 2 || !canLay()) return this.#handle?.remove();
    const handle = (this.#handle ??= this.#make());
    if (handle.parentNode !== figure) figure.append(handle);
    const { say } = this.#tools;
    const hasCaptions = pictures.some((one) => captionIn(one));
    handle.words = {
      name: say('compareLabel'),
      before: hasCaptions ? '' : say('before'),
      after: hasCaptions ? '' : say('after'),
    };
    this.#show(pictures[0]);
  }

  disconnect(): void {
    this.#observer.disconnect();
  }

  get #at(): number {
    const at = Number.parseFloat(this.#host.style.getPropertyValue(AT));
    return at >= 0 && at <= 100 ? at : 50;
  }

  #make(): CompareHandle {
    const { define, create, prefix } = this.#tools;
    define(CompareHandle);
    const handle = create<CompareHandle>(CompareHandle.tag);
    if (prefix) handle.className = CompareHandle.tag;
    handle.moved = (percent) => {
      this.#host.style.setProperty(AT, `${Math.round(percent * 10) / 10}%`);
      this.update();
    };
    return handle;
  }

  #show(before: Element | undefined): void {
    const { say, locale } = this.#tools;
    const at = this.#at;
    const caption = (before && captionIn(before))?.replace(/\s+/g, ' ').trim();
    const label = caption && caption.length <= LONGEST ? caption : say('before');
    const percent = new Intl.NumberFormat(locale(), { style: 'percent' }).format(
      Math.round(at) / 100,
    );
    this.#handle?.show(at, say('compareValue', { label, percent }));
  }
}

/** The two pictures, each with a caption of its own or bare. */
const picturesIn = (figure: Element): Element[] =>
  [...figure.children].filter(
    (child) =>
      child.matches('img, picture') || (child.localName === 'figure' && child.querySelector('img')),
  );

function captionIn(picture: Element): string | undefined {
  const caption = picture.querySelector(':scope > figcaption');
  return (caption?.querySelector('.caption') ?? caption)?.textContent || undefined;
}
