import type { Comment, CommentDraft } from '../content/comment.js';
import type { PostResult, SourceErrorKind } from '../sources/comment-source.js';

const loud = { bubbles: true, composed: true };

/**
 * A reader posts a comment that is complete. Cancel it to keep it from being sent, or answer with
 * `respondWith` to send it in a way of your own.
 */
export class CommentSubmitEvent extends Event {
  /** What was written. The e-mail address is in here, and in no other event. */
  readonly draft: CommentDraft;
  /** Milliseconds since the reader first touched the form; robots are quick. */
  readonly elapsed: number;
  /** Whether a field that people cannot see (`input[data-trap]`) was filled in. */
  readonly trapped: boolean;
  #response: Promise<PostResult> | undefined;

  constructor(draft: CommentDraft, elapsed: number, trapped: boolean) {
    super('comment-submit', { ...loud, cancelable: true });
    this.draft = draft;
    this.elapsed = elapsed;
    this.trapped = trapped;
  }

  /** What the page answered with, if it did. */
  get response(): Promise<PostResult> | undefined {
    return this.#response;
  }

  /**
   * Posts the comment in the page's own way: the form shows it as sent when the promise resolves,
   * and the reason, with the text kept, when it rejects (with a `SourceError`, at best).
   * @throws TypeError when `response` is no promise, or there is one already
   */
  respondWith(response: Promise<PostResult>): void {
    if (typeof (response as Promise<PostResult> | undefined)?.then !== 'function') {
      throw new TypeError('respondWith: `response` must be a promise of { status, comment? }.');
    }
    if (this.#response) throw new TypeError('respondWith: `response` was given already.');
    this.#response = response;
    this.preventDefault();
  }
}

/** A comment was taken: published, held for a moderator, or put in the bin. */
export class CommentPostedEvent extends Event {
  readonly comment: Comment | undefined;
  readonly status: PostResult['status'];

  constructor({ comment, status }: PostResult) {
    super('comment-posted', loud);
    this.comment = comment;
    this.status = status;
  }
}

/** A comment was not sent. The reader has been told, and what was written is still in the form. */
export class CommentErrorEvent extends Event {
  readonly error: unknown;
  readonly kind: SourceErrorKind;

  constructor(error: unknown, kind: SourceErrorKind) {
    super('comment-error', loud);
    this.error = error;
    this.kind = kind;
  }
}

/**
 * The site wants to know who the reader is before it takes the comment, which is kept as a draft. Let
 * them sign in, then call `resume`.
 */
export class CommentAuthRequiredEvent extends Event {
  #resume: (() => void) | undefined;

  constructor(resume: () => void) {
    super('comment-auth-required', loud);
    this.#resume = resume;
  }

  /** Sends the comment that was not taken; a second call does nothing. */
  resume(): void {
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
  }
}

/** A thread has read its comments. */
export class CommentsLoadEvent extends Event {
  readonly total: number;
  readonly comments: readonly Comment[];

  constructor(total: number, comments: readonly Comment[]) {
    super('comments-load', loud);
    this.total = total;
    this.comments = comments;
  }
}

/** A thread could not read its comments. The reader has been told. */
export class CommentsErrorEvent extends Event {
  readonly error: unknown;
  readonly kind: SourceErrorKind;

  constructor(error: unknown, kind: SourceErrorKind) {
    super('comments-error', loud);
    this.error = error;
    this.kind = kind;
  }
}

/** A reader reports a comment. Cancel it when your page takes it from there: the source is then not asked. */
export class CommentReportEvent extends Event {
  readonly comment: Comment;

  constructor(comment: Comment) {
    super('comment-report', { ...loud, cancelable: true });
    this.comment = comment;
  }
}

declare global {
  interface HTMLElementEventMap {
    'comment-submit': CommentSubmitEvent;
    'comment-posted': CommentPostedEvent;
    'comment-error': CommentErrorEvent;
    'comment-auth-required': CommentAuthRequiredEvent;
    'comments-load': CommentsLoadEvent;
    'comments-error': CommentsErrorEvent;
    'comment-report': CommentReportEvent;
  }
}
