/** English, and the list of all that the tags ever say. `{name}` marks a place; plurals are by CLDR category. */
export const en = {
  by: 'By {authors}',
  updated: 'Updated',
  justNow: 'just now',

  openPicture: 'Open the picture large',
  openPictureNamed: 'Open the picture large: {alt}',
  closePicture: 'Close the picture',
  pictureLabel: 'Picture',

  comments: { one: '{count} comment', other: '{count} comments' },
  commentsTitle: 'Comments',
  commentsLoading: 'Loading comments…',
  commentsNone: 'No comments yet. Yours could be the first.',
  commentsFailed: 'The comments could not be loaded.',
  tryAgain: 'Try again',
  keptOnDevice: 'Comments here are kept in this browser only.',
  keptInMemory:
    'This browser keeps no data for this page, so comments last only until you leave it.',
  pending: 'Your comment is waiting for a moderator. Only you can see it.',
  anonymous: 'Anonymous',
  reply: 'Reply',
  replyTo: 'Reply to {name}',

  leaveReply: 'Leave a Reply',
  leaveReplyTo: 'Leave a Reply to {name}',
  cancelReply: 'Cancel reply',
  emailNote: 'Your email address will not be published.',
  requiredNote: 'Required fields are marked',
  comment: 'Comment',
  name: 'Name',
  email: 'Email',
  website: 'Website',
  saveMe: 'Save my name, email, and website in this browser for the next time I comment.',
  postComment: 'Post Comment',

  needComment: 'Write a comment before you post it.',
  needName: 'Write your name.',
  needEmail: 'Write your email address. It will not be published.',
  needField: 'Fill in this field.',
  badEmail: 'Write an email address such as name@example.org.',
  badUrl: 'Write a web address such as https://example.org, or leave this empty.',
  tooLong: {
    one: 'This is {count} character too long.',
    other: 'This is {count} characters too long.',
  },
  badField: 'Check what is written here.',
  fieldsWrong: {
    one: 'Not posted yet: {count} field needs your attention.',
    other: 'Not posted yet: {count} fields need your attention.',
  },

  sending: 'Sending…',
  posted: 'Your comment is published.',
  held: 'Thank you. Your comment waits for a moderator and will appear once it is approved.',
  trashed: 'Your comment was refused by the site. What you wrote is still in the box.',
  failedOffline:
    'Your comment was not sent: there is no connection. It is still here; try again later.',
  failedTimeout:
    'The site did not answer in time, so your comment may or may not have arrived. It is still here.',
  failedAuth: 'The site asks you to sign in before you comment. What you wrote is still here.',
  failedClosed: 'Comments are closed here. You can still copy what you wrote.',
  failedDuplicate: 'The site already has this comment from you.',
  failedInvalid: 'The site did not accept the comment: check the fields and try again.',
  failedTooLong: 'The comment is too long for this site. Shorten it and try again.',
  failedRate: 'You are posting too quickly for this site. Wait a moment, then try again.',
  failedStorage: 'This browser refused to keep your comment. What you wrote is still in the box.',
  failedServer:
    'Your comment was not posted because something failed at the site. It is still here; try again.',
} as const;
