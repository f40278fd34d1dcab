/** The nearest `lang` of a node, looking out of shadow roots too; else the reader's own language. */
export function languageOf(node: Node): string {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    const lang = (at as Partial<Element>).getAttribute?.('lang');
    if (lang) return lang;
  }
  return navigator.language;
}

/** Not by its class: an element may have been moved into another window's document. */
export const isShadowRoot = (node: Node): node is ShadowRoot =>
  node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;

/** The parent in the composed tree: a shadow root's is its host. */
export const parentOf = (node: Node): Node | null =>
  isShadowRoot(node) ? node.host : node.parentNode;

const locales = new Map<string, string>();
/** What nearly all pages have: to ask `Intl` of it would only start it. */
const PLAIN = /^[a-z]{2}(-[A-Z]{2})?$/;

/** A locale that `Intl` accepts: `en_GB` is read as `en-GB`, nonsense as English. */
export function localeOf(language: string): string {
  if (PLAIN.test(language)) return language;
  let locale = locales.get(language);
  if (locale === undefined) {
    try {
      locale = Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? 'en';
    } catch {
      locale = 'en';
    }
    locales.set(language, locale);
  }
  return locale;
}

interface Watch {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}
const watches = new WeakMap<Node, Watch>();

/**
 * Calls back when a `lang` changes anywhere in the trees that hold a node: one observer for each
 * document or shadow root, shared by every element in it.
 */
export function watchLanguage(node: Node, changed: () => void): () => void {
  const watched: Watch[] = [];
  for (
    let at: Node | null = node.getRootNode();
    at;
    at = isShadowRoot(at) ? at.host.getRootNode() : null
  ) {
    let watch = watches.get(at);
    if (!watch) {
      const listeners = new Set<() => void>();
      const observer = new MutationObserver(() => listeners.forEach((listener) => listener()));
      watch = { observer, listeners };
      watches.set(at, watch);
    }
    if (!watch.listeners.size) {
      watch.observer.observe(at, { subtree: true, attributeFilter: ['lang'] });
    }
    watch.listeners.add(changed);
    watched.push(watch);
  }
  return () => {
    for (const { observer, listeners } of watched) {
      listeners.delete(changed);
      if (!listeners.size) observer.disconnect();
    }
  };
}
