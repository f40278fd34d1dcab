/** English of the media scripts. Loaded with them, and put among the other words then. */
export const enMedia = {} as const;
