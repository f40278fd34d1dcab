import type { Behaviour, BlockTools } from '../block/block-script.js';
import { enMedia } from '../kit/words/en-media.js';
import { chooseCaptions, rememberCaptions } from './media-captions.js';
import { MediaChapters } from './media-chapters.js';
import { MediaFailure } from './media-failure.js';
import { joinPlaying } from './media-playing.js';
import { MediaTranscript } from './media-transcript.js';

/** A film or a recording, with whatever its writer gave it. */
class MediaView implements Behaviour {
  readonly #host: HTMLElement;
  readonly #tools: BlockTools;
  readonly #chapters: MediaChapters;
  readonly #transcript: MediaTranscript;
  readonly #failure: MediaFailure;
  readonly #leave: () => void;
  #media: HTMLMediaElement | undefined;
  #hasPlayed = false;
  #recheck: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, tools: BlockTools) {
    this.#host = host;
    this.#tools = tools;
    tools.learn(enMedia);
    this.#chapters = new MediaChapters(host, tools);
    this.#transcript = new MediaTranscript(host, tools);
    this.#failure = new MediaFailure(host, tools);
    this.#leave = joinPlaying(host);
    // Events of media do not bubble, but they can be caught on the way down.
    host.addEventListener('play', this.#played, true);
    host.addEventListener('error', this.#checked, true);
    host.addEventListener('loadeddata', this.#checked, true);
  }

  update(): void {
    const media = this.#host.querySelector<HTMLMediaElement>('video, audio') ?? undefined;
    if (media !== this.#media) {
      this.#media?.textTracks.removeEventListener('change', this.#switched);
      this.#media = media;
      this.#hasPlayed = false;
      // What failed before this script came is noticed by some browsers a moment later, without an event.
      clearTimeout(this.#recheck);
      this.#recheck = setTimeout(() => this.#failure.update(this.#media), 300);
    }
    this.#chapters.update(media);
    this.#transcript.update(media);
    this.#failure.update(media);
  }

  disconnect(): void {
    clearTimeout(this.#recheck);
    this.#leave();
    this.#chapters.disconnect();
    this.#transcript.disconnect();
    this.#host.removeEventListener('play', this.#played, true);
    this.#host.removeEventListener('error', this.#checked, true);
    this.#host.removeEventListener('loadeddata', this.#checked, true);
    this.#media?.textTracks.removeEventListener('change', this.#switched);
  }

  /** Captions are fetched once somebody watches, and not before. */
  readonly #played = (): void => {
    const media = this.#media;
    if (!media || this.#hasPlayed) return;
    this.#hasPlayed = true;
    chooseCaptions(media.textTracks, [...navigator.languages, this.#tools.locale()]);
    media.textTracks.addEventListener('change', this.#switched);
  };

  readonly #switched = (): void => {
    if (this.#media) rememberCaptions(this.#media.textTracks);
  };

  readonly #checked = ({ type, target }: Event): void => {
    // Of several files each may fail; a browser may say so before it notices that it was the last.
    const sources = this.#media?.querySelectorAll('source') ?? [];
    this.#failure.update(this.#media, type === 'error' && target === [...sources].at(-1));
  };
}

export const enhance = (host: HTMLElement, tools: BlockTools): Behaviour =>
  new MediaView(host, tools);
