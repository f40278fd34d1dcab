import { prefixOf, type TaggedElement } from './define.js';
import { ReactiveElement } from './reactive-element.js';

/**
 * An element around ordinary HTML. It attaches no shadow root: a mere slot would make the browser
 * lay out all of its text a second time on upgrade. It waits with its first update until the parser
 * has read its children, so that "empty" means empty and not "not there yet".
 */
export abstract class LightElement extends ReactiveElement {
  /**
   * Read off the declarations. Lit would make the accessors of every property for it, which a page pays
   * for all tags that it does not have; they are made with the first element.
   */
  static override get observedAttributes(): string[] {
    return attributesOf(this);
  }

  constructor() {
    new.target.finalize();
    super();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    // The stylesheet knows prefixed tags by their class; markup that forgot it is helped.
    if (prefixOf(this)) this.classList.add((this.constructor as unknown as TaggedElement).tag);
    super.connectedCallback();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    if (isParsed(this)) return super.scheduleUpdate();
    return new Promise<void>((resolve) => {
      document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
    }).then(() => super.scheduleUpdate());
  }
}

function attributesOf(Class: object): string[] {
  const names: string[] = [];
  for (let one = Class; one !== LightElement; one = Object.getPrototypeOf(one) as object) {
    const { properties } = one as typeof ReactiveElement;
    for (const name in properties) {
      const attribute = properties[name]?.attribute ?? true;
      if (attribute) names.push(attribute === true ? name.toLowerCase() : attribute);
    }
  }
  return names;
}

/** Whether the parser has closed this element: true as soon as anything follows it or an ancestor. */
function isParsed(element: Element): boolean {
  if (document.readyState !== 'loading') return true;
  for (let node: Node | null = element; node; node = node.parentNode) {
    if (node.nextSibling) return true;
  }
  return false;
}

/** Whether nobody has written anything in an element: no element, and no text but white space. */
export function isEmpty(element: Element): boolean {
  return !element.firstElementChild && !element.textContent?.trim();
}
