import { icon, styled } from '../kit/shadow-parts.js';
import type { Say } from '../kit/words.js';
import { LightboxGestures } from './lightbox-gestures.js';
import { lightboxStyles } from './lightbox-styles.js';
import { LightboxZoom } from './lightbox-zoom.js';

/** What a lightbox shows: one picture, or one of several. */
export interface LightboxContent {
  readonly count: number;
  /** What it shows first. */
  readonly at: number;
  readonly say: Say;
  /** The large picture. */
  picture(at: number): HTMLImageElement;
  /** Its caption, if it has one. */
  caption(at: number): HTMLElement | undefined;
  /** Hears of each picture but the first. */
  moved?(at: number): void;
}

/** How far the arrow keys move an enlarged picture, in pixels. */
const STEP = 80;
const pans: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/**
 * A picture, large, in a dialog: Escape, the button or the ground around it closes it; a button, plus
 * and minus, a double tap or a pinch enlarge it; in a gallery there is a way to the others. It is loaded
 * when a reader first opens a picture. Everything that someone wrote stays in the light DOM, slotted.
 *
 * @tagname figure-lightbox
 *
 * @slot picture - The large picture.
 * @slot caption - Its caption, credit and labels.
 * @csspart dialog - The dialog that covers the page.
 * @csspart close - The button that closes it.
 * @csspart zoom - The button that enlarges the picture, and shows the whole again.
 * @csspart previous - The button to the picture before.
 * @csspart next - The button to the picture after.
 * @csspart position - Which of how many pictures it is.
 */
export class FigureLightbox extends HTMLElement {
  static readonly tag: string = 'figure-lightbox';

