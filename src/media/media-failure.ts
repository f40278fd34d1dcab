import type { BlockTools } from '../block/block-script.js';
import { safeUrl } from '../content/url.js';
import { MediaError } from './media-error.js';

/** Whether no file of all that were given can be played. */
const hasFailed = (media: HTMLMediaElement): boolean =>
  Boolean(media.error) ||
  (media.networkState === HTMLMediaElement.NETWORK_NO_SOURCE && media.readyState === 0);

const fileOf = (media: HTMLMediaElement): string | undefined =>
  safeUrl(media.getAttribute('src')) ??
  [...media.querySelectorAll('source')].map(({ src }) => safeUrl(src)).find(Boolean);

/** Says in words that a file cannot be played, where the player is, with a link to the file. */
export class MediaFailure {
  readonly #host: HTMLElement;
  readonly #tools: BlockTools;
  #shown: MediaError | undefined;

  constructor(host: HTMLElement, tools: BlockTools) {
    this.#host = host;
    this.#tools = tools;
    tools.define(MediaError);
    for (const old of host.querySelectorAll(`:scope > :is(${MediaError.tag}, .${MediaError.tag})`))
      old.remove();
  }

  update(media: HTMLMediaElement | undefined, wasLast = false): void {
    const failed = media !== undefined && (wasLast || hasFailed(media));
    this.#tools.state('failed', failed);
    if (!failed) {
      this.#shown?.remove();
      this.#shown = undefined;
      return;
    }
    const { say, create, prefix } = this.#tools;
    this.#shown ??= create<MediaError>(MediaError.tag);
    if (prefix) this.#shown.className = MediaError.tag;
    if (this.#shown.parentNode !== this.#host) this.#host.append(this.#shown);
    this.#shown.say(
      say(media.localName === 'video' ? 'videoFailed' : 'audioFailed'),
      say('openFile'),
      fileOf(media),
    );
    this.#shown.cover(media);
  }
}
