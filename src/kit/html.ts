/**
 * The one place where a string becomes HTML, with two doors: one for what our own writer made, which is
 * escaped by construction, one for anybody else's. Lint keeps every other file away from `innerHTML`
 * and its kin.
 */
interface Policy {
  createHTML(html: string): string;
  createScript(text: string): string;
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

const rules: Policy = {
  createHTML: (html) => html,
  createScript: (text) => text,
  // Asked for by the sanitiser, for addresses in a document where nothing ever loads.
  createScriptURL: (url) => url,
};
let policy: Policy | undefined;

function trusted(): Policy {
  if (policy) return policy;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    policy = trustedTypes?.createPolicy('broadsheet', rules);
  } catch {
    // Another copy of the library holds the name, or the page's policy forbids it; the browser then
    // refuses the assignment below with its own clear message.
  }
  return (policy ??= rules);
}

/** Whether the browser enforces policies, and ours is one. */
const hasPolicy = (): boolean => trusted() !== rules;

/** Nodes from a string that our writer made. Never hand it a string from anywhere else. */
export function fromWriter(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = trusted().createHTML(html);
  // Adopted, not copied: a copy of a long thread is dear.
  const fragment = document.createDocumentFragment();
  fragment.append(template.content);
  return fragment;
}

/** What the reader has a use for beyond what the sanitiser keeps anyway. */
interface Kept {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
}

/**
 * A way to read a stranger's HTML: the fragment it gives has no scripts and no handlers, belongs to a
 * document without a window, so that nothing in it loads or runs, and is there to be read, never to be
 * put into a page. The sanitiser is loaded with the first call.
 */
export async function fromElsewhere({
  tags,
  attributes,
}: Kept): Promise<(html: string) => DocumentFragment> {
  const { default: purify } = await import('dompurify');
  return (html) => {
    const template = document.createElement('template');
    template.innerHTML = trusted().createHTML(html);
    const root = template.content.ownerDocument.createElement('div');
    root.append(template.content);
    const read = purify.sanitize(root, {
      RETURN_DOM_FRAGMENT: true,
      ...(hasPolicy() && { TRUSTED_TYPES_POLICY: policy as never }),
      ADD_TAGS: [...tags],
      ADD_ATTR: [...attributes],
      FORBID_TAGS: ['style'],
      FORBID_ATTR: ['style'],
      ALLOW_DATA_ATTR: false,
      // Ids get a prefix from the writer, so none can take the place of a name in the page.
      SANITIZE_DOM: false,
    });
    // The element around it was ours.
    const [own] = read.children;
    while (own?.firstChild) read.append(own.firstChild);
    own?.remove();
    return read;
  };
}

/** A data block (JSON-LD): the browser keeps its text and runs nothing. */
export function dataBlock(type: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = type;
  return script;
}

/** Puts text into a data block; under Trusted Types even these need a policy. */
export function setData(script: HTMLScriptElement, text: string): void {
  script.text = trusted().createScript(text);
}