  readonly #dialog = document.createElement('dialog');
  readonly #stage = document.createElement('div');
  readonly #caption = box('caption', slot('caption'));
  readonly #position = document.createElement('span');
  /** Apart, as "1 of 5" may stand in an Arabic page. */
  readonly #number = document.createElement('bdi');
  /** For screen readers: which picture is shown now. */
  readonly #said = document.createElement('span');
  readonly #close = button('close', 'M5 5l14 14M19 5L5 19');
  readonly #zoomer = button('zoom', '');
  readonly #previous = button('previous', 'M15 5l-7 7 7 7');
  readonly #next = button('next', 'M9 5l7 7-7 7');
  readonly #zoom = new LightboxZoom(
    this.#stage,
    () => this.#picture,
    () => this.#nameZoom(),
  );
  readonly #gestures = new LightboxGestures(this.#stage, this.#zoom, (towards) =>
    this.#step((towards === 'left') === this.#isRtl ? -1 : 1),
  );
  #content: LightboxContent | undefined;
  #at = 0;

  constructor() {
    super();
    this.#dialog.part.add('dialog');
    this.#position.part.add('position');
    this.#position.className = 'position';
    this.#position.setAttribute('aria-hidden', 'true');
    this.#position.append(this.#number);
    this.#said.className = 'said';
    this.#said.setAttribute('role', 'status');
    this.#close.autofocus = true;
    this.#stage.className = 'stage';
    this.#stage.setAttribute('role', 'group');
    // A press on either takes the focus, so that the keys go on meaning something.
    this.#stage.tabIndex = this.#caption.tabIndex = -1;
    this.#stage.append(slot('picture'));
    const tools = box('tools', this.#zoomer, this.#close);
    this.#dialog.append(
      ...[this.#stage, this.#caption, this.#position],
      ...[this.#previous, this.#next, tools, this.#said],
    );
    styled(this, lightboxStyles, this.#dialog);

    this.#dialog.addEventListener('click', this.#clicked);
    this.#dialog.addEventListener('keydown', this.#keyed);
    this.#dialog.addEventListener('close', () => this.dispatchEvent(new Event('close')));
  }

  /** Which picture it shows. */
  get at(): number {
    return this.#at;
  }

  /** Opens the dialog; resolves when the reader has closed it. */
  open(content: LightboxContent): Promise<void> {
    const { count, say, at } = content;
    this.#content = content;
    for (const element of [this.#position, this.#previous, this.#next]) element.hidden = count < 2;
    name(this.#close, say('closePicture'));
    name(this.#previous, say('previousPicture'));
    name(this.#next, say('nextPicture'));
    this.#show(at);
    this.#dialog.showModal();
    this.#reach();
    addEventListener('resize', this.#resized);
    return new Promise((resolve) => {
      this.addEventListener('close', () => resolve(), { once: true });
    });
  }

  /** Shows another picture. */
  show(at: number): void {
    const content = this.#content;
    if (!content || at === this.#at || at < 0 || at >= content.count) return;
    this.#zoom.reset();
    this.#show(at);
    this.#reach();
    this.#said.textContent = this.#dialog.getAttribute('aria-label');
    content.moved?.(at);
  }

  /** Closes the dialog. */
  close(): void {
    this.#dialog.close();
  }

  disconnectedCallback(): void {
    removeEventListener('resize', this.#resized);
    // Taken away while open, the page must not stay inert.
    if (this.#dialog.open) this.#dialog.close();
  }

  get #picture(): HTMLImageElement | undefined {
    return this.querySelector('img') ?? undefined;
  }

  get #isRtl(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  #show(at: number): void {
    const content = this.#content;
    if (!content) return;
    const { count, say } = content;
    this.#at = at;
    this.#gestures.reset();
    const picture = content.picture(at);
    picture.draggable = false;
    const caption = content.caption(at);
    this.replaceChildren(picture, ...(caption ? [caption] : []));
    const alt = picture.alt.trim() || say('pictureLabel');
    const position = say('picturePosition', { position: at + 1, total: count });
    this.#number.textContent = position;
    this.#dialog.setAttribute('aria-label', count > 1 ? `${alt} (${position})` : alt);
    enable(this.#previous, at > 0);
    enable(this.#next, at < count - 1);
    this.#nameZoom();
  }

  #nameZoom(): void {
    const isIn = this.#zoom.level > 1;
    const glass = 'M15.5 15.5L21 21M10 3a7 7 0 110 14 7 7 0 010-14M7 10h6';
    this.#zoomer.replaceChildren(icon(isIn ? glass : `${glass}M10 7v6`));
    name(this.#zoomer, this.#content?.say(isIn ? 'zoomOut' : 'zoomIn') ?? '');
    name(this.#stage, this.#content?.say('pictureLabel') ?? '');
    this.#stage.tabIndex = isIn ? 0 : -1;
  }

  /** A caption that scrolls is in reach of the keyboard. */
  #reach(): void {
    const { scrollHeight, clientHeight } = this.#caption;
    this.#caption.tabIndex = scrollHeight > clientHeight ? 0 : -1;
  }

  #step(by: 1 | -1): void {
    this.show(this.#at + by);
  }

  readonly #resized = (): void => this.#zoom.reset();

  readonly #clicked = ({ target }: MouseEvent): void => {
    const pressed = (target as Element).closest('button');
    if (pressed === this.#zoomer) this.#zoom.toggle();
    else if (pressed === this.#previous) this.#step(-1);
    else if (pressed === this.#next) this.#step(1);
    else if (
      pressed ||
      ((target === this.#dialog || target === this.#stage) && !this.#gestures.wasMoved)
    )
      this.#dialog.close();
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#act(event.key)) return;
    event.preventDefault();
  };

  /** Whether a key means something here. */
  #act(key: string): boolean {
    const { level } = this.#zoom;
    const pan = pans[key];
    if (key === '+' || key === '=') this.#zoom.to(level * 1.5);
    else if (key === '-') this.#zoom.to(level / 1.5);
    else if (key === '0') this.#zoom.to(1);
    else if (pan && level > 1) this.#zoom.pan(...pan);
    else if (key === 'Home') this.show(0);
    else if (key === 'End') this.show((this.#content?.count ?? 1) - 1);
    else if (pan?.[0]) this.#step(pan[0] > 0 === this.#isRtl ? -1 : 1);
    else return false;
    return true;
  }
}

function button(part: string, path: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = part;
  element.part.add(part);
  if (path) element.append(icon(path));
  return element;
}

const name = (element: Element, label: string): void => element.setAttribute('aria-label', label);

/** Not `disabled`: the focus would be lost at the last picture. */
const enable = (element: Element, isAble: boolean): void =>
  element.setAttribute('aria-disabled', String(!isAble));

function box(style: string, ...inner: Node[]): HTMLElement {
  const element = document.createElement('div');
  element.className = style;
  element.append(...inner);
  return element;
}

function slot(named: string): HTMLSlotElement {
  const element = document.createElement('slot');
  element.name = named;
  return element;
}
