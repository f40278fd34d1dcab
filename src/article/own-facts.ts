/** schema.org's Article and all that is one by its name. */
const ARTICLE = /(?:Article|BlogPosting|^Report)$/;

/**
 * Whether a page describes a story itself.
 * @param ours data blocks that this library wrote
 */
export function hasItsOwnFacts(document: Document, ours: WeakSet<Element>): boolean {
  const blocks = document.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]');
  return [...blocks].some((script) => !ours.has(script) && describesArticle(script.text));
}

interface Thing {
  readonly '@type'?: unknown;
  readonly '@graph'?: unknown;
}

/** Looks at the top level and in `@graph`: what is nested deeper is about something else. */
function describesArticle(json: string): boolean {
  try {
    const things = [JSON.parse(json) as Thing].flat();
    const all = things.flatMap((one) => [one, ...([one['@graph'] ?? []].flat() as Thing[])]);
    return all.some((one) => [one['@type']].flat().some((name) => ARTICLE.test(String(name))));
  } catch {
    return false; // Broken data describes nothing.
  }
}
