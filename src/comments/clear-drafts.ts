import { storage } from '../kit/storage.js';
import { DRAFTS } from './form-draft.js';
import { GONE, vault } from './form-vault.js';

/**
 * Forgets all that readers have typed into forms and not sent, on this site and in this browser: for a
 * button of your own, or when somebody signs out. What stands in an open form stays there.
 */
export async function clearDrafts(): Promise<void> {
  for (const key of [DRAFTS, GONE].flatMap((prefix) => storage.keys('localStorage', prefix)))
    storage.set('localStorage', key, null);
  await vault.clear();
}
