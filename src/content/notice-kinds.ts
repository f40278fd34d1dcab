/** What a newsroom says of its own story. */
export const noticeKinds = [
  'correction',
  'clarification',
  'update',
  'sponsored',
  'ai',
  'note',
  /** The text was longer than a page can bear, and ends here. */
  'cut',
] as const;
