import type { CommentDraft } from '../content/comment.js';
import {
  errorKind,
  SourceError,
  type CommentLimit,
  type PostResult,
  type SourceErrorKind,
} from '../sources/comment-source.js';
import { rememberAuthor } from './author-memory.js';
import {
  CommentAuthRequiredEvent,
  CommentErrorEvent,
  CommentPostedEvent,
} from './comment-events.js';
import { failureWord } from './failure-words.js';
import { nothing } from './form-draft.js';
import { CONSENT, fieldsOf, isTicked, valueOf, wellFormed } from './form-fields.js';
import type { FormHands, FormState } from './form-hands.js';
import { lengthIn, mostIn } from './form-limit.js';

/** After any failure but these the site has definitely refused the comment. */
const UNDECIDED: readonly SourceErrorKind[] = [
  ...(['offline', 'timeout', 'unknown', 'server', 'storage', 'elsewhere'] as const),
];
const WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;

const states: Partial<Record<SourceErrorKind, FormState>> = {
  auth: 'signed-out',
  rate: 'rate-limited',
};

/** What a form does with a comment that is complete, and with the answer. */
export class FormSender {
  readonly #hands: FormHands;
  readonly #told: (error: unknown, kind: SourceErrorKind) => void;

  /** `told` hears of each failure, when the reader and the page have been told. */
  constructor(hands: FormHands, told: (error: unknown, kind: SourceErrorKind) => void) {
    this.#hands = hands;
    this.#told = told;
  }

  /** Sends a draft by the source, or waits for the answer of a page that sends it in its own way. */
  async send(draft: CommentDraft, response: Promise<PostResult> | undefined): Promise<void> {
    const { host, now, say, slot, status } = this.#hands;
    const { form } = now;
    const slots = [now.owner, slot(host.parentId)];
    let result: PostResult | undefined;
    let failure: { readonly error: unknown } | undefined;
    try {
      result = await (response ?? this.#post(draft));
      // Read here: an answer that is none fails as any other.
      if (result.status === 'trashed') {
        this.#hands.become('failed');
        status.alert(say('trashed'));
      } else this.arrived(result.status, draft.text, slots);
    } catch (error) {
      result = undefined;
      // The first try did arrive.
      if (now.isUnsure && errorKind(error) === 'duplicate') {
        result = { status: 'published' };
        this.arrived(result.status, draft.text, slots);
      } else failure = { error };
    }
    // The form may have been written again meanwhile.
    for (const one of new Set([form, now.form])) if (one) status.idle(one);
    if (failure) this.#failed(failure.error, draft);
    if (result) this.#tell(new CommentPostedEvent(result));
  }

  async #post(draft: CommentDraft): Promise<PostResult> {
    const { keep, now, source: find } = this.#hands;
    // A new comment gets a new key; a retry keeps it, so that no comment is kept twice.
    const isNew = now.refused !== undefined && now.refused !== draft.text;
    if (isNew) now.isUnsure = false;
    const key = (!isNew && now.draft.key) || newKey();
    now.refused = undefined;
    keep({ key });
    const source = await find()?.resolve();
    if (!source?.post)
      throw new TypeError(`The comment source "${source?.name}" takes no comments.`);
    if (source.limit) this.#measure(draft.text, source.limit);
    const { format, ...plain } = draft;
    const isPlain = format && !source.can.includes('markdown');
    return source.post(isPlain ? plain : draft, { key });
  }

  #measure(text: string, { max, unit }: CommentLimit): void {
    const over = mostIn(text, unit) > max ? lengthIn(text, unit) - max : 0;
    if (over <= 0) return;
    const fields = { comment: this.#hands.say('tooLong', { count: over }) };
    throw new SourceError('too-long', `The comment is ${over} ${unit} too long.`, { fields });
  }

  /** What becomes of a comment is told to the document where its form is no longer in the page. */
  #tell(event: Event): void {
    const { host } = this.#hands;
    host.dispatchEvent(event);
    if (!host.isConnected) host.ownerDocument.dispatchEvent(event);
  }

  /**
   * The draft goes in the same task as the answer comes: it must not come back after success. What
   * was written while the comment was on its way stays.
   */
  arrived(status: PostResult['status'], text: string, slots: readonly string[]): void {
    const { become, box: find, drafts, host, identity, keep, now, say, show, slot } = this.#hands;
    const { form } = now;
    const box = find();
    const isSame = box && wellFormed(box.value.trim()) === text;
    Object.assign(now, { isUnsure: false, refused: undefined, isOwn: false });
    const isHere = slots.includes(now.owner);
    if (isSame || !isHere) slots.forEach((one) => drafts.remove(one));
    if (isSame) {
      drafts.remove(now.owner);
      show(slot(host.parentId), nothing);
    } else if (isHere) keep({ key: undefined });
    if (form && !identity()) {
      const [author, email, url] = [
        valueOf(form, 'author'),
        valueOf(form, 'email'),
        valueOf(form, 'url'),
      ];
      rememberAuthor(isTicked(form, CONSENT) ? { author, email, url } : undefined);
    }
    const isHeld = status === 'held';
    become(isHeld ? 'held' : 'sent');
    this.#hands.status.say(say(isHeld ? 'held' : 'posted'));
  }

  #failed(error: unknown, { text, parentId }: CommentDraft): void {
    const { become, now, say, showFaults, status } = this.#hands;
    const kind = errorKind(error);
    const { fields = {}, retryAt } = (error ?? {}) as Partial<SourceError>;
    const { form } = now;
    if (form)
      showFaults(
        fieldsOf(form)
          .filter(({ name }) => Object.hasOwn(fields, name))
          .map((field) => ({ field, fault: fields[field.name] })),
      );
    // A post that is gone takes no more comments; of an answer, only what it answers is gone.
    now.isShut = kind === 'closed' || (kind === 'gone' && !parentId);
    status.alert(say(failureWord(now.isShut ? 'closed' : kind)));
    if (kind === 'timeout' || kind === 'unknown') now.isUnsure = true;
    if (!UNDECIDED.includes(kind)) now.refused = text;
    if (kind === 'rate') {
      const time = Date.now();
      now.until = Math.min(retryAt ?? time + WAIT, time + LONGEST_WAIT);
    }
    become(now.isShut ? 'closed' : (states[kind] ?? 'failed'));
    this.#told(error, kind);
    this.#tell(new CommentErrorEvent(error, kind));
    if (kind === 'auth') this.#tell(new CommentAuthRequiredEvent(() => now.form?.requestSubmit()));
  }
}

/** Outside of secure pages there is no `randomUUID`. */
const newKey = (): string =>
  globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random()}`.replace('.', '');
