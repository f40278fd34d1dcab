/** English of the wayfinding scripts. Loaded with them, and put among the other words then. */
export const enWayfinding = {} as const;
