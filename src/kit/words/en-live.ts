/** English of the live scripts. Loaded with them, and put among the other words then. */
export const enLive = {} as const;
