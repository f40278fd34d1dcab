import { waitUntil as wait } from '@open-wc/testing';

/** What loads late takes its time on a busy machine; a test that waits ends as soon as it is there. */
export const waitUntil = (...[condition, message]: Parameters<typeof wait>): Promise<void> =>
  wait(condition, message, { timeout: 4500 });
