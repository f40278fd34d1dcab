/** Someone who made the story. Names follow schema.org's Person. */
export interface Person {
  readonly name: string;
  /** The author's page. */
  readonly url?: string | undefined;
  /** What this person did or is: "Diplomatic Editor", "translation". */
  readonly role?: string | undefined;
  /** Address of a portrait. */
  readonly image?: string | undefined;
}

/** Names from one line of text, separated by semicolons (names themselves hold commas). */
export const parseAuthors = (text: string | null | undefined): Person[] =>
  (text ?? '')
    .split(';')
    .map((name) => ({ name: name.trim() }))
    .filter(({ name }) => name);
