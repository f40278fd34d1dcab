import { storage } from '../kit/storage.js';

const KEY = 'article-embeds';
/** Not a name that an element of the page could take. */
const SHARED = Symbol.for('broadsheet-elements.embeds');

/** Hears for whom the reader took it back just now: a provider, or all. */
type Listener = (revoked?: string | true) => void;

interface Shared {
  /** Hosts that the page allows a frame of. */
  readonly hosts: Set<string>;
  /** What readers agreed to, in a browser that stores nothing. */
  readonly agreed: Set<string>;
  /** Hear of a change in this page; of one in another tab the browser tells. */
  readonly listeners: Set<Listener>;
}

/** What is loaded late is complete in itself, so what both halves know lies on the window. */
const shared = (): Shared =>
  ((globalThis as { [SHARED]?: Shared })[SHARED] ??= {
    hosts: new Set(),
    agreed: new Set(),
    listeners: new Set(),
  });

/** Whose things this reader always loads: providers by their ids (`youtube`), other sites by their hosts. */
export function embedConsent(): readonly string[] {
  const kept = storage.get('localStorage', KEY);
  try {
    const list: unknown = JSON.parse(kept ?? '');
    if (Array.isArray(list)) return list.filter((one) => typeof one === 'string');
  } catch {
    // Nothing is kept, or nothing that anybody can read: then nothing was agreed to.
  }
  return kept === null ? [...shared().agreed] : [];
}

function keep(list: readonly string[], revoked?: string | true): void {
  const { agreed, listeners } = shared();
  agreed.clear();
  for (const one of list) agreed.add(one);
  storage.set('localStorage', KEY, list.length ? JSON.stringify(list) : null);
  for (const tell of [...listeners]) tell(revoked);
}

/** The reader agrees to all that comes from a provider, from now on. */
export function agree(id: string): void {
  keep([...new Set([...embedConsent(), id])]);
}

/**
 * Forgets what the reader agreed to: for one provider, or for all. What stands in a page because of it
 * is taken away at once, here and in other tabs.
 */
export function revokeEmbeds(provider?: string): void {
  const others = embedConsent().filter((one) => one !== provider);
  keep(provider === undefined ? [] : others, provider ?? true);
}

/**
 * Lets hosts have a frame that the library does not know: `allowEmbeds('charts.example')`. The reader
 * is asked all the same. A port counts as part of the host.
 */
export function allowEmbeds(...hosts: readonly string[]): void {
  const known = shared();
  for (const host of hosts) known.hosts.add(host.trim().toLowerCase());
  for (const tell of [...known.listeners]) tell();
}

export const isAllowed = ({ host }: URL): boolean => shared().hosts.has(host);

/** Tells of every change, here or in another tab, until what it returns is called. */
export function watchConsent(tell: Listener): () => void {
  const { listeners } = shared();
  const stored = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) {
      // What another tab took back must not live on in this one's memory.
      shared().agreed.clear();
      tell();
    }
  };
  listeners.add(tell);
  window.addEventListener('storage', stored);
  return () => {
    listeners.delete(tell);
    window.removeEventListener('storage', stored);
  };
}
