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

function describesArticle(json: string): boolean {
  try {
    return mentionsArticle(JSON.parse(json));
  } catch {
    return false; // Broken data describes nothing.
  }
}

/** Looks at the top level and in `@graph`: what is nested deeper is about something else. */
function mentionsArticle(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(mentionsArticle);
  if (typeof node !== 'object' || node === null) return false;
  const { '@type': type, '@graph': graph } = node as Record<string, unknown>;
  return (
    [type].flat().some((name) => typeof name === 'string' && ARTICLE.test(name)) ||
    mentionsArticle(graph)
  );
}
