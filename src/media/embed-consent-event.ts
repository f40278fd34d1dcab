/** Why an embed asks: it came near the reader, the reader pressed its button, or agreed another time. */
export type EmbedReason = 'near' | 'press' | 'remembered';

interface Asked {
  readonly provider: string;
  readonly url: string;
  readonly element: HTMLElement;
  readonly reason: EmbedReason;
  readonly load: () => void;
}

/**
 * `embed-consent`: before anything of another site is loaded. Cancelled, nothing loads. With `reason`
 * `near` the reader has not been asked yet, and nothing loads unless somebody answers: a consent
 * platform that has the reader's word already says `respondWith(true)`.
 */
export class EmbedConsentEvent extends Event {
  /** Whose it is: `youtube`, `vimeo`, …, or a host. */
  readonly provider: string;
  /** The address that would be loaded. */
  readonly url: string;
  /** The tag that asks. */
  readonly element: HTMLElement;
  readonly reason: EmbedReason;
  readonly #load: () => void;

  constructor({ provider, url, element, reason, load }: Asked) {
    super('embed-consent', { bubbles: true, composed: true, cancelable: true });
    this.provider = provider;
    this.url = url;
    this.element = element;
    this.reason = reason;
    this.#load = load;
  }

  /** Loads it, now or whenever the page has its answer; cancel the event for as long. */
  load(): void {
    this.#load();
  }

  /** Answers in the reader's place: it loads if, and when, this is `true`. */
  respondWith(answer: boolean | PromiseLike<boolean>): void {
    this.preventDefault();
    void Promise.resolve(answer).then(
      (isAgreed) => isAgreed === true && this.#load(),
      () => {}, // no answer is no consent
    );
  }
}

declare global {
  interface HTMLElementEventMap {
    'embed-consent': EmbedConsentEvent;
  }
}
