// What the element tests share. Importing it makes a test fail that leaves a warning unexpected.
import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { chai, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Clock } from '../src/kit/clock.js';
import { sheet } from '../src/styles/sheet.js';

/** In a browser, the script puts itself on the window. */
const { axe } = globalThis as unknown as { axe: typeof Axe };

const { userAgent } = navigator;
const isWebKit = userAgent.includes('AppleWebKit') && !userAgent.includes('Chrome');

/** What the test runner's launchers can do in this engine. */
export const can = {
  /** The selenium launcher refuses to type into WebKitGTK. */
  sendKeys: !isWebKit,
};

/** A test for engines that can; elsewhere it is skipped under its own name. */
export const itWhere = (able: boolean) => (able ? it : it.skip);

/** Presses a key as a reader would. */
export const press = (key: string): Promise<void> => sendKeys({ press: key });

const nameOf = (value: unknown): string =>
  value instanceof Element
    ? `<${value.localName}${value.id && `#${value.id}`}> "${value.textContent.trim().slice(0, 60)}"`
    : String(value);

/** A comparison that fails would send the whole of a node's document to the runner, which takes for ever. */
chai.use(({ Assertion }) => {
  const holdsNode = (value: unknown): boolean =>
    value instanceof Node || (Array.isArray(value) && value.some(holdsNode));
  type Check = (this: Chai.AssertionStatic, ...args: unknown[]) => void;
  Assertion.overwriteMethod('equal', (compare: Check) => {
    return function (this: Chai.AssertionStatic, ...args: unknown[]) {
      const found: unknown = this._obj;
      if (!holdsNode(found) && !holdsNode(args[0])) return compare.apply(this, args);
      const [is, wanted] = [[found].flat(), [args[0]].flat()];
      const isSame = is.length === wanted.length && is.every((one, index) => one === wanted[index]);
      const [names, others] = [is, wanted].map((list) => list.map(nameOf).join(', '));
      this.assert(isSame, `${names} is not ${others}`, `it is ${names}`, null, null, false);
    };
  });
  Assertion.overwriteProperty('empty', (check: Check) => {
    return function (this: Chai.AssertionStatic) {
      const found: unknown = this._obj;
      if (!Array.isArray(found) || !holdsNode(found)) return check.call(this);
      this.assert(false, `there are ${found.map(nameOf).join(', ')}`, '', null, null, false);
    };
  });
});

let unexpected: string[] = [];
const { warn } = console;
const collect = (...args: unknown[]) => void unexpected.push(args.map(String).join(' '));

beforeEach(() => {
  unexpected = [];
  console.warn = collect;
});
afterEach(() => {
  console.warn = warn;
  if (unexpected.length) throw new Error(`Warned unexpectedly: ${unexpected.join('\n')}`);
});

/** What the console is warned of while something runs. */
export async function warnings(run: () => unknown): Promise<string[]> {
  const before = unexpected;
  unexpected = [];
  try {
    await run();
    await turn();
    return unexpected;
  } finally {
    unexpected = before;
  }
}

/** Lets a store of the window throw at every access, as a browser does that refuses storage. */
export async function refusing(
  area: 'sessionStorage' | 'localStorage',
  run: () => unknown,
): Promise<void> {
  const own = Object.getOwnPropertyDescriptor(window, area)!;
  const store = window[area];
  const { prototype } = Storage;
  const methods = Object.getOwnPropertyDescriptors(prototype);
  const refuse = () => {
    throw new DOMException('Refused.', 'SecurityError');
  };
  Object.defineProperty(window, area, { configurable: true, get: refuse });
  // WebKit goes on calling a getter that it has called before.
  for (const name of ['getItem', 'setItem', 'removeItem'] as const) {
    const method = prototype[name] as (...args: string[]) => never;
    prototype[name] = function (this: Storage, ...args: string[]) {
      return this === store ? refuse() : method.apply(this, args);
    };
  }
  try {
    await run();
  } finally {
    Object.defineProperties(prototype, methods);
    Object.defineProperty(window, area, own);
  }
}

const channel = new MessageChannel();
channel.port2.start();

