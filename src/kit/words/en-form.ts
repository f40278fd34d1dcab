/** English of a form at work. Loaded with the script that says it, and put among the other words then. */
export const enForm = {
  commentingAs: 'Commenting as {name}',
  markdownHint:
    'Markdown works here: *emphasis*, **strong**, `code`, > quotation, [words](address).',
  preview: 'Preview',
  previewEnd: 'Go on writing',
  previewTitle: 'Your comment as it will look',
  charactersLeft: { one: '{count} character left', other: '{count} characters left' },
  posted: 'Your comment is published.',
  postedElsewhere: 'This comment was posted from another window.',
  held: 'Thank you. Your comment waits for a moderator and will appear once it is approved.',
  trashed: 'Your comment was refused by the site. What you wrote is still in the box.',
  failedTimeout:
    'The site did not answer in time, so your comment may or may not have arrived. It is still here.',
  failedUnknown:
    'The site’s answer could not be read, so your comment may or may not have arrived. It is still here.',
  failedElsewhere: 'This site takes comments on its own page. What you wrote goes along.',
  failedGone: 'The comment that you answer is no longer there. What you wrote is still here.',
  failedAuth: 'The site asks you to sign in before you comment. What you wrote is still here.',
  failedClosed: 'Comments are closed here. You can still copy what you wrote.',
  failedDuplicate: 'The site already has this comment from you.',
  failedInvalid: 'The site did not accept the comment: check the fields and try again.',
  failedTooLong: 'The comment is too long for this site. Shorten it and try again.',
  failedRate: 'You are posting too quickly for this site. Wait a moment, then try again.',
  failedStorage: 'This browser refused to keep your comment. What you wrote is still in the box.',
  failedServer:
    'Your comment was not posted because something failed at the site. It is still here; try again.',
  sendWhenOnline: 'Send it when I am online again',
  check: 'Check whether it arrived',
  checkNone: 'It is not among the comments, or not yet. It is still here; you can send it again.',
  postOwn: 'Post it as a comment of its own',
  postOn: 'Post on {site}',
  copy: 'Copy what you wrote',
  copied: 'Copied.',
  rateWait: 'You can post again in {time}.',
  rateSeconds: {
    one: 'You can post again in {count} second.',
    other: 'You can post again in {count} seconds.',
  },
  rateMinutes: {
    one: 'You can post again in {count} minute.',
    other: 'You can post again in {count} minutes.',
  },
  rateOver: 'You can post again now.',
} as const;
