import type { Draft } from './form-draft.js';

/** What one tab tells the others: a draft, or that it was sent. */
export interface TabNews {
  readonly slot: string;
  readonly draft?: Draft | undefined;
  /** The text that was sent. */
  readonly sent?: string | undefined;
}

const NAME = 'broadsheet-drafts';
/** Where there are no channels: written and taken away at once, which the other tabs are told of. */
const LETTER = 'broadsheet-news';

const listeners = new Set<(news: TabNews) => void>();
let channel: BroadcastChannel | undefined;

const hear = (data: unknown): void => {
  const { slot, draft, sent } = (data ?? {}) as Partial<TabNews>;
  if (typeof slot === 'string')
    for (const listener of [...listeners]) listener({ slot, draft, sent });
};

const hearLetter = ({ key, newValue }: StorageEvent): void => {
  if (key !== LETTER || !newValue) return;
  try {
    hear(JSON.parse(newValue));
  } catch {
    // Somebody else's letter.
  }
};

/** One channel for all forms of a page: forms in one page do not copy one another. */
export const tabs = {
  tell(news: TabNews): void {
    try {
      if (typeof BroadcastChannel === 'function') {
        const own = channel ?? new BroadcastChannel(NAME);
        own.postMessage(news);
        if (own !== channel) own.close();
        return;
      }
      localStorage.setItem(LETTER, JSON.stringify(news));
      localStorage.removeItem(LETTER);
    } catch {
      // Other tabs go without the news.
    }
  },
  listen(listener: (news: TabNews) => void): () => void {
    if (!listeners.size) {
      if (typeof BroadcastChannel === 'function') {
        channel = new BroadcastChannel(NAME);
        channel.onmessage = ({ data }) => hear(data);
      } else addEventListener('storage', hearLetter);
    }
    listeners.add(listener);
    return () => {
      if (!listeners.delete(listener) || listeners.size) return;
      channel?.close();
      channel = undefined;
      removeEventListener('storage', hearLetter);
    };
  },
};