/** One turn of the event loop: updates and observers, which are microtasks, have all run then. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    channel.port2.addEventListener('message', () => resolve(), { once: true });
    channel.port1.postMessage(null);
  });
}

/** A tab in the background is hardly ever idle: what waits for that comes at once. */
window.requestIdleCallback = (run) => {
  queueMicrotask(() => run({ didTimeout: true, timeRemaining: () => 0 }));
  return 0;
};

/** Puts HTML into the page, until the test is over, and gives its first element when all is updated. */
export async function show<T extends Element = HTMLElement>(html: string): Promise<T> {
  const element = await fixture<T>(html.trim());
  await turn();
  return element;
}

/** Sets the whole test page in the library's own stylesheet, for contrast, size and what is hidden. */
export function withStyles(): void {
  const styles = new CSSStyleSheet();
  before(() => {
    styles.replaceSync(sheet);
    document.adoptedStyleSheets.push(styles);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== styles);
  });
}

function* within(root: ParentNode): Generator<Element> {
  for (const child of root.children) {
    yield child;
    if (child.shadowRoot) yield* within(child.shadowRoot);
    yield* within(child);
  }
}

/** Everything that assistive technology finds under a role and, where it matters, a name. */
export function allByRole<T extends HTMLElement = HTMLElement>(
  root: ParentNode,
  role: string,
  name?: string | RegExp,
): T[] {
  axe.setup(document.documentElement);
  try {
    const { getNodeFromTree } = axe.utils as unknown as {
      getNodeFromTree(element: Element): object | undefined;
    };
    const { aria, dom, text } = axe.commons as unknown as {
      aria: { getRole(element: Element): string | null };
      dom: { isVisibleToScreenReaders(element: Element): boolean };
      text: { accessibleText(element: Element): string };
    };
    return [...within(root)].filter((element): element is T => {
      // A slot, or what fills none, is in no accessibility tree.
      if (!getNodeFromTree(element) || aria.getRole(element) !== role) return false;
      if (!dom.isVisibleToScreenReaders(element)) return false;
      if (name === undefined) return true;
      const found = text.accessibleText(element);
      return typeof name === 'string' ? found === name : name.test(found);
    });
  } finally {
    axe.teardown();
  }
}

/** The only thing that assistive technology finds under a role and a name. */
export function byRole<T extends HTMLElement = HTMLElement>(
  root: ParentNode,
  role: string,
  name?: string | RegExp,
): T {
  const found = allByRole<T>(root, role, name);
  if (found.length === 1) return found[0]!;
  const names = allByRole(root, role).map((element) => element.outerHTML.slice(0, 200));
  throw new Error(`${found.length} × ${role} "${String(name)}" among:\n${names.join('\n')}`);
}

/** The text that a reader sees, without the white space of the source. */
export function read(element: Element | null | undefined): string {
  // Firefox leaves out of `innerText` what it has not laid out yet.
  element?.getBoundingClientRect();
  const text = element instanceof HTMLElement ? element.innerText : element?.textContent;
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** A picture that needs no network. */
export function bitmap(width = 300, height = 200): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  return canvas.toDataURL('image/png');
}

/** A picture that never can be shown, without asking the network. */
export const broken = 'data:image/png;base64,AAAA';

/** Waits until a picture has arrived or failed. */
export async function arrived(image: HTMLImageElement): Promise<void> {
  if (!image.complete) {
    await new Promise((resolve) => {
      image.addEventListener('load', resolve, { once: true });
      image.addEventListener('error', resolve, { once: true });
    });
  }
  await turn();
}

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  readonly listeners = new Set<() => void>();
  #now: number;

  constructor(iso: string) {
    this.#now = Date.parse(iso);
  }

  now(): number {
    return this.#now;
  }

  subscribe(tick: () => void): () => void {
    this.listeners.add(tick);
    return () => void this.listeners.delete(tick);
  }

  /** Time passes, and everybody who listens is told. */
  async pass(minutes: number): Promise<void> {
    this.#now += minutes * 60_000;
    for (const tick of [...this.listeners]) tick();
    await turn();
  }
}
