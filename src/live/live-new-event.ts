import type { LivePage } from '../content/live-page.js';

/** Fired by a `live-blog` when new updates are offered to the reader. Bubbles, composed. */
export class LiveNewEvent extends Event {
  /** All that are offered now, as data, the newest first. */
  readonly updates: LivePage['updates'];

  constructor(updates: LivePage['updates']) {
    super('live-new', { bubbles: true, composed: true });
    this.updates = updates;
  }
}

declare global {
  interface HTMLElementEventMap {
    'live-new': LiveNewEvent;
  }
}
