import { DRAFTS } from './form-draft.js';
import { vault } from './form-vault.js';

/**
 * Forgets all that readers have typed into forms and not sent, on this site and in this browser: for a
 * button of your own, or when somebody signs out. What stands in an open form stays there.
 */
export async function clearDrafts(): Promise<void> {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(DRAFTS)) localStorage.removeItem(key);
  } catch {
    // A browser that refuses its store keeps no drafts in it.
  }
  await vault.clear();
}
