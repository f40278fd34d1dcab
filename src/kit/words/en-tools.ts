/** English of the tools scripts. Loaded with them, and put among the other words then. */
export const enTools = {} as const;
