/** English of what stands around comments, for the tags that say it. */
export const enComments = {
  comments: { one: '{count} comment', other: '{count} comments' },
  commentsTitle: 'Comments',
  commentsLoading: 'Loading comments…',
  commentsNone: 'No comments yet. Yours could be the first.',
  commentsFailed: 'The comments could not be loaded.',
  keptOnDevice: 'Comments here are kept in this browser only.',
  keptInMemory:
    'This browser keeps no data for this page, so comments last only until you leave it.',
  commentsClosed: 'Comments are closed.',
} as const;
