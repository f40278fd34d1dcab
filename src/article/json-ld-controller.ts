import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { dataBlock, setData } from '../kit/html.js';
import { whenIdle } from '../kit/idle.js';
import { hasItsOwnFacts } from './own-facts.js';

/** Data blocks that this library wrote, of whichever article. */
const ours = new WeakSet<Element>();

/**
 * Tells search engines what is visible in the article: one script in the document's head, in step
 * with the article, gone with it, and none where the page already describes its story itself. No reader
 * waits for it: the article is read when the browser is idle, however often it changed until then, and
 * what reads it is loaded only where there is something to tell.
 */
export class JsonLdController implements ReactiveController {
  readonly #host: Element;
  #script: HTMLScriptElement | undefined;
  #describe: ((article: Element) => string | undefined) | undefined;
  #isAsked = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    whenIdle(() => {
      this.#isAsked = false;
      // Without it search engines read the page itself, too.
      this.#tell().catch(() => {});
    });
  }

  hostDisconnected(): void {
    this.#script?.remove();
    this.#script = undefined;
  }

  async #tell(): Promise<void> {
    const host = this.#host;
    const isOurs = () => host.isConnected && !hasItsOwnFacts(host.ownerDocument, ours);
    if (isOurs()) this.#describe ??= (await import('./story-facts.js')).describeStory;
    // It may have left meanwhile, or the page have told its own.
    const text = isOurs() ? this.#describe?.(host) : undefined;
    if (!text) return this.hostDisconnected();
    if (!this.#script) {
      this.#script = dataBlock('application/ld+json');
      ours.add(this.#script);
    }
    if (this.#script.text !== text) setData(this.#script, text);
    if (!this.#script.isConnected) host.ownerDocument.head.append(this.#script);
  }
}
