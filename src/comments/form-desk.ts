import type { CommentDraft } from '../content/comment.js';
import { enComments } from '../kit/words/en-comments.js';
import { enForm } from '../kit/words/en-form.js';
import type { PostResult } from '../sources/comment-source.js';
import { FormClosed } from './form-closed.js';
import { draftOf, newer, nothing } from './form-draft.js';
import { FormExtras } from './form-extras.js';
import { wellFormed } from './form-fields.js';
import type { FormHands } from './form-hands.js';
import { FormNotices } from './form-notices.js';
import { FormSender } from './form-sender.js';
import { FormTitle } from './form-title.js';
import { FormWho } from './form-who.js';
import { tabs, type TabNews } from './form-tabs.js';
import { vault } from './form-vault.js';
import { isInPage } from './native-post.js';

/**
 * All of a form that is not needed to type, check and send: drafts that outlive a crash and are shared
 * between tabs, what to do when sending fails, how much is left, who is writing, how it will look.
 * Loaded when the form comes near the window or is touched; it works without.
 */
export class FormDesk {
  readonly title: FormTitle;
  readonly #hands: FormHands;
  readonly #notices: FormNotices;
  readonly #extras: FormExtras;
  readonly #closed: FormClosed;
  readonly #sender: FormSender;
  readonly #who: FormWho;
  #prefix = '';
  #form: HTMLFormElement | undefined;
  /** What is on its way, and the slot that it came from. */
  #posting: { readonly slot: string; readonly text: string } | undefined;
  #unlisten: (() => void) | undefined;
  #isGuarding = false;

