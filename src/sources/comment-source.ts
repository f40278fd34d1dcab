import type { Comment, CommentAuthor, CommentDraft } from '../content/comment.js';

/** Where comments come from and where a reader's words go. Every network and site is one of these. */
export interface CommentSource {
  /** Its name in markup: `local`. */
  readonly name: string;
  /** What it can do beyond reading. */
  readonly can: readonly CommentAbility[];
  /** What can be done with this very comment, where that is not the same for all. */
  canDo?(id: string): readonly CommentAbility[];
  /** How long a comment may be; the form counts in the same unit. */
  readonly limit?: CommentLimit | undefined;
  /** @throws SourceError when the comments cannot be read */
  load(options: LoadOptions): Promise<CommentPage>;
  /** @throws SourceError when the comment was not kept, or nobody knows */
  post?(draft: CommentDraft, options: PostOptions): Promise<PostResult>;
  /** How many comments each of some posts has; a post that is not in the answer has no known number. */
  count?(
    ids: readonly string[],
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<ReadonlyMap<string, number>>;
  /** Resolves with the comment as it is now, where the source answers with it. */
  like?(id: string, liked: boolean): Promise<Comment | undefined>;
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

/** What a program may tell a source beyond what markup can. */
export interface CommentSourceOptions extends SourceOptions {
  /** Stands in for the global `fetch`: a worker's binding, a cache. */
  readonly fetch?: typeof fetch | undefined;
  /** Stands in for waiting between tries. */
  readonly pause?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** How long an answer to a post may take, in milliseconds; 15 seconds when absent. */
  readonly timeout?: number | undefined;
}

/**
 * `idempotency`: the same key twice is one comment. `markdown`: a draft's text may be Markdown.
 * `sort`: `load` heeds `sort`, so that pages come in that order.
 */
export type CommentAbility =
  'post' | 'count' | 'like' | 'report' | 'edit' | 'remove' | 'sort' | 'idempotency' | 'markdown';
export const commentSorts = ['oldest', 'newest', 'liked'] as const;
export type CommentSort = (typeof commentSorts)[number];

export interface CommentLimit {
  readonly max: number;
  /** `code-units` are what JavaScript's `length` counts. */
  readonly unit: 'bytes' | 'code-units' | 'code-points' | 'graphemes';
}

export interface LoadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where an earlier page left off. */
  readonly cursor?: string | undefined;
  readonly sort?: CommentSort | undefined;
  /** Only a look at whether there is anything new: a few of the latest are enough. */
  readonly peek?: boolean | undefined;
}

export interface CommentPage {
  readonly comments: readonly Comment[];
  /** All there are, where the source knows. */
  readonly total?: number | undefined;
  /** Absent on the last page. */
  readonly cursor?: string | undefined;
  /** What the reader must know of how comments are kept: in this browser, or only until the page is left. */
  readonly kept?: 'device' | 'memory' | undefined;
  /** Nobody may comment any more. */
  readonly closed?: boolean | undefined;
  /** Why the source gives no more, although there is: it caps the number, or the depth. */
  readonly truncated?: 'cap' | 'depth' | undefined;
  /** The places that the comments come from and can be answered at, where that is not here. */
  readonly origins?: readonly CommentOrigin[] | undefined;
  /** Who liked or passed on the story itself. */
  readonly reactions?: readonly Reaction[] | undefined;
}

/** A network or site that comments come from. */
export interface CommentOrigin {
  /** As a reader knows it: `Bluesky`, or a host. */
  readonly name: string;
  /** Where the conversation stands, and is answered. */
  readonly url?: string | undefined;
  /** It could not be read; the others are shown. */
  readonly error?: SourceErrorKind | undefined;
}

export interface Reaction {
  readonly kind: 'like' | 'repost' | 'bookmark';
  /** How many; those with a name are among them. */
  readonly count: number;
  readonly people: readonly CommentAuthor[];
}

export interface PostOptions {
  readonly signal?: AbortSignal | undefined;
  /** One for each comment, kept over retries: a source that can `idempotency` never keeps a comment twice. */
  readonly key: string;
}

export interface PostResult {
  readonly status: 'published' | 'held' | 'trashed';
  readonly comment?: Comment | undefined;
}

const kinds = [
  /** There is no way to the site: no connection, or a browser that lets none be made. Nothing arrived. */
  'offline',
  /** No answer in time: what was sent may have arrived. */
  'timeout',
  /** An answer that tells nothing: what was sent may have arrived. */
  'unknown',
  /** The reader must sign in. */
  'auth',
  /** The site takes this reader's comments on a page of its own only; see `elsewhere`. */
  'elsewhere',
  'closed',
  /** What is answered, changed or taken away is no longer there. */
  'gone',
  'duplicate',
  'invalid',
  'too-long',
  'rate',
  'storage',
  'server',
] as const;
export type SourceErrorKind = (typeof kinds)[number];

/** A form of another site that takes the reader there with the comment. */
export interface Elsewhere {
  /** The site as a reader knows it. */
  readonly site: string;
  /** Where the form posts. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Why a source could not do what was asked, in terms that a reader can be told. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly kind: SourceErrorKind;
  /** What is wrong with each field, by its name in the form. */
  readonly fields: Readonly<Record<string, string>>;
  /** When to try again, in milliseconds since the epoch, by this device's clock. */
  readonly retryAt: number | undefined;
  /** Where the reader can post instead. */
  readonly elsewhere: Elsewhere | undefined;

  constructor(
    kind: SourceErrorKind,
    message: string,
    options: {
      readonly fields?: Readonly<Record<string, string>> | undefined;
      readonly retryAt?: number | undefined;
      readonly elsewhere?: Elsewhere | undefined;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.fields = options.fields ?? {};
    this.retryAt = options.retryAt;
    this.elsewhere = options.elsewhere;
  }
}

/** A source that may still have to be loaded; always the same one once it is. */
export interface CommentSourceRef {
  resolve(): Promise<CommentSource>;
}

/** The name of the context by which a thread, or an article, hands its source to the forms inside it. */
export const commentSourceContext = 'broadsheet-comment-source';

/** The kind of anything that a source threw. Read by name: a source may bring a copy of the class along. */
export const errorKind = (error: unknown): SourceErrorKind => {
  const { name, kind } = (error ?? {}) as Partial<SourceError>;
  return (name === 'SourceError' && kinds.find((one) => one === kind)) || 'server';
};
