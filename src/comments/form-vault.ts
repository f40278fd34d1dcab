import { storage } from '../kit/storage.js';
import { draftOf, type Draft } from './form-draft.js';

const DATABASE = 'broadsheet-drafts';
const STORE = 'drafts';
/** A crash may take what was typed in so many milliseconds. */
const PAUSE = 300;

/**
 * Keys in the quick store that say when a draft was taken away, until the disk has done so too: a reader may leave
 * the page before that, and what was posted must not come back.
 */
export const GONE = 'broadsheet-draft-gone:';
const AREA = 'localStorage';

type Told = (isKept: boolean) => void;
const waiting = new Map<string, { readonly draft: Draft; readonly told: Told }>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** One thing after another, so that what was taken away never comes back. */
let queue: Promise<unknown> = Promise.resolve();
/** How often everything was forgotten: what was read before must not come back. */
let age = 0;

/**
 * Drafts on the disk itself: a browser writes its quick store seconds later, a crash in between takes
 * it along. Slower, so it is written a moment after the reader stops, and at the latest when they leave.
 */
export const vault = {
  keep(slot: string, draft: Draft, told: Told): void {
    waiting.set(slot, { draft, told });
    timer ??= setTimeout(() => void vault.flush(), PAUSE);
  },

  /** Writes what waits. */
  flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const all = [...waiting];
    waiting.clear();
    if (!all.length) return queue.then(() => {});
    return inTurn('readwrite', (store) => {
      for (const [slot, { draft }] of all) store.put(draft, slot);
    }).then(
      () => all.forEach(([, { told }]) => told(true)),
      () => all.forEach(([, { told }]) => told(false)),
    );
  },

  remove(slot: string): void {
    waiting.delete(slot);
    const at = String(Date.now());
    storage.set(AREA, GONE + slot, at);
    inTurn('readwrite', (store) => void store.delete(slot)).then(
      () => unmark(GONE + slot, at),
      () => {},
    );
  },

  /** All drafts whose slot begins so. What cannot be read, is too old, or should be gone, is taken away. */
  async read(prefix: string): Promise<ReadonlyMap<string, Draft>> {
    const found = new Map<string, Draft>();
    const then = age;
    const marks = storage
      .keys(AREA, GONE + prefix)
      .map((key) => [key, storage.get(AREA, key)] as const);
    await inTurn('readwrite', (store) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      store.openCursor(range).onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        const draft = draftOf(cursor.value);
        const key = cursor.key as string; // no slot is anything else
        // No mark is 0, which is older than all.
        if (draft && draft.savedAt > Number(storage.get(AREA, GONE + key))) found.set(key, draft);
        else cursor.delete();
        cursor.continue();
      };
    }).then(
      () => marks.forEach(([key, at]) => unmark(key, at)),
      () => {},
    );
    return then === age ? found : new Map();
  },

  /** Forgets everything, what waits included. */
  clear(): Promise<void> {
    age++;
    waiting.clear();
    return inTurn('readwrite', (store) => void store.clear()).catch(() => {});
  },
};

/** The disk has done it: the mark goes, if it is not of another time. */
function unmark(key: string, at: string | null): void {
  if (storage.get(AREA, key) === at) storage.set(AREA, key, null);
}

/** One transaction, after all that were asked for before; done when the whole of it is on the disk. */
function inTurn(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => void): Promise<void> {
  const done = queue.then(async () => {
    const database = await open();
    // Closed at once: an open database keeps a page from being brought back as it was left.
    try {
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction(STORE, mode, { durability: 'strict' });
        transaction.oncomplete = () => resolve();
        transaction.onabort = transaction.onerror = () =>
          reject(transaction.error ?? new Error('The transaction failed.'));
        ask(transaction.objectStore(STORE));
      });
    } finally {
      database.close();
    }
  });
  queue = done.catch(() => {});
  return done;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () =>
      reject(request.error ?? new Error('The database cannot be opened.'));
  });
}
