import type { WordKey } from '../kit/words.js';
import type { SourceErrorKind } from '../sources/comment-source.js';

/** What a reader is told of each kind of failure to post: `too-long` is said by `failedTooLong`. */
export const failureWord = (kind: SourceErrorKind): WordKey =>
  `failed-${kind}`.replace(/-(\w)/g, (_, sign: string) => sign.toUpperCase()) as WordKey;
