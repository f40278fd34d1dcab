import { icon, styled } from '../kit/shadow-parts.js';

/**
 * A picture, large, in a dialog: Escape, the button or the ground around it closes it. It is loaded
 * when a reader first opens a picture. Everything that someone wrote stays in the light DOM, slotted.
 *
 * @tagname figure-lightbox
 *
 * @slot picture - The large picture.
 * @slot caption - Its caption, credit and labels.
 * @csspart dialog - The dialog that covers the page.
 * @csspart close - The button that closes it.
 */
export class FigureLightbox extends HTMLElement {
  static readonly tag: string = 'figure-lightbox';

  readonly #dialog = document.createElement('dialog');
  readonly #close = document.createElement('button');

  constructor() {
    super();
    this.#dialog.part.add('dialog');
    this.#close.part.add('close');
    this.#close.type = 'button';
    this.#close.append(icon('M5 5l14 14M19 5L5 19'));
    const caption = document.createElement('div');
    caption.className = 'caption';
    caption.append(slot('caption'));
    this.#dialog.append(slot('picture'), caption, this.#close);
    styled(this, styles, this.#dialog);

    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog || (target as Element).closest('button')) this.#dialog.close();
    });
    this.#dialog.addEventListener('close', () => this.dispatchEvent(new Event('close')));
  }

  /** Opens the dialog under a name, with a name for its button; resolves when the reader has closed it. */
  open(label: string, closeLabel: string): Promise<void> {
    this.#dialog.setAttribute('aria-label', label);
    this.#close.setAttribute('aria-label', closeLabel);
    this.#dialog.showModal();
    return new Promise((resolve) => {
      this.addEventListener('close', () => resolve(), { once: true });
    });
  }

  disconnectedCallback(): void {
    // Taken away while open, the page must not stay inert.
    if (this.#dialog.open) this.#dialog.close();
  }
}

function slot(name: string): HTMLSlotElement {
  const element = document.createElement('slot');
  element.name = name;
  return element;
}

const styles = `
  dialog {
    box-sizing: border-box;
    inline-size: 100vw;
    block-size: 100vh;
    block-size: 100dvh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 1rem;
    border: 0;
    color: #f2f0eb;
    background: #0f0f0e;
  }
  dialog[open] {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    gap: 0.75rem;
  }
  dialog::backdrop {
    background: #0f0f0e;
  }
  ::slotted(img) {
    place-self: center;
    inline-size: auto !important;
    block-size: auto !important;
    max-inline-size: 100% !important;
    max-block-size: 100% !important;
    min-block-size: 0;
    margin: 0 !important;
    object-fit: contain;
  }
  .caption {
    max-inline-size: 45rem;
    margin-inline: auto;
    padding-inline-end: 0.5rem;
    overflow-wrap: anywhere;
    font: 0.875rem/1.45 var(--article-font-furniture, system-ui, sans-serif);
    text-align: center;
  }
  ::slotted([slot='caption']) {
    margin: 0 !important;
    color: inherit !important;
  }
  button {
    position: absolute;
    inset-block-start: 0.75rem;
    inset-inline-end: 0.75rem;
  }
`;
