import type { FormHands } from './form-hands.js';
import { button, piece, write } from './form-pieces.js';

/** What stands in place of a form that takes no more: why, and what was typed, to be taken along. */
export class FormClosed {
  readonly #hands: FormHands;
  readonly #hidden = new Set<HTMLElement>();
  #note: HTMLElement | undefined;

  constructor(hands: FormHands) {
    this.#hands = hands;
  }

  update(): void {
    const { host, now } = this.#hands;
    const isClosed = now.state === 'closed';
    if (isClosed && !this.#note) host.append((this.#note = this.#made()));
    if (!isClosed) {
      this.#note?.remove();
      this.#note = undefined;
      for (const child of this.#hidden) child.hidden = false;
      this.#hidden.clear();
      return;
    }
    for (const child of host.children) {
      if (child === this.#note || !(child instanceof HTMLElement) || child.hidden) continue;
      child.hidden = true;
      this.#hidden.add(child);
    }
  }

  #made(): HTMLElement {
    const { around, box, host, now, say } = this.#hands;
    const note = piece(host, 'div', 'form-closed');
    const text = box()?.value ?? '';
    // A thread says for itself that it is closed.
    const isSaid = !text && 'reload' in around();
    if (!isSaid) {
      const words = piece(
        host,
        'p',
        'form-closed-note',
        say(text ? 'failedClosed' : 'commentsClosed'),
      );
      if (now.isShut) words.setAttribute('role', 'alert');
      note.append(words);
    }
    if (!text) return note;
    const kept = piece(host, 'textarea', '');
    kept.readOnly = true;
    kept.value = text;
    kept.rows = 8;
    kept.dir = 'auto';
    const label = piece(host, 'label', '', say('comment'));
    label.append(kept);
    const said = piece(host, 'span', 'form-copied');
    said.setAttribute('role', 'status');
    const copy = button(host, say('copy'), () => {
      kept.select();
      void copied(kept, text).then((isCopied) => isCopied && write(said, say('copied')));
    });
    note.append(label, copy, said);
    return note;
  }
}

async function copied(box: HTMLTextAreaElement, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Outside of secure pages there is only the old way; the text is selected in any case.
    return box.ownerDocument.execCommand('copy');
  }
}
