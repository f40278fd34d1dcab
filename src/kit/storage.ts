/**
 * The browser's key-value stores without their exceptions: a private window, a full disk or a
 * policy makes every access throw. Reads then give `null` or
 * nothing, writes `false`.
 */
export const storage = {
  get(area: 'localStorage' | 'sessionStorage', key: string): string | null {
    try {
      return globalThis[area].getItem(key);
    } catch {
      return null;
    }
  },
  /** `null` removes the key. */
  set(area: 'localStorage' | 'sessionStorage', key: string, value: string | null): boolean {
    try {
      if (value === null) globalThis[area].removeItem(key);
      else globalThis[area].setItem(key, value);
      return true;
    } catch {
      return false;
    }
  },
  /** All keys that begin so. */
  keys(area: 'localStorage' | 'sessionStorage', prefix: string): string[] {
    try {
      return Object.keys(globalThis[area]).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  },
};
