import { storage } from '../kit/storage.js';

/** What a reader has typed and not yet sent. Never an e-mail address. */
export interface VisitDraft {
  readonly text: string;
  /** The comment that is answered; `null` for one at the top. */
  readonly parentId: string | null;
  /** It was handed to the browser to post, and how that ended nobody told us. */
  readonly sent?: boolean;
}

/** Keeps the draft of this visit (`sessionStorage`): it survives a reload and a failed post, and ends with the tab. */
export const visitDraft = {
  read(key: string): VisitDraft | undefined {
    try {
      const { text, parentId, sent } = JSON.parse(
        storage.get('sessionStorage', key) ?? '',
      ) as Record<string, unknown>;
      if (typeof text !== 'string' || !text) throw new TypeError('A draft has a text.');
      return {
        text,
        parentId: typeof parentId === 'string' ? parentId : null,
        sent: sent === true,
      };
    } catch {
      storage.set('sessionStorage', key, null);
      return undefined;
    }
  },
  write(key: string, draft: VisitDraft): boolean {
    return storage.set('sessionStorage', key, draft.text ? JSON.stringify(draft) : null);
  },
  clear(key: string): void {
    storage.set('sessionStorage', key, null);
  },
};
