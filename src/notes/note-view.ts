import type { Behaviour, BlockTools } from '../block/block-script.js';
import { select } from '../kit/define.js';
import { enNotes } from '../kit/words/en-notes.js';
import { NotePopover } from './note-popover.js';
import { contentOf, follow, idOf, isBack, linkIn, targetOf } from './note-target.js';

interface Host extends HTMLElement {
  readonly kind: 'footnote' | 'citation' | 'term';
}

export function enhance(host: Host, tools: BlockTools): Behaviour {
  tools.learn(enNotes);
  tools.define(NotePopover);
  return new Mark(host, tools);
}

const popovers = select(NotePopover.tag);
/** So long the pointer may be away on its way into the note. */
const GRACE = 200;

/** The mark whose note is shown; there is one at a time. */
const shown: { mark?: Mark | undefined } = {};

/**
 * A mark that shows its note. It is a disclosure: the link says whether the note is shown (`aria-expanded`), and the
 * note follows it in the order of reading. No description: that would be read out in full, without its links, each
 * time a reader passes the mark; and no tooltip, as notes hold links.
 */
class Mark implements Behaviour {
  readonly #host: Host;
  readonly #tools: BlockTools;
  readonly #gone = new AbortController();
  /** What keeps the note shown. */
  readonly #reasons = new Set<'hover' | 'focus' | 'press'>();
  #popover: NotePopover | undefined;
  #open: AbortController | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #list: Element | undefined;

  constructor(host: Host, tools: BlockTools) {
    this.#host = host;
    this.#tools = tools;
    const { signal } = this.#gone;
    const on = (type: string, listener: (event: never) => void, to: Element = host) =>
      to.addEventListener(type, listener as EventListener, { signal });
    on('click', this.#clicked);
    on('keyup', ({ key, target }: KeyboardEvent) => {
      // Not by `focus`: a reader who comes back from the list wants to read on.
      if (key === 'Tab' && target === this.#link) this.#show('focus');
    });
    on('focusout', ({ relatedTarget }: FocusEvent) => {
      if (host.contains(relatedTarget as Node | null)) return;
      if (relatedTarget) this.#reasons.delete('press');
      this.#unless('focus');
    });
    on('pointerenter', ({ pointerType }: PointerEvent) => {
      clearTimeout(this.#leaving);
      if (pointerType !== 'touch') this.#show('hover');
    });
    on('pointerleave', () => {
      clearTimeout(this.#leaving);
      this.#leaving = setTimeout(() => this.#unless('hover'), GRACE);
    });
  }

  update(): void {
    for (const old of this.#host.querySelectorAll(popovers)) {
      if (old !== this.#popover) old.remove(); // a clone brings one along
    }
    const link = this.#link;
    const target = link && targetOf(link, this.#host);
    if (target) link.setAttribute('aria-expanded', String(Boolean(this.#popover)));
    else link?.removeAttribute('aria-expanded');
    this.#leadBack(target);
    const id = link && idOf(link);
    if (!target && document.readyState !== 'loading')
      this.#tools.warn(
        id
          ? `<${this.#host.localName}>: nothing in the page has the id "${id}"; it stays a link.`
          : `<${this.#host.localName}> holds no link to a note of the page.`,
      );
  }

  disconnect(): void {
    this.close();
    this.#gone.abort();
  }

  get #link(): HTMLAnchorElement | undefined {
    return [...this.#host.querySelectorAll<HTMLAnchorElement>('a[href]')].find(
      (link) => !link.closest(popovers),
    );
  }

  /** The way back from the list leads to this article, not to another of the page with the same ids. */
  #leadBack(target: Element | undefined): void {
    if (!target || target === this.#list) return;
    this.#list = target;
    target.addEventListener(
      'click',
      (event) => {
        const link = linkIn(event);
        if (link && isBack(link)) follow(event, target);
      },
      { signal: this.#gone.signal },
    );
  }

  readonly #clicked = (event: MouseEvent): void => {
    const link = linkIn(event);
    if (link !== this.#link) {
      // A link in the note.
      if (link) follow(event, this.#host);
      if (link && idOf(link)) this.close();
      return;
    }
    if (!link || !targetOf(link, this.#host)) return;
    event.preventDefault();
    if (this.#reasons.has('press')) this.close();
    else this.#show('press');
  };

  #show(reason: 'hover' | 'focus' | 'press'): void {
    const link = this.#link;
    const target = link && targetOf(link, this.#host);
    if (!target) return;
    this.#reasons.add(reason);
    if (this.#popover) return;
    shown.mark?.close();
    shown.mark = this;
    const { say, create } = this.#tools;
    const popover = create<NotePopover>(NotePopover.tag);
    popover.append(...contentOf(target));
    this.#popover = popover;
    this.#host.append(popover);
    const words = link.textContent.trim();
    popover.show(link, {
      href: `#${encodeURIComponent(target.id)}`,
      goTo: say('noteGoTo'),
      label: this.#host.kind === 'term' ? words : say('noteNamed', { mark: words }),
    });
    link.setAttribute('aria-expanded', 'true');
    this.#listen(popover, link);
  }

  /** For as long as the note is shown. */
  #listen(popover: NotePopover, link: Element): void {
    this.#open = new AbortController();
    const { signal } = this.#open;
    const place = () => popover.place(link);
    addEventListener('scroll', place, { capture: true, passive: true, signal });
    addEventListener('resize', place, { signal });
    document.addEventListener('keydown', this.#escaped, { signal });
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (!event.composedPath().includes(this.#host)) this.close();
      },
      { signal },
    );
  }

  readonly #escaped = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape') return;
    const isInside = this.#popover?.contains(document.activeElement);
    const isDeep = this.#popover?.shadowRoot?.activeElement;
    this.close();
    if (isInside || isDeep) this.#link?.focus();
  };

  #unless(reason: 'hover' | 'focus'): void {
    this.#reasons.delete(reason);
    if (!this.#reasons.size) this.close();
  }

  /** Takes the note away. */
  close(): void {
    clearTimeout(this.#leaving);
    this.#reasons.clear();
    this.#open?.abort();
    const popover = this.#popover;
    // First: as it goes, the focus in it goes too, and that would close it again.
    this.#popover = undefined;
    popover?.remove();
    this.#link?.setAttribute('aria-expanded', 'false');
    if (shown.mark === this) shown.mark = undefined;
  }
}
