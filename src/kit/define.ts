import { warnOnce } from './warn.js';

/** A class that knows the name it goes by when no prefix is asked for. */
export interface TaggedElement extends CustomElementConstructor {
  readonly tag: string;
}

const prefixes = new Map<string, string>();

/**
 * Registers a class, and never throws: the same class on its tag is silent, another class that is
 * already there keeps the tag and the console is told once.
 */
export function define(Class: TaggedElement, prefix = ''): void {
  const name = prefix + Class.tag;
  const known = customElements.get(name);
  if (!known) {
    // A constructor can be registered only once, so a prefixed name gets a subclass of its own.
    customElements.define(name, prefix || isRegistered(Class) ? class extends Class {} : Class);
    registered.add(Class);
    if (!prefixes.has(Class.tag)) prefixes.set(Class.tag, prefix);
  } else if (known !== Class && !(known.prototype instanceof Class)) {
    if (!taken.length) queueMicrotask(tellTaken);
    taken.push(`<${name}>`);
  }
}

const taken: string[] = [];

/** All at once: a page that loads two copies need not read it for each tag. */
function tellTaken(): void {
  warnOnce(
    `${taken.splice(0).join(', ')}: already registered by something else, or by a second copy of this script; use defineAll({ prefix }) there.`,
  );
}

const registered = new WeakSet<CustomElementConstructor>();
const isRegistered = (Class: CustomElementConstructor) => registered.has(Class);

/** The name under which this copy of the library first registered a tag: `comment-form`, or with its prefix. */
export function tagFor(name: string): string {
  return (prefixes.get(name) ?? '') + name;
}

/** The prefix that this very element was registered under, which its companions share. */
export function prefixOf(element: Element): string {
  const { tag } = element.constructor as TaggedElement;
  return element.localName.slice(0, -tag.length);
}

/** A selector for a tag, whichever prefix it was registered under: prefixed markup carries the class. */
export const select = (tag: string): string => `:is(${tag}, .${tag})`;
