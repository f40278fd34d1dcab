import { storage } from '../kit/storage.js';
import { draftOf, newer, type Draft } from './form-draft.js';

const AREA = 'localStorage';
/** What is longer is too much to write at every key; the late store keeps it. */
const LARGEST = 65_536;

/**
 * The drafts of a form, written in the same task as the reader types. Where the browser keeps nothing,
 * or not so much, they last as long as the form; a second store, loaded late, mirrors them.
 */
export class Drafts {
  readonly #memory = new Map<string, Draft>();
  /** What was taken away before there was a mirror to tell. */
  readonly removed = new Set<string>();
  /** Is told of all that is kept, and whether that worked, and of what is taken away. */
  mirror: ((slot: string, draft: Draft | undefined, isKept: boolean) => void) | undefined;

  read(slot: string): Draft | undefined {
    const kept = storage.get(AREA, slot);
    const draft = draftOf(parse(kept));
    if (kept !== null && !draft) storage.set(AREA, slot, null);
    const own = this.#memory.get(slot);
    return newer(own, draft) ? own : draft;
  }

  /** The one that was written last, of those whose slot begins so. */
  newest(prefix: string): readonly [slot: string, draft: Draft] | undefined {
    let found: readonly [string, Draft] | undefined;
    for (const slot of [...storage.keys(AREA, prefix), ...this.#memory.keys()]) {
      const draft = slot.startsWith(prefix) && this.read(slot);
      if (draft && newer(draft, found?.[1])) found = [slot, draft];
    }
    return found;
  }

  write(slot: string, draft: Draft): void {
    if (!draft.text) return this.remove(slot);
    const isKept = draft.text.length <= LARGEST && storage.set(AREA, slot, JSON.stringify(draft));
    if (isKept) this.#memory.delete(slot);
    else this.#memory.set(slot, draft);
    this.removed.delete(slot);
    this.mirror?.(slot, draft, isKept);
  }

  remove(slot: string): void {
    this.#memory.delete(slot);
    storage.set(AREA, slot, null);
    this.removed.add(slot);
    this.mirror?.(slot, undefined, true);
  }
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}
