import type { Comment } from '../content/comment.js';
import { wordsOf } from '../content/comment-list.js';
import { storage } from '../kit/storage.js';
import type { Say, WordKey } from '../kit/words.js';
import type { CommentSource } from '../sources/comment-source.js';
import { DRAFTS, draftOf } from './form-draft.js';

/** What the actions need of the thread. */
export interface ActionTools {
  readonly say: Say;
  readonly source: () => CommentSource | undefined;
  readonly comment: (id: string) => Comment | undefined;
  readonly changed: (comment: Comment) => void;
  readonly removed: (id: string) => void;
  /** Tells the page that a reader reports a comment; `false` when the page takes it from there. */
  readonly mayReport: (comment: Comment) => boolean;
  /** Says how it went, politely. */
  readonly tell: (text: string) => void;
}

const EDIT = `${DRAFTS}edit:`;
/** The class of an article in which a panel stands for the words or the buttons. */
const OPEN = 'has-panel';
const EDITING = 'is-editing';

/** Likes, reports, changes and deletions: what a reader does with a comment that stands there. */
export class CommentActions {
  readonly #tools: ActionTools;
  readonly #busy = new Set<string>();

  constructor(tools: ActionTools) {
    this.#tools = tools;
  }

  /** Whether a click was on one of the buttons, and so is dealt with. */
  click(target: Element): boolean {
    const button = target.closest<HTMLElement>('button');
    const item = button?.closest<HTMLElement>('li[id^="comment-"]');
    const comment = item && this.#tools.comment(item.id.replace(/^comment-/, ''));
    if (!button || !item || !comment) return false;
    const { say } = this.#tools;
    const article = item.querySelector<HTMLElement>(':scope > article');
    if (!article?.contains(button) || article.classList.contains(OPEN)) return false;
    if (button.matches('.like')) void this.#like(comment);
    else if (button.matches('.report'))
      this.#ask(article, button, say('reportAsk'), say('report'), () => this.#report(comment));
    else if (button.matches('.remove'))
      this.#ask(article, button, say('removeAsk'), say('remove'), () => this.#remove(comment));
    else if (button.matches('.edit')) this.#edit(article, button, comment);
    else return false;
    return true;
  }

  /** Shown at once; taken back when the source says no. */
  async #like(comment: Comment): Promise<void> {
    const { changed, tell, say, source } = this.#tools;
    const isLiked = !comment.isLiked;
    const likes = Math.max(0, (comment.counts?.likes ?? 0) + (isLiked ? 1 : -1));
    await this.#once(comment.id, async () => {
      changed({ ...comment, isLiked, counts: { ...comment.counts, likes } });
      try {
        const answer = await source()?.like?.(comment.id, isLiked);
        if (answer) changed(answer);
      } catch {
        changed(comment);
        tell(say('actionFailed'));
      }
    });
  }

  async #report(comment: Comment): Promise<void> {
    const { mayReport, say, source, tell } = this.#tools;
    if (mayReport(comment)) await source()?.report?.(comment.id);
    tell(say('reported'));
  }

  async #remove({ id }: Comment): Promise<void> {
    const { removed, say, source, tell } = this.#tools;
    await source()?.remove?.(id);
    removed(id);
    tell(say('removed'));
  }

  async #once(id: string, run: () => Promise<void>): Promise<void> {
    if (this.#busy.has(id)) return;
    this.#busy.add(id);
    await run().finally(() => this.#busy.delete(id));
  }

  /** What cannot be undone is asked about once more, in its place. */
  #ask(
    article: HTMLElement,
    button: HTMLElement,
    question: string,
    yes: string,
    act: () => Promise<void>,
  ): void {
    const { say, tell } = this.#tools;
    const words = element(article, 'p', 'comment-question', question);
    const confirm = element(article, 'button', 'confirm', yes);
    const cancel = element(article, 'button', 'cancel', say('cancel'));
    const panel = this.#panel(article, button, 'comment-ask', [words, confirm, cancel]);
    panel.setAttribute('aria-label', question);
    confirm.addEventListener('click', () => {
      void this.#once(article.parentElement?.id ?? '', async () => {
        confirm.setAttribute('aria-disabled', 'true');
        try {
          await act();
          close(panel, button);
        } catch {
          confirm.removeAttribute('aria-disabled');
          tell(say('actionFailed'));
        }
      });
    });
    cancel.addEventListener('click', () => close(panel, button));
    cancel.focus();
  }

  /** A box in place of the words; what is typed in it is kept until it is saved or put aside. */
  #edit(article: HTMLElement, button: HTMLElement, comment: Comment): void {
    const { changed, say, source, tell } = this.#tools;
    const key = `${EDIT}${location.pathname}:${comment.id}`;
    const box = element(article, 'textarea', 'comment-editor-box', '') as HTMLTextAreaElement;
    box.value = recall(key) ?? wordsOf(comment.body);
    box.rows = 6;
    box.dir = 'auto';
    box.setAttribute('aria-label', say('editNamed'));
    const save = element(article, 'button', 'confirm', say('save'));
    const cancel = element(article, 'button', 'cancel', say('cancel'));
    const fault = element(article, 'p', 'form-error', '');
    fault.setAttribute('role', 'alert');
    const panel = this.#panel(article, button, 'comment-editor', [box, fault, save, cancel]);
    article.classList.add(EDITING);
    box.addEventListener('input', () => remember(key, box.value));
    cancel.addEventListener('click', () => {
      remember(key, '');
      close(panel, button);
    });
    save.addEventListener('click', () => {
      const complain = (word: WordKey) => (fault.textContent = say(word));
      if (!box.value.trim()) return void complain('needComment');
      void this.#once(comment.id, async () => {
        save.setAttribute('aria-disabled', 'true');
        try {
          const answer = await source()?.edit?.(comment.id, box.value);
          remember(key, '');
          close(panel, button);
          if (answer) changed(answer);
          tell(say('saved'));
        } catch {
          save.removeAttribute('aria-disabled');
          complain('actionFailed');
        }
      });
    });
    box.focus();
  }

  /** Something in place of what a comment says or offers; Escape closes it. */
  #panel(
    article: HTMLElement,
    button: HTMLElement,
    style: string,
    content: readonly Element[],
  ): HTMLElement {
    const panel = element(article, 'div', style, '');
    panel.setAttribute('role', 'group');
    panel.append(...content);
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      close(panel, button);
    });
    article.classList.add(OPEN);
    article.append(panel);
    return panel;
  }
}

function element(near: Element, name: string, style: string, text: string): HTMLElement {
  const made = near.ownerDocument.createElement(name);
  made.className = style;
  made.textContent = text;
  if (name === 'button') (made as HTMLButtonElement).type = 'button';
  return made;
}

/** The button may have been written again meanwhile; its twin then gets the focus. */
function close(panel: HTMLElement, button: HTMLElement): void {
  const hadFocus = panel.contains(panel.ownerDocument.activeElement);
  const item = panel.closest<HTMLElement>('li');
  panel.parentElement?.classList.remove(OPEN, EDITING);
  panel.remove();
  if (!hadFocus) return;
  const again = button.isConnected
    ? button
    : item?.querySelector<HTMLElement>(`:scope > article .${button.className}`);
  again?.focus();
}

function recall(key: string): string | undefined {
  try {
    return draftOf(JSON.parse(storage.get('localStorage', key) ?? ''))?.text;
  } catch {
    return undefined;
  }
}

const remember = (key: string, text: string): boolean =>
  storage.set('localStorage', key, text ? JSON.stringify({ text, savedAt: Date.now() }) : null);
