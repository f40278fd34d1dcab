import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isShadowRoot } from '../kit/language.js';

/** One constructed sheet for each document: such sheets cannot be shared between documents. */
const sheets = new WeakMap<Document, Promise<CSSStyleSheet>>();

async function sheetFor(document: Document): Promise<CSSStyleSheet> {
  const { sheet } = await import('./sheet.js');
  const Sheet = (document.defaultView ?? globalThis).CSSStyleSheet;
  const constructed = new Sheet();
  constructed.replaceSync(sheet);
  return constructed;
}

/**
 * In a document, the page links the stylesheet. Inside somebody's shadow root that link does not
 * reach, so the tag adopts the sheet there, once for each root, loaded only then.
 */
export class SheetController implements ReactiveController {
  readonly #host: Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const root = this.#host.getRootNode();
    if (isShadowRoot(root)) void adopt(root);
  }
}

async function adopt(root: ShadowRoot): Promise<void> {
  const { ownerDocument } = root;
  let loading = sheets.get(ownerDocument);
  if (!loading) sheets.set(ownerDocument, (loading = sheetFor(ownerDocument)));
  const sheet = await loading;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
