// Observers of the window need frames, which a tab in the background has none of: on this stage a test
// says what has come near.
type Tell = (entries: { readonly target: Element; readonly isIntersecting: boolean }[]) => void;

const own = Object.getOwnPropertyDescriptor(window, 'IntersectionObserver')!;
const observers = new Set<FakeObserver>();

class FakeObserver {
  readonly elements = new Set<Element>();
  constructor(readonly tell: Tell) {
    observers.add(this);
  }
  observe(element: Element): void {
    this.elements.add(element);
  }
  unobserve(element: Element): void {
    this.elements.delete(element);
  }
  disconnect(): void {
    this.elements.clear();
  }
}

const replace = (value: unknown) =>
  void Object.defineProperty(window, 'IntersectionObserver', { ...own, value });

/** Puts the stage up for each test of a group. */
export function onStage(): void {
  beforeEach(() => {
    observers.clear();
    replace(FakeObserver);
  });
  afterEach(() => void Object.defineProperty(window, 'IntersectionObserver', own));
}

/** For the rest of a test, the browser cannot tell. */
export const cannotTell = (): void => replace(undefined);

/** What waits to come near, for each observer that waits for anything. */
export const waiting = (): Element[][] =>
  [...observers].map(({ elements }) => [...elements]).filter((elements) => elements.length);

/** Something comes near the window, or all that waits. */
export function near(...targets: readonly Element[]): void {
  for (const { elements, tell } of observers)
    for (const target of [...elements])
      if (!targets.length || targets.includes(target)) tell([{ target, isIntersecting: true }]);
}
