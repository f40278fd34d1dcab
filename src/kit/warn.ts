const said = new Set<string>();

/** Tells the page's author, once for each message, what is wrong in the markup and what was done instead. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`broadsheet-elements: ${message}`);
}
