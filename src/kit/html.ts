/**
 * The one place where a string becomes HTML. The door here is for what our own writer made, which is
 * escaped by construction; lint keeps every other file away from `innerHTML` and its kin.
 */
interface Policy {
  createHTML(html: string): string;
  createScript(text: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

const rules: Policy = { createHTML: (html) => html, createScript: (text) => text };
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

/** Nodes from a string that our writer made. Never hand it a string from anywhere else. */
export function fromWriter(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = trusted().createHTML(html);
  return document.importNode(template.content, true);
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
