/** What a reader has typed and not yet sent. Never an e-mail address. */
export interface Draft {
  readonly text: string;
  /** The comment that is answered; `null` for one at the top. */
  readonly parentId: string | null;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** The idempotency key of the comment that it becomes, kept over retries and reloads. */
  readonly key?: string | undefined;
  /** It was handed to the browser to post, and how that ended nobody told us. */
  readonly sent?: boolean | undefined;
  readonly format?: 'markdown' | undefined;
}

/** Every key of a draft in the browser's stores begins so. */
export const DRAFTS = 'broadsheet-draft:';
const LIFE = 30 * 86_400_000;

export const nothing: Draft = { text: '', parentId: null, savedAt: 0 };

/** A draft as it was kept; nothing for what is corrupt, empty, or older than thirty days. */
export function draftOf(kept: unknown): Draft | undefined {
  const { text, parentId, savedAt, key, sent, format } = (kept ?? {}) as Record<string, unknown>;
  if (typeof text !== 'string' || !text || !(Number(savedAt) > Date.now() - LIFE)) return undefined;
  return {
    text,
    parentId: typeof parentId === 'string' ? parentId : null,
    savedAt: Number(savedAt),
    ...(typeof key === 'string' && { key }),
    ...(sent === true && { sent }),
    ...(format === 'markdown' && { format }),
  };
}

export const newer = (a: Draft | undefined, b: Draft | undefined): boolean =>
  (a?.savedAt ?? 0) > (b?.savedAt ?? 0);
