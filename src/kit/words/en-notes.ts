/** English of the notes scripts. Loaded with them, and put among the other words then. */
export const enNotes = {} as const;
