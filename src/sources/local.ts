import type { Comment, CommentDraft } from '../content/comment.js';
import { safeUrl } from '../content/url.js';
import {
  SourceError,
  type CommentPage,
  type CommentSource,
  type LoadOptions,
  type PostOptions,
  type PostResult,
  type SourceOptions,
} from './comment-source.js';

/** A comment as it is kept. No e-mail address: nothing here needs one. */
interface Row {
  id?: number;
  thread: string;
  key: string;
  parentId: string | null;
  name: string;
  url?: string | undefined;
  text: string;
  publishedAt: string;
}

const DATABASE = 'broadsheet-elements';
const STORE = 'comments';

/** Comments of pages whose browser keeps no data; they last as long as the page. */
const memory: Row[] = [];

/**
 * Comments in the reader's own browser (IndexedDB): no server, and it really works. A thread is known
 * by its post, else by the page's path and query. Where the browser refuses storage, comments last
 * until the page is left, and the answer says so.
 */
export const comments = ({ post }: SourceOptions = {}): CommentSource => new LocalComments(post);

class LocalComments implements CommentSource {
  readonly name = 'local';
  readonly can = ['post'] as const;
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
    const database = await open();
    const rows = database
      ? await run<Row[]>(database, 'readonly', (store) => store.index('thread').getAll(thread))
      : memory.filter((row) => row.thread === thread);
    database?.close();
    signal?.throwIfAborted();
    const list = rows.map(toComment);
    if (sort === 'newest') list.reverse();
    return { comments: list, total: list.length, kept: database ? 'device' : 'memory' };
  }

  async post(draft: CommentDraft, { key }: PostOptions): Promise<PostResult> {
    const row: Row = {
      thread: this.#thread,
      key,
      parentId: draft.parentId,
      name: draft.author.name,
      url: safeUrl(draft.author.url),
      text: draft.text,
      publishedAt: new Date().toISOString(),
    };
    const database = await open();
    return {
      status: 'published',
      comment: toComment(database ? await keep(database, row) : remember(row)),
    };
  }
}

function toComment({ id, parentId, name, url, text, publishedAt }: Row): Comment {
  return {
    id: `local-${id}`, // beside a server's comments, which have numbers
    parentId,
    author: { name, url },
    publishedAt,
    body: { text },
    state: 'visible',
  };
}

function remember(row: Row): Row {
  const known = memory.find(({ key }) => key === row.key);
  if (known) return known;
  row.id = memory.length + 1;
  memory.push(row);
  return row;
}

/** The same key twice is one comment: a retry whose first try did arrive finds it. */
async function keep(database: IDBDatabase, row: Row): Promise<Row> {
  try {
    const known = await run<Row | undefined>(database, 'readonly', (store) =>
      store.index('key').get(row.key),
    );
    if (known) return known;
    const id = await run<IDBValidKey>(database, 'readwrite', (store) => store.add(row));
    return { ...row, id: Number(id) };
  } catch (cause) {
    throw new SourceError('storage', 'The browser refused to keep the comment.', { cause });
  } finally {
    database.close();
  }
}

/** The database, or nothing where the browser refuses it. */
function open(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        const store = request.result.createObjectStore(STORE, {
          keyPath: 'id',
          autoIncrement: true,
        });
        store.createIndex('thread', 'thread');
        store.createIndex('key', 'key');
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}

/** One transaction; the answer counts only when the whole of it is kept. */
function run<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result as T);
    transaction.onabort = transaction.onerror = () =>
      reject(transaction.error ?? new Error('The transaction failed.'));
  });
}
