export const CANCEL = '.cancel-reply, #cancel-comment-reply-link';

/** The control that ends a reply, wherever a click on it lands. */
export const isCancel = (target: EventTarget | null): boolean =>
  target instanceof Element && Boolean(target.closest(CANCEL));
