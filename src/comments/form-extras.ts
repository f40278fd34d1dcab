import type { CommentAbility, CommentLimit } from '../sources/comment-source.js';
import type { FormHands } from './form-hands.js';
import { lengthIn, mostIn } from './form-limit.js';
import { addLive, announce, button, piece, rowOf, tie, write } from './form-pieces.js';
import { BUTTON } from './form-status.js';

/** Of a limit: when a reader is told how much is left. */
const STEPS = [0.1, 0.05, 0.01];
const OVER = STEPS.length + 1;

/** What stands in a form beside its boxes: how much more, how it will look. */
export class FormExtras {
  readonly #hands: FormHands;
  #can: readonly CommentAbility[] | undefined;
  #limit: CommentLimit | undefined;
  #source: unknown;
  #step = 0;

  constructor(hands: FormHands) {
    this.#hands = hands;
  }

  update(): void {
    const { form } = this.#hands.now;
    if (!form) return;
    this.#hint(form);
    this.#preview(form);
    if (this.#hands.host.markdown) this.#ask();
  }

  /** The reader has typed. */
  input(): void {
    addLive(this.#hands);
    this.#ask();
    this.#count();
  }

  /** What the source can and takes; it is loaded when it is first needed. */
  #ask(): void {
    const ref = this.#hands.source();
    if (ref === this.#source) return;
    this.#source = ref;
    this.#can = this.#limit = undefined;
    ref?.resolve().then(
      ({ can, limit }) => {
        if (ref !== this.#source) return;
        this.#can = can;
        this.#limit = limit;
        this.update();
        this.#count();
      },
      () => {}, // it is said when the reader posts
    );
  }

  get #isMarkdown(): boolean {
    const { host, source } = this.#hands;
    return host.markdown && (!source() || Boolean(this.#can?.includes('markdown')));
  }

  #hint(form: HTMLFormElement): void {
    const box = this.#hands.box();
    let hint = form.querySelector('.form-hint');
    if (!box) return;
    if (!this.#isMarkdown) {
      if (hint) tie(box, hint, false);
      return hint?.remove();
    }
    if (!hint) {
      hint = piece(form, 'span', 'form-hint');
      (box.closest('label') ?? box).after(hint);
      tie(box, hint, true);
    }
    write(hint, this.#hands.say('markdownHint'));
  }

  /** Near the limit, how much is left; read out at a tenth, a twentieth and a hundredth, and when it is too much. */
  #count(): void {
    const { box: find, now, say } = this.#hands;
    const box = find();
    if (!box || !now.form) return;
    const max = this.#limit?.max ?? Number(box.dataset.limit ?? Infinity);
    const unit = this.#limit?.unit ?? 'code-units';
    const text = box.value.trim();
    const left = mostIn(text, unit) < max * 0.9 ? max : max - lengthIn(text, unit);
    const step = left < 0 ? OVER : STEPS.filter((part) => left <= max * part && left < max).length;
    let counter = now.form.querySelector('.form-counter');
    const before = this.#step;
    this.#step = step;
    if (!step) {
      if (counter) tie(box, counter, false);
      if (before) announce(this.#hands, '');
      return counter?.remove();
    }
    if (!counter) {
      counter = piece(now.form, 'span', 'form-counter');
      (box.closest('label') ?? box).after(counter);
      tie(box, counter, true);
    }
    const words =
      left < 0 ? say('tooLong', { count: -left }) : say('charactersLeft', { count: left });
    counter.classList.toggle('over', left < 0);
    write(counter, words);
    if (step > before || (before === OVER && step < OVER)) announce(this.#hands, words);
  }

  #preview(form: HTMLFormElement): void {
    const { host, say } = this.#hands;
    const known = form.querySelector<HTMLButtonElement>('.form-preview-button');
    if (!host.preview) {
      this.endPreview();
      return known?.remove();
    }
    if (known) return write(known, say(this.#panel ? 'previewEnd' : 'preview'));
    const own = button(form, say('preview'), () => void this.#toggle(), 'form-preview-button');
    const post = form.querySelector(BUTTON);
    if (post) post.after(own);
    else form.append(own);
  }

  get #panel(): HTMLElement | null {
    return this.#hands.now.form?.querySelector<HTMLElement>('.form-preview') ?? null;
  }

  /** Back to writing. */
  endPreview(): boolean {
    const panel = this.#panel;
    const { box: find, now, say } = this.#hands;
    const box = find();
    if (!panel) return false;
    panel.remove();
    const row = box && rowOf(box);
    if (row) row.hidden = false;
    const own = now.form?.querySelector('.form-preview-button');
    if (own) write(own, say('preview'));
    return true;
  }

  async #toggle(): Promise<void> {
    const { author, box: find, fromElsewhere, fromWriter, now, say, status } = this.#hands;
    if (this.endPreview()) return find()?.focus();
    const box = find();
    const row = box && rowOf(box);
    const { form } = now;
    if (!form || !row) return;
    const text = box.value.trim();
    if (!text) {
      status.alert(say('needComment'));
      return box.focus();
    }
    const { name, url } = author();
    const draft = { text, author: { name, url }, isMarkdown: this.#isMarkdown };
    try {
      const { previewOf } = await import('./form-preview.js');
      const markup = await previewOf(draft, { say, fromElsewhere });
      if (now.form !== form || this.#panel || box.value.trim() !== text) return;
      const panel = piece(form, 'section', 'form-preview');
      panel.setAttribute('aria-label', say('previewTitle'));
      panel.tabIndex = -1;
      panel.append(fromWriter(markup));
      row.before(panel);
      row.hidden = true;
      this.#preview(form);
      panel.focus();
    } catch {
      status.alert(say('actionFailed'));
    }
  }
}
