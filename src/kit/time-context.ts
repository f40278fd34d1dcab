import type { Clock } from './clock.js';

/** What an article tells the times inside it. */
export interface TimeContext {
  /** An IANA zone; the reader's own when absent. */
  readonly timeZone: string | undefined;
  readonly clock: Clock;
}

export const timeContext = 'broadsheet-time';
