import type { Comment, CommentDraft } from '../content/comment.js';

/** Where comments come from and where a reader's words go. Every network and site is one of these. */
export interface CommentSource {
  /** Its name in markup: `local`. */
  readonly name: string;
  /** What it can do beyond reading. */
  readonly can: readonly CommentAbility[];
  load(options: LoadOptions): Promise<CommentPage>;
  /** @throws SourceError when the comment was not kept, or nobody knows */
  post?(draft: CommentDraft, options: PostOptions): Promise<PostResult>;
  /** How many comments each of some posts has. */
  count?(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  like?(id: string, liked: boolean): Promise<void>;
  report?(id: string, reason?: string): Promise<void>;
  edit?(id: string, text: string): Promise<Comment>;
  remove?(id: string): Promise<void>;
}

/** What an element tells the source that it names. */
export interface SourceOptions {
  /** A site, page or item, for sources that need one. */
  readonly src?: string | undefined;
  /** Which post's comments. */
  readonly post?: string | undefined;
}

export type CommentAbility = 'post' | 'count' | 'like' | 'report' | 'edit' | 'remove';
export type CommentSort = 'oldest' | 'newest';

export interface LoadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where an earlier page left off. */
  readonly cursor?: string | undefined;
  readonly sort?: CommentSort | undefined;
}

export interface CommentPage {
  readonly comments: readonly Comment[];
  /** All there are, where the source knows. */
  readonly total?: number | undefined;
  /** Absent on the last page. */
  readonly cursor?: string | undefined;
  /** What the reader must know of how comments are kept: in this browser, or only until the page is left. */
  readonly kept?: 'device' | 'memory' | undefined;
}

export interface PostOptions {
  readonly signal?: AbortSignal | undefined;
  /** One for each comment, kept over retries: a source that declares it never keeps a comment twice. */
  readonly key: string;
}

export interface PostResult {
  readonly status: 'published' | 'held' | 'trashed';
  readonly comment?: Comment | undefined;
}

export type SourceErrorKind =
  | 'offline'
  | 'timeout'
  | 'auth'
  | 'closed'
  | 'duplicate'
  | 'invalid'
  | 'too-long'
  | 'rate'
  | 'storage'
  | 'server';

/** Why a source could not do what was asked, in terms that a reader can be told. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly kind: SourceErrorKind;
  /** What is wrong with each field, by its name in the form. */
  readonly fields: Readonly<Record<string, string>>;
  /** When to try again, in milliseconds since the epoch. */
  readonly retryAt: number | undefined;

  constructor(
    kind: SourceErrorKind,
    message: string,
    options: { fields?: Readonly<Record<string, string>>; retryAt?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.fields = options.fields ?? {};
    this.retryAt = options.retryAt;
  }
}

/** A source that may still have to be loaded; always the same one once it is. */
export interface CommentSourceRef {
  resolve(): Promise<CommentSource>;
}

/** The name of the context by which a thread, or an article, hands its source to the forms inside it. */
export const commentSourceContext = 'broadsheet-comment-source';

/** The kind of anything that a source threw. Read by name: a source may bring a copy of the class along. */
export const errorKind = (error: unknown): SourceErrorKind =>
  error instanceof Error && error.name === 'SourceError' ? (error as SourceError).kind : 'server';
