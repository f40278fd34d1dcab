import {
  SourceError,
  type Comment,
  type CommentDraft,
  type CommentPage,
  type CommentSource,
  type LoadOptions,
  type PostOptions,
  type PostResult,
  type SourceOptions,
} from '../../src/index.js'; // in your project: 'broadsheet-elements'

/** Comments on a server of one's own: GET gives a list of them, POST takes one more and answers with it. */
export class BoardSource implements CommentSource {
  readonly name = 'board';
  readonly can = ['post', 'idempotency'] as const;

  constructor(
    readonly address: string,
    readonly get: typeof fetch = (...request) => fetch(...request),
  ) {}

  async load({ signal }: LoadOptions): Promise<CommentPage> {
    const comments = await this.#ask<Comment[]>({ signal: signal ?? null });
    return { comments, total: comments.length };
  }

  async post(draft: CommentDraft, { key, signal }: PostOptions): Promise<PostResult> {
    const { text, parentId, author } = draft;
    const { name, url } = author; // the e-mail address stays in the form
    const body = JSON.stringify({ key, text, parentId, author: { name, url } });
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body, signal: signal ?? null };
    return { status: 'published', comment: await this.#ask<Comment>(request) };
  }

  async #ask<T>(request: RequestInit): Promise<T> {
    const answer = await this.get(this.address, request).catch((cause: unknown) => {
      throw new SourceError('offline', 'There is no way to the board.', { cause });
    });
    const data = (await answer.json().catch(() => undefined)) as unknown;
    if (answer.ok && data) return data as T;
    if (answer.status === 422) throw new SourceError('invalid', 'Refused.', data ?? {});
    throw new SourceError(answer.ok ? 'unknown' : 'server', `The board said ${answer.status}.`);
  }
}

/** What `registerSource` expects of a module. */
export const comments = ({ src = '' }: SourceOptions) => new BoardSource(src);
