import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentOf } from './language.js';

type Host = ReactiveControllerHost & HTMLElement;
type Callback<T> = (value: T, unsubscribe?: () => void) => void;

/**
 * Asks the nearest ancestor that knows for a value: the community protocol for contexts of web
 * components, so that elements of other libraries can answer or ask too.
 */
export class ContextRequestEvent<T> extends Event {
  constructor(
    readonly context: string,
    readonly contextTarget: Element,
    readonly callback: Callback<T>,
    readonly subscribe: boolean,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}

/** Consumers that are connected, so that a provider which is upgraded after them can call them. */
const live = new Set<{ readonly context: string; readonly host: Host; ask(): void }>();

/** Keeps up with the value that the nearest provider gives; `undefined` while there is none. */
export class ContextConsumer<T> implements ReactiveController {
  value: T | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    readonly host: Host,
    readonly context: string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    live.add(this);
    this.ask();
  }

  hostDisconnected(): void {
    live.delete(this);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.value = undefined;
  }

  ask(): void {
    const receive: Callback<T> = (value, unsubscribe) => {
      if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
      if (value === this.value) return;
      this.value = value;
      this.host.requestUpdate();
    };
    this.host.dispatchEvent(new ContextRequestEvent(this.context, this.host, receive, true));
  }
}

/** Answers the elements inside its host, now and whenever the value changes. */
export class ContextProvider<T> implements ReactiveController {
  #value: T;
  readonly #subscribers = new Map<Callback<T>, () => void>();

  constructor(
    readonly host: Host,
    readonly context: string,
    value: T,
  ) {
    this.#value = value;
    host.addEventListener('context-request', this.#answer);
    host.addController(this);
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    if (value === this.#value) return;
    this.#value = value;
    for (const [callback, unsubscribe] of [...this.#subscribers]) callback(value, unsubscribe);
  }

  hostConnected(): void {
    for (const consumer of live) {
      if (consumer.context === this.context && isInside(consumer.host, this.host)) consumer.ask();
    }
  }

  readonly #answer = (event: Event): void => {
    const request = event as ContextRequestEvent<T>;
    if (request.context !== this.context || request.contextTarget === this.host) return;
    request.stopImmediatePropagation();
    const { callback } = request;
    if (!request.subscribe) return callback(this.#value);
    const unsubscribe = () => void this.#subscribers.delete(callback);
    this.#subscribers.set(callback, unsubscribe);
    callback(this.#value, unsubscribe);
  };
}

function isInside(node: Node, ancestor: Node): boolean {
  for (let at = parentOf(node); at; at = parentOf(at)) if (at === ancestor) return true;
  return false;
}