  constructor(hands: FormHands) {
    const { drafts, host, now } = hands;
    hands.learn({ ...enComments, ...enForm });
    this.#hands = hands;
    this.title = new FormTitle(host, hands.say);
    this.#who = new FormWho(hands);
    this.#sender = new FormSender(hands, (error, kind) => {
      this.#notices.failed(error, kind);
      this.#closed.update();
    });
    this.#notices = new FormNotices(hands, () =>
      this.#sender.arrived('published', wellFormed(now.draft.text.trim()), [now.owner]),
    );
    this.#extras = new FormExtras(hands);
    this.#closed = new FormClosed(hands);
    drafts.mirror = (slot, draft, isKept) => {
      if (!draft) {
        this.#guard(false);
        return vault.remove(slot);
      }
      vault.keep(slot, draft, (isSafe) => {
        this.#guard(!isKept && !isSafe);
        tabs.tell({ slot, draft });
      });
    };
    for (const slot of drafts.removed) vault.remove(slot);
    // Another form may have sent it meanwhile.
    if (now.isEdited && drafts.read(now.owner)) drafts.write(now.owner, now.draft);
    host.addEventListener('input', this.#input);
    host.addEventListener('submit', () => this.#extras.endPreview(), true);
    host.addEventListener('comment-submit', ({ draft: { text } }) => {
      this.#notices.clear();
      this.#posting = { slot: now.owner, text };
    });
    host.addEventListener('comment-posted', ({ status }) => {
      if (this.#posting && status !== 'trashed')
        tabs.tell({ slot: this.#posting.slot, sent: this.#posting.text });
      this.#posting = undefined;
    });
    host.addController(this);
    this.hostUpdated();
    // Typed or pasted before all this was there.
    if (now.isEdited) this.#extras.input();
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#hide);
    addEventListener('pageshow', this.#show);
    const { ownerDocument } = this.#hands.host;
    ownerDocument.addEventListener('visibilitychange', this.#hide);
    ownerDocument.addEventListener('comments-load', this.#seen);
    this.#unlisten ??= tabs.listen(this.#news);
    if (this.#hands.now.state === 'rate-limited') this.#notices.wait();
  }

  hostDisconnected(): void {
    this.#hide();
    removeEventListener('pagehide', this.#hide);
    removeEventListener('pageshow', this.#show);
    const { ownerDocument } = this.#hands.host;
    ownerDocument.removeEventListener('visibilitychange', this.#hide);
    ownerDocument.removeEventListener('comments-load', this.#seen);
    this.#unlisten?.();
    this.#unlisten = undefined;
    // A move in the page ends nothing.
    queueMicrotask(() => this.#hands.host.isConnected || this.#notices.clear());
    this.#guard(false);
  }

  hostUpdated(): void {
    const { now, slot } = this.#hands;
    if (now.form !== this.#form) {
      this.#form = now.form;
      if (now.state === 'rate-limited') this.#notices.wait();
    }
    this.#who.update();
    this.#extras.update();
    this.#closed.update();
    if (now.form && slot() !== this.#prefix) {
      this.#prefix = slot();
      void this.#restore();
    }
  }

  /** Sends a comment, or waits for the page that does. */
  send(draft: CommentDraft, response: Promise<PostResult> | undefined): Promise<void> {
    return this.#sender.send(draft, response);
  }

  /** What was answered is gone: its draft is put to the one at the top. */
  replyGone(cancel: () => void): void {
    const { box: find, drafts, keep, now, say, status } = this.#hands;
    const { value = '' } = find() ?? {};
    const { owner } = now;
    cancel();
    const box = find();
    if (!box || !value) return;
    if (now.owner !== owner && box.value !== value) {
      drafts.remove(owner);
      box.value = [box.value, value].filter(Boolean).join('\n\n');
    }
    keep();
    status.alert(say('failedGone'));
  }

  readonly #input = ({ target }: Event): void => {
    const { box, now } = this.#hands;
    if (target !== box()) return;
    if (now.state === 'editing') this.#notices.clear();
    this.#extras.input();
  };

  /** What came into the box without a word, as a browser fills it in, is kept when the reader leaves. */
  readonly #hide = (): void => {
    const { box, drafts, now } = this.#hands;
    const text = box()?.value;
    if (text && text !== now.draft.text) {
      now.draft = { ...now.draft, text, savedAt: Date.now() };
      drafts.write(now.owner, now.draft);
    }
    void vault.flush();
  };

  /** A page that is brought back as it was left sends nothing again; what was sent meanwhile is gone. */
  readonly #show = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    const { drafts, now, show } = this.#hands;
    const kept = drafts.read(now.owner);
    if (now.draft.sent && !kept) show(now.owner, nothing);
    else if (kept && !now.isEdited && newer(kept, now.draft)) show(now.owner, kept);
  };

  /** The comment that the browser was given to post stands in the list: it need not be kept. */
  readonly #seen = (): void => {
    const { around, drafts, host, now, show } = this.#hands;
    if (!now.draft.sent || !isInPage(now.draft.text, host, around())) return;
    drafts.remove(now.owner);
    show(now.owner, nothing);
  };

  /** What crashed, or was too long for the quick store. It never takes the place of what is typed meanwhile. */
  async #restore(): Promise<void> {
    const { box: find, drafts, host, now, show, slot } = this.#hands;
    const prefix = slot();
    const kept = await vault.read(prefix);
    const { mirror } = drafts;
    drafts.mirror = undefined;
    for (const [at, draft] of kept)
      if (!drafts.removed.has(at) && newer(draft, drafts.read(at))) drafts.write(at, draft);
    drafts.mirror = mirror;
    this.#seen();
    const box = find();
    if (!box || now.isEdited || now.state !== 'idle' || box.value !== now.draft.text) return;
    const { parentId } = host;
    const at = parentId && slot(parentId);
    const [best = '', draft = nothing] = (at ? [at, drafts.read(at)] : drafts.newest(prefix)) ?? [];
    if (!newer(draft, now.draft)) return;
    show(best, draft);
    this.#seen();
    // The thread takes the form to the comment that is answered.
    if (draft.parentId && !parentId)
      host.dispatchEvent(new Event('comment-reply-restored', { bubbles: true, composed: true }));
  }

  readonly #news = ({ slot, draft, sent }: TabNews): void => {
    const { become, box: find, drafts, now, say, show, status } = this.#hands;
    const box = find();
    if (!box || slot !== now.owner || now.state === 'sending') return;
    const newest = draftOf(draft);
    if (box.value && box.value.trim() === sent?.trim()) {
      drafts.remove(slot);
      show(slot, nothing);
      become('idle');
      status.say(say('postedElsewhere'));
    } else if (sent !== undefined && now.draft.text) drafts.write(slot, now.draft);
    else if (newest && !now.isEdited && newer(newest, now.draft)) show(slot, newest);
  };

  /** Only what is kept nowhere is worth holding a reader back for. */
  #guard(isUnsafe: boolean): void {
    if (isUnsafe)
      this.#hands.warn(
        'This browser keeps no drafts: what is typed is lost when the page is left.',
      );
    if (isUnsafe === this.#isGuarding) return;
    this.#isGuarding = isUnsafe;
    if (isUnsafe) addEventListener('beforeunload', stop);
    else removeEventListener('beforeunload', stop);
  }
}

const stop = (event: Event): void => event.preventDefault();
