import type { enComments } from './en-comments.js';
import type { enForm } from './en-form.js';
import type { enLive } from './en-live.js';
import type { enMedia } from './en-media.js';
import type { enNotes } from './en-notes.js';
import type { enThread } from './en-thread.js';
import type { enTools } from './en-tools.js';

/** English, and the list of all that the tags ever say. `{name}` marks a place; plurals are by CLDR category. */
const words = {
  by: 'By {authors}',
  updated: 'Updated',
  justNow: 'just now',

  openOn: 'Open on {provider}',
  transcript: 'Transcript',
  notes: 'Notes',
  backToText: 'Back to the text',
  related: 'Related',
  pinned: 'Pinned',
  keyMoment: 'Key moment',
  keyMoments: 'Key moments',
  contents: 'Contents',
  readingTime: { one: '{count} min read', other: '{count} min read' },
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  sponsored: 'Paid content',
  ai: 'Made with AI',
  cut: 'The text is longer than this page can show; the rest is left out.',
  articleLoading: 'Loading the story…',
  articleFailed: 'The story could not be loaded.',
  articleOpen: 'Open its page',
  tryAgain: 'Try again',

  openPicture: 'Open the picture large',
  openPictureNamed: 'Open the picture large: {alt}',

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
  leaveEmpty: 'Leave this empty',

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
  failedOffline:
    'Your comment was not sent: there is no connection. It is still here; try again later.',
} as const;

/** With the words that come with the rest of a tag's script, when that is loaded (see `learnWords`). */
export const en = words as typeof words &
  typeof enComments &
  typeof enForm &
  typeof enThread &
  typeof enMedia &
  typeof enNotes &
  typeof enTools &
  typeof enLive;
