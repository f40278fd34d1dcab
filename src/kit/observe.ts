import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates an element when what is inside it changes: other people's scripts write there too. */
export class ContentObserver implements ReactiveController {
  readonly #host: Element;
  readonly #options: MutationObserverInit;
  readonly #observer: MutationObserver;

  /** `matters` may refuse changes that are no news to the host. */
  constructor(
    host: ReactiveControllerHost & Element,
    options: MutationObserverInit,
    matters: (record: MutationRecord) => boolean = () => true,
  ) {
    this.#host = host;
    this.#options = options;
    this.#observer = new MutationObserver((records) => {
      if (records.some(matters)) host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, this.#options);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
