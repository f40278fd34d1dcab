/** Said in the window when something was stored, so that a second copy of the library hears it too. */
const STORED = 'broadsheet-stored';

/** Tells every tag of this page; the browser itself tells the other tabs. */
export function tellAll(): void {
  globalThis.dispatchEvent?.(new Event(STORED));
}

/** Calls back when this page (`false`) or another tab (`true`) has stored something; returns what ends it. */
export function whenStored(keys: readonly string[], run: (elsewhere: boolean) => void): () => void {
  const here = () => run(false);
  const elsewhere = ({ key }: StorageEvent) => {
    if (key === null || keys.includes(key)) run(true);
  };
  addEventListener(STORED, here);
  addEventListener('storage', elsewhere);
  return () => {
    removeEventListener(STORED, here);
    removeEventListener('storage', elsewhere);
  };
}
