import type { Comment, CommentDraft } from '../content/comment.js';
import { clean } from '../content/schema.js';
import {
  SourceError,
  type CommentPage,
  type CommentSource,
  type LoadOptions,
  type PostOptions,
  type PostResult,
  type SourceOptions,
} from './comment-source.js';
import { countedIn, inOrder, newRow, toComment, type KeptRow, type Row } from './local-rows.js';
import { withStore, type Store } from './local-store.js';

/** As many as WordPress takes. */
const MAX = 65_525;
const ID = /^local-(\d{1,15})$/;

/**
 * Comments in the reader's own browser (IndexedDB): no server, and it really works. A thread is known
 * by its post, else by the page's path and query. Where the browser refuses storage, comments last
 * until the page is left, and the answer says so.
 */
export const comments = ({ post }: SourceOptions = {}): CommentSource => new LocalComments(post);

class LocalComments implements CommentSource {
  readonly name = 'local';
  readonly can = [
    ...(['post', 'edit', 'remove', 'like', 'count'] as const),
    ...(['sort', 'idempotency', 'markdown'] as const),
  ];
  readonly limit = { max: MAX, unit: 'code-units' } as const;
  readonly #post: string | undefined;

  constructor(post: string | undefined) {
    this.#post = post;
  }

  /** Read at each use: a single-page application changes the address under a living thread. */
  get #thread(): string {
    return this.#post ? `post:${this.#post}` : location.pathname + location.search;
  }

  async load({ signal, sort = 'oldest' }: LoadOptions = {}): Promise<CommentPage> {
    const thread = this.#thread;
    const { value: rows, kept } = await withStore('readonly', (store) => store.thread(thread));
    signal?.throwIfAborted();
    return { comments: inOrder(rows, sort).map(toComment), total: countedIn(rows), kept };
  }

  async post(draft: CommentDraft, { key, signal }: PostOptions): Promise<PostResult> {
    signal?.throwIfAborted();
    checkLength(draft.text);
    const row = newRow(draft, this.#thread, key);
    return this.#change(async (store) => {
      // The same key twice is one comment: a retry whose first try did arrive finds it.
      const known = await store.byKey(key);
      if (!known) await checkParent(store, row);
      const kept = known ?? { ...row, id: await store.add(row) };
      return { status: 'published', comment: toComment(kept) };
    });
  }

  edit(id: string, said: string): Promise<Comment> {
    const text = clean(said);
    return this.#change(async (store) => {
      if (!text.trim()) throw new SourceError('invalid', 'A comment must say something.');
      checkLength(text);
      const row = await rowOf(store, id);
      return this.#put(store, { ...row, text, editedAt: new Date().toISOString() });
    });
  }

  like(id: string, liked: boolean): Promise<Comment> {
    return this.#change(async (store) => this.#put(store, { ...(await rowOf(store, id)), liked }));
  }

  /** What others answered leaves its place behind, without a word of it. */
  remove(id: string): Promise<void> {
    return this.#change(async (store) => {
      const row = await rowOf(store, id);
      if (await store.isAnswered(row)) return store.put(buried(row));
      await store.delete(row.id);
      await clearPlaces(store, row.parentId);
    });
  }

  /** By post; a path (and query) is the page of a thread that names no post. */
  async count(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { value } = await withStore('readonly', async (store) => {
      const counts = new Map<string, number>();
      for (const id of ids) {
        const threads = [`post:${id}`, ...(id.startsWith('/') ? [id] : [])];
        const rows = await Promise.all(threads.map((thread) => store.thread(thread)));
        counts.set(id, countedIn(rows.flat()));
      }
      return counts;
    });
    return value;
  }

  async #put(store: Store, row: KeptRow): Promise<Comment> {
    await store.put(row);
    return toComment(row);
  }

  async #change<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return (await withStore('readwrite', work)).value;
  }
}

function checkLength(text: string): void {
  if (text.length > MAX) throw new SourceError('too-long', `A comment has at most ${MAX} signs.`);
}

async function rowWith(store: Store, id: string): Promise<KeptRow | undefined> {
  const [, number] = ID.exec(id) ?? [];
  return number === undefined ? undefined : store.get(Number(number));
}

async function rowOf(store: Store, id: string): Promise<KeptRow> {
  const row = await rowWith(store, id);
  if (!row || row.deleted) throw new SourceError('gone', 'The comment is no longer there.');
  return row;
}

/** Only what is kept here can be known to be gone: one may answer a server's comments too. */
async function checkParent(store: Store, { parentId, thread }: Row): Promise<void> {
  if (!parentId || !ID.test(parentId)) return;
  const parent = await rowOf(store, parentId);
  if (parent.thread !== thread) throw new SourceError('gone', 'The comment is of another page.');
}

const buried = ({ id, thread, key, parentId, publishedAt }: KeptRow): KeptRow => ({
  ...{ id, thread, key, parentId, publishedAt },
  name: '',
  text: '',
  deleted: true,
});

/** With the last answer go the empty places above it. */
async function clearPlaces(store: Store, above: string | null): Promise<void> {
  const place = above === null ? undefined : await rowWith(store, above);
  if (!place?.deleted || (await store.isAnswered(place))) return;
  await store.delete(place.id);
  await clearPlaces(store, place.parentId);
}
