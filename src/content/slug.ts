/**
 * A name for a place in a story, from its heading: letters and digits of any script, joined by hyphens.
 * The same words give the same name on a server and in a browser, so that links to it last.
 */
const slugOf = (text: string): string =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '');

/** The name, or the name with a number where an earlier heading has it. */
export function slugIn(taken: Set<string>, text: string): string {
  const slug = slugOf(text) || 'part';
  let name = slug;
  for (let index = 2; taken.has(name); index++) name = `${slug}-${index}`;
  taken.add(name);
  return name;
}
