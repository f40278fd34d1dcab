import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { dataBlock, setData } from '../kit/html.js';

/** Data blocks that this library wrote, of whichever article. */
const ours = new WeakSet<Element>();

/**
 * Tells search engines what is visible in the article: one script in the document's head, in step
 * with the article, gone with it, and none where the page already describes its story itself. What
 * reads the article is loaded after the first update: nothing that a reader sees waits for it.
 */
export class JsonLdController implements ReactiveController {
  readonly #host: Element;
  #script: HTMLScriptElement | undefined;
  #describe: ((article: Element, ours: WeakSet<Element>) => string | undefined) | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#describe) return this.#tell();
    void import('./story-facts.js').then(
      ({ describeStory }) => {
        this.#describe = describeStory;
        this.#tell();
      },
      () => {}, // Search engines read the page itself, too.
    );
  }

  hostDisconnected(): void {
    this.#script?.remove();
    this.#script = undefined;
  }

  #tell(): void {
    const { ownerDocument, isConnected } = this.#host;
    const text = isConnected ? this.#describe?.(this.#host, ours) : undefined;
    if (!text) return this.hostDisconnected();
    if (!this.#script) {
      this.#script = dataBlock('application/ld+json');
      ours.add(this.#script);
    }
    if (this.#script.text !== text) setData(this.#script, text);
    if (!this.#script.isConnected) ownerDocument.head.append(this.#script);
  }
}
