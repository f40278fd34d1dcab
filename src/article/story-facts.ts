import { factsToJsonLd, serialiseJsonLd } from '../content/json-ld.js';
import { readArticle } from './read-article.js';

/** The JSON-LD of a story, from its HTML; nothing where there is no headline. */
export function describeStory(article: Element): string | undefined {
  const facts = readArticle(article);
  return facts && serialiseJsonLd(factsToJsonLd(facts));
}
