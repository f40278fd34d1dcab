import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { serialiseJsonLd, factsToJsonLd } from '../content/json-ld.js';
import { dataBlock, setData } from '../kit/html.js';
import { readArticle } from './read-article.js';

const JSON_LD = 'application/ld+json';
/** schema.org's Article and all that is one by its name. */
const ARTICLE = /(?:Article|BlogPosting|^Report)$/;
/** Data blocks that this library wrote, of whichever article. */
const ours = new WeakSet<Element>();

/**
 * Tells search engines what is visible in the article: one script in the document's head, in step
 * with the article, gone with it, and none where the page already describes its story itself.
 */
export class JsonLdController implements ReactiveController {
  readonly #host: Element;
  #script: HTMLScriptElement | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { ownerDocument, isConnected } = this.#host;
    const facts = isConnected && !hasItsOwn(ownerDocument) ? readArticle(this.#host) : undefined;
    if (!facts) return this.hostDisconnected();
    const text = serialiseJsonLd(factsToJsonLd(facts));
    if (!this.#script) {
      this.#script = dataBlock(JSON_LD);
      ours.add(this.#script);
    }
    if (this.#script.text !== text) setData(this.#script, text);
    if (!this.#script.isConnected) ownerDocument.head.append(this.#script);
  }

  hostDisconnected(): void {
    this.#script?.remove();
    this.#script = undefined;
  }
}

function hasItsOwn(document: Document): boolean {
  return [...document.querySelectorAll<HTMLScriptElement>(`script[type="${JSON_LD}"]`)].some(
    (script) => !ours.has(script) && describesArticle(script.text),
  );
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
