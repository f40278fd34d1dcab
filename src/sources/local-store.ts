import { SourceError } from './comment-source.js';
import { idOf, readRow, type KeptRow, type Row } from './local-rows.js';

/** The rows of all threads, for as long as one piece of work lasts: all of it is kept, or nothing. */
export interface Store {
  /** In the order in which they came. */
  thread(thread: string): Promise<readonly KeptRow[]>;
  get(id: number): Promise<KeptRow | undefined>;
  byKey(key: string): Promise<KeptRow | undefined>;
  isAnswered(row: KeptRow): Promise<boolean>;
  add(row: Row): Promise<number>;
  put(row: KeptRow): Promise<void>;
  delete(id: number): Promise<void>;
}

const DATABASE = 'broadsheet-elements';
const STORE = 'comments';
const VERSION = 2;
/** How long the browser may take, or an older script in another tab may hold the database. */
const PATIENCE = 5000;

/**
 * Works with the rows of this browser, or of this page where the browser keeps none.
 * @throws SourceError of kind `storage` when the browser refuses to read or keep them
 */
export async function withStore<T>(
  mode: 'readonly' | 'readwrite',
  work: (store: Store) => Promise<T>,
): Promise<{ readonly value: T; readonly kept: 'device' | 'memory' }> {
  const database = await open();
  if (!database) return { value: await inMemory(work), kept: 'memory' };
  try {
    return { value: await inTransaction(database, mode, work), kept: 'device' };
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError('storage', 'The browser refused to read or keep comments.', { cause });
  } finally {
    database.close();
  }
}

/** One transaction; the answer counts only when the whole of it is kept. */
async function inTransaction<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  // What was posted must outlast a crash.
  const transaction = database.transaction(STORE, mode, { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new Error('The browser gave the transaction up.'));
  });
  ended.catch(() => {}); // whoever fails first is heard
  try {
    const value = await work(storeOf(transaction.objectStore(STORE)));
    await ended;
    return value;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // it has ended by itself
    }
    throw error;
  }
}

const storeOf = (store: IDBObjectStore): Store => ({
  async thread(thread) {
    const rows = await answerOf<unknown[]>(store.index('thread').getAll(thread));
    return rows.flatMap((row) => readRow(row) ?? []);
  },
  get: async (id) => readRow(await answerOf(store.get(id))),
  byKey: async (key) => readRow(await answerOf(store.index('key').get(key))),
  isAnswered: async ({ id, thread }) =>
    (await answerOf(store.index('parent').count([thread, idOf(id)]))) > 0,
  add: async (row) => Number(await answerOf(store.add(row))),
  put: async (row) => void (await answerOf(store.put(row))),
  delete: async (id) => void (await answerOf(store.delete(id))),
});

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser gave no reason.'));
  });

/** Comments of pages whose browser keeps no data; they last as long as the page. */
const memory = new Map<number, KeptRow>();
let lastId = 0;

let working: Promise<unknown> = Promise.resolve();

/** One piece of work after the other, as transactions are. */
function inMemory<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const done = working.then(() => work(memoryStore));
  working = done.catch(() => {});
  return done;
}

const memoryStore: Store = {
  thread: (thread) => Promise.resolve([...memory.values()].filter((row) => row.thread === thread)),
  get: (id) => Promise.resolve(memory.get(id)),
  byKey: (key) => Promise.resolve([...memory.values()].find((row) => row.key === key)),
  isAnswered: ({ id, thread }) =>
    Promise.resolve(
      [...memory.values()].some((row) => row.thread === thread && row.parentId === idOf(id)),
    ),
  add: (row) => {
    memory.set(++lastId, { ...row, id: lastId });
    return Promise.resolve(lastId);
  },
  put: (row) => Promise.resolve(void memory.set(row.id, row)),
  delete: (id) => Promise.resolve(void memory.delete(id)),
};

/** One request at a time: those behind one that is blocked would never hear of it. */
let turn: Promise<IDBDatabase | undefined> = Promise.resolve(undefined);
/** A request that was given up, and still stands before all others. */
let given: IDBOpenDBRequest | undefined;

/** The database, or nothing where the browser refuses it. */
const open = (): Promise<IDBDatabase | undefined> => (turn = turn.then(tryOpen));

async function tryOpen(): Promise<IDBDatabase | undefined> {
  if (given) return undefined;
  try {
    return await opened(VERSION);
  } catch (error) {
    // A later version of the library has been here, on another page of the site: its rows are read too.
    const isLater = (error as Partial<DOMException> | null)?.name === 'VersionError';
    return isLater ? opened(undefined).catch(() => undefined) : undefined;
  }
}

function opened(version: number | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, version);
    const timer = setTimeout(() => {
      given = request;
      reject(new Error('The browser, or another tab, does not give the database away.'));
    }, PATIENCE);
    const isGiven = () => {
      clearTimeout(timer);
      if (given !== request) return false;
      given = undefined;
      return true;
    };
    request.onupgradeneeded = () => upgrade(request);
    request.onerror = () => {
      isGiven();
      reject(request.error ?? new Error('The browser gave no reason.'));
    };
    request.onsuccess = () => {
      const database = request.result;
      // Another tab has a newer version to set up: it must not wait for this one.
      database.onversionchange = () => database.close();
      if (!isGiven() && database.objectStoreNames.contains(STORE)) return resolve(database);
      database.close();
      reject(new Error('There is no such store.'));
    };
  });
}

/** What earlier versions kept stays: their rows are read as they are. */
function upgrade({ result, transaction }: IDBOpenDBRequest): void {
  const store = result.objectStoreNames.contains(STORE)
    ? transaction?.objectStore(STORE)
    : result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true });
  const indexes = { thread: 'thread', key: 'key', parent: ['thread', 'parentId'] };
  for (const [name, path] of Object.entries(indexes)) {
    if (store && !store.indexNames.contains(name)) store.createIndex(name, path);
  }
}
