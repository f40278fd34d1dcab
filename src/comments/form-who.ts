import { tidyName } from '../content/person.js';
import { recallAuthor } from './author-memory.js';
import { nothing } from './form-draft.js';
import { CONSENT, fieldOf, WHO } from './form-fields.js';
import type { FormHands } from './form-hands.js';
import { piece, rowOf, write } from './form-pieces.js';

/** Who is writing: somebody who is signed in, somebody this browser was asked to remember, or whoever says. */
export class FormWho {
  readonly #hands: FormHands;
  #form: HTMLFormElement | undefined;
  #user: string | undefined;

  constructor(hands: FormHands) {
    this.#hands = hands;
  }

  update(): void {
    const { box: find, identity, now, restore, show, slot, host } = this.#hands;
    const { form } = now;
    if (!form) return;
    const isNew = form !== this.#form;
    this.#form = form;
    if (isNew) recall(form);
    const user = identity()?.name ?? '';
    const before = this.#user;
    if (user || before) this.#say(form, tidyName(user));
    this.#user = user;
    if (before === undefined || before === user) return;
    // Another reader's draft is none of theirs; who signed in to post what they wrote goes on with it.
    if (now.isEdited || now.state !== 'idle' || find()?.value !== now.draft.text) return;
    show(slot(host.parentId), nothing);
    restore();
  }

  /** Nobody who is signed in is asked who they are. */
  #say(form: HTMLFormElement, name: string): void {
    const box = this.#hands.box();
    const isKnown = Boolean(name);
    for (const asked of WHO) {
      const field = fieldOf(form, asked);
      const row = field && rowOf(field);
      if (row && !(box && row.contains(box))) field.disabled = row.hidden = isKnown;
    }
    for (const note of form.querySelectorAll<HTMLElement>('.email-notes, #email-notes'))
      note.hidden = isKnown;
    let line = form.querySelector<HTMLElement>('.form-identity');
    if (!isKnown) return line?.remove();
    if (!line) form.prepend((line = piece(form, 'p', 'form-identity')));
    write(line, this.#hands.say('commentingAs', { name }));
  }
}

/** Fills in what this browser was asked to remember. */
function recall(form: HTMLFormElement): void {
  const author = recallAuthor();
  if (!author) return;
  for (const name of ['author', 'email', 'url'] as const) {
    const field = fieldOf(form, name);
    if (field && !field.value) field.value = author[name];
  }
  const consent = fieldOf(form, CONSENT);
  if (consent instanceof HTMLInputElement) consent.checked = true;
}
