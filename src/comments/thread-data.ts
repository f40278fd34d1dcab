import { commentsToJsonLd } from '../content/comment-json-ld.js';
import type { Comment, CommentNode } from '../content/comment.js';
import { serialiseJsonLd } from '../content/json-ld.js';
import type { ThreadList } from './thread-list.js';

interface DataTools {
  readonly host: HTMLElement;
  readonly dataBlock: (type: string) => HTMLScriptElement;
  readonly setData: (script: HTMLScriptElement, text: string) => void;
}

/** Tells search engines what the thread shows: one script in the document's head, gone with the thread. */
export class ThreadData {
  readonly #tools: DataTools;
  readonly #list: ThreadList;
  #script: HTMLScriptElement | undefined;

  constructor(tools: DataTools, list: ThreadList) {
    this.#tools = tools;
    this.#list = list;
  }

  tell(nodes: readonly CommentNode[]): void {
    const { host, dataBlock, setData } = this.#tools;
    const { ownerDocument, isConnected } = host;
    const canonical = ownerDocument.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    const url = (canonical ?? ownerDocument.URL).replace(/#.*/, '');
    const data = isConnected ? commentsToJsonLd(nodes, { url, textOf: this.#textOf }) : undefined;
    if (!data) return this.forget();
    const text = serialiseJsonLd(data);
    this.#script ??= dataBlock('application/ld+json');
    if (this.#script.text !== text) setData(this.#script, text);
    if (!this.#script.isConnected) ownerDocument.head.append(this.#script);
  }

  forget(): void {
    this.#script?.remove();
    this.#script = undefined;
  }

  readonly #textOf = ({ id, body }: Comment): string =>
    'text' in body
      ? body.text
      : (this.#list.item(id)?.querySelector(':scope > article .body')?.textContent ?? '');
}
