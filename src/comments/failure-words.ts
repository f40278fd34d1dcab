import type { WordKey } from '../kit/words.js';
import type { SourceErrorKind } from '../sources/comment-source.js';

/** What a reader is told of each kind of failure to post. */
export const failureWords: Readonly<Record<SourceErrorKind, WordKey>> = {
  offline: 'failedOffline',
  timeout: 'failedTimeout',
  unknown: 'failedUnknown',
  auth: 'failedAuth',
  elsewhere: 'failedElsewhere',
  closed: 'failedClosed',
  gone: 'failedGone',
  duplicate: 'failedDuplicate',
  invalid: 'failedInvalid',
  'too-long': 'failedTooLong',
  rate: 'failedRate',
  storage: 'failedStorage',
  server: 'failedServer',
};
