import type { ReactiveControllerHost } from 'lit';
import type { Gate } from '../content/comment-markup.js';
import type { CommentAuthor, CommentDraft } from '../content/comment.js';
import type { Say } from '../kit/words.js';
import type { CommentSourceRef } from '../sources/comment-source.js';
import type { Draft } from './form-draft.js';
import type { Drafts } from './form-drafts.js';
import type { Field } from './form-fields.js';
import type { FormStatus } from './form-status.js';

/** What a form is doing. `data-state` on the tag, for styles and tests. */
export type FormState =
  | 'idle'
  | 'editing'
  | 'validating'
  | 'sending'
  | 'sent'
  | 'held'
  | 'failed'
  | 'rate-limited'
  | 'signed-out'
  | 'closed';

/** Where a form stands. One object, shared with what is loaded late. */
export interface FormNow {
  form: HTMLFormElement | undefined;
  state: FormState;
  /** The draft in the box as it was last kept or shown. */
  draft: Draft;
  /** The slot that it belongs to: where the reader last typed. */
  owner: string;
  /** When the site may be asked again. */
  until: number;
  /** The reader has typed since it was shown: nothing else may change the box. */
  isEdited?: boolean;
  /** The site may have the comment: an answer never came, or could not be read. */
  isUnsure?: boolean;
  /** What the site definitely refused; another text is another comment. */
  refused?: string | undefined;
  /** The site said that it takes no more. */
  isShut?: boolean;
  /** A reply goes to the top: what it answers is gone. */
  isOwn?: boolean;
}

export interface FormHost extends ReactiveControllerHost, HTMLElement {
  readonly parentId: string | null;
  closed: boolean;
  preview: boolean;
  markdown: boolean;
}

/**
 * What the form hands to what it loads late: state and gates that must not exist twice, and the few
 * things that only the form itself can do.
 */
export interface FormHands {
  readonly host: FormHost;
  readonly now: FormNow;
  readonly drafts: Drafts;
  readonly status: FormStatus;
  readonly say: Say;
  readonly fromWriter: (html: string) => DocumentFragment;
  readonly fromElsewhere: Gate;
  readonly warn: (message: string) => void;
  /** Puts the words of what is loaded late among the others. */
  learn(words: object): void;
  box(): Field | undefined;
  /** Where the draft of an answer to a comment is kept; without a comment, what all slots of the thread begin with. */
  slot(parentId?: string | null): string;
  /** The thread around the form, else all there is. */
  around(): ParentNode & { reload?(): Promise<void> };
  source(): CommentSourceRef | undefined;
  /** Who is signed in. */
  identity(): CommentAuthor | undefined;
  author(): CommentDraft['author'];
  /** Keeps what is in the box. */
  keep(more?: Partial<Draft>): void;
  /** Puts a draft into the box, and what it answers into the form. */
  show(slot: string, draft: Draft): void;
  /** Looks again for what was typed before. */
  restore(): void;
  become(state: FormState): void;
  showFaults(faults: readonly { field: Field; fault: string | undefined }[]): boolean;
}
