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

/** Signs that change the direction of what follows, or show nothing at all. */
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** What makes a name anything but tidy; most names have none of it. */
const UNTIDY = /[^\S ]|^ | {2}| $|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const LONGEST_NAME = 100;

/** A stranger's name, without what would turn or hide the words around it, and no longer than a line. */
export function tidyName(name: string): string {
  if (name.length <= LONGEST_NAME && !UNTIDY.test(name)) return name;
  const tidy = name.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  const signs = [...tidy];
  return signs.length > LONGEST_NAME ? `${signs.slice(0, LONGEST_NAME).join('')}…` : tidy;
}
